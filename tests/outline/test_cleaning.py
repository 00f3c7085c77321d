"""Decoration goes, everything else stays."""

from __future__ import annotations

import pytest

from yaksok.outline.cleaning import clean


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("교역 확대", "교역 확대"),
        ("**교역** 확대", "교역 확대"),
        ("교역 <b>확대</b><br/>", "교역 확대"),
        ("<ul><li>교역</li></ul>", "교역"),
        ("## 교역", "교역"),
        ("교역\\_확대", "교역_확대"),
        ("교역* 확대", "교역* 확대"),
        ("2 ** 3", "2 ** 3"),
        ("교역 < 3 확대 > 2", "교역 < 3 확대 > 2"),
        ("<질문> 교역은?", "<질문> 교역은?"),
        ("〈 일정 〉", "〈 일정 〉"),
        ("#협력", "#협력"),
    ],
)
def test_cleaning(text: str, cleaned: str) -> None:
    found = clean(text, 0, len(text))
    assert found.text.strip() == cleaned
    assert all(sign == " " or text[found.position(at)] == sign for at, sign in enumerate(found.text))
