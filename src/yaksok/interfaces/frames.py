"""Tables of a ledger in memory: as rows, and as the frames of other packages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from yaksok.interfaces.exports.arrow import ROWS_AT_ONCE, arrow_batches, package, schema_of
from yaksok.interfaces.exports.columns import shape_of
from yaksok.interfaces.exports.exporting import connected
from yaksok.interfaces.exports.rows import NEED_LINKS, rows_of

if TYPE_CHECKING:
    from yaksok.ledger.location import Place


class Table:
    """One table of a ledger, not loaded before it is asked for; its columns are in docs/exports.md.

    Each call reads the ledger as it is then. Rows are made a few thousand at a time, so of a large ledger only
    the frame itself takes memory, and with `rows` and `batches` not even that. Methods raise LedgerError; those
    that give frames raise TablePackageMissing unless yaksok[tables] is installed.
    """

    def __init__(self, ledger: Place, name: str, *, as_of: date) -> None:
        """Promises are judged as of the day. Raises UnknownTable."""
        self._ledger = ledger
        self._shape = shape_of(name)
        self._as_of = as_of

    def __repr__(self) -> str:
        return f"<{self.name} of {self._ledger}>"

    @property
    def name(self) -> str:
        """The name of the table."""
        return self._shape.name

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns in order."""
        return self._shape.names

    def rows(self) -> Iterator[dict[str, Any]]:
        """The rows one by one: str, int, float, bool, date, datetime, lists of str, or None."""
        with connected(self._ledger, linked=self._shape.name in NEED_LINKS) as connection:
            for row in rows_of(self._shape.name, connection, as_of=self._as_of):
                yield dict(zip(self.columns, row, strict=True))

    def batches(self, size: int = ROWS_AT_ONCE) -> Iterator[Any]:
        """The rows as `pyarrow.RecordBatch`, `size` rows each."""
        schema = schema_of(self._shape)
        with connected(self._ledger, linked=self._shape.name in NEED_LINKS) as connection:
            rows = rows_of(self._shape.name, connection, as_of=self._as_of)
            yield from arrow_batches(schema, rows, size=size)

    def to_arrow(self) -> Any:
        """The table as a `pyarrow.Table`."""
        schema = schema_of(self._shape)
        return package("pyarrow", purpose="An Arrow table").Table.from_batches(self.batches(), schema=schema)

    def to_polars(self) -> Any:
        """The table as a `polars.DataFrame`: days are Date, moments Datetime in UTC, lists List(String)."""
        polars = package("polars", purpose="A polars frame")
        return polars.from_arrow(self.to_arrow())

    def to_pandas(self) -> Any:
        """The table as a `pandas.DataFrame`: days are datetime64, whole numbers Int64, lists Python lists."""
        pandas = package("pandas", purpose="A pandas frame")
        arrow = package("pyarrow", purpose="A pandas frame")
        table = self.to_arrow()
        kept = {arrow.int64(): pandas.Int64Dtype(), arrow.bool_(): pandas.BooleanDtype()}
        frame = table.to_pandas(types_mapper=kept.get, date_as_object=False)
        for column in self._shape.columns:
            if column.kind == "texts":
                frame[column.name] = pandas.Series(
                    table[column.name].to_pylist(), index=frame.index, dtype=object
                )
        return frame
