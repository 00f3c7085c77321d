"""What of a ledger is still to be indexed and linked: found from what is new, not from lists of all versions.

Keys of versions rise in the order of writing, and versions enter the index in the order of their keys
(`yaksok.links.linking`). So what the index lacks lies behind the last one it holds, and what it holds too much was
superseded by a version behind that.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, Connection, and_, exists, func, select

from yaksok.ledger import derived_tables as derived
from yaksok.ledger import tables
from yaksok.ledger.linkings import counting_generation, covers, is_complete


def indexed_up_to(connection: Connection) -> int:
    """The greatest key in the index, 0 for an empty one: every current version up to it is in the index."""
    return int(connection.execute(select(func.max(derived.indexed.c.version))).scalar() or 0)


def unindexed(connection: Connection) -> list[int]:
    """The current versions that the index lacks, in the order of their keys."""
    versions = tables.versions
    query = select(versions.c.key).where(versions.c.key > indexed_up_to(connection), _is_current())
    return list(connection.execute(query.order_by(versions.c.key)).scalars())


def outdated(connection: Connection) -> list[int]:
    """The versions in the index that are no longer current."""
    versions, indexed = tables.versions, derived.indexed
    query = (
        select(indexed.c.version)
        .join(versions, versions.c.supersedes == indexed.c.version)
        .where(versions.c.key > indexed_up_to(connection))
    )
    return sorted(connection.execute(query).scalars())


def current_among(connection: Connection, versions: Collection[int]) -> set[int]:
    """Those of a few versions that are current."""
    query = select(tables.versions.c.key).where(tables.versions.c.key.in_(versions), _is_current())
    return set(connection.execute(query).scalars())


def indexed_among(connection: Connection, versions: Collection[int]) -> set[int]:
    """Those of a few versions that are in the index."""
    indexed = derived.indexed
    query = select(indexed.c.version).where(indexed.c.version.in_(versions))
    return set(connection.execute(query).scalars())


def count_of_most(connection: Connection, most: int) -> int:
    """How many versions are in the index, counted no further than `most`."""
    few = select(derived.indexed.c.version).limit(most).subquery()
    return int(connection.execute(select(func.count()).select_from(few)).scalar_one())


def unlinked(connection: Connection, generation: int) -> list[int]:
    """The versions of the index that a generation does not cover, in time order."""
    since = _covered_up_to(connection, generation)
    lacking = ~covers(generation, derived.dated.c.version)
    return _in_time_order(connection, derived.dated.c.version > since, lacking)


def in_time_order(connection: Connection) -> list[int]:
    """All versions of the index as they follow each other; what has no date at all comes last."""
    return _in_time_order(connection)


def covers_all(connection: Connection) -> bool:
    """Whether every current version is indexed and covered by the generation that counts."""
    if unindexed(connection) or outdated(connection):
        return False
    return not unlinked(connection, counting_generation(connection))


def index_holds(connection: Connection, versions: Sequence[int], generation: int) -> bool:
    """Whether the index holds some versions, and all current ones that a generation covers."""
    if indexed_among(connection, versions) != set(versions):
        return False
    key = tables.versions.c.key
    lost = select(key).where(key > indexed_up_to(connection), _is_current(), covers(generation, key)).limit(1)
    return connection.execute(lost).first() is None


def _covered_up_to(connection: Connection, generation: int) -> int:
    """A key up to which a generation covers every current version; 0 where that is not known.

    It was noted when all was found linked by the generation that counted then.
    """
    version, linking = derived.noted_as_linked(connection)
    if version is None or linking is None or generation != counting_generation(connection):
        return 0
    return version if is_complete(connection, generation, by=linking) else 0


def _in_time_order(connection: Connection, *conditions: ColumnElement[bool]) -> list[int]:
    dated, versions = derived.dated, tables.versions
    query = (
        select(dated.c.version)
        .join(versions, versions.c.key == dated.c.version)
        .where(*conditions)
        .order_by(dated.c.day.is_(None), dated.c.day, dated.c.stem, versions.c.id)
    )
    return list(connection.execute(query).scalars())


def _is_current() -> ColumnElement[bool]:
    """That nothing superseded a version; a measured series is no document that could tell of a promise."""
    versions, later, series = tables.versions, tables.versions.alias("later"), tables.series
    return and_(
        ~exists().where(later.c.supersedes == versions.c.key),
        ~exists().where(series.c.version == versions.c.key),
    )
