"""Tables as JSON Lines and as CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, TextIO

from yaksok.interfaces.exports.columns import Column, Shape
from yaksok.interfaces.exports.rows import Cells

SHIELD = "'"
"""What stands before a text that a spreadsheet would take for a formula."""

_DANGEROUS = frozenset("=+-@\t\r\n＝＋－＠") | {SHIELD}
"""First signs of what spreadsheets compute, full-width ones as they read them too; and the shield itself, so that
taking one away gives back the text."""


def write_jsonl(file: TextIO, shape: Shape, rows: Iterable[Cells]) -> int:
    """Write one object a line, each with every column; how many. Days and moments are in ISO form."""
    names = shape.names
    count = 0
    for count, row in enumerate(rows, 1):  # noqa: B007 - the number of the last one is their count
        written = json.dumps(
            dict(zip(names, row, strict=True)), ensure_ascii=False, separators=(",", ":"), default=_iso
        )
        file.write(written + "\n")
    return count


def _iso(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def write_csv(file: TextIO, shape: Shape, rows: Iterable[Cells]) -> int:
    """Write a head line and one line a row, as RFC 4180 has it; how many rows.

    None is an empty cell, a list is a JSON array, true and false are written so. Texts that begin with a sign that
    spreadsheets take for a formula are shielded.
    """
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(shape.names)
    count = 0
    for count, row in enumerate(rows, 1):  # noqa: B007 - the same
        writer.writerow(_csv_cells(shape.columns, row))
    return count


def _csv_cells(columns: Iterable[Column], row: Cells) -> Iterator[str]:
    for column, value in zip(columns, row, strict=True):
        if value is None:
            yield ""
        elif column.kind == "text":
            yield shielded(value)
        elif column.kind == "texts":
            yield json.dumps(value, ensure_ascii=False)
        elif column.kind == "truth":
            yield "true" if value else "false"
        elif column.kind in {"day", "moment"}:
            yield value.isoformat()
        else:
            yield repr(value)


def shielded(text: str) -> str:
    """The text as a cell: with an apostrophe before it if its first sign could begin a formula."""
    return SHIELD + text if text and text[0] in _DANGEROUS else text


def unshielded(cell: str) -> str:
    """The text of a cell."""
    return cell.removeprefix(SHIELD)
