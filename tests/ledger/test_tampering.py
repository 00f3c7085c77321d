"""Whatever is changed in a ledger, whichever row of whichever table: verification names it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Engine,
    Float,
    Integer,
    LargeBinary,
    Table,
    and_,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy import text as sql
from tests.support.full_ledgers import fill, put_guards_back, rewrite_journal, tampering
from tests.support.ledgers import DATABASES
from tests.support.postgresql import TestServer

from yaksok.interfaces.verifying_ledger import check_readings
from yaksok.ledger import tables
from yaksok.ledger.audit import audit, extent
from yaksok.ledger.identity import statement_id
from yaksok.ledger.journal import FIRST
from yaksok.ledger.layout_rows import layout_bytes
from yaksok.ledger.location import location_of
from yaksok.ledger.opening import open_for_writing
from yaksok.read.worker import DEFAULT_LIMITS
from yaksok.records.layout import Layout

FAR = 10_000
ONE_PROCESS = replace(DEFAULT_LIMITS, processes=1)
"""A few small papers are reread sooner than a second process starts."""
UNNUMBERED = tables.links
"""Nothing depends on the order of these rows or on their number, and no other row names it."""

Row = Mapping[str, Any]
Deed = Callable[[Connection], object]


@pytest.fixture(scope="module", params=DATABASES)
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """One ledger for all tests of a database: each tampers in a transaction that is rolled back."""
    folder = tmp_path_factory.mktemp("tampering")
    place = location_of(folder / "a.db")
    if request.param == "postgresql":
        server: TestServer = request.getfixturevalue("started_server")
        place = location_of(server.new_database())
    fill(place, folder / "papers")
    engine = open_for_writing(place)
    yield engine
    with engine.connect() as connection:
        left = [finding.line() for finding in audit(connection)]
    engine.dispose()
    assert left == [], "a test left its traces"


def found_after(engine: Engine, deed: Deed) -> list[str]:
    """What an audit says after a deed of which the ledger itself keeps no trace."""
    with tampering(engine) as connection:
        deed(connection)
        put_guards_back(connection)
        return [finding.line() for finding in audit(connection)]


class Names:
    """By which ids a row of each table may be named in a finding."""

    def __init__(self, engine: Engine) -> None:
        self.rows = {table: _rows_of(engine, table) for table in tables.RECORDS}
        self._version = {row["key"]: row["id"] for row in self.rows[tables.versions]}
        self._linking = {row["key"]: row["id"] for row in self.rows[tables.linkings]}

    def of(self, table: Table, row: Row) -> set[str]:
        if table is tables.migrations:
            return {row["name"]}
        if table is tables.documents:
            return {each["id"] for each in self.rows[tables.versions] if each["document"] == row["key"]}
        if table in {tables.links, tables.linked}:
            return {self._linking[row["linking"]]}
        if table in {tables.statements, tables.mentions, tables.layouts}:
            return {self._version[row["version"]]}
        if table is tables.journal:
            return {row["id"], row["subject"]}
        return {row["id"]}


def _rows_of(engine: Engine, table: Table) -> list[Row]:
    with engine.connect() as connection:
        query = select(table).order_by(*table.primary_key.columns)
        return [dict(row) for row in connection.execute(query).mappings()]


def at(table: Table, row: Row) -> ColumnElement[bool]:
    """The condition by which a row is found."""
    return and_(*(column == row[column.name] for column in table.primary_key.columns))


def set_to(table: Table, row: Row, **values: object) -> Deed:
    return lambda connection: connection.execute(update(table).where(at(table, row)).values(values))


def other_value(column: Column[Any], value: Any) -> Any:
    """Another value of the column's type, and no longer than it may be."""
    match column.type, value:
        case Boolean(), _:
            return not value
        case LargeBinary(), bytes():
            middle = len(value) // 2
            return value[:middle] + bytes([value[middle] ^ 1]) + value[middle + 1 :]
        case Float(), _:
            return (value or 0.0) + 0.125
        case Integer(), _:
            return (value or 0) + FAR
        case _, str() if value:
            return ("b" if value[0] == "a" else "a") + value[1:]
        case _:
            return "a"


