"""The shapes of answers and questions, as OpenAPI tells them.

Spans count characters of the document's text, from and to (exclusive). Days are ISO.
"""

from __future__ import annotations

from typing import Annotated, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from yaksok.records.commitment import Extent, Provenance, Status
from yaksok.records.link import LinkState, Relation
from yaksok.records.mentions import NameType, TimeRole
from yaksok.records.promise import Level
from yaksok.records.proof import SearchOutcome
from yaksok.records.statement import Act, Genre, Language, Role

Span = tuple[int, int]
Row = TypeVar("Row")


class Shape(BaseModel):
    """What all shapes have in common: they cannot be changed, and hold nothing that is not named."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Fault(Shape):
    """What went wrong: its number in docs/errors.md, in words, and what to do next."""

    number: str
    message: str
    next_step: str


class Problem(Shape):
    """The one shape of every error."""

    error: Fault


class Page(Shape, Generic[Row]):
    """Some rows of a list. `next` is the cursor of the rows after them, null at the end.

    A page may hold fewer rows than `limit`, even none: go on while there is a `next`.
    """

    rows: tuple[Row, ...]
    next: str | None
    total: int | None = Field(description="How many there are in all; null where they were not counted.")


class Place(Shape):
    """Where a statement stands."""

    doc: str = Field(description="The name of its document.")
    n: int
    id: str = Field(description="Names the statement for ever: a digest of its source, span and words.")
    text: str
    span: Span


class PartyMention(Shape):
    """A party that a statement names."""

    text: str
    span: Span
    id: str


class TimeMention(Shape):
    """A time that a statement names."""

    text: str
    span: Span
    start: str | None
    end: str | None
    role: TimeRole


class QuantityMention(Shape):
    """A quantity that a statement names."""

    text: str
    span: Span
    value: int | float
    unit: str


class NameMention(Shape):
    """A proper name in a statement."""

    text: str
    span: Span
    type: NameType


class Mentions(Shape):
    """What a statement names."""

    parties: tuple[PartyMention, ...]
    times: tuple[TimeMention, ...]
    quantities: tuple[QuantityMention, ...]
    names: tuple[NameMention, ...]


class Statement(Place):
    """A statement with what it does and what it names."""

    role: Role
    act: Act
    level: int
    parent: int | None
    mentions: Mentions


class Document(Shape):
    """A document in its newest version."""

    doc: str
    version: str
    title: str
    date: str | None = Field(description="As the document writes it: a day, a month or a year.")
    day: str | None = Field(description="The one day it is reckoned with.")
    issuer: str | None
    genre: Genre
    language: Language
    address: str
    source: str = Field(description="SHA-256 of its bytes.")


class DocumentWithCounts(Document):
    """A document with how many statements it has by what they do."""

    statements: int
    acts: dict[Act, int]


class Due(Shape):
    """A date by which a promise is to be kept: its last day, and the words it was read from."""

    date: str
    words: str
    inherited: bool


class Commitment(Place):
    """A promise and how it stands as of a day."""

    address: str = Field(description="Where its document was found.")
    title: str
    issuer: str | None
    genre: Genre
    published: str | None
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
    as_of: str


class Source(Shape):
    """The document of a statement, and where in it the statement stands."""

    title: str
    published: str | None
    issuer: str | None
    genre: Genre
    address: str
    where: str
    line: int | None
    trail: tuple[str, ...]


class Step(Shape):
    """A step of a proof, a near miss or a change, in words."""

    kind: str
    sentence: str
    statement: Place | None = None


class Witness(Place):
    """A later statement that speaks for or against a promise."""

    source: Source
    relation: Relation
    score: float
    reasons: str
    event: str
    provenance: Provenance
    proposer: str
    state: LinkState


class ChainStep(Place):
    """A statement in the life of a commitment."""

    kind: Literal["first_stated", "restated", "changed", "reported", "ended"]
    date: str | None
    changes: tuple[str, ...]
    relation: Relation | None


class CommitmentCard(Shape):
    """A promise with its proof: everything that its verdict rests on."""

    commitment: Commitment
    source: Source
    why: str
    rules: str
    proof: tuple[Step, ...]
    supporting: tuple[Witness, ...]
    again: tuple[Witness, ...]
    against: tuple[Witness, ...]
    searched: str
    nearest_misses: tuple[Step, ...]
    would_change: tuple[Step, ...]
    missing: tuple[str, ...]
    chain: tuple[ChainStep, ...]


class Count(Shape):
    """How many commitments have a value."""

    value: str
    number: int


class Party(Shape):
    """A country, organisation, group or region."""

    id: str
    kind: str
    english: str
    korean: str
    promises: int | None = Field(default=None, description="How many promises name it, in lists only.")


class PartyCard(Party):
    """A party with how promises that concern it stand."""

    groups: tuple[str, ...] = Field(description="The groups it belongs to on the day.")
    by_status: tuple[Count, ...]


class Link(Shape):
    """A judgement about two statements, with where it stands by which decision."""

    source: Place
    target: Place
    relation: Relation
    score: float
    why: str
    proposer: str
    state: LinkState
    decision: str | None


class StatementName(Shape):
    """A statement as a decision names it."""

    doc: str
    text: str
    id: str


class Decision(Shape):
    """What a person said of a link, and whether it holds."""

    id: str
    kind: str
    promise: StatementName
    later: StatementName | None
    relation: Relation | None
    person: str
    note: str
    decided_at: str
    undoes: str | None
    standing: str


Text = Annotated[str, Field(max_length=200, min_length=1)]


class DecisionAsked(BaseModel):
    """A decision to be made: accept, reject or relabel a link, draw one, or note something.

    Statements are named by their id or as DOCUMENT:NUMBER. `relation` goes with relabel and draw.
    """

    model_config = ConfigDict(extra="forbid")

    kind: Literal["accept", "reject", "relabel", "draw", "note"]
    promise: Text
    later: Text | None = None
    relation: Relation | None = None
    note: str = Field(default="", max_length=10_000)


class UndoAsked(BaseModel):
    """A decision to be taken back, with a note."""

    model_config = ConfigDict(extra="forbid")

    note: str = Field(default="", max_length=10_000)


class Health(Shape):
    """That the server answers, and what runs."""

    status: Literal["ok"]
    version: str


class Counts(Shape):
    """How many commitments have each value of a facet; `left_out` is how many values are not told."""

    counts: tuple[Count, ...]
    left_out: int = 0


class Uploaded(Shape):
    """An upload that was taken: where its progress can be asked for."""

    id: str
    address: str


class Hit(Place):
    """A statement that a search found. `matches` are the stretches of `text` that matched."""

    address: str = Field(description="Where its document was found.")
    title: str
    issuer: str | None
    genre: Genre
    published: str | None
    language: Language
    role: Role
    act: Act
    trail: tuple[str, ...]
    matches: tuple[Span, ...]
    parties: tuple[str, ...]
    topics: tuple[str, ...]
    status: Status | None
    due: str | None
    score: float


class Facet(Shape):
    """The values of one field among all hits."""

    name: str
    counts: tuple[Count, ...]


class Found(Shape):
    """One page of what a search found.

    `also` are the names in other words or languages that were searched for as well. `notices` tell what of the
    query could not be taken as it stands. `exact` is false where there may be more than `total`.
    """

    rows: tuple[Hit, ...]
    next: str | None
    total: int
    exact: bool
    facets: tuple[Facet, ...]
    also: tuple[str, ...]
    notices: tuple[str, ...]


class UploadedFile(Shape):
    """What became of one file: added, a new version, unchanged, a copy, or a problem."""

    name: str
    outcome: str
    document: str | None
    statements: int
    problem: Fault | None


class Upload(Shape):
    """How far an upload is: waiting, reading, linking, judging, done or failed."""

    id: str
    phase: str
    files: tuple[UploadedFile, ...]
    links: int
    problem: Fault | None
