"""Tables that can be made again from the records: what is looked up often, kept where it is found fast.

They are no records: rows are replaced and removed, the journal does not name them, and a ledger without
them is whole. `yaksok link --again` builds them anew.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Select,
    Table,
    and_,
    column,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy import table as sql_table

from yaksok.ledger.column_types import KEY, TEXT, letters

metadata = MetaData()

FORMAT = "8"
"""What the derived tables hold; a ledger with another format has them made anew."""

state = Table(
    "derived_state",
    metadata,
    Column("format", letters(20), primary_key=True),
    # The greatest keys of versions and of passes of linking when all was found linked; see note_linked.
    Column("version", BigInteger),
    Column("linking", BigInteger),
)

# When a version speaks, by its own date or by what it tells; only current versions are listed.
dated = Table(
    "derived_documents",
    metadata,
    Column("version", BigInteger, primary_key=True, autoincrement=False),
    Column("stem", TEXT, nullable=False),
    Column("first", letters(10)),
    Column("last", letters(10)),
    Column("estimated", Boolean, nullable=False),
    Column("day", letters(10)),  # the one day to reckon with; NULL where nothing is known
    Column("issuer", TEXT),
    Column("genre", letters(20), nullable=False),
    # Whether it is a document to be searched by itself: a republication, a translation and an excerpt are none.
    Column("counted", Boolean, nullable=False),
    Index("derived_documents_by_issuer", "issuer", "counted", "genre", "day", "stem"),
    Index("derived_documents_by_day", "counted", "day", "stem"),
    Index("derived_documents_by_latest", "issuer", "counted", "day"),
    Index("derived_documents_by_stem", "stem"),
)

# The promises of current versions, by the day their document is reckoned with.
promises = Table(
    "derived_promises",
    metadata,
    Column("version", BigInteger, primary_key=True, autoincrement=False),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("day", letters(10)),
    Index("derived_promises_by_day", "day", "version", "n"),
    sqlite_with_rowid=False,
)

# The parties that a promise or a heading above it names.
promise_parties = Table(
    "derived_promise_parties",
    metadata,
    Column("party", letters(40), primary_key=True),
    Column("day", letters(10), primary_key=True),  # "" where nothing is known, so that it can be a key
    Column("version", BigInteger, primary_key=True, autoincrement=False),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Index("derived_promise_parties_by_version", "version"),
    sqlite_with_rowid=False,
)

# Dated events that documents report, by a party of each and once with "" for none in particular.
events = Table(
    "derived_events",
    metadata,
    Column("party", letters(40), primary_key=True),
    Column("day", letters(10), primary_key=True),
    Column("version", BigInteger, primary_key=True, autoincrement=False),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Index("derived_events_by_version", "version"),
    sqlite_with_rowid=False,
)

# The same events as a calendar has them, each once; see yaksok.links.calendar_days.
told = Table(
    "derived_told",
    metadata,
    Column("version", BigInteger, primary_key=True, autoincrement=False),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("day", letters(10), nullable=False),
    Column("end", letters(10), nullable=False),
    Column("kind", letters(12), nullable=False),
    Column("deeds", TEXT, nullable=False),  # the groups of its deeds, with a space between
    Column("parties", TEXT, nullable=False),  # ids with a space between
    Column("remembered", Integer, nullable=False),  # each so many years; 0: not at all
    Column("month_day", letters(5), nullable=False),
    Index("derived_told_by_day", "day", "version", "n"),
    Index("derived_told_by_month_day", "remembered", "month_day", "day"),
    sqlite_with_rowid=False,
)

# How many statements of a version name a party, themselves or by a heading above, by what they do.
party_acts = Table(
    "derived_party_acts",
    metadata,
    Column("party", letters(40), primary_key=True),
    Column("day", letters(10), primary_key=True),  # "" where nothing is known, so that it can be a key
    Column("version", BigInteger, primary_key=True, autoincrement=False),
    Column("act", letters(12), primary_key=True),
    Column("number", Integer, nullable=False),
    Index("derived_party_acts_by_version", "version"),
    sqlite_with_rowid=False,
)

# Hashes by which documents of one family are found; see yaksok.links.fingerprints.
family_keys = Table(
    "derived_family_keys",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("version", BigInteger, primary_key=True, autoincrement=False),
    Index("derived_family_keys_by_version", "version"),
    sqlite_with_rowid=False,
)

# That one version is a copy or a part of another.
kin = Table(
    "derived_kin",
    metadata,
    Column("member", BigInteger, primary_key=True, autoincrement=False),
    Column("original", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", letters(20), nullable=False),
    Column("score", Float, nullable=False),
    Column("reasons", TEXT, nullable=False),  # a JSON list
    Index("derived_kin_by_original", "original"),
    sqlite_with_rowid=False,
)

# Statements that say again what one of the original says; without one, they say nothing of their own.
copies = Table(
    "derived_copies",
    metadata,
    Column("version", BigInteger, primary_key=True, autoincrement=False),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("of_version", BigInteger),
    Column("of_n", Integer),
    Index("derived_copies_by_original", "of_version", "of_n"),
    sqlite_with_rowid=False,
)

# A statement that can be linked: `entry` is version, number and whether it can promise, in one integer.
entries = Table(
    "derived_entries",
    metadata,
    Column("entry", BigInteger, primary_key=True, autoincrement=False),
    Column("features", LargeBinary, nullable=False),  # hashes and weights, see yaksok.links.postings
)

# In how many statements a feature stands.
terms = Table(
    "derived_terms",
    metadata,
    Column("term", BigInteger, primary_key=True, autoincrement=False),
    Column("statements", Integer, nullable=False),
)

postings = Table(
    "derived_postings",
    metadata,
    Column("term", BigInteger, primary_key=True, autoincrement=False),
    Column("version", BigInteger, primary_key=True, autoincrement=False),
    Column("entries", LargeBinary, nullable=False),  # statements and weights, see yaksok.links.postings
    sqlite_with_rowid=False,
)

indexed = Table(
    "derived_indexed",
    metadata,
    Column("version", BigInteger, primary_key=True, autoincrement=False),
    Column("statements", Integer, nullable=False),
)

# -- promises as they stand, see yaksok.fulfilment.shelf ----------------------------------------

# What the kept promises were made from, in one row.
shelf = Table(
    "derived_shelf",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("serial", BigInteger, nullable=False),  # counts up with every change
    # The greatest keys of the records, the generation of links and the rules that were reckoned with.
    Column("version", BigInteger, nullable=False),
    Column("linking", BigInteger, nullable=False),
    Column("decision", BigInteger, nullable=False),
    Column("series", TEXT, nullable=False),
    Column("generation", Integer, nullable=False),
    Column("rules", letters(40), nullable=False),
    # Whether nothing is missing, for the days from one to the other.
    Column("whole", Boolean, nullable=False),
    Column("day", letters(10), nullable=False),
    Column("until", letters(10), nullable=False),
)

# With every change of what is kept: by which random token it is known, and whether all versions it touched are listed.
shelf_steps = Table(
    "derived_shelf_steps",
    metadata,
    Column("serial", BigInteger, primary_key=True, autoincrement=False),
    Column("token", letters(32), nullable=False),
    Column("listed", Boolean, nullable=False),
)

shelf_touched = Table(
    "derived_shelf_touched",
    metadata,
    Column("serial", BigInteger, primary_key=True, autoincrement=False),
    Column("version", BigInteger, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# The facts of a promise that neither the day nor what was looked through changes.
facts = Table(
    "derived_facts",
    metadata,
    # Version and number in one integer (see facts_key), by which SQLite finds a row in one step.
    Column("key", KEY, primary_key=True, autoincrement=False),
    Column("version", BigInteger, nullable=False),
    Column("n", Integer, nullable=False),
    # The days from which and up to which they hold.
    Column("since", letters(10), nullable=False),
    Column("until", letters(10), nullable=False),
    Column("awaits", Boolean, nullable=False),  # a deadline hangs on a reported event
    Column("measurable", Boolean, nullable=False),  # it words a target that a series could measure
    Column("facts", TEXT, nullable=False),  # JSON, see yaksok.fulfilment.shelf_facts
    Index("derived_facts_by_until", "until"),
)

FACTS_KEY = 1 << 32


def facts_key(version: Any, n: Any) -> Any:
    """The key of a promise in the table of facts, from two numbers or two columns."""
    return version * FACTS_KEY + n


# How a promise stands, with all by which promises are chosen, sorted and counted.
standing = Table(
    "derived_standing",
    metadata,
    Column("version", BigInteger, primary_key=True, autoincrement=False),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("day", letters(10)),
    Column("issuer", TEXT, nullable=False),  # "" where nothing is known, as in derived_reach
    Column("genre", letters(20), nullable=False),
    Column("stem", TEXT, nullable=False),
    Column("status", letters(20), nullable=False),
    Column("search", letters(20), nullable=False),
    Column("due", letters(10)),
    Column("late", Boolean, nullable=False),
    Column("self_reported", Boolean),
    Column("testable", Boolean, nullable=False),
    Column("strength", letters(10)),
    Column("parties", TEXT, nullable=False),  # ids with a space between
    Column("topics", TEXT, nullable=False),
    Column("done", letters(10)),
    Column("work", Boolean, nullable=False),
    Column("effective", letters(10)),
    Column("evidence", Integer, nullable=False),
    # What about the search the status hangs on, see yaksok.fulfilment.shelf_hinges.
    Column("hinge", letters(10), nullable=False),
    Column("hinge_day", letters(10), nullable=False),
    Column("answer", Boolean, nullable=False),
    # The days from which and up to which it stands so.
    Column("checked", letters(10), nullable=False),
    Column("until", letters(10), nullable=False),
    Index("derived_standing_by_until", "until"),
    Index("derived_standing_by_hinge", "issuer", "genre", "day", "hinge", "answer", "hinge_day"),
    sqlite_with_rowid=False,
)

# The documents, families and decisions that the kept promises were made from.
shelved = Table(
    "derived_shelved",
    metadata,
    Column("version", BigInteger, primary_key=True, autoincrement=False),
)

shelved_kin = Table(
    "derived_shelved_kin",
    metadata,
    Column("member", BigInteger, primary_key=True, autoincrement=False),
    Column("original", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", letters(20), nullable=False),
    Column("score", Float, nullable=False),
    sqlite_with_rowid=False,
)

shelved_rulings = Table(
    "derived_shelved_rulings",
    metadata,
    Column("version", BigInteger, primary_key=True, autoincrement=False),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("ruling", letters(32), nullable=False),  # hash of what was decided on the links of the promise
)

# How far the documents of an issuer and genre reach, by which statuses were told.
reach = Table(
    "derived_reach",
    metadata,
    Column("issuer", TEXT, primary_key=True),
    Column("genre", letters(20), primary_key=True),
    Column("of_kind", letters(10), nullable=False),  # the newest day of its kind, of the issuer, of all
    Column("own", letters(10), nullable=False),
    Column("every", letters(10), nullable=False),
    Column("accounts", letters(10), nullable=False),  # the day of the last plan or evaluation but one
)


def have_derived_tables(connection: Connection) -> bool:
    """Whether the tables are there, all of them, in the format of this program."""
    if connection.execute(_tables_there(connection.dialect.name)).scalar_one() < len(metadata.tables):
        return False
    return connection.execute(_FORMAT).scalars().all() == [FORMAT]


_FORMAT = select(state.c.format)


@cache
def _tables_there(dialect: str) -> Select[Any]:
    """How many of the tables are there. Asked for every answer, so not of all that a database tells of its tables."""
    if dialect == "sqlite":
        there = sql_table("sqlite_master", column("type"), column("name"))
        name, is_table = there.c.name, there.c.type == "table"
    else:
        there = sql_table(
            "pg_class", column("oid"), column("relname"), column("relkind"), schema="pg_catalog"
        )
        name, is_table = there.c.relname, and_(there.c.relkind == "r", func.pg_table_is_visible(there.c.oid))
    return select(func.count()).select_from(there).where(name.in_(sorted(metadata.tables)), is_table)


def make_derived_tables(connection: Connection) -> None:
    """The tables, empty, unless they are there."""
    if not have_derived_tables(connection):
        metadata.drop_all(connection)
        metadata.create_all(connection)
        connection.execute(insert(state).values(format=FORMAT))


def empty_derived_tables(connection: Connection) -> None:
    """Throw everything derived away. Who reads at this moment still sees what was there before."""
    for table in metadata.sorted_tables:
        if table is not state:
            connection.execute(delete(table))
    note_linked(connection, None)


def note_linked(connection: Connection, keys: tuple[int, int] | None) -> None:
    """Note up to which keys of versions and passes everything was found linked, None: not known."""
    version, linking = keys or (None, None)
    connection.execute(update(state).values(version=version, linking=linking))


def noted_as_linked(connection: Connection) -> tuple[int | None, int | None]:
    """The keys that `note_linked` noted."""
    row = connection.execute(select(state.c.version, state.c.linking)).one()
    return row.version, row.linking
