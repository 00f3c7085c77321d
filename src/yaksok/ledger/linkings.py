"""Links in the ledger: passes of linking, what they proposed, and which of it counts now.

Each generation links every document anew, batch by batch; a document is compared with those that its
generation linked before it. Links of the newest complete generation count, between versions that none it
covers superseded. Nothing is overwritten: an older generation stays on record.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, exists, func, insert, or_, select

from yaksok.ledger import tables
from yaksok.ledger.identity import digest
from yaksok.ledger.journal import Unit, content_digest, record
from yaksok.ledger.places import at_given, given
from yaksok.records.link import Link, Reasons, StatementRef

NONE = 0
"""The number of no generation: nothing was linked yet."""


@dataclass(frozen=True, slots=True)
class StoredLink:
    """A link with the keys of its ends and what it is worth as evidence.

    `counts`: it is evidence. `background`: it only tells what its own document reports beside the promise.
    `occurred` is the first day of the event that the later statement reports (ISO), None where it gives none.
    """

    link: Link
    promise_version: int
    later_version: int
    counts: bool
    background: bool
    occurred: str | None


class Generation(NamedTuple):
    """A pass over all documents: its number, whether it was finished, and the rules of its last batch."""

    number: int
    complete: bool
    rules: str


def newest_generation(connection: Connection) -> Generation:
    """The generation with the greatest number; `NONE` where nothing was linked yet."""
    table = tables.linkings
    row = connection.execute(
        select(table.c.generation, table.c.rules)
        .where(table.c.kind == "batch")
        .order_by(table.c.generation.desc(), table.c.key.desc())
        .limit(1)
    ).first()
    if row is None:
        return Generation(NONE, complete=True, rules="")
    return Generation(row.generation, complete=is_complete(connection, row.generation), rules=row.rules)


_NEWEST = select(func.max(tables.linkings.c.generation))


def counting_generation(connection: Connection) -> int:
    """The newest complete generation; `NONE` where there is none."""
    # From the newest one down, since that is nearly always complete: its passes are not looked through.
    number = tables.linkings.c.generation
    newest = connection.execute(_NEWEST).scalar()
    while newest and not is_complete(connection, newest):
        newest = connection.execute(select(func.max(number)).where(number < newest)).scalar()
    return int(newest or NONE)


_COMPLETE = (
    select(tables.linkings.c.key)
    .where(tables.linkings.c.generation == bindparam("number"), tables.linkings.c.kind == "complete")
    .order_by(tables.linkings.c.key)
    .limit(1)
)


def is_complete(connection: Connection, generation: int, *, by: int | None = None) -> bool:
    """Whether a generation is complete; `by`: whether it was when the pass with this key was the newest."""
    found = connection.execute(_COMPLETE, {"number": generation}).scalar()
    return found is not None and (by is None or found <= by)


def covers(generation: int | ColumnElement[int], version: ColumnElement[int]) -> ColumnElement[bool]:
    """That a generation covers a version, as a condition of a query."""
    linked, linkings = tables.linked, tables.linkings
    return exists().where(
        linked.c.version == version, linkings.c.key == linked.c.linking, linkings.c.generation == generation
    )


def covered_among(connection: Connection, versions: Sequence[int], generation: int) -> set[int]:
    """Those of a few versions (keys) that a generation covers."""
    key = tables.versions.c.key
    query = select(key).where(key.in_(versions), covers(generation, key))
    return set(connection.execute(query).scalars())


def generation_then(connection: Connection, newest: int) -> int:
    """The generation that counted when this version (its key) was the newest; where none tells, the one that counts now."""
    linked, linkings = tables.linked, tables.linkings
    joined = select(linkings.c.generation).join(linked, linked.c.linking == linkings.c.key)
    covering = connection.execute(joined.where(linked.c.version == newest).distinct()).scalars()
    complete = sorted(number for number in covering if is_complete(connection, number))
    for number in reversed(complete):
        later = joined.where(linkings.c.generation == number, linked.c.version > newest).limit(1)
        if connection.execute(later).first() is None:
            return int(number)
    return int(complete[0]) if complete else counting_generation(connection)


def newest_pass(connection: Connection, generation: int) -> int:
    """The key of the newest pass of a generation: what it covers changes with it alone. 0 for none."""
    table = tables.linkings
    query = select(func.max(table.c.key)).where(table.c.generation == generation)
    return int(connection.execute(query).scalar() or 0)


def newest_keys(connection: Connection) -> tuple[int, int]:
    """The greatest keys of versions and of passes: what is current and linked changes with them alone."""
    newest = (select(func.max(table.c.key)).scalar_subquery() for table in (tables.versions, tables.linkings))
    versions, linkings = connection.execute(select(*newest)).one()
    return int(versions or 0), int(linkings or 0)


def add_linking(
    connection: Connection,
    generation: int,
    versions: Sequence[tuple[int, str]],
    links: Iterable[StoredLink],
    *,
    rules: str,
    run: int,
) -> None:
    """Record one batch of a generation, in the caller's transaction: the versions (key, id) and their links."""
    key, row = _add_pass(connection, generation, "batch", [one for _, one in versions], rules=rules, run=run)
    if versions:
        rows = [{"linking": key, "version": version} for version, _ in versions]
        connection.execute(insert(tables.linked), rows)
    made = [_link_row(found, key) for found in links]
    if made:
        connection.execute(insert(tables.links), made)
    _journal(connection, row, [one for _, one in versions], made)


