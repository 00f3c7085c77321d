"""How a document's lines were broken."""

from __future__ import annotations

from itertools import pairwise

from yaksok.outline.lines import split_lines
from yaksok.outline.wrapping import wrapping_of

SENTENCE = (
    "우리나라는 바다를 사이에 둔 나라들과 오랫동안 물자와 사람이 오가는 길을 가꾸어 왔고 앞으로도 그 길을 "
    "넓혀 나가기 위하여 항구와 공항을 새로 짓고 세관의 절차를 줄이며 배와 비행기가 더 자주 오가게 할 계획이다. "
)
ENGLISH = (
    "The two ministers agreed to open new ports and to shorten the procedures of customs, so that ships and "
    "planes can come and go more often than they have done in the past. "
)


def broken_inside_words(width: int = 37) -> str:
    text = SENTENCE * 4
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


def broken_between_words(text: str, width: int) -> str:
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


def test_whole_paragraphs_have_no_width() -> None:
    assert wrapping_of(split_lines(f"{SENTENCE}\n{SENTENCE}\n\n{SENTENCE}\n")).width is None


def test_a_text_broken_inside_words_marks_word_ends_by_spaces() -> None:
    habits = wrapping_of(split_lines(broken_inside_words()))
    assert habits.width is not None
    assert habits.marks_spaces
    assert not habits.whole_words


def test_a_text_broken_between_words() -> None:
    habits = wrapping_of(split_lines(broken_between_words(ENGLISH * 4, 70)))
    assert habits.width is not None
    assert habits.whole_words
    assert not habits.marks_spaces


def test_double_spacing() -> None:
    lines = broken_inside_words().replace("\n", "\n\n")
    assert wrapping_of(split_lines(lines)).double_spaced
    assert not wrapping_of(split_lines(broken_inside_words())).double_spaced


def test_only_full_lines_go_on() -> None:
    text = broken_inside_words() + "\n교역 확대\n항공 노선 신설\n"
    lines = split_lines(text)
    habits = wrapping_of(lines)
    full = [habits.is_full(line, following) for line, following in pairwise(lines)]
    assert all(full[:-3])
    assert full[-1] is False
