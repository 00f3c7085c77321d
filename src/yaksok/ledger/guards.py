"""Triggers by which the database itself refuses to change or remove a record."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, Table, text

_REFUSAL = "a ledger only grows: its records are never changed or removed"
_EVENTS = ("UPDATE", "DELETE")
_FUNCTION = "yaksok_only_grows"


def guard(connection: Connection, tables: Iterable[Table]) -> None:
    """Put a guard on each table."""
    if connection.dialect.name == "postgresql":
        connection.execute(
            text(
                f"CREATE OR REPLACE FUNCTION {_FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$"
            )
        )
    for table in tables:
        for event in _EVENTS:
            connection.execute(text(_words(connection, table, event)))


def unguarded(connection: Connection, tables: Iterable[Table]) -> list[str]:
    """The names of the guards that are missing."""
    if connection.dialect.name == "postgresql":
        found = connection.execute(text("SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D'"))
    else:
        found = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
    present = set(found.scalars())
    wanted = [_name(table, event) for table in tables for event in _EVENTS]
    return [name for name in wanted if name not in present]


def _words(connection: Connection, table: Table, event: str) -> str:
    name, of = _name(table, event), f'"{table.name}"'
    if connection.dialect.name == "postgresql":
        return (
            f"CREATE TRIGGER {name} BEFORE {event} ON {of} FOR EACH STATEMENT EXECUTE FUNCTION {_FUNCTION}()"
        )
    return f"CREATE TRIGGER {name} BEFORE {event} ON {of} BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"


def _name(table: Table, event: str) -> str:
    return f"{table.name}_refuse_{event.lower()}"
