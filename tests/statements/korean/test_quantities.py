"""Quantities of Korean statements: money, counts, units, cells of tables, and look-alikes."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yaksok.reference.tables import rows
from yaksok.statements.context import StatementContext
from yaksok.statements.korean.quantities import find_quantities
from yaksok.statements.korean.times import find_times

PLAN = StatementContext(document_date=date(2025, 1, 17), date_precision="day", genre="work_plan")


def read(text: str, *trail: str) -> list[str]:
    setting = StatementContext(PLAN.document_date, "day", genre="work_plan", trail=trail)
    found = find_quantities(text, find_times(text, setting), context=setting)
    return [f"{mention.text}|{mention.value}|{mention.unit}" for mention in found]


def table(*cases: tuple[str, str]) -> pytest.MarkDecorator:
    """Rows of a text and what it must give, mentions parted by `; `."""
    params = [
        pytest.param(text, [part for part in want.split("; ") if part], id=text) for text, want in cases
    ]
    return pytest.mark.parametrize(("text", "want"), params)


@table(
    ("투자 규모는 250억불 이상", "250억불|25000000000|USD"),
    ("2억불 신규 공여", "2억불|200000000|USD"),
    ("3억 5천만 달러 지원", "3억 5천만 달러|350000000|USD"),
    ("2억 5,000만불 지원", "2억 5,000만불|250000000|USD"),
    ("1조 2,300억 원 편성", "1조 2,300억 원|1230000000000|KRW"),
    ("1조 2,300억원 편성", "1조 2,300억원|1230000000000|KRW"),
    ("약 3.4조원 절감", "3.4조원|3400000000000|KRW"),
    ("1.2조원 규모", "1.2조원|1200000000000|KRW"),
    ("생산 43조원, 부가가치 18조원", "43조원|43000000000000|KRW; 18조원|18000000000000|KRW"),
    ("백신에 5백만불 지원", "5백만불|5000000|USD"),
    ("3천만불 공여", "3천만불|30000000|USD"),
    ("1,200만 달러 공여", "1,200만 달러|12000000|USD"),
    ("200만 미불 공여", "200만 미불|2000000|USD"),
    ("200만 미달러 공여", "200만 미달러|2000000|USD"),
    ("300만 유로 지원", "300만 유로|3000000|EUR"),
    ("500억 엔 차관", "500억 엔|50000000000|JPY"),
    ("100억 위안 규모", "100억 위안|10000000000|CNY"),
    ("2천만 파운드 규모", "2천만 파운드|20000000|GBP"),
    ("$2.5억 지원", "$2.5억|250000000|USD"),
    ("US$ 300만 지원", "US$ 300만|3000000|USD"),
    ("€3억 지원", "€3억|300000000|EUR"),
    ("¥500억 지원", "¥500억|50000000000|JPY"),
    ("₩1,000만 지원", "₩1,000만|10000000|KRW"),
    ("A$200만 지원", "A$200만|2000000|AUD"),
    ("USD 300만 지원", "USD 300만|3000000|USD"),
    ("USD300만 지원", "USD300만|3000000|USD"),
    ("300만 USD 지원", "300만 USD|3000000|USD"),
    ("500만 호주달러 기여", "500만 호주달러|5000000|AUD"),
    ("500만 캐나다 달러 기여", "500만 캐나다 달러|5000000|CAD"),
    ("10억 루블 규모", "10억 루블|1000000000|RUB"),
    ("3천억 원 조성", "3천억 원|300000000000|KRW"),
    ("수수료 5만 3천원", "5만 3천원|53000|KRW"),
    ("수수료 53,000원 면제", "53,000원|53000|KRW"),
    ("1억여 원 지원", "1억여 원|100000000|KRW"),
    ("10~20억 달러 투자", "10|1000000000|USD; 20억 달러|2000000000|USD"),
    ("$300 million 지원", "$300 million|300000000|USD"),
    ("1천억 달러 시대", "1천억 달러|100000000000|USD"),
    ("6,322억불 수출", "6,322억불|632200000000|USD"),
    ("1인당 3만 달러", "3만 달러|30000|USD"),
)
def test_money(text: str, want: list[str]) -> None:
    assert read(text) == want


@table(
    ("10명의 참가자", "10명|10|person"),
    ("74,000여명이 면제", "74,000여명|74000|person"),
    ("100여 명 참석", "100여 명|100|person"),
    ("약 40명 참석", "40명|40|person"),
    ("약40명 참석", "40명|40|person"),
    ("50만명 고용", "50만명|500000|person"),
    ("1만 2천명 파견", "1만 2천명|12000|person"),
    ("100만명 달성", "100만명|1000000|person"),
    ("'10만 인재 양성' 가동", "10만 인재|100000|person"),
    ("750만 재외동포와 소통", "750만 재외동포|7500000|person"),
    ("3인 위원회", "3인|3|person"),
    ("백신 100만명분 공여", "100만명분|1000000|person"),
    ("정상 14회, 외교장관 12회 회담", "14회|14|count; 12회|12|count"),
    ("200회 이상의 회의", "200회|200|count"),
    ("3차례의 정상회담", "3차례|3|count"),
    ("3차례 회담", "3차례|3|count"),
    ("2번의 회담", "2번|2|count"),
    ("120건 처리", "120건|120|count"),
    ("5건의 협정 서명", "5건|5|count"),
    ("12개 과제", "12개|12|count"),
    ("9개국에 동참", "9개국|9|count"),
    ("20여 개국 참석", "20여 개국|20|count"),
    ("30여개 기업", "30여개|30|count"),
    ("중앙아 5개국", "5개국|5|count"),
    ("주변 4국과의 협력", "4국|4|count"),
    ("3국 협력 복원", "3국|3|count"),
    ("3국간 협력", "3국|3|count"),
    ("3자 간 대화", "3자|3|count"),
    ("6자회담 재개", "6자|6|count"),
    ("유엔 3대 기구", "3대|3|count"),
    ("3대기구 진출", "3대|3|count"),
    ("8대 중점과제", "8대|8|count"),
    ("30대 기업", "30대|30|count"),
    ("차량 5대 지원", "5대|5|count"),
    ("9개 다리 행동계획", "9개|9|count"),
    ("49개 공관 64개 사업", "49개|49|count; 64개|64|count"),
    ("재외공관 184개소", "184개소|184|count"),
    ("한글학교 50개교", "50개교|50|count"),
    ("참가 기업 30개사", "30개사|30|count"),
    ("참가 기업 30개 사", "30개|30|count"),
    ("12곳 설치", "12곳|12|count"),
    ("선박 3척 인도", "3척|3|count"),
    ("원전 4기 수출", "4기|4|count"),
    ("나무 5,000그루 식재", "5,000그루|5000|count"),
    ("항공 12편 증편", "12편|12|count"),
    ("신용 2등급 상승", "2등급|2|count"),
    ("338개 품목", "338개|338|count"),
    ("12과제 추진", "12과제|12|count"),
    ("7가지 제안", "7가지|7|count"),
    ("5개 분야", "5개|5|count"),
    ("주 24회 운항", "24회|24|count"),
    ("책자 500부 배포", "500부|500|count"),
    ("도서 300권 기증", "300권|300|count"),
    ("4개 팀 파견", "4개|4|count"),
    ("유물 12점 반환", "12점|12|count"),
    ("20개기관 참여", "20개|20|count"),
    ("총3회 개최", "3회|3|count"),
    ("각 2명 파견", "2명|2|person"),
    ("위성 3기 발사", "3기|3|count"),
)
def test_counts(text: str, want: list[str]) -> None:
    assert read(text) == want


@table(
    ("31% 증가", "31%|31|percent"),
    ("31 % 증가", "31 %|31|percent"),
    ("0.7퍼센트 증가", "0.7퍼센트|0.7|percent"),
    ("△7.5% 감소", "△7.5%|-7.5|percent"),
    ("(-7.5%) 감소", "-7.5%|-7.5|percent"),
    ("2.1%p 상승", "2.1%p|2.1|percentage_point"),
    ("2.1%포인트 상승", "2.1%포인트|2.1|percentage_point"),
    ("0.5퍼센트포인트 하락", "0.5퍼센트포인트|0.5|percentage_point"),
    ("2배 이상 확대", "2배|2|times"),
    ("1.7배로 확대", "1.7배|1.7|times"),
    ("1.5도로 제한", "1.5도|1.5|celsius"),
    ("1.5℃ 상승", "1.5℃|1.5|celsius"),
    ("3년 연속 참석", "3년|3|year"),
    ("5년에 걸쳐 지원", "5년|5|year"),
    ("4년 반만에 개최", "4년 반|4.5|year"),
    ("6년 반만의 방일", "6년 반|6.5|year"),
    ("2년 반도체 협력", "2년|2|year"),
    ("20년간 지속", "20년|20|year"),
    ("30년 만의 방문", "30년|30|year"),
    ("5개년 계획", "5개년|5|year"),
    ("6개월 연장", "6개월|6|month"),
    ("3주간 운영", "3주|3|week"),
    ("2주 격리", "2주|2|week"),
    ("24시간 365일 대응", "24시간|24|hour; 365일|365|day"),
    ("15일간 체류", "15일|15|day"),
    ("90일 무비자 체류", "90일|90|day"),
    ("30분간 통화", "30분|30|minute"),
    ("석유 100일분 비축", "100일분|100|day"),
    ("2년마다 개최", "2년|2|year"),
    ("18세 이상 참가", "18세|18|year"),
    ("85.2점 획득", "85.2점|85.2|point"),
    ("쌀 5만톤 지원", "5만톤|50000|tonne"),
    ("쌀 5만 톤 지원", "5만 톤|50000|tonne"),
    ("의약품 20t 지원", "20t|20|tonne"),
    ("300km 구간", "300km|300|kilometre"),
    ("300㎞ 구간", "300㎞|300|kilometre"),
    ("면적 1,200㎡ 확보", "1,200㎡|1200|square_metre"),
    ("산림 300헥타르 조성", "300헥타르|300|hectare"),
    ("산림 300ha 조성", "300ha|300|hectare"),
    ("1,400MW 원전", "1,400MW|1400|megawatt"),
    ("5.6GW 규모", "5.6GW|5.6|gigawatt"),
    ("120TWh 생산", "120TWh|120|terawatt_hour"),
    ("500kg 지원", "500kg|500|kilogram"),
    ("30만 배럴 도입", "30만 배럴|300000|barrel"),
    ("취임 2년 6개월", "2년|2|year; 6개월|6|month"),
    ("K2 전차 180대, FA-50 48대", "180대|180|count; 48대|48|count"),
    ("155mm 포탄 30만발", "155mm|155|millimetre; 30만발|300000|count"),
    ("18~34세 청년", "18|18|year; 34세|34|year"),
    ("+5.2% 증가", "5.2%|5.2|percent"),
    ("미화 300만 달러", "미화 300만 달러|3000000|USD"),
    ("예산 12,345백만원", "12,345백만원|12345000000|KRW"),
    ("1,234천명 방문", "1,234천명|1234000|person"),
    ("발효 후 30일 이내에 통보한다", "30일|30|day"),
    ("50bp 인하", "50bp|50|basis_point"),
)
def test_measures(text: str, want: list[str]) -> None:
    assert read(text) == want


@table(
    ("(목표) 120건 → (실적) 134건, 111.7%", "120건|120|count; 134건|134|count; 111.7%|111.7|percent"),
    ("42일분 → ('31년) 100일분 확보", "42일분|42|day; 100일분|100|day"),
    ("4,800→5,200명 확대", "4,800|4800|person; 5,200명|5200|person"),
    ("30~50개 기업", "30|30|count; 50개|50|count"),
    ("일자리 12만 개에서 15만 개", "12만 개|120000|count; 15만 개|150000|count"),
)
def test_paths_and_ranges(text: str, want: list[str]) -> None:
    assert read(text) == want


@pytest.mark.parametrize(
    ("text", "trail", "want"),
    [
        ("수출액(억 달러) 6,322", (), ["6,322|632200000000|USD"]),
        (
            "수출액(억 달러) 6,322 6,838 8.2%",
            (),
            ["6,322|632200000000|USD", "6,838|683800000000|USD", "8.2%|8.2|percent"],
        ),
        ("아세안 1,902", ("〈 교역 현황 〉", "(단위: 억 달러)"), ["1,902|190200000000|USD"]),
        ("아세안 1,902", ("〈 교역 현황 (단위 : 백만불) 〉",), ["1,902|1902000000|USD"]),
        ("유럽 35", ("구분 파견 인원(명)",), ["35|35|person"]),
        ("유럽 35 12.5", ("지역 건수(건) 비중(%)",), ["35|35|count", "12.5|12.5|percent"]),
        ("증가율(%) △3.2", (), ["△3.2|-3.2|percent"]),
        ("유럽 1,200", ("(단위: 천 명)",), ["1,200|1200000|person"]),
        ("만족도 4.5", ("지표 목표 실적",), []),
        ("유럽 35", (), []),
        ("유럽 35명", ("(단위: 억 달러)",), ["35명|35|person"]),
        ("제3차 회의", ("(단위: 억 달러)",), []),
        ("2023년 1,902", ("(단위: 억 달러)",), ["1,902|190200000000|USD"]),
    ],
)
def test_cells_take_the_unit_of_their_head(text: str, trail: tuple[str, ...], want: list[str]) -> None:
    assert read(text, *trail) == want


@pytest.mark.parametrize(
    "text",
    [
        "2+2 회의", "G20 정상회의", "5G·6G 네트워크", "3P 중심", "남·북·러 3각협력", "혁신 2기 추진", "트럼프 2기 행정부", "철강 232조",
        "제9차 회의", "제3국 협력", "60주년 기념", "3.1운동 100주년", "수교 30주년", "2차 회담", "한 단계 도약", "세계 3위", "임상 3상",
        "3050 전략", "수백 명 참석", "수십 개국", "두 곳 설치", "사흘간", "세 나라", "향후 5년간 지원", "2025년 개최", "3월 5일 개최",
        "4.4.(목) 개최", "코로나19 대응", "COP26 참석", "V4 협의체", "22대 국회", "19대 대통령", "20대 청년", "10시 30분 개최", "북위 38도선",
        "180도 변화", "서해 5도 주민", "동포 3세 지원", "제5조 이행", "3장 참조", "02-2100-8451", "1.2.3 버전", "취임 100일",
        "1인당 소득", "3불 정책", "2030 세대", "1/4 수준", "21세기 과제", "2025 회의", "상위 10위", "3단계 협상", "5급 공채", "1위 달성",
        "90년대 수교", "2 국민에 기여하는 외교", "1 대국민 서비스", "3 랜드마크", "85 평가", "2 엔진", "20~30대 청년층", "5대양 6대주", "9·11 테러", "2030년까지 달성", "5·18 기념", "3/4분기 점검", "10:00~11:30", "F-35 도입", "지난 3년간", "1호 사업", "3번째 방문",
    ],
)  # fmt: skip
def test_what_is_no_quantity(text: str) -> None:
    assert read(text) == []


@table(
    ("인구 1만명당 의사는 6명", "1만명|10000|person; 6명|6|person"),
    ("10만 건당 3건", "10만 건|100000|count; 3건|3|count"),
    ("1인당 소득과 1건당 처리 시간", ""),
    ("방한복 8천 벌을 전달", "8천 벌|8000|count"),
    ("쌀 2만 톤의 지원을 1만 5천 톤에서 늘렸다", "2만 톤|20000|tonne; 1만 5천 톤|15000|tonne"),
    ("원조 2백만불씩을 나누어 낸다", "2백만불|2000000|USD"),
    ("최대 6기의 건설을 검토", "6기|6|count"),
    ("앞으로 2년에 걸쳐 해마다 지원한다", "2년|2|year"),
    ("급수시설 개선(2023-2027/650만불)", "650만불|6500000|USD"),
    ("3 벌이 사업", ""),
    ("3천6백만 달러와 1억 4천2백만 원", "3천6백만 달러|36000000|USD; 1억 4천2백만 원|142000000|KRW"),
    ("7백50만 명과 2천5백 명", "7백50만 명|7500000|person; 2천5백 명|2500|person"),
    ("정수시설 2기를 지었다", "2기|2|count"),
)
def test_rates_large_counts_and_projects(text: str, want: list[str]) -> None:
    assert read(text) == want


def test_same_quantity_is_listed_once() -> None:
    assert read("3국 협력 제도화 및 3국 협력의 범위 확대") == ["3국|3|count"]
    assert read("23년 대비 확대하고 23년 대비 개선") == []


@pytest.mark.parametrize("name", ["korean_counters", "currencies", "korean_units"])
def test_every_row_has_a_source_and_stands_once(name: str) -> None:
    table_rows = rows(name)
    assert all(row["word"] and row["source"] for row in table_rows)
    keys = [(row["word"], row.get("position"), row.get("spacing") == "scaled") for row in table_rows]
    assert len(keys) == len(set(keys))


PIECES = st.sampled_from(
    ["3", "1,200", "2.5", "억", "만", "천", "조", " ", "달러", "불", "원", "명", "개", "국", "여", "반", "년", "%", "△", "-", "~", "→",
     "$", "US$", "제", "(", ")", "억 달러", "단위:", "수출액(억 달러)", "배", "도", "기", "일", "분"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=60))
@settings(max_examples=400, deadline=None)
def test_any_text_gives_sound_mentions(text: str) -> None:
    times = find_times(text, PLAN)
    last = 0
    for mention in find_quantities(text, times, context=StatementContext(trail=("(단위: 억 달러)",))):
        start, end = mention.span
        assert last <= start < end <= len(text)
        assert text[start:end] == mention.text
        assert mention.unit
        assert all(end <= time.span[0] or start >= time.span[1] for time in times)
        last = end


@pytest.mark.parametrize("unit", ["1", "1,", "1.", "3억 ", "$", "3~", "(", "3명", "12 ", "1,000"])
def test_hostile_lines_take_linear_time(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    begin = time.perf_counter()
    find_quantities(text, (), context=StatementContext(trail=("(단위: 억 달러)",)))
    assert time.perf_counter() - begin < 8
