"""The same document in every format, and how alike its readings are."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from tests.support.office.description import Description
from tests.support.office.docx_writer import write_docx
from tests.support.office.html_writer import write_html
from tests.support.office.hwp_writer import write_hwp
from tests.support.office.hwpx_writer import write_hwpx
from tests.support.office.pdf_writer import write_pdf
from tests.support.office.text_writer import write_text
from tests.support.scoring import Row, measures, split_records

from yaksok.interfaces.records_json import records
from yaksok.pipeline import read_source
from yaksok.read import choose_reader
from yaksok.read.sources import from_bytes

WRITERS: Mapping[str, Callable[[Description], bytes]] = {
    "txt": lambda description: write_text(description).encode(),
    "html": lambda description: write_html(description).encode(),
    "docx": write_docx,
    "hwpx": write_hwpx,
    "hwp": write_hwp,
    "pdf": write_pdf,
}


class Reading(NamedTuple):
    """The document record and the statement records of a file."""

    document: Row
    rows: list[Row]


def reading_of(data: bytes, origin: str) -> Reading:
    """What a file says, read in this process."""
    raw = from_bytes(data, origin=origin)
    text = choose_reader(raw).read(raw)
    lines: list[Any] = [json.loads(json.dumps(record)) for record in records(read_source(text), text)]
    return Reading(*split_records(lines))


def shares(some: Reading, other: Reading) -> dict[str, float]:
    """Every measure of the reading contract, for the other reading against the first."""
    return measures(some.rows, other.rows, other.document, some.document)


def likeness(some: Reading, other: Reading) -> float:
    """statements_f1 of two readings of the same document."""
    return shares(some, other)["statements_f1"]


def differences(some: Reading, other: Reading) -> list[str]:
    """The statements that stand in one reading only, with "-" for the first and "+" for the second."""
    texts = [
        [f"{row['role']} {row['text']}" for row in each.rows if row["role"] != "meta"]
        for each in (some, other)
    ]
    return [f"- {text}" for text in texts[0] if text not in texts[1]] + [
        f"+ {text}" for text in texts[1] if text not in texts[0]
    ]
