"""Particles fit the words before them."""

from __future__ import annotations

import pytest

from yaksok.errors import HomeParty, NoSuchLink, UnknownParty
from yaksok.errors.particles import fitted, particle


@pytest.mark.parametrize(
    ("word", "pair", "form"),
    [
        ("외교부", "은(는)", "는"),
        ("계획", "은(는)", "은"),
        ("계획", "이(가)", "이"),
        ("평가", "을(를)", "를"),
        ("평가", "와(과)", "와"),
        ("계획", "와(과)", "과"),
        ("계획", "(으)로", "으로"),
        ("평가", "(으)로", "로"),
        ("연설", "(으)로", "로"),
        ("2020", "은(는)", "은"),
        ("2024", "은(는)", "는"),
        ("2021", "(으)로", "로"),
        ("2023", "(으)로", "으로"),
        ("ASEAN", "은(는)", "은"),
        ("Mina", "이(가)", "가"),
        ("email", "(으)로", "로"),
        ("'계획'", "을(를)", "을"),
        ("“평가” (초안)", "은(는)", "은"),
        ("yaksok.db", "은(는)", "은(는)"),
        ("state", "이(가)", "이(가)"),
        ("", "을(를)", "을(를)"),
        ("…", "을(를)", "을(를)"),
        ("外交", "은(는)", "은(는)"),
        ("٣", "은(는)", "은(는)"),
        ("값", "(이)라", "이라"),
    ],
)
def test_the_form_is_that_of_the_ending(word: str, pair: str, form: str) -> None:
    assert particle(word, pair) == form


def test_only_particles_of_places_are_chosen() -> None:
    """What a file is called stays as it is, whatever it looks like."""
    assert (
        fitted("{path}은(는) 없음", {"path": "갑은(는)을(를)"}).format(path="갑은(는)을(를)")
        == "갑은(는)을(를)은 없음"
    )
    assert fitted("%(name)s(으)로", {"name": "역할"}, percent=True) == "%(name)s로"
    assert fitted("문서는(은) {n}건", {"n": 1}) == "문서는(은) {n}건"
    assert fitted("{value!r}은(는) 없음", {"value": "계획"}) == "{value!r}은 없음"


def test_errors_choose_them() -> None:
    assert UnknownParty(value="가나다라").message("ko").startswith("'가나다라'는 ")
    assert HomeParty(value="KOR").message("ko").startswith("KOR은(는) ")
    told = NoSuchLink(promise="a:1", later="b:2").message("ko")
    assert "b:2로 가는" in told
