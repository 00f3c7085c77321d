"""Notes at the end of the line they annotate."""

from __future__ import annotations

import pytest

from yaksok.statements.line_notes import split_notes


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("교역 확대 * 항공, 해운", ["교역 확대 ", "* 항공, 해운"]),
        ("교역 확대 ※ 3월 시행", ["교역 확대 ", "※ 3월 시행"]),
        ("교역 확대 * 항공 ** 해운", ["교역 확대 ", "* 항공 ", "** 해운"]),
        ("교역* 확대", ["교역* 확대"]),
        ("교역 확대(* 잠정치)", ["교역 확대(* 잠정치)"]),
        ("교역 확대", ["교역 확대"]),
        ("* 교역", ["* 교역"]),
    ],
)
def test_notes(text: str, parts: list[str]) -> None:
    assert [text[a:b] for a, b in split_notes(text)] == parts
