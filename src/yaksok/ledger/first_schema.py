"""The tables of the first schema, frozen as the first migration makes them; never changed.

What they mean today stands in `yaksok.ledger.tables`.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData()

# SQLite numbers rows by itself only where the type is exactly INTEGER.
KEY = BigInteger().with_variant(Integer, "sqlite")

migrations = Table(
    "migrations",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("name", String(80), nullable=False),
    Column("applied_at", String(32), nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("command", String(40), nullable=False),
    Column("program", String(40), nullable=False),
    Column("started_at", String(32), nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("address", Text, nullable=False, unique=True),
    Column("stem", Text, nullable=False),
)

versions = Table(
    "versions",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("document", KEY, ForeignKey("documents.key"), nullable=False),
    Column("supersedes", KEY, ForeignKey("versions.key"), unique=True),
    Column("source_hash", String(64), nullable=False),
    Column("media_type", String(80), nullable=False),
    Column("encoding", String(40)),
    Column("run", KEY, ForeignKey("runs.key"), nullable=False),
    Column("added_at", String(32), nullable=False),
    Column("title", Text, nullable=False),
    Column("date", String(10)),
    Column("issuer", Text),
    Column("genre", String(20), nullable=False),
    Column("language", String(2), nullable=False),
    Column("text", Text, nullable=False),
    Index("versions_by_document", "document"),
    Index("versions_by_source", "source_hash"),
)

statements = Table(
    "statements",
    metadata,
    Column("version", KEY, ForeignKey("versions.key"), primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("id", String(32), nullable=False),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("extent_start", Integer, nullable=False),
    Column("extent_end", Integer, nullable=False),
    Column("role", String(10), nullable=False),
    Column("act", String(12), nullable=False),
    Column("marker", Text, nullable=False),
    Column("parent", Integer),
    Column("trail", Text),  # NULL where it is the parent's trail and the parent's text
    Column("text", Text, nullable=False),
    sqlite_with_rowid=False,
)

mentions = Table(
    "mentions",
    metadata,
    Column("version", KEY, ForeignKey("versions.key"), primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("kind", String(8), nullable=False),  # party, time, quantity, name
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("value", Text),  # party id, unit or type of name
    Column("number", Float),
    Column("whole_number", Text),  # integers in full, where a float would round them
    Column("time_start", String(10)),
    Column("time_end", String(10)),
    Column("role", String(10)),
    sqlite_with_rowid=False,
)

problems = Table(
    "problems",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("version", KEY, ForeignKey("versions.key")),  # NULL where nothing could be read
    Column("address", Text, nullable=False),
    Column("number", String(8), nullable=False),
    Column("reason", Text, nullable=False),
    Column("next_step", Text, nullable=False),
    Column("span_start", Integer),
    Column("span_end", Integer),
    Column("run", KEY, ForeignKey("runs.key"), nullable=False),
    Column("found_at", String(32), nullable=False),
)
