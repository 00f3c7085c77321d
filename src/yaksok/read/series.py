"""A measured series from a CSV file: date, value, source.

The series becomes a document, one statement for each row, so that a measured value has a source and a place
like everything else. Only `yaksok observe` reads it; the file does not say what it measures, its user does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from yaksok.errors import NotASeries
from yaksok.errors.notices import ROW_PASSED_OVER
from yaksok.read.cleaning import clean
from yaksok.read.decoding import decode
from yaksok.read.series_cells import Period, read_number, read_period
from yaksok.read.sources import RawSource
from yaksok.records.mentions import QuantityMention, Span, TimeMention
from yaksok.records.problem import Problem
from yaksok.records.promise import Observation
from yaksok.records.source import SourceText
from yaksok.records.statement import Document, Language, Statement, TableCell

MEDIA_TYPE = "text/csv"
MOST_ROWS = 100_000
"""A daily series of 270 years; more is no series of an indicator."""

_MOST_CELLS = 100
_MOST_PROBLEMS = 50  # one for each line would drown the first
_LONGEST_LINE = 10_000
_COLUMNS = {
    "date": (
        "date",
        "period",
        "time",
        "year",
        "month",
        "quarter",
        "날짜",
        "일자",
        "시점",
        "기간",
        "연도",
        "년도",
        "연월",
    ),
    "value": ("value", "amount", "figure", "obs_value", "값", "수치", "측정값", "실적", "금액"),
    "source": ("source", "출처", "자료", "자료출처"),
}
# One cell with the separator behind it: quoted with doubled quotes, or plain.
_CELL = {
    separator: re.compile(
        rf'[ ]*(?:"(?P<quoted>(?:[^"]|"")*)"[ ]*(?=[{separator}]|$)|(?P<plain>[^{separator}]*))(?P<end>[{separator}]|$)'
    )
    for separator in (",", ";", "\t")
}
_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class MeasuredSeries:
    """A series as read: its source, its document, and its values in the order of their rows.

    Spans of the observations count characters of the document's text; `n` is the number of the row's statement.
    """

    source: SourceText
    document: Document
    observations: tuple[Observation, ...]


class _Cell(NamedTuple):
    words: str
    span: Span


class _Row(NamedTuple):
    line: int
    span: Span
    cells: tuple[_Cell, ...]


class _Read(NamedTuple):
    """A row with what it says, or the reason why it says nothing."""

    row: _Row
    period: Period | None = None
    value: int | float | None = None
    source: str = ""
    reason: str = ""


def read_series(raw: RawSource, *, indicator: str, unit: str, factor: float = 1) -> MeasuredSeries:
    """The series of a CSV file.

    `indicator` names what is measured, `unit` is the canonical unit of its values and `factor` what one of
    the file's figures is in it (100000000 for 억불 in USD). A row that holds no value is kept as a statement
    and noted as a problem; extra columns are left aside. Raises SourceEmpty, NotText, EncodingUnknown, or
    NotASeries where no column is named or no row can be read.
    """
    decoded = decode(raw.data, origin=raw.origin)
    cleaned = clean(decoded, origin=raw.origin)
    text = cleaned.text
    rows = list(_rows(text, raw.origin))
    columns = _columns(rows[0], raw.origin)
    read = [_read(row, columns, factor) for row in rows[1:]]
    if not any(each.value is not None for each in read):
        reason = f"line {read[0].row.line}: {read[0].reason}" if read else "it has a first line only"
        raise NotASeries(path=raw.origin, reason=reason)
    statements = tuple(_statements(text, rows[0], read, columns, unit))
    source = SourceText(
        text=text,
        media_type=MEDIA_TYPE,
        sha256=raw.sha256,
        encoding=decoded.encoding,
        origin=raw.origin,
        problems=(*cleaned.problems, *_problems(read)),
    )
    document = Document(
        title=indicator,
        date=None,
        issuer=_only({each.source for each in read if each.value is not None}),
        genre="other",
        language=_language(text + indicator),
        text=text,
        statements=statements,
    )
    return MeasuredSeries(source, document, tuple(_observations(read, unit)))


def _rows(text: str, origin: str) -> Iterator[_Row]:
    """The lines that hold something, cut into cells; the separator is what the first line has most of."""
    separator = ""
    line, before = 1, 0
    for count, match in enumerate(_LINE.finditer(text)):
        start, end = match.span()
        line += text.count("\n", before, start)
        before = start
        if end - start > _LONGEST_LINE:
            raise NotASeries(path=origin, reason=f"line {line} has more than {_LONGEST_LINE:,} characters")
        if count > MOST_ROWS:
            raise NotASeries(path=origin, reason=f"it has more than {MOST_ROWS:,} rows")
        words = match[0]
        separator = separator or max(",;\t", key=words.count)
        lead = len(words) - len(words.lstrip())
        yield _Row(line, (start + lead, start + len(words.rstrip())), tuple(_cells(words, start, separator)))


def _cells(words: str, start: int, separator: str) -> Iterator[_Cell]:
    at = 0
    for _ in range(_MOST_CELLS):
        match = _CELL[separator].match(words, at)
        if match is None:
            return
        name = "quoted" if match["quoted"] is not None else "plain"
        cell = match[name]
        lead = len(cell) - len(cell.lstrip())
        place = start + match.start(name) + lead
        stripped = cell.strip()
        yield _Cell(
            stripped.replace('""', '"') if name == "quoted" else stripped, (place, place + len(stripped))
        )
        if not match["end"]:
            return
        at = match.end()


def _columns(header: _Row, origin: str) -> dict[str, int]:
    """Which column holds what, by the names in the first line."""
    names = [_BLANK.sub("", cell.words).lower() for cell in header.cells]
    found: dict[str, int] = {}
    for column, words in _COLUMNS.items():
        place = next((index for word in words for index, name in enumerate(names) if name == word), None)
        if place is not None:
            found[column] = place
    for column in ("date", "value"):
        if column not in found:
            raise NotASeries(path=origin, reason=f"its first line names no column for the {column}")
    return found


def _read(row: _Row, columns: dict[str, int], factor: float) -> _Read:
    cells = {name: row.cells[place].words for name, place in columns.items() if place < len(row.cells)}
    source = cells.get("source", "")
    if not cells.get("date") or not cells.get("value"):
        return _Read(row, source=source, reason="a cell is missing")
    period, value = read_period(cells["date"]), read_number(cells["value"], factor)
    if period is None:
        return _Read(row, source=source, reason="its date cannot be read")
    if value is None:
        return _Read(row, source=source, reason="its value is no number")
    return _Read(row, period, value, source)


def _statements(
    text: str, header: _Row, read: Sequence[_Read], columns: dict[str, int], unit: str
) -> Iterator[Statement]:
    heads = tuple(cell.words for cell in header.cells)
    rows = [header, *(each.row for each in read)]
    starts = [0, *(row.span[0] for row in rows[1:]), len(text)]
    top = _statement(1, header, (0, starts[1]), text)
    yield top
    for place, each in enumerate(read, start=1):
        row = each.row
        plain = _statement(place + 1, row, (starts[place], starts[place + 1]), text, under=top)
        yield plain if each.value is None else _measured(plain, each, columns, unit, heads)


def _statement(n: int, row: _Row, extent: Span, text: str, *, under: Statement | None = None) -> Statement:
    return Statement(
        n=n,
        span=row.span,
        extent=extent,
        role="heading" if under is None else "item",
        act="none",
        marker="",
        text=_BLANK.sub(" ", text[slice(*row.span)]),
        trail=() if under is None else (under.text,),
        parent=None if under is None else under.n,
    )


def _measured(
    plain: Statement, each: _Read, columns: dict[str, int], unit: str, heads: tuple[str, ...]
) -> Statement:
    """A row as the statement that something was measured: its time and its amount at their places."""
    cells = each.row.cells
    day, figure = cells[columns["date"]], cells[columns["value"]]
    period, value = each.period, each.value
    if period is None or value is None:
        return plain
    return Statement(
        n=plain.n,
        span=plain.span,
        extent=plain.extent,
        role=plain.role,
        act="result",
        marker=plain.marker,
        text=plain.text,
        trail=plain.trail,
        parent=plain.parent,
        times=(
            TimeMention(day.words, day.span, period.start.isoformat(), period.end.isoformat(), "occurred"),
        ),
        quantities=(QuantityMention(figure.words, figure.span, value, unit),),
        cells=tuple(
            TableCell(cell.span, plain.n - 1, column, (), (heads[column],) if column < len(heads) else ())
            for column, cell in enumerate(cells)
        ),
    )


def _observations(read: Sequence[_Read], unit: str) -> Iterator[Observation]:
    for n, each in enumerate(read, start=2):
        if each.period is not None and each.value is not None:
            yield Observation(
                date=each.period.end.isoformat(),
                value=float(each.value),
                unit=unit,
                source=each.source,
                start=each.period.start.isoformat(),
                n=n,
                span=each.row.span,
            )


def _problems(read: Sequence[_Read]) -> Iterator[Problem]:
    left = [each for each in read if each.value is None]
    for each in left[:_MOST_PROBLEMS]:
        yield ROW_PASSED_OVER.problem(span=each.row.span, line=each.row.line, reason=each.reason)


def _only(names: set[str]) -> str | None:
    """The one name, None if there are several or none."""
    return next(iter(names)) or None if len(names) == 1 else None


def _language(text: str) -> Language:
    return "ko" if any("가" <= letter <= "힣" for letter in text[:_LONGEST_LINE]) else "en"
