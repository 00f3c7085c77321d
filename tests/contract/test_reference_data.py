"""Every table of reviewed knowledge: a header, a source in every row, no key twice, values from closed lists."""

from __future__ import annotations

import csv
import re
import unicodedata
from pathlib import Path
from typing import get_args

import pytest

from yaksok.fulfilment.grading import Ungraded
from yaksok.links.change_words import ChangeWord
from yaksok.records.mentions import NameType
from yaksok.records.statement import Act, Genre

DATA = Path(__file__).resolve().parents[2] / "src" / "yaksok" / "reference" / "data"
TABLES = sorted(path.stem for path in DATA.glob("*.csv"))
# A table of sources is the source of others.
WITHOUT_SOURCE_COLUMN = {"party_sources"}

# What makes a row its own; tables that are not named here have their first column as key.
KEYS: dict[str, tuple[str, ...]] = {
    "agencies": ("id", "korean_forms"),
    "change_words": ("word", "language", "group"),
    "currencies": ("word", "code", "position"),
    "deadline_words": ("language", "form", "kind"),
    "deed_words": ("word", "language", "group"),
    "english_abbreviations": ("form", "kind"),
    "english_act_verbs": ("lemma", "kind"),
    "english_hyphen_parts": ("part", "position"),
    "english_subject_nouns": ("noun", "kind"),
    "english_units": ("form", "kind"),
    "established_names": ("name", "language"),
    "figure_words": ("word", "language", "group"),
    "furniture_cues": ("cue", "match"),
    "generic_words": ("word", "language", "kind"),
    "genre_cues": ("cue", "where", "genre"),
    "grading_rules": ("scheme", "status", "done", "work", "looked"),
    "grading_schemes": ("scheme", "grade"),
    "group_members": ("group", "member", "joined"),
    "korean_act_nouns": ("noun", "class"),
    "korean_endings": ("ending", "kind"),
    "korean_name_words": ("word", "kind"),
    "korean_counters": ("word", "unit", "follows", "spacing"),
    "office_holders": ("id", "english", "office", "since"),
    "party_compounds": ("form", "followed_by"),
    "party_followers": ("word", "after"),
    "party_guards": ("language", "form", "followed_by", "not_followed_by"),
    "party_letters": ("letter", "script", "use", "id"),
    "party_look_alikes": ("language", "phrase"),
    "programme_aliases": ("concept", "form", "language"),
    "promise_strength": ("language", "form", "use"),
    "programme_successors": ("earlier", "later"),
    "responsible_words": ("language", "form"),
    "side_words": ("language", "form"),
    "target_words": ("language", "form"),
    "topic_words": ("topic", "language", "strength"),
}

ACTS = set(get_args(Act))
GENRES = set(get_args(Genre))
NAME_TYPES = set(get_args(NameType))
LANGUAGES = {"ko", "en"}
CHANGE_GROUPS = set(get_args(ChangeWord))
CLOSED: list[tuple[str, str, set[str]]] = [
    ("korean_section_words", "act", ACTS),
    ("genre_cues", "genre", GENRES),
    ("genre_cues", "where", {"title", "head", "tail"}),
    ("genre_cues", "language", LANGUAGES),
    ("furniture_cues", "match", {"line", "start", "part"}),
    ("established_names", "type", NAME_TYPES),
    ("established_names", "language", LANGUAGES),
    ("korean_name_heads", "type", NAME_TYPES),
    ("english_name_heads", "type", NAME_TYPES),
    ("korean_act_nouns", "class", {"deed", "field", "state", "success", "view", "forecast"}),
    ("english_hyphen_parts", "position", {"first", "second"}),
    ("party_letters", "use", {"alone", "listed"}),
    ("party_followers", "after", {"institution", "usa", "prk"}),
    ("group_lists", "kind", {"bloc", "circle", "forum", "regime", "organ", "agreement", "region"}),
    ("group_members", "note", {"", "earlier", "doubtful", "suspension"}),
    ("office_holders", "distinctive", {"yes", "no"}),
    ("change_words", "language", LANGUAGES),
    ("change_words", "group", CHANGE_GROUPS),
    ("deed_words", "language", LANGUAGES),
    ("figure_words", "language", LANGUAGES),
    ("figure_words", "group", {"target", "result", "rate", "reached", "short", "counted"}),
    ("grading_rules", "ungraded", {"", *get_args(Ungraded)}),
    ("grading_schemes", "rated", {"", "yes", "no"}),
    ("issuer_parties", "standing", {"government", "independent"}),
    ("deadline_words", "language", LANGUAGES),
    ("deadline_words", "kind", {"recurring", "next", "anchor", "condition", "discretion"}),
    ("promise_strength", "language", LANGUAGES),
    ("promise_strength", "level", {"deed", "plan", "effort", "consider"}),
    ("promise_strength", "use", {"noun", "verb", "light", "governing", "content"}),
    ("responsible_words", "language", LANGUAGES),
    ("side_words", "language", LANGUAGES),
    ("side_words", "side", {"both", "home", "others"}),
    ("target_words", "language", LANGUAGES),
    ("target_words", "kind", {"reach", "goal", "up", "down", "keep", "cap", "output", "given"}),
    (
        "topics",
        "group",
        {"peninsula", "security", "economy", "global", "diplomacy", "people", "administration"},
    ),
    ("topic_words", "language", LANGUAGES | {"any"}),
    ("topic_words", "strength", {"sure", "hint"}),
    ("generic_words", "language", LANGUAGES),
    ("party_look_alikes", "language", LANGUAGES),
    ("party_guards", "language", LANGUAGES),
    ("programme_aliases", "language", LANGUAGES),
]
UNITS = set(
    "USD KRW person count percent percentage_point times celsius year month week day hour minute point tonne hectare".split()
)


