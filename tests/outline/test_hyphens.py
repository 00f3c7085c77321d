"""Hyphens at line ends (GUIDE-en, rule 7)."""

from __future__ import annotations

import pytest

from yaksok.outline.hyphens import join_lines


@pytest.mark.parametrize(
    ("left", "right", "joiner"),
    [
        ("imple-", "mentation", "-drop"),
        ("coopera-", "tion", "-drop"),
        ("estab-", "lished", "-drop"),
        ("two-", "way trade", ""),
        ("U.S.-", "ROK ties", ""),
        ("long-", "term plans", ""),
        ("high-", "level talks", ""),
        ("2026-", "2030", ""),
        ("state-of-the-", "art", ""),
        ("trade\u00ad", "mark", "-drop"),
        ("trade", "talks", " "),
        ("trade -", "talks", " "),
        ("2026–", "2030", ""),
        ("and/", "or", ""),
        ("(", "new)", ""),
        ("trade", ", talks", ""),
        ("", "trade", ""),
    ],
)
def test_joins(left: str, right: str, joiner: str) -> None:
    assert join_lines(left, right) == joiner
