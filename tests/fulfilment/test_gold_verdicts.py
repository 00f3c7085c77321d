"""Verdicts on the promises of the real documents, measured against people's. The floors may only rise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from types import ModuleType
from typing import Any

import pytest

from yaksok.fulfilment.judging import judge
from yaksok.interfaces.link_json import verdict_record
from yaksok.ledger.reader import StoredDocument
from yaksok.records.link import Link

Gold = Callable[[str], list[dict[str, Any]]]
Records = list[dict[str, Any]]


@pytest.fixture(scope="module")
def records(five_documents: list[StoredDocument], five_links: list[Link]) -> Records:
    verdicts = judge(five_documents, five_links, as_of=date(2025, 1, 31))
    return [verdict_record(verdict) for verdict in verdicts]


@pytest.mark.parametrize(
    ("measure", "floor"),
    [("commitments_found", 0.98), ("status", 0.94), ("due", 0.93), ("evidence_recall", 0.95)],
)
def test_not_worse_than(
    records: Records, score_links: ModuleType, gold: Gold, measure: str, floor: float
) -> None:
    assert score_links.fulfilment(gold("fulfilment"), records, misses=False)[measure] >= floor


def test_every_span_gives_back_its_words(records: Records, five_documents: list[StoredDocument]) -> None:
    texts = {stored.doc: stored.document.text for stored in five_documents}
    for record in records:
        for place in (record, *record["evidence"]):
            words = texts[place["doc"]][slice(*place["span"])]
            assert squashed(place["text"]) in squashed(words)


def squashed(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())