def changes(names: Names) -> Iterator[tuple[str, set[str], Deed]]:
    """Every column of every table: a value changed, a value emptied, an empty one filled."""
    for table, rows in names.rows.items():
        for column in table.columns:
            if table is UNNUMBERED and column.primary_key:
                continue
            label = f"{table.name}.{column.name}"
            filled = next((row for row in rows if row[column.name] is not None), None)
            empty = next((row for row in rows if row[column.name] is None), None)
            for row in (filled, empty):
                if row is not None:
                    values = {column.name: other_value(column, row[column.name])}
                    yield label, names.of(table, row), set_to(table, row, **values)
            if filled is not None and column.nullable:
                yield (
                    f"{label} emptied",
                    names.of(table, filled),
                    set_to(table, filled, **{column.name: None}),
                )


def removals(names: Names) -> Iterator[tuple[str, set[str], Deed]]:
    for table, rows in names.rows.items():
        for row in (rows[0], rows[-1]):
            yield f"{table.name} removed", names.of(table, row), _removing(table, row)


def _removing(table: Table, row: Row) -> Deed:
    return lambda connection: connection.execute(delete(table).where(at(table, row)))


def additions(names: Names) -> Iterator[tuple[str, set[str], Deed]]:
    for table, rows in names.rows.items():
        row = rows[0]
        changed = {
            column.name: other_value(column, row[column.name])
            for column in table.columns
            if (column.primary_key and not column.foreign_keys) or column.unique
        }
        if table is tables.linked:
            changed = {"version": next(iter({each["version"] for each in rows} - {row["version"]}))}
        elif table is tables.layouts:
            plain = {each["key"] for each in names.rows[tables.versions]} - {each["version"] for each in rows}
            changed = {"version": next(iter(plain))}
        added = {**row, **changed}
        told = set(map(str, changed.values())) if table is tables.documents else names.of(table, added)
        yield f"{table.name} added", told, _adding(table, added)


def _adding(table: Table, row: Row) -> Deed:
    return lambda connection: connection.execute(insert(table).values(row))


def exchanges(names: Names) -> Iterator[tuple[str, set[str], Deed]]:
    for table, rows in names.rows.items():
        number = list(table.primary_key.columns)[-1]
        if table is UNNUMBERED or table is tables.linked:
            continue
        one, other = _two_of_one_kind(table, rows)
        yield (
            f"{table.name} exchanged",
            names.of(table, one) | names.of(table, other),
            _swap(table, number, one, other),
        )


def _two_of_one_kind(table: Table, rows: list[Row]) -> tuple[Row, Row]:
    """Two rows that differ in the last column of their key alone, as far as it has more than one."""
    others = [column.name for column in list(table.primary_key.columns)[:-1]]
    for one, other in pairwise(rows):
        if all(one[name] == other[name] for name in others):
            return one, other
    raise AssertionError(table.name)


def _swap(table: Table, number: Column[Any], one: Row, other: Row) -> Deed:
    mine, theirs = one[number.name], other[number.name]

    def swap(connection: Connection) -> None:
        for row, value in ((one, -1), (other, mine), ({**one, number.name: -1}, theirs)):
            connection.execute(update(table).where(at(table, row)).values({number.name: value}))

    return swap


def test_an_untouched_ledger_holds(engine: Engine) -> None:
    assert found_after(engine, lambda _connection: None) == []
    with engine.connect() as connection:
        readings = list(check_readings(connection, limits=ONE_PROCESS))
    assert [(each.findings, each.note) for each in readings] == [((), "")] * 5


def test_every_table_has_rows_to_tamper_with(engine: Engine) -> None:
    assert [table.name for table, rows in Names(engine).rows.items() if len(rows) < 2] == []


@pytest.mark.parametrize("deeds", [changes, removals, additions, exchanges])
def test_every_deed_is_named(
    engine: Engine, deeds: Callable[[Names], Iterator[tuple[str, set[str], Deed]]]
) -> None:
    unnamed = []
    for label, told, deed in deeds(Names(engine)):
        with tampering(engine) as connection:
            deed(connection)
            put_guards_back(connection)
            # An audit need go no further than to the first line that names it.
            found = []
            for finding in audit(connection):
                found.append(finding.line())
                if any(name in found[-1] for name in told):
                    break
            else:
                unnamed.append((label, sorted(told), found))
    assert unnamed == []


