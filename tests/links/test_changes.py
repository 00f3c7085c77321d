"""What a later wording changes: own sentences in the style of plans and joint statements, by phenomenon."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, get_args

import pytest

from yaksok.links.change_words import ChangeWord
from yaksok.links.changes import changes
from yaksok.records.chain import Change
from yaksok.records.mentions import PartyMention
from yaksok.records.promise import Strength
from yaksok.records.statement import Statement
from yaksok.reference.tables import rows

Said = Callable[..., Statement]


@pytest.fixture
def said(line: Any) -> Said:
    """A promise: its text, and mentions written as "words=value" separated by blanks around "|"."""

    def make(text: str, *, times: str = "", amounts: str = "", parties: str = "") -> Statement:
        found = [each.split("=") for each in times.split("|") if each]
        measured = [each.split("=") for each in amounts.split("|") if each]
        named = [each.split("=") for each in parties.split("|") if each]
        made: Statement = line(
            "commitment",
            text,
            times=[
                (words, *_interval(value), "due" if value.startswith("by ") else "planned")
                for words, value in found
            ],
            amounts=[(words, float(value.split()[0]), value.split()[1]) for words, value in measured],
        ).statement(1, 100, {})
        mentions = []
        for words, party in named:
            start = 100 + text.index(words)
            mentions.append(PartyMention(words, (start, start + len(words)), party))
        return replace(made, parties=tuple(mentions))

    return make


def _interval(value: str) -> tuple[str | None, str | None]:
    if value.startswith("by "):
        return None, value[3:]
    start, _, end = value.partition("..")
    return start or None, end or None


def kinds(found: tuple[Change, ...]) -> list[str]:
    return [change.kind for change in found]


Y20, Y21 = "2020-01-01..2020-12-31", "2021-01-01..2021-12-31"

TIMES = [
    # The same deed, done once, put off or brought forward.
    ("postponed", "누리 협정 2020년 체결", f"2020년={Y20}", "누리 협정 2021년 체결", f"2021년={Y21}"),
    ("brought_forward", "누리 협정 2021년 체결", f"2021년={Y21}", "누리 협정 2020년 체결", f"2020년={Y20}"),
    ("postponed", "누리 포털 2020년까지 구축", "2020년까지=by 2020-12-31", "누리 포털 2022년까지 구축", "2022년까지=by 2022-12-31"),
    ("brought_forward", "누리 포털 2022년까지 구축", "2022년까지=by 2022-12-31", "누리 포털 2021년 상반기까지 구축", "2021년 상반기까지=by 2021-06-30"),
    ("postponed", "누리 대사관 6월 개설", "6월=2020-06-01..2020-06-30", "누리 대사관 하반기 개설", "하반기=2020-07-01..2020-12-31"),
    ("postponed", "제4차 누리 정상회의 2020년 개최", f"2020년={Y20}", "제4차 누리 정상회의 2021년 개최", f"2021년={Y21}"),
    ("postponed", "최초의 누리 정상회의 2020년 개최", f"2020년={Y20}", "최초의 누리 정상회의 2021년 개최", f"2021년={Y21}"),
    ("postponed", "최초의 누리 정상회의 2020년 개최", f"2020년={Y20}", "제1차 누리 정상회의 2021년 개최", f"2021년={Y21}"),
    ("postponed", "누리 협력 포럼 2020년 개최", f"2020년={Y20}", "연기된 누리 협력 포럼 2021년 개최", f"2021년={Y21}"),
    ("postponed", "누리 협력 포럼 4월 개최", "4월=2020-04-01..2020-04-30", "누리 협력 포럼 10월 개최", "10월=2020-10-01..2020-10-31"),
    ("postponed", "누리 총리 3월 방한 추진", "3월=2020-03-01..2020-03-31", "누리 총리 9월 방한 추진", "9월=2020-09-01..2020-09-30"),
    ("postponed", "establish the tidal centre by 2020", "by 2020=by 2020-12-31", "establish the tidal centre by 2023", "by 2023=by 2023-12-31"),
    ("brought_forward", "conclude the tidal agreement by 2023", "by 2023=by 2023-12-31", "conclude the tidal agreement by mid-2021", "by mid-2021=by 2021-06-30"),
    ("postponed", "hold the first tidal summit in May", "in May=2020-05-01..2020-05-31", "hold the first tidal summit in October", "in October=2020-10-01..2020-10-31"),
    # No change: said more exactly, the next one of a series, another deed, yearly work.
    ("", "누리 협정 2020년 체결", f"2020년={Y20}", "누리 협정 2020년 체결", f"2020년={Y20}"),
    ("", "누리 협정 2020년 체결", f"2020년={Y20}", "누리 협정 10월 체결", "10월=2020-10-01..2020-10-31"),
    ("", "누리 협정 10월 체결", "10월=2020-10-01..2020-10-31", "누리 협정 2020년 체결", f"2020년={Y20}"),
    ("", "누리 협정 연내 체결", "연내=by 2020-12-31", "누리 협정 6월 체결", "6월=2020-06-01..2020-06-30"),
    ("", "누리 협력 포럼 2020년 개최", f"2020년={Y20}", "누리 협력 포럼 2021년 개최", f"2021년={Y21}"),
    ("", "제4차 누리 정상회의 2020년 개최", f"2020년={Y20}", "제5차 누리 정상회의 2021년 개최", f"2021년={Y21}"),
    ("", "매년 누리 협정 점검표 2020년 체결", f"2020년={Y20}", "매년 누리 협정 점검표 2021년 체결", f"2021년={Y21}"),
    ("", "누리 청년 교류 사업 2020년 지속 지원", f"2020년={Y20}", "누리 청년 교류 사업 2021년 지속 지원", f"2021년={Y21}"),
    ("", "누리 협정 2020년 체결", f"2020년={Y20}", "누리 협정 2021년 발효", f"2021년={Y21}"),
    ("", "누리 협정 2020년 체결", f"2020년={Y20}", "누리 협정 체결", ""),
    ("", "hold the annual tidal forum in 2020", f"in 2020={Y20}", "hold the annual tidal forum in 2021", f"in 2021={Y21}"),
    ("", "hold the tidal forum in 2020", f"in 2020={Y20}", "hold the tidal forum in 2021", f"in 2021={Y21}"),
    ("", "conclude the tidal agreement by 2020", "by 2020=by 2020-12-31", "conclude the tidal agreement in June", "in June=2020-06-01..2020-06-30"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "before", "times", "after", "later_times"), TIMES)
def test_times(said: Said, kind: str, before: str, times: str, after: str, later_times: str) -> None:  # noqa: PLR0917
    found = changes(said(before, times=times), said(after, times=later_times))
    assert kinds(found) == ([kind] if kind else [])
    if found:
        assert (found[0].before, found[0].after) == (times.partition("=")[0], later_times.partition("=")[0])
        assert found[0].before_span is not None


def test_an_amount_by_another_year_is_another_target_and_no_delay(said: Said) -> None:
    one = said("2020년까지 교역 300억불 달성", times="2020년까지=by 2020-12-31", amounts="300억불=3e10 USD")
    other = said("2025년까지 교역 500억불 달성", times="2025년까지=by 2025-12-31", amounts="500억불=5e10 USD")
    same = said("2025년까지 교역 300억불 달성", times="2025년까지=by 2025-12-31", amounts="300억불=3e10 USD")
    assert kinds(changes(one, other)) == []
    assert kinds(changes(one, same)) == ["postponed"]


AMOUNTS = [
    # The same measure of the same year, or of an undertaking with a name; or raised "from ... to".
    (True, "누리 항만 정비에 3천만불 지원", "3천만불=3e7 USD", "누리 항만 정비에 5천만불 지원", "5천만불=5e7 USD"),
    (True, "누리 항만 정비에 5천만불 지원", "5천만불=5e7 USD", "누리 항만 정비에 3천만불 지원", "3천만불=3e7 USD"),
    (True, "누리 기금에 3천만불 출연", "3천만불=3e7 USD", "누리 기금 출연을 3천만불에서 5천만불로 증액", "3천만불=3e7 USD|5천만불=5e7 USD"),
    (True, "매년 누리 연수생 100명 초청", "100명=100 person", "매년 누리 연수생 200명 초청", "200명=200 person"),
    (True, "누리 초청 연수생 100명 선발", "100명=100 person", "누리 초청 연수생 선발을 200명으로 상향", "200명=200 person"),
    (True, "provide 30 million dollars for the tidal port", "30 million dollars=3e7 USD", "provide 50 million dollars for the tidal port", "50 million dollars=5e7 USD"),
    (True, "contribute 3 million dollars to the tidal fund", "3 million dollars=3e6 USD", "raise the tidal fund contribution from 3 million dollars to 5 million dollars", "3 million dollars=3e6 USD|5 million dollars=5e6 USD"),
    # No change: same value, other units, other measures, yearly figures, budgets, comparisons, durations.
    (False, "누리 항만 정비에 3천만불 지원", "3천만불=3e7 USD", "누리 항만 정비에 3천만불 지원", "3천만불=3e7 USD"),
    (False, "누리 항만 정비에 3천만불 지원", "3천만불=3e7 USD", "누리 항만 정비에 400억원 지원", "400억원=4e10 KRW"),
    (False, "누리 항만 정비에 3천만불 지원", "3천만불=3e7 USD", "가온 철도 부설에 5천만불 지원", "5천만불=5e7 USD"),
    (False, "누리 연수생 100명 초청", "100명=100 person", "누리 연수생 120명 초청", "120명=120 person"),
    (False, "누리 공관 3개소 신설", "3개소=3 count", "누리 공관 2개소 신설", "2개소=2 count"),
    (False, "누리 협력 예산 300억원 편성", "300억원=3e10 KRW", "누리 협력 예산 350억원 편성", "350억원=3.5e10 KRW"),
    (False, "누리 협력 규모 확대(전년 대비 10%)", "10%=10 percent", "누리 협력 규모 확대(전년 대비 15%)", "15%=15 percent"),
    (False, "누리 협력 규모 10% 증가", "10%=10 percent", "누리 협력 규모 15% 증가", "15%=15 percent"),
    (False, "누리 사업 3년간 추진", "3년=3 year", "누리 사업 5년간 추진", "5년=5 year"),
    (False, "매년 누리 사업에 100만불 지원", "100만불=1e6 USD", "누리 사업에 총 500만불 지원", "500만불=5e6 USD"),
    (False, "invite 100 tidal trainees", "100=100 person", "invite 120 tidal trainees", "120=120 person"),
    (False, "budget of 3 million dollars for the tidal port", "3 million dollars=3e6 USD", "budget of 4 million dollars for the tidal port", "4 million dollars=4e6 USD"),
]  # fmt: skip


@pytest.mark.parametrize(("changed", "before", "amounts", "after", "later_amounts"), AMOUNTS)
def test_amounts(  # noqa: PLR0917 - one argument for each column of the table
    said: Said, changed: object, before: str, amounts: str, after: str, later_amounts: str
) -> None:
    found = changes(said(before, amounts=amounts), said(after, amounts=later_amounts))
    assert kinds(found) == (["amount_changed"] if changed else [])
    if found:
        last = later_amounts.rsplit("|", maxsplit=1)[-1]
        assert (found[0].before, found[0].after) == (amounts.partition("=")[0], last.partition("=")[0])


def test_of_two_targets_each_is_compared_with_that_of_its_year(said: Said) -> None:
    times = "2020년까지=by 2020-12-31|2030년까지=by 2030-12-31"
    one = said(
        "누리 비율을 2020년까지 0.2%, 2030년까지 0.3%로 확대",
        times=times,
        amounts="0.2%=0.2 percent|0.3%=0.3 percent",
    )
    other = said("누리 비율을 2020년까지 0.2%, 2030년까지 0.4%로 확대", times=times, amounts="0.2%=0.2 percent|0.4%=0.4 percent")  # fmt: skip
    found = changes(one, other)
    assert [(change.before, change.after) for change in found] == [("0.3%", "0.4%")]


REACH = [
    ("narrowed", "갯벌 보전 협의체를 중국, 일본과 구성", "중국=CHN|일본=JPN", "갯벌 보전 협의체를 일본과 구성", "일본=JPN"),
    ("widened", "갯벌 보전 협의체를 일본과 구성", "일본=JPN", "갯벌 보전 협의체를 중국, 일본과 구성", "중국=CHN|일본=JPN"),
    ("narrowed", "아세안 갯벌 보전 사업 실시", "아세안=ASEAN", "베트남 갯벌 보전 사업 실시", "베트남=VNM"),
    ("widened", "베트남 갯벌 보전 사업 실시", "베트남=VNM", "아세안 갯벌 보전 사업 실시", "아세안=ASEAN"),
    ("widened", "갯벌 안내문 시범 도입", "", "갯벌 안내문 전면 도입", ""),
    ("narrowed", "갯벌 안내문 전면 도입", "", "갯벌 안내문 일부 도입", ""),
    ("widened", "갯벌 안내 체계 시범 도입", "", "갯벌 안내 체계 도입", ""),
    ("narrowed", "갯벌 안내 체계 도입", "", "갯벌 안내 체계 시범 도입", ""),
    ("narrowed", "갯벌 보전, 해양 관측, 어선 안전 협력", "", "갯벌 보전, 해양 관측 협력", ""),
    ("widened", "introduce a pilot tidal notice system", "", "introduce a nationwide tidal notice system", ""),
    ("narrowed", "introduce the tidal notice system nationwide", "", "introduce a pilot tidal notice system", ""),
    ("widened", "hold tidal talks with Japan", "Japan=JPN", "hold tidal talks with Japan and China", "Japan=JPN|China=CHN"),
    # No change.
    ("", "갯벌 안내문 8월 일부터 도입", "", "갯벌 안내문 도입", ""),
    ("", "갯벌 안내문 시범 도입", "", "갯벌 안내문 시범 도입", ""),
    ("", "중국과 갯벌 보전 협력", "중국=CHN", "일본과 갯벌 보전 협력", "일본=JPN"),
    ("", "중국, 일본과 갯벌 보전 협력", "중국=CHN|일본=JPN", "중국 등과 갯벌 보전 협력", "중국=CHN"),
    ("", "아세안과 갯벌 보전 협력", "아세안=ASEAN", "아세안 및 베트남과 갯벌 보전 협력", "아세안=ASEAN|베트남=VNM"),
    ("", "중국과 갯벌 보전 협력", "중국=CHN", "중국과 일본 방문 계기 갯벌 보전 협력", "중국=CHN|일본=JPN"),
    ("", "갯벌 보전 협력", "", "중국과 갯벌 보전 협력", "중국=CHN"),
    ("", "갯벌 안내문 시범 도입", "", "등대 박물관 전면 보수", ""),
    ("", "hold tidal talks with partners such as Japan", "Japan=JPN", "hold tidal talks with partners such as Japan and China", "Japan=JPN|China=CHN"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "before", "parties", "after", "later_parties"), REACH)
def test_reach(said: Said, kind: str, before: str, parties: str, after: str, later_parties: str) -> None:  # noqa: PLR0917
    found = changes(said(before, parties=parties), said(after, parties=later_parties))
    assert kinds(found) == ([kind] if kind else [])
    assert all(change.before and change.after for change in found)


def test_a_party_of_the_heading_is_no_new_one(said: Said) -> None:
    heading = said("중국, 일본", parties="중국=CHN|일본=JPN")
    one = said("일본과 갯벌 보전 협의체 구성", parties="일본=JPN")
    other = said("중국, 일본과 갯벌 보전 협의체 구성", parties="중국=CHN|일본=JPN")
    assert kinds(changes(one, other)) == ["widened"]
    assert changes(one, other, above_earlier=[heading]) == ()


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("갯벌 민원 체계(구 갯벌 알림망)의 이름을 알림", "새 이름", None),
        ("갯벌 알림망 구축", "갯벌 민원 체계(구 갯벌 알림망) 구축", ("갯벌 알림망", "갯벌 민원 체계")),
        ("run the Tidal Notice Net", "run the Tidal Portal (formerly Tidal Notice Net)", ("Tidal Notice Net", "run the Tidal Portal")),
        ("신남방정책 이행", "한-아세안 연대구상 이행", ("신남방정책", "한-아세안 연대구상")),
        ("한-아세안 상생연대 구축", "한-아세안 연대구상 추진", ("한-아세안 상생연대", "한-아세안 연대구상")),
        ("한-아세안 연대구상 추진", "KASI 추진", None),
        ("한-아세안 연대구상 추진", "한·아세안 연대구상 추진", None),
        ("갯벌 알림망 구축", "갯벌 알림망 구축", None),
    ],
)  # fmt: skip
def test_names(said: Said, before: str, after: str, words: tuple[str, str] | None) -> None:
    found = changes(said(before), said(after))
    assert [(c.before, c.after) for c in found if c.kind == "renamed"] == ([words] if words else [])


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("갯벌 지도 제작(주관: 해양수산부)", "갯벌 지도 제작(주관: 환경부)", ("해양수산부", "환경부")),
        ("해양수산부 주관 갯벌 지도 제작", "환경부 주관 갯벌 지도 제작", ("해양수산부", "환경부")),
        ("Tidal map (lead ministry: Ministry of Oceans)", "Tidal map (lead ministry: Ministry of Environment)", ("Ministry of Oceans", "Ministry of Environment")),
        ("갯벌 지도 제작(주관: 환경부)", "갯벌 지도 제작(주관: 환경부)", None),
        ("갯벌 지도 제작", "갯벌 지도 제작(주관: 환경부)", None),
        ("해양수산부와 갯벌 지도 제작", "환경부와 갯벌 지도 제작", None),
    ],
)  # fmt: skip
def test_responsible_bodies(said: Said, before: str, after: str, words: tuple[str, str] | None) -> None:
    found = changes(said(before), said(after))
    assert [(c.before, c.after) for c in found] == ([words] if words else [])
    assert {c.kind for c in found} <= {"handed_over"}


def test_a_body_takes_over_what_named_none(said: Said) -> None:
    found = changes(said("갯벌 지도 제작"), said("갯벌 지도 제작을 환경부로 이관"))
    assert [(c.kind, c.after) for c in found] == [("handed_over", "환경부")]


def test_wording_is_compared_by_what_the_caller_reads(said: Said) -> None:
    def wording(text: str) -> Strength | None:
        for level, word in (("consider", "검토"), ("deed", "체결")):
            if word in text:
                start = text.index(word)
                return Strength(level, word, (start, start + len(word)))  # type: ignore[arg-type]
        return None

    firm, weak = said("갯벌 협정 체결"), said("갯벌 협정 검토")
    assert [(c.kind, c.before, c.after) for c in changes(firm, weak, wording=wording)] == [
        ("weakened", "체결", "검토")
    ]
    assert kinds(changes(weak, firm, wording=wording)) == ["strengthened"]
    assert changes(firm, weak) == ()
    assert changes(firm, said("갯벌 협정 협의"), wording=wording) == ()


def test_spans_stand_in_the_document(said: Said) -> None:
    (found,) = changes(said("갯벌 안내문 시범 도입"), said("갯벌 안내문 전면 도입"))
    assert (found.before_span, found.after_span) == ((107, 109), (107, 109))


def test_long_hostile_text_takes_no_long_time(said: Said) -> None:
    text = "가, 나 및 다(주관: " * 4000
    assert isinstance(changes(said(text), said(text + "라")), tuple)


def test_every_group_of_words_is_used() -> None:
    assert {row["group"] for row in rows("change_words")} == set(get_args(ChangeWord))
