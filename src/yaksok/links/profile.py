"""What one statement is about, in the form in which statements are compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from yaksok.ledger.reader import StoredDocument
from yaksok.links.aliases import concepts, squash
from yaksok.links.cues import ends_with
from yaksok.links.deed import Deed
from yaksok.links.deeds import deeds
from yaksok.links.numbering import Numbered, numbers
from yaksok.links.party_words import matter_of
from yaksok.links.timeline import Published, published
from yaksok.links.words import own_words, terms, terms_of
from yaksok.records.link import StatementRef
from yaksok.records.mentions import TimeRole
from yaksok.records.statement import Act, Document, Statement

_WORDS_OF_ITS_OWN = 3
_EVENT_ROLES: frozenset[TimeRole] = frozenset({"planned", "due", "occurred"})
FOLLOWED: frozenset[Act] = frozenset({"commitment", "result", "position", "context"})
"""Acts of statements that can be about a promise; headings and captions only lead to them."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A statement with its terms, parties, programmes and names, its own and those of its headings.

    `heading_parties` are parties of the headings above that the statement does not name itself.
    `position` counts documents in the order they were given. `own_words` are the words that are no
    stock words, `matter` those of them that name no party and no act; `deeds`, `numbers` and `amounts` are what it does, numbers and measures; `months` those
    ("2024-10") in which it says that something happened or will happen. `heading_deeds` are the deeds
    of the heading that it details.
    """

    position: int
    stored: StoredDocument
    published: Published
    statement: Statement
    terms: Counter[str]
    heading_terms: frozenset[str]
    parties: frozenset[str]
    heading_parties: frozenset[str]
    all_parties: frozenset[str]
    concepts: frozenset[str]
    names: frozenset[str]
    own_words: frozenset[str]
    matter: frozenset[str]
    deeds: tuple[Deed, ...]
    numbers: tuple[Numbered, ...]
    amounts: frozenset[tuple[float, str]]
    months: frozenset[str]
    heading_deeds: tuple[Deed, ...]

    @property
    def ref(self) -> StatementRef:
        """The place of the statement in the ledger."""
        return self.stored.ref(self.statement)

    @property
    def about(self) -> frozenset[str]:
        """The parties it names itself, or where it names none, those of its headings."""
        return self.parties or self.heading_parties

    @property
    def stock_only(self) -> bool:
        """Whether hardly a word of it is more than a stock word of official prose."""
        return len(self.own_words) < _WORDS_OF_ITS_OWN and not self.concepts and not self.names

    @property
    def reports_failure(self) -> bool:
        """Whether it says of something that it was not done, was put off or came to an end."""
        if any(deed.told == "failed" for deed in self.deeds):
            return True
        return any(ends_with(self.statement.text, group) for group in ("undone", "delayed", "end"))


def profiles(documents: Iterable[StoredDocument]) -> Iterator[Profile]:
    """The profiles of all statements that say something, in document order."""
    for position, stored in enumerate(documents):
        when = published(stored.document)
        by_number = {statement.n: statement for statement in stored.document.statements}
        for statement in stored.document.statements:
            if statement.role not in {"meta", "title"}:
                yield _profile(position, stored, when, statement, by_number)


def profile_at(stored: StoredDocument, n: int, when: Published, by_number: dict[int, Statement]) -> Profile:
    """The profile of one statement of a document whose time is known; its position is the version's key."""
    return _profile(stored.key, stored, when, by_number[n], by_number)


def headings(statement: Statement, by_number: dict[int, Statement]) -> Iterator[Statement]:
    """The statements above one, the nearest first."""
    parent = statement.parent
    while parent is not None and parent in by_number:
        yield by_number[parent]
        parent = by_number[parent].parent


def numbered(document: Document) -> dict[int, Statement]:
    """The statements of a document by their numbers."""
    return {statement.n: statement for statement in document.statements}


def _profile(
    position: int,
    stored: StoredDocument,
    when: Published,
    statement: Statement,
    by_number: dict[int, Statement],
) -> Profile:
    above = list(headings(statement, by_number))
    parties = frozenset(party.id for party in statement.parties)
    inherited = _nearest_parties(above) - parties
    found = terms(statement.text)
    own = own_words(found)
    speaks = statement.act in FOLLOWED
    return Profile(
        position=position,
        stored=stored,
        published=when,
        statement=statement,
        terms=found,
        # Two headings up say what the matter is; those above them only name the chapter.
        heading_terms=frozenset(term for heading in above[:2] for term in terms_of(heading.text)),
        parties=parties,
        heading_parties=inherited,
        all_parties=parties | inherited,
        concepts=concepts(statement.text),
        names=frozenset(squash(name.text) for name in statement.names),
        own_words=own,
        matter=matter_of(own),
        deeds=deeds(statement.text) if speaks else (),
        numbers=numbers(statement.text) if speaks else (),
        amounts=frozenset((amount.value, amount.unit) for amount in statement.quantities),
        months=frozenset(_months(statement)) if speaks else frozenset(),
        heading_deeds=deeds(above[0].text) if speaks and above and above[0].act in FOLLOWED else (),
    )


def _months(statement: Statement) -> Iterator[str]:
    """The months of events that a statement dates to the month or the day."""
    for time in statement.times:
        if time.role in _EVENT_ROLES and time.start and time.end and time.start[:7] == time.end[:7]:
            yield time.start[:7]


def parties_at(statement: Statement, by_number: dict[int, Statement]) -> frozenset[str]:
    """The parties of a statement: its own and those of the nearest heading that names any; as in its profile."""
    own = frozenset(party.id for party in statement.parties)
    return own | _nearest_parties(list(headings(statement, by_number)))


def _nearest_parties(above: list[Statement]) -> frozenset[str]:
    """The parties of the nearest heading that names any."""
    for heading in above:
        if heading.parties:
            return frozenset(party.id for party in heading.parties)
    return frozenset()