def test_a_guard_that_is_gone_or_lets_pass_is_named(engine: Engine) -> None:
    with tampering(engine) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(sql("ALTER TABLE runs DISABLE TRIGGER runs_refuse_update"))
            connection.execute(sql("DROP TRIGGER versions_refuse_truncate ON versions"))
            wanted = ["runs_refuse_update", "versions_refuse_truncate"]
        else:
            put_guards_back(connection)
            connection.execute(sql("DROP TRIGGER runs_refuse_update"))
            connection.execute(sql("DROP TRIGGER versions_refuse_delete"))
            connection.execute(
                sql("CREATE TRIGGER versions_refuse_delete BEFORE DELETE ON versions BEGIN SELECT 1; END")
            )
            wanted = ["runs_refuse_update", "versions_refuse_delete"]
        found = list(audit(connection))
    assert sorted(finding.subject for finding in found) == wanted


def test_a_cut_end_is_seen_by_the_head_that_was_noted(engine: Engine) -> None:
    with engine.connect() as connection:
        head = extent(connection).head
    with tampering(engine) as connection:
        # The last unit goes with its entry, so that what is left is a whole ledger.
        last = (
            connection.execute(select(tables.journal).order_by(tables.journal.c.key.desc()))
            .mappings()
            .first()
        )
        assert last is not None
        assert last["kind"] == "decision"
        connection.execute(delete(tables.journal).where(tables.journal.c.id == head))
        connection.execute(delete(tables.decisions).where(tables.decisions.c.id == last["subject"]))
        put_guards_back(connection)
        assert list(audit(connection)) == []
        assert [finding.subject for finding in audit(connection, heads=[head])] == [head]
        assert list(audit(connection, heads=[last["previous"], FIRST])) == []


def test_a_cut_beginning_is_named(engine: Engine) -> None:
    def cut(connection: Connection) -> None:
        table = tables.journal
        first = connection.execute(select(table.c.key).order_by(table.c.key).limit(1)).scalar_one()
        connection.execute(delete(table).where(table.c.key == first))

    assert any(FIRST in line for line in found_after(engine, cut))


def test_a_ledger_written_anew_throughout_is_seen_by_its_source_and_its_head(engine: Engine) -> None:
    with engine.connect() as connection:
        head = extent(connection).head
    with tampering(engine) as connection:
        table = tables.statements
        row = connection.execute(select(table).where(table.c.text.contains("2개"))).mappings().first()
        assert row is not None
        words = row["text"].replace("2개", "9개")
        query = select(tables.versions.c.source_hash).where(tables.versions.c.key == row["version"])
        source = connection.execute(query).scalar_one()
        identity = statement_id(source, (row["span_start"], row["span_end"]), words)
        set_to(table, dict(row), text=words, id=identity)(connection)
        rewrite_journal(connection)
        put_guards_back(connection)
        assert list(audit(connection)) == []
        assert [finding.subject for finding in audit(connection, heads=[head])] == [head]
        found = [
            finding
            for reading in check_readings(connection, limits=ONE_PROCESS)
            for finding in reading.findings
        ]
    assert found
    assert all(f"statement {row['n']}, " in finding.what for finding in found)
    assert any("2개" in finding.what and "9개" in finding.what for finding in found)


@pytest.mark.parametrize(
    ("table", "values", "told"),
    [
        (tables.versions, {"title": "다른 제목"}, "title: expected"),
        (tables.versions, {"media_type": "text/x"}, "media_type: expected"),
        (tables.statements, {"act": "status"}, "act: expected"),
        (tables.statements, {"span_end": 3}, "span_end: expected"),
        (tables.mentions, {"value": "JPN"}, "mention 0: value: expected"),
        (tables.layouts, {"content": layout_bytes(Layout(unbroken=True))}, "of the layout"),
    ],
)
def test_rereading_tells_which_rows_differ(engine: Engine, table: Table, values: Row, told: str) -> None:
    with tampering(engine) as connection:
        row = connection.execute(select(table).order_by(*table.primary_key.columns)).mappings().first()
        assert row is not None
        set_to(table, dict(row), **values)(connection)
        put_guards_back(connection)
        found = [
            finding.what
            for reading in check_readings(connection, limits=ONE_PROCESS)
            for finding in reading.findings
        ]
    assert any(told in what for what in found), found


def test_a_byte_of_a_stored_copy_is_told_by_rereading_too(engine: Engine) -> None:
    table = tables.sources
    with tampering(engine) as connection:
        row = connection.execute(select(table).order_by(table.c.key)).mappings().first()
        assert row is not None
        set_to(table, dict(row), copy=other_value(table.c.copy, row["copy"]))(connection)
        put_guards_back(connection)
        found = [
            finding.what
            for reading in check_readings(connection, limits=ONE_PROCESS)
            for finding in reading.findings
        ]
    assert len(found) == 1
    assert "its source cannot be read again: Y116" in found[0]
