"""Figures that are to be reached, and those that are not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.fulfilment.targets import targets
from yaksok.records.promise import NumericTarget
from yaksok.records.statement import Act, Statement
from yaksok.statements.context import StatementContext
from yaksok.statements.language import rules_of

WRITTEN = "2019-03-04"
CONTEXT = StatementContext(document_date=date(2019, 3, 4), date_precision="day", home="KOR")


def read(text: str, act: Act = "commitment") -> Statement:
    rules = rules_of("ko" if any("가" <= letter <= "힣" for letter in text) else "en")
    times = rules.find_times(text, CONTEXT)
    return Statement(
        n=1,
        span=(0, len(text)),
        extent=(0, len(text)),
        role="item",
        act=act,
        marker="-",
        text=text,
        trail=(),
        parent=None,
        parties=rules.find_parties(text),
        times=times,
        quantities=rules.find_quantities(text, times, context=CONTEXT),
    )


def told(target: NumericTarget) -> tuple[Any, ...]:
    return (target.indicator.words, target.value, target.unit, target.comparison, target.by, target.base_year)


TARGETS = [
    ("2020년까지 교역량 300억불 달성", ("교역량", 30_000_000_000, "USD", "at_least", "2020-12-31", None)),
    (
        "양국은 2025년까지 교역액을 200억불로 확대한다.",
        ("교역액", 20_000_000_000, "USD", "at_least", "2025-12-31", None),
    ),
    ("교역 500억불 시대 개막(2024년까지)", ("교역", 50_000_000_000, "USD", "at_least", "2024-12-31", None)),
    (
        "국민총소득(GNI) 대비 ODA 비율을 2030년까지 0.3%로 확대",
        ("국민총소득(GNI) 대비 ODA 비율", 0.3, "percent", "at_least", "2030-12-31", None),
    ),
    (
        "2030년까지 온실가스 배출량을 2018년 대비 40% 감축",
        ("온실가스 배출량", 40, "percent", "reduction", "2030-12-31", 2018),
    ),
    ("온실가스 배출 40% 감축(2018년 대비)", ("온실가스 배출", 40, "percent", "reduction", None, 2018)),
    (
        "2030년까지 메탄 배출을 30% 줄여 나가겠다.",
        ("메탄 배출", 30, "percent", "reduction", "2030-12-31", None),
    ),
    (
        "2022년까지 방한 관광객 2,000만명 유치",
        ("방한 관광객", 20_000_000, "person", "at_least", "2022-12-31", None),
    ),
    ("연간 2,000만명의 관광객 유치 목표 달성", ("관광객", 20_000_000, "person", "at_least", None, None)),
    (
        "2025년까지 재생에너지 비중을 20% 이상으로 확대",
        ("재생에너지 비중", 20, "percent", "at_least", "2025-12-31", None),
    ),
    ("지구 평균기온 상승을 1.5도로 제한", ("지구 평균기온 상승", 1.5, "celsius", "at_most", None, None)),
    ("취업지원협의체(30개 이상으로 확대)를 운영", ("취업지원협의체", 30, "count", "at_least", None, None)),
    ("2030년까지 인적 교류를 두 배로 확대", ("인적 교류", 2, "times", "growth", "2030-12-31", None)),
    (
        "2030년까지 해양 쓰레기를 절반으로 줄인다.",
        ("해양 쓰레기", 50, "percent", "reduction", "2030-12-31", None),
    ),
    ("교역 규모 2배 확대", ("교역 규모", 2, "times", "growth", None, None)),
    ("2030년까지 유학생 수를 2배로 늘린다.", ("유학생 수", 2, "times", "growth", "2030-12-31", None)),
    ("수출을 매년 10% 증가", ("수출", 10, "percent", "growth", None, None)),
    ("여권 발급 기간을 5일로 단축", ("여권 발급 기간", 5, "day", "at_most", None, None)),
    ("사고 발생률을 3% 이하로 유지", ("사고 발생률", 3, "percent", "at_most", None, None)),
    ("해양 쓰레기를 2025년까지 50% 저감", ("해양 쓰레기", 50, "percent", "reduction", "2025-12-31", None)),
    (
        "2027년까지 디지털 인재 10만명 양성",
        ("디지털 인재", 100_000, "person", "at_least", "2027-12-31", None),
    ),
    ("수입 의존도를 50% 이하로 완화", ("수입 의존도", 50, "percent", "at_most", None, None)),
    (
        "2026년까지 원유 비축량 1억 배럴 확보",
        ("원유 비축량", 100_000_000, "barrel", "at_least", "2026-12-31", None),
    ),
    ("재외국민 투표율 70% 달성 추진", ("재외국민 투표율", 70, "percent", "at_least", None, None)),
    ("여성 관리자 비율을 25% 수준으로 제고", ("여성 관리자 비율", 25, "percent", "at_least", None, None)),
    (
        "핵심광물 재자원화율을 20%대로 높이겠습니다.",
        ("핵심광물 재자원화율", 20, "percent", "at_least", None, None),
    ),
    (
        "인도네시아와의 교역액 목표 300억불을 2022년까지 달성",
        ("인도네시아와의 교역액", 30_000_000_000, "USD", "at_least", "2022-12-31", None),
    ),
    ("방위비 분담금 증가율 2% 이내 유지", ("방위비 분담금 증가율", 2, "percent", "at_most", None, None)),
    (
        "ODA 예산을 2030년까지 6조원으로 증액",
        ("ODA 예산", 6_000_000_000_000, "KRW", "at_least", "2030-12-31", None),
    ),
    (
        "2024년까지 상호 방문객 1,000만명 돌파",
        ("상호 방문객", 10_000_000, "person", "at_least", "2024-12-31", None),
    ),
    ("raise ODA to 0.25% of GNI by 2021", ("ODA", 0.25, "percent", "at_least", "2021-12-31", None)),
    (
        "The two countries will expand bilateral trade to USD 20 billion by 2025.",
        ("bilateral trade", 20_000_000_000, "USD", "at_least", "2025-12-31", None),
    ),
    (
        "They agreed to reach a trade volume of USD 30 billion by 2022.",
        ("trade volume", 30_000_000_000, "USD", "at_least", "2022-12-31", None),
    ),
    (
        "cut emissions by 40 percent from 2018 levels by 2030",
        ("emissions", 40, "percent", "reduction", "2030-12-31", 2018),
    ),
    (
        "By 2030: a cut of at least 30 percent in methane emissions from 2020 levels",
        ("methane emissions", 30, "percent", "reduction", "2030-12-31", 2020),
    ),
    (
        "double the number of exchange students by 2030",
        ("number of exchange students", 2, "times", "growth", "2030-12-31", None),
    ),
    (
        "The Ministry aims to attract 20 million visitors by 2022.",
        ("visitors", 20_000_000, "person", "at_least", "2022-12-31", None),
    ),
    (
        "increase the share of renewable energy to 20 percent by 2030",
        ("share of renewable energy", 20, "percent", "at_least", "2030-12-31", None),
    ),
    (
        "The Government will reduce processing time to 5 days.",
        ("processing time", 5, "day", "at_most", None, None),
    ),
    ("increase exports by 10 percent", ("exports", 10, "percent", "growth", None, None)),
    ("train 1,500 welders by 2026", ("welders", 1_500, "person", "at_least", "2026-12-31", None)),
    ("halve marine litter by 2030", ("marine litter", 50, "percent", "reduction", "2030-12-31", None)),
    (
        "We will pursue the target of USD 10 billion in trade by 2024.",
        ("trade", 10_000_000_000, "USD", "at_least", "2024-12-31", None),
    ),
    ("keep the unemployment rate at 3 percent", ("unemployment rate", 3, "percent", "exactly", None, None)),
]
NEGATIVE = [
    "고위관리회의 등 200회 이상의 회의를 개최",
    "누리국에 3억불 지원",
    "2025년까지 개발도상국에 5억불 공여",
    "구호 인력 30명 파견",
    "사업비 500억원 투입",
    "예산 500억원 규모의 항만 건설 사업 추진",
    "청년 100명 초청 연수 실시",
    "30개국 대표 참석 회의 개최",
    "제6차 한-누리 포럼 개최(10월)",
    "3개년 행동계획 수립",
    "4개 분야 협력 강화",
    "공관 5개소 신설",
    "수교 30주년 기념 행사 10건 추진",
    "백신 100만 도스 제공",
    "1억불 규모 차관 협정 체결",
    "향후 5년간 연구 지속",
    "인도적 지원 확대를 위해 200만불 기여",
    "2개 협의체 운영 강화",
    "5천명 규모 봉사단 파견 확대",
    "한반도 4국 협력 확대",
    "기온 상승 1.5도 목표에 부합하는 계획을 2025년까지 수립하고 순배출 제로를 달성",
    "해외 유학생 100명과의 소통 확대",
    "The ROK will contribute 2 trillion won, an increase of 8 percent over 2018.",
    "The program will be extended to two more airports.",
    "The Government will provide USD 5 million in aid.",
    "They will hold two meetings a year.",
    "The Ministry plans to invite 100 students to Seoul.",
    "The two ministers will sign three agreements.",
    "The embassy will contribute USD 2 million to the fund by 2025.",
    "A working group of 12 experts will be launched.",
    "The partners will invest USD 1 billion in the port by 2030.",
    "They will strengthen cooperation in five areas.",
    "open a working group within 90 days",
    "The ROK will contribute 1.52 trillion won in 2026.",
]


@pytest.mark.parametrize(("text", "expected"), TARGETS)
def test_targets(text: str, expected: tuple[Any, ...]) -> None:
    (target,) = targets(read(text), (), WRITTEN)
    assert told(target) == expected
    for words in (target.indicator, target.words, target.basis):
        assert words is None or text[slice(*words.span)] == words.words


@pytest.mark.parametrize("text", NEGATIVE)
def test_no_target(text: str) -> None:
    assert targets(read(text), (), WRITTEN) == ()


@pytest.mark.parametrize("act", ["result", "context", "effect", "position", "none"])
def test_only_promises_set_targets(act: Act) -> None:
    assert targets(read("2020년까지 교역량 300억불 달성", act), (), WRITTEN) == ()


def test_a_share_is_of_something() -> None:
    (target,) = targets(read("raise ODA to 0.25% of GNI by 2021"), (), WRITTEN)
    assert target.basis is not None
    assert target.basis.words == "GNI"


def test_a_multiple_and_the_level_it_leads_to() -> None:
    found = targets(read("double joint funding for ocean research, to $90 million, by 2027"), (), WRITTEN)
    assert [(each.indicator.words, each.value, each.comparison) for each in found] == [
        ("joint funding for ocean research", 2, "growth"),
        ("joint funding for ocean research", 90_000_000, "at_least"),
    ]


def test_figures_in_a_list_share_the_verb() -> None:
    found = targets(read("2020년까지 교역량 300억불, 인적교류 100만명 달성"), (), WRITTEN)
    assert [(each.indicator.words, each.value, each.by) for each in found] == [
        ("교역량", 30_000_000_000, "2020-12-31"),
        ("인적교류", 1_000_000, "2020-12-31"),
    ]


def test_two_levels_have_each_their_day() -> None:
    text = "온실가스 배출을 2025년까지 20% 감축하고, 2030년까지 40% 감축"
    found = targets(read(text), (), WRITTEN)
    assert [(each.value, each.by) for each in found] == [(20, "2025-12-31"), (40, "2030-12-31")]


def test_what_is_measured_may_stand_in_the_heading() -> None:
    heading = read("온실가스 배출 저감")
    (target,) = targets(read("40% 감축(2018년 대비)"), (heading,), WRITTEN)
    assert (target.indicator.words, target.indicator.inherited) == ("온실가스 배출 저감", True)


def test_without_an_indicator_there_is_nothing_to_measure() -> None:
    assert targets(read("40% 감축"), (), WRITTEN) == ()


def test_the_parties_of_promise_and_headings() -> None:
    heading = read("베트남과의 협력")
    (target,) = targets(read("2020년까지 한-인도 교역량 300억불 달성"), (heading,), WRITTEN)
    assert target.parties == ("IND", "VNM")


@given(st.text(alphabet="0123456789%억불명만배 까지로달성감축확대대비년(),목표tobyraise", max_size=120))
def test_any_text_gives_spans_of_its_own(text: str) -> None:
    for target in targets(read(text), (), WRITTEN):
        assert text[slice(*target.indicator.span)] == target.indicator.words
