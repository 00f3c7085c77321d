"""The smallest things that would change a verdict, found by asking the same rule again.

Each single change of the facts is tried: `status_of` judges the changed facts, and what gives another
status, or another lateness, is told. Nothing here knows what a change leads to. The weights only order
them: to wait or to see one more document is little, a doubtful link is sooner wrong than a good one, a
report is more than a mention, and to word the promise anew is most.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from yaksok.fulfilment.status import SILENT_AFTER, Facts, status_of
from yaksok.records.commitment import Change, Evidence, Testability
from yaksok.records.link import Reasons, Relation, StatementRef
from yaksok.records.proof import ChangeKind

WAITING = 0.5
REJECTING = 2.0
"""Times the score of the link: one of 0.2 is sooner given up than one of 0.9."""
DOCUMENT = 1.0
RESTATEMENT = 1.5
WORK = 1.75
REPORT = 2.0
LATE_REPORT = 2.25
WORDING = 4.0

_DAY = timedelta(days=1)
_IMAGINED = "imagined"
_MADE_UP = Reasons("what if")


class _Trial(NamedTuple):
    """Changed facts, with the change in words that `Change` has fields for."""

    kind: ChangeKind
    weight: float
    facts: Facts
    day: str = ""
    rejected: tuple[Evidence, ...] = ()
    documents: int = 0


def changes(facts: Facts) -> tuple[Change, ...]:
    """The single changes that make the verdict another one, the smallest first.

    Of two changes of one kind that lead to the same status only the smaller one is told. Links that were
    left out of the facts as too many do not move up when one is rejected.
    """
    now = status_of(facts)
    found: list[Change] = []
    for trial in sorted(_trials(facts), key=lambda trial: trial.weight):
        then = status_of(trial.facts)
        same = (one.kind == trial.kind and one.status == then.status for one in found)
        if (then.status, then.late) == (now.status, now.late) or any(same):
            continue
        found.append(
            Change(
                kind=trial.kind,
                status=then.status,
                late=then.late,
                weight=round(trial.weight, 4),
                day=trial.day,
                statements=tuple(one.statement for one in trial.rejected),
                score=max((one.score for one in trial.rejected), default=None),
                documents=trial.documents,
            )
        )
    return tuple(found)


def _trials(facts: Facts) -> Iterator[_Trial]:
    yield from _rejections(facts)
    yield from _other_days(facts)
    yield from _more_documents(facts)
    yield from _reports(facts)
    if not facts.testability.testable:
        wording = replace(facts, testability=Testability(testable=True, reason="what if"))
        yield _Trial("testable_wording", WORDING, wording)


def _rejections(facts: Facts) -> Iterator[_Trial]:
    """Without one link, without all that tell of one event, and without all that say the same."""
    groups: list[tuple[Evidence, ...]] = [(one,) for one in facts.evidence]
    groups += [
        tuple(one for one in facts.evidence if one.event == event)
        for event in dict.fromkeys(one.event for one in facts.evidence if one.event)
    ]
    groups += [
        tuple(one for one in facts.evidence if one.relation == relation)
        for relation in dict.fromkeys(one.relation for one in facts.evidence)
    ]
    groups.append(facts.evidence)
    for group in dict.fromkeys(groups):
        if group:
            yield _rejection(facts, group)


def _rejection(facts: Facts, rejected: tuple[Evidence, ...]) -> _Trial:
    kept = tuple(one for one in facts.evidence if one not in rejected)
    weight = REJECTING * sum(one.score for one in rejected)
    kind: ChangeKind = "reject_link" if len(rejected) == 1 else "reject_links"
    return _Trial(kind, weight, replace(facts, evidence=kept), rejected=rejected)


def _other_days(facts: Facts) -> Iterator[_Trial]:
    """The day after the date, with no more published than now."""
    if facts.due is not None and facts.due.date >= facts.as_of.isoformat():
        due = date.fromisoformat(facts.due.date)
        if due < date.max:
            yield _Trial("later_day", WAITING, replace(facts, as_of=due + _DAY), day=facts.due.date)


def _more_documents(facts: Facts) -> Iterator[_Trial]:
    """One more document of that kind without a word of it, or as many as make a promise silent."""
    day = facts.as_of.isoformat()
    for count in range(1, SILENT_AFTER + 1):
        yield _Trial("later_document", DOCUMENT * count, _with_documents(facts, count), day, documents=count)


def _reports(facts: Facts) -> Iterator[_Trial]:
    """One more statement of a new document: a promise again, work on it, or that it was done."""
    today = facts.as_of.isoformat()
    yield _Trial("restatement", RESTATEMENT, _with_statement(facts, "restated_as"), today)
    yield _Trial("work_report", WORK, _with_statement(facts, "progressed_by"), today)
    due = facts.due.date if facts.due else today
    in_time = min(due, today)
    yield _Trial("report_in_time", REPORT, _with_statement(facts, "fulfilled_by", done=in_time), in_time)
    if due < today:
        late = (date.fromisoformat(due) + _DAY).isoformat()
        yield _Trial("report_late", LATE_REPORT, _with_statement(facts, "fulfilled_by", done=late), due)


def _with_documents(facts: Facts, count: int) -> Facts:
    """The facts if the issuer had published some more documents of the kind today."""
    today = facts.as_of.isoformat()
    names = tuple(_IMAGINED for _ in range(count))
    scope = facts.scope
    if scope.reach != "issuer_and_kind":
        # With a document of its own kind the search reaches no further than to these.
        others = scope.others + scope.number
        scope = replace(scope, reach="issuer_and_kind", number=0, documents=(), others=others)
    return replace(
        facts,
        scope=replace(scope, number=scope.number + count, documents=(*scope.documents, *names), until=today),
        accounts=(*facts.accounts, *((today, name) for name in names)),
    )


def _with_statement(facts: Facts, relation: Relation, *, done: str = "") -> Facts:
    """The facts if a document of the issuer had told today of the promise."""
    facts = _with_documents(facts, 1)
    today = facts.as_of.isoformat()
    told = StatementRef(version=_IMAGINED, doc=_IMAGINED, n=1, text="", span=(0, 0))
    return replace(
        facts,
        evidence=(Evidence(told, relation, 1.0, _MADE_UP), *facts.evidence),
        published={**facts.published, _IMAGINED: today},
        days={**facts.days, _IMAGINED: today},
        occurred={**facts.occurred, (_IMAGINED, 1): done} if done else facts.occurred,
    )
