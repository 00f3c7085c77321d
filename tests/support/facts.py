"""Facts of promises as Hypothesis draws them: whatever a ledger could say of one."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from yaksok.fulfilment.status import Facts
from yaksok.records.commitment import Due, Evidence, Provenance, Testability
from yaksok.records.link import Reasons, Relation, StatementRef
from yaksok.records.proof import Reach, Scope

FIRST, LAST = date(2018, 1, 1), date(2025, 12, 31)
RELATIONS: tuple[Relation, ...] = (
    "fulfilled_by",
    "partly_fulfilled_by",
    "progressed_by",
    "restated_as",
    "continued_as",
    "superseded_by",
    "contradicted_by",
)
WHOSE: tuple[Provenance, ...] = ("own", "partner", "register", "third", "unknown")
REACHES: tuple[Reach, ...] = ("issuer_and_kind", "issuer", "others", "anyone")

CAN = Testability(testable=True, reason="names an action with an end")
CANNOT = Testability(testable=False, reason="names only an intention")

days = st.dates(FIRST, LAST)


def told(number: int, relation: Relation, score: float = 0.5, provenance: Provenance = "own") -> Evidence:
    """Evidence in a document of its own."""
    ref = StatementRef(f"v{number}", f"review {number}", number, f"문장 {number}", (0, 4))
    return Evidence(ref, relation, score, Reasons("a rule"), provenance=provenance)


@st.composite
def facts(draw: st.DrawFn, *, testable: bool | None = None) -> Facts:
    """Facts that agree with each other: what is told was published after the promise and by the day of asking."""
    made = draw(days)
    as_of = draw(st.dates(made, LAST))
    later = st.dates(made, as_of)
    relations = draw(st.lists(st.sampled_from(RELATIONS), max_size=5))
    evidence = tuple(
        told(n, relation, draw(st.floats(0.1, 1.0)), draw(st.sampled_from(WHOSE)))
        for n, relation in enumerate(relations, 1)
    )
    published = {one.statement.version: draw(later).isoformat() for one in evidence}
    occurred = {
        (one.statement.version, one.statement.n): draw(days).isoformat()
        for one in evidence
        if one.relation not in {"restated_as", "continued_as"} and draw(st.booleans())
    }
    due = draw(st.none() | days)
    searched = sorted(day for day in draw(st.lists(later, max_size=4)) if day > made)
    reach = draw(st.sampled_from(REACHES))
    accounts = (
        [day for day in searched if draw(st.booleans())] if reach in {"issuer_and_kind", "issuer"} else []
    )
    return Facts(
        as_of=as_of,
        due=Due(due.isoformat(), "그때까지") if due else None,
        testability=CAN if testable or (testable is None and draw(st.booleans())) else CANNOT,
        evidence=tuple(sorted(evidence, key=lambda one: -one.score)),
        scope=Scope(
            reach=reach,
            number=len(searched),
            documents=tuple(f"review of {day}" for day in searched),
            since=made.isoformat(),
            until=searched[-1].isoformat() if searched else None,
            issuer="외교부",
        ),
        published=dict(published),
        days=dict(published),
        accounts=tuple((day.isoformat(), f"review of {day}") for day in accounts),
        occurred=occurred,
        made=made.isoformat(),
    )


def day_after(written: str) -> date:
    """The day after an ISO date."""
    return date.fromisoformat(written) + timedelta(days=1)
