"""Roles of times in Korean statements, and the year that a genre or section gives them."""

from __future__ import annotations

from datetime import date

import pytest

from yaksok.records.mentions import TimeMention
from yaksok.statements.context import StatementContext
from yaksok.statements.korean.times import find_times

DAY = date(2025, 1, 17)
PLAN = StatementContext(document_date=DAY, date_precision="day", genre="work_plan")


def context(act: str = "commitment", day: str = "2025-01-17", **more: object) -> StatementContext:
    return StatementContext(
        **{
            "document_date": date.fromisoformat(day),
            "date_precision": "day",
            "act": act,
            "genre": "work_plan",
            **more,
        }  # type: ignore[arg-type]
    )


def short(mention: TimeMention) -> str:
    """`text|start..end|role`, with whole months and years in short."""
    start, end = mention.start or "", mention.end or ""
    return f"{mention.text}|{start}..{end}|{mention.role}"


def read(text: str, setting: StatementContext = PLAN) -> list[str]:
    return [short(mention) for mention in find_times(text, setting)]


def table(*rows: tuple[str, str]) -> pytest.MarkDecorator:
    """Rows of a text and what it must give, mentions parted by `; `."""
    cases = [pytest.param(text, [part for part in want.split("; ") if part], id=text) for text, want in rows]
    return pytest.mark.parametrize(("text", "want"), cases)


@table(
    ("23년 대비 31% 증가", "23년|2023-01-01..2023-12-31|reference"),
    ("2017년 대비 확대", "2017년|2017-01-01..2017-12-31|reference"),
    ("2017년의 1.7배 확대", "2017년|2017-01-01..2017-12-31|reference"),
    ("2018년 수준으로 회복", "2018년|2018-01-01..2018-12-31|reference"),
    ("2018년보다 확대", "2018년|2018-01-01..2018-12-31|reference"),
    ("2018년에 비해 확대", "2018년|2018-01-01..2018-12-31|reference"),
    ("2024.12월 기준 발급", "2024.12월|2024-12-01..2024-12-31|reference"),
    ("2024년 12월 현재 발급", "2024년 12월|2024-12-01..2024-12-31|reference"),
    ("전년 대비 감소", "전년|2024-01-01..2024-12-31|reference"),
    ("전년 동기 대비 감소", "전년|2024-01-01..2024-12-31|reference"),
    (
        "2024년 3분기 수출은 전년 동기 대비 감소",
        "2024년 3분기|2024-07-01..2024-09-30|occurred; 전년|2023-07-01..2023-09-30|reference",
    ),
    ("2026년 수교 50주년 준비위원회 발족", "2026년|2026-01-01..2026-12-31|reference"),
    ("2025년 국교정상화 60주년 사업", "2025년|2025-01-01..2025-12-31|reference"),
    ("상향된 2030 NDC 이행", "2030|2030-01-01..2030-12-31|reference"),
    ("2035년 NDC 수립", "2035년|2035-01-01..2035-12-31|reference"),
    ("2030 국가 온실가스 감축목표(NDC) 이행", "2030|2030-01-01..2030-12-31|reference"),
    ("2030 부산세계박람회 유치위원회 신설", "2030|2030-01-01..2030-12-31|reference"),
    ("2030 세계박람회 유치 및 성공적 개최", "2030|2030-01-01..2030-12-31|planned"),
    ("2025년 APEC 정상회의 개최", "2025년|2025-01-01..2025-12-31|planned"),
    ("2025 APEC 정상회의 개최를 통해", "2025|2025-01-01..2025-12-31|planned"),
    ("비전 2030 이행", "2030|2030-01-01..2030-12-31|reference"),
)
def test_compared_and_named_years(text: str, want: list[str]) -> None:
    assert read(text) == want


@table(
    ("2025년 믹타 의장국 수임", "2025년|2025-01-01..2025-12-31|period"),
    ("올해 아세안 의장국인 라오스", "올해|2025-01-01..2025-12-31|period"),
    ("2025년 주요업무 추진계획", "2025년|2025-01-01..2025-12-31|period"),
    ("2025년도 예산 편성", "2025년도|2025-01-01..2025-12-31|period"),
    ("2025년 역점 추진과제", "2025년|2025-01-01..2025-12-31|period"),
    ("협정 발효(25년 상반기 예상)", "25년 상반기|2025-01-01..2025-06-30|planned"),
    ("법률(27.1월 시행 예정)", "27.1월|2027-01-01..2027-01-31|planned"),
    ("96년 사무실 임대목적으로 준공", "96년|1996-01-01..1996-12-31|occurred"),
    ("2018년 출범한 이니셔티브", "2018년|2018-01-01..2018-12-31|occurred"),
    ("청사 환수(2026년)", "2026년|2026-01-01..2026-12-31|planned"),
)
def test_roles_by_words(text: str, want: list[str]) -> None:
    assert read(text) == want


