"""Tables that extraction flattened to lines: with tabs, bars, wide gaps, or a cell on each line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from yaksok.outline.blocks import Block, BlockKind
from yaksok.outline.cleaning import clean
from yaksok.outline.lines import Line
from yaksok.outline.mapped_text import MappedText, join
from yaksok.outline.marks import Mark, mark_at
from yaksok.outline.table_heads import Grid
from yaksok.records.layout import Cell
from yaksok.records.mentions import Span

# Blanks before a bar are looked at from the first one only: a line may hold very many.
_BAR = re.compile(r"(?:(?<!\s)\s+)?\|\s*")
_GAP = re.compile(r"\s{2,}")
_RULE = re.compile(r"[\s|:+=—–-]{3,}$")
_CAPTION = re.compile(
    r"[<〈《【\[]\s?(?P<title>[^<>〈〉《》【】\[\]]{2,80}?)\s?[>〉》】\]](?:\s?[(][^()]{1,30}[)])?$"
)
_UNIT_LINE = re.compile(r"[(\[]\s?단위\s?[:：].{1,40}[)\]]$")
_RUNNING_NUMBER = re.compile(r"\d{1,3}$")
_CELL_BULLET = re.compile(r"(?:^|(?<=\s))[▪▫•·‣∙\-]\s(?=\S)")
_LIST_OPENING = re.compile(r"<ul[^<>]{0,200}>")
_NUMERIC = re.compile(r"[\d,.%()△▲~’'\-–→조억만천백원달러불건명회개국 월년일]{1,30}$")
HEADER_WORDS = frozenset(
    "구분 과제 과제명 일정 시기 목표 실적 비고 담당 부서 소관 지표 지표명 성과지표 달성도 달성률 달성율 내용 국가 국가명 금액 연번 순번 번호 "
    "주요내용 추진일정 추진과제 세부과제 사업명 예산 기간 장소 참석자 대상 건수 인원 평가 등급 점수 가중치 측정방법 분야 항목 성명 직위 "
    "소속 이름 분기 연도 년도 합계 계 증감 추진시기 추진계획 주관 관계부처 목표치 실적치 행사 행사명 일시 개최지 규모 협력국 수원국 지역".split()
)
_HEADER_ENDINGS = (
    "내용",
    "일정",
    "시기",
    "과제",
    "목표",
    "실적",
    "지표",
    "일시",
    "장소",
    "금액",
    "국가명",
    "기관",
    "사업명",
    "결과",
    "비율",
)
# Years, quarters and months head columns of figures: "2024년", "’24.2Q", "2024년 1~6월", "1분기", "FY 2024".
_PERIOD_CELL = re.compile(
    r"(?:FY\s?)?(?:[’‘']?\d{2}|(?:19|20)\d{2})[년.]?(?:\s?\d{1,2}(?:\s?[~–-]\s?\d{1,2})?\s?(?:월|분기|/4분기|Q)|\s?[상하]반기|\.\d{1,2})?(?:\s?\([A-Za-z가-힣]{1,4}\))?$"
    r"|\d(?:/4)?\s?분기$|\d{1,2}월$|[상하]반기$|Q[1-4]$"
)
_MAX_COLUMNS = 8
_MAX_CELL = 60


@dataclass(frozen=True, slots=True)
class TableRun:
    """Lines `first`..`last` (last excluded) that form a table, and the blocks they make."""

    first: int
    last: int
    blocks: tuple[Block, ...]


def caption_of(text: str) -> str | None:
    """The title inside 〈 〉 when a line is a table's caption."""
    match = _CAPTION.match(text)
    return match.group("title") if match else None


def table_runs(text: str, lines: list[Line], furniture: set[int]) -> list[TableRun]:
    """The tables among the lines, in order, without overlap."""
    runs: list[TableRun] = []
    index = 0
    while index < len(lines):
        run = None
        if index not in furniture:
            run = _separated_run(text, lines, furniture, index) or _stacked_run(lines, furniture, index)
        if run is None:
            index += 1
        else:
            runs.append(run)
            index = run.last
    return runs


def _separated_run(text: str, lines: list[Line], furniture: set[int], first: int) -> TableRun | None:
    """Rows on lines of their own, cells parted by tabs, bars or wide gaps."""
    separator = _separator_of(lines[first])
    if separator is None:
        return None
    last = first
    while last < len(lines):
        # A rule between rows belongs to the table, whatever it looks like alone.
        if not _RULE.match(lines[last].text) and (
            last in furniture or _separator_of(lines[last]) != separator
        ):
            break
        last += 1
    rows = [line for line in lines[first:last] if not _RULE.match(line.text)]
    if len(rows) < 2:
        return None
    cells = [_cells(text, line, separator) for line in rows]
    if any(_LIST_OPENING.search(line.text) for line in rows):
        return TableRun(first, last, tuple(_bulleted_blocks(text, rows, cells)))
    captioned = first > 0 and caption_of(lines[first - 1].text) is not None
    return TableRun(first, last, tuple(_row_blocks(text, rows, cells, captioned=captioned)))


