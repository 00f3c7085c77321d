"""Every row of the rule's table, and what holds of all facts."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.facts import CAN, CANNOT, LAST, facts, told

from yaksok.fulfilment.sentences import proof_sentences, search_sentence, why
from yaksok.fulfilment.status import RULES, Facts, status_of
from yaksok.records.commitment import Due, Status
from yaksok.records.proof import PointKind, Scope, SearchOutcome

PASSED, AHEAD = Due("2020-06-30", "20.6월"), Due("2030-12-31", "2030년까지")
AS_OF = date(2023, 1, 1)
BEFORE, AFTER = "2020-01-10", "2021-01-10"
NOTHING = Scope(since="2019-03-01", issuer="외교부")


def looked(until: str, number: int = 1) -> Scope:
    return Scope("issuer_and_kind", number, ("review",) * number, "2019-03-01", until, "외교부")


def made(
    *relations: Any,
    due: Due | None = None,
    scope: Scope = NOTHING,
    day: str = AFTER,
    occurred: str = "",
    accounts: tuple[str, ...] = (),
    test: Any = CAN,
) -> Facts:
    """Facts with one statement for each relation, all published on one day."""
    evidence = tuple(told(n, relation) for n, relation in enumerate(relations, 1))
    return Facts(
        as_of=AS_OF,
        due=due,
        testability=test,
        evidence=evidence,
        scope=scope,
        published={one.statement.version: day for one in evidence},
        days={one.statement.version: day for one in evidence},
        accounts=tuple((each, f"account {each}") for each in accounts),
        occurred={(one.statement.version, one.statement.n): occurred for one in evidence} if occurred else {},
        made="2019-03-01",
    )


ROWS: list[tuple[int, Facts, Status, bool, SearchOutcome, str]] = [
    (1, made(test=CANNOT), "not_testable", False, "not_looked", "untestable"),
    (1, made(test=CANNOT, scope=looked(AFTER)), "not_testable", False, "nothing_found", "untestable"),
    (1, made("progressed_by", test=CANNOT), "not_testable", False, "found", "untestable"),
    (2, made("fulfilled_by"), "kept", False, "found", "done"),
    (2, made("fulfilled_by", due=PASSED, occurred="2020-06-30"), "kept", False, "found", "done in_time"),
    (2, made("fulfilled_by", due=PASSED, day=BEFORE), "kept", False, "found", "done in_time"),
    (2, made("fulfilled_by", due=PASSED), "kept", False, "found", "done day_unknown"),
    (2, made("fulfilled_by", due=AHEAD, occurred="2020-05-01"), "kept", False, "found", "done in_time"),
    (3, made("fulfilled_by", due=PASSED, occurred="2020-07-01"), "partly_kept", True, "found", "done late"),
    (4, made("partly_fulfilled_by"), "partly_kept", False, "found", "done_in_part"),
    (
        4,
        made("partly_fulfilled_by", due=PASSED, occurred="2020-07-01"),
        "partly_kept",
        True,
        "found",
        "done_in_part late",
    ),
    (5, made("contradicted_by", "progressed_by"), "broken", False, "found", "contradicted"),
    (6, made("superseded_by", "progressed_by"), "superseded", False, "found", "replaced"),
    (7, made(due=AHEAD), "not_yet_due", False, "not_looked", "due_ahead"),
    (7, made(due=AHEAD, scope=looked(AFTER)), "not_yet_due", False, "nothing_found", "due_ahead"),
    (7, made("progressed_by", due=AHEAD), "not_yet_due", False, "found", "due_ahead work"),
    (7, made(due=Due(AS_OF.isoformat(), "오늘")), "not_yet_due", False, "not_looked", "due_ahead"),
    (
        8,
        made(due=PASSED, scope=looked(AFTER)),
        "overdue_no_evidence",
        False,
        "nothing_found",
        "due_passed not_reported_done",
    ),
    (
        8,
        made("progressed_by", due=PASSED, scope=looked(AFTER), day=BEFORE),
        "overdue_no_evidence",
        False,
        "nothing_found",
        "due_passed not_reported_done last_step",
    ),
    (
        8,
        made("restated_as", due=PASSED, scope=looked(AFTER)),
        "overdue_no_evidence",
        False,
        "nothing_found",
        "due_passed not_reported_done",
    ),
    (
        9,
        made("progressed_by", due=PASSED, scope=looked(AFTER)),
        "in_progress",
        False,
        "found",
        "work due_passed",
    ),
    (
        9,
        made("progressed_by", due=PASSED, scope=looked(BEFORE), day=BEFORE),
        "in_progress",
        False,
        "found",
        "work due_passed",
    ),
    (10, made(due=PASSED), "overdue_no_evidence", False, "not_looked", "due_passed nothing_after_due"),
    (
        10,
        made(due=PASSED, scope=looked(BEFORE)),
        "overdue_no_evidence",
        False,
        "not_looked",
        "due_passed nothing_after_due",
    ),
    (11, made(), "not_yet_due", False, "not_looked", "no_due nothing_later"),
    (12, made("progressed_by", scope=looked(AFTER)), "in_progress", False, "found", "work"),
    (12, made("progressed_by", "restated_as"), "in_progress", False, "found", "work"),
    (13, made("restated_as", scope=looked(AFTER)), "in_progress", False, "found", "promised_again"),
    (13, made("continued_as", accounts=("2022-01-01",)), "in_progress", False, "found", "promised_again"),
    (13, made("restated_as", accounts=(BEFORE, AFTER)), "in_progress", False, "found", "promised_again"),
    (
        14,
        made("restated_as", scope=looked("2022-06-01"), accounts=("2022-01-01", "2022-06-01")),
        "silent",
        False,
        "nothing_found",
        "last_promised not_mentioned",
    ),
    (15, made(scope=looked(AFTER)), "silent", False, "nothing_found", "no_due not_mentioned"),
]


@pytest.mark.parametrize(
    ("facts", "status", "late", "outcome", "kinds"),
    [row[1:] for row in ROWS],
    ids=[f"row {row[0]}: {row[-1]}" for row in ROWS],
)
def test_each_row(facts: Facts, status: Status, outcome: SearchOutcome, kinds: str, *, late: bool) -> None:
    found = status_of(facts)
    assert (found.status, found.late, found.search.outcome) == (status, late, outcome)
    assert " ".join(point.kind for point in found.proof) == kinds


def test_all_rows_of_the_docstring_are_tested_and_all_points_occur() -> None:
    doc = sys.modules[status_of.__module__].__doc__ or ""
    rows = {
        int(line.split("|")[1]) for line in doc.splitlines() if line.startswith("| ") and line[2].isdigit()
    }
    assert rows == {row[0] for row in ROWS}
    assert {kind for row in ROWS for kind in row[-1].split()} == set(get_args(PointKind))


def test_no_two_searches_are_told_alike() -> None:
    """Not looked, looked and found nothing, and not yet due are three different sentences."""
    not_looked = why(status_of(made()).proof)
    nothing = why(status_of(made(scope=looked(AFTER))).proof)
    not_due = why(status_of(made(due=AHEAD, scope=looked(AFTER))).proof)
    assert ("Not looked" in not_looked, "Not looked" in nothing, "Not looked" in not_due) == (
        True,
        False,
        False,
    )
    assert "None of the later documents searched (1: review)" in nothing
    assert "has not passed" in not_due
    overdue = [
        why(status_of(made(due=PASSED, scope=scope)).proof) for scope in (looked(AFTER), looked(BEFORE))
    ]
    assert ["Not looked" in sentence for sentence in overdue] == [False, True]


def test_one_report_in_time_is_enough() -> None:
    late_and_in_time = replace(
        made("fulfilled_by", "fulfilled_by", due=PASSED),
        occurred={("v1", 1): "2020-12-01", ("v2", 2): "2020-06-01"},
    )
    found = status_of(late_and_in_time)
    assert (found.status, found.late, found.effective) == ("kept", False, date(2020, 6, 1))


@pytest.mark.parametrize(
    ("whose", "self_reported"),
    [
        (("own",), True),
        (("own", "own"), True),
        (("own", "partner"), False),
        (("register",), False),
        (("own", "unknown"), None),
        (("unknown",), None),
    ],
)
def test_whose_word_it_is(whose: Any, *, self_reported: bool | None) -> None:
    evidence = tuple(told(n, "fulfilled_by", provenance=each) for n, each in enumerate(whose, 1))
    assert status_of(Facts(AS_OF, None, CAN, evidence)).self_reported is self_reported


def test_only_what_proves_the_status_tells_whose_word_it_is() -> None:
    evidence = (told(1, "fulfilled_by"), told(2, "progressed_by", provenance="partner"))
    assert status_of(Facts(AS_OF, None, CAN, evidence)).self_reported is True


def test_background_is_no_work() -> None:
    facts = replace(made("progressed_by", scope=looked(AFTER)), background=frozenset({("v1", 1)}))
    assert not status_of(facts).work


def test_the_rule_has_a_version() -> None:
    assert RULES.split()[0] == "status"
    assert int(RULES.split()[1]) >= 2


# Of all facts.


@given(facts())
def test_the_same_facts_give_the_same_verdict(drawn: Facts) -> None:
    assert status_of(drawn) == status_of(replace(drawn))


@given(facts())
def test_the_three_searches_are_never_confused(drawn: Facts) -> None:
    found = status_of(drawn)
    outcome = found.search.outcome
    if found.status == "silent":
        assert outcome == "nothing_found"
        assert drawn.scope.number or drawn.accounts
    if found.status == "not_yet_due" and drawn.due is None:
        assert outcome == "not_looked"
        assert not drawn.scope.number
    if found.status == "not_yet_due" and drawn.due is not None:
        assert drawn.due.date >= drawn.as_of.isoformat()
    if found.status == "overdue_no_evidence":
        assert drawn.due is not None
        assert outcome == ("nothing_found" if (drawn.scope.until or "") > drawn.due.date else "not_looked")
    if found.status in {"kept", "partly_kept", "broken", "superseded", "in_progress"}:
        assert outcome == "found"
        assert found.proof[0].statement is not None


@given(facts())
def test_late_is_only_what_was_done_after_its_date(drawn: Facts) -> None:
    found = status_of(drawn)
    if found.late:
        assert found.status == "partly_kept"
        assert found.effective is not None
        assert drawn.due is not None
        assert found.effective.isoformat() > drawn.due.date
    if found.status == "kept":
        assert found.done == "whole"
    assert found.effective is None or found.effective <= drawn.as_of


@given(facts())
def test_every_verdict_has_sentences_made_from_its_proof_alone(drawn: Facts) -> None:
    found = status_of(drawn)
    sentences = proof_sentences(found.proof)
    assert len(sentences) == len(found.proof) > 0
    assert all(sentence.endswith(".") for sentence in (*sentences, search_sentence(found.search)))
    assert why(found.proof) == " ".join(sentences)


@given(facts(), st.data())
def test_what_happened_after_the_day_does_not_count(drawn: Facts, data: st.DataObject) -> None:
    later = told(99, data.draw(st.sampled_from(["fulfilled_by", "contradicted_by", "progressed_by"])), 1.0)
    happened = (drawn.as_of + timedelta(days=data.draw(st.integers(1, 500)))).isoformat()
    foretold = replace(
        drawn,
        evidence=(later, *drawn.evidence),
        days={**drawn.days, "v99": drawn.as_of.isoformat()},
        occurred={**drawn.occurred, ("v99", 99): happened},
    )
    assert status_of(foretold) == status_of(drawn)


@given(facts(testable=True))
def test_a_report_in_time_keeps_every_promise_that_can_be_checked(drawn: Facts) -> None:
    reported = replace(drawn, evidence=(told(99, "fulfilled_by", 0.2), *drawn.evidence))
    assert status_of(reported).status == "kept"


@settings(max_examples=200)
@given(facts(testable=True), st.integers(0, 2000))
def test_with_nothing_new_published_time_only_makes_a_promise_overdue(drawn: Facts, wait: int) -> None:
    """What is decided stays decided; what is not yet due can only fall due."""
    as_of = min(drawn.as_of + timedelta(days=wait), LAST + timedelta(days=2000))
    known = tuple(
        one
        for one in drawn.evidence
        if drawn.occurred.get((one.statement.version, one.statement.n), "") <= drawn.as_of.isoformat()
    )
    drawn = replace(drawn, evidence=known)
    now, then = status_of(drawn), status_of(replace(drawn, as_of=as_of))
    if now.status == "not_yet_due":
        assert then.status in {"not_yet_due", "overdue_no_evidence", "in_progress"}
    else:
        assert (then.status, then.late, then.effective) == (now.status, now.late, now.effective)