RESULT = context("result", "2019-03-13", section_year=None)


@table(
    (
        "3차례 정상회담(5.22, 9.24, 11.30)",
        "5.22|2018-05-22..2018-05-22|occurred; 9.24|2018-09-24..2018-09-24|occurred; 11.30|2018-11-30..2018-11-30|occurred",
    ),
    (
        "총리 방한(2.9) 및 대통령 방일(5.9)",
        "2.9|2018-02-09..2018-02-09|occurred; 5.9|2018-05-09..2018-05-09|occurred",
    ),
    ("국빈 방문(6.21-24)", "6.21-24|2018-06-21..2018-06-24|occurred"),
    ("법률 제정(19.1월 공포)", "19.1월|2019-01-01..2019-01-31|occurred"),
    ("외교장관회담(2.11) 개최", "2.11|2019-02-11..2019-02-11|occurred"),
    ("협의체 출범(18.11월)", "18.11월|2018-11-01..2018-11-30|occurred"),
    ("정상회의(19.11월) 개최 합의", "19.11월|2019-11-01..2019-11-30|planned"),
    ("올해 3월 출범", "올해 3월|2019-03-01..2019-03-31|occurred"),
)
def test_results_lie_behind(text: str, want: list[str]) -> None:
    assert read(text, RESULT) == want


@table(
    ("1월 중 개최할 예정", "1월|2026-01-01..2026-01-31|planned"),
    ("11월 개최", "11월|2025-11-01..2025-11-30|occurred"),
)
def test_year_turns_in_december(text: str, want: list[str]) -> None:
    assert read(text, context("commitment", "2025-12-22")) == want


def test_section_year_serves_dates_without_one() -> None:
    setting = context("result", "2020-01-20", section_year=2019)
    assert read("하반기 협의(9월) 개최", setting) == [
        "하반기|2019-07-01..2019-12-31|occurred",
        "9월|2019-09-01..2019-09-30|occurred",
    ]
    assert read("전년 대비 증가", setting) == ["전년|2018-01-01..2018-12-31|reference"]
    assert read("올해 추진", setting) == ["올해|2020-01-01..2020-12-31|occurred"]


PRESS = context("result", "2024-04-04", genre="press_release")


@table(
    ("「한-아세안 대화」가 4.4.(목) 개최되었다.", "4.4.(목)|2024-04-04..2024-04-04|occurred"),
    ("장관은 3일 오후 전화 통화를 가졌다.", "3일 오후|2024-04-03..2024-04-03|occurred"),
    ("장관은 3일(수) 전화 통화를 가졌다.", "3일(수)|2024-04-03..2024-04-03|occurred"),
    ("외교부는 3일 회의를 개최했다.", "3일|2024-04-03..2024-04-03|occurred"),
    ("외교부는 10일 이내 처리했다.", ""),
    ("오늘(4.4.) 서울에서 열렸다.", "오늘|2024-04-04..2024-04-04|occurred"),
    (
        "(2021년 : 갑국, 2022년 : 을국, 2023: 병국이 수립)",
        "2021년|2021-01-01..2021-12-31|occurred; 2022년|2022-01-01..2022-12-31|occurred; 2023|2023-01-01..2023-12-31|occurred",
    ),
    ("지난 3월 개최된 회의", "지난 3월|2024-03-01..2024-03-31|occurred"),
)
def test_press_release(text: str, want: list[str]) -> None:
    assert read(text, PRESS) == want


def test_press_release_commitment() -> None:
    setting = context("commitment", "2024-04-04", genre="press_release")
    assert read("참석자들은 4.5.(금) 오전 면담을 가질 예정이다.", setting) == [
        "4.5.(금) 오전|2024-04-05..2024-04-05|planned"
    ]
    assert read("외교장관회의(7월) 및 정상회의(10월)에서 협력해 나가기로 하였다.", setting) == [
        "7월|2024-07-01..2024-07-31|planned",
        "10월|2024-10-01..2024-10-31|planned",
    ]


