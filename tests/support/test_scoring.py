"""The scorer of the quality gate itself."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest
from tests.support.scoring import Row, align, measures, provenance, squash


def statement(text: str, **fields: Any) -> Row:
    empty: Row = {
        "role": "item",
        "act": "none",
        "trail": [],
        "parties": [],
        "times": [],
        "quantities": [],
        "names": [],
    }
    return {"record": "statement", "text": text, **empty, **fields}


GOLD = [
    statement("교역", role="heading"),
    statement(
        "항공 노선 2개 신설",
        act="commitment",
        trail=["교역"],
        parties=["CHL"],
        times=[{"start": "2025-01-01", "end": None, "role": "due"}],
        quantities=[{"value": 2, "unit": "count"}],
        names=[{"text": "바닷길 구상"}],
    ),
    statement("머리글", role="meta"),
]
DOCUMENT = {
    "title": "계획",
    "date": "2025",
    "genre": "work_plan",
    "language": "ko",
    "text": "교역 항공 노선 2개 신설",
}


def score(read: list[Row], document: Row | None = None) -> dict[str, float]:
    return measures(GOLD, read, document or DOCUMENT, DOCUMENT)


def changed(**fields: Any) -> list[Row]:
    return [GOLD[0], {**GOLD[1], **fields}, GOLD[2]]


@pytest.mark.parametrize(
    ("text", "squashed"),
    [
        ("□ 교역 - 확대", "교역확대"),
        ("**교역** <b>확대</b>", "교역확대"),
        ("교역·항공", "교역항공"),
        ("a|b–c", "abc"),
        ("", ""),
    ],
)
def test_squash(text: str, squashed: str) -> None:
    assert squash(text) == squashed


def test_a_perfect_reading_scores_one_everywhere() -> None:
    read = [{**row, "span": [0, 14]} for row in GOLD[:2]]
    assert set(score(read).values()) == {1.0}


def test_nothing_read_scores_nothing() -> None:
    result = score([])
    assert {
        result[name] for name in ("statements_f1", "role", "act", "parent", "parties_f1", "times_f1")
    } == {0.0}


@pytest.mark.parametrize(
    ("fields", "measure", "value"),
    [
        ({"role": "note"}, "role", 0.5),
        ({"act": "result"}, "act", 0.5),
        ({"trail": []}, "parent", 0.5),
        ({"trail": ["다른", "교역"]}, "parent", 1.0),
        ({"text": "항공  노선2개 신설"}, "spacing", 0.5),
        ({"text": "항공  노선2개 신설"}, "statements_f1", 1.0),
        ({"text": "항공 노선 2개를 신설"}, "statements_f1", 0.5),
        ({"text": "항공 노선 2개를 신설"}, "act", 1.0),
        ({"text": "전혀 다른 말이다"}, "act", 0.5),
        ({"parties": [{"id": "CHL"}, {"id": "PER"}]}, "parties_f1", 2 / 3),
        ({"parties": ["CHL", "CHL"]}, "parties_f1", 2 / 3),
        ({"times": [{"start": "2025-01-01", "end": None, "role": "period"}]}, "times_f1", 1.0),
        ({"times": [{"start": "2025-01-01", "end": None, "role": "period"}]}, "times_role_f1", 0.0),
        ({"quantities": [{"value": 2.0000000001, "unit": "count"}]}, "quantities_f1", 1.0),
        ({"quantities": [{"value": 2, "unit": "person"}]}, "quantities_f1", 0.0),
        ({"names": [{"text": "바닷길구상"}]}, "names_f1", 1.0),
        ({"names": []}, "names_f1", 0.0),
    ],
)
def test_each_measure(fields: Row, measure: str, value: float) -> None:
    assert score(changed(**fields))[measure] == pytest.approx(value)


def test_furniture_counts_only_for_provenance() -> None:
    more = [*GOLD, statement("바닥글", role="meta")]
    assert score(more)["statements_f1"] == 1.0
    assert score([GOLD[0], GOLD[1], {**GOLD[2], "role": "item"}])["statements_f1"] == pytest.approx(0.8)


def test_mentions_of_statements_that_gold_lacks_count_as_found() -> None:
    extra = statement("아주 다른 문장", parties=["PER"])
    assert score([*GOLD, extra])["parties_f1"] == pytest.approx(2 / 3)


def test_the_document_record() -> None:
    assert score(GOLD, {**DOCUMENT, "title": "다른 글", "date": None})["document"] == 0.5


def test_provenance_reads_the_span() -> None:
    text = "가 교역\n확대 나"
    row = statement("교역 확대", span=[2, 7])
    assert provenance(text, [row]) == 1.0
    assert provenance(text, [row, {**row, "span": [0, 4]}]) == 0.5
    assert provenance(None, [row]) == 0.0


def test_equal_texts_are_paired_in_order() -> None:
    gold = [statement("교역", act="result"), statement("교역", act="effect")]
    assert [pair.read for pair in align(gold, gold)] == gold


def test_gold_files_may_hold_keys_instead_of_texts() -> None:
    key = hashlib.sha1("교역확대".encode()).hexdigest()
    gold = [{"record": "statement", "key": key, "parent_key": "", "role": "item", "act": "none"}]
    (pair,) = align(gold, [statement("교역 확대")])
    assert pair.exact
