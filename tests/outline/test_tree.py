"""What hangs on what (GUIDE Decisions 3, 4, 10, 31, 38, 39, 45)."""

from __future__ import annotations

import pytest
from tests.support.reading import content, parents

from yaksok.pipeline import read_source
from yaksok.read import read_raw
from yaksok.read.sources import from_bytes

PLAN = "2025년 누리부 업무계획\n2025. 1. 17.\n\n"
ACCORD = "대한민국-칠레 공동성명\n2025. 1. 17.\n\n"

# Each case: what it shows, the lines below the title, and what each statement hangs on.
CASES: list[tuple[str, str, str, dict[str, str]]] = [
    (
        "sequences nest by the order of official papers",
        PLAN,
        "Ⅰ. 성과\n1. 교역\n가. 항공\n1) 노선 신설\n2) 요금 인하\n나. 해운\n2. 청년\nⅡ. 과제\n1. 산림\n",
        {
            "성과": "",
            "교역": "성과",
            "항공": "교역",
            "노선 신설": "항공",
            "요금 인하": "항공",
            "해운": "교역",
            "청년": "성과",
            "과제": "",
            "산림": "과제",
        },
    ),
    (
        "a sequence that starts again is a new list",
        PLAN,
        "Ⅰ. 성과\n □ 교역\n  ① 항공 확대\n  ② 해운 확대\n □ 청년\n  ① 유학 확대\n",
        {"항공 확대": "교역", "해운 확대": "교역", "유학 확대": "청년"},
    ),
    (
        "bullets nest by their indent",
        PLAN,
        "□ 교역\n ㅇ 항공\n  - 노선 신설\n  - 요금 인하\n ㅇ 해운\n□ 청년\n",
        {"교역": "", "항공": "교역", "노선 신설": "항공", "요금 인하": "항공", "해운": "교역", "청년": ""},
    ),
    (
        "the same glyph nests by its indent",
        PLAN,
        "- 교역\n  - 항공\n    - 노선 신설\n  - 해운\n- 청년\n",
        {"교역": "", "항공": "교역", "노선 신설": "항공", "해운": "교역", "청년": ""},
    ),
    (
        "where the indent is lost the rank of the marks decides",
        PLAN,
        "□ 교역\nㅇ 항공\n- 노선 신설\n* 두 곳\nㅇ 해운\n□ 청년\n",
        {"항공": "교역", "노선 신설": "항공", "두 곳": "노선 신설", "해운": "교역", "청년": ""},
    ),
    (
        "visible indent decides, not the sense",
        PLAN,
        "□ 교역\n - 항공\n - ▲해운\n",
        {"항공": "교역", "해운": "교역"},
    ),
    (
        "bullets of one indent stay siblings below a line that introduces",
        PLAN,
        "□ 교역\n ㅇ 다음 사업을 추진할 것이다.\n ㅇ 항공 확대\n",
        {"다음 사업을 추진할 것이다.": "교역", "항공 확대": "교역"},
    ),
    (
        "an unmarked paragraph inside of a bullet is a sibling of its bullets",
        PLAN,
        "□ 교역\n   바닷길을 넓힌다.\n   - 항공 확대\n",
        {"바닷길을 넓힌다.": "교역", "항공 확대": "교역"},
    ),
    (
        "a sentence with bullets below is their heading",
        ACCORD,
        "두 나라는 아래와 같이 협력한다.\n\nㅇ 항공 확대\nㅇ 해운 확대\n",
        {"항공 확대": "두 나라는 아래와 같이 협력한다.", "해운 확대": "두 나라는 아래와 같이 협력한다."},
    ),
    (
        "prose of several sentences: the last one has the bullets",
        ACCORD,
        "두 나라는 오랜 벗이다. 두 나라는 교역을 넓힌다.\n\nㅇ 항공 확대\n",
        {
            "두 나라는 오랜 벗이다.": "",
            "두 나라는 교역을 넓힌다.": "",
            "항공 확대": "두 나라는 교역을 넓힌다.",
        },
    ),
    (
        "flush-left prose after bullets goes back to the section",
        ACCORD,
        "1. 교역\n\n두 나라는 교역을 넓힌다.\n\n - 항공 확대\n - 해운 확대\n\n두 나라는 매년 만나기로 하였다.\n",
        {
            "두 나라는 교역을 넓힌다.": "교역",
            "항공 확대": "두 나라는 교역을 넓힌다.",
            "두 나라는 매년 만나기로 하였다.": "교역",
        },
    ),
    (
        "articles stand below headings, later sentences have the same trail",
        ACCORD,
        "교역\n\n1. 두 나라는 항공 노선을 넓힌다. 두 나라는 배편도 늘린다.\n\n2. 두 나라는 세관을 연다.\n\n청년\n\n3. 두 나라는 유학을 돕는다.\n",
        {
            "두 나라는 항공 노선을 넓힌다.": "교역",
            "두 나라는 배편도 늘린다.": "교역",
            "두 나라는 세관을 연다.": "교역",
            "두 나라는 유학을 돕는다.": "청년",
        },
    ),
    (
        "lettered lists hang on the sentence that introduces them",
        ACCORD,
        "1. 두 나라는 교역을 위하여 다음을 추진한다.\n  가. 항공 노선을 열고,\n  나. 배편을 늘린다.\n2. 두 나라는 세관을 연다.\n",
        {
            "항공 노선을 열고,": "두 나라는 교역을 위하여 다음을 추진한다.",
            "배편을 늘린다.": "두 나라는 교역을 위하여 다음을 추진한다.",
            "두 나라는 세관을 연다.": "",
        },
    ),
    (
        "letters in brackets hang on the sentence that introduces them",
        "Joint Statement on Trade\n\nMay 2, 2024\n\n",
        "1. The two sides will do the following:\n(a) open new ports;\n(b) shorten procedures.\n2. They will meet in May.\n",
        {
            "open new ports;": "The two sides will do the following:",
            "shorten procedures.": "The two sides will do the following:",
            "They will meet in May.": "",
        },
    ),
    (
        "captions are siblings of squares, rows hang on their header",
        PLAN,
        "1. 교역\n□ 항공 확대\n〈 일정 〉\n구분\t시기\n노선 신설\t3월\n□ 해운 확대\n",
        {"일정": "교역", "구분 시기": "일정", "노선 신설 3월": "구분 시기", "해운 확대": "교역"},
    ),
    (
        "a bracketed title heads what follows",
        PLAN,
        "1. 교역\n\n[항공 분야]\n\nㅇ 노선 신설\n\n[해운 분야]\n\nㅇ 배편 증편\n",
        {"항공 분야": "교역", "노선 신설": "항공 분야", "해운 분야": "교역", "배편 증편": "해운 분야"},
    ),
    (
        "the outline goes on across a page",
        PLAN,
        "1. 교역\n □ 항공\n  ㅇ 노선 신설\n- 3 -\n  ㅇ 요금 인하\n □ 해운\n",
        {"노선 신설": "항공", "요금 인하": "항공", "해운": "교역"},
    ),
    (
        "sub-headlines of a release hang on nothing",
        "보도자료\n\n칠레와 산림 협정 서명\n",
        "- 산불을 함께 막기로\n- 나무 심기 확대\n\n누리부는 칠레와 협정에 서명하였다고 밝혔다.\n",
        {"산불을 함께 막기로": "", "나무 심기 확대": "", "누리부는 칠레와 협정에 서명하였다고 밝혔다.": ""},
    ),
    (
        "Markdown headings nest by their level",
        "# 2025년 누리부 업무계획\n\n",
        "## 교역\n\n### 항공\n\n- 노선 신설\n\n### 해운\n\n## 청년\n\n- 유학 확대\n",
        {"항공": "교역", "노선 신설": "항공", "해운": "교역", "청년": "", "유학 확대": "청년"},
    ),
    (
        "English capitals order sections",
        "Joint Fact Sheet on Trade\n\n",
        "I. Economy\n\nA. Trade\n\n- Open new ports.\n\nB. Energy\n\n- Build two plants.\n\nII. Culture\n\nA. Film\n\n- Hold a film week.\n",
        {
            "Trade": "Economy",
            "Open new ports.": "Trade",
            "Energy": "Economy",
            "Film": "Culture",
            "Hold a film week.": "Film",
        },
    ),
    (
        "bare numbers order tasks",
        PLAN,
        "1 교역 기반 확충\n\n□ 항공 확대\n\n2 청년 교류 확대\n\n□ 유학 확대\n",
        {
            "교역 기반 확충": "",
            "항공 확대": "교역 기반 확충",
            "청년 교류 확대": "",
            "유학 확대": "청년 교류 확대",
        },
    ),
    (
        "chapters stand above Roman numerals",
        PLAN,
        "제1장 교역\nⅠ. 항공\n□ 노선 신설\n제2장 청년\n",
        {"교역": "", "항공": "교역", "노선 신설": "항공", "청년": ""},
    ),
]


