"""Promises as they stand on a day, in the form in which lists, facets and charts take them.

A `PromiseRow` is what a list shows of a verdict; the whole verdict is `yaksok.records.commitment.Verdict`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Generic, Literal, TypeVar

from yaksok.records.commitment import Due, Extent, Status
from yaksok.records.mentions import Span
from yaksok.records.promise import Level
from yaksok.records.proof import SearchOutcome
from yaksok.records.statement import Genre, Language

Place = tuple[int, int]
"""The key of a version in its ledger and the number of a statement in it."""

Sort = Literal["day", "-day", "due", "-due", "status", "document"]
"""By the day of the document or the due date, oldest or newest first; by status; by the name of the document.

What has no day, or no due date, comes last.
"""

SORTS: tuple[Sort, ...] = ("day", "-day", "due", "-due", "status", "document")

Facet = Literal[
    "status", "issuer", "genre", "year", "topic", "party", "document", "due_month", "strength", "search"
]
"""By what promises can be counted; "year" is that of the document's day, "due_month" is such as "2025-03"."""

FACETS: tuple[Facet, ...] = (
    "status",
    "issuer",
    "genre",
    "year",
    "topic",
    "party",
    "document",
    "due_month",
    "strength",
    "search",
)

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """One promise and how it stands as of a day.

    `key` leads back into the ledger and means nothing outside of it. `version`, `doc`, `n`, `id`, `text` and
    `span` are as in a `StatementRef`; `title`, `issuer`, `genre`, `language` are what the document says of
    itself, `published` its date as written and `day` the one day it is reckoned with (ISO; None where
    nothing is known). `parties` are the ids that the promise and its headings name. `evidence` is how
    many later statements count. All else is as in a `Verdict`.
    """

    key: Place
    version: str
    doc: str
    n: int
    id: str
    text: str
    span: Span
    title: str
    issuer: str | None
    genre: Genre
    published: str | None
    day: str | None
    language: Language
    parties: tuple[str, ...]
    topics: tuple[str, ...]
    status: Status
    search: SearchOutcome
    due: Due | None
    late: bool
    done: Extent | None
    effective: str | None
    self_reported: bool | None
    strength: Level | None
    testable: bool
    evidence: int
    as_of: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseFilter:
    """Which promises are meant; what is empty or None restricts nothing.

    `party` is the id of a party: promises that name it, or a group that it belonged to when the promise was
    made. `documents` are stems. `years` are the first and last year of the document's day. `due_from` and
    `due_until` (ISO days, both included) leave out what has no due date; so do `years` what has no day.
    """

    party: str | None = None
    statuses: frozenset[Status] = frozenset()
    issuers: frozenset[str] = frozenset()
    genres: frozenset[Genre] = frozenset()
    topics: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    years: tuple[int, int] | None = None
    due_from: str | None = None
    due_until: str | None = None
    late: bool | None = None
    self_reported: bool | None = None
    testable: bool | None = None
    strengths: frozenset[Level] = frozenset()


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Some rows of a list, how many there are in all, and where the pages beside this one begin.

    `next` and `previous` are opaque cursors, "" where there is no such page. `total` is None where it was
    not counted.
    """

    rows: tuple[Row, ...]
    total: int | None
    next: str = ""
    previous: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """How many promises have a value."""

    value: str
    number: int


@dataclass(frozen=True, slots=True)
class Cell:
    """How many promises have two values at once, such as a year and a status."""

    row: str
    column: str
    number: int
