"""Sentences that are kept in English are known again, with what stands in their places."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yaksok.fulfilment.measuring import measure
from yaksok.interfaces.telling.patterns import TEMPLATES, WHOLE, recognised
from yaksok.interfaces.telling.telling import Telling
from yaksok.records.promise import NumericTarget, Observation, Worded

LATIN = re.compile(r"[a-z]{2,}")
_DAY = date(2025, 12, 31)

targets = st.builds(
    NumericTarget,
    indicator=st.just(Worded("교역액", (0, 3))),
    value=st.sampled_from([5, 20, 100]),
    unit=st.sampled_from(["명", "percent", "times"]),
    comparison=st.sampled_from(["at_least", "at_most", "exactly", "growth", "reduction"]),
    words=st.just(Worded("100명", (4, 8))),
    by=st.sampled_from([None, "2022-12-31", "2030-12-31"]),
    base_year=st.sampled_from([None, 2019, 2015]),
)
series = st.lists(
    st.tuples(st.integers(2018, 2026), st.sampled_from([1.0, 5.0, 20.0, 99.5, 100.0, 2500.25])), max_size=6
)


def observations(points: list[tuple[int, float]], unit: str, source: str) -> list[Observation]:
    return [
        Observation(
            n=n,
            date=f"{year}-12-31",
            start=f"{year}-01-01",
            value=value,
            unit=unit,
            source=source,
            span=(0, 1),
        )
        for n, (year, value) in enumerate(points)
    ]


@given(
    targets,
    series,
    st.sampled_from(["명", "percent", "USD"]),
    st.sampled_from(["", "한국무역협회", "통계청 (KOSIS)"]),
    st.sampled_from([None, "2020-06-01"]),
)
@settings(max_examples=300, deadline=None)
def test_what_a_series_says_is_told_in_korean(
    target: NumericTarget, points: list[tuple[int, float]], unit: str, source: str, published: str | None
) -> None:
    found = measure(target, observations(points, unit, source), as_of=_DAY, published=published)
    told = Telling("ko", {}).reason(found.sentence)
    assert told != found.sentence
    plain = re.sub("percent|times|KOSIS", "", told)
    assert LATIN.findall(plain) == [], told
    rule = f"a measured value: {found.sentence}"
    assert Telling("ko", {}).reason(rule) == f"측정값: {told}"


@pytest.mark.parametrize("template", sorted(set(TEMPLATES) - set(WHOLE)))
def test_each_template_knows_its_own_sentences(template: str) -> None:
    """Those that hold whole sentences are made by the test above."""
    fields = {name: f"가{number}" for number, name in enumerate(re.findall(r"%\((\w+)\)s", template))}
    found = recognised(template % fields if fields else template)
    assert found is not None
    assert (found.template, dict(found.fields)) == (template, fields)


def test_what_no_template_fits_is_left_as_it_is() -> None:
    assert Telling("ko", {}).reason("nobody wrote this") == "nobody wrote this"
    assert recognised("x" * 30_000) is None
