"""Which country speaks, by the head of the document."""

from __future__ import annotations

import pytest

from yaksok.reference.tables import rows
from yaksok.statements.english.speakers import home_of


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Ministry of Foreign Affairs, Republic of Korea\nPress Release", "KOR"),
        ("Remarks by the Minister for Foreign Affairs of Japan at the Forum", "JPN"),
        ("REPUBLIC OF KENYA\nMinistry of Foreign and Diaspora Affairs", "KEN"),
        ("The White House\nFACT SHEET", "USA"),
        ("Remarks at the Regular Press Conference\n\nSeoul, January 16, 2025", "KOR"),
        ("Address by the Prime Minister of New Zealand", "NZL"),
        ("A text that names nobody", None),
        ("", None),
    ],
)
def test_home(text: str, home: str | None) -> None:
    assert home_of(text) == home


def test_every_capital_has_the_id_of_a_country() -> None:
    known = {row["id"] for row in rows("countries")} | {"KOR"}
    assert {row["id"] for row in rows("english_capitals")} <= known
