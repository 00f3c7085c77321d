"""Programmes under all their names."""

from __future__ import annotations

import pytest

from yaksok.links.aliases import concepts, successors
from yaksok.reference.tables import rows


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("한-아세안 연대구상(KASI)의 이행", "KASI"),
        ("한·아세안 연대 구상 이행", "KASI"),
        ("under the Korea-ASEAN Solidarity Initiative", "KASI"),
        ("재외국민 통합 전자행정시스템(G4K) 구축", "G4K"),
        ("영사민원24 개통", "G4K"),
        ("포괄적 전략 동반자 관계 수립", "CSP"),
        ("net zero by 2050", "NETZERO"),
    ],
)
def test_names_are_found_however_they_are_written(text: str, concept: str) -> None:
    assert concept in concepts(text)


@pytest.mark.parametrize("text", ["the eastern coast", "Csparks", "mspeak", ""])
def test_abbreviations_do_not_begin_inside_a_word(text: str) -> None:
    assert concepts(text) == frozenset()


def test_a_programme_leads_to_those_that_carried_it_on() -> None:
    assert {"KASI", "IPS"} <= successors("NSP")
    assert "AUDACIOUS" in successors("TRUSTPOLITIK")  # by way of the peace process
    assert successors("KASI") == frozenset()


def test_every_row_has_a_source_and_one_meaning() -> None:
    seen: dict[str, str] = {}
    for row in rows("programme_aliases"):
        assert row["source"], row
        assert row["kind"] == "same"
        assert row["language"] in {"ko", "en"}
        assert seen.setdefault(row["form"].lower(), row["concept"]) == row["concept"], row


def test_succession_names_known_programmes_and_has_no_circle() -> None:
    known = {row["concept"] for row in rows("programme_aliases")}
    for row in rows("programme_successors"):
        assert row["source"]
        assert row["later"] in known
        assert row["later"] != row["earlier"]
        assert row["earlier"] not in successors(row["later"])
