"""A reading as one object for each thing of its layout."""

from __future__ import annotations

import json

from hypothesis import given, settings
from tests.strategies import documents
from tests.support.flows import cell, read_flow, table
from tests.support.reading import read, source

from yaksok.read.office.flow import FlowAnnotation, FlowBlock, FlowLink, FlowNote, Paragraph
from yaksok.views.conversion_jsonl import Element, elements_of


def elements(*blocks: FlowBlock) -> list[Element]:
    read_it = read_flow(*blocks)
    return list(elements_of(read_it.source, read_it.document))


def test_a_paragraph_with_all_that_the_file_says_of_it() -> None:
    document, paragraph = elements(
        Paragraph(
            "page1/line0",
            "교역을 늘린다.",
            mark="1.",
            mark_level=1,
            heading=2,
            indent=3,
            page=1,
            box=(1, 2, 3, 4),
        )
    )
    assert document["element"] == "document"
    assert document["characters"] == 9
    assert paragraph == {
        "element": "paragraph",
        "path": "page1/line0",
        "kind": "body",
        "page": 1,
        "box": [1, 2, 3, 4],
        "mark": "1.",
        "level": 1,
        "heading": 2,
        "indent": 3,
        "span": [0, 8],
        "text": "교역을 늘린다.",
    }


def test_a_table_comes_before_its_paragraphs() -> None:
    found = elements(
        Paragraph("p0", "예산을 둔다."),
        table(cell(0, 0, "구분", columns=2, header=True), cell(1, 0, "교류"), cell(1, 1, "3억원")),
    )
    kinds = [element["element"] for element in found]
    assert kinds == ["document", "paragraph", "table", "paragraph", "paragraph", "paragraph"]
    assert found[2]["path"] == "section0/p1/table0"
    cells = found[2]["cells"]
    assert isinstance(cells, list)
    assert cells[0] == {
        "row": 0,
        "column": 0,
        "row_span": 1,
        "column_span": 2,
        "header": True,
        "span": [8, 10],
        "text": "구분",
    }


def test_notes_links_annotations_and_page_breaks() -> None:
    found = elements(
        Paragraph("p0", "협력을 넓힌다."),
        Paragraph(
            "p1",
            "교역을 늘린다.",
            new_page=True,
            notes=(FlowNote(2, "footnote", "1)", (Paragraph("n0", "둘 사이"),)),),
            links=(FlowLink(0, 2, "https://example.org/"),),
            annotations=(FlowAnnotation("memo", 4, 7, "정말?", "가나", "2024-01-02"),),
        ),
    )
    by_kind = {str(element["element"]): element for element in found}
    assert by_kind["note"] == {
        "element": "note",
        "kind": "footnote",
        "mark": "1)",
        "anchor": 11,
        "span": [18, 23],
        "text": "둘 사이\n",
    }
    assert by_kind["link"] == {
        "element": "link",
        "target": "https://example.org/",
        "span": [9, 11],
        "text": "교역",
    }
    assert by_kind["annotation"] == {
        "element": "annotation",
        "kind": "memo",
        "author": "가나",
        "date": "2024-01-02",
        "span": [13, 16],
        "text": "정말?",
    }
    assert by_kind["page_break"] == {"element": "page_break", "offset": 9}


@given(documents())
@settings(max_examples=60, deadline=None)
def test_without_a_layout_every_line_is_an_object(text: str) -> None:
    document = read(text)
    _, *found = elements_of(source(text), document)
    lines = [line for line in document.text.split("\n") if line.strip()]
    assert [element["text"] for element in found] == lines
    for element in found:
        start, end = json.loads(json.dumps(element["span"]))
        assert document.text[start:end] == element["text"]
