"""Look-up of parties, and the index of their forms."""

from __future__ import annotations

import pytest

from yaksok.reference.parties import all_parties, is_party, party, party_called
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


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("asean", "ASEAN"),
        ("아세안", "ASEAN"),
        ("Vietnam", "VNM"),
        (" 베트남 ", "VNM"),
        ("nowhere", None),
        ("", None),
    ],
)
def test_a_party_is_found_by_id_or_name(written: str, found: str | None) -> None:
    assert party_called(written) == found
