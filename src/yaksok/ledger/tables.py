"""The tables of a ledger, as SQLAlchemy Core describes them for SQLite and PostgreSQL.

Rows are only ever added: triggers refuse to change or remove one. `key` columns are small numbers for joins
inside one ledger; `id` columns are hashes that are the same in every ledger. The tables here are those of
the newest schema; how a ledger gets there stands in `yaksok.ledger.migrations`. What can be derived from them
again is kept in `yaksok.ledger.derived_tables`.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
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
    Column("rules", letters(40)),  # the rules that the run reads or links by; NULL before the second schema
    Column("nonce", letters(32)),  # what makes two runs of one moment differ
)

# -- what was read ----------------------------------------------------------------------------

sources = Table(
    "sources",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("id", letters(64), nullable=False, unique=True),  # SHA-256 of the bytes
    Column("size", BigInteger, nullable=False),
    Column("media_type", letters(80), nullable=False),
    Column("copy", LargeBinary, nullable=False),  # the bytes, compressed by zlib
    Column("run", KEY, ForeignKey("runs.key"), nullable=False),
    Column("stored_at", letters(32), nullable=False),
)

sightings = Table(
    "sightings",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("id", letters(32), nullable=False, unique=True),
    Column("source", letters(64), nullable=False),
    Column("address", TEXT, nullable=False),
    Column("run", KEY, ForeignKey("runs.key"), nullable=False),
    Column("seen_at", letters(32), nullable=False),
    Index("sightings_by_source", "source"),
)

documents = Table(
    "documents",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("id", letters(32), nullable=False, unique=True),
    Column("address", TEXT, nullable=False, unique=True),
    Column("stem", TEXT, nullable=False),
    Index("documents_by_stem", "stem"),
)

# One row for each reading: another content at the address, or the same content read by other rules.
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
    Column("rules", letters(40)),  # the rules it was read by; NULL before the second schema
    Index("versions_by_document", "document"),
    Index("versions_by_source", "source_hash"),
)

layouts = Table(
    "layouts",
    metadata,
    Column("version", KEY, ForeignKey("versions.key"), primary_key=True),
    Column("content", LargeBinary, nullable=False),  # see yaksok.ledger.layout_rows
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
    Column("cells", TEXT),  # the table cells it was read from, as JSON; NULL for none
    Index("statements_by_id", "id"),
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

# -- what was judged --------------------------------------------------------------------------

# A pass of linking over some versions. Each generation links every document anew; links of the newest
# complete generation count. `kind` is "batch", or "complete" for the row that closes a generation.
linkings = Table(
    "linkings",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("id", letters(32), nullable=False, unique=True),
    Column("generation", Integer, nullable=False),
    Column("kind", letters(10), nullable=False),
    Column("rules", letters(40), nullable=False),
    Column("run", KEY, ForeignKey("runs.key"), nullable=False),
    Column("linked_at", letters(32), nullable=False),
    Index("linkings_by_generation", "generation"),
)

# The versions that a pass compared with all that its generation had linked before.
linked = Table(
    "linked",
    metadata,
    Column("linking", KEY, ForeignKey("linkings.key"), primary_key=True),
    Column("version", KEY, ForeignKey("versions.key"), primary_key=True),
    Index("linked_by_version", "version"),
    sqlite_with_rowid=False,
)

links = Table(
    "links",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("id", letters(32), nullable=False),  # the same in every generation that proposes the same
    Column("linking", KEY, ForeignKey("linkings.key"), nullable=False),
    Column("promise_version", KEY, ForeignKey("versions.key"), nullable=False),
    Column("promise_n", Integer, nullable=False),
    Column("later_version", KEY, ForeignKey("versions.key"), nullable=False),
    Column("later_n", Integer, nullable=False),
    Column("relation", letters(24), nullable=False),
    Column("score", Float, nullable=False),
    Column("reasons", TEXT, nullable=False),  # JSON, see yaksok.ledger.link_rows
    Column("proposer", TEXT, nullable=False),
    Column("counts", Boolean, nullable=False),  # whether it is evidence, by the rules of the linking
    Column("background", Boolean, nullable=False),  # told beside the promise in its own document
    Column("occurred", letters(10)),  # the day on which the later one says it happened
    Index("links_by_id", "id"),
    Index("links_by_linking", "linking"),
    Index("links_by_promise", "promise_version", "promise_n"),
    Index("links_by_later", "later_version", "later_n"),
)

# What people decided about a pair of statements. The words of both are kept, so that a decision is found
# again when a document was read anew or in another ledger.
decisions = Table(
    "decisions",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("id", letters(32), nullable=False, unique=True),
    Column("kind", letters(10), nullable=False),  # accept, reject, relabel, draw, note, undo
    Column("promise_id", letters(32), nullable=False),
    Column("promise_doc", TEXT, nullable=False),
    Column("promise_text", TEXT, nullable=False),
    Column("later_id", letters(32)),
    Column("later_doc", TEXT),
    Column("later_text", TEXT),
    Column("relation", letters(24)),
    Column("person", TEXT, nullable=False),
    Column("note", TEXT, nullable=False),
    Column("decided_at", letters(32), nullable=False),
    Column("undoes", letters(32)),  # the id of the decision that an undo takes back
    Column("run", KEY, ForeignKey("runs.key"), nullable=False),
    Index("decisions_by_promise", "promise_id"),
)

# A measured series: its file is a document whose statements are its rows.
series = Table(
    "series",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("id", letters(32), nullable=False, unique=True),
    Column("version", KEY, ForeignKey("versions.key"), nullable=False),
    Column("indicator", TEXT, nullable=False),
    Column("unit", TEXT, nullable=False),
    Column("promise_id", letters(32)),  # the one promise it measures; NULL: all that name the indicator
    Column("run", KEY, ForeignKey("runs.key"), nullable=False),
    Column("added_at", letters(32), nullable=False),
)

# One row for each unit that was written, each naming the one before: a changed, added or missing row shows.
journal = Table(
    "journal",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("id", letters(32), nullable=False, unique=True),
    Column("previous", letters(32), nullable=False),
    Column("kind", letters(12), nullable=False),
    Column("subject", letters(64), nullable=False),
    Column("digest", letters(32), nullable=False),
    Index("journal_by_subject", "subject"),
)

RECORDS: tuple[Table, ...] = tuple(metadata.sorted_tables)
"""Every table whose rows are records: they are added, never changed, never removed."""
