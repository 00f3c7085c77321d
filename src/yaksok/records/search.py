"""What is asked of a search, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from yaksok.records.commitment import Status
from yaksok.records.mentions import Span
from yaksok.records.statement import Act, Genre, Language, Role

SearchSort = Literal["relevance", "day", "-day"]
"""Best first, oldest first or newest first; what has no day is taken for older than all else."""
SORTS: tuple[SearchSort, ...] = ("relevance", "day", "-day")

SearchLevel = Literal["statement", "document"]

FacetName = Literal["party", "act", "status", "issuer", "genre", "year", "topic", "language", "role"]
FACETS: tuple[FacetName, ...] = (
    "party",
    "act",
    "status",
    "issuer",
    "genre",
    "year",
    "topic",
    "language",
    "role",
)

NoticeKind = Literal[
    "cut",
    "unclosed quotation mark",
    "unclosed parenthesis",
    "empty phrase",
    "unknown value",
    "bad period",
    "nothing to search for",
    "standing incomplete",
    "statuses not counted",
    "not linked",
    "index incomplete",
]


@dataclass(frozen=True, slots=True)
class SearchNotice:
    """Something of a query that was not taken as it stands, with the words that it is about."""

    kind: NoticeKind
    field: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchFilter:
    """What hits must be, besides what the query says; an empty field restricts nothing.

    Several values of one field are alternatives, but a hit names all of `parties` and is about all of
    `topics`. `parties` count also where a heading above names them. `documents` are stems. `years` are the
    first and the last year of the document's day, `due_from` and `due_until` ISO days between which a
    promise is due, all included; None leaves an end open.
    """

    parties: frozenset[str] = frozenset()
    acts: frozenset[Act] = frozenset()
    roles: frozenset[Role] = frozenset()
    statuses: frozenset[Status] = frozenset()
    issuers: frozenset[str] = frozenset()
    genres: frozenset[Genre] = frozenset()
    topics: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    languages: frozenset[Language] = frozenset()
    years: tuple[int | None, int | None] = (None, None)
    due_from: str | None = None
    due_until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A statement that was found.

    `key` is that of its version in the ledger. `span` is its place in the document's text; `matches` are
    the stretches of `text` that matched, and `places` the same in the document's text (fewer where the
    text was mended in reading). `day` is the ISO day that the document is reckoned with. `status` and `due`
    are those of a promise as of the day that was asked about.
    """

    key: int
    version: str
    doc: str
    n: int
    id: str
    title: str
    issuer: str | None
    genre: Genre
    published: str | None
    day: str | None
    language: Language
    role: Role
    act: Act
    text: str
    trail: tuple[str, ...]
    span: Span
    matches: tuple[Span, ...] = ()
    places: tuple[Span, ...] = ()
    parties: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    status: Status | None = None
    due: str | None = None
    score: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentHit:
    """A document that was found, with those of its statements that match best, the best first."""

    key: int
    version: str
    doc: str
    title: str
    issuer: str | None
    genre: Genre
    published: str | None
    day: str | None
    language: Language
    score: float = 0.0
    statements: tuple[Hit, ...] = ()


@dataclass(frozen=True, slots=True)
class FacetCount:
    """How many of all hits have a value."""

    value: str
    number: int


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one field among all hits, the most frequent first (years: the newest first).

    `others` counts values beyond those listed.
    """

    name: FacetName
    counts: tuple[FacetCount, ...]
    others: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """One page of hits: `hits` of a search for statements, `documents` of one for documents.

    `total` counts all hits; where `exact` is false there may be more. `also` are the names in other words
    or languages that were searched for, each with the words of the query that stand for it. `next` and
    `previous` are the cursors of the neighbouring pages, "" for none. `analyser` is what cut the index's
    words.
    """

    query: str
    level: SearchLevel
    hits: tuple[Hit, ...] = ()
    documents: tuple[DocumentHit, ...] = ()
    total: int = 0
    exact: bool = True
    facets: tuple[Facet, ...] = ()
    also: tuple[tuple[str, str], ...] = ()
    notices: tuple[SearchNotice, ...] = ()
    next: str = ""
    previous: str = ""
    analyser: str = ""
    filter: SearchFilter = field(default_factory=SearchFilter)
