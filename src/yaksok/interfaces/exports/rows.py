"""The rows of each exported table, streamed from a ledger: values in the order of the table's columns."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from yaksok.fulfilment.shelf import Shelf
from yaksok.fulfilment.standing import standing_links
from yaksok.interfaces.deciding import with_decisions
from yaksok.interfaces.exports.columns import TableName
from yaksok.ledger.decisions import decisions
from yaksok.ledger.layout_rows import layout_from
from yaksok.ledger.streams import (
    Reading,
    Values,
    heads,
    problem_rows,
    readings,
    source_rows,
    statement_counts,
    text_of,
    trails,
)
from yaksok.links.timeline import interval
from yaksok.records.commitment import Verdict
from yaksok.records.decision import Decision
from yaksok.records.link import Link, StatementRef
from yaksok.views.addresses import Addresses

Cells = tuple[Any, ...]


NEED_LINKS: frozenset[TableName] = frozenset({"links", "promises"})
"""Tables for which the ledger must be linked."""


def rows_of(table: TableName, connection: Connection, *, as_of: date) -> Iterator[Cells]:
    """The rows of a table in an order that is always the same; promises are judged as of a day."""
    if table == "promises":
        return map(_promise, verdicts_on(connection, as_of=as_of))
    return _STORED[table](connection)


def verdicts_on(connection: Connection, *, as_of: date) -> Iterator[Verdict]:
    """The verdicts on all promises, loaded page by page."""
    return Shelf(connection, as_of=as_of).every_verdict()


def links_of(connection: Connection) -> list[Link]:
    """The links that count, as people decided on them; rejected ones are among them."""
    return with_decisions(connection, standing_links(connection))


def _documents(connection: Connection) -> Iterator[Cells]:
    counts = statement_counts(connection)
    for head in heads(connection):
        days = interval(head["date"]) if head["date"] is not None else None
        yield (
            *(head[name] for name in ("stem", "id", "address", "source_hash", "media_type", "encoding")),
            head["title"],
            head["date"],
            days.first if days else None,
            days.last if days else None,
            *(head[name] for name in ("issuer", "genre", "language", "rules")),
            moment(head["added_at"]),
            counts.get(head["key"], 0),
            text_of(connection, head["key"]),
        )


def _statements(connection: Connection) -> Iterator[Cells]:
    for reading in readings(connection, with_layout=True):
        yield from _statements_of(reading)


def _statements_of(reading: Reading) -> Iterator[Cells]:
    head = reading.head
    parties: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for mention in reading.mentions:
        if mention["kind"] == "party":
            parties[mention["n"]][mention["value"]] = None
    where = addresses_of(reading)
    for row, trail in zip(reading.statements, trails(reading.statements), strict=True):
        yield (
            *(row["id"], head["stem"], head["id"], row["n"]),
            *(row[name] for name in ("span_start", "span_end", "extent_start", "extent_end")),
            *(row[name] for name in ("role", "act", "marker", "text")),
            list(trail),
            row["parent"],
            list(parties.get(row["n"], ())),
            *where(row),
            row["cells"],
        )


def addresses_of(reading: Reading) -> Callable[[Values], Cells]:
    """Gives path, offset in it, last path, offset in that, and page of a statement's row; None where not known."""
    if reading.layout is None:
        return _nowhere
    addresses = Addresses(layout_from(reading.layout))

    def where(row: Values) -> Cells:
        found = addresses.of((row["span_start"], row["span_end"]))
        return (found.path, found.start, found.to, found.end, found.page) if found else _nowhere(row)

    return where


def _nowhere(_row: Values) -> Cells:
    return (None,) * 5


def _mentions(connection: Connection) -> Iterator[Cells]:
    for reading in readings(connection):
        numbers = [row["n"] for row in reading.statements]
        for mention in reading.mentions:
            # Rows of both tables come by number, so the statement is found without a table of all.
            row = reading.statements[bisect_right(numbers, mention["n"]) - 1]
            yield _mention(mention, row, reading.head)


