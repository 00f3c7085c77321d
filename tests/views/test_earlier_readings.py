"""Earlier output of `yaksok read` against its source as it is now."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from tests.support.flows import read_flow

from yaksok.errors import NotAReading
from yaksok.interfaces.documents import ReadDocument
from yaksok.interfaces.records_json import records, to_line
from yaksok.read.office.flow import Paragraph
from yaksok.views.earlier_readings import EarlierReading, earlier_readings, reading_differences, reading_of


def reading(words: str = "누리부는 페루와 협력을 확대한다.", origin: str = "plan.hwpx") -> ReadDocument:
    return read_flow(
        Paragraph("section0/p0", words), Paragraph("section0/p1", "교역 사무소를 2개 연다."), origin=origin
    )


def output(read_it: ReadDocument) -> list[dict[str, Any]]:
    return [json.loads(to_line(record)) for record in records(read_it.document, read_it.source)]


def parsed(*rows: dict[str, Any]) -> list[EarlierReading]:
    return earlier_readings("\n".join(map(json.dumps, rows)).encode(), origin="plan.jsonl")


def lines(rows: list[dict[str, Any]], now: ReadDocument) -> list[str]:
    return [each.line() for each in reading_differences(parsed(*rows)[0], now.source, now.document)]


def test_a_reading_of_the_same_file_holds() -> None:
    assert lines(output(reading()), reading()) == []


def test_a_changed_source_is_named_by_statement() -> None:
    found = lines(output(reading()), reading("누리부는 칠레와 협력을 확대한다."))
    assert found[1:] == [
        'statement 1, text: expected "누리부는 페루와 협력을 확대한다.", found "누리부는 칠레와 협력을 확대한다."',
        'statement 1, mention in parties: expected "페루", found "칠레"',
    ]
    assert found[0].startswith('text from character 5 on: expected "페루와')


def test_another_hash_is_named() -> None:
    now = reading()
    later = ReadDocument(replace(now.source, sha256="0" * 64), now.document)
    assert [line[:22] for line in lines(output(reading()), later)] == ["SHA-256 of the source:"]


def test_an_edited_reading_is_named() -> None:
    rows = output(reading())
    rows[1]["text"] = "누리부는 페루와 협력을 끝낸다."
    rows[2]["address"]["path"] = "section0/p9"
    rows[2]["span"] = [0, 10_000]
    found = lines(rows, reading())
    assert len(found) == 3
    assert found[0].startswith('statement 1, text: expected "누리부는 페루와 협력을 끝낸다."')
    assert found[1].startswith("statement 2, text: ")
    assert found[2].startswith("statement 2, address: expected section0/p9:0, found section0/p0")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not json\n",
        b"\xff\xfe\n",
        b"[1]\n",
        b'{"record": "statement"}\n',
        b'{"record": "document"}\n',
        b'{"record": "document", "text": "", "source": {"path": 1, "sha256": ""}}\n',
        b"[" * 100_000,
    ],
)
def test_other_files_are_no_readings(data: bytes) -> None:
    with pytest.raises(NotAReading):
        earlier_readings(data, origin="notes.txt")


@pytest.mark.parametrize(
    "change", [{"n": "1"}, {"span": [0]}, {"span": "ab"}, {"span": [0, 1.5]}, {"parties": 3}, {"address": 3}]
)
def test_a_broken_statement_makes_no_reading(change: dict[str, Any]) -> None:
    document, statement, *_ = output(reading())
    with pytest.raises(NotAReading, match=r"line 2"):
        parsed(document, statement | change)


def test_the_reading_of_a_file_is_found_by_path_then_name() -> None:
    readings = [
        parsed(*output(reading(origin=origin)))[0]
        for origin in ("a/plan.hwpx", "b/plan.hwpx", "c/review.hwpx")
    ]
    assert reading_of("b/plan.hwpx", readings) == readings[1]
    assert reading_of("/tmp/review.hwpx", readings) == readings[2]
    assert reading_of("/tmp/plan.hwpx", readings) is None
    assert reading_of("other.hwpx", readings[:1]) == readings[0]
