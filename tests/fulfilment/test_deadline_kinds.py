"""Deadlines that are no bare day: terms, occasions, conditions, rhythms."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.fulfilment.deadline_kinds import deadlines
from yaksok.fulfilment.english_deadlines import english_deadlines
from yaksok.fulfilment.korean_deadlines import korean_deadlines
from yaksok.ledger.reader import StoredDocument
from yaksok.records.promise import Term

Stored = Callable[..., StoredDocument]

RELATIVE = [
    ("협정 발효 후 6개월 이내 이행위원회 구성", "협정 발효", Term(months=6)),
    ("취임 후 100일 이내에 방문 추진", "취임", Term(days=100)),
    ("취임 100일 내 방문", "취임", Term(days=100)),
    ("양국은 의정서 서명일로부터 1년 이내에 첫 회의를 개최한다.", "의정서 서명", Term(months=12)),
    ("공동위 출범 후 두 달 안에 작업계획 제출", "공동위 출범", Term(months=2)),
    ("회의 종료 후 2주 내 결과 공개", "회의 종료", Term(days=14)),
    ("협정 체결 3년 후 재검토", "협정 체결", Term(months=36)),
    ("6개월 이내 조사 완료", None, Term(months=6)),
    ("한 달 안에 답변 제출", None, Term(months=1)),
    ("임기 내 사무소 개설", "임기", None),
    (
        "Within six months of its entry into force, the parties will meet.",
        "its entry into force",
        Term(months=6),
    ),
    ("open a working group within 90 days", None, Term(days=90)),
    ("They will report within a year of the signing.", "the signing", Term(months=12)),
    ("They will report no later than 30 days after the summit.", "the summit", Term(days=30)),
    (
        "A review will take place two years after adoption of the plan.",
        "adoption of the plan",
        Term(months=24),
    ),
    ("in its first 100 days in office the Government will visit Noori", "office", Term(days=100)),
]
CONDITIONAL = [
    ("차기 정상회의 계기 협정 서명 추진", "차기 정상회의", True),
    ("다음 한-누리 정상회의에서 채택", "다음 한-누리 정상회의", True),
    ("차기 공동위원회 전체회의까지 초안 마련", "차기 공동위원회 전체회의", True),
    ("누리 포럼 참석 계기 양자 회담 개최", "누리 포럼 참석", False),
    ("비핵화 진전 시 협력 사업 추진", "비핵화 진전", False),
    ("여건 조성시 교류 재개", "여건 조성", False),
    ("위난 발생 시 신속대응팀 파견", "위난 발생", False),
    ("협정 발효 이후 사무소 개소", "협정 발효", False),
    ("의정서 체결 즉시 사업 착수", "의정서 체결", False),
    ("북측의 상응 조치를 전제로 지원 재개", "북측의 상응 조치", False),
    ("사태가 진정되고 안전이 확인되면 공관을 다시 연다.", "안전이 확인", False),
    ("조사단 파견에 합의할 경우 경비 지원", "조사단 파견에 합의", False),
    ("필요시 추가 지원", None, False),
    ("여건을 보아가며 사무소 개설 추진", None, False),
    ("The plan will be adopted at the next summit.", "the next summit", True),
    (
        "The two sides will sign at their upcoming ministerial meeting in Noori.",
        "their upcoming ministerial meeting in Noori",
        True,
    ),
    ("On the occasion of the Gaon summit, they will launch a fund.", "the Gaon summit", False),
    ("Once the treaty enters into force, an office will be opened.", "the treaty enters into force", False),
    ("The aid will resume subject to the approval of parliament.", "the approval of parliament", False),
    ("If talks resume, the Government will provide food.", "talks resume", False),
    (
        "An office will be opened after the conclusion of the agreement.",
        "the conclusion of the agreement",
        False,
    ),
    ("The partners will send experts as appropriate.", None, False),
]
RECURRING = [
    ("매년 고위급 대화 개최", Term(months=12)),
    ("국장급 협의 연례화", Term(months=12)),
    ("분기별 점검회의 개최", Term(months=3)),
    ("연 2회 실무회의 개최", Term(months=6)),
    ("2년마다 총회 개최", Term(months=24)),
    ("매 3년 보고서 발간", Term(months=36)),
    ("격년으로 공동 훈련 실시", Term(months=24)),
    ("장관회의 정례화 추진", None),
    ("정례적으로 협의한다.", None),
    ("hold a table-top exercise each year", Term(months=12)),
    ("The dialogue will be held annually.", Term(months=12)),
    ("a biennial forum will be held", Term(months=24)),
    ("The officials will meet twice a year.", Term(months=6)),
    ("They will consult regularly.", None),
]
NONE = [
    "기업 교류의 계기로 활용",
    "신뢰 회복의 계기 마련",
    "지난 정상회의 계기 채택된 선언을 토대로 협력",
    "서울시 및 부산시와 협력",
    "즉시 대응체계 강화",
    "제12차 연례 안보 협의 준비",
    "2030년까지 확대",
    "제6차 회의 개최",
    "the 12th annual conference will be attended",
    "measures based upon the agreement will be strengthened",
    "The Government will strengthen ties.",
]


def found(stored: Stored, line: Any, text: str, **more: Any) -> Any:
    document = stored("plan", "2019-03", line("commitment", text, **more)).document
    (statement,) = document.statements
    each = deadlines(statement, written="2019-03", text=document.text)
    assert all(document.text[slice(*one.span)] == one.words for one in each)
    return each


@pytest.mark.parametrize(("text", "event", "interval"), RELATIVE)
def test_relative(stored: Stored, line: Any, text: str, event: str | None, interval: Term | None) -> None:
    (one,) = found(stored, line, text)
    assert (one.kind, one.interval, one.event and one.event.words) == ("relative", interval, event)
    assert one.date is None


@pytest.mark.parametrize(("text", "event", "following"), CONDITIONAL)
def test_conditional(stored: Stored, line: Any, text: str, event: str | None, *, following: bool) -> None:
    (one,) = found(stored, line, text)
    assert (one.kind, one.event and one.event.words) == ("conditional", event)
    assert (one.event.next if one.event else False) is following


@pytest.mark.parametrize(("text", "every"), RECURRING)
def test_recurring(stored: Stored, line: Any, text: str, every: Term | None) -> None:
    (one,) = found(stored, line, text)
    assert (one.kind, one.every) == ("recurring", every)


@pytest.mark.parametrize("text", NONE)
def test_none_of_them(stored: Stored, line: Any, text: str) -> None:
    assert found(stored, line, text) == ()


def test_a_day_is_fixed(stored: Stored, line: Any) -> None:
    (one,) = found(stored, line, "2022년까지 확대", times=[("2022년까지", None, "2022-12-31", "due")])
    assert (one.kind, one.date, one.words) == ("fixed", "2022-12-31", "2022년까지")


def test_a_term_from_an_event_has_no_day_even_where_one_was_reckoned(stored: Stored, line: Any) -> None:
    times = [("6개월 이내", None, "2019-09-01", "due")]
    (one,) = found(stored, line, "협정 발효 후 6개월 이내 회의 개최", times=times)
    assert (one.kind, one.date) == ("relative", None)


def test_a_term_from_the_promise_keeps_the_day_that_was_reckoned(stored: Stored, line: Any) -> None:
    (one,) = found(stored, line, "6개월 이내 완료", times=[("6개월 이내", None, "2019-09-01", "due")])
    assert (one.kind, one.date) == ("relative", "2019-09-01")


def test_the_parties_of_the_event_are_those_in_its_words(stored: Stored, line: Any) -> None:
    document = stored("plan", "2019-03", line("commitment", "차기 정상회의 계기 서명")).document
    (one,) = deadlines(document.statements[0], written="2019-03")
    assert one.event is not None
    assert (one.event.groups, one.event.object, one.event.parties) == (("hold",), "정상회의", ())


def test_a_heading_lends_what_the_statement_does_not_word(stored: Stored, line: Any) -> None:
    heading, item = stored(
        "plan",
        "2019-03",
        line("commitment", "비핵화 진전 시 협력 추진", role="heading"),
        line("commitment", "매년 공동 조사 실시", under=1),
    ).document.statements
    own, above = deadlines(item, (heading,), written="2019-03")
    assert (own.kind, own.inherited, above.kind, above.inherited) == ("recurring", False, "conditional", True)
    assert above.span[0] >= heading.span[0]
    assert above.span[1] <= heading.span[1]


@given(st.text(alphabet="가나 다시계기후년월0123456789이내매년차정상회의면()없at the next.,", max_size=200))
def test_any_text_gives_spans_of_its_own(text: str) -> None:
    for phrase in [*korean_deadlines(text), *english_deadlines(text)]:
        assert 0 <= phrase.span[0] < phrase.span[1] <= len(text)


@pytest.mark.parametrize(
    "unit", ["시 ", "(", "at the next ", "매", "1년 ", "차기 ", "계기 ", "within 3 days of "]
)
def test_a_hostile_text_takes_no_time(unit: str) -> None:
    korean_deadlines(unit * 100_000)
    english_deadlines(unit * 100_000)
