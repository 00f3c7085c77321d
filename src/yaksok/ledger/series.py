"""Measured series in a ledger: a file as a document, and a row that says what it measures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Engine, Select, exists, insert, select

from yaksok.ledger import tables
from yaksok.ledger.identity import series_id
from yaksok.ledger.journal import Unit, content_digest, record
from yaksok.ledger.reader import StoredDocument, stored_document
from yaksok.ledger.writer import Outcome, Source, store_version
from yaksok.records.promise import Observation
from yaksok.records.statement import Document

_MARK = "#series:"


@dataclass(frozen=True, slots=True)
class StoredSeries:
    """A current series: its document, what it measures in which unit (as its user wrote both), and for what.

    `promise` is the id of the one statement that it measures, "" for every promise that names the indicator.
    """

    indicator: str
    unit: str
    promise: str
    stored: StoredDocument

    @property
    def observations(self) -> tuple[Observation, ...]:
        """Its values, as its statements have them; the source of one is the series' or else its row's words."""
        return tuple(_observations(self.stored.document))


def series_address(path: str, indicator: str, unit: str) -> str:
    """The address of a series: the file may be in the ledger as a plain document, too."""
    return f"{path}{_MARK}{indicator} ({unit})"


def series_at(address: str) -> tuple[str, str] | None:
    """The indicator and the unit that an address of a series names; None for another address."""
    _, mark, said = address.partition(_MARK)
    if not mark or not said.endswith(")"):
        return None
    indicator, _, unit = said[:-1].rpartition(" (")
    return (indicator, unit) if indicator and unit else None


def add_series(
    engine: Engine, source: Source, document: Document, *, indicator: str, unit: str, promise: str, run: int
) -> Outcome:
    """Store a series with what it measures, all or nothing; what is in the ledger already adds nothing.

    Raises sqlalchemy.exc.DBAPIError.
    """
    with engine.begin() as connection:
        outcome, version = store_version(connection, source, document, run=run)
        row = _row(connection, version, indicator, unit, promise, run=run)
        known = connection.execute(select(tables.series.c.key).where(tables.series.c.id == row["id"])).first()
        if known is None:
            connection.execute(insert(tables.series).values(row))
            record(connection, [Unit("series", row["id"], content_digest([(tables.series, [row])]))])
        return outcome


def carry_over(connection: Connection, old: int, new: int, *, run: int) -> None:
    """Say of a new reading of a version what was said of the old one, in the caller's transaction."""
    table = tables.series
    for row in connection.execute(select(table).where(table.c.version == old).order_by(table.c.key)).all():
        carried = _row(connection, new, row.indicator, row.unit, row.promise_id or "", run=run)
        connection.execute(insert(table).values(carried))
        record(connection, [Unit("series", carried["id"], content_digest([(table, [carried])]))])


def series_in(connection: Connection) -> Iterator[StoredSeries]:
    """The series of the ledger whose version is the newest of its file, the last one given first."""
    for row in connection.execute(_current()).mappings().all():
        stored = stored_document(connection, row["version"])
        yield StoredSeries(row["indicator"], row["unit"], row["promise_id"] or "", stored)


@cache
def _current() -> Select[Any]:
    table, later = tables.series, tables.versions.alias("later")
    newest = ~exists().where(later.c.supersedes == table.c.version)
    return select(table).where(newest).order_by(table.c.key.desc())


def _row(
    connection: Connection, version: int, indicator: str, unit: str, promise: str, *, run: int
) -> dict[str, Any]:
    identity = connection.execute(
        select(tables.versions.c.id).where(tables.versions.c.key == version)
    ).scalar_one()
    return {
        "id": series_id(identity, indicator, unit, promise or None),
        "version": version,
        "indicator": indicator,
        "unit": unit,
        "promise_id": promise or None,
        "run": run,
        "added_at": datetime.now(UTC).isoformat(timespec="milliseconds"),
    }


def _observations(document: Document) -> Iterator[Observation]:
    for statement in document.statements:
        if statement.times and statement.quantities and statement.times[0].end:
            when, amount = statement.times[0], statement.quantities[0]
            yield Observation(
                date=when.end or "",
                value=float(amount.value),
                unit=amount.unit,
                source=document.issuer or statement.text,
                start=when.start or "",
                n=statement.n,
                span=statement.span,
            )