def _separator_of(line: Line) -> str | None:
    body = line.text
    if "\t" in body:
        return "tab"
    if "|" in body:
        return "bar" if len(_BAR.split(body)) >= 2 else None
    if "  " in body and mark_at(body) is None and len(_GAP.split(body)) >= 3 and not body.endswith("."):
        return "gap"
    return None


def _cells(text: str, line: Line, separator: str) -> list[Span]:
    """Spans of a row's cells; a leading empty cell (a cell that spans rows) has an empty span."""
    pattern = {"tab": re.compile(r"\t"), "bar": _BAR, "gap": _GAP}[separator]
    cells: list[Span] = []
    if separator == "tab" and text[line.start - 1 : line.start] == "\t":
        cells.append((line.start, line.start))
    position = line.start
    for match in pattern.finditer(line.text):
        cells.append((position, line.start + match.start()))
        position = line.start + match.end()
    cells.append((position, line.end))
    return cells


def _row_blocks(text: str, rows: list[Line], cells: list[list[Span]], *, captioned: bool) -> list[Block]:
    row_texts = [_row_text(line, spans) for line, spans in zip(rows, cells, strict=True)]
    header = is_header_row(row_texts[0][1], [texts for _, texts in row_texts[1:]], captioned=captioned)
    known = [
        [Cell(span, row, column) for column, span in enumerate(spans)] for row, spans in enumerate(cells)
    ]
    grid = Grid(text, [cell for row in known for cell in row], head_rows=int(header))
    blocks = []
    for number, (line, (mapped, _)) in enumerate(zip(rows, row_texts, strict=True)):
        kind: BlockKind = "header_row" if number == 0 and header else "row"
        block = row_block(kind, mapped, (line.start, line.full_end), line.indent)
        filled = [cell for cell in known[number] if cell.span[1] > cell.span[0]]
        blocks.append(replace(block, cells=tuple(map(grid.with_heads, filled))))
    return blocks


def _row_text(line: Line, spans: list[Span]) -> tuple[MappedText, list[str]]:
    parts = [_mapped(line, span) for span in spans if span[1] > span[0]]
    parts = [part for part in parts if part.text]
    joined = join(parts, [" "] * len(parts)).collapsed() if parts else _mapped(line, (line.start, line.end))
    return joined, [part.text for part in parts]


def _mapped(line: Line, span: Span) -> MappedText:
    part = MappedText(line.text[span[0] - line.start : span[1] - line.start], (0,), (span[0],))
    return part.slice(0, len(part.text))


def row_block(kind: BlockKind, mapped: MappedText, extent: Span, indent: int) -> Block:
    """A row; a running number in front of it is its mark."""
    marks: tuple[Mark, ...] = ()
    first, _, rest = mapped.text.partition(" ")
    if kind == "row" and rest and _RUNNING_NUMBER.match(first) and not _NUMERIC.match(rest):
        marks = (Mark(first, "number", int(first), len(first)),)
        mapped = mapped.slice(len(first), len(mapped.text))
    elif kind == "row" and rest:
        mark = mark_at(mapped.text)
        if mark is not None and mark.kind in (
            "circled",
            "number",
            "hangul",
            "number_paren",
            "circle",
            "square",
        ):
            marks = (mark,)
            mapped = mapped.slice(mark.length, len(mapped.text))
    return Block(kind, mapped, marks, extent, indent)


def is_header_row(first: list[str], others: Sequence[list[str]], *, captioned: bool = False) -> bool:
    """Whether the first row heads the others: of header words, or without figures above rows that have some."""
    known = sum(1 for cell in first if is_header_cell(cell))
    if known * 2 >= len(first):
        return True
    if not others:
        return False
    figures = [cell for cell in first[1:] if not _PERIOD_CELL.match(cell)]
    if any(_NUMERIC.match(cell) and any(sign.isdigit() for sign in cell) for cell in figures):
        return False
    return all(len(cell) <= 20 for cell in first) and (
        captioned or any(any(sign.isdigit() for sign in "".join(row)) for row in others)
    )


def _bulleted_blocks(text: str, rows: list[Line], cells: list[list[Span]]) -> list[Block]:
    """Cells as headings, one below the other from left to right, their bullets as items."""
    blocks: list[Block] = []
    for line, spans in zip(rows, cells, strict=True):
        for depth, (start, end) in enumerate(spans):
            if end <= start:
                continue
            blocks.extend(_cell_blocks(text, start, end, depth, line))
    return blocks


