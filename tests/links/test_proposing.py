"""Links between documents made by hand: each relation, and pairs that must not be linked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from yaksok.ledger.reader import StoredDocument
from yaksok.links.profile import profiles
from yaksok.links.proposing import are_other_matters, propose_links
from yaksok.records.link import Link

Stored = Callable[..., StoredDocument]

# Other matters, so that words have a rarity to be weighed by.
OTHERS = (
    "청년 인턴 파견 인원 확대",
    "해적 피해 예방을 위한 선박 안내문 배포",
    "기록 보존 서고의 습도 조절 장치 교체",
    "통역 인력 풀 정비",
    "독서 동아리 지원",
    "주차장 야간 조명 개선",
)


def linked(stored: Stored, line: Any, earlier: Any, later: Any) -> list[Link]:
    fillers = [line("context", text) for text in OTHERS]
    documents = [stored("plan", "2019-03", earlier, *fillers), stored("review", "2021-01", later)]
    return [link for link in propose_links(documents) if link.source.n == 1 and link.target.doc == "review"]


@pytest.mark.parametrize(
    ("relation", "promise", "act", "later", "parties"),
    [
        ("fulfilled_by", "누리 해양 안전 협정 체결", "result", "누리 해양 안전 협정 체결(20.6월)", ["PER"]),
        ("progressed_by", "누리 해양 안전 협정 체결", "result", "누리 해양 안전 협정 체결 협상 착수", ["PER"]),
        ("contradicted_by", "누리 해양 안전 협정 체결", "result", "누리 해양 안전 협정 체결 무산", ["PER"]),
        ("restated_as", "누리 갯벌 보전 협력 강화", "commitment", "누리 갯벌 보전 협력 지속 강화", ["PER"]),
        ("continued_as", "신남방정책 이행으로 아세안 협력 확대", "commitment", "한-아세안 연대구상 이행으로 아세안 협력 확대", ["ASEAN"]),
        ("superseded_by", "누리 전략적 관계의 실질적 발전", "commitment", "누리 관계의 안정적 관리", ["PER"]),
        ("contradicted_by", "누리 갯벌 협력 증진", "commitment", "누리 갯벌 제재에 동참", ["PER"]),
    ],
)  # fmt: skip
def test_each_relation(  # noqa: PLR0917 - one argument for each column of the table
    stored: Stored, line: Any, relation: str, promise: str, act: Any, later: str, parties: list[str]
) -> None:
    links = linked(
        stored, line, line("commitment", promise, parties=parties), line(act, later, parties=parties)
    )
    assert [link.relation for link in links] == [relation]


@pytest.mark.parametrize(
    ("relation", "promise", "act", "later"),
    [
        ("partly_fulfilled_by", "누리 해양 안전 협정 발효", "result", "누리 해양 안전 협정 부분 발효"),
        ("superseded_by", "누리 갯벌 구상 이행", "commitment", "누리 갯벌 구상을 대체하는 가온 바다숲 전략 수립"),
        ("contradicted_by", "제7차 등대 박람회 유치 추진", "position", "제7차 등대 박람회 유치 추진을 종료하고 페루의 유치를 지지하였다."),
        ("superseded_by", "제7차 등대 박람회 유치 추진", "commitment", "그 대신 제9차 등대 박람회 유치를 추진할 계획"),
        ("continued_as", "제1차 누리 갯벌 보전 기본계획 수립", "commitment", "제2차 누리 갯벌 보전 기본계획 수립"),
        ("contradicted_by", "페루 갯벌종식선언 추진", "context", "페루 갯벌종식선언은 이루어지지 못함"),
    ],
)  # fmt: skip
def test_turns(  # noqa: PLR0917 - one argument for each column of the table
    stored: Stored, line: Any, relation: str, promise: str, act: Any, later: str
) -> None:
    links = linked(
        stored, line, line("commitment", promise, parties=["PER"]), line(act, later, parties=["PER"])
    )
    assert [link.relation for link in links] == [relation]


@pytest.mark.parametrize(
    ("promise", "act", "later"),
    [
        ("제11차 누리 등대 분담협정 협상 타결", "commitment", "제12차 누리 등대 분담협정 협상 타결"),
        ("2030 누리 등대박람회 준비", "result", "2025 가온 등대박람회 준비 완료"),
        ("등대 감시국(23-25년 임기) 진출", "result", "등대 감시국(25-27) 진출"),
    ],
)
def test_other_numbers_are_other_undertakings(
    stored: Stored, line: Any, promise: str, act: Any, later: str
) -> None:
    assert linked(stored, line, line("commitment", promise), line(act, later)) == []


def test_what_was_over_before_the_promise_is_no_news_of_it(stored: Stored, line: Any) -> None:
    def relations(day: str) -> list[str]:
        times = [("그날", day, day, "occurred")]
        report = line("result", "그날 누리 해양 안전 협정 체결", parties=["PER"], times=times)
        promise = line("commitment", "누리 해양 안전 협정 체결", parties=["PER"])
        return [link.relation for link in linked(stored, line, promise, report)]

    assert relations("2020-06-01") == ["fulfilled_by"]
    assert relations("2005-06-01") == []


@pytest.mark.parametrize(
    ("start", "relation"), [("2021-12-21", "progressed_by"), ("2022-12-21", "restated_as")]
)
def test_a_release_that_announces_what_begins_at_once_reports_a_step(
    stored: Stored, line: Any, start: str, relation: str
) -> None:
    fillers = [line("context", text) for text in OTHERS]
    times = [("21일부터", start, None, "planned")]
    release = line("commitment", "21일부터 차세대 등대신호기를 어민에게 전면 발급한다.", times=times)
    promise = line("commitment", "차세대 등대신호기 2020년 도입")
    links = propose_links(
        [
            stored("plan", "2019-03", promise, *fillers),
            stored("release", "2021-12-20", release, genre="press_release"),
        ]
    )
    assert [link.relation for link in links] == [relation]


def test_a_part_for_some_of_the_parties(stored: Stored, line: Any) -> None:
    links = linked(
        stored,
        line,
        line("commitment", "페루, 칠레와 갯벌 보전 파트너십 구축", parties=["PER", "CHL"]),
        line("result", "페루 갯벌 보전 파트너십 체결", parties=["PER"]),
    )
    assert [link.relation for link in links] == ["partly_fulfilled_by"]


def test_other_matters_are_not_linked(stored: Stored, line: Any) -> None:
    links = linked(
        stored,
        line,
        line("commitment", "누리 해양 안전 협정 체결", parties=["PER"]),
        line("result", "도자기 전시회 개최", parties=["CHL"]),
    )
    assert links == []


def test_the_same_words_about_another_country_count_less(stored: Stored, line: Any) -> None:
    def score(party: str) -> float:
        promise = line("commitment", "수교 60주년 기념 공동사업 추진", parties=["PER"])
        later = line("commitment", "수교 60주년 기념 공동사업 준비", parties=[party])
        return max((link.score for link in linked(stored, line, promise, later)), default=0.0)

    assert score("CHL") < score("PER") / 2


def test_links_lead_forward_in_time_only(stored: Stored, line: Any) -> None:
    promise = line("commitment", "누리 해양 안전 협정 체결", parties=["PER"])
    report = line("result", "누리 해양 안전 협정 체결", parties=["PER"])
    links = propose_links([stored("plan", "2021-01", promise), stored("old report", "2019-03", report)])
    assert links == []


def test_a_plan_does_not_keep_its_own_promise(stored: Stored, line: Any) -> None:
    fillers = [line("context", text) for text in OTHERS]
    report = line("result", "누리 해양 안전 협정 체결", parties=["PER"])
    promise = line("commitment", "누리 해양 안전 협정 체결", parties=["PER"])
    links = propose_links([stored("plan", "2021-01", report, promise, *fillers)])
    assert {link.relation for link in links} == {"progressed_by"}


def test_reasons_name_what_met(stored: Stored, line: Any) -> None:
    times = [("2020년 6월", "2020-06-01", "2020-06-30", "planned")]
    links = linked(
        stored,
        line,
        line("commitment", "2020년 6월 누리 연대구상(KASI) 공동 전시", parties=["PER"], times=times),
        line("result", "2020년 6월 누리 연대구상(KASI) 공동 전시", parties=["PER"], times=times),
    )
    for words in ("same words: ", "누리", "same party: PER", "same programme: KASI", "same time: 2020년 6월"):
        assert words in links[0].why
    assert 0 < links[0].score <= 1


def test_the_same_documents_give_the_same_links(stored: Stored, line: Any) -> None:
    documents = [
        stored("plan", "2019-03", *(line("commitment", text) for text in OTHERS)),
        stored("review", "2021-01", *(line("result", text) for text in OTHERS)),
    ]
    assert propose_links(documents) == propose_links(list(reversed(documents)))


def test_nothing_to_link() -> None:
    assert propose_links([]) == []


@pytest.mark.parametrize(("month", "told"), [("10", True), ("11", False)])
def test_what_happened_in_its_month_with_its_party_tells_of_an_event(
    stored: Stored,
    line: Any,
    month: str,
    told: bool,  # noqa: FBT001 - a column of the table
) -> None:
    fillers = [line("context", text) for text in OTHERS]
    promise = line(
        "commitment",
        "의장국과 현안에 대한 의견을 나누고 10월 리마 등대 회의가 성과를 거두도록 준비 상황을 함께 점검하기로 하였다.",
        parties=["PER"],
        times=[("10월", "2020-10-01", "2020-10-31", "planned")],
    )
    day = (f"20.{month}월", f"2020-{month}-01", f"2020-{month}-30", "occurred")
    report = line("result", f"바다숲 공동선언 채택(20.{month}월)", parties=["PER"], times=[day])
    links = propose_links([stored("plan", "2020-03", promise, *fillers), stored("review", "2021-01", report)])
    assert [link.reasons.event for link in links] == (["in 2020-10 with PER"] if told else [])


@pytest.mark.parametrize(
    ("detail", "told"),
    [("전시관과 야외무대에서 음악회 40회 개최", True), ("전시관 보험료 정산", False)],
)
def test_a_part_of_what_the_heading_names_tells_of_it(
    stored: Stored,
    line: Any,
    detail: str,
    told: bool,  # noqa: FBT001 - a column of the table
) -> None:
    fillers = [line("context", text) for text in OTHERS]
    promise = line("commitment", "누리 등대 박람회 개최", parties=["PER"])
    heading = line("commitment", "2021년 누리 등대 박람회 개최", parties=["PER"], role="heading")
    part = line("commitment", detail, under=1)
    links = propose_links(
        [stored("plan", "2019-03", promise, *fillers), stored("next plan", "2021-01", heading, part)]
    )
    parts = [link for link in links if link.target.n == 2]
    assert bool(parts) is told
    assert all(link.reasons.event.startswith("a part of what its heading names") for link in parts)


def test_a_party_that_both_name_is_told_apart_from_one_of_a_heading(stored: Stored, line: Any) -> None:
    heading = line("none", "페루", parties=["PER"], role="heading")
    promise = line("commitment", "누리 갯벌 공동 조사 착수", under=1)
    report = line("result", "페루 누리 갯벌 공동 조사 실시", parties=["PER"])
    fillers = [line("context", text) for text in OTHERS]
    links = propose_links(
        [stored("plan", "2019-03", heading, promise, *fillers), stored("review", "2021-01", report)]
    )
    assert [(link.reasons.parties, link.reasons.named) for link in links] == [(("PER",), ())]


@pytest.mark.parametrize(
    ("earlier", "later", "other"),
    [
        ("한·페루 갯벌 보전 협정 체결", "한·페루 등대 관광 협정 체결", True),
        ("한·페루 갯벌 보전 협정 체결", "한·페루 갯벌 관광 협정 체결", False),
        ("한·페루 갯벌 보전 협정 체결", "한·페루 협정 이행", False),
        ("갯벌 보전 포럼 개최", "등대 관광 포럼 개최", True),
    ],
)
def test_another_thing_of_the_same_kind(
    stored: Stored, line: Any, earlier: str, later: str, *, other: bool
) -> None:
    documents = [
        stored("plan", "2019-01", line("commitment", earlier, parties=["PER"])),
        stored("review", "2021-01", line("commitment", later, parties=["PER"])),
    ]
    mine, theirs = profiles(documents)
    assert are_other_matters(mine, theirs) is other
