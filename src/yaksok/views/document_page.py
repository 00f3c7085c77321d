"""One document as its readers know it: a part of its text, its contents, and what is known of the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import get_args

from sqlalchemy import Connection, select

from yaksok.fulfilment.judging import gets_verdict
from yaksok.ledger import tables
from yaksok.links.families import Member, MemberKind
from yaksok.links.grouping import copies_at, families_with
from yaksok.records.standing import Place
from yaksok.records.statement import Act, Document
from yaksok.views.document_parts import Skeleton, load_part
from yaksok.views.editions import Edition, editions, editions_by_id
from yaksok.views.reading_page import PageBlock, ReadingPage, reading_page
from yaksok.views.safety import visible

ACTS: tuple[Act, ...] = get_args(Act)
_MOST_HEADINGS = 400
_LONGEST_HEADING = 80


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the table of contents; `here`: it stands in the part that is shown."""

    n: int
    level: int
    text: str
    here: bool


@dataclass(frozen=True, slots=True)
class ActCount:
    """How many statements of the whole document do something; page furniture is not counted."""

    act: Act
    number: int


@dataclass(frozen=True, slots=True)
class Relative:
    """Another document of the family: what it is to the original, and the original itself."""

    kind: MemberKind
    edition: Edition


@dataclass(frozen=True, slots=True)
class Notice:
    """What the reader of a file had to mend or guess, by number."""

    number: str
    reason: str
    next_step: str


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """What the page of a document shows.

    `part` counts from 0 among `parts`, the numbers of the statements of each. `promises` are where the verdicts of
    the promises that are shown stand, by number: in this version, or in the original that it repeats.
    `kind` is what the document is in its family, None where it has none.
    """

    edition: Edition
    editions: tuple[Edition, ...]
    relatives: tuple[Relative, ...]
    kind: MemberKind | None
    notices: tuple[Notice, ...]
    headings: tuple[Heading, ...]
    acts: tuple[ActCount, ...]
    statements: int
    parts: tuple[range, ...]
    part: int
    reading: ReadingPage
    promises: dict[int, Place]

    @property
    def name(self) -> str:
        """What leads to the document in an address: its stem, or the id of this version where no path can hold that."""
        return name_of(self.edition)


def name_of(edition: Edition) -> str:
    """What leads to a document in an address."""
    stem = edition.stem
    return edition.version if stem in {"", ".", ".."} or "/" in stem or visible(stem) != stem else stem


def document_page(
    connection: Connection, edition: Edition, whole: Skeleton, *, at: int = 1, part: int | None = None
) -> DocumentPage:
    """The page of a version: the part that holds statement `at`, or the one with a number counted from 0."""
    place = whole.part_with(at) if part is None else min(max(part, 0), len(whole.parts) - 1)
    numbers = whole.parts[place]
    source, document = load_part(connection, edition, whole, numbers)
    reading = _with_first_page(reading_page(source, document, ranks=whole.ranks), document, whole, numbers)
    kind, relatives = _family(connection, edition) if edition.current else (None, ())
    return DocumentPage(
        edition=edition,
        editions=tuple(editions(connection, edition.document)),
        relatives=relatives,
        kind=kind,
        notices=tuple(_notices(connection, edition.key)),
        headings=tuple(_headings(whole, numbers)),
        acts=tuple(_acts(whole)),
        statements=len(whole.nodes),
        parts=whole.parts,
        part=place,
        reading=reading,
        promises=promise_places(connection, edition, document) if edition.current else {},
    )


def promise_places(connection: Connection, edition: Edition, document: Document) -> dict[int, Place]:
    """Where the verdicts of the promises in a document stand, by number; a copy's in what it repeats."""
    own = {
        statement.n: (edition.key, statement.n)
        for statement in document.statements
        if gets_verdict(statement.act, statement.role)
    }
    copies = copies_at(connection, own.values())
    if not copies.of and not copies.unplaced:
        return own
    originals = editions_by_id(connection, sorted({ref.version for ref in copies.of.values()}))
    found: dict[int, Place] = {}
    for n, place in own.items():
        original = copies.of.get((edition.version, n))
        if original is not None and original.version in originals:
            found[n] = (originals[original.version].key, original.n)
        elif (edition.version, n) not in copies.unplaced:
            found[n] = place
    return found


def _with_first_page(
    reading: ReadingPage, document: Document, whole: Skeleton, numbers: range
) -> ReadingPage:
    """The reading with the number of its first page in front, where the file has pages."""
    if document.layout is None or not len(numbers):
        return reading
    start = whole.nodes[numbers[0] - 1].start
    places = (place for place in document.layout.places if place.span[1] > start)
    page = next((place.page for place in places), None)
    if page is None or (reading.blocks and isinstance(reading.blocks[0], PageBlock)):
        return reading
    return replace(reading, blocks=(PageBlock(page), *reading.blocks))


def _headings(whole: Skeleton, numbers: range) -> Iterable[Heading]:
    shown = [node for node in whole.nodes if whole.ranks[node.n].level > 1]
    deepest = 6
    while len(shown) > _MOST_HEADINGS and deepest > 2:
        deepest -= 1
        shown = [node for node in shown if whole.ranks[node.n].level <= deepest]
    for node in shown[:_MOST_HEADINGS]:
        words = " ".join(visible(f"{node.marker} {node.text}").split())
        short = words if len(words) <= _LONGEST_HEADING else words[: _LONGEST_HEADING - 1] + "…"
        yield Heading(node.n, whole.ranks[node.n].level, short, node.n in numbers)


def _acts(whole: Skeleton) -> Iterable[ActCount]:
    counted = Counter(node.act for node in whole.nodes if node.role != "meta")
    return (ActCount(act, counted[act]) for act in ACTS if counted[act])


def _notices(connection: Connection, key: int) -> Iterable[Notice]:
    table = tables.problems
    query = select(table.c.number, table.c.reason, table.c.next_step).where(table.c.version == key)
    return [Notice(*map(visible, row)) for row in connection.execute(query.order_by(table.c.key))]


def _family(connection: Connection, edition: Edition) -> tuple[MemberKind | None, tuple[Relative, ...]]:
    """What the document is in its family, and the others of it."""
    for family in families_with(connection, [edition.key]):
        members = {member.version: member for member in family.members}
        if edition.version not in members:
            continue
        known = editions_by_id(connection, sorted(members.keys() - {edition.version}))
        return members[edition.version].kind, tuple(_relatives(members.values(), known))
    return None, ()


def _relatives(members: Iterable[Member], known: dict[str, Edition]) -> Iterable[Relative]:
    return (Relative(member.kind, known[member.version]) for member in members if member.version in known)
