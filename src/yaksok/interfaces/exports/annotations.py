"""Statements as W3C Web Annotations: what each says, on the stretch of its source that it was read from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any, TextIO

from sqlalchemy import Connection

from yaksok.interfaces.exports.linked_data import PATHS, TERMS, instant, named, source_iri, up_to, write_items
from yaksok.interfaces.exports.rows import Cells, addresses_of
from yaksok.ledger.streams import Reading, Values, heads, readings, statement_counts

Node = dict[str, Any]

CONTEXT: list[Any] = ["http://www.w3.org/ns/anno.jsonld", {"yaksok": TERMS}]

PDF = "application/pdf"
PDF_FRAGMENTS = "http://tools.ietf.org/rfc/rfc3778"
"""What the Web Annotation Data Model names as the rules for fragments of PDF."""

AROUND = 32
"""Characters before and behind a quote."""


def write_annotations(file: TextIO, connection: Connection) -> int:
    """Write one collection with an annotation for each statement of the current versions; how many."""
    counts = statement_counts(connection)
    collection = {
        "@context": CONTEXT,
        "id": named("annotations", "statements"),
        "type": "AnnotationCollection",
        "label": "Statements of a yaksok ledger",
        "total": sum(counts.get(head["key"], 0) for head in heads(connection)),
    }
    page = {
        "id": named("annotations", "statements-1"),
        "type": "AnnotationPage",
        "partOf": collection["id"],
        "startIndex": 0,
    }
    before = up_to(collection, "first") + up_to(page, "items")
    return write_items(file, before, _annotations(connection), "}}")


def _annotations(connection: Connection) -> Iterator[Node]:
    for reading in readings(connection, with_text=True, with_layout=True):
        head = reading.head
        mentions: defaultdict[int, list[Values]] = defaultdict(list)
        for mention in reading.mentions:
            mentions[mention["n"]].append(mention)
        source, creator = _source(head), _creator(head)
        selectors = _selectors_in(reading)
        for row in reading.statements:
            yield {
                "id": named("annotation", f"{head['id']}-{row['n']}"),
                "type": "Annotation",
                "motivation": "classifying",
                "created": instant(head["added_at"]),
                "creator": creator,
                "body": [*_bodies(row, head), *map(_mention_body, mentions.get(row["n"], ()))],
                "target": {"type": "SpecificResource", "source": source, "selector": selectors(row)},
            }


def _source(head: Values) -> Node:
    """The stored source; positions count the text that was read from it, which the version names."""
    return {
        "id": source_iri(head["source_hash"]),
        "type": "Text",
        "format": head["media_type"],
        "language": head["language"],
        "yaksok:sha256": head["source_hash"],
        "yaksok:address": head["address"],
        "yaksok:version": named("version", head["id"]),
    }


def _creator(head: Values) -> Node:
    program, rules = head["program"], head["rules"]
    return {
        "id": named("program", f"{program}-{rules}" if rules else program),
        "type": "Software",
        "name": f"yaksok {program}",
    }


def _bodies(row: Values, head: Values) -> Iterator[Node]:
    """The statement's words, its act and its role."""
    yield {
        "type": "TextualBody",
        "purpose": "describing",
        "value": row["text"],
        "format": "text/plain",
        "language": head["language"],
        "yaksok:kind": "statement",
        "yaksok:statement": named("statement", row["id"]),
        "yaksok:number": row["n"],
    }
    yield _tag("classifying", row["act"], "act")
    yield _tag("classifying", row["role"], "role")


def _mention_body(mention: Values) -> Node:
    kind = mention["kind"]
    body = _tag("identifying" if kind == "party" else "tagging", _mention_value(mention), kind)
    body |= {
        "yaksok:text": mention["text"],
        "yaksok:start": mention["span_start"],
        "yaksok:end": mention["span_end"],
    }
    if kind == "time":
        body["yaksok:role"] = mention["role"]
    if kind == "name":
        body["yaksok:type"] = mention["value"]
    return body


def _mention_value(mention: Values) -> str:
    """A party's id, a time as an ISO 8601 interval (".." leaves a side open), an amount with its unit, a name."""
    match mention["kind"]:
        case "party":
            return str(mention["value"])
        case "time":
            return f"{mention['time_start'] or '..'}/{mention['time_end'] or '..'}"
        case "quantity":
            whole = mention["whole_number"]
            return f"{mention['number'] if whole is None else whole} {mention['value']}"
        case _:
            return str(mention["text"])


def _tag(purpose: str, value: str, kind: str) -> Node:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "yaksok:kind": kind}


def _selectors_in(reading: Reading) -> Callable[[Values], list[Node]]:
    text, media_type = reading.head["text"], reading.head["media_type"]
    where = addresses_of(reading)

    def selectors(row: Values) -> list[Node]:
        start, end = row["span_start"], row["span_end"]
        quote = {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - AROUND) : start],
            "suffix": text[end : end + AROUND],
        }
        found: list[Node] = [_position(start, end), quote]
        address = where(row)
        if address[0] is not None:
            found.append(_structural(address))
        if media_type == PDF and address[4] is not None:
            page = _fragment(f"page={address[4]}", PDF_FRAGMENTS)
            found.append({**page, "refinedBy": quote})
        return found

    return selectors


def _structural(address: Cells) -> Node:
    """A place by the paragraphs of its file: within one of them, or from one to another."""
    path, start, to, end, _page = address
    if path == to:
        return {**_fragment(path, PATHS), "refinedBy": _position(start, end)}
    return {
        "type": "RangeSelector",
        "startSelector": {**_fragment(path, PATHS), "refinedBy": _position(start, start)},
        # A range ends before what its end selects.
        "endSelector": {**_fragment(to, PATHS), "refinedBy": _position(end, end)},
    }


def _fragment(value: str, rules: str) -> Node:
    return {"type": "FragmentSelector", "value": value, "conformsTo": rules}


def _position(start: int, end: int) -> Node:
    return {"type": "TextPositionSelector", "start": start, "end": end}
