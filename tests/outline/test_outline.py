"""The outline as a whole: every line with ink is in one block, in order."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from tests.strategies import documents
from tests.support.reading import outline, source

from yaksok.outline.lines import split_lines


@given(documents())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_line_with_ink_is_in_one_block(text: str) -> None:
    found = outline(text)
    assert len(found.blocks) == len(found.places)
    for line in split_lines(source(text).text):
        holders = [block for block in found.blocks if block.extent[0] <= line.start < block.extent[1]]
        assert holders, line


@given(documents())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_parents_stand_before_their_children(text: str) -> None:
    for index, place in enumerate(outline(text).places):
        assert place is None or place.parent is None or place.parent < index


def test_blocks_of_a_document() -> None:
    found = outline(
        "2025년 누리부 업무계획\n2025. 1. 17.\n\n1 교역\n〈 일정 〉\n구분\t시기\n항공\t3월\n\n□ 해운 확대\n- 3 -\n"
    )
    assert [(block.kind, block.text.text) for block in found.blocks] == [
        ("title", "2025년 누리부 업무계획"),
        ("meta", "2025. 1. 17."),
        ("text", "교역"),
        ("caption", "일정"),
        ("header_row", "구분 시기"),
        ("row", "항공 3월"),
        ("text", "해운 확대"),
        ("meta", "- 3 -"),
    ]
    assert (found.title, found.date, found.head.genre) == (
        "2025년 누리부 업무계획",
        "2025-01-17",
        "work_plan",
    )
