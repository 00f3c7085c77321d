"""What every reading must hold, however damaged the input is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yaksok.errors import YaksokError
from yaksok.pipeline import read_source
from yaksok.read import read_raw
from yaksok.read.sources import from_bytes
from yaksok.records.statement import Document


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


def read_checked(data: bytes) -> Document | str:
    """The checked document, or the number of the error that stands for it."""
    try:
        document = read_source(read_raw(from_bytes(data, origin="specimen")))
    except YaksokError as error:
        return error.number
    check_document(document)
    return document


@pytest.fixture(scope="session")
def reading() -> Callable[[bytes], Document | str]:
    return read_checked
