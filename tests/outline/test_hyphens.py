"""Wrapped lines of English: which hyphens go with the break."""

from __future__ import annotations

import pytest

from yaksok.outline.hyphens import join_lines


@pytest.mark.parametrize(
    ("left", "right", "between"),
    [
        ("the", "rest", " "),
        ("imple-", "mentation of", "-drop"),
        ("Compre-", "hensive", "-drop"),
        ("govern-", "ments", "-drop"),
        ("co-opera-", "tion", "-drop"),
        ("multi-", "lateral", "-drop"),
        ("re-", "gion", "-drop"),
        ("soft\u00ad", "ware", "-drop"),
        ("two-", "way trade", ""),
        ("large-", "scale", ""),
        ("rules-", "based", ""),
        ("people-to-", "people", ""),
        ("U.S.-", "ROK", ""),
        ("inter-", "Korean", ""),
        ("2026-", "2030", ""),
        ("non-", "proliferation", ""),
        ("2026–", "2030", ""),
        ("and/", "or", ""),
        ("ties –", "old ones", " "),
        ("the word -", "another", " "),
        ("", "start", ""),
    ],
)
def test_wrapped_lines(left: str, right: str, between: str) -> None:
    assert join_lines(left, right) == between
