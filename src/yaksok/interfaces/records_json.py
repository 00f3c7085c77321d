"""Documents and statements as the JSON objects of the reading contract, with a few fields more."""

from __future__ import annotations

import json
from collections.abc import Iterator

from yaksok.records.mentions import Mention
from yaksok.records.problem import Problem
from yaksok.records.source import SourceText
from yaksok.records.statement import Document, Statement

JsonObject = dict[str, object]


def to_line(record: JsonObject) -> str:
    """One record on one line, with letters as they are."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def records(document: Document, source: SourceText | None = None) -> Iterator[JsonObject]:
    """The document record, then one record for each statement in order."""
    yield document_record(document, source)
    for statement in document.statements:
        yield statement_record(statement)


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
        }
        record["problems"] = [problem_record(problem) for problem in source.problems]
    return record


def statement_record(statement: Statement) -> JsonObject:
    """A statement with its mentions; spans count characters of the document's text."""
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
