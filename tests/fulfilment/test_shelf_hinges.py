"""A status changes with what was looked through only where its hinge does, and with the day not before it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.facts import facts

from yaksok.fulfilment.shelf_hinges import hinge_of, holds_until
from yaksok.fulfilment.shelf_rows import told_of
from yaksok.fulfilment.status import Facts
from yaksok.records.proof import Scope


def stands(one: Facts) -> tuple[object, ...]:
    """All that a kept row tells of how a promise stands."""
    told = told_of(one)
    return (*told[: told._fields.index("hinge")], told.hinge, told.hinge_day)


@st.composite
def searched(draw: st.DrawFn, one: Facts) -> Facts:
    """The same facts with something else looked through."""
    later = st.dates(date.fromisoformat(one.made), one.as_of).map(date.isoformat)
    found = sorted(day for day in draw(st.lists(later, max_size=3)) if day > one.made)
    scope = Scope(number=len(found), documents=tuple(found), until=found[-1] if found else None)
    return replace(one, scope=scope, accounts=tuple((day, day) for day in found if draw(st.booleans())))


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_only_the_hinge_changes_a_status(data: st.DataObject) -> None:
    one = data.draw(facts())
    other = data.draw(searched(one))
    mine, theirs = hinge_of(one), hinge_of(other)
    assert mine[:2] == theirs[:2]
    if mine.answer == theirs.answer:
        assert stands(one) == stands(other)


@settings(max_examples=300, deadline=None)
@given(facts(), st.integers(0, 900))
def test_a_status_holds_as_long_as_it_says(one: Facts, ahead: int) -> None:
    day = min(one.as_of + timedelta(days=ahead), holds_until(one))
    assert stands(replace(one, as_of=day)) == stands(one)
