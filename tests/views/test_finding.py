"""Which promise somebody means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.support.shelf import MemoryShelf

from yaksok.errors import NotAPromise, PromiseAmbiguous, PromiseNotFound
from yaksok.ledger.reader import StoredDocument
from yaksok.records.link import StatementRef
from yaksok.views.finding import find_promise

AS_OF = date(2022, 1, 1)


@pytest.fixture
def find(stored: Callable[..., StoredDocument], line: Any) -> Callable[..., StatementRef]:
    documents = [
        stored(
            "plan-2019",
            "2019-03",
            line("none", "누리 관계", role="heading"),
            line("commitment", "누리 해양 협정 체결"),
            line("commitment", "누리 해양 협정 체결 준비 회의 개최"),
            line("commitment", "갯벌 연구소 설치"),
            line("commitment", "연구 갯벌"),
        ),
        stored("review", "2021-01", line("commitment", "도서관 Annex 개축")),
    ]
    documents = [replace(each, source=f"hash of {each.doc}") for each in documents]

    def found(wanted: str, as_of: date = AS_OF) -> StatementRef:
        return find_promise(wanted, MemoryShelf(documents, as_of=as_of), as_of=as_of)

    return found


@pytest.mark.parametrize(
    ("wanted", "n"),
    [
        ("plan-2019:4", 4),
        ("plan:4", 4),
        ("갯벌 연구소 설치", 4),
        ("갯벌연구소", 4),
        ("설치 갯벌", 4),
        ("누리 해양 협정 체결", 2),
        ("준비 회의", 3),
        ("annex", 1),
    ],
)
def test_found_by_place_and_words(find: Callable[..., StatementRef], wanted: str, n: int) -> None:
    assert find(wanted).n == n


@pytest.mark.parametrize("length", [6, 12, 32])
def test_found_by_the_beginning_of_its_id(find: Callable[..., StatementRef], length: int) -> None:
    promise = find("plan-2019:4")
    assert find(promise.id[:length]) == promise


@pytest.mark.parametrize("wanted", ["plan:99", "other:1", "없는 말", "", "  ", "ffffffffffff"])
def test_nothing_fits(find: Callable[..., StatementRef], wanted: str) -> None:
    with pytest.raises(PromiseNotFound):
        find(wanted)


def test_several_fit_and_are_listed(find: Callable[..., StatementRef]) -> None:
    with pytest.raises(PromiseAmbiguous) as error:
        find("해양 협정")
    assert "plan-2019:2 “누리 해양 협정 체결”; plan-2019:3" in str(error.value)


def test_a_heading_is_no_promise(find: Callable[..., StatementRef]) -> None:
    with pytest.raises(NotAPromise):
        find("plan-2019:1")


def test_a_promise_of_the_future_is_not_found(find: Callable[..., StatementRef]) -> None:
    with pytest.raises(PromiseNotFound):
        find("review:1", date(2020, 1, 1))
