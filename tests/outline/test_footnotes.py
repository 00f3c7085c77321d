"""Footnotes at the foot of a page (GUIDE Decision 35)."""

from __future__ import annotations

import pytest
from tests.support.reading import content, texts

HEAD = "2025년 누리부 업무계획\n\n"


def test_a_footnote_hangs_on_the_statement_with_its_number() -> None:
    text = f"{HEAD}□ 산림 기금1) 조성\n□ 해양 협정2) 체결\n\n1) 나무를 심는 데 쓰는 돈\n2) 바다를 지키는 약속\n- 1 -\n"
    notes = [each for each in content(text) if each.role == "note"]
    assert [(each.marker, each.text, each.trail[-1]) for each in notes] == [
        ("1)", "나무를 심는 데 쓰는 돈", "산림 기금 조성"),
        ("2)", "바다를 지키는 약속", "해양 협정 체결"),
    ]


def test_numbers_start_again_on_each_page() -> None:
    text = f"{HEAD}□ 산림 기금1) 조성\n1) 나무를 심는 돈\n- 1 -\n□ 해양 협정1) 체결\n1) 바다의 약속\n- 2 -\n"
    notes = [each for each in content(text) if each.role == "note"]
    assert [each.trail[-1] for each in notes] == ["산림 기금 조성", "해양 협정 체결"]


@pytest.mark.parametrize(
    "line",
    ["□ 교역 확대 1) 항공 2) 해운", "□ 교역(제3조 1)) 확대", "□ 3개국 순방", "□ 교역 확대(항공 1) 추진"],
)
def test_numbers_that_point_to_nothing_open_a_list(line: str) -> None:
    assert [each.role for each in content(f"{HEAD}{line}\n1) 항공\n2) 해운\n")][-2:] == ["item", "item"]


def test_a_list_below_its_sentence_is_no_footnote() -> None:
    assert texts(f"{HEAD}□ 교역 확대\n 1) 항공\n 2) 해운\n") == ["교역 확대", "항공", "해운"]
