"""Annotations hold to the Web Annotation Data Model, and every selector gives back the quote from the text."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

import yaksok
from yaksok.interfaces.exports.linked_data import source_iri
from yaksok.ledger.opening import open_for_reading
from yaksok.ledger.reader import current_documents, stored_document
from yaksok.records.statement import Document

Node = dict[str, Any]

# The Recommendation's own list of motivations, and of the classes that are used here with their properties.
MOTIVATIONS = set(
    "assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating"
    " questioning replying tagging".split()
)
REQUIRED = {
    "AnnotationCollection": {"id", "type", "total", "first"},
    "AnnotationPage": {"id", "type", "items", "partOf", "startIndex"},
    "Annotation": {"id", "type", "target"},
    "SpecificResource": {"type", "source", "selector"},
    "TextualBody": {"type", "value", "purpose"},
    "TextPositionSelector": {"type", "start", "end"},
    "TextQuoteSelector": {"type", "exact", "prefix", "suffix"},
    "FragmentSelector": {"type", "value", "conformsTo"},
    "RangeSelector": {"type", "startSelector", "endSelector"},
    "Text": {"id", "type", "format", "language"},
    "Software": {"id", "type", "name"},
}
FURTHER = {
    "AnnotationCollection": {"@context", "label"},
    "Annotation": {"body", "motivation", "created", "creator"},
    "TextualBody": {"format", "language"},
    "FragmentSelector": {"refinedBy"},
}
SELECTORS = {"TextPositionSelector", "TextQuoteSelector", "FragmentSelector", "RangeSelector"}
_IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")


@pytest.fixture(scope="module")
def collection(ledger: yaksok.Ledger, tmp_path_factory: pytest.TempPathFactory) -> Node:
    target = tmp_path_factory.mktemp("annotations") / "annotations.jsonld"
    ledger.export(target, format="annotations")
    found: Node = json.loads(target.read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def documents(ledger: yaksok.Ledger) -> dict[str, Document]:
    """The documents with their layouts, by the IRI of their source."""
    engine = open_for_reading(Path(str(ledger).split("'")[1]))
    with engine.connect() as connection:
        keys = [stored.key for stored in current_documents(connection)]
        stored = [stored_document(connection, key, with_layout=True) for key in keys]
    return {source_iri(one.source): one.document for one in stored}


def faults(node: Any) -> list[str]:
    """What does not hold of a node and all within it."""
    if isinstance(node, list):
        return [fault for one in node for fault in faults(one)]
    if not isinstance(node, dict):
        return []
    kind = node.get("type")
    if kind not in REQUIRED:
        return [f"{kind} is no class that is known"]
    own = {name for name in node if not name.startswith("yaksok:")}
    found = [f"{kind} lacks {name}" for name in REQUIRED[kind] - own]
    found += [f"{kind} has {name}" for name in own - REQUIRED[kind] - FURTHER.get(kind, set())]
    found += [
        f"{name} is no IRI: {node[name]}"
        for name in ("id", "conformsTo", "partOf")
        if name in node and not _IRI.fullmatch(node[name])
    ]
    if "created" in node and not _INSTANT.fullmatch(node["created"]):
        found.append(f"created is not in UTC with a Z: {node['created']}")
    for name in ("purpose", "motivation"):
        if name in node and node[name] not in MOTIVATIONS:
            found.append(f"{node[name]} is no motivation")
    return found + [fault for name, value in node.items() if name != "@context" for fault in faults(value)]


def test_it_holds_to_the_data_model(collection: Node) -> None:
    assert collection["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert faults(collection) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"created": "2025-01-01T00:00:00+09:00"}, "UTC"),
        ({"motivation": "reading"}, "motivation"),
        ({"id": "no iri"}, "IRI"),
        ({"target": {"type": "SpecificResource", "source": []}}, "lacks selector"),
        ({"colour": "red"}, "has colour"),
    ],
)
def test_the_check_finds_what_is_wrong(collection: Node, change: Node, fault: str) -> None:
    assert any(fault in found for found in faults(collection["first"]["items"][0] | change))


def test_there_is_one_annotation_for_each_statement(collection: Node, ledger: yaksok.Ledger) -> None:
    items = collection["first"]["items"]
    statements = list(ledger.statements())
    assert collection["total"] == len(items) == len(statements)
    assert len({item["id"] for item in items}) == len(items)
    for item, one in zip(items, statements, strict=True):
        words, act, role = (body["value"] for body in item["body"][:3])
        assert (words, act, role) == (one.statement.text, one.statement.act, one.statement.role)
        mentions = [body["yaksok:kind"] for body in item["body"][3:]]
        wanted = (one.statement.parties, one.statement.times, one.statement.quantities, one.statement.names)
        assert [mentions.count(kind) for kind in ("party", "time", "quantity", "name")] == list(
            map(len, wanted)
        )


def test_every_selector_gives_back_the_quote(collection: Node, documents: dict[str, Document]) -> None:
    seen = set()
    for item in collection["first"]["items"]:
        target = item["target"]
        document = documents[target["source"]["id"]]
        position, quote, *others = target["selector"]
        start, end = position["start"], position["end"]
        assert document.text[start:end] == quote["exact"]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert document.text[start - len(quote["prefix"]) :].startswith(around)
        seen |= {position["type"], quote["type"], *(other["type"] for other in others)}
        for other in others:
            check_structural(other, document, (start, end), quote)
    assert seen == SELECTORS


def check_structural(selector: Node, document: Document, span: tuple[int, int], quote: Node) -> None:
    """A paragraph's offsets lead to the same characters of the text."""
    assert document.layout is not None
    starts = {place.path: place.span[0] for place in document.layout.places}
    if selector["type"] == "RangeSelector":
        ends = [selector["startSelector"], selector["endSelector"]]
        found = [starts[end["value"]] + end["refinedBy"]["start"] for end in ends]
        assert tuple(found) == span
    elif selector["value"].startswith("page="):
        assert selector["refinedBy"] == quote
    else:
        refined = selector["refinedBy"]
        begin = starts[selector["value"]]
        assert (begin + refined["start"], begin + refined["end"]) == span


def test_mentions_stand_where_they_say(collection: Node, documents: dict[str, Document]) -> None:
    checked = 0
    for item in collection["first"]["items"]:
        text = documents[item["target"]["source"]["id"]].text
        for body in item["body"][3:]:
            words = text[body["yaksok:start"] : body["yaksok:end"]]
            assert "".join(words.split()) == "".join(body["yaksok:text"].split())
            checked += 1
    assert checked > 20