def _mention(mention: Values, row: Values, head: Values) -> Cells:
    kind, value = mention["kind"], mention["value"]
    whole = mention["whole_number"]
    return (
        *(row["id"], head["stem"], head["id"], mention["n"], mention["ordinal"]),
        *(kind, mention["text"], mention["span_start"], mention["span_end"]),
        value if kind == "party" else None,
        day(mention["time_start"]),
        day(mention["time_end"]),
        mention["role"],
        mention["number"] if whole is None else _float(int(whole)),
        whole,
        value if kind == "quantity" else None,
        value if kind == "name" else None,
    )


def _float(whole: int) -> float | None:
    try:
        return float(whole)
    except OverflowError:  # such a number stands only in full
        return None


def _links(connection: Connection) -> Iterator[Cells]:
    return map(_link, links_of(connection))


def _link(link: Link) -> Cells:
    reasons = link.reasons
    return (
        *_end(link.source),
        *_end(link.target),
        *(link.relation, link.score, link.proposer, link.state, link.decision or None),
        reasons.rule,
        *(list(reasons.words), list(reasons.parties), list(reasons.programmes), list(reasons.names)),
        *(list(reasons.times), list(reasons.amounts), list(reasons.named)),
        reasons.event or None,
        link.why,
    )


def _end(ref: StatementRef) -> Cells:
    return (ref.id, ref.doc, ref.version, ref.n, ref.text, *ref.span)


def _promise(verdict: Verdict) -> Cells:
    ref, due, search = verdict.promise, verdict.due, verdict.search
    return (
        *(ref.id, ref.doc, ref.version, ref.n, ref.text, *ref.span),
        *(verdict.issuer, verdict.published, list(verdict.parties)),
        day(due.date) if due else None,
        due.words if due else None,
        due.inherited if due else None,
        *(verdict.testability.testable, verdict.testability.reason, list(verdict.testability.missing)),
        *(verdict.status, verdict.late, verdict.done, verdict.effective, verdict.work),
        verdict.self_reported,
        [evidence.statement.id for evidence in verdict.evidence],
        [evidence.relation for evidence in verdict.evidence],
        [evidence.provenance for evidence in verdict.evidence],
        search.outcome if search else None,
        search.scope.number if search else None,
        *(verdict.why, verdict.as_of, verdict.rules),
    )


def _decisions(connection: Connection) -> Iterator[Cells]:
    return map(_decision, decisions(connection))


def _decision(decision: Decision) -> Cells:
    promise, later = decision.promise, decision.later
    return (
        *(decision.id, decision.kind, promise.id, promise.doc, promise.text),
        *((later.id, later.doc, later.text) if later else (None, None, None)),
        *(decision.relation, decision.person, decision.note, moment(decision.decided_at)),
        decision.undoes or None,
    )


def _problems(connection: Connection) -> Iterator[Cells]:
    for row in problem_rows(connection):
        yield (
            *(row["id"], row["address"], row["version_id"], row["number"], row["reason"], row["next_step"]),
            *(row["span_start"], row["span_end"], moment(row["found_at"])),
        )


def _sources(connection: Connection) -> Iterator[Cells]:
    for row in source_rows(connection):
        seen = row["sightings"]
        yield (
            *(row["id"], row["size"], row["media_type"], moment(row["stored_at"])),
            list(dict.fromkeys(address for address, _ in seen)),
            moment(seen[0][1]) if seen else None,
            moment(seen[-1][1]) if seen else None,
        )


_STORED: Mapping[str, Callable[[Connection], Iterator[Cells]]] = {
    "documents": _documents,
    "statements": _statements,
    "mentions": _mentions,
    "links": _links,
    "decisions": _decisions,
    "problems": _problems,
    "sources": _sources,
}


def day(written: str | None) -> date | None:
    """A day that a record writes in ISO form."""
    return None if written is None else date.fromisoformat(written)


def moment(written: str) -> datetime:
    """A moment that a record writes in ISO form with its offset from UTC."""
    return datetime.fromisoformat(written)


def batches_of(rows: Iterator[Cells], size: int) -> Iterator[Sequence[Cells]]:
    """Rows in batches of a size; the last one may be smaller."""
    batch: list[Cells] = []
    for row in rows:
        batch.append(row)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