def _cell_blocks(text: str, start: int, end: int, depth: int, line: Line) -> list[Block]:
    raw = text[start:end]
    bullets = [match.start() + start for match in _CELL_BULLET.finditer(raw)]
    extent = (start, min(end + 1, line.full_end))
    if not bullets:
        return [Block("cell", clean(text, start, end).collapsed(), (), extent, depth=depth)]
    blocks = []
    head = clean(text, start, bullets[0])
    if head.text.strip():
        blocks.append(Block("cell", head.slice(0, len(head.text)), (), (start, bullets[0]), depth=depth))
    glyphs: list[str] = []
    for at, next_at in zip(bullets, [*bullets[1:], end], strict=True):
        glyph = text[at]
        if glyph not in glyphs:
            glyphs.append(glyph)
        del glyphs[glyphs.index(glyph) + 1 :]
        body = clean(text, at + 1, next_at)
        mark = Mark(glyph, "dot", 0, 1)
        item = body.slice(0, len(body.text)).collapsed()
        blocks.append(Block("cell", item, (mark,), (at, next_at), depth=depth + len(glyphs)))
    return blocks


def _stacked_run(lines: list[Line], furniture: set[int], first: int) -> TableRun | None:
    """A cell on every line, below a caption or from a line of header words on."""
    if first and caption_of(lines[first - 1].text) is None and not _UNIT_LINE.match(lines[first - 1].text):
        words = _header_count(lines, furniture, first)
        if words < 2:
            return None
    last = first
    while last < len(lines) and last not in furniture and _is_cell_line(lines[last], first=last == first):
        last += 1
    count = last - first
    columns = _columns(lines[first:last], _header_count(lines, furniture, first)) if count >= 4 else 0
    if not columns:
        return None
    last = first + count // columns * columns
    return TableRun(first, last, tuple(_stacked_blocks(lines[first:last], columns)))


def _header_count(lines: list[Line], furniture: set[int], first: int) -> int:
    count = 0
    for index in range(first, min(len(lines), first + _MAX_COLUMNS)):
        if index in furniture or not is_header_cell(lines[index].text):
            break
        count += 1
    return count


def is_header_cell(text: str) -> bool:
    """Whether a cell holds a usual word of head rows."""
    word = text.replace(" ", "").split("(")[0]
    return word in HEADER_WORDS or (len(word) <= 7 and word.endswith(_HEADER_ENDINGS))


def _is_cell_line(line: Line, *, first: bool) -> bool:
    ends = line.text[-1:] in ".?!" and not line.text[-2:-1].isdigit()
    if len(line.text) > _MAX_CELL or ends or (line.blanks > 1 and not first):
        return False
    if line.text.endswith("다"):
        return False
    if line.text[0] in "<〈《([" and not first and (caption_of(line.text) or _UNIT_LINE.match(line.text)):
        return False
    mark = mark_at(line.text)
    return mark is None or mark.kind in ("circled", "number")


def _columns(lines: list[Line], header_words: int) -> int:
    """The number of columns under which the cells of each column look alike; 0 if there is none."""
    texts = [line.text for line in lines]
    if header_words >= 2 and len(texts) >= 2 * header_words:
        return header_words
    best, best_score = 0, 0.0
    for columns in range(2, _MAX_COLUMNS + 1):
        if len(texts) < 2 * columns or len(texts) % columns:
            continue
        body = texts[columns:]
        if any(_NUMERIC.match(cell) for cell in texts[:columns]):
            continue
        score = sum(_alike(body[column::columns]) for column in range(columns)) / columns
        if score > best_score:
            best, best_score = columns, score
    return best if best_score >= 0.9 else 0


def _alike(column: list[str]) -> float:
    """The share of a column's cells that are of its most common kind."""
    numeric = sum(1 for cell in column if any(sign.isdigit() for sign in cell) and _NUMERIC.match(cell))
    return max(numeric, len(column) - numeric) / len(column) if numeric else 0.85


def _stacked_blocks(lines: list[Line], columns: int) -> list[Block]:
    rows = [lines[at : at + columns] for at in range(0, len(lines), columns)]
    texts = [[line.text for line in row] for row in rows]
    header = is_header_row(texts[0], texts[1:])
    blocks = []
    for number, row in enumerate(rows):
        parts = [MappedText(line.text, (0,), (line.start,)) for line in row]
        mapped = join(parts, [" "] * len(parts)).collapsed()
        kind: BlockKind = "header_row" if number == 0 and header else "row"
        extent = (row[0].start, row[-1].full_end)
        blocks.append(row_block(kind, mapped, extent, row[0].indent))
    return blocks
