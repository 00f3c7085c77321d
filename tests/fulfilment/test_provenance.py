"""Whose word a later document is."""

from __future__ import annotations

from typing import Any

import pytest

from yaksok.fulfilment.provenance import is_same_issuer, provenance, state_of
from yaksok.reference.parties import is_party
from yaksok.reference.tables import rows

OURS = "외교부"


@pytest.mark.parametrize(
    ("promiser", "parties", "issuer", "genre", "told"),
    [
        (OURS, ["PER"], "외교부", "work_plan", "own"),
        (OURS, ["PER"], "Ministry of Foreign Affairs", "press_release", "own"),
        (OURS, ["PER"], "대한민국 외교부", "press_release", "own"),
        (OURS, ["PER"], "Ministry of Foreign Affairs, Republic of Korea", "press_release", "own"),
        (OURS, ["PER"], "관계부처합동", "evaluation", "own"),
        (OURS, ["PER"], "통일부", "work_plan", "own"),
        (OURS, ["PER"], "KOICA", "evaluation", "own"),
        (OURS, ["PER"], "페루 외교부", "press_release", "partner"),
        (OURS, ["PER"], "Ministry of Foreign Affairs of Peru", "press_release", "partner"),
        (OURS, ["PER"], "Embassy of Peru in the Republic of Korea", "press_release", "partner"),
        (OURS, ["USA"], "The White House", "fact_sheet", "partner"),
        (OURS, ["USA"], "U.S. Department of State", "press_release", "partner"),
        (OURS, ["ASEAN"], "ASEAN Secretariat", "press_release", "partner"),
        (OURS, ["PRK"], "Democratic People's Republic of Korea", "speech", "partner"),
        (OURS, ["PER"], "외교부", "joint_statement", "partner"),
        (OURS, ["PER"], "칠레 외교부", "press_release", "third"),
        (OURS, ["PER"], "The White House", "press_release", "third"),
        (OURS, ["PER"], "감사원", "evaluation", "third"),
        (OURS, ["PER"], "국회예산정책처", "evaluation", "third"),
        (OURS, ["USA"], "Congressional Research Service", "other", "third"),
        (OURS, ["PER"], "누리일보", "other", "third"),
        (OURS, ["PER"], "대한민국 관보", "other", "register"),
        (OURS, ["PER"], "United Nations Treaty Collection", "other", "register"),
        (OURS, ["PER"], None, "other", "unknown"),
        (None, ["PER"], "칠레 외교부", "other", "unknown"),
        ("누리연구소", [], "가온일보", "other", "unknown"),
        ("Ministry of Foreign Affairs of Peru", ["KOR"], "Government of Peru", "press_release", "own"),
        ("Ministry of Foreign Affairs of Peru", ["KOR"], "외교부", "press_release", "partner"),
    ],
)
def test_whose_word(
    promiser: str | None, parties: list[str], issuer: str | None, genre: Any, told: str
) -> None:
    assert provenance(promiser, parties, issuer, genre) == told


def test_a_register_is_known_by_its_title() -> None:
    assert provenance(OURS, [], OURS, "other", later_title="조약 발효 현황(2024)") == "register"


def test_a_joint_statement_with_others_is_no_partners_word() -> None:
    assert provenance(OURS, ["PER"], OURS, "joint_statement", later_parties=["CHL"]) == "own"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("외교부", "Ministry of Foreign Affairs", True),
        ("관계부처 합동", "관계부처합동", True),
        ("외교부", "통일부", False),
        ("누리일보", "가온일보", False),
    ],
)
def test_forms_of_one_issuer(one: str, other: str, same: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_same_issuer(one, other) is same


def test_nothing_is_known_of_a_nameless_issuer() -> None:
    assert state_of("") == (None, "")
    assert state_of("…") == (None, "")


def test_every_row_has_a_source_and_a_known_party() -> None:
    assert all(row["source"] and is_party(row["party"]) for row in rows("issuer_parties"))
    assert all(row["source"] and row["kind"] for row in rows("registers"))
