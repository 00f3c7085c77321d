"""Proper names in Korean statements, by phenomenon; sentences of our own."""

from __future__ import annotations

import json
import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yaksok.records.mentions import PartyMention
from yaksok.statements.context import StatementContext
from yaksok.statements.korean.name_heads import heads
from yaksok.statements.korean.name_titles import title_by_spelling
from yaksok.statements.korean.names import find_names

GOLD = Path(__file__).parents[2] / "gold" / "korean_names.jsonl"
NAME_TYPES = {"agreement", "initiative", "body", "event", "system", "law", "document"}


def parties(text: str, **ids: str) -> list[PartyMention]:
    """Party mentions at the first place of each word: `parties(text, USA="미국")`."""
    found = [
        PartyMention(word, (text.index(word), text.index(word) + len(word)), party)
        for party, word in ids.items()
    ]
    return sorted(found, key=lambda mention: mention.span)


def names(text: str, **ids: str) -> list[str]:
    return [mention.text for mention in find_names(text, parties(text, **ids))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("「한-페루 국방협력 기본약정」에 서명하였다", ["한-페루 국방협력 기본약정"]),
        ("‘태평양 도서국 기후 이니셔티브’를 제안하였다", ["태평양 도서국 기후 이니셔티브"]),
        ("[ 수출통제 대응 로드맵 ] 수립", ["수출통제 대응 로드맵"]),
        ("'에너지안보위(委)' 설치", ["에너지안보위(委)"]),
        ("'평화를 짓는 여성들' 국제회의를 열었다", ["'평화를 짓는 여성들' 국제회의"]),
        ("‘더 가까운 이웃’을 위한 노력", []),
        ("‘결정적 순간’을 놓치지 않도록 대비", []),
        ("'24.5월 회담과 '25.3월 회담의 결과를 비교", []),
    ],
)
def test_quoted_words_are_names_when_they_are_titles(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("제11차 한-칠레 고위급정책협의회를 열었다", ["제11차 한-칠레 고위급정책협의회"]),
        (
            "제3차 인공지능의 안전한 이용에 관한 국제회의 참석",
            ["제3차 인공지능의 안전한 이용에 관한 국제회의"],
        ),
        ("2027년 서울 세계청년대회 이전 개최될 2026년 G20 정상회의 준비", ["2026년 G20 정상회의"]),
        ("1차 한·러 정상회담에서 확인", ["1차 한·러 정상회담"]),
        ("상향된 2035 국가 온실가스 감축목표(NDC)를 제출", ["2035 국가 온실가스 감축목표(NDC)"]),
        ("제13차 방위비분담특별협정(SMA) 협상 준비", ["제13차 방위비분담특별협정(SMA)"]),
        ("제7차 한-우즈베키스탄 FTA 협상 개최", ["제7차 한-우즈베키스탄 FTA 협상"]),
        ("COP30 계기 면담", ["COP30"]),
        ("안보리 결의 1540호 이행", ["안보리 결의 1540호"]),
    ],
)
def test_ordinal_year_and_acronym_belong_to_the_title(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "고위급 회의와 실무그룹을 통해 협의",
        "한·중 정상회담 개최",
        "외교장관 회담에서 논의",
        "합동 TF 구성",
        "각종 협의체에 적극 참여",
        "관련 법령 정비",
        "100주년 기념사업 추진",
        "전략대화를 정례화",
        "미·북 대화 재개 지원",
        "양국 간 동반자 관계를 넓히기로 하였다",
        "효과적인 방법과 해법 모색",
        "굳건한 한미동맹",
        "교류 프로그램과 시범사업 확대",
        "온·오프라인 플랫폼 활용",
        "사회보장협정 및 항공협정 체결 확대",
    ],
)
def test_generic_kinds_are_no_names(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("G20 정상회의·재무장관회의 참석", ["G20 정상회의"]),
        ("EU 정상회의 및 외교장관회의 초청", ["EU 정상회의"]),
        ("국립외교원-외교사료관 연결", ["국립외교원", "외교사료관"]),
        ("우리 최초의 지역 전략인 인도·태평양 전략 발표", ["인도·태평양 전략"]),
        ("5일 오후 대한상공회의소를 방문", ["대한상공회의소"]),
        ("고위급 한일 청년 교류 협의체(YEC)를 발족", ["한일 청년 교류 협의체(YEC)"]),
    ],
)
def test_a_title_starts_where_its_own_words_start(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("한-모로코 경제포럼 참여국과 협력", "body"),
        ("제4차 한-모로코 경제포럼 참석", "event"),
        ("한-케냐 원자력 고위급위원회를 개최", "event"),
        ("‘디지털 동맹’ 구축", "agreement"),
        ("한-노르웨이 해양안보 파트너십 체결", "agreement"),
        ("한-노르웨이 해양쓰레기 파트너십 이행", "initiative"),
        ("미래지향적·전략적 동반자 관계 수립", "agreement"),
        ("2026-2027 한-몽골 상호 방문의 해 선포", "initiative"),
        ("제2차 국가사이버안보 기본계획 시행", "document"),
        ("수출입 종합정보시스템 구축", "system"),
        ("해외자원개발법 개정", "law"),
        ("해양수산 인재개발센터 신설", "body"),
    ],
)
def test_types(text: str, type_: str) -> None:
    assert [mention.type for mention in find_names(text, ())] == [type_]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("‘우간다 농업기술원’을 세운다", ["우간다 농업기술원"]),
        ("‘스마트 우간다’ 전략에 따른 사업", ["스마트 우간다"]),
        ("‘젊은 과학자를 잇는 연대’를 제안", ["젊은 과학자를 잇는 연대"]),
        ("‘한-카리브 기후 연수과정’을 열었다", ["한-카리브 기후 연수과정"]),
        ("한국산림과학기술원의 자료", ["한국산림과학기술원"]),
        ("남극장보고과학기지와 공동 관측", ["남극장보고과학기지"]),
        ("북극자원협의회에 보고", ["북극자원협의회"]),
        ("청정수소 협력위원회를 설치한다", ["청정수소 협력위원회"]),
        ("제2차 도서 개발 종합기본계획(2026-2030)을 확정", ["제2차 도서 개발 종합기본계획(2026-2030)"]),
        ("제2차 도서 개발 종합기본계획(26-30)을 확정", ["제2차 도서 개발 종합기본계획"]),
        ("제4차 차관급 전략대화 개최", ["제4차 차관급 전략대화"]),
        ("MWC 2026에 전시관을 운영", ["MWC 2026"]),
        ("K-새싹 프로젝트에 참여", ["K-새싹 프로젝트"]),
        ("글로벌 R&D 특별위원회", ["글로벌 R&D 특별위원회"]),
        ("세계 물류 서밋을 연다", ["세계 물류 서밋"]),
        ("재외동포청 신설을 추진", ["재외동포청"]),
        ("‘기후 라운드’에 참여", ["기후 라운드"]),
        ("제80차 세계보건총회에 참석", ["제80차 세계보건총회"]),
        ("제3차 어촌 개발 기본계획", ["제3차 어촌 개발 기본계획"]),
        ("수산물이용법 개정", ["수산물이용법"]),
        ("사업을 다듬고 힘을 모아 해양자원위원회를 연다", ["해양자원위원회"]),
    ],
)
def test_institutes_schemes_and_sessions(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "데이터센터의 부지를 제공",
        "도시 북부 응급의료센터 개축",
        "부산에서 열릴 정상회의에 참석",
        "여수에서 세계박람회를 열어",
        "재외동포청 자체평가 결과",
        "국회 국방위원회 업무보고",
        "지원을 늘리고 청년 창업보육센터 4개소 신설",
        "K-콘텐츠 사업 확대",
        "14개 창업보육센터를 지원",
        "축산협력사업(ODA)의 예산",
        "새로운 사용법 안내",
    ],
)
def test_kinds_and_agencies_are_no_names(text: str) -> None:
    assert names(text) == []


