"""The card of a promise: everything in its place, every sentence from the verdict."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from tests.support.near import candidates_in

from yaksok.fulfilment.explaining import explained
from yaksok.fulfilment.judging import cases
from yaksok.interfaces.card_json import card_record
from yaksok.ledger.reader import StoredDocument
from yaksok.links.proposing import propose_links
from yaksok.views.promise_card import PromiseCard, promise_card

AGREEMENT = "누리 해양 안전 협정 체결"


@pytest.fixture
def card(stored: Callable[..., StoredDocument], line: Any) -> Callable[..., PromiseCard]:
    """The card of the first promise of a plan, given what a review says."""

    def made(*later: Any) -> PromiseCard:
        times = [("20.6월", "2020-06-01", "2020-06-30", "planned")]
        promise = line("commitment", f"{AGREEMENT}(20.6월)", parties=["PER"], times=times, under=1)
        documents = [
            stored(
                "plan",
                "2019-03",
                line("none", "누리 관계", role="heading"),
                promise,
                line("context", "서고 정비"),
            ),
            stored("review", "2021-01", *later, line("result", "도서관 개축 공사비 정산")),
        ]
        case = next(cases(documents, propose_links(documents), as_of=date(2022, 1, 1)))
        verdict = explained(case, candidates_in(documents))
        return promise_card(verdict, case.links, {each.version: each for each in documents})

    return made


def test_the_sentence_in_its_place(card: Callable[..., PromiseCard]) -> None:
    promise = card().promise
    assert (promise.title, promise.published, promise.issuer) == ("plan", "2019-03", "외교부")
    assert (promise.line, promise.trail, promise.where) == (2, ("누리 관계",), "line 2")


def test_evidence_for_and_against(card: Callable[..., PromiseCard], line: Any) -> None:
    made = card(
        line("result", f"{AGREEMENT} 무산", parties=["PER"]),
        line("result", f"{AGREEMENT} 협상 착수", parties=["PER"]),
        line("commitment", AGREEMENT, parties=["PER"]),
    )
    relations = [[one.relation for one in group] for group in (made.supporting, made.again, made.against)]
    assert relations == [["progressed_by"], ["restated_as"], ["contradicted_by"]]
    assert made.against[0].quoted.line == 1
    assert made.against[0].provenance == "own"
    assert made.against[0].proposer == "rules"


def test_each_sentence_belongs_to_a_part_of_the_verdict(card: Callable[..., PromiseCard]) -> None:
    made = card()
    verdict = made.verdict
    assert verdict.status == "overdue_no_evidence"
    assert " ".join(made.proof) == verdict.why
    assert len(made.misses) == len(verdict.misses)
    assert len(made.changes) == len(verdict.change) > 0
    assert made.search.startswith("Looked and found nothing: 1: review")


def test_as_json(card: Callable[..., PromiseCard], line: Any) -> None:
    record = card_record(card(line("result", f"{AGREEMENT} 협상 착수", parties=["PER"])))
    assert record["source"]["line"] == 2
    assert record["due"] == "2020-06-30"
    assert record["status"] == "in_progress"
    assert [point["kind"] for point in record["proof"]] == ["work", "due_passed"]
    assert record["supporting"][0]["doc"] == "review"
    assert record["would_change"][0]["sentence"].endswith(".")
    assert record["search"]["outcome"] == "found"


def test_only_what_recurs_in_a_rhythm_has_times(
    stored: Callable[..., StoredDocument], line: Any, card: Callable[..., PromiseCard]
) -> None:
    assert [*card().occurrences] == [()] * len(card().deadlines)
    for text, number in (("누리 등대 점검을 분기별로 실시", 7), ("누리 등대 점검을 정례적으로 실시", 0)):
        plan = stored("plan", "2019-03", line("commitment", text))
        (case,) = cases([plan], (), as_of=date(2020, 12, 31))
        made = promise_card(explained(case, candidates_in([plan])), (), {plan.version: plan})
        assert [deadline.kind for deadline in made.deadlines] == ["recurring"]
        assert [len(times) for times in made.occurrences] == [number]
