"""Families in a ledger: which documents are copies, translations or annexes of others, kept as derived rows.

New documents are compared only with the few that share keys with them (`yaksok.links.fingerprints`). A statement
that repeats one of the original is no promise of its own: it is taken from the list of promises.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    Row,
    Select,
    bindparam,
    delete,
    exists,
    insert,
    or_,
    select,
    update,
)

from yaksok.ledger import derived_tables as derived
from yaksok.ledger import tables
from yaksok.ledger.places import at_given, given
from yaksok.ledger.reader import StoredDocument, stored_document
from yaksok.links.copies import Copies, copies
from yaksok.links.families import Family, families_of
from yaksok.links.fingerprints import Fingerprint, fingerprint
from yaksok.links.kinship import Kind, Kinship, kinship
from yaksok.links.listing import list_promises, take_off_lists
from yaksok.records.link import StatementRef

MOST_COMPARED = 24
"""So many documents that share keys with a new one are compared with it."""
_REPEATS: frozenset[Kind] = frozenset({"republication", "translation", "excerpt"})
"""Kinds of members that are no further documents; an annex is one."""
LEAST_SHARED = 0.1
"""The least weight of common keys: three that 32 documents have are no sign of a family."""
_LONGEST = 32  # of a key that more documents have, the first and last are looked at
PRINTS_KEPT = 4_000
"""Fingerprints of so many documents stay in memory while many are grouped."""
_CHUNK = 400


def _versions_with_key() -> Select[Any]:
    table = derived.family_keys
    return select(table.c.version).where(table.c.key == bindparam("key"))


# Built once: they are asked for every key of every new document.
_FIRST = _versions_with_key().order_by(derived.family_keys.c.version).limit(_LONGEST + 1)
_LAST = _versions_with_key().order_by(derived.family_keys.c.version.desc()).limit(_LONGEST // 2)


def _kin_of_versions() -> Select[Any]:
    table = derived.kin
    several: BindParameter[Any] = bindparam("versions", expanding=True)
    near = or_(table.c.member.in_(several), table.c.original.in_(several))
    return select(table.c.member, table.c.original).where(near)


_KIN = _kin_of_versions()


def _copies_at_places() -> Select[Any]:
    table, versions = derived.copies, tables.versions
    home = tables.versions.alias("home")
    documents, statements = tables.documents, tables.statements
    return (
        select(
            versions.c.id.label("version"),
            table.c.n,
            table.c.of_n,
            home.c.id.label("of_version"),
            documents.c.stem,
            statements.c.text,
            statements.c.span_start,
            statements.c.span_end,
            statements.c.id,
        )
        .join(versions, versions.c.key == table.c.version)
        .outerjoin(home, home.c.key == table.c.of_version)
        .outerjoin(documents, documents.c.key == home.c.document)
        .outerjoin(
            statements, (statements.c.version == table.c.of_version) & (statements.c.n == table.c.of_n)
        )
        .where(at_given(table.c.version, table.c.n))
    )


_COPIES = _copies_at_places()
_COPIED = select(derived.copies.c.version, derived.copies.c.n).where(
    at_given(derived.copies.c.of_version, derived.copies.c.of_n)
)


def group(
    connection: Connection,
    documents: Sequence[StoredDocument],
    prints: dict[int, Fingerprint] | None = None,
) -> None:
    """Put new documents into the families of the ledger; `prints` keeps fingerprints for the next call."""
    touched: set[int] = set()
    known = {} if prints is None else prints
    for stored in documents:
        list_promises(connection, stored)
        mine = fingerprint(stored)
        for other in _candidates(connection, mine):
            if other not in known:
                known[other] = fingerprint(stored_document(connection, other))
            theirs = known[other]
            found = kinship(theirs, mine)
            if found is not None:
                _add_kin(connection, found, {stored.version: stored.key, theirs.version: other})
                touched |= {stored.key, other}
        if len(known) >= PRINTS_KEPT:
            known.clear()
        known[stored.key] = mine
        rows = [{"key": key, "version": stored.key} for key in sorted(set(mine.keys))]
        if rows:
            connection.execute(insert(derived.family_keys), rows)
    if touched:
        _mark_copies(connection, touched)


def ungroup(connection: Connection, version: int) -> None:
    """Take a version that is no longer current out of its family; what it left may have copies of its own."""
    keys, kin, found = derived.family_keys, derived.kin, derived.copies
    left = {
        key
        for family in families_with(connection, [version])
        for key in _keys(connection, [member.version for member in family.members]).values()
    }
    connection.execute(delete(keys).where(keys.c.version == version))
    connection.execute(delete(kin).where(or_(kin.c.member == version, kin.c.original == version)))
    connection.execute(delete(found).where(or_(found.c.version == version, found.c.of_version == version)))
    take_off_lists(connection, version)
    if left - {version}:
        _mark_copies(connection, left - {version})


def kin_among(connection: Connection, versions: Iterable[int]) -> set[int]:
    """Those of some versions that belong to a family."""
    wanted = set(versions)
    found: set[int] = set()
    for chunk in _chunks(sorted(wanted)):
        for member, original in connection.execute(_KIN, {"versions": chunk}):
            found |= {member, original}
    return found & wanted


def families_with(connection: Connection, versions: Iterable[int]) -> tuple[Family, ...]:
    """The families that some versions belong to."""
    table = derived.kin
    known: set[int] = set()
    edges: dict[tuple[int, int], Any] = {}
    waiting = set(versions)
    while waiting:
        known |= waiting
        found: list[Row[Any]] = []
        for chunk in _chunks(sorted(waiting)):
            near = or_(table.c.member.in_(chunk), table.c.original.in_(chunk))
            found += connection.execute(select(table).where(near)).all()
        edges.update(((row.member, row.original), row) for row in found)
        waiting = {end for row in found for end in (row.member, row.original)} - known
    ends = sorted({end for edge in edges for end in edge})
    names = _names(connection, ends)
    ids = {key: version for key, (version, _) in names.items()}
    return families_of(
        dict(names.values()),
        [
            Kinship(ids[row.original], ids[row.member], row.kind, row.score, tuple(json.loads(row.reasons)))
            for row in edges.values()
            if row.original in ids and row.member in ids
        ],
    )


def copies_at(connection: Connection, places: Iterable[tuple[int, int]]) -> Copies:
    """Which of the statements at some places (version key, number) are copies, and of what."""
    of: dict[tuple[str, int], StatementRef] = {}
    unplaced: set[tuple[str, int]] = set()
    for chunk in _chunks(sorted(set(places))):
        for row in connection.execute(_COPIES, given(chunk)):
            if row.of_version is None:
                unplaced.add((row.version, row.n))
            else:
                span = (row.span_start, row.span_end)
                ref = StatementRef(row.of_version, row.stem, row.of_n, row.text, span, row.id)
                of[row.version, row.n] = ref
    return Copies(of, frozenset(unplaced))


def copied_to(connection: Connection, places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places of the copies of some statements."""
    found: list[tuple[int, int]] = []
    for chunk in _chunks(sorted(set(places))):
        found += [(version, n) for version, n in connection.execute(_COPIED, given(chunk))]
    return found