@pytest.mark.parametrize(
    ("role", "act", "text", "want"),
    [
        ("title", "none", "2025년 주요업무 추진계획", ["2025년|2025-01-01..2025-12-31|period"]),
        ("heading", "none", "2025년 추진 여건", ["2025년|2025-01-01..2025-12-31|period"]),
        ("heading", "commitment", "2025년, 이렇게 달라집니다", ["2025년|2025-01-01..2025-12-31|period"]),
        (
            "heading",
            "none",
            "구분 '23 '25",
            ["'23|2023-01-01..2023-12-31|occurred", "'25|2025-01-01..2025-12-31|planned"],
        ),
        ("title", "none", "한-아세안 대화 개최(1.17.)", ["1.17.|2025-01-17..2025-01-17|occurred"]),
        (
            "heading",
            "none",
            "구분 2023년 2025년",
            ["2023년|2023-01-01..2023-12-31|occurred", "2025년|2025-01-01..2025-12-31|planned"],
        ),
    ],
)
def test_titles_and_headings(role: str, act: str, text: str, want: list[str]) -> None:
    assert read(text, context(act, role=role)) == want


REVIEW = context("result", "2025-01-31", genre="evaluation")


@table(
    ("’24.1.1.~12.31. 기간 중 처리", "’24.1.1.~12.31.|2024-01-01..2024-12-31|period"),
    ("'22~'24년 평균 실적", "'22~'24년|2022-01-01..2024-12-31|period"),
    ("(’22) 120건 → (’23) 134건", "’22|2022-01-01..2022-12-31|occurred; ’23|2023-01-01..2023-12-31|occurred"),
    ("’24년 1~10월 누계", "’24년 1~10월|2024-01-01..2024-10-31|occurred"),
    ("'24.1~6월 방문", "'24.1~6월|2024-01-01..2024-06-30|occurred"),
    ("2023.9 ~ 2024.2 추진", "2023.9 ~ 2024.2|2023-09-01..2024-02-29|occurred"),
    ("2022. 5월~현재 파견", "2022. 5월~|2022-05-01..|period"),
    ("3·6월 회의 개최", "3|2024-03-01..2024-03-31|occurred; 6월|2024-06-01..2024-06-30|occurred"),
    ("4월 4일과 5일 개최", "4월 4일과 5일|2024-04-04..2024-04-05|occurred"),
    ("2021·2022년 실적", "2021|2021-01-01..2021-12-31|occurred; 2022년|2022-01-01..2022-12-31|occurred"),
    (
        "2024.4월, 7월, 10월 개최",
        "2024.4월|2024-04-01..2024-04-30|occurred; 7월|2024-07-01..2024-07-31|occurred; 10월|2024-10-01..2024-10-31|occurred",
    ),
    (
        "상반기 3회, 하반기 5회",
        "상반기|2024-01-01..2024-06-30|occurred; 하반기|2024-07-01..2024-12-31|occurred",
    ),
    (
        "2023 2024 2025(목표)",
        "2023|2023-01-01..2023-12-31|occurred; 2024|2024-01-01..2024-12-31|occurred; 2025|2025-01-01..2025-12-31|due",
    ),
    ("예산 6.5조원('24년 6.3조원 대비 증가)", "'24년|2024-01-01..2024-12-31|reference"),
    ("수립('24.하) 완료", "'24.하|2024-07-01..2024-12-31|occurred"),
    ("2018→2023년 증가", "2018|2018-01-01..2018-12-31|occurred; 2023년|2023-01-01..2023-12-31|occurred"),
    (
        "올해 상반기 수출은 작년 동기 대비 증가",
        "올해 상반기|2025-01-01..2025-06-30|occurred; 작년|2024-01-01..2024-06-30|reference",
    ),
    ("수교 35주년을 맞은 올해 행사", "올해|2025-01-01..2025-12-31|reference"),
    ("2024년(1~9월) 교역", "2024년|2024-01-01..2024-12-31|occurred; 1~9월|2024-01-01..2024-09-30|occurred"),
    ("2주간(3.4~17) 개최", "3.4~17|2024-03-04..2024-03-17|occurred"),
    ("3.4(월)부터 5일간 개최", "3.4(월)부터 5일간|2024-03-04..2024-03-08|occurred"),
    ("2024년 상/하반기 개최", "2024년 상/하반기|2024-01-01..2024-12-31|occurred"),
    ("2024 주요 성과", "2024|2024-01-01..2024-12-31|occurred"),
    ("24.1.1.-25.12.31. 임기", "24.1.1.-25.12.31.|2024-01-01..2025-12-31|period"),
    ("제79차 유엔총회(9.24-30, 뉴욕)", "9.24-30|2024-09-24..2024-09-30|occurred"),
    (
        "수출은 2024년 3분기 증가, 전년 동기 대비 개선",
        "2024년 3분기|2024-07-01..2024-09-30|occurred; 전년|2023-07-01..2023-09-30|reference",
    ),
)
def test_evaluations(text: str, want: list[str]) -> None:
    assert read(text, REVIEW) == want


