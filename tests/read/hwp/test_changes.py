from __future__ import annotations

import struct

from hypothesis import given
from hypothesis import strategies as st
from tests.read.hwp.pieces import utf16
from tests.support.office.hwp_records import tab

from yaksok.read.hwp.changes import changed_ranges
from yaksok.read.hwp.docinfo import Change
from yaksok.read.hwp.lines import Line
from yaksok.read.hwp.paratext import Run, split_text
from yaksok.read.office.flow import FlowAnnotation

INSERTED, DELETED, OTHER = 0x10 << 24, 0x11 << 24, 0x02 << 24
CHANGES = (Change("inserted", "김주무", "2026-03-09T14:05:00"), Change("deleted", "이팀장", ""))


def tags(*ranges: tuple[int, int, int]) -> bytes:
    return b"".join(struct.pack("<III", *each) for each in ranges)


def line_of(data: bytes, *ranges: tuple[int, int, int]) -> tuple[str, list[FlowAnnotation]]:
    line = Line(changed_ranges(tags(*ranges), CHANGES))
    for token in split_text(data):
        if isinstance(token, Run):
            line.add_run(token)
    return line.text, line.changes()


def test_inserted_words_stand_in_the_text() -> None:
    text, changes = line_of(utf16("숲길을 새로 연다\r"), (4, 7, INSERTED | 1))
    assert text == "숲길을 새로 연다"
    assert changes == [FlowAnnotation("inserted", 4, 7, "새로 ", "김주무", "2026-03-09T14:05:00")]


def test_deleted_words_do_not() -> None:
    text, changes = line_of(utf16("숲길을 새로 연다\r"), (4, 7, DELETED | 2))
    assert text == "숲길을 연다"
    assert changes == [FlowAnnotation("deleted", 4, 4, "새로 ", "이팀장", "")]


def test_both_keep_their_order() -> None:
    text, changes = line_of(utf16("네곳다섯곳\r"), (0, 2, DELETED | 2), (2, 5, INSERTED | 1))
    assert text == "다섯곳"
    assert [(each.kind, each.start, each.end, each.text) for each in changes] == [
        ("deleted", 0, 0, "네곳"),
        ("inserted", 0, 3, "다섯곳"),
    ]


def test_words_inserted_and_deleted_again_are_deleted() -> None:
    text, changes = line_of(utf16("가나다라마\r"), (0, 5, INSERTED | 1), (1, 3, DELETED | 2))
    assert text == "가라마"
    assert [(each.kind, each.text) for each in changes] == [
        ("inserted", "가"),
        ("deleted", "나다"),
        ("inserted", "라마"),
    ]


def test_ranges_of_other_kinds_and_empty_ones_change_nothing() -> None:
    assert line_of(utf16("가나다\r"), (0, 2, OTHER), (1, 1, DELETED | 2), (2, 1, INSERTED | 1)) == (
        "가나다",
        [],
    )


def test_a_change_that_nobody_knows_still_counts() -> None:
    assert line_of(utf16("가나다\r"), (1, 2, DELETED | 9)) == (
        "가다",
        [FlowAnnotation("deleted", 1, 1, "나")],
    )


def test_a_tab_counts_eight_units() -> None:
    text, changes = line_of(utf16("가") + tab() + utf16("나다\r"), (1, 10, DELETED | 2))
    assert (text, [each.text for each in changes]) == ("가다", ["\t나"])


def test_letters_of_two_units_are_not_torn() -> None:
    assert line_of(utf16("가\U0001f333나\r"), (1, 3, DELETED | 2))[0] == "가나"


RANGES = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 30), st.sampled_from([INSERTED | 1, DELETED | 2])),
    max_size=8,
)


@given(st.text("가나다라 ", max_size=24), RANGES)
def test_nothing_is_lost_and_nothing_twice(text: str, ranges: list[tuple[int, int, int]]) -> None:
    found, changes = line_of(utf16(text + "\r"), *ranges)
    deleted = {at for start, end, kind in ranges for at in range(start, end) if kind == DELETED | 2}
    assert found == "".join(sign for at, sign in enumerate(text) if at not in deleted)
    for change in changes:
        if change.kind == "inserted":
            assert found[change.start : change.end] == change.text
    removed = "".join(change.text for change in changes if change.kind == "deleted")
    assert removed == "".join(sign for at, sign in enumerate(text) if at in deleted)
