"""The table of English verbs and the forms made from it."""

from __future__ import annotations

import pytest

from yaksok.reference.tables import rows
from yaksok.statements.english.verbs import verb_of

KINDS = {"position", "report", "promise", "announce", "deed", "fact"}


def test_the_table_is_well_formed() -> None:
    table = rows("english_act_verbs")
    assert {row["kind"] for row in table} <= KINDS
    assert len({row["lemma"] for row in table}) == len(table)
    assert all(row["source"] for row in table)


def test_subject_nouns_have_a_known_kind() -> None:
    table = rows("english_subject_nouns")
    assert {row["kind"] for row in table} <= {"actor", "scheme", "people", "other"}
    assert len({row["noun"] for row in table}) == len(table)


@pytest.mark.parametrize(
    ("word", "lemma", "form"),
    [
        ("signed", "sign", "past"),
        ("held", "hold", "past"),
        ("committed", "commit", "past"),
        ("committing", "commit", "ing"),
        ("reaffirms", "reaffirm", "third"),
        ("ratified", "ratify", "past"),
        ("given", "give", "participle"),
        ("launching", "launch", "ing"),
        ("setting", "set", "ing"),
        ("accomplishes", "accomplish", "third"),
    ],
)
def test_forms(word: str, lemma: str, form: str) -> None:
    verb = verb_of(word)
    assert verb is not None
    assert (verb.lemma, verb.form) == (lemma, form)


@pytest.mark.parametrize("word", ["indeed", "hundred", "table-top", "seoul"])
def test_other_words_are_no_verbs(word: str) -> None:
    assert verb_of(word) is None
