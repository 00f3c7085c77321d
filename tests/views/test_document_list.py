"""The list of documents: filters, orders, counts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support.linked import add, document, documents_of, link

from yaksok.fulfilment.judging import is_judged
from yaksok.ledger.location import Location
from yaksok.ledger.opening import open_for_reading
from yaksok.views.document_list import (
    DocumentEntry,
    DocumentFilter,
    DocumentSort,
    chosen,
    coverage_of,
    document_entries,
    in_order,
    issuers_of,
)

NewLedger = Callable[[], Location]


def entry(doc: str, **fields: object) -> DocumentEntry:
    said: dict[str, object] = {
        "key": 1, "title": doc, "date": None, "day": None, "issuer": None, "genre": "other", "language": "ko",
        "media_type": "text/plain", "added": "2026-01-01", "statements": 0, "promises": 0,
    }  # fmt: skip
    return DocumentEntry(doc=doc, **{**said, **fields})  # type: ignore[arg-type]


A = entry(
    "a",
    title="2019년 Work Plan",
    day="2019-02-01",
    issuer="외교부",
    genre="work_plan",
    statements=9,
    promises=1,
)
B = entry(
    "b", title="평가 결과", day="2020-02-01", issuer="외교부", genre="evaluation", language="en", promises=5
)
C = entry("c", title="work notes", statements=30, added="2026-02-01")
ALL = (B, A, C)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (DocumentFilter(), "bac"),
        (DocumentFilter(words=("WORK",)), "ac"),
        (DocumentFilter(words=("work", "plan")), "a"),
        (DocumentFilter(issuer="외교부"), "ba"),
        (DocumentFilter(genre="evaluation"), "b"),
        (DocumentFilter(language="en"), "b"),
        (DocumentFilter(years=(2019, 2019)), "a"),
        (DocumentFilter(years=(2021, 2030)), ""),
    ],
)
def test_filters(wanted: DocumentFilter, expected: str) -> None:
    assert "".join(one.doc for one in chosen(ALL, wanted)) == expected


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("-day", "bac"),
        ("day", "abc"),
        ("title", "acb"),
        ("-statements", "cab"),
        ("-promises", "bac"),
        ("-added", "cab"),
    ],
)
def test_orders(sort: DocumentSort, expected: str) -> None:
    assert "".join(one.doc for one in in_order(ALL, sort)) == expected


def test_coverage() -> None:
    found = coverage_of(ALL)
    assert found.years == ("2019", "2020", "")
    assert dict(found.genres) == {"work_plan": (1, 0, 0), "evaluation": (0, 1, 0), "other": (0, 0, 1)}
    assert dict(found.issuers) == {"외교부": (1, 1, 0), "": (0, 0, 1)}
    assert issuers_of(ALL) == [("외교부", 2)]


def test_entries_are_the_current_documents(new_ledger: NewLedger, tmp_path: Path) -> None:
    place = new_ledger()
    plan = document(2019, 2, ["페루와 해양안전협정 체결 추진(20.12월)", "칠레와 교류 확대"], review=False)
    add(
        place,
        {"plan": plan, "review": document(2020, 3, ["칠레와 산림 협력 사업 개최"], review=True)},
        tmp_path / "a",
    )
    link(place)
    with open_for_reading(place).connect() as connection:
        earlier = document_entries(connection)
    add(place, {"plan": plan + " ㅇ 케냐와 교류 확대\n", "copy": plan}, tmp_path / "a")
    link(place)
    with open_for_reading(place).connect() as connection:
        found = document_entries(connection)
        assert document_entries(connection, earlier) == found
    expected = {
        one.doc: (
            len(one.document.statements),
            sum(map(is_judged, one.document.statements)),
            one.document.title,
        )
        for one in documents_of(place)
    }
    assert {one.doc: (one.statements, one.title) for one in found} == {
        doc: (statements, title) for doc, (statements, _, title) in expected.items()
    }
    assert {one.doc: one.promises for one in found if one.doc != "copy"} == {
        doc: promises for doc, (_, promises, _) in expected.items() if doc != "copy"
    }
    assert found[0].doc == "review"