@table(
    ("양측은 2025년 중 제2차 회의를 개최하기로 합의하였다.", "2025년|2025-01-01..2025-12-31|planned"),
    ("2024년 5월 개최된 정상회의의 합의를 이행한다.", "2024년 5월|2024-05-01..2024-05-31|occurred"),
    ("2030년 이전에 감축하기로 하였다.", "2030년 이전|..2030-12-31|due"),
    ("2027년 10월 5일 이전까지 협의한다.", "2027년 10월 5일 이전까지|..2027-10-05|due"),
    ("내년 1월 1일부터 발효된다.", "내년 1월 1일부터|2026-01-01..|planned"),
    ("2025년 10월 말~11월 초 개최될 회의", "2025년 10월 말~11월 초|2025-10-21..2025-11-10|planned"),
    (
        "오는 10월 31일부터 11월 1일까지 개최한다.",
        "오는 10월 31일부터 11월 1일까지|2025-10-31..2025-11-01|planned",
    ),
    ("2025년부터 2029년까지 5년간 투입한다.", "2025년부터 2029년까지|2025-01-01..2029-12-31|period"),
    ("3일 이내 발급한다.", ""),
    ("90일 이내 개시한다.", "90일 이내|..2025-05-01|due"),
    ("2035년경까지 완료한다.", "2035년경까지|..2035-12-31|due"),
    ("2040년대까지 이행한다.", "2040년대까지|..2049-12-31|due"),
    (
        "2025년에는 2024년보다 확대한다.",
        "2025년|2025-01-01..2025-12-31|planned; 2024년|2024-01-01..2024-12-31|reference",
    ),
    ("2025년 보다 적극적으로 협력한다.", "2025년|2025-01-01..2025-12-31|planned"),
    ("2025년 안보리 이사국 선거에 입후보한다.", "2025년|2025-01-01..2025-12-31|planned"),
    ("2025년 제3차 기본계획을 수립한다.", "2025년|2025-01-01..2025-12-31|planned"),
    ("(2024년 12월 3일) 발표된 공동성명을 이행한다.", "2024년 12월 3일|2024-12-03..2024-12-03|occurred"),
)
def test_promises(text: str, want: list[str]) -> None:
    assert read(text, context("commitment", "2025-01-31", genre="joint_statement")) == want


@table(
    (
        "2023년 교역액은 전년 대비 감소",
        "2023년|2023-01-01..2023-12-31|occurred; 전년|2022-01-01..2022-12-31|reference",
    ),
    ("2025년 성장률 전망", "2025년|2025-01-01..2025-12-31|planned"),
    ("2020년 1월 1일부터 적용되고 있다", "2020년 1월 1일부터|2020-01-01..|period"),
    ("올해 들어 개선", "올해|2025-01-01..2025-12-31|occurred"),
    ("분담률(2022-2024, 9위)", "2022-2024|2022-01-01..2024-12-31|period"),
    ("1991년 9월 17일 유엔에 가입", "1991년 9월 17일|1991-09-17..1991-09-17|occurred"),
)
def test_context(text: str, want: list[str]) -> None:
    assert read(text, context("context", "2025-01-31", genre="fact_sheet")) == want


def test_press_dates_of_days() -> None:
    setting = context("result", "2024-11-20", genre="press_release")
    assert read("외교부와 공단은 20~21일 서울에서 포럼을 열었다.", setting) == [
        "20~21일|2024-11-20..2024-11-21|occurred"
    ]
    assert read("포럼이 11.12-13 서울에서 열렸다.", setting) == ["11.12-13|2024-11-12..2024-11-13|occurred"]
    assert read("외교부는 18일부터 20일까지 방문하였다.", setting) == [
        "18일부터 20일까지|2024-11-18..2024-11-20|occurred"
    ]


