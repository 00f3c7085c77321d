"""A typed text to a description: its lines are paragraphs, and what was typed for want of an office program is set.

Marks become automatic ones where counting gives the same marks again; a table with a cell on each line becomes
a table; a footnote at the end goes to its mark; page numbers become page breaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tests.support.office.description import (
    Block,
    Cell,
    Level,
    ListMark,
    ListStyle,
    NumberFormat,
    Paragraph,
    Table,
    cell,
    footnote,
)
from tests.support.office.marks import Counter

_MARK = re.compile(
    r"(?P<indent> *)(?P<mark>[□ㅇ○•*※-]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]\.|\d{1,2}\.|[가-하]\.|\([a-z]\)) (?P<rest>\S.*)"
)
_NUMBERS: tuple[tuple[NumberFormat, str, str], ...] = (
    ("roman", "^{}.", r"[Ⅰ-Ⅹ]\."),
    ("digit", "^{}.", r"\d+\."),
    ("hangul", "^{}.", r"[가-하]\."),
    ("latin", "(^{})", r"\([a-z]\)"),
)
_GLYPHS = "□•ㅇ○-*※"
_LEADERS = "···"
_PAGE_NUMBER = re.compile(r"- \d+ -")
_FOOTNOTE = re.compile(r"(?P<mark>\d\)) (?P<text>.+)")
# A mark stands behind a word: "(20.1.1)" has none.
_ANCHOR = re.compile(r"(?P<text>.*[가-힣])(?P<mark>\d\))")
BULLETS, NUMBERS = "bullets", "numbers"


@dataclass(frozen=True, slots=True)
class Typing:
    """How a text is to be set. `automatic`: with marks of lists; `articles`: its numbers are no headings'.

    `titles` are the numbers of its title's lines among those that are not empty. `columns` of a table by its caption; `broken_words` of a text whose lines were wrapped inside of words, "" for
    one that was wrapped between them.
    """

    automatic: bool = False
    articles: bool = False
    titles: tuple[int, ...] = (0,)
    columns: tuple[tuple[str, int], ...] = ()
    broken_words: tuple[str, ...] | None = None


def blocks_of(text: str, typing: Typing) -> tuple[tuple[Block, ...], tuple[ListStyle, ...]]:
    """The blocks of a text, and the lists that they use."""
    lines = text.removesuffix("\n").split("\n")
    if typing.broken_words is not None:
        lines = list(_unwrapped(lines, typing.broken_words))
    lists: tuple[ListStyle, ...] = ()
    lines, notes = _without_notes(lines)
    shown = [number for number, line in enumerate(lines) if line]
    titles = frozenset(shown[number] for number in typing.titles)
    blocks = list(_set(lines, dict(typing.columns), titles))
    if typing.automatic:
        texts = [text for block in blocks if (text := _typed(block))]
        lists = lists_of(texts, outline=not typing.articles)
        counter = Counter(lists)
        blocks = [_automatic(block, lists, counter) for block in blocks]
    return tuple(_anchored(block, notes) for block in blocks), lists


def _unwrapped(lines: Sequence[str], broken: Iterable[str]) -> Iterator[str]:
    """Lines that begin an item take up the lines behind them that are not set in."""
    current = ""
    for line in lines:
        if current.startswith(" ") and line and not line.startswith(" "):
            inside = any(
                current.endswith(word[:cut]) and line.startswith(word[cut:])
                for word in broken
                for cut in range(1, len(word))
            )
            current += line if inside else f" {line}"
            continue
        if current:
            yield current
        if not line:
            yield line
        current = line
    if current:
        yield current


def _without_notes(lines: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """The lines without the footnotes at the end, and those by their marks."""
    notes = {match["mark"]: match["text"] for line in lines if (match := _FOOTNOTE.fullmatch(line))}
    kept: list[str] = []
    for line in lines:
        if _FOOTNOTE.fullmatch(line) or (not line and kept and not kept[-1] and notes):
            continue
        kept.append(line)
    return kept, notes


def _set(lines: Sequence[str], columns: dict[str, int], titles: frozenset[int]) -> Iterator[Block]:
    """Paragraphs and tables; a page number begins a new page."""
    number, new_page = 0, False
    while number < len(lines):
        line = lines[number]
        number += 1
        if _PAGE_NUMBER.fullmatch(line):
            new_page = True
        elif line in columns:
            rows, number = _rows(lines, number, columns[line])
            yield Table(rows, 1, line)
        else:
            title = number - 1 in titles
            yield Paragraph((line,) if line else (), title=title, new_page=new_page and bool(line))
            new_page = new_page and not line


def _rows(lines: Sequence[str], first: int, columns: int) -> tuple[tuple[tuple[Cell, ...], ...], int]:
    last = next(at for at in range(first, len(lines)) if not lines[at] or lines[at].startswith("※"))
    texts = [cell(line) for line in lines[first:last]]
    return tuple(tuple(texts[at : at + columns]) for at in range(0, len(texts), columns)), last


def lists_of(lines: Iterable[str], *, outline: bool) -> tuple[ListStyle, ...]:
    """The list of all numbers that were typed, and that of all bullets. `outline`: the numbers are headings'."""
    marks = [match["mark"] for line in lines if (match := _MARK.fullmatch(line))]
    glyphs = [glyph for glyph in _GLYPHS if glyph in marks]
    bullets = ListStyle(BULLETS, tuple(Level("bullet", glyph) for glyph in glyphs))
    found = [
        (style, template)
        for style, template, pattern in _NUMBERS
        if any(re.fullmatch(pattern, mark) for mark in marks)
    ]
    levels = tuple(Level(style, template.format(number)) for number, (style, template) in enumerate(found, 1))
    numbers = ListStyle(NUMBERS, levels, outline=outline)
    return tuple(style for style in (numbers, bullets) if style.levels)


