"""The tables of parties keep their form: unique ids, known sources, forms that can be looked up."""

from __future__ import annotations

import re
from datetime import date

import pytest

from yaksok.reference.parties import all_parties, is_party, split_forms
from yaksok.reference.tables import rows

REGIONS = set(
    "AFRICA LATIN_AMERICA CENTRAL_AMERICA MIDDLE_EAST CENTRAL_ASIA PACIFIC_ISLANDS SOUTHEAST_ASIA EAST_ASIA "
    "NORTHEAST_ASIA ASIA_PACIFIC INDO_PACIFIC EUROPE EURASIA MEKONG BLACK_SEA GLOBAL_SOUTH".split()
)
PARTY_TABLES = ("countries", "territories", "organisations", "groups", "regions")
TABLES = (
    *PARTY_TABLES,
    "group_members",
    "group_lists",
    "agencies",
    "office_holders",
    "party_compounds",
    "party_letters",
    "party_followers",
    "party_guards",
    "party_look_alikes",
)


@pytest.mark.parametrize("table", TABLES)
def test_every_row_names_a_known_source(table: str) -> None:
    known = {row["key"] for row in rows("party_sources")}
    assert [row for row in rows(table) if row["source"] not in known] == []


@pytest.mark.parametrize("table", TABLES)
def test_no_row_stands_twice(table: str) -> None:
    written = [tuple(row.values()) for row in rows(table)]
    assert sorted(set(written)) == sorted(written)


def test_ids_are_unique_and_well_formed() -> None:
    ids = [row["id"] for table in PARTY_TABLES for row in rows(table)]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch("[A-Z][A-Z0-9_]*", each) for each in ids)


def test_countries_have_three_letters_and_there_are_193_un_members() -> None:
    assert all(len(row["id"]) == 3 for table in ("countries", "territories") for row in rows(table))
    assert sum(1 for row in rows("countries") if row["un_joined"]) == 193


def test_regions_are_the_closed_list() -> None:
    assert {row["id"] for row in rows("regions")} == REGIONS


def test_no_korean_form_belongs_to_two_parties() -> None:
    owner: dict[str, str] = {}
    for party in all_parties():
        for form in party.korean_forms:
            assert owner.setdefault(form, party.id) == party.id, form


def test_no_english_form_belongs_to_two_parties() -> None:
    owner: dict[str, str] = {}
    for party in all_parties():
        for form in party.english_forms:
            assert owner.setdefault(form, party.id) == party.id, form


@pytest.mark.parametrize("table", ["agencies", "office_holders", "party_letters"])
def test_ids_of_other_tables_are_parties(table: str) -> None:
    assert [row for row in rows(table) if not is_party(row["id"])] == []


def test_ids_of_compounds_are_parties() -> None:
    compounds = {each for row in rows("party_compounds") for each in split_forms(row["ids"])}
    assert [each for each in compounds if not is_party(each)] == []


def test_look_alikes_resemble_a_party() -> None:
    wrong = [row for row in rows("party_look_alikes") if row["resembles"] and not is_party(row["resembles"])]
    assert wrong == []


def test_terms_begin_before_they_end() -> None:
    for row in rows("office_holders"):
        since = date.fromisoformat(row["since"])
        assert not row["until"] or since <= date.fromisoformat(row["until"]), row
