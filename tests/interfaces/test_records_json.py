"""Records of documents that keep addresses; those of plain texts are in docs/statement.md."""

from __future__ import annotations

import json
from typing import Any

from tests.support.flows import cell, read_flow, table
from tests.support.reading import read

from yaksok.interfaces.documents import ReadDocument
from yaksok.interfaces.records_json import records, statement_record, to_line
from yaksok.read.office.flow import FlowAnnotation, FlowLink, Paragraph


def rows(read_it: ReadDocument) -> list[dict[str, Any]]:
    return [json.loads(to_line(record)) for record in records(read_it.document, read_it.source)]


def test_a_statement_tells_where_it_stands_in_its_file() -> None:
    read_it = read_flow(
        Paragraph("page1/line0", "누리부는 교역 협정을", page=1, box=(10, 20, 300.123, 32)),
        Paragraph("page1/line1", "넓힐 계획이다. 또 사무소를 연다.", page=1, box=(10, 34, 250, 46)),
    )
    found = [row for row in rows(read_it) if row["record"] == "statement"]
    assert found
    for row in found:
        start, end = row["span"]
        address = row["address"]
        assert address["page"] == 1
        first = next(place for place in read_it.document.layout.places if place.path == address["path"])  # type: ignore[union-attr]
        assert first.span[0] + address["start"] == start
        last_path = address.get("to", address["path"])
        last = next(place for place in read_it.document.layout.places if place.path == last_path)  # type: ignore[union-attr]
        assert last.span[0] + address["end"] == end
        assert row["cells"] == []


def test_a_statement_of_a_table_knows_its_cells() -> None:
    read_it = read_flow(
        Paragraph("p0", "예산은 다음과 같다."),
        table(cell(0, 0, "구분"), cell(0, 1, "예산"), cell(1, 0, "교류"), cell(1, 1, "3억원")),
    )
    document = read_it.document
    row = next(each for each in rows(read_it) if each["record"] == "statement" and "3억원" in each["text"])
    assert [document.text[slice(*each["span"])] for each in row["cells"]] == ["교류", "3억원"]
    assert [(each["row"], each["column"]) for each in row["cells"]] == [(1, 0), (1, 1)]
    assert set(row["cells"][1]) == {"span", "row", "column", "row_heads", "column_heads"}
    assert row["address"]["path"] == "section0/p1/table0/r1c0/p0"
    assert row["address"]["to"] == "section0/p1/table0/r1c1/p0"


def test_what_hangs_on_a_document_stands_with_its_source() -> None:
    read_it = read_flow(
        Paragraph(
            "p0",
            "교역을 늘린다.",
            links=(FlowLink(0, 2, "https://example.org/"),),
            annotations=(FlowAnnotation("memo", 4, 7, "정말?", "가나", "2024-01-02"),),
        )
    )
    told = rows(read_it)[0]["source"]
    assert told["links"] == [{"span": [0, 2], "target": "https://example.org/"}]
    assert told["annotations"] == [
        {"kind": "memo", "span": [4, 7], "text": "정말?", "author": "가나", "date": "2024-01-02"}
    ]


def test_plain_documents_have_no_addresses() -> None:
    record = statement_record(read("협력을 확대한다.\n").statements[0])
    assert not {"address", "cells"} & record.keys()
    assert (
        not {"annotations", "links"}
        & rows(read_flow(Paragraph("p0", "협력을 확대한다.")))[0]["source"].keys()
    )
