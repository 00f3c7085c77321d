"""Tables as Arrow batches, and Parquet files; pyarrow is an extra and is loaded only here."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from yaksok.errors import TablePackageMissing
from yaksok.interfaces.exports.columns import Kind, Shape
from yaksok.interfaces.exports.rows import Cells, batches_of

ROWS_AT_ONCE = 5_000
"""Rows that are Python objects at one time."""


def package(name: str, *, purpose: str) -> Any:
    """A module of the extra `tables`. Raises TablePackageMissing."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise TablePackageMissing(purpose=purpose, package=name.partition(".")[0]) from error


def schema_of(shape: Shape, *, purpose: str = "An Arrow table") -> Any:
    """The columns of a table as a `pyarrow.Schema`. Raises TablePackageMissing."""
    arrow = package("pyarrow", purpose=purpose)
    types: dict[Kind, Any] = {
        "text": arrow.string(),
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "truth": arrow.bool_(),
        "day": arrow.date32(),
        "moment": arrow.timestamp("us", tz="UTC"),
        "texts": arrow.list_(arrow.field("element", arrow.string(), nullable=False)),
    }
    return arrow.schema(
        [arrow.field(column.name, types[column.kind], nullable=column.nullable) for column in shape.columns]
    )


def arrow_batches(schema: Any, rows: Iterable[Cells], *, size: int = ROWS_AT_ONCE) -> Iterator[Any]:
    """The rows as record batches of a size; the last one may be smaller."""
    arrow = importlib.import_module("pyarrow")
    for batch in batches_of(iter(rows), size):
        columns = zip(*batch, strict=True)
        arrays = [arrow.array(values, field.type) for values, field in zip(columns, schema, strict=True)]
        yield arrow.RecordBatch.from_arrays(arrays, schema=schema)


def write_parquet(path: Path, shape: Shape, rows: Iterable[Cells]) -> int:
    """Write a Parquet file batch by batch; how many rows. Raises TablePackageMissing, OSError."""
    schema = schema_of(shape, purpose="Parquet")
    parquet = package("pyarrow.parquet", purpose="Parquet")
    count = 0
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for batch in arrow_batches(schema, rows):
            writer.write_batch(batch)
            count += batch.num_rows
    return count
