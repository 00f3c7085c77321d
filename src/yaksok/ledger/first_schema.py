"""The tables of the first schema, frozen as the first migration makes them; never changed.

What they mean today stands in `yaksok.ledger.tables`.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
)

from yaksok.ledger.column_types import KEY, TEXT, letters

metadata = MetaData()


migrations = Table(
    "migrations",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("name", letters(80), nullable=False),
    Column("applied_at", letters(32), nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("id", letters(32), nullable=False, unique=True),
    Column("command", letters(40), nullable=False),
    Column("program", letters(40), nullable=False),
    Column("started_at", letters(32), nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("id", letters(32), nullable=False, unique=True),
    Column("address", TEXT, nullable=False, unique=True),
    Column("stem", TEXT, nullable=False),
)

versions = Table(
    "versions",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("id", letters(32), nullable=False, unique=True),
    Column("document", KEY, ForeignKey("documents.key"), nullable=False),
    Column("supersedes", KEY, ForeignKey("versions.key"), unique=True),
    Column("source_hash", letters(64), nullable=False),
    Column("media_type", letters(80), nullable=False),
    Column("encoding", letters(40)),
    Column("run", KEY, ForeignKey("runs.key"), nullable=False),
    Column("added_at", letters(32), nullable=False),
    Column("title", TEXT, nullable=False),
    Column("date", letters(10)),
    Column("issuer", TEXT),
    Column("genre", letters(20), nullable=False),
    Column("language", letters(2), nullable=False),
    Column("text", TEXT, nullable=False),
    Index("versions_by_document", "document"),
    Index("versions_by_source", "source_hash"),
)

statements = Table(
    "statements",
    metadata,
    Column("version", KEY, ForeignKey("versions.key"), primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("id", letters(32), nullable=False),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("extent_start", Integer, nullable=False),
    Column("extent_end", Integer, nullable=False),
    Column("role", letters(10), nullable=False),
    Column("act", letters(12), nullable=False),
    Column("marker", TEXT, nullable=False),
    Column("parent", Integer),
    Column("trail", TEXT),  # NULL where it is the parent's trail and the parent's text
    Column("text", TEXT, nullable=False),
    sqlite_with_rowid=False,
)

mentions = Table(
    "mentions",
    metadata,
    Column("version", KEY, ForeignKey("versions.key"), primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("kind", letters(8), nullable=False),  # party, time, quantity, name
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("text", TEXT, nullable=False),
    Column("value", TEXT),  # party id, unit or type of name
    Column("number", Float),
    Column("whole_number", TEXT),  # integers in full, where a float would round them
    Column("time_start", letters(10)),
    Column("time_end", letters(10)),
    Column("role", letters(10)),
    sqlite_with_rowid=False,
)

problems = Table(
    "problems",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("id", letters(32), nullable=False, unique=True),
    Column("version", KEY, ForeignKey("versions.key")),  # NULL where nothing could be read
    Column("address", TEXT, nullable=False),
    Column("number", letters(8), nullable=False),
    Column("reason", TEXT, nullable=False),
    Column("next_step", TEXT, nullable=False),
    Column("span_start", Integer),
    Column("span_end", Integer),
    Column("run", KEY, ForeignKey("runs.key"), nullable=False),
    Column("found_at", letters(32), nullable=False),
)
