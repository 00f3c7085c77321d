"""Private-use characters as they are shown."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.outline.marks import mark_at
from yaksok.read.hancom.private_use import shown
from yaksok.reference.tables import rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\uf06c 첫째", ("● 첫째", 0)),
        ("\uf06d 둘째", ("❍ 둘째", 0)),
        ("\uf06e", ("■", 0)),
        ("\uf0a7", ("▪", 0)),
        ("\uf09f", ("•", 0)),
        ("\U000f02b1 과제", ("① 과제", 0)),
        ("\U000f02ba\U000f02c3", ("⑩", 0)),
        ("\U000f02ba\U000f02c5", ("⑫", 0)),
        ("\U000f02bb\U000f02c8", ("25", 0)),
        ("\U000f02ce", ("❶", 0)),
        ("\uf53a글", ("ᄒᆞᆫ글", 0)),
        ("\U000f02fe와 \ue123", ("\U000f02fe와 \ue123", 2)),
        ("보통 글 ①○※", ("보통 글 ①○※", 0)),
        ("", ("", 0)),
    ],
)
def test_shown(text: str, expected: tuple[str, int]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("sign", "kind"),
    [
        ("\uf06c", "circle"),
        ("\uf0a1", "circle"),
        ("\uf0a4", "circle"),
        ("\uf06e", "square"),
        ("\uf06f", "square"),
        ("\uf075", "square"),
        ("\uf076", "square"),
        ("\uf077", "square"),
        ("\uf09f", "dot"),
        ("\uf0a7", "dot"),
        ("\uf0b7", "dot"),
        ("\uf0d8", "arrow"),
        ("\uf0fc", "arrow"),
        ("\uf046", "arrow"),
        ("\U000f03c5", "square"),
        ("\U000f02fc", "arrow"),
        ("\U000f02b3", "circled"),
    ],
)
def test_bullets_become_bullets_that_the_outline_knows(sign: str, kind: str) -> None:
    mark = mark_at(shown(sign)[0] + " 가나다")
    assert mark is not None
    assert mark.kind == kind


PRIVATE = "[\ue000-\uf8ff\U000f0000-\U0010ffff]"


@given(st.text(max_size=40))
def test_other_characters_stay(text: str) -> None:
    written, unknown = shown(text)
    public = re.sub(PRIVATE, "", text)
    assert unknown <= len(text) - len(public)
    assert shown(public) == (public, 0)
    if public == text:
        assert written == text


def test_the_table_explains_private_signs_by_public_ones() -> None:
    for row in rows("private_use"):
        codes = [int(code, 16) for code in row["code_points"].split()]
        assert all(0xE000 <= code <= 0xF8FF or code >= 0xF0000 for code in codes), row
        assert row["shown"], row
        assert shown(row["shown"]) == (row["shown"], 0), row
