"""Tables that can be made again from the records: what is looked up often, kept where it is found fast.

They are no records: rows are replaced and removed, the journal does not name them, and a ledger without
them is whole. `yaksok link --again` builds them anew.
"""

from __future__ import annotations

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
    Table,
    delete,
    insert,
    inspect,
    select,
    update,
)

from yaksok.ledger.column_types import TEXT, letters

metadata = MetaData()

FORMAT = "4"
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


def have_derived_tables(connection: Connection) -> bool:
    """Whether the tables are there, all of them, in the format of this program."""
    if not metadata.tables.keys() <= set(inspect(connection).get_table_names()):
        return False
    return connection.execute(select(state.c.format)).scalars().all() == [FORMAT]


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