def _candidates(connection: Connection, mine: Fingerprint) -> list[int]:
    """The versions that share enough keys with a document, those that share most first.

    A key counts the less the more documents have it; of one that very many have, the first and last are
    looked at, so that the time does not grow with the ledger.
    """
    shared: defaultdict[int, float] = defaultdict(float)
    for key in sorted(set(mine.keys)):
        found = _with_key(connection, key)
        for version in found:
            shared[version] += 1 / len(found)
    near = [version for version, weight in shared.items() if weight >= LEAST_SHARED]
    return sorted(near, key=lambda version: (-shared[version], version))[:MOST_COMPARED]


def _with_key(connection: Connection, key: int) -> list[int]:
    """The versions with a key; of very many the first and the last ones."""
    found = list(connection.execute(_FIRST, {"key": key}).scalars())
    if len(found) <= _LONGEST:
        return found
    return [*found[: _LONGEST // 2], *connection.execute(_LAST, {"key": key}).scalars()]


def _add_kin(connection: Connection, found: Kinship, keys: Mapping[str, int]) -> None:
    row = {
        "member": keys[found.member],
        "original": keys[found.original],
        "kind": found.kind,
        "score": found.score,
        "reasons": json.dumps(found.reasons, ensure_ascii=False),
    }
    connection.execute(insert(derived.kin).values(row))


def _mark_copies(connection: Connection, touched: set[int]) -> None:
    """Find the copies among some versions and their families anew; copies are no promises of their own."""
    _count(connection, touched)
    families = families_with(connection, touched)
    table = derived.copies
    alone = set(touched)
    for family in families:
        keys = _keys(connection, [member.version for member in family.members])
        alone -= set(keys.values())
        members = {version: stored_document(connection, key) for version, key in keys.items()}
        found = copies([family], members)
        connection.execute(delete(table).where(table.c.version.in_(list(keys.values()))))
        rows: list[dict[str, int | None]] = [
            {"version": keys[version], "n": n, "of_version": keys[ref.version], "of_n": ref.n}
            for (version, n), ref in sorted(found.of.items())
        ]
        rows += [
            {"version": keys[version], "n": n, "of_version": None, "of_n": None}
            for version, n in sorted(found.unplaced)
        ]
        if rows:
            connection.execute(insert(table), rows)
        for stored in members.values():
            repeated = {n for version, n in (*found.of, *found.unplaced) if version == stored.version}
            list_promises(connection, stored, besides=repeated)
    for key in sorted(alone):
        connection.execute(delete(table).where(table.c.version == key))
        list_promises(connection, stored_document(connection, key))


def _count(connection: Connection, versions: set[int]) -> None:
    """Note which of some versions are documents to be searched by themselves."""
    dated, kin = derived.dated, derived.kin
    repeats = exists().where(kin.c.member == dated.c.version, kin.c.kind.in_(sorted(_REPEATS)))
    for chunk in _chunks(sorted(versions)):
        connection.execute(update(dated).where(dated.c.version.in_(chunk)).values(counted=~repeats))


def _names(connection: Connection, keys: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Version id and stem of versions by their keys, in the order of time."""
    dated, versions = derived.dated, tables.versions
    rows: list[Row[tuple[int, str, str, str | None]]] = []
    for chunk in _chunks(keys):
        query = (
            select(versions.c.key, versions.c.id, dated.c.stem, dated.c.day)
            .join(dated, dated.c.version == versions.c.key)
            .where(versions.c.key.in_(chunk))
        )
        rows.extend(connection.execute(query))
    rows.sort(key=lambda row: (row.day is None, row.day or "", row.stem, row.id))
    return {row.key: (row.id, row.stem) for row in rows}


def _keys(connection: Connection, versions: Sequence[str]) -> dict[str, int]:
    table = tables.versions
    rows = connection.execute(select(table.c.id, table.c.key).where(table.c.id.in_(versions)))
    return {row.id: row.key for row in rows}


def _chunks(items: Sequence[Any]) -> Iterator[list[Any]]:
    for start in range(0, len(items), _CHUNK):
        yield list(items[start : start + _CHUNK])
