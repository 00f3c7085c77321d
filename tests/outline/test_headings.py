"""Lines without a mark that are headings, and sentences that introduce or close."""

from __future__ import annotations

import pytest
from tests.support.reading import content, outline

from yaksok.outline.headings import introduces, is_closing, is_heading_line


@pytest.mark.parametrize(
    "text",
    [
        "주요 내용은 다음과 같다.",
        "아래와 같이 협력한다.",
        "다음 사항을 추진한다.",
        "They agreed as follows:",
        "협력 분야:",
    ],
)
def test_sentences_that_introduce(text: str) -> None:
    assert introduces(text)


@pytest.mark.parametrize("text", ["교역을 확대한다.", "They agreed to trade.", "협력 분야"])
def test_sentences_that_introduce_nothing(text: str) -> None:
    assert not introduces(text)


@pytest.mark.parametrize(
    ("text", "closing"),
    [
        ("이상으로 보고를 마치겠습니다.", True),
        ("이것으로 인사를 갈음하겠습니다. 감사합니다.", True),
        ("교역을 확대하겠습니다.", False),
    ],
)
def test_formulas_that_close(text: str, closing: bool) -> None:  # noqa: FBT001
    assert is_closing(text) is closing


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("교역 분야", True),
        ("Trade and Energy", True),
        ("첫째, 교역에 관한 것입니다.", True),
        ("교역을 확대한다.", False),
        ("교역 확대를 위한", False),
        ("The ministers will meet in May", False),
        ("교역,", False),
    ],
)
def test_heading_lines(line: str, heading: bool) -> None:  # noqa: FBT001
    blocks = list(
        outline(f"산림 협력의 길\n2025. 1. 17.\n\n□ 청년 교류 확대\n\n{line}\n\nㅇ 항공 확대\n").blocks
    )
    at = next(index for index, block in enumerate(blocks) if block.text.text == line)
    assert is_heading_line(blocks, at) is heading


def test_the_last_line_heads_nothing() -> None:
    blocks = list(outline("산림 협력의 길\n\n□ 항공 확대\n\n교역 분야\n").blocks)
    assert not is_heading_line(blocks, len(blocks) - 1)


def test_topic_lines_head_the_paragraphs_up_to_the_next() -> None:
    text = (
        "누리부 장관 기자 설명회\n\n먼저, 칠레와의 관계입니다.\n\n칠레와 협정을 맺었습니다.\n\n"
        "둘째, 몽골과의 관계입니다.\n\n몽골과 협정을 맺겠습니다.\n"
    )
    found = {each.text: (each.role, each.act, each.trail) for each in content(text)}
    assert found["먼저, 칠레와의 관계입니다."] == ("heading", "none", ())
    assert found["둘째, 몽골과의 관계입니다."] == ("heading", "none", ())
    assert found["칠레와 협정을 맺었습니다."][2] == ("먼저, 칠레와의 관계입니다.",)
    assert found["몽골과 협정을 맺겠습니다."][2] == ("둘째, 몽골과의 관계입니다.",)
