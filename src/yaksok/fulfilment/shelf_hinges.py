"""What a status hangs on beside its day: the one question about what was looked through that decides it.

`yaksok.fulfilment.status` asks of the search only whether anything could be looked through, whether anything of
it is later than the due date, and whether two plans or evaluations came since the promise was last mentioned.
Which of the three a promise hangs on follows from its own facts. So when documents come in, the few promises
for which the answer changes can be found without judging all.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal, NamedTuple

from yaksok.fulfilment.status import DECIDING_RELATIONS, SILENT_AFTER, Facts, known_by, work_reported
from yaksok.records.link import PROMISE_RELATIONS

HingeKind = Literal["", "any", "after", "accounts"]
"""any: whether there is a later document. after: whether one is later than `day`. accounts: whether two
plans or evaluations are. "": nothing about the search changes the status."""

_DAY = timedelta(days=1)


class Hinge(NamedTuple):
    """The question with its day (ISO), and the answer that the status was told by."""

    kind: HingeKind
    day: str
    answer: bool


NO_HINGE = Hinge("", "", answer=False)


def hinge_of(facts: Facts) -> Hinge:
    """What the status of a promise hangs on, on the day of its facts."""
    facts = known_by(facts)
    looked = Hinge("any", "", answer=facts.scope.number > 0)
    if not facts.testability.testable:
        return NO_HINGE if facts.evidence else looked
    if any(one.relation in DECIDING_RELATIONS for one in facts.evidence):
        return NO_HINGE
    work = work_reported(facts)
    if facts.due is not None:
        due = facts.due.date
        if due >= facts.as_of.isoformat():
            return NO_HINGE if facts.evidence else looked
        if any(facts.days.get(one.statement.version, "") > due for one in work):
            return NO_HINGE
        return Hinge("after", due, answer=(facts.scope.until or "") > due)
    if work:
        return NO_HINGE
    if not any(one.relation in PROMISE_RELATIONS for one in facts.evidence):
        return looked
    last = max([facts.made, *(facts.days.get(one.statement.version, "") for one in facts.evidence)])
    since = sum(day > last for day, _ in facts.accounts)
    return Hinge("accounts", last, answer=since >= SILENT_AFTER)


def holds_until(facts: Facts) -> date:
    """The last day on which the facts, changed only in their day, are sure to tell the same status."""
    today = facts.as_of.isoformat()
    days = [date.fromisoformat(day) - _DAY for day in facts.occurred.values() if day > today]
    if facts.due is not None and facts.due.date >= today:
        days.append(date.fromisoformat(facts.due.date))
    return min(days, default=date.max)
