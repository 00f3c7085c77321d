"""Whether lines break between words only, at which width, and how surely spaces are marked."""

from __future__ import annotations

import pytest
from tests.support.wrapped import broken_anywhere, broken_between_words, text_of

from yaksok.outline.lines import split_lines
from yaksok.outline.word_breaks import CERTAIN, ragged_width, unmarked_odds, whole_word_odds

KOREAN = (
    (
        "양국 장관은 바다와 숲을 함께 돌보기 위하여 해마다 한 차례 실무회의를 열고 그 결과를 두 나라 국회에 보고하기로 "
        "합의하였으며, 어민의 소득을 높이고 항구의 시설을 새로 짓는 사업에도 힘을 모으기로 하였다."
    ),
    (
        "우리 정부는 내년 상반기까지 조사단을 보내어 필요한 장비와 인력을 확인하고, 지방정부와 대학이 참여하는 "
        "협의체를 꾸려 젊은 연구자의 교류를 뒷받침할 계획이라고 설명하였다."
    ),
)
ENGLISH = (
    (
        "The two ministers agreed to open new ports and to shorten the procedures of customs, so that ships and "
        "planes can come and go more often than they have done in the past."
    ),
)
WIDTHS = (60, 66, 76, 84)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("marked", [False, True])
def test_korean_broken_between_words(*, width: int, marked: bool) -> None:
    text, _ = text_of((broken_between_words(part, width) for part in KOREAN * 2), marked=marked)
    assert whole_word_odds(split_lines(text), width) > 0


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("marked", [False, True])
def test_korean_broken_inside_words(*, width: int, marked: bool) -> None:
    text, _ = text_of((broken_anywhere(part, width) for part in KOREAN), marked=marked)
    assert whole_word_odds(split_lines(text), width) < 0


def test_english_is_never_broken_inside_words() -> None:
    text, _ = text_of((broken_between_words(part, 70) for part in ENGLISH), marked=False)
    assert whole_word_odds(split_lines(text), 70) == CERTAIN


@pytest.mark.parametrize("width", WIDTHS)
def test_the_width_of_ragged_lines(width: int) -> None:
    text, _ = text_of((broken_between_words(part, width) for part in KOREAN + ENGLISH * 3), marked=False)
    lines = split_lines(text)
    found = ragged_width(lines, max(line.width for line in lines), 140)
    assert width - 2 <= found <= width


def test_a_text_that_lost_its_marks_says_less_than_one_that_kept_them() -> None:
    text, spaces = text_of((broken_anywhere(part, 60) for part in KOREAN * 6), marked=True)
    kept = split_lines(text)
    rows = text.split("\n")
    ends = [number for number, space in enumerate(spaces) if space]
    for number in ends[::2]:
        rows[number] = rows[number].rstrip()
    lost = split_lines("\n".join(rows))
    assert unmarked_odds(kept, 60) < -3 < unmarked_odds(lost, 60) < 0
