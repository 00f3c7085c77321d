"""What holds of every reading, however damaged the file: and that it ends in time."""

from __future__ import annotations

import json
import math
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from types import FrameType

from yaksok.errors import ReaderFailed, ReadingError
from yaksok.interfaces.documents import ReadDocument, read_opened
from yaksok.interfaces.records_json import records, to_line
from yaksok.read.sources import from_bytes
from yaksok.records.layout import Layout
from yaksok.records.mentions import Span
from yaksok.records.source import SourceText
from yaksok.records.statement import Document


class TookTooLong(Exception):
    """A reading was stopped by the test."""


def read_or_number(data: bytes, *, seconds: float = 10) -> str:
    """The number of the error, "read" for a document; anything else that is raised is a fault."""
    outcome = _read(data, seconds)
    if isinstance(outcome, ReadDocument):
        check(outcome)
        return "read"
    assert not isinstance(outcome, ReaderFailed), outcome
    assert outcome.describe("ko")
    return outcome.number


def _read(data: bytes, seconds: float) -> ReadDocument | ReadingError:
    try:
        with within(seconds):
            return read_opened(from_bytes(data, origin="mutant"))
    except ReadingError as error:
        return error


def check(read: ReadDocument) -> None:
    """Extents tile the text, spans lie in it, and the records can be written down."""
    check_document(read.document)
    check_source(read.source)
    for record in records(read.document, read.source):
        json.loads(to_line(record), parse_constant=_refuse)


def check_document(document: Document) -> None:
    """Extents tile the text, and every span lies in its extent."""
    place = 0
    for number, statement in enumerate(document.statements, 1):
        assert statement.n == number
        start, end = statement.extent
        assert start == place, f"statement {number} begins at {start}, the one before ended at {place}"
        assert start <= statement.span[0] <= statement.span[1] <= end
        for mention in (*statement.parties, *statement.times, *statement.quantities, *statement.names):
            assert statement.extent[0] <= mention.span[0] < mention.span[1] <= statement.extent[1]
        place = end
    assert place == len(document.text)


def check_source(source: SourceText) -> None:
    """What the layout says lies in the text, in order, and is finite."""
    _check_spans(source.chrome, len(source.text))
    assert list(source.page_breaks) == sorted(set(source.page_breaks))
    assert all(0 <= place <= len(source.text) for place in source.page_breaks)
    if source.layout is not None:
        _check_layout(source.layout, source.text)


def _check_layout(layout: Layout, text: str) -> None:
    _check_spans([place.span for place in layout.places], len(text))
    paths = [place.path for place in layout.places]
    assert len(set(paths)) == len(paths), "two places have the same address"
    for place in layout.places:
        assert place.indent >= 0
        assert place.heading >= 0
        assert place.box is None or all(map(math.isfinite, place.box)), place
        assert place.page is None or place.page >= 1
    for table in layout.tables:
        for cell in table.cells:
            assert table.span[0] <= cell.span[0] <= cell.span[1] <= table.span[1]
            assert cell.row >= 0
            assert cell.column >= 0
            assert cell.row_span >= 1
            assert cell.column_span >= 1
            assert cell.own_lines or "\n" not in text[cell.span[0] : cell.span[1]]
    loose = [*(note.span for note in layout.notes), *(note.span for note in layout.annotations)]
    loose += [link.span for link in layout.links]
    for start, end in loose:
        assert 0 <= start <= end <= len(text)
    assert all(0 <= note.anchor <= len(text) for note in layout.notes)


def _check_spans(spans: tuple[Span, ...] | list[Span], length: int) -> None:
    assert all(0 <= start <= end <= length for start, end in spans)
    for one, other in pairwise(spans):
        assert one[1] <= other[0], f"{one} and {other} overlap"


def _refuse(name: str) -> None:
    message = f"{name} is no number in JSON"
    raise AssertionError(message)


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raises TookTooLong inside the block when it has lasted so long, where the system can."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, _too_long)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _too_long(_number: int, _frame: FrameType | None) -> None:
    raise TookTooLong
