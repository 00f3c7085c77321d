"""What every reading must hold, however damaged the input is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.robustness.checks import check_document

from yaksok.errors import YaksokError
from yaksok.pipeline import read_source
from yaksok.read import read_raw
from yaksok.read.sources import from_bytes
from yaksok.records.statement import Document


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
