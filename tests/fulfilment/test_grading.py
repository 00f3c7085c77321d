"""The schemes are complete: every kind of verdict has exactly one grade, or one reason why it has none."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from tests.support.facts import CAN, CANNOT

from yaksok.errors import UnknownScheme
from yaksok.fulfilment.grading import (
    LOOKED,
    REPORTED,
    UNGRADED,
    Parts,
    grade,
    grade_of,
    matching,
    parts_of,
    scheme,
    schemes,
    scorecard,
)
from yaksok.records.commitment import STATUSES, Status, Verdict
from yaksok.records.link import StatementRef
from yaksok.records.proof import Reach, Scope, Search, SearchOutcome
from yaksok.reference.tables import rows

ALL_PARTS = [Parts(*each) for each in product(STATUSES, (False, True), REPORTED, (False, True), LOOKED)]


def verdict(
    status: Status,
    *,
    outcome: SearchOutcome = "nothing_found",
    reach: Reach = "issuer_and_kind",
    self_reported: bool | None = None,
) -> Verdict:
    return Verdict(
        promise=StatementRef("v", "plan", 1, "약속", (0, 2)),
        issuer="외교부",
        published="2019-03",
        parties=(),
        due=None,
        testability=CANNOT if status == "not_testable" else CAN,
        status=status,
        evidence=(),
        why="",
        search=Search(outcome, Scope(reach)),
        self_reported=self_reported,
    )


def test_the_four_schemes_are_there() -> None:
    assert schemes() == ("cpp", "politifact", "g7", "korea")


def test_another_scheme_is_refused() -> None:
    with pytest.raises(UnknownScheme):
        scheme("stars")


@pytest.mark.parametrize("name", schemes())
def test_exactly_one_rule_holds_for_every_kind_of_verdict(name: str) -> None:
    """Testability is in the status: not_testable is the only one that cannot be tested."""
    wrong = [parts for parts in ALL_PARTS if len(list(matching(parts, name))) != 1]
    assert wrong == []


@pytest.mark.parametrize("name", schemes())
def test_it_gives_a_grade_of_the_scheme_or_a_reason_never_both(name: str) -> None:
    for parts in ALL_PARTS:
        found = grade_of(parts, name)
        assert (found.name is None) != (found.ungraded is None), parts
        assert found.name is None or found.name in scheme(name).grades
        assert found.source


def test_rules_name_only_known_values() -> None:
    grades = {(row["scheme"], row["grade"]) for row in rows("grading_schemes")}
    columns: dict[str, set[str]] = {
        "status": set(STATUSES),
        "late": {"yes", "no"},
        "done": set(REPORTED),
        "work": {"yes", "no"},
        "looked": set(LOOKED),
    }
    for row in rows("grading_rules"):
        assert (row["scheme"], row["grade"]) in grades
        assert row["ungraded"] in {"", *UNGRADED}
        for column, values in columns.items():
            assert row[column] == "*" or set(row[column].split("|")) <= values, row


def test_every_grade_of_every_scheme_can_be_reached() -> None:
    reached = {(row["scheme"], row["grade"]) for row in rows("grading_rules")}
    assert {(row["scheme"], row["grade"]) for row in rows("grading_schemes") if row["grade"]} <= reached


@pytest.mark.parametrize("name", schemes())
@pytest.mark.parametrize("status", ["silent", "overdue_no_evidence"])
def test_nothing_is_graded_down_where_nobody_looked_at_the_issuers_own_documents(
    name: str, status: Status
) -> None:
    for looked in ("others", "none"):
        for work in (False, True):
            assert not grade_of(Parts(status, False, "none", work, looked), name).rated


@pytest.mark.parametrize("name", schemes())
def test_what_cannot_be_tested_is_never_graded(name: str) -> None:
    assert grade(verdict("not_testable"), name).ungraded == "not_testable"


@pytest.mark.parametrize(
    ("name", "parts", "expected"),
    [
        ("cpp", Parts("partly_kept", True, "whole", True, "own"), "partially_fulfilled"),
        ("politifact", Parts("partly_kept", True, "whole", True, "own"), "promise_kept"),
        ("politifact", Parts("partly_kept", False, "part", True, "own"), "compromise"),
        ("g7", Parts("kept", False, "whole", True, "own"), "full"),
        ("g7", Parts("overdue_no_evidence", False, "none", False, "own"), "none"),
        ("g7", Parts("overdue_no_evidence", False, "none", True, "own"), "partial"),
        ("korea", Parts("broken", False, "none", False, "own"), "abandoned"),
        ("korea", Parts("in_progress", False, "none", True, "own"), "on_track"),
    ],
)
def test_grades(name: str, parts: Parts, expected: str) -> None:
    found = grade_of(parts, name).name
    assert found is not None
    assert found.id == expected


def test_what_rests_on_memory_says_so() -> None:
    """The notes on the field mark what was not checked; the data keeps the mark."""
    on_track = next(row for row in rows("grading_schemes") if row["grade"] == "on_track")
    assert "from memory" in on_track["note"]
    assert all("from memory" in row["note"] for row in rows("grading_schemes") if row["scheme"] == "g7")


@pytest.mark.parametrize(
    ("outcome", "reach", "looked"),
    [
        ("not_looked", "issuer_and_kind", "none"),
        ("nothing_found", "issuer_and_kind", "own"),
        ("nothing_found", "issuer", "own"),
        ("nothing_found", "others", "others"),
        ("nothing_found", "anyone", "others"),
        ("found", "issuer_and_kind", "own"),
    ],
)
def test_whose_documents_were_looked_through(outcome: SearchOutcome, reach: Reach, looked: str) -> None:
    assert parts_of(verdict("silent", outcome=outcome, reach=reach)).looked == looked


def test_a_scorecard_counts_all_and_shows_what_is_not_graded() -> None:
    verdicts = [
        replace(verdict("kept", outcome="found", self_reported=True), done="whole"),
        replace(verdict("kept", outcome="found", self_reported=False), done="whole"),
        replace(verdict("partly_kept", outcome="found"), done="part"),
        verdict("overdue_no_evidence"),
        verdict("not_testable"),
        verdict("not_yet_due", outcome="not_looked"),
        verdict("silent", reach="others"),
        verdict("superseded", outcome="found"),
    ]
    card = scorecard(verdicts, "g7", class_of=lambda one: "firm" if one.status == "kept" else "loose")
    assert (card.number, card.graded, card.ungraded_share) == (8, 4, 0.5)
    assert [(share.grade.id, share.count, share.share, share.most) for share in card.shares] == [
        ("full", 2, 0.25, 0.75),
        ("partial", 1, 0.125, 0.625),
        ("none", 1, 0.125, 0.625),
    ]
    assert dict(card.ungraded) == dict.fromkeys(
        ("not_testable", "only_others_looked", "replaced", "window_open"), 1
    )
    assert (card.on_reports, card.self_reported, card.self_reported_share) == (2, 1, 0.5)
    assert card.mean == 0.25
    assert [(each.name, each.number, each.graded) for each in card.classes] == [
        ("firm", 2, 2),
        ("loose", 6, 2),
    ]
    assert sum(share.count for share in card.shares) + sum(count for _, count in card.ungraded) == 8


def test_not_yet_rated_is_no_rating() -> None:
    card = scorecard([verdict("silent"), verdict("not_yet_due")], "politifact")
    assert (card.graded, dict(card.ungraded), card.mean) == (0, {"not_yet_rated": 2}, None)


def test_a_scorecard_of_nothing_has_no_shares() -> None:
    card = scorecard([], "cpp")
    assert (card.number, card.ungraded_share, card.self_reported_share, card.mean) == (0, None, None, None)
