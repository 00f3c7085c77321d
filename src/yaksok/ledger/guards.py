"""Triggers by which the database itself refuses to change or remove a record."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, Table, text

_REFUSAL = "a ledger only grows: its records are never changed or removed"
_FUNCTION = "yaksok_only_grows"
_BODY = f"BEGIN RAISE EXCEPTION '{_REFUSAL}'; END"

_IN_SQLITE = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"

# Only those that fire in every ordinary session, under no condition.
_IN_POSTGRESQL = """
SELECT tgname, relname, tgtype, proname, btrim(prosrc)
FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid JOIN pg_proc ON pg_proc.oid = tgfoid
WHERE tgenabled IN ('O', 'A') AND tgqual IS NULL
  AND relnamespace = (SELECT relnamespace FROM pg_class WHERE oid = to_regclass('migrations'))
"""

# Bits of pg_trigger.tgtype (PostgreSQL's src/include/catalog/pg_trigger.h).
_BEFORE = 2
_TYPES = {"DELETE": 8, "UPDATE": 16, "TRUNCATE": 32}


def guard(connection: Connection, tables: Iterable[Table]) -> None:
    """Put a guard on each table."""
    if connection.dialect.name == "postgresql":
        connection.execute(
            text(
                f"CREATE OR REPLACE FUNCTION {_FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $$ {_BODY} $$"
            )
        )
    for table in tables:
        for event in _events(connection):
            connection.execute(text(_words(connection, table, event)))


def unguarded(connection: Connection, tables: Iterable[Table]) -> list[str]:
    """The names of the guards that are missing or would let something pass."""
    postgresql = connection.dialect.name == "postgresql"
    found = connection.execute(text(_IN_POSTGRESQL if postgresql else _IN_SQLITE))
    present = {row[0]: tuple(row[1:]) for row in found}
    wanted = {
        _name(table, event): (
            (table.name, _BEFORE | _TYPES[event], _FUNCTION, _BODY)
            if postgresql
            else (_words(connection, table, event),)
        )
        for table in tables
        for event in _events(connection)
    }
    return [name for name, says in wanted.items() if present.get(name) != says]


def _events(connection: Connection) -> tuple[str, ...]:
    postgresql = connection.dialect.name == "postgresql"
    return ("UPDATE", "DELETE", "TRUNCATE") if postgresql else ("UPDATE", "DELETE")


def _words(connection: Connection, table: Table, event: str) -> str:
    name, of = _name(table, event), f'"{table.name}"'
    if connection.dialect.name == "postgresql":
        return (
            f"CREATE TRIGGER {name} BEFORE {event} ON {of} FOR EACH STATEMENT EXECUTE FUNCTION {_FUNCTION}()"
        )
    return f"CREATE TRIGGER {name} BEFORE {event} ON {of} BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"


def _name(table: Table, event: str) -> str:
    return f"{table.name}_refuse_{event.lower()}"
