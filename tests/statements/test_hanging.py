"""What notes and later sentences hang on, and which roles follow (GUIDE Decisions 1, 2, 5, 7, 31, 35)."""

from __future__ import annotations

import pytest
from tests.support.reading import content, parents, read

HEAD = "2025년 누리부 업무계획\n2025. 1. 17.\n\n"

CASES: list[tuple[str, str, dict[str, str]]] = [
    (
        "a note hangs on the statement with its sign",
        "□ 교역* 확대\n ㅇ 항공 노선 신설\n  * 수출과 수입\n",
        {"수출과 수입": "교역 확대"},
    ),
    (
        "a note without a sign above hangs on the last statement",
        "□ 교역 확대\n ㅇ 항공 노선 신설\n  ※ 3월 시행\n",
        {"3월 시행": "항공 노선 신설"},
    ),
    (
        "several signs in one line",
        "□ 교역*과 항공** 확대\n  * 수출과 수입\n  ** 여객과 화물\n",
        {"수출과 수입": "교역과 항공 확대", "여객과 화물": "교역과 항공 확대"},
    ),
    (
        "a note at the end of the line",
        "□ 교역 확대 * 수출과 수입\n ㅇ 항공 노선 신설\n",
        {"수출과 수입": "교역 확대", "항공 노선 신설": "교역 확대"},
    ),
    (
        "what hangs below a split line hangs on its last part",
        "□ 칠레와 산림 협정 체결 / 몽골과 항공 회담 개최 추진\n ㅇ 노선 신설\n",
        {"노선 신설": "몽골과 항공 회담 개최 추진"},
    ),
    (
        "a note hangs on the sentence with its sign",
        "□ 교역*을 확대한다. 항공편을 늘린다.\n  * 수출과 수입\n",
        {"수출과 수입": "교역을 확대한다."},
    ),
    (
        "elements hang on their lead-in, and so do their notes on them",
        "□ 교역 확대 ▲항공* ▲해운\n  * 여객과 화물\n",
        {"항공": "교역 확대", "해운": "교역 확대", "여객과 화물": "항공"},
    ),
    (
        "elements without a lead-in hang where their line hangs",
        "□ 교역\n - ▲항공 ▲해운\n",
        {"항공": "교역", "해운": "교역"},
    ),
    (
        "elements of a note hang on its lead-in",
        "□ 교역* 확대\n  * 분야 : ▲항공 ▲해운\n",
        {"분야": "교역 확대", "항공": "분야", "해운": "분야"},
    ),
]


@pytest.mark.parametrize(("body", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_parents(body: str, expected: dict[str, str]) -> None:
    found = parents(HEAD + body)
    assert {text: found.get(text, "(no such statement)") for text in expected} == expected


@pytest.mark.parametrize(
    ("body", "roles"),
    [
        ("□ 교역 확대\n ㅇ 항공 노선 신설\n", ["heading", "item"]),
        ("□ 교역* 확대\n  * 수출과 수입\n", ["item", "note"]),
        ("□ 교역 확대 ▲항공 ▲해운\n", ["heading", "item", "item"]),
        ("□ 교역 확대 * 분야 : ▲항공 ▲해운\n", ["item", "note", "note", "note"]),
        ("1. 교역\n", ["heading"]),
        ("1. 교역\n□ 항공\n", ["heading", "item"]),
        ("□ 교역을 확대한다. 항공편을 늘린다.\n ㅇ 노선 신설\n", ["item", "heading", "item"]),
        ("〈 일정 〉\n구분\t시기\n항공\t3월\n", ["heading", "heading", "item"]),
    ],
)
def test_roles(body: str, roles: list[str]) -> None:
    assert [each.role for each in content(HEAD + body)] == roles


def test_later_sentences_have_the_trail_of_the_first() -> None:
    first, second = content(f"{HEAD}1. 교역\n □ 교역을 확대한다. 항공편을 늘린다.\n")[1:]
    assert (first.marker, second.marker) == ("□", "")
    assert first.trail == second.trail == ("교역",)


def test_greetings_are_furniture() -> None:
    document = read("누리부 장관 기념사\n\n안녕하십니까? 산림을 지키겠습니다. 감사합니다.\n")
    assert [(each.role, each.text) for each in document.statements[1:]] == [
        ("meta", "안녕하십니까?"),
        ("item", "산림을 지키겠습니다."),
        ("meta", "감사합니다."),
    ]


def test_datelines_are_furniture() -> None:
    document = read("칠레와 산림 협정 서명\n\n[서울=누리부] 누리부는 칠레와 협정에 서명하였다고 밝혔다.\n")
    assert [(each.role, each.text) for each in document.statements[1:]] == [
        ("meta", "[서울=누리부]"),
        ("item", "누리부는 칠레와 협정에 서명하였다고 밝혔다."),
    ]