def raw(table: str) -> list[list[str]]:
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def rows(table: str) -> list[dict[str, str]]:
    header, *body = raw(table)
    return [dict(zip(header, row, strict=True)) for row in body]


@pytest.mark.parametrize("table", TABLES)
def test_form(table: str) -> None:
    header, *body = raw(table)
    assert all(re.fullmatch("[a-z_]+", name) for name in header), header
    assert len(set(header)) == len(header)
    assert body, "an empty table"
    assert [row for row in body if len(row) != len(header)] == []
    assert [row for row in body if any(cell != cell.strip() for cell in row)] == []
    assert [row for row in body if any("\n" in cell for cell in row)] == []


@pytest.mark.parametrize(
    "table",
    [table for table in TABLES if table not in WITHOUT_SOURCE_COLUMN],
)
def test_every_row_has_a_source(table: str) -> None:
    assert "source" in raw(table)[0]
    assert [row for row in rows(table) if not row["source"]] == []


@pytest.mark.parametrize("table", TABLES)
def test_no_key_stands_twice(table: str) -> None:
    columns = KEYS.get(table, (raw(table)[0][0],))
    keys = [tuple(row[column] for column in columns) for row in rows(table)]
    assert sorted({key for key in keys if keys.count(key) > 1}) == []
    assert [key for key in keys if not key[0]] == []


@pytest.mark.parametrize(
    ("table", "column", "values"), CLOSED, ids=[f"{each[0]}.{each[1]}" for each in CLOSED]
)
def test_values_from_closed_lists(table: str, column: str, values: set[str]) -> None:
    assert {row[column] for row in rows(table)} <= values


@pytest.mark.parametrize("table", ["korean_counters", "korean_units", "english_units"])
def test_units_are_written_in_one_way(table: str) -> None:
    units = {row["unit"] for row in rows(table)} - {""}
    assert [
        unit for unit in units if unit not in UNITS and not re.fullmatch(r"[a-z][a-z_]*|[A-Z]{3}", unit)
    ] == []


def test_currencies_have_three_letters() -> None:
    assert {row["code"] for row in rows("currencies") if not re.fullmatch("[A-Z]{3}", row["code"])} == set()


def test_every_table_is_listed_here_or_keyed_by_its_first_column() -> None:
    assert set(KEYS) <= set(TABLES)
    assert {table for table, _, _ in CLOSED} <= set(TABLES)


def test_signs_of_symbol_fonts_have_their_unicode_names() -> None:
    found = rows("symbol_fonts")
    assert {row["glyph"].rpartition(" ")[0] for row in found} == {
        "symbol",
        "webdings",
        "wingdings 2",
        "wingdings 3",
    }
    assert [row for row in found if unicodedata.name(row["character"]).lower() != row["name"]] == []


def test_codes_of_private_use_are_private_and_what_is_shown_is_not() -> None:
    private = [
        code
        for row in rows("private_use")
        for code in row["code_points"].split()
        if unicodedata.category(chr(int(code, 16))) != "Co"
    ]
    assert private == []
    assert [row for row in rows("private_use") if "Co" in map(unicodedata.category, row["shown"])] == []
