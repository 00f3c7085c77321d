"""The pieces of a block (GUIDE Decisions 1, 2, 5, 6, 8, 9, 35)."""

from __future__ import annotations

import pytest
from tests.support.reading import outline

from yaksok.statements.language import rules_of
from yaksok.statements.units import Unit, units_of

HEAD = "2025년 누리부 업무계획\n2025. 1. 17.\n\n"


def units(line: str, *footnotes: str) -> list[Unit]:
    block = outline(f"{HEAD}{line}\n").blocks[-1]
    return units_of(block, rules_of("ko"), frozenset(footnotes))


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("□ 교역 확대", [("□", "교역 확대")]),
        ("□ 교역을 확대한다. 항공편을 늘린다.", [("□", "교역을 확대한다."), ("", "항공편을 늘린다.")]),
        ("- ▲항공 ▲해운", [("▲", "항공"), ("▲", "해운")]),
        ("□ 교역 확대 ▲항공 ▲해운", [("□", "교역 확대"), ("▲", "항공"), ("▲", "해운")]),
        ("□ 교역 확대 * 항공, 해운", [("□", "교역 확대"), ("*", "항공, 해운")]),
        ("□ 교역* 확대", [("□", "교역 확대")]),
        ("□ 교역** 및 항공*** 확대", [("□", "교역 및 항공 확대")]),
        ("□ ‘교역 구상’* 추진", [("□", "‘교역 구상’ 추진")]),
        (
            "□ 칠레와 산림 협정 체결 / 몽골과 항공 회담 개최 추진",
            [("□", "칠레와 산림 협정 체결"), ("/", "몽골과 항공 회담 개최 추진")],
        ),
        ("* ▲항공 ▲해운", [("▲", "항공"), ("▲", "해운")]),
        ("※ 항공편을 늘린다. 배편도 늘린다.", [("※", "항공편을 늘린다."), ("", "배편도 늘린다.")]),
        ("[교역 분야]", [("[ ]", "교역 분야")]),
    ],
)
def test_pieces(line: str, pieces: list[tuple[str, str]]) -> None:
    assert [(unit.marker, unit.text.text) for unit in units(line)] == pieces


def test_pointers_are_kept_apart_with_their_place() -> None:
    (unit,) = units("□ 교역* 확대")
    text = f"{HEAD}□ 교역* 확대\n"
    assert unit.pointers == ("*",)
    assert [text[a:b] for a, b in unit.pointer_spans] == ["*"]


def test_elements_hang_on_their_lead_in() -> None:
    lead, first, second = units("□ 교역 확대 ▲항공 ▲해운")
    assert lead.is_lead
    assert (first.lead, second.lead) == (0, 0)
    assert first.element


def test_everything_in_a_note_is_a_note() -> None:
    assert {unit.note for unit in units("* 교역 확대 ▲항공 ▲해운")} == {"*"}


def test_numbers_of_footnotes_leave_the_text() -> None:
    (unit,) = units("□ 산림 기금1) 조성", "1)")
    assert (unit.text.text, unit.pointers) == ("산림 기금 조성", ("1)",))
    (kept,) = units("□ 산림 기금1) 조성")
    assert kept.text.text == "산림 기금1) 조성"
