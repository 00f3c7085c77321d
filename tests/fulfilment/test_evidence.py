"""What counts as evidence, what only looks like it, and how often an event counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from yaksok.fulfilment.evidence import MOST, TELLINGS, Source, counts, evidence_among
from yaksok.ledger.reader import StoredDocument
from yaksok.links.proposing import propose_links
from yaksok.records.commitment import Evidence
from yaksok.records.link import Link, Reasons, StatementRef

Stored = Callable[..., StoredDocument]

OTHERS = (
    "기록 보존 서고의 습도 조절 장치 교체",
    "통역 인력 풀 정비",
    "주차장 야간 조명 개선",
    "독서 동아리 지원",
    "페루 대사관 청사 임차 계약 갱신",
    "페루 정세 주간 보고서 작성",
    "개발협력 사업 공고문 게시",
    "국제기구 동향 자료 배포",
    "재외공관 물품 관리 점검",
    "staff canteens moved to local suppliers",
)


@pytest.fixture
def found(stored: Stored, line: Any) -> Callable[..., tuple[Evidence, ...]]:
    """The evidence that one later statement gives of a promise."""

    def made(promise: str, act: str, later: str, parties: tuple[str, ...] = ("PER",)) -> tuple[Evidence, ...]:
        fillers = [line("context", text, parties=parties if "페루" in text else ()) for text in OTHERS]
        documents = [
            stored("plan", "2019-03", line("commitment", promise, parties=parties), *fillers),
            stored("review", "2021-01", line(act, later, parties=parties)),
        ]
        return evidence_among(link for link in propose_links(documents) if link.source.n == 1)

    return made


@pytest.mark.parametrize(
    ("promise", "act", "later"),
    [
        ("페루 안데스 산간 식수 공급 사업 추진", "result", "페루 산간 마을 식수 공급 시설 착공"),
        ("페루 지진 피해 지역 학교 재건 지원", "result", "페루 학교 재건 사업 설계 완료"),
        ("한-페루 자유무역협정 개선 협상 추진", "result", "한-페루 자유무역협정 개선 협상 3차례 진행"),
        ("한-페루 항만 스마트화 협력 강화", "commitment", "한-페루 항만 스마트화 협력 지속 강화"),
        ("페루 결핵 진단 장비 지원 확대", "commitment", "페루 보건소에 결핵 진단 장비를 추가로 보급"),
        ("페루와의 소통 강화", "result", "페루와의 고위급 소통 활성화"),
        ("페루와의 협력 강화", "result", "한-페루 정상회담 개최(20.5월)"),
        ("Expand rural clinics in Peru", "result", "Opened four rural clinics in Peru"),
    ],
)
def test_what_is_about_the_same_matter_is_evidence(found: Any, promise: str, act: str, later: str) -> None:
    assert len(found(promise, act, later)) == 1


@pytest.mark.parametrize(
    ("promise", "act", "later"),
    [
        # Only the party is common.
        ("페루 안데스 산간 식수 공급 사업 추진", "result", "페루 태권도 사범 파견"),
        ("페루 지진 피해 지역 학교 재건 지원", "result", "페루 외교장관 통화"),
        ("페루 결핵 진단 장비 지원 확대", "result", "페루에 대한 무상원조 규모 확대"),
        ("한-페루 항만 스마트화 협력 강화", "commitment", "한-페루 협력 강화"),
        ("한-페루 자유무역협정 개선 협상 추진", "result", "페루 대통령 취임식 축하 사절단 파견"),
        ("Expand rural clinics in Peru", "result", "Consular officers visited Peru for passport services"),
        # General rows on aid.
        ("페루 산간 보건소 건립", "result", "국제개발협력 사업 1,200건 추진"),
        ("페루 산간 보건소 건립", "result", "중점협력국 중심 공적개발원조(ODA) 확대"),
        ("메콩 지역 수자원 공동연구 착수", "result", "ODA 통합평가 실시 및 제도 개선"),
        # Only a stock topic is common.
        ("국제기구 초급전문가 선발 시험 신설", "result", "국제기구 분담금 납부"),
        ("공공외교 종합정보망 구축", "result", "공공외교 공모전 시상"),
        ("재외국민 안전여행 앱 개발", "result", "재외국민 투표 홍보물 제작"),
        ("기후기술 실증단지 조성", "result", "기후 주간 사진전 후원"),
    ],
)
def test_what_only_looks_alike_is_none(found: Any, promise: str, act: str, later: str) -> None:
    parties = ("PER",) if "페루" in promise + later or "Peru" in promise else ()
    assert found(promise, act, later, parties) == ()


def link(n: int, text: str, *, relation: Any = "fulfilled_by", score: float = 0.5, doc: str = "") -> Link:
    version = doc or f"version {n}"
    return Link(
        StatementRef("plan", "plan", 1, "한-페루 광물대화 개최", (0, 12)),
        StatementRef(version, version, n, text, (0, len(text))),
        relation,
        score,
        Reasons("a rule", parties=("PER",)),
    )


def test_tellings_of_one_event_share_its_key() -> None:
    evidence = evidence_among(
        [link(1, "한-페루 광물대화 개최"), link(2, "한-페루 광물대화를 개최하였다.", score=0.4)]
    )
    assert len({one.event for one in evidence}) == 1
    assert evidence[0].event


def test_one_event_takes_no_place_from_others() -> None:
    same = [link(n, "한-페루 광물대화 개최", score=0.9) for n in range(1, 9)]
    others = [link(n, f"한-페루 광물대화 제{n}차 준비 점검", relation="progressed_by") for n in range(11, 19)]
    evidence = evidence_among([*same, *others])
    keys = [one.event or str(one.statement.n) for one in evidence]
    assert keys.count(keys[0]) == TELLINGS
    assert len(set(keys)) == MOST


def test_a_promise_made_again_is_no_event() -> None:
    evidence = evidence_among([link(1, "한-페루 광물대화 개최", relation="restated_as")])
    assert [one.event for one in evidence] == [""]


def test_a_statement_counts_once() -> None:
    evidence = evidence_among([link(1, "한-페루 광물대화 개최", score=score) for score in (0.4, 0.6)])
    assert [one.score for one in evidence] == [0.6]


def test_what_a_person_decided_stands() -> None:
    weak = link(1, "페루 정세 보고", relation="progressed_by", score=0.1)
    assert not counts(weak)
    assert counts(replace(weak, state="accepted"))
    assert counts(replace(weak, state="relabelled"))


def test_provenance_and_days_come_with_the_documents(stored: Stored, line: Any) -> None:
    days = [("5월 2일", "2020-05-02", "2020-05-02", "occurred")]
    plan = stored("plan", "2019-03", line("commitment", "한-페루 광물대화 개최", parties=["PER"]))
    own = stored(
        "own", "2021-01", line("result", "5월 2일 한-페루 광물대화 개최", parties=["PER"], times=days)
    )
    partner = stored(
        "partner", "2021-01", line("result", "한-페루 광물대화 개최", parties=["PER"]), issuer="페루 외교부"
    )
    known = {one.version: one for one in (plan, own, partner)}

    def look_up(ref: StatementRef) -> Source:
        document = known[ref.version].document
        return Source(document, document.statements[ref.n - 1])

    evidence = evidence_among(propose_links([plan, own, partner]), look_up=look_up)
    assert {one.provenance for one in evidence} == {"own", "partner"}
    assert {one.event for one in evidence} == {"hold PER 한페루광물대화 2020-05-02"}
