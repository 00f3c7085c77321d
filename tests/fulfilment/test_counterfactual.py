"""What would change a verdict is found by the rule itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from tests.support.facts import CAN, CANNOT, facts, told

from yaksok.fulfilment.counterfactual import changes
from yaksok.fulfilment.sentences import change_sentence
from yaksok.fulfilment.status import Facts, status_of
from yaksok.records.commitment import Due
from yaksok.records.proof import Scope

AS_OF = date(2023, 1, 1)
LOOKED = Scope("issuer_and_kind", 1, ("review",), "2019-03-01", "2021-01-10", "외교부")
PASSED, AHEAD = Due("2020-06-30", "20.6월"), Due("2026-06-30", "26.6월까지")


@pytest.mark.parametrize(
    ("known", "smallest", "sentence"),
    [
        (
            Facts(AS_OF, None, CAN),
            "later_document",
            "A later document of the same issuer and kind, published by 2023-01-01, without a word of it: then silent.",
        ),
        (
            Facts(AS_OF, None, CAN, scope=LOOKED),
            "restatement",
            "A later plan of the same issuer, published by 2023-01-01, that names it: then in_progress.",
        ),
        (
            Facts(AS_OF, AHEAD, CAN),
            "later_day",
            "An as-of date after 2026-06-30, with nothing new published: then overdue_no_evidence.",
        ),
        (
            Facts(AS_OF, PASSED, CAN, scope=LOOKED),
            "work_report",
            "A report of work on it, published by 2023-01-01: then in_progress.",
        ),
        (
            Facts(AS_OF, None, CAN, (told(14, "fulfilled_by", 0.21),), scope=LOOKED),
            "reject_link",
            "Rejecting the link to review 14:14 (score 0.21): then silent.",
        ),
        (
            Facts(AS_OF, None, CANNOT, scope=LOOKED),
            "testable_wording",
            "A wording that names something whose occurrence can be verified: then silent.",
        ),
    ],
)
def test_the_smallest_change(known: Facts, smallest: str, sentence: str) -> None:
    found = changes(known)
    assert found[0].kind == smallest
    assert change_sentence(found[0]) == sentence


def test_a_report_by_the_date_is_named_with_the_date() -> None:
    found = {change.kind: change for change in changes(Facts(AS_OF, PASSED, CAN, scope=LOOKED))}
    assert (found["report_in_time"].status, found["report_in_time"].day) == ("kept", "2020-06-30")
    assert (found["report_late"].status, found["report_late"].late) == ("partly_kept", True)


def test_two_reports_must_both_be_rejected() -> None:
    evidence = (told(1, "fulfilled_by", 0.4), told(2, "fulfilled_by", 0.3))
    found = changes(Facts(AS_OF, None, CAN, evidence, scope=LOOKED))
    assert [change.kind for change in found] == ["reject_links"]
    assert [ref.n for ref in found[0].statements] == [1, 2]
    assert found[0].score == 0.4


def test_what_tells_of_one_event_is_rejected_together() -> None:
    one, two = told(1, "fulfilled_by", 0.4), told(2, "partly_fulfilled_by", 0.3)
    evidence = (replace(one, event="signing"), replace(two, event="signing"), told(3, "progressed_by", 0.9))
    found = changes(Facts(AS_OF, None, CAN, evidence, scope=LOOKED))
    together = next(change for change in found if change.kind == "reject_links")
    assert ([ref.n for ref in together.statements], together.status) == ([1, 2], "in_progress")


@pytest.mark.parametrize("last", ["2021-01-10", "2022-06-01"])
def test_silence_counts_accounts(last: str) -> None:
    """A promise made again once, and one account since: one more makes it silent."""
    again = told(1, "restated_as", 0.5)
    known = Facts(
        AS_OF, None, CAN, (again,), LOOKED, days={"v1": "2020-01-01"}, accounts=((last, "account"),), made="2019-03-01"
    )  # fmt: skip
    silent = next(change for change in changes(known) if change.kind == "later_document")
    assert (silent.status, silent.documents) == ("silent", 1)


@given(facts())
def test_each_change_really_changes_the_verdict_and_the_smallest_comes_first(drawn: Facts) -> None:
    now = status_of(drawn)
    found = changes(drawn)
    assert found
    assert all((change.status, change.late) != (now.status, now.late) for change in found)
    weights = [change.weight for change in found]
    assert weights == sorted(weights)
    for change in found:
        assert change_sentence(change).endswith(".")
        if change.kind.startswith("reject"):
            rejected = {(ref.version, ref.n) for ref in change.statements}
            left = tuple(
                one for one in drawn.evidence if (one.statement.version, one.statement.n) not in rejected
            )
            then = status_of(replace(drawn, evidence=left))
            assert (then.status, then.late) == (change.status, change.late)
