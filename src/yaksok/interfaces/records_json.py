"""Documents and statements as the JSON objects of the reading contract, with a few fields more."""

from __future__ import annotations

import json
from collections.abc import Iterator

from yaksok.records.layout import Annotation, Hyperlink, Layout
from yaksok.records.mentions import Mention
from yaksok.records.problem import Problem
from yaksok.records.source import SourceText
from yaksok.records.statement import Document, Statement, TableCell
from yaksok.views.addresses import Address, Addresses

JsonObject = dict[str, object]


def to_line(record: JsonObject) -> str:
    """One record on one line, with letters as they are."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def records(document: Document, source: SourceText | None = None) -> Iterator[JsonObject]:
    """The document record, then one record for each statement in order."""
    yield document_record(document, source)
    addresses = Addresses(document.layout) if document.layout is not None else None
    for statement in document.statements:
        yield statement_record(statement, addresses)


def document_record(document: Document, source: SourceText | None = None) -> JsonObject:
    """What the document says of itself, its text, and where it was read from."""
    record: JsonObject = {
        "record": "document",
        "title": document.title,
        "date": document.date,
        "issuer": document.issuer,
        "genre": document.genre,
        "language": document.language,
        "text": document.text,
    }
    if source is not None:
        record["source"] = {
            "path": source.origin,
            "media_type": source.media_type,
            "encoding": source.encoding,
            "sha256": source.sha256,
            **_apart(document.layout),
        }
        record["problems"] = [problem_record(problem) for problem in source.problems]
    return record


def _apart(layout: Layout | None) -> JsonObject:
    """What hangs on the text without being part of it, where there is any."""
    if layout is None:
        return {}
    found: JsonObject = {}
    if layout.annotations:
        found["annotations"] = [annotation_record(annotation) for annotation in layout.annotations]
    if layout.links:
        found["links"] = [link_record(link) for link in layout.links]
    return found


def annotation_record(annotation: Annotation) -> JsonObject:
    """A memo, comment or tracked change, with what it concerns."""
    return {
        "kind": annotation.kind,
        "span": list(annotation.span),
        "text": annotation.text,
        "author": annotation.author,
        "date": annotation.date,
    }


def link_record(link: Hyperlink) -> JsonObject:
    """Words that lead out of the document."""
    return {"span": list(link.span), "target": link.target}


def address_record(address: Address) -> JsonObject:
    """An address; `to`, `page` and `box` only where there is something to say."""
    record: JsonObject = {"path": address.path, "start": address.start}
    if address.to != address.path:
        record["to"] = address.to
    record["end"] = address.end
    if address.page is not None:
        record["page"] = address.page
    if address.box is not None:
        record["box"] = [round(side, 2) for side in address.box]
    return record


def statement_record(statement: Statement, addresses: Addresses | None = None) -> JsonObject:
    """A statement with its mentions; spans count characters of the document's text.

    `address` and `cells` are there for documents that have addresses.
    """
    return _plain_record(statement) | (_placed_record(statement, addresses) if addresses else {})


def _placed_record(statement: Statement, addresses: Addresses) -> JsonObject:
    address = addresses.of(statement.span)
    return {
        "address": address_record(address) if address else None,
        "cells": [_cell_record(cell) for cell in statement.cells],
    }


def _cell_record(cell: TableCell) -> JsonObject:
    return {
        "span": list(cell.span),
        "row": cell.row,
        "column": cell.column,
        "row_heads": list(cell.row_heads),
        "column_heads": list(cell.column_heads),
    }


def _plain_record(statement: Statement) -> JsonObject:
    return {
        "record": "statement",
        "n": statement.n,
        "span": list(statement.span),
        "extent": list(statement.extent),
        "role": statement.role,
        "act": statement.act,
        "marker": statement.marker,
        "text": statement.text,
        "trail": list(statement.trail),
        "parent": statement.parent,
        "parties": [{"id": party.id, **_mention(party)} for party in statement.parties],
        "times": [
            {**_mention(time), "start": time.start, "end": time.end, "role": time.role}
            for time in statement.times
        ],
        "quantities": [
            {**_mention(quantity), "value": quantity.value, "unit": quantity.unit}
            for quantity in statement.quantities
        ],
        "names": [{**_mention(name), "type": name.type} for name in statement.names],
    }


def problem_record(problem: Problem) -> JsonObject:
    """A notice by number, with its first place if it has one."""
    return {
        "number": problem.number,
        "message": problem.message,
        "next_step": problem.next_step,
        "span": list(problem.span) if problem.span else None,
    }


def _mention(mention: Mention) -> JsonObject:
    return {"text": mention.text, "span": list(mention.span)}
