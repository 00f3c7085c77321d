"""Where a Korean paragraph splits (GUIDE Decisions 6, 7, 8, 40)."""

from __future__ import annotations

import pytest

from yaksok.statements.korean.sentences import split_inline, split_sentences, split_slash


def sentences(text: str) -> list[str]:
    return [text[a:b] for a, b in split_sentences(text)]


def inline(text: str) -> tuple[str, list[tuple[str, str]]]:
    lead, elements = split_inline(text)
    return text[lead[0] : lead[1]] if lead else "", [(glyph, text[a:b]) for glyph, (a, b) in elements]


def slashes(text: str) -> list[str]:
    return [text[a:b] for a, b in split_slash(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["교역을 확대한다.", "항공편을 늘린다."],
        ["언제 발효됩니까?", "3월에 발효됩니다."],
        ["“함께 가자.”", "장관이 말했다."],
        ["장관은 “함께 가자.", "바다를 지키자.”고 말했다."],
        ["교역액은 30억 달러(2024년 기준)이다.", "항공편도 늘었다."],
        ["증가율은 12%.", "항공편도 늘었다."],
        ["교역을 확대한다(3월).", "항공편을 늘린다."],
        ["협정을 체결함.", "회의를 개최함."],
    ],
)
def test_sentences(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "text",
    [
        "2025. 1. 17. 서울에서 회의를 열었다.",
        "교역액은 3.5배로 늘었다.",
        "가. 교역을 확대한다.",
        "제3조. 교역을 확대한다.",
        "칠레(산림이 넓다. 바다도 길다.)와 협정을 맺었다.",
        "1.17.(금) 회의를 열었다.",
        "「산림 협정. 부속서」를 채택하였다.",
        "교역 확대",
        "www.example.go.kr에서 신청한다.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "lead", "elements"),
    [
        ("교역 확대 ▲항공 ▲해운", "교역 확대", [("▲", "항공"), ("▲", "해운")]),
        ("(중남미) ▴항공, ▴해운", "(중남미)", [("▴", "항공"), ("▴", "해운")]),
        ("▲항공 ▲해운 등 협력 확대", "", [("▲", "항공"), ("▲", "해운 등 협력 확대")]),
        ("교역: ①항공 ②해운", "교역", [("①", "항공"), ("②", "해운")]),
        ("교역 1)항공 2)해운", "교역", [("1)", "항공"), ("2)", "해운")]),
        ("교역 (1) 항공, (2) 해운", "교역", [("(1)", "항공"), ("(2)", "해운")]),
        ("교역 \uf000항공 \uf000해운", "교역", [("\uf000", "항공"), ("\uf000", "해운")]),
        ("교역 확대", "", []),
        ("교역 ① 확대", "", []),
        ("성장률 △7.5%", "", []),
        ("교역(▲항공 ▲해운) 확대", "", []),
        ("협정(제1조 1) 및 2))", "", []),
        ("교역 \uf000확대", "", []),
    ],
)
def test_inline_lists(text: str, lead: str, elements: list[tuple[str, str]]) -> None:
    assert inline(text) == (lead, elements)


@pytest.mark.parametrize(
    "parts",
    [
        ["칠레와 산림 협정 체결(3월)", "올해 10월 항공 회담 개최 추진"],
        ["몽골과 공동 연구소 설립", "페루와 어업 협정 협상 개시"],
    ],
)
def test_slashes_between_complete_items_split(parts: list[str]) -> None:
    assert slashes(" / ".join(parts)) == parts
    assert slashes("/ ".join(parts)) == parts


@pytest.mark.parametrize(
    "text",
    [
        "예방 / 장관과 회담 등 고위급 교류 확대",
        "칠레(60주년) / 페루(30주년) 기념행사",
        "교역/항공 분야 협력 확대",
        "협력 확대(산림 협정 체결 추진 / 항공 회담 개최 추진)",
        "칠레 / 페루",
        "교역 확대",
    ],
)
def test_slashes_that_do_not_split(text: str) -> None:
    assert slashes(text) == [text]
