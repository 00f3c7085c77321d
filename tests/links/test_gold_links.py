"""Links between the real documents, measured against people's. The floors may only rise."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from yaksok.interfaces.link_json import link_record
from yaksok.records.link import Link

Gold = Callable[[str], list[dict[str, Any]]]


@pytest.fixture(scope="module")
def measured(five_links: list[Link], score_links: ModuleType, gold: Gold) -> dict[str, float]:
    records = [link_record(link) for link in five_links]
    scores: dict[str, float] = score_links.links(gold("links"), gold("nonlinks"), records, misses=False)
    return scores


@pytest.mark.parametrize(
    ("measure", "floor"),
    [
        ("links_recall_certain", 0.90),
        ("links_recall", 0.62),
        ("relation_family", 0.96),
        ("relation_exact", 0.88),
    ],
)
def test_not_worse_than(measured: dict[str, float], measure: str, floor: float) -> None:
    assert measured[measure] >= floor


@pytest.mark.parametrize(("measure", "ceiling"), [("non_pairs_linked", 0.05), ("links_proposed", 700)])
def test_not_more_than(measured: dict[str, float], measure: str, ceiling: float) -> None:
    assert measured[measure] <= ceiling
