"""Plain text and Markdown are handed on as they are."""

from __future__ import annotations

import pytest

from yaksok.errors import SourceEmpty
from yaksok.read import read_raw
from yaksok.read.sources import from_bytes


@pytest.mark.parametrize(
    ("text", "media_type"),
    [
        ("2025년 계획\n\n□ 협력 확대\n", "text/plain"),
        ("*각주* 하나와 ** 두 별\n", "text/plain"),
        ("# 2025년 계획\n\n- 협력 확대\n", "text/markdown"),
        ("**굵은 글**로 시작한다.\n", "text/markdown"),
        ("| 가 | 나 |\n|---|---|\n| 1 | 2 |\n", "text/markdown"),
        ("#해시태그 하나\n", "text/plain"),
    ],
)
def test_text_is_verbatim_and_markdown_is_named(text: str, media_type: str) -> None:
    source = read_raw(from_bytes(text.encode(), origin="plan.txt"))
    assert (source.text, source.media_type, source.encoding) == (text, media_type, "utf-8")
    assert (source.chrome, source.problems, source.title_hint) == ((), (), None)


def test_white_space_alone_is_empty() -> None:
    with pytest.raises(SourceEmpty):
        read_raw(from_bytes(b" \n\n\t", origin="plan.txt"))
