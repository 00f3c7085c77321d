"""Two texts side by side: what is the same, changed, gone and new."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.linked import add

from yaksok.ledger.location import location_of
from yaksok.ledger.opening import open_for_reading
from yaksok.views.beside_page import Aligned, Change, _once_in_both, aligned
from yaksok.views.editions import find_edition

HEAD = "# 2025년 시험부 업무계획\n\n2025. 2. 시험부\n\n"
LINES = [
    " □ '25.12월까지 칠레와 해양안전협정 체결 추진",
    " □ 갯벌 연구소 3개소를 짓는 데 250억원을 지원할 계획",
    " □ 페루와 제3차 경제대화를 개최하겠음",
    " □ 항공 노선을 넓혀 나가겠음",
]

Compare = Callable[[str, str], Aligned]


@pytest.fixture
def compare(tmp_path: Path) -> Compare:
    def compared(one: str, other: str) -> Aligned:
        place = location_of(tmp_path / "yaksok.db")
        add(place, {"one": one, "other": other + "\n"}, tmp_path / "texts")
        with open_for_reading(place).connect() as connection:
            found = [find_edition(connection, stem) for stem in ("one", "other")]
            assert found[0] is not None
            assert found[1] is not None
            return aligned(connection, found[0], found[1], whole=True)

    return compared


def text(lines: list[str]) -> str:
    return HEAD + "\n".join(lines) + "\n"


def kinds(found: Aligned) -> list[Change]:
    return [match.change for match in found.matches if match.one > 2 or match.other > 2]


@pytest.mark.parametrize(
    ("later", "wanted"),
    [
        (LINES, ["same"] * 4),
        (LINES[:2] + LINES[3:], ["same", "same", "removed", "same"]),
        (
            [*LINES[:1], " □ 케냐에 청년 봉사단을 보낼 계획", *LINES[1:]],
            ["same", "added", "same", "same", "same"],
        ),
        ([*LINES[:2], LINES[2].replace("제3차", "제4차"), LINES[3]], ["same", "same", "changed", "same"]),
        ([], ["removed"] * 4),
    ],
)
def test_what_became_of_each_statement(compare: Compare, later: list[str], wanted: list[Change]) -> None:
    assert kinds(compare(text(LINES), text(later))) == wanted


def test_changed_words_are_marked(compare: Compare) -> None:
    later = [*LINES[:2], LINES[2].replace("제3차", "제4차"), LINES[3]]
    found = compare(text(LINES), text(later))
    (pair,) = found.pairs(match for match in found.matches if match.change == "changed")
    assert pair.one is not None
    assert pair.other is not None
    assert [bit.text for bit in pair.one.bits if bit.changed] == ["제3차"]
    assert [bit.text for bit in pair.other.bits if bit.changed] == ["제4차"]
    assert "".join(bit.text for bit in pair.one.bits) == LINES[2].removeprefix(" □ ")


def test_every_statement_stands_once(compare: Compare) -> None:
    found = compare(text(LINES), text([LINES[3], LINES[1], " □ 몽골과 산림 협력 사업 확대"]))
    left = [match.one for match in found.matches if match.one]
    right = [match.other for match in found.matches if match.other]
    assert left == sorted(found.statements[0])
    assert right == sorted(found.statements[1])
    assert sum(found.counts().values()) == len(found.matches)


def test_long_statements_of_one_letter_take_no_time(compare: Compare) -> None:
    lines = [f" □ {letter * 4000} 지원 추진" for letter in "가나다라마바사아"]
    started = time.process_time()
    found = compare(text(lines), text([line.replace("추진", "확대") for line in reversed(lines)]))
    found.pairs(found.matches)
    assert time.process_time() - started < 20


@given(st.lists(st.sampled_from("abcdefg"), max_size=7), st.lists(st.sampled_from("abcdefg"), max_size=7))
def test_texts_that_stand_once_on_either_side(left: list[str], right: list[str]) -> None:
    found = _once_in_both(left, right)
    assert all(left[one] == right[other] for one, other in found)
    assert all(one < later and other < after for (one, other), (later, after) in pairwise(found))
    once = [text for text in left if left.count(text) == right.count(text) == 1]
    places = [right.index(text) for text in once]
    longest = max(
        (
            len(some)
            for number in range(1 << len(places))
            if (some := [place for bit, place in enumerate(places) if number >> bit & 1]) == sorted(some)
        ),
        default=0,
    )
    assert len(found) == longest