def _typed(block: Block) -> str:
    """The text of a paragraph that may have a typed mark: neither of a title nor of a table of contents."""
    if isinstance(block, Table) or block.title or not block.pieces:
        return ""
    (text,) = block.pieces
    return text if isinstance(text, str) and _LEADERS not in text else ""


def _automatic(block: Block, lists: tuple[ListStyle, ...], counter: Counter) -> Block:
    """A paragraph with its typed mark made automatic. Raises ValueError where counting gives another."""
    match = _MARK.fullmatch(_typed(block))
    if not match or isinstance(block, Table):
        return block
    mark = _list_mark(match["mark"], lists)
    if (shown := counter.next(mark)) != match["mark"]:
        message = f"counting gives {shown} for {_typed(block)}"
        raise ValueError(message)
    heads = next(style.outline for style in lists if style.name == mark.list_name)
    return replace(
        block,
        pieces=(match["rest"],),
        mark=mark,
        heading=mark.level + 1 if heads else 0,
        indent=len(match["indent"]),
    )


def _list_mark(mark: str, lists: tuple[ListStyle, ...]) -> ListMark:
    by_name = {style.name: style for style in lists}
    if mark in _GLYPHS:
        glyphs = [level.template for level in by_name[BULLETS].levels]
        return ListMark(BULLETS, glyphs.index(mark))
    style = next(style for style, _, pattern in _NUMBERS if re.fullmatch(pattern, mark))
    return ListMark(NUMBERS, [level.format for level in by_name[NUMBERS].levels].index(style))


def _anchored(block: Block, notes: dict[str, str]) -> Block:
    """A paragraph with its footnote, where its text ends with the mark of one."""
    if isinstance(block, Table) or not block.pieces:
        return block
    (text,) = block.pieces
    match = _ANCHOR.fullmatch(text) if isinstance(text, str) else None
    if match is None or match["mark"] not in notes:
        return block
    return replace(block, pieces=(match["text"], footnote(notes[match["mark"]])))