@pytest.mark.parametrize(
    ("head", "body", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_places(head: str, body: str, expected: dict[str, str]) -> None:
    found = parents(head + body)
    assert {text: found.get(text, "(no such statement)") for text in expected} == expected


def test_questions_head_their_answers() -> None:
    text = (
        "누리부 정례 설명회\n\n<질문> 어제 협정이 있었습니다. 언제 발효됩니까?\n<답변> 3월에 발효됩니다. 준비를 서두르겠습니다.\n"
        "<질문> 예산은 얼마입니까?\n<답변> 3억 원입니다.\n"
    )
    found = {each.text: each for each in content(text)}
    question = found["언제 발효됩니까?"]
    assert (question.role, question.act, question.marker) == ("heading", "none", "")
    assert (found["어제 협정이 있었습니다."].marker, found["어제 협정이 있었습니다."].act) == (
        "<질문>",
        "context",
    )
    assert found["3월에 발효됩니다."].trail == ("언제 발효됩니까?",)
    assert found["3월에 발효됩니다."].marker == "<답변>"
    assert found["준비를 서두르겠습니다."].trail == ("언제 발효됩니까?",)
    assert found["예산은 얼마입니까?"].trail == ()
    assert found["3억 원입니다."].trail == ("예산은 얼마입니까?",)


def test_a_formula_that_closes_hangs_on_nothing() -> None:
    text = "누리부 설명회\n\n첫째, 교역에 관한 것입니다.\n\n교역을 넓히겠습니다.\n\n이상으로 설명을 마치겠습니다.\n"
    assert parents(text)["이상으로 설명을 마치겠습니다."] == ""


def test_a_table_outside_of_a_list_does_not_hang_on_its_last_item() -> None:
    page = (
        "<html><body><h1>2025년 주요업무 추진계획</h1><h2>경제 외교</h2><ul><li>공급망을 안정시킨다.</li></ul>"
        "<table><tr><th>구분</th><th>2024년</th></tr><tr><td>교역액</td><td>100억불</td></tr></table></body></html>"
    )
    document = read_source(read_raw(from_bytes(page.encode(), origin="plan.html")))
    statements = {s.text: s for s in document.statements}
    assert statements["구분 2024년"].trail == ("경제 외교",)


def test_numbered_titles_below_an_introduction_are_sections() -> None:
    text = (
        "재외국민 등록 안내\n\n재외국민 등록을 다음과 같이 안내합니다.\n\n"
        "  1. 등록 대상\n  외국에 90일 넘게 머무르는 국민은 관할 공관에 등록해야 합니다.\n"
        "  2. 등록 방법\n  공관을 방문하거나 누리집에서 신청하시기 바랍니다.\n"
    )
    assert parents(text)["등록 대상"] == ""
    assert parents(text)["등록 방법"] == ""


def test_decimal_numbers_stand_below_their_own_beginning() -> None:
    from tests.support.blocks import line
    from tests.support.blocks import read as read_blocks

    marks = ("4.", "4.1.", "4.1.1.", "4.1.1.2.", "4.1.2.", "4.1.2.1.", "4.2.")
    document = read_blocks(*[line(f"과제 {mark}", n, mark=mark) for n, mark in enumerate(marks)])
    above = {s.marker: document.statements[s.parent - 1].marker for s in document.statements if s.parent}
    assert above == {
        "4.1.": "4.",
        "4.1.1.": "4.1.",
        "4.1.1.2.": "4.1.1.",
        "4.1.2.": "4.1.",
        "4.1.2.1.": "4.1.2.",
        "4.2.": "4.",
    }
