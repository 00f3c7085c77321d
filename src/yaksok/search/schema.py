"""The fields of the index: one entry for each statement, one for each document, in an index each.

Lengths and rarities of statements and documents are different things, so their scores come from two indexes.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from yaksok.records.statement import Act, Genre, Language, Role
from yaksok.search.analysis import Token

FORMAT = 1
"""What an index holds; one of another format is made anew."""

NUMBERS = 1 << 24
"""Statements of one version are numbered below this, so that a place in a ledger is one integer."""

BREAK = "\u0001"
"""Stands between statements in the surface stream of a document: no phrase goes over it."""

STATIC = ("party", "act", "role", "issuer", "genre", "topic", "language")
"""Fields with one term for each value, as they are written."""

UNKNOWN_DAY = 0

Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class About:
    """What an index knows of a document besides its words."""

    key: int
    stem: str
    issuer: str | None
    genre: Genre
    language: Language
    day: date | None


@dataclass(frozen=True, slots=True)
class Said:
    """What an index knows of a statement: its streams, its headings' words, and what it is about."""

    n: int
    role: Role
    act: Act
    words: Sequence[Token]
    surface: Sequence[Token]
    above: Sequence[str]
    parties: Sequence[str]
    topics: Sequence[str]


def place_of(version: int, n: int) -> int:
    """A statement's place in the ledger as one integer."""
    return version * NUMBERS + n


def version_and_number(place: int) -> tuple[int, int]:
    """The place that an integer means."""
    return divmod(place, NUMBERS)


@cache
def statement_schema() -> Any:
    """Fields of the index of statements."""
    from tantivy import SchemaBuilder  # noqa: PLC0415 - comes with the extra "search"

    builder = SchemaBuilder()
    _add_common(builder)
    builder.add_unsigned_field("place", indexed=True, fast=True)
    builder.add_text_field("above", tokenizer_name="whitespace", index_option="freq")
    builder.add_bytes_field("spans", stored=True)
    return builder.build()


@cache
def document_schema() -> Any:
    """Fields of the index of documents."""
    from tantivy import SchemaBuilder  # noqa: PLC0415 - the same

    builder = SchemaBuilder()
    _add_common(builder, stored=False)
    return builder.build()


def _add_common(builder: Any, *, stored: bool = True) -> None:
    builder.add_unsigned_field("version", indexed=True, fast=True)
    builder.add_text_field("words", tokenizer_name="whitespace", index_option="position", stored=stored)
    builder.add_text_field("pairs", tokenizer_name="whitespace", index_option="position")
    for name in STATIC:
        shown = stored and name in {"party", "topic"}
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True, stored=shown)
    builder.add_text_field("document", tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("year", indexed=True, fast=True)
    builder.add_integer_field("day", indexed=True, fast=True)


def statement_entry(about: About, said: Said) -> Entry:
    """What is written of one statement."""
    return {
        **_about(about),
        "place": place_of(about.key, said.n),
        "words": " ".join([token.form for token in said.words]),
        "pairs": " ".join([token.form for token in said.surface]),
        "above": " ".join(said.above),
        "party": list(said.parties),
        "topic": list(said.topics),
        "act": said.act,
        "role": said.role,
        "spans": packed(said.words),
    }


def document_entry(about: About, title: Said, statements: Sequence[Said]) -> Entry:
    """What is written of one document: its title's words and those of its statements."""
    parts = [title, *statements]
    return {
        **_about(about),
        "words": " ".join([token.form for said in parts for token in said.words]),
        "pairs": f" {BREAK} ".join([" ".join([token.form for token in said.surface]) for said in parts]),
        "party": sorted({party for said in statements for party in said.parties}),
        "topic": sorted({topic for said in statements for topic in said.topics}),
        "act": sorted({said.act for said in statements}),
        "role": sorted({said.role for said in statements}),
    }


def _about(about: About) -> Entry:
    entry: Entry = {
        "version": about.key,
        "document": about.stem,
        "genre": about.genre,
        "language": about.language,
        "day": about.day.toordinal() if about.day else UNKNOWN_DAY,
    }
    if about.issuer:
        entry["issuer"] = about.issuer
    if about.day:
        entry["year"] = about.day.year
    return entry


def packed(tokens: Sequence[Token]) -> bytes:
    """The spans of tokens, as they are stored beside their forms."""
    return array("I", [place for token in tokens for place in (token.start, token.end)]).tobytes()


def unpacked(words: str, spans: bytes) -> list[Token]:
    """The tokens of which an index stored forms and spans."""
    places = array("I")
    places.frombytes(spans)
    return [
        Token(form, places[2 * number], places[2 * number + 1])
        for number, form in enumerate(words.split(" "))
        if form
    ]
