"""The outline of a document: its blocks in order, each with its place in the tree."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from yaksok.outline.blocks import Block
from yaksok.outline.cleaning import clean
from yaksok.outline.dates import document_date
from yaksok.outline.footnotes import with_footnotes
from yaksok.outline.furniture import (
    closing_lines,
    furniture_lines,
    is_date_line,
    issuer_names,
    repeated_title_lines,
)
from yaksok.outline.head import Head, head_of
from yaksok.outline.joining import join_lines
from yaksok.outline.layout_tables import TableRules, furniture_tables, layout_table_runs
from yaksok.outline.lines import Line, split_lines
from yaksok.outline.mapped_text import join
from yaksok.outline.marks import Mark, bare_number_at, decimal_at
from yaksok.outline.placed_lines import evenly_spaced, placed_lines
from yaksok.outline.spacing import spacing_of
from yaksok.outline.tables import TableRun, caption_of, table_runs
from yaksok.outline.tree import Place, TreeBuilder
from yaksok.outline.wrapping import UNBROKEN, wrapping_of
from yaksok.records.layout import Layout
from yaksok.records.source import SourceText

_HEAD_ZONE = 12
_NO_LAYOUT = Layout()
_ATTACHMENT_LABEL = re.compile(r"[<\[〈【(]?\s?(?:붙임|별첨|별지|참고|첨부)\s?\d{0,2}\s?[>\]〉】)]?$")
_SPEAKER_LINE = re.compile(
    r"(?:\S{2,12}\s)?(?:\S{0,8})(?:대통령|총리|장관|차관|대변인|대사|청장|국장|이사장|원장|위원장|실장|차관보|본부장)(?:\s[가-힣]{2,4})?$"
    r"|(?:일시|장소|발표|발표자|브리핑|참석|주최|일자|날짜|Venue|Date|Speaker)\s?[:：].{1,60}$"
    r"|[가-힣]{2,4}\s\S{2,12}\s?(?:장관|차관|대통령|대변인|청장|이사장|차관보)$"
)


@dataclass(frozen=True, slots=True)
class Outline:
    """Blocks in document order, the place of each, and what the head of the document says."""

    blocks: tuple[Block, ...]
    places: tuple[Place | None, ...]
    head: Head
    title: str
    date: str | None


def outline_of(source: SourceText) -> Outline:
    """The outline of a source text. Every line with ink on it is in exactly one block."""
    text = source.text
    lines = split_lines(text, source.page_breaks)
    layout = source.layout or _NO_LAYOUT
    of_web_page = bool(layout.places) and not layout.unbroken and layout.places[0].page is None
    if of_web_page and not (source.chrome or any(place.heading for place in layout.places)):
        # A page of nothing but paragraphs: a text that was put on the web, or saved from an office program.
        lines = evenly_spaced(lines)
    lines = placed_lines(lines, layout)
    furniture = furniture_lines(lines, source.chrome)
    furniture |= furniture_tables(lines, furniture, layout.tables)
    head = head_of(text, lines, furniture, source.title_hint)
    date = document_date(lines, head.title_lines)
    furniture |= _around_title(lines, head)
    furniture |= closing_lines(lines, furniture)
    title = _title_block(text, lines, head)
    if title is not None:
        furniture |= repeated_title_lines(lines, title.text.text) - set(head.title_lines)
    blocks = _blocks(text, lines, furniture, layout, title, titled=set(head.title_lines))
    places = TreeBuilder(
        blocks, sub_headlines=head.genre == "press_release", tables_end_lists=of_web_page
    ).places()
    name = title.text.text if title else (source.title_hint or "")
    return Outline(tuple(blocks), tuple(places), head, name, date)


def _around_title(lines: list[Line], head: Head) -> set[int]:
    """Everything above the title, and the lines of date and issuer below it, are furniture."""
    if not head.title_lines:
        return set()
    first, last = head.title_lines[0], head.title_lines[-1]
    found = set(range(first))
    for index in range(last + 1, min(len(lines), last + 1 + _HEAD_ZONE)):
        text = lines[index].text
        told = is_date_line(text) or text == head.issuer or text.replace(" ", "") in issuer_names()
        if not (told or _is_speaker_line(text)):
            break
        found.add(index)
    return found


def _is_speaker_line(text: str) -> bool:
    """Who speaks, below the title of a speech ("외교부 장관 박진")."""
    if len(text) > 30:
        return False
    return _SPEAKER_LINE.match(text) is not None or (len(text) <= 25 and text.startswith(issuer_names()))


def _title_block(text: str, lines: list[Line], head: Head) -> Block | None:
    if not head.title_lines:
        return None
    chosen = [lines[i] for i in head.title_lines]
    parts = [clean(text, line.start, line.end) for line in chosen]
    whole = join(parts, [" "] * len(parts)).collapsed()
    whole = whole.slice(0, len(whole.text))
    caption = caption_of(whole.text)
    if caption:
        at = whole.text.find(caption)
        whole = whole.slice(at, at + len(caption))
    return Block("title", whole, (), (chosen[0].start, chosen[-1].full_end), lines=len(chosen))


def _blocks(
    text: str,
    lines: list[Line],
    furniture: set[int],
    layout: Layout,
    title: Block | None,
    *,
    titled: set[int],
) -> list[Block]:
    taken = set(titled)
    runs = _told_tables(text, lines, furniture | taken, layout)
    told = {index for run in runs for index in range(run.first, run.last)}
    runs += table_runs(text, lines, furniture | taken | told)
    for run in runs:
        taken.update(index for index in range(run.first, run.last))
    blocks = join_lines(
        text, lines, furniture, taken, unbroken=layout.unbroken, whole_words=layout.whole_words
    )
    for run in runs:
        blocks.extend(run.blocks)
    if title is not None:
        blocks.append(title)
    blocks.sort(key=lambda block: block.extent[0])
    captioned = [_with_caption(block) for block in _with_attachment_titles(_without_lone_answers(blocks))]
    return with_footnotes(_with_decimals(_with_bare_numbers(captioned)))


def _told_tables(text: str, lines: list[Line], taken: set[int], layout: Layout) -> list[TableRun]:
    """The tables that the file tells."""
    if not layout.tables:
        return []
    habits = UNBROKEN if layout.unbroken else wrapping_of(lines, whole_words=layout.whole_words)
    spacing = spacing_of(lines, habits)

    def joiner(left: str, right: str) -> str:
        return " " if layout.unbroken else spacing.between(left, right)

    def joined(some: list[Line]) -> list[Block]:
        return join_lines(text, some, set(), set(), unbroken=layout.unbroken, whole_words=layout.whole_words)

    return layout_table_runs(text, lines, taken, layout.tables, TableRules(joiner, joined))


def _with_attachment_titles(blocks: list[Block]) -> list[Block]:
    """The word "붙임" on a line of its own is the mark of the title below it."""
    result: list[Block] = []
    label: Block | None = None
    for block in blocks:
        is_label = block.kind == "text" and not block.marks and _ATTACHMENT_LABEL.match(block.text.text)
        if label is not None and block.kind == "text" and not block.marks and not is_label:
            glyph = label.text.text.strip("<>[]〈〉【】() ")
            mark = Mark(glyph, "attachment", 0, len(glyph))
            result.append(replace(block, marks=(mark,), extent=(label.extent[0], block.extent[1])))
            label = None
            continue
        if label is not None:
            result.append(label)
        label = block if is_label else None
        if label is None:
            result.append(block)
    return result if label is None else [*result, label]


def _without_lone_answers(blocks: list[Block]) -> list[Block]:
    """A letter "A." opens an answer only where questions are asked; elsewhere it is the letter of a section."""
    if any(
        block.marks and block.marks[0].kind == "speaker" and block.marks[0].value == 1 for block in blocks
    ):
        return blocks
    letter = Mark("A.", "letter", 1, 2)
    return [
        replace(block, marks=(letter, *block.marks[1:]))
        if block.marks and block.marks[0].kind == "speaker" and block.marks[0].glyph == "A."
        else block
        for block in blocks
    ]


def _with_caption(block: Block) -> Block:
    """A line in pointed brackets is a caption; its brackets go."""
    if block.kind != "text" or block.lines > 2 or (block.marks and block.marks[0].kind != "bracket"):
        return block
    if block.marks or block.text.text[:1] not in "<〈《":
        return block
    title = caption_of(block.text.text)
    if title is None:
        return block
    at = block.text.text.find(title)
    return replace(block, kind="caption", text=block.text.slice(at, at + len(title)))


def _with_bare_numbers(blocks: list[Block]) -> list[Block]:
    """Bare numbers before headings become marks where they go on or open a sequence."""
    value = 0
    result = []
    for block in blocks:
        mark = block.marks[0] if block.marks else None
        if mark is not None and mark.kind == "circled":
            value = mark.value
        elif mark is None and block.kind == "text" and not block.is_sentence and block.indent < 4:
            bare = _bare_number(block, value)
            if bare is not None:
                value = bare.value
                rest = block.text.slice(bare.length, len(block.text.text))
                result.append(replace(block, marks=(bare,), text=rest))
                continue
        result.append(block)
    return result


def _with_decimals(blocks: list[Block]) -> list[Block]:
    """Numbers such as "2.1" become marks below the number that they continue."""
    number = 0
    result = []
    for block in blocks:
        mark = block.marks[0] if block.marks else None
        if mark is not None and mark.kind in ("number", "roman", "bare_number"):
            number = mark.value
        found = decimal_at(block.text.text) if mark is None and block.kind == "text" else None
        if found is None or found[1] != number:
            result.append(block)
            continue
        rest = block.text.slice(found[0].length, len(block.text.text))
        rest = rest.slice(1, len(rest.text)) if rest.text.startswith(".") else rest
        result.append(replace(block, marks=(found[0],), text=rest))
    return result


def _bare_number(block: Block, value: int) -> Mark | None:
    text = block.text.text
    if not text[:1].isdigit() or len(text) > 45:
        return None
    mark = bare_number_at(text)
    if mark is None or mark.value not in (1, value + 1):
        return None
    return mark
