"""Overview and stories."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from yaksok.fulfilment.coverage import Coverage
from yaksok.fulfilment.judging import judge
from yaksok.ledger.reader import StoredDocument
from yaksok.links.proposing import propose_links
from yaksok.views.overview import overview
from yaksok.views.stories import stories
from yaksok.views.turns import is_renamed


@pytest.fixture
def documents(stored: Callable[..., StoredDocument], line: Any) -> list[StoredDocument]:
    return [
        stored(
            "plan",
            "2019-03",
            line("commitment", "누리 해양 안전 협정 체결", parties=["PER"]),
            line("commitment", "가온 갯벌 철새 서식지 조사 지원"),
            line("commitment", "해적 피해 예방 안내문 배포(19.5월)", times=[("19.5월", "2019-05-01", "2019-05-31", "planned")]),
            line("commitment", "협력 강화"),
            line("context", "통역 인력 풀 정비"),
        ),
        stored("review", "2021-01", line("result", "누리 해양 안전 협정 체결(20.6월)", parties=["PER"])),
    ]  # fmt: skip


def test_the_overview_counts_everything_once(documents: list[StoredDocument]) -> None:
    verdicts = judge(documents, propose_links(documents), as_of=date(2021, 6, 1))
    seen = overview(documents, verdicts)
    assert [(line.doc, line.statements, line.commitments) for line in seen.documents] == [
        ("plan", 5, 4),
        ("review", 1, 0),
    ]
    assert seen.acts == (("commitment", 4), ("result", 1), ("context", 1))
    assert seen.statuses == (("kept", 1), ("overdue_no_evidence", 1), ("silent", 1), ("not_testable", 1))
    assert sum(count for _, count in seen.acts) == seen.statements
    assert sum(count for _, count in seen.statuses) == seen.promises


def test_stories_are_one_for_each_turn_with_quotes_in_place(documents: list[StoredDocument]) -> None:
    verdicts = judge(documents, propose_links(documents), as_of=date(2021, 6, 1))
    told = stories(documents, verdicts, coverage=Coverage.of(documents, as_of=date(2021, 6, 1)))
    assert [story.turn for story in told] == ["kept", "overdue"]
    kept = told[0]
    assert [(step.relation, step.quote.doc) for step in kept.steps] == [("fulfilled_by", "review")]
    assert (kept.promise.line, told[1].promise.line) == (1, 3)
    texts = {stored.doc: stored.document.text for stored in documents}
    for quote in (kept.promise, kept.steps[0].quote, told[1].promise):
        assert texts[quote.doc][slice(*quote.span)] == quote.text
    assert "review reports it done" in kept.why


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("통합 전자행정시스템 구축", "비대면 영사민원시스템 구축"),
        ("신남방정책 이행", "한-아세안 연대구상 이행"),
    ],
)
def test_another_name_of_the_same_programme(earlier: str, later: str) -> None:
    assert is_renamed(earlier, later)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("통합 전자행정시스템(G4K) 구축", "G4K 구축"),
        ("신남방정책 이행", "신남방정책 성과 확산"),
        ("갯벌 보전", "갯벌 보전"),
    ],
)
def test_no_other_name(earlier: str, later: str) -> None:
    assert not is_renamed(earlier, later)
