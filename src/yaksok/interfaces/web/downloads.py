"""Lists as files: CSV, JSON and Parquet of what a page lists, with all its rows."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any, Literal

from starlette.responses import Response

FORMATS = ("csv", "json", "parquet")
FileFormat = Literal["csv", "json", "parquet"]

_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
MOST_ROWS = 100_000
"""So many rows are written into one file; what is larger is for `yaksok export`."""


def asked_format(written: str | None) -> FileFormat | None:
    """The format in a request's `format`; None for the page itself."""
    for name in FORMATS:
        if written == name:
            return name  # type: ignore[return-value]  # one of FORMATS, which are the literals
    return None


def download(
    rows: Iterable[Mapping[str, Any]], columns: Mapping[str, type], *, name: str, form: FileFormat
) -> Response:
    """A file of rows. `columns` are their names in order with the type of their values (str, int, float, bool)."""
    listed = list(rows)
    made = {"csv": _csv, "json": _json, "parquet": _parquet}[form](listed, columns)
    return Response(
        made,
        media_type=_TYPES[form],
        headers={"content-disposition": f'attachment; filename="{name}.{form}"'},
    )


def _csv(rows: list[Mapping[str, Any]], columns: Mapping[str, type]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(name)) for name in columns] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()  # the mark by which spreadsheets know UTF-8


def _cell(value: Any) -> Any:
    """A value as a cell. Text that a spreadsheet would run as a formula is marked as text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return value


def _json(rows: list[Mapping[str, Any]], columns: Mapping[str, type]) -> bytes:
    listed = [{name: row.get(name) for name in columns} for row in rows]
    return json.dumps(listed, ensure_ascii=False, indent=1).encode()


def _parquet(rows: list[Mapping[str, Any]], columns: Mapping[str, type]) -> bytes:
    import pyarrow as pa  # noqa: PLC0415 - an extra, loaded for this format alone
    import pyarrow.parquet as pq  # noqa: PLC0415 - the same

    kinds = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    schema = pa.schema([(name, kinds[kind]) for name, kind in columns.items()])
    table = pa.Table.from_pylist([{name: row.get(name) for name in columns} for row in rows], schema=schema)
    out = io.BytesIO()
    pq.write_table(table, out)
    return out.getvalue()