def complete_generation(connection: Connection, generation: int, *, rules: str, run: int) -> None:
    """Record that a generation covers all documents: from now on its links count."""
    _, row = _add_pass(connection, generation, "complete", [], rules=rules, run=run)
    _journal(connection, row, [], [])


def stored_links(
    connection: Connection, *conditions: Any, generation: int | None = None
) -> Iterator[StoredLink]:
    """The links that count, best first, then by where they lead from and to; `conditions` are on `tables.links`.

    `generation`: the one that counts, where it is known.
    """
    number = counting_generation(connection) if generation is None else generation
    for row in connection.execute(_counting().where(*conditions), {"generation": number}).mappings():
        yield _stored(row)


def touching_links(
    connection: Connection, places: Sequence[tuple[int, int]], *, generation: int | None = None
) -> Iterator[StoredLink]:
    """The links that count and have one of some statements (version key, number) at either end."""
    number = counting_generation(connection) if generation is None else generation
    for row in connection.execute(_touching(), {"generation": number, **given(places)}).mappings():
        yield _stored(row)


def links_from(
    connection: Connection, places: Sequence[tuple[int, int]], *, generation: int | None = None
) -> Iterator[StoredLink]:
    """The links that count of some promises (version key, number)."""
    number = counting_generation(connection) if generation is None else generation
    for row in connection.execute(_leading(), {"generation": number, **given(places)}).mappings():
        yield _stored(row)


# Built once: they are asked for every promise.
@cache
def _counting() -> Select[Any]:
    return _with_ends().where(tables.linkings.c.generation == bindparam("generation"))


@cache
def _touching() -> Select[Any]:
    links = tables.links
    return _counting().where(
        or_(
            at_given(links.c.promise_version, links.c.promise_n),
            at_given(links.c.later_version, links.c.later_n),
        )
    )


@cache
def _leading() -> Select[Any]:
    links = tables.links
    return _counting().where(at_given(links.c.promise_version, links.c.promise_n))


@cache
def _with_ends() -> Select[Any]:
    """All links between current versions with their statements, best first. Built once: it is asked very often."""
    links, linkings = tables.links, tables.linkings
    ends = {name: _ends(name) for name in ("promise", "later")}
    query = select(links, *(column for _, _, _, columns in ends.values() for column in columns)).join(
        linkings, linkings.c.key == links.c.linking
    )
    for name, (version, document, statement, _) in ends.items():
        query = (
            query.join(version, version.c.key == links.c[f"{name}_version"])
            .join(document, document.c.key == version.c.document)
            .join(
                statement,
                and_(statement.c.version == version.c.key, statement.c.n == links.c[f"{name}_n"]),
            )
        )
        # A newer version takes the place of an older one when it is linked, as everywhere in what is derived.
        newer = tables.versions.alias(f"{name}_newer")
        linked = covers(bindparam("generation"), newer.c.key)
        query = query.where(~exists().where(newer.c.supersedes == version.c.key, linked))
    from_, to = ((ends[name][1].c.stem, links.c[f"{name}_n"]) for name in ("promise", "later"))
    return query.order_by(links.c.score.desc(), *from_, *to, links.c.id)


