"""A reading as one self-contained page: every statement with its number, act, role and address.

The page loads nothing and runs nothing. All text of a document goes through `escaped`, class names and ids are
the program's own words and numbers, and addresses become links only if they lead to a page or a mailbox.
"""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterator
from typing import get_args

from yaksok.records.layout import Annotation
from yaksok.records.source import SourceText
from yaksok.records.statement import Act, Document, Statement
from yaksok.views.conversion import (
    PageBreak,
    Part,
    Shown,
    ShownCell,
    ShownStatement,
    ShownTable,
    shown,
    table_rows,
)
from yaksok.views.conversion_lines import IN_TEXT, Line, NoteMark, Piece, Words, collapsed
from yaksok.views.conversion_style import POLICY, STYLE
from yaksok.views.conversion_words import page_label, wordings
from yaksok.views.safety import is_safe_link, visible

_DEEPEST = 5
_LONGEST_SUMMARY = 60


def to_html(source: SourceText, document: Document) -> str:
    """The reading as a page."""
    return "".join(_Page(shown(source, document)).parts())


def escaped(text: str) -> str:
    """Text for elements and quoted attributes."""
    return html.escape(visible(text), quote=True)


class _Page:
    """Writes one page."""

    def __init__(self, page: Shown) -> None:
        self._shown = page
        self._words = wordings(page.document.language)
        self._named: set[int] = set()

    def parts(self) -> Iterator[str]:
        document = self._shown.document
        title = escaped(document.title or self._shown.source.origin)
        yield (
            f'<!DOCTYPE html>\n<html lang="{document.language}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
            '<meta name="referrer" content="no-referrer">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        )
        yield from self._head(title)
        yield "<main>\n"
        for part in self._shown.parts:
            yield from self._part(part)
        yield "</main>\n"
        yield from self._notes()
        yield from self._apart()
        yield from self._foot()
        yield "</body>\n</html>\n"

    # Before the text

    def _head(self, title: str) -> Iterator[str]:
        document, source, words = self._shown.document, self._shown.source, self._words
        yield f"<header>\n<h1>{title}</h1>\n<dl>\n"
        facts = (
            (words.source, f"{source.origin} ({source.media_type})"),
            (words.genre, words.kinds[document.genre]),
            (words.issuer, document.issuer or ""),
            (words.published, document.date or ""),
            ("SHA-256", source.sha256),
        )
        yield from (f"<dt>{name}</dt><dd>{escaped(value)}</dd>\n" for name, value in facts if value)
        yield "</dl>\n"
        if source.problems:
            yield f'<div class="notices"><strong>{words.notices}</strong>\n'
            for problem in source.problems:
                told = f"{problem.number}: {problem.message} {words.next_step}: {problem.next_step}"
                yield f"<p>{escaped(told)}</p>\n"
            yield "</div>\n"
        counts = Counter(statement.act for statement in document.statements)
        yield f'<ul class="legend" aria-label="{words.legend}">\n'
        for act in get_args(Act):
            if counts[act]:
                yield f'<li class="act-{act}">{words.kinds[act]} {counts[act]}</li>\n'
        yield "</ul>\n</header>\n"

    # The text

    def _part(self, part: Part) -> Iterator[str]:
        if isinstance(part, PageBreak):
            yield f'<div class="page">{page_label(self._words, part.page)}</div>\n'
        elif isinstance(part, ShownTable):
            yield '<div class="wide">\n'
            yield from self._table(part)
            yield "</div>\n"
        elif part.statement.role == "meta":
            yield self._furniture(part)
        else:
            yield self._statement(part)

    def _statement(self, part: ShownStatement) -> str:
        statement = part.statement
        tag = f"h{part.level}" if part.level else "p"
        depth = "" if part.level else f" d{min(max(part.depth, 0), _DEEPEST)}"
        act = self._words.kinds[statement.act]
        told = f' <span class="k">{act}</span>' if statement.act != "none" else ""
        inside = "".join(self._piece(piece, inside_of=statement) for piece in part.line.pieces)
        return (
            f"<{tag} {self._attributes(statement, depth)}>{_number(statement)}{_mark(part.line)}"
            f"{inside}{told}</{tag}>\n"
        )

    def _furniture(self, part: ShownStatement) -> str:
        statement = part.statement
        inside = "".join(self._piece(piece, inside_of=statement) for piece in part.line.pieces)
        words, _ = collapsed(self._shown.document.text, part.line.span)
        if len(words) <= _LONGEST_SUMMARY:
            return f"<div {self._attributes(statement, ' meta')}>{_number(statement)}{_mark(part.line)}{inside}</div>\n"
        summary = f"{self._words.kinds['meta']}: {words[:_LONGEST_SUMMARY]}…"
        return (
            f"<details {self._attributes(statement, ' meta')}><summary>{_number(statement)}{escaped(summary)}</summary>"
            f"<p>{inside}</p></details>\n"
        )

    def _attributes(self, statement: Statement, more: str = "") -> str:
        """Class, title and, where the statement first comes, its id."""
        name = ""
        if statement.n not in self._named:
            self._named.add(statement.n)
            name = f'id="s{statement.n}" '
        kinds = f"s role-{statement.role} act-{statement.act}{more}"
        return f'{name}class="{kinds}" data-n="{statement.n}" title="{escaped(self._title(statement))}"'

    def _title(self, statement: Statement) -> str:
        words = self._words
        told = [
            f"{words.statement} {statement.n}",
            words.kinds[statement.role],
            words.kinds[statement.act],
            f"{words.place} {statement.span[0]}–{statement.span[1]}",
        ]
        address = self._shown.addresses.of(statement.span) if self._shown.addresses else None
        if address is not None:
            to = f"–{address.to}:{address.end}" if address.to != address.path else f"–{address.end}"
            told.append(f"{address.path}:{address.start}{to}")
            if address.page is not None:
                told.append(words.page.format(page=address.page))
            if address.box is not None:
                told.append(f"{words.box} " + " ".join(f"{side:.0f}" for side in address.box))
        return " · ".join(told)

    # Pieces of lines

    def _piece(self, piece: Piece, *, inside_of: Statement | None = None) -> str:
        if isinstance(piece, NoteMark):
            number = piece.note + 1
            mark = escaped(self._shown.notes[piece.note].note.mark or str(number))
            return f'<sup id="anchor{number}"><a href="#note{number}">{mark}</a></sup>'
        if not isinstance(piece, Words):
            return self._remark(piece.annotation)
        shown_words = _linked(piece)
        if piece.change is not None:
            shown_words = f'<ins title="{escaped(self._who(piece.change))}">{shown_words}</ins>'
        if inside_of is not None or piece.statement is None:
            return shown_words
        return f"<span {self._attributes(piece.statement)}>{shown_words}</span>"

    def _remark(self, number: int) -> str:
        annotation = self._shown.layout.annotations[number]
        link = f'<sup id="at{number + 1}"><a href="#apart{number + 1}">[{number + 1}]</a></sup>'
        if annotation.kind in {"deleted", "moved_from"}:
            return f'<del title="{escaped(self._who(annotation))}">{escaped(annotation.text)}</del>{link}'
        return link

    def _who(self, annotation: Annotation) -> str:
        words = self._words
        return (
            f"{words.kinds[annotation.kind]}, {annotation.author or words.nobody}, "
            f"{annotation.date or words.undated}"
        )

    # Tables

    def _table(self, table: ShownTable) -> Iterator[str]:
        kind = ' class="meta"' if table.furniture else ""
        yield f'<table{kind} title="{escaped(table.table.path)}">\n'
        for row in table_rows(table):
            yield "<tr>"
            yield from (self._cell(*entry) if entry else "<td></td>" for entry in row)
            yield "</tr>\n"
        yield "</table>\n"

    def _cell(self, cell: ShownCell, rows: int, columns: int) -> str:
        tag = "th" if cell.header else "td"
        spans = (f' rowspan="{rows}"' if rows > 1 else "") + (f' colspan="{columns}"' if columns > 1 else "")
        lines = [
            self._cell_line(entry) if isinstance(entry, Line) else "".join(self._table(entry))
            for entry in cell.content
        ]
        if len(lines) == 1:
            return f"<{tag}{spans}>{lines[0]}</{tag}>"
        inside = "".join(line if line.startswith("<table") else f"<p>{line}</p>" for line in lines)
        return f"<{tag}{spans}>{inside}</{tag}>"

    def _cell_line(self, line: Line) -> str:
        numbered: list[str] = [_mark(line)]
        for piece in line.pieces:
            if isinstance(piece, Words) and piece.statement and piece.statement.n not in self._named:
                numbered.append(_number(piece.statement))
            numbered.append(self._piece(piece))
        return "".join(numbered)

    # Behind the text

    def _notes(self) -> Iterator[str]:
        if not self._shown.notes:
            return
        yield f'<section class="notes"><h2>{self._words.notes}</h2>\n<ul>\n'
        for number, note in enumerate(self._shown.notes, start=1):
            lines = "<br>".join(self._cell_line(line) for line in note.lines)
            mark = escaped(note.note.mark or str(number))
            back = f'<a href="#anchor{number}" aria-label="{self._words.back}">↩</a>'
            yield f'<li id="note{number}"><span class="m">{mark}</span>{lines} {back}</li>\n'
        yield "</ul></section>\n"

    def _apart(self) -> Iterator[str]:
        found = self._shown.layout.annotations
        if not found:
            return
        yield f'<aside class="apart"><h2>{self._words.apart}</h2>\n<ol>\n'
        for number, annotation in enumerate(found, start=1):
            on, _ = collapsed(self._shown.document.text, annotation.span)
            said = escaped(annotation.text)
            told = {"deleted": f"<del>{said}</del>", "inserted": f"<ins>{said}</ins>"}.get(
                annotation.kind, said
            )
            concerns = f' <q class="told">{escaped(on)}</q>' if on and on != annotation.text else ""
            back = (
                ""
                if annotation.kind in IN_TEXT
                else f' <a href="#at{number}" aria-label="{self._words.back}">↩</a>'
            )
            who = escaped(self._who(annotation))
            yield f'<li id="apart{number}"><span class="told">{who}:</span> {told}{concerns}{back}</li>\n'
        yield "</ol></aside>\n"

    def _foot(self) -> Iterator[str]:
        statements = self._shown.document.statements
        told = self._words.nothing_dropped.format(
            statements=len(statements),
            characters=len(self._shown.document.text),
            furniture=sum(statement.role == "meta" for statement in statements),
        )
        yield f"<footer>{told}</footer>\n"


def _number(statement: Statement) -> str:
    return f'<a class="n" href="#s{statement.n}">{statement.n}</a>'


def _mark(line: Line) -> str:
    return f'<span class="m">{escaped(line.mark)}</span>' if line.mark else ""


def _linked(words: Words) -> str:
    text = escaped(words.text)
    if words.link is None or not words.link.target.strip():
        return text
    if is_safe_link(words.link.target):
        return f'<a href="{escaped(words.link.target)}" rel="noopener noreferrer nofollow">{text}</a>'
    return f'<span class="told" title="{escaped(words.link.target)}">{text}</span>'