@table(
    ("2026년 준공을 목표로 도서관을 짓는다.", "2026년|2026-01-01..2026-12-31|due"),
    ("2027년 상반기 개통을 목표로 공사를 서두른다.", "2027년 상반기|2027-01-01..2027-06-30|due"),
    (
        "양국 교역을 2024년 40억 달러에서 2030년 90억 달러로 늘리기로 하였다.",
        "2024년|2024-01-01..2024-12-31|reference; 2030년|2030-01-01..2030-12-31|due",
    ),
    ("여성 비율을 2029년 30%까지 높인다.", "2029년|2029-01-01..2029-12-31|due"),
    (
        "배출량을 2035년까지 절반으로 낮추고, 2050년에는 완전히 없앤다.",
        "2035년까지|..2035-12-31|due; 2050년|2050-01-01..2050-12-31|due",
    ),
    (
        "협정을 2026년까지 맺고, 2028년에는 공동조사에 나선다.",
        "2026년까지|..2026-12-31|due; 2028년|2028-01-01..2028-12-31|planned",
    ),
    (
        "인력은 작년 초 20명에서 이달 31명으로 늘었으며, 연말까지 40명을 채운다.",
        (
            "작년 초|2024-01-01..2024-04-30|reference; 이달|2025-01-01..2025-01-31|occurred; "
            "연말까지|..2025-12-31|due"
        ),
    ),
)
def test_targets_and_paths(text: str, want: list[str]) -> None:
    assert read(text) == want


@table(
    (
        "문맹률이 2015년 31%에서 2024년 12%로 낮아졌다.",
        "2015년|2015-01-01..2015-12-31|reference; 2024년|2024-01-01..2024-12-31|occurred",
    ),
    ("관광객은 2019년의 88% 수준이다.", "2019년|2019-01-01..2019-12-31|reference"),
    (
        "올해는 오래 미루어졌던 두 나라의 국방장관 회의가 4년 만에 열린 해이다.",
        "올해|2025-01-01..2025-12-31|occurred",
    ),
    ("올해 상반기 남미공동시장 의장국인 아르헨티나", "올해 상반기|2025-01-01..2025-06-30|period"),
    ("장기계획인 ‘비전 2045’를 뒷받침한다.", "2045|2045-01-01..2045-12-31|reference"),
    ("우리측의 2032 세계대회 유치 노력을 지지하였다.", "2032|2032-01-01..2032-12-31|reference"),
)
def test_described_years(text: str, want: list[str]) -> None:
    assert read(text, context("context")) == want


@table(
    ("예산은 작년(4,100억원)보다 늘었다.", "작년|2024-01-01..2024-12-31|reference"),
    ("‘2024 국제청년포럼’을 인천에서 열었다.", "2024|2024-01-01..2024-12-31|occurred"),
    (
        "장관은 1.15.(수)~1.18.(토) 페루를 방문하고 있으며, 어제 회담하였다.",
        "1.15.(수)~1.18.(토)|2025-01-15..2025-01-18|period; 어제|2025-01-16..2025-01-16|occurred",
    ),
)
def test_reported_times(text: str, want: list[str]) -> None:
    assert read(text, context("result")) == want


def test_an_evaluation_tells_of_the_past() -> None:
    setting = context("context", "2025-01-31", genre="evaluation", section_year=2024)
    assert read("서면 심사(’25.1월)를 거침", setting) == ["’25.1월|2025-01-01..2025-01-31|occurred"]
    assert read("만족도가 전년보다 오름", setting) == ["전년|2023-01-01..2023-12-31|reference"]
    ahead = context("commitment", "2025-01-31", genre="evaluation", section_year=2024)
    assert read("상반기 안에 개선안 마련", ahead) == ["상반기 안|2025-01-01..2025-06-30|due"]


def test_headings_and_titles() -> None:
    heading = context("result", role="heading", genre="work_plan")
    assert read("2025년 성과와 평가", heading) == ["2025년|2025-01-01..2025-12-31|period"]
    title = context("none", "2024-12-05", role="title", genre="press_release")
    assert read("「2024 극지의 날」 개최, 협력 확대", title) == ["2024|2024-01-01..2024-12-31|occurred"]


def test_an_event_held_before_its_name() -> None:
    text = "다음 달 인천에서 열리는 「2025 한-카리브 정상회의」에서 구상을 내놓을 예정이다."
    assert read(text)[-1] == "2025|2025-01-01..2025-12-31|planned"


def test_a_limit_of_an_expected_effect() -> None:
    setting = context("effect", genre="speech")
    assert read("사업이 끝나면 3년 안에 어민 2만 명이 혜택을 누릴 것이다.", setting) == [
        "3년 안에|..2028-01-17|due"
    ]
