"""The blocks of a reading as markup.

Written here and not in a template because a page has thousands of pieces. Everything that comes from a document goes
through `escape`; what is written plainly are the program's own words and numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from itertools import count

from markupsafe import Markup

from yaksok.interfaces.telling.catalogues import N_
from yaksok.interfaces.telling.words import Words
from yaksok.interfaces.web.catalogues import catalogue
from yaksok.interfaces.web.document_words import DocumentWords
from yaksok.records.standing import PromiseRow
from yaksok.views.mention_values import Told
from yaksok.views.reading_page import (
    Block,
    CellBlock,
    Marked,
    PageBlock,
    Run,
    StatementBlock,
    Stretch,
    TableBlock,
)

_DEEPEST = 5


@dataclass(frozen=True, slots=True)
class ReadingHtml:
    """Writes blocks. `permanent` is the address of this version, `url` gives addresses within the site."""

    say: DocumentWords
    url: Callable[[str], str]
    permanent: str
    verdicts: Mapping[int, PromiseRow]
    _texts: dict[str, str] = field(default_factory=dict)
    _acts: dict[str, str] = field(default_factory=dict)
    _tables: Iterator[int] = field(default_factory=lambda: count(1))

    def blocks(self, blocks: Iterable[Block]) -> Markup:
        """Statements, tables and marks of pages, in order."""
        return Markup("\n".join(map(self._block, blocks)))  # noqa: S704 - all of it is escaped below

    def lines(self, lines: Iterable[tuple[Stretch, ...]]) -> Markup:
        """The lines of a note."""
        return Markup("".join(map(self._line, lines)))  # noqa: S704 - the same

    def _block(self, block: Block) -> str:
        match block:
            case StatementBlock():
                return self._statement(block)
            case TableBlock():
                return self._table(block)
            case PageBlock():
                words = (
                    self._text(N_("Page %(page)s")) % {"page": block.page}
                    if block.page
                    else self._text(N_("New page"))
                )
                return f'<div class="page-mark" lang="{self.say.language}"><span>{words}</span></div>'

    def _statement(self, block: StatementBlock) -> str:
        one = block.stretch
        shape = "head" if block.level else f"d{min(max(block.depth, 0), _DEEPEST)}"
        name = f' id="s{one.n}" tabindex="-1"' if one.first else ""
        tag = f"h{block.level}" if block.level > 1 else "p"
        kind = "words doc-title" if block.level == 1 else "words"
        return (
            f'<div class="s act-{one.act} role-{one.role} {shape}"{name} data-n="{one.n}">'
            f'<span class="gut">{self._number(one.n) if one.first else ""}{self._letter(one.act)}</span>'
            f'<{tag} class="{kind}">{_mark(one)}{self._runs(one.runs)}</{tag}>'
            f"{self._verdict(one.n) if one.first else ''}</div>"
        )

    def _line(self, line: Iterable[Stretch]) -> str:
        return f"<div>{''.join(map(self._inline, line))}</div>"

    def _inline(self, one: Stretch) -> str:
        """A statement in its line: in a cell or a note, where several may stand side by side."""
        words = f"{_mark(one)}{self._runs(one.runs)}"
        if not one.n:
            return words
        name = before = after = ""
        if one.first:
            name = f' id="s{one.n}" tabindex="-1"'
            before = f"{self._number(one.n)}{self._letter(one.act)}"
            after = f" {self._verdict(one.n)}"
        return f'<span class="s act-{one.act} role-{one.role}"{name} data-n="{one.n}">{before}{words}{after}</span>'

    # Tables

    def _table(self, table: TableBlock) -> str:
        label = self._text(N_("Table %(number)s of the document")) % {"number": next(self._tables)}
        rows = "".join(f"<tr>{''.join(map(self._cell, row))}</tr>\n" for row in table.rows)
        kind = "doc-table furniture" if table.furniture else "doc-table"
        return (
            f'<div class="table-scroll" tabindex="0" role="region" aria-label="{label}">'
            f'<table class="{kind}">\n{rows}</table></div>'
        )

    def _cell(self, cell: CellBlock | None) -> str:
        if cell is None:
            return "<td></td>"
        tag = "th" if cell.header else "td"
        spans = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
        spans += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
        inside = "".join(
            self._table(entry) if isinstance(entry, TableBlock) else self._line(entry)
            for entry in cell.content
        )
        return f"<{tag}{spans}>{inside}</{tag}>"

    # Words

    def _runs(self, runs: Iterable[Run | Marked]) -> str:
        return "".join(self._marked(one) if isinstance(one, Marked) else self._run(one) for one in runs)

    def _marked(self, one: Marked) -> str:
        kind, words = one.told[0].kind, "".join(map(self._run, one.runs))
        tips = "".join(self._tips(one.told))
        name = f"m{one.number}"
        shared = f'class="m m-{kind}" aria-describedby="{name}"'
        tip = f'<span class="tip" role="tooltip" id="{name}" lang="{self.say.language}">{tips}</span>'
        if kind == "party" and len(one.told) == 1 and one.plain:
            return f'<a {shared} href="{escape(self.url("/parties/" + one.told[0].value))}">{words}{tip}</a>'
        return f'<span {shared} tabindex="0">{words}{tip}</span>'

    def _tips(self, told: Iterable[Told]) -> Iterator[str]:
        listed = list(told)
        for each in listed:
            tip = self.say.tip(each)
            of = f"“{escape(tip.text)}”: " if len(listed) > 1 else ""
            yield (
                f'<span class="tip-one"><b>{escape(tip.kind)}</b> <span class="tip-value">{escape(tip.value)}</span> '
                f'<span class="tip-rule">{of}{escape(tip.rule)}</span></span>'
            )

    def _run(self, run: Run) -> str:
        text = escape(run.text)
        if run.kind == "words":
            return text
        if run.kind == "inserted":
            return f"<ins>{text}</ins>"
        if run.kind == "note":
            label = self._text(N_("Note %(mark)s")) % {"mark": text}
            return f'<sup id="anchor{run.number}"><a href="#note{run.number}" aria-label="{label}">{text}</a></sup>'
        label = self._text(N_("Remark %(number)s")) % {"number": run.number}
        link = f'<sup id="at{run.number}"><a href="#remark{run.number}" aria-label="{label}">[{run.number}]</a></sup>'
        return f"<del>{text}</del>{link}" if run.kind == "deleted" else link

    # What stands beside a statement

    def _number(self, n: int) -> str:
        label = self._text(N_("Permanent link to statement %(n)s")) % {"n": n}
        return f'<a class="n" href="{escape(self.permanent)}#s{n}" data-n="{n}" title="{label}" aria-label="{label}">{n}</a>'

    def _letter(self, act: str) -> str:
        if act == "none":
            return ""
        if act not in self._acts:
            words = escape(Words(self.say.language).filters()["act_word"](act))
            sign = escape(self.say.letter(act))
            self._acts[act] = (
                f'<span class="letter" aria-hidden="true">{sign}</span><span class="unseen" lang="{self.say.language}">{words}: </span>'
            )
        return self._acts[act]

    def _verdict(self, n: int) -> str:
        row = self.verdicts.get(n)
        if row is None:
            return ""
        label = self._text(N_("to promise %(n)s")) % {"n": n}
        return (
            f'<a class="verdict" lang="{self.say.language}" href="{escape(self.url("/promises/" + row.id))}">'
            f'<span class="status status-{row.status}">{self._status(row.status)}</span>'
            f'<span class="unseen">, {label}</span></a>'
        )

    def _status(self, status: str) -> str:
        key = f"status {status}"
        if key not in self._texts:
            self._texts[key] = escape(Words(self.say.language).filters()["status_word"](status))
        return self._texts[key]

    def _text(self, message: str) -> str:
        """A message of the catalogue, fit for elements and attributes."""
        if message not in self._texts:
            self._texts[message] = escape(catalogue(self.say.language).gettext(message))
        return self._texts[message]


def _mark(one: Stretch) -> str:
    return f'<span class="mark">{escape(one.mark)}</span> ' if one.mark else ""
