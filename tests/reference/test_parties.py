"""Look-up of parties and of memberships by date."""

from __future__ import annotations

from datetime import date

import pytest

from yaksok.reference.parties import all_parties, is_party, members, party
from yaksok.reference.scanner import FormIndex


def test_party_gives_names_in_both_languages() -> None:
    found = party("CZE")
    assert (found.kind, found.english, found.korean) == ("country", "Czechia", "체코")


@pytest.mark.parametrize(
    ("party_id", "kind"),
    [("NCL", "territory"), ("IAEA", "organisation"), ("MIKTA", "group"), ("GLOBAL_SOUTH", "region")],
)
def test_kinds(party_id: str, kind: str) -> None:
    assert party(party_id).kind == kind


def test_unknown_id_raises_key_error() -> None:
    assert not is_party("ATLANTIS")
    with pytest.raises(KeyError):
        party("ATLANTIS")
    with pytest.raises(KeyError):
        members("ATLANTIS", date(2024, 1, 1))


@pytest.mark.parametrize(
    ("group", "on", "member"),
    [
        ("EU", date(2020, 1, 31), "GBR"),
        ("NATO", date(2023, 4, 4), "FIN"),
        ("ASEAN", date(2025, 10, 26), "TLS"),
        ("UNSC", date(2024, 6, 1), "KOR"),
        ("UN", date(2012, 1, 1), "SSD"),
        ("MIKTA", date(2024, 1, 1), "TUR"),
    ],
)
def test_member_on_a_day(group: str, on: date, member: str) -> None:
    assert member in members(group, on)


@pytest.mark.parametrize(
    ("group", "on", "member"),
    [
        ("EU", date(2020, 2, 1), "GBR"),
        ("NATO", date(2023, 4, 3), "FIN"),
        ("ASEAN", date(2025, 10, 25), "TLS"),
        ("BRICS", date(2023, 12, 31), "EGY"),
        ("UNSC", date(2026, 1, 1), "KOR"),
        ("UN", date(2010, 1, 1), "SSD"),
    ],
)
def test_no_member_on_a_day(group: str, on: date, member: str) -> None:
    assert member not in members(group, on)


@pytest.mark.parametrize(
    ("group", "on", "size"),
    [
        ("G7", date(2024, 1, 1), 7),
        ("EU", date(2021, 1, 1), 27),
        ("NATO", date(2024, 6, 1), 32),
        ("OECD", date(2024, 1, 1), 38),
        ("APEC", date(2025, 1, 1), 21),
        ("ASEAN", date(2024, 1, 1), 10),
        ("UN", date(2024, 1, 1), 193),
        ("MSMT", date(2024, 11, 1), 11),
        *[("UNSC", date(year, 7, 1), 15) for year in range(2018, 2027)],
    ],
)
def test_size_of_groups(group: str, on: date, size: int) -> None:
    assert len(members(group, on)) == size


def test_a_party_without_listed_members_has_none() -> None:
    assert members("IAEA", date(2024, 1, 1)) == ()


def test_the_world_is_covered() -> None:
    kinds = [each.kind for each in all_parties()]
    assert kinds.count("country") == 194
    assert kinds.count("territory") > 30
    assert kinds.count("organisation") > 150


def test_index_files_the_longest_form_first() -> None:
    index = FormIndex.build([("유엔", 1), ("유엔 안보리", 2), ("유엔", 3)])
    assert index.openings["유엔"].forms == ("유엔", "유엔 안보리")
    assert index.openings["유엔"].lengths == (6, 2)
    assert index.values == {"유엔": (1, 3), "유엔 안보리": (2,)}


def test_index_refuses_a_form_of_one_character() -> None:
    with pytest.raises(ValueError, match="too short"):
        FormIndex.build([("미", 1)])
