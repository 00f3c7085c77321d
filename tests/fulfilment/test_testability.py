"""What can be checked and what cannot."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from yaksok.fulfilment.testability import testability as judged
from yaksok.ledger.reader import StoredDocument
from yaksok.records.promise import PARTS as PART_NAMES
from yaksok.records.statement import Statement


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("누리 해양 안전 협정 체결", {}),
        ("「가온 구상」 확대", {"names": ["「가온 구상」"]}),
        ("교역 300억불", {"amounts": [("300억불", 30_000_000_000, "USD")]}),
        ("2020년까지 확대", {"times": [("2020년까지", None, "2020-12-31", "due")]}),
        ("갯벌 철새 서식지 조사 지원", {}),
        ("establish a liaison office", {}),
    ],
)
def test_testable(stored: Callable[..., StoredDocument], line: Any, text: str, more: Any) -> None:
    statement = stored("plan", "2019", line("commitment", text, **more)).document.statements[0]
    assert judged(statement).testable


@pytest.mark.parametrize(
    "text", ["협력 강화", "국제사회와의 전략적 소통 지속", "적극적인 노력을 통해 관계 발전"]
)
def test_rhetorical(stored: Callable[..., StoredDocument], line: Any, text: str) -> None:
    statement = stored("plan", "2019", line("commitment", text)).document.statements[0]
    verdict = judged(statement)
    assert not verdict.testable
    assert "no action with an end" in verdict.reason


PARTS = [
    (
        "양측은 2020년까지 해양 안전 협정을 체결한다.",
        {"times": [("2020년까지", None, "2020-12-31", "due")]},
        {
            "action_or_outcome": "체결",
            "end_state": "체결",
            "deadline": "2020년까지",
            "responsible_party": "양측",
        },
    ),
    ("누리 연락사무소 설치", {}, {"action_or_outcome": "설치", "end_state": "누리 연락사무소 설치"}),
    (
        "차기 정상회의 계기 공동선언 채택",
        {},
        {
            "action_or_outcome": "채택",
            "end_state": "공동선언 채택",
            "deadline": "차기 정상회의 계기",
        },
    ),
    (
        "어업 질서 점검 활동 강화(주관: 해양수산부)",
        {},
        {"action_or_outcome": "강화", "responsible_party": "해양수산부"},
    ),
    ("매년 갯벌 보전 기금 운영", {}, {"action_or_outcome": "운영"}),
    ("국제사회와의 전략적 소통 지속", {}, {}),
    (
        "The two ministries will establish a liaison office in Noori within a year of the signing.",
        {},
        {
            "action_or_outcome": "establish",
            "end_state": "establish a liaison office in Noori within",
            "deadline": "within a year of the signing",
            "responsible_party": "The two ministries",
        },
    ),
]


@pytest.mark.parametrize(("text", "more", "parts"), PARTS)
def test_parts(stored: Callable[..., StoredDocument], line: Any, text: str, more: Any, parts: Any) -> None:
    document = stored("plan", "2019", line("commitment", text, **more)).document
    found = judged(document.statements[0], written="2019", text=document.text)
    assert {part.part: part.words for part in found.parts} == parts
    assert set(found.missing) == {*PART_NAMES} - set(parts)
    assert all(document.text[slice(*part.span)] == part.words for part in found.parts)


def test_what_a_heading_words_is_marked(stored: Callable[..., StoredDocument], line: Any) -> None:
    times = [("2020년까지", None, "2020-12-31", "due")]
    document = stored(
        "plan",
        "2019",
        line("commitment", "양 정상은 2020년까지 아래와 같이 협력한다.", times=times, role="heading"),
        line("commitment", "연락사무소 설치", under=1),
    ).document
    heading, item = document.statements
    found = {part.part: part for part in judged(item, (heading,), written="2019").parts}
    assert not found["action_or_outcome"].inherited
    assert (found["deadline"].words, found["deadline"].inherited) == ("2020년까지", True)
    assert (found["responsible_party"].words, found["responsible_party"].inherited) == ("양 정상", True)
    assert document.text[slice(*found["responsible_party"].span)] == "양 정상"


def test_a_broken_line_still_has_its_place() -> None:
    text = "- 연락\n  사무소 설치"
    statement = Statement(1, (2, 13), (0, 13), "item", "commitment", "-", "연락사무소 설치", (), None)
    (action, _) = judged(statement, text=text).parts
    assert text[slice(*action.span)] == action.words == "설치"
