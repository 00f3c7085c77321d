"""The mark by which a database is known as a ledger."""

from __future__ import annotations

from sqlalchemy import Connection, text

APPLICATION_ID = 0x59414B53
"""The letters YAKS: in the header of an SQLite file, and the number of the writers' lock on PostgreSQL."""

COMMENT = "A yaksok ledger: the steps that made its tables."
"""What PostgreSQL keeps as the comment of the table `migrations`; other programs have one of that name too."""


def mark(connection: Connection) -> None:
    """Set the mark. The table `migrations` must be there."""
    if connection.dialect.name == "sqlite":
        connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
    else:
        connection.execute(text(f"COMMENT ON TABLE migrations IS '{COMMENT}'"))


def is_marked(connection: Connection) -> bool:
    """Whether the mark is set."""
    if connection.dialect.name == "sqlite":
        return connection.execute(text("PRAGMA application_id")).scalar() == APPLICATION_ID
    said = connection.execute(text("SELECT obj_description(to_regclass('migrations'), 'pg_class')")).scalar()
    return said == COMMENT
