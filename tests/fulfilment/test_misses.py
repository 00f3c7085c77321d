"""What came near a promise and does not count."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import pytest
from tests.support.near import candidates_in

from yaksok.fulfilment.explaining import explained
from yaksok.fulfilment.judging import cases
from yaksok.fulfilment.misses import Candidate, nearest_misses
from yaksok.ledger.reader import StoredDocument
from yaksok.links.proposing import propose_links
from yaksok.records.commitment import Evidence
from yaksok.records.link import Link, Reasons, StatementRef

Stored = Callable[..., StoredDocument]
WHY = Reasons("a rule")


def ref(n: int, doc: str = "review") -> StatementRef:
    return StatementRef(f"version of {doc}", doc, n, f"문장 {n}", (0, 4))


PROMISE = ref(1, "plan")


def near(*scores: float) -> Callable[[StatementRef], Iterable[Candidate]]:
    found = [Candidate(ref(n), score, "2021-01") for n, score in enumerate(scores, 1)]
    return lambda _: found


def test_the_nearest_come_first_and_few() -> None:
    misses = nearest_misses(PROMISE, near(0.05, 0.12, 0.08, 0.1), evidence=(), threshold=0.2)
    assert [(miss.statement.n, miss.score) for miss in misses] == [(2, 0.12), (4, 0.1), (3, 0.08)]
    assert {miss.reason for miss in misses} == {"below_threshold"}
    assert misses[0].published == "2021-01"


def test_what_counts_is_no_miss() -> None:
    evidence = [Evidence(ref(1), "progressed_by", 0.5, WHY)]
    assert [miss.statement.n for miss in nearest_misses(PROMISE, near(0.5, 0.1), evidence=evidence)] == [2]


@pytest.mark.parametrize(
    ("score", "linked", "reason"),
    [
        (0.1, False, "below_threshold"),
        (0.2, False, "not_linked"),
        (0.3, False, "not_linked"),
        (0.3, True, "too_weak"),
    ],
)
def test_why_it_does_not_count(score: float, reason: str, *, linked: bool) -> None:
    links = [Link(PROMISE, ref(1), "progressed_by", score, WHY)] if linked else []
    miss = nearest_misses(PROMISE, near(score), evidence=(), links=links, threshold=0.2)[0]
    assert miss.reason == reason


def test_candidates_are_asked_for_the_promise_only_once() -> None:
    asked: list[StatementRef] = []

    def candidates(promise: StatementRef) -> Iterable[Candidate]:
        asked.append(promise)
        return ()

    assert nearest_misses(PROMISE, candidates, evidence=()) == ()
    assert asked == [PROMISE]


def test_documents_in_memory_give_later_statements_with_scores(stored: Stored, line: Any) -> None:
    documents = [
        stored("plan", "2019-03", line("commitment", "누리 해양 안전 협정 체결", parties=["PER"])),
        stored("earlier", "2018-03", line("commitment", "누리 해양 안전 협정 검토", parties=["PER"])),
        stored(
            "review",
            "2021-01",
            line("result", "해양 안전 홍보물 배포", parties=["CHL"]),
            line("none", "해양"),
        ),
    ]
    promise = documents[0].ref(documents[0].document.statements[0])
    found = [one.weighed() for one in candidates_in(documents)(promise)]
    assert [(each.statement.doc, each.statement.n) for each in found] == [("review", 1)]
    assert 0 < found[0].score < 1


def test_silence_names_what_came_near(stored: Stored, line: Any) -> None:
    documents = [
        stored("plan", "2019-03", line("commitment", "누리 해양 안전 협정 체결", parties=["PER"])),
        stored("review", "2021-01", line("result", "해양 안전 홍보물 배포"), line("result", "도서관 개축")),
    ]
    case = next(cases(documents, propose_links(documents), as_of=date(2022, 1, 1)))
    told = explained(case, candidates_in(documents))
    assert told.status == "silent"
    assert [miss.statement.text for miss in told.misses] == ["해양 안전 홍보물 배포"]
    assert [change.status for change in told.change][-1] == "kept"