def _ends(name: str) -> tuple[Any, Any, Any, list[Any]]:
    version = tables.versions.alias(f"{name}_reading")
    document = tables.documents.alias(f"{name}_document")
    statement = tables.statements.alias(f"{name}_statement")
    columns = [
        version.c.id.label(f"{name}_version_id"),
        document.c.stem.label(f"{name}_doc"),
        statement.c.id.label(f"{name}_id"),
        statement.c.text.label(f"{name}_text"),
        statement.c.span_start.label(f"{name}_start"),
        statement.c.span_end.label(f"{name}_end"),
    ]
    return version, document, statement, columns


def _stored(row: Any) -> StoredLink:
    link = Link(
        source=_ref(row, "promise"),
        target=_ref(row, "later"),
        relation=row["relation"],
        score=row["score"],
        reasons=reasons_from(row["reasons"]),
        proposer=row["proposer"],
    )
    return StoredLink(
        link,
        promise_version=row["promise_version"],
        later_version=row["later_version"],
        counts=row["counts"],
        background=row["background"],
        occurred=row["occurred"],
    )


def _ref(row: Any, name: str) -> StatementRef:
    return StatementRef(
        version=row[f"{name}_version_id"],
        doc=row[f"{name}_doc"],
        n=row[f"{name}_n"],
        text=row[f"{name}_text"],
        span=(row[f"{name}_start"], row[f"{name}_end"]),
        id=row[f"{name}_id"],
    )


def reasons_json(reasons: Reasons) -> str:
    """Reasons as they are stored: the rule and the fields that say something."""
    every = {one.name: getattr(reasons, one.name) for one in fields(reasons)}
    said = {name: value for name, value in every.items() if value or name == "rule"}
    return json.dumps(said, ensure_ascii=False, sort_keys=True)


def reasons_from(written: str) -> Reasons:
    """The reasons that were stored."""
    said = json.loads(written)
    given: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in said.items()
    }
    return Reasons(**given)


def link_id(row: Mapping[str, Any], promise: str, later: str) -> str:
    """A link's id says what was judged of which two statements, by their ids; not when."""
    names = ("relation", "score", "reasons", "proposer", "counts", "background", "occurred")
    return digest(("link", promise, later, *(row[name] for name in names)))


def linking_id(row: Mapping[str, Any], versions: Iterable[str]) -> str:
    """The id of a pass: which versions (ids) it covered, in which generation, by which rules and when."""
    names = ("generation", "kind", "rules", "linked_at")
    return digest(("linking", *(row[name] for name in names), *sorted(versions)))


def _link_row(found: StoredLink, linking: int) -> dict[str, Any]:
    link = found.link
    row = {
        "linking": linking,
        "promise_version": found.promise_version,
        "promise_n": link.source.n,
        "later_version": found.later_version,
        "later_n": link.target.n,
        "relation": link.relation,
        "score": link.score,
        "reasons": reasons_json(link.reasons),
        "proposer": link.proposer,
        "counts": found.counts,
        "background": found.background,
        "occurred": found.occurred,
    }
    return {**row, "id": link_id(row, link.source.id, link.target.id)}


def _add_pass(
    connection: Connection, generation: int, kind: str, versions: Sequence[str], *, rules: str, run: int
) -> tuple[int, dict[str, Any]]:
    row = {
        "generation": generation,
        "kind": kind,
        "rules": rules,
        "run": run,
        "linked_at": datetime.now(UTC).isoformat(timespec="milliseconds"),
    }
    row["id"] = linking_id(row, versions)
    key = connection.execute(insert(tables.linkings).values(row)).inserted_primary_key
    if key is None:
        raise RuntimeError("the database gave no key for a new row")
    return int(key[0]), row


def _journal(
    connection: Connection, row: dict[str, Any], versions: Sequence[str], links: Sequence[dict[str, Any]]
) -> None:
    parts = [
        (tables.linkings, [row]),
        (tables.versions, [{"id": one} for one in sorted(versions)]),
        (tables.links, sorted(links, key=lambda link: str(link["id"]))),
    ]
    record(connection, [Unit("linking", row["id"], content_digest(parts))])
