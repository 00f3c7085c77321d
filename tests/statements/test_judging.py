"""Acts of statements in their place: section, lead-in, shared predicate (GUIDE Decisions 11, 14, 38, 39)."""

from __future__ import annotations

import pytest
from tests.support.reading import content, read

from yaksok.records.statement import Act

PLAN = "2025년 누리부 업무계획\n2025. 1. 17.\n\n"


def acts(text: str) -> dict[str, Act]:
    return {each.text: each.act for each in content(text)}


@pytest.mark.parametrize(
    ("section", "act"),
    [
        ("지난 성과", "result"),
        ("추진 과제", "commitment"),
        ("기대효과", "effect"),
        ("향후 계획", "commitment"),
    ],
)
def test_sections_reach_down_to_the_last_bullet(section: str, act: Act) -> None:
    found = acts(f"{PLAN}Ⅰ. {section}\n □ 교역 확대\n  ㅇ 항공 노선 신설\n   - 요금 인하 지원\n")
    assert [found["교역 확대"], found["항공 노선 신설"], found["요금 인하 지원"]] == [act] * 3
    assert found[section] == "none"


def test_sections_do_not_reach_into_the_next() -> None:
    found = acts(f"{PLAN}Ⅰ. 지난 성과\n □ 교역 확대\nⅡ. 추진 과제\n □ 해운 확대\n")
    assert (found["교역 확대"], found["해운 확대"]) == ("result", "commitment")


def test_elements_that_share_a_predicate_take_its_act() -> None:
    found = acts(f"{PLAN}Ⅰ. 추진 과제\n □ ▲정상회의 ▲장관회의 등 계기 지지 확보\n")
    assert found["정상회의"] == found["장관회의 등 계기 지지 확보"] == "commitment"


def test_meta_and_titles_do_nothing() -> None:
    document = read(f"{PLAN}□ 교역 확대\n- 3 -\n")
    assert {each.act for each in document.statements if each.role in {"title", "meta"}} == {"none"}


def test_a_sentence_that_announces_a_list_does_nothing() -> None:
    found = {
        each.text: (each.role, each.act)
        for each in content("칠레와 산림 협정 서명\n\n주요 내용은 다음과 같다.\n\n □ 산불 공동 진화\n")
    }
    assert found["주요 내용은 다음과 같다."] == ("heading", "none")


def test_times_of_a_section_take_its_year() -> None:
    (found,) = [
        each
        for each in content(f"{PLAN}Ⅰ. 2024년 성과\n □ 협정 체결(3월)\n")
        if each.times and "협정" in each.text
    ]
    assert [(time.text, time.start, time.end, time.role) for time in found.times] == [
        ("3월", "2024-03-01", "2024-03-31", "occurred")
    ]