def test_an_acronym_that_is_a_party_is_no_name() -> None:
    assert names("아시아교류신뢰구축회의(CICA)에서 협력", CICA="아시아교류신뢰구축회의") == []


def test_founded_groups_take_their_whole_title() -> None:
    text = "문화유산 훼손 및 불법 거래 민관 워킹그룹을 발족한다"
    assert names(text) == ["문화유산 훼손 및 불법 거래 민관 워킹그룹"]


def test_a_party_is_not_repeated_as_a_name() -> None:
    text = "태평양도서국포럼(PIF) 사무총장과 면담하고 PIF 정상회의 참석을 협의"
    assert names(text, PIF="태평양도서국포럼") == ["PIF 정상회의"]
    assert names("제80차 유엔총회 참석", UNGA="유엔총회") == ["제80차 유엔총회"]
    assert names("유엔총회 참석", UNGA="유엔총회") == []


def test_an_entity_is_listed_once() -> None:
    text = "한-아세안 연대구상(KASI)의 성과를 점검하고 KASI와 한·아세안 연대구상의 후속 사업을 논의"
    assert names(text) == ["한-아세안 연대구상(KASI)"]


def test_page_furniture_has_no_names() -> None:
    assert find_names("국립외교원 바로가기", (), context=StatementContext(role="meta")) == ()


def load_gold(*, held_out: bool) -> list[tuple[str, set[str]]]:
    lines = map(json.loads, GOLD.read_text(encoding="utf-8").splitlines())
    return [
        (line["text"], {name["text"] for name in line["names"]})
        for line in lines
        if line["held_out"] is held_out
    ]


@pytest.mark.parametrize(("held_out", "floor"), [(False, 0.95), (True, 0.80)])
def test_gold_sentences(*, held_out: bool, floor: float) -> None:
    hits = found = wanted = 0
    for text, want in load_gold(held_out=held_out):
        got = set(names(text))
        hits, found, wanted = hits + len(got & want), found + len(got), wanted + len(want)
    assert 2 * hits / (found + wanted) >= floor


def test_reference_tables_are_sound() -> None:
    assert {head.type for head in heads().values()} <= NAME_TYPES
    assert {title.type for title in title_by_spelling().values()} <= NAME_TYPES
    assert all(len(noun) > 1 and " " not in noun for noun in heads())
    assert len(title_by_spelling()) > 900


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="한미-아세안 회의「」‘’'제2차(AB)·포럼법을및", max_size=80))
def test_spans_give_back_the_text_and_do_not_overlap(text: str) -> None:
    mentions = find_names(text, ())
    assert all(text[slice(*mention.span)] == mention.text and mention.text for mention in mentions)
    assert all(left.span[1] <= right.span[0] for left, right in pairwise(mentions))


@pytest.mark.parametrize(
    "unit", ["정상회의·", "한미 포럼 ", "가", "'", "(A", "제2차 ", "개최법", "「", "회의"]
)
def test_cost_grows_linearly_on_hostile_text(unit: str) -> None:
    text = unit * (40_000 // len(unit))
    find_names(text[:200], ())
    start = time.process_time()
    find_names(text, ())
    # Quadratic work on this length takes minutes.
    assert time.process_time() - start < 3


def test_words_of_a_name_are_never_only_punctuation() -> None:
    for text, _ in load_gold(held_out=False):
        assert all(re.search(r"\w", name) for name in names(text))
