"""A ledger as the first program wrote it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

FIXTURE = Path(__file__).resolve().parents[1] / "ledger" / "fixtures" / "first_version.sql"
"""Made by that program from documents of `examples/`, one of them in two versions, and two unreadable files."""

APPLICATION_ID = 0x59414B53


def first_ledger(path: Path) -> Path:
    """The fixture as an SQLite file."""
    connection = sqlite3.connect(path)
    connection.executescript(FIXTURE.read_text(encoding="utf-8"))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.commit()
    connection.close()
    return path


def first_rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """The rows of the first program's tables and columns, whatever was added to them since."""
    fresh = sqlite3.connect(":memory:")
    fresh.executescript(FIXTURE.read_text(encoding="utf-8"))
    connection = sqlite3.connect(path)
    try:
        names = [row[0] for row in fresh.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        columns = {
            name: ", ".join(f'"{column[1]}"' for column in fresh.execute(f"PRAGMA table_info({name})"))
            for name in names
        }
        return {
            name: connection.execute(f"SELECT {columns[name]} FROM {name} ORDER BY 1, 2").fetchall()
            for name in names
        }
    finally:
        connection.close()
        fresh.close()


def source_of(path: Path, stem: str, folder: Path) -> Path:
    """Writes the file again from which the newest version of a plain text was read: its text is all of it."""
    connection = sqlite3.connect(path)
    text, encoding = connection.execute(
        "SELECT text, encoding FROM versions JOIN documents ON documents.key = versions.document"
        " WHERE stem = ? ORDER BY versions.key DESC",
        (stem,),
    ).fetchone()
    connection.close()
    made = folder / f"{stem}.txt"
    made.write_bytes(text.encode(encoding))
    return made
