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
from yaksok.links.timeline import Published, published
from yaksok.links.words import own_words, terms, terms_of
from yaksok.records.link import StatementRef
from yaksok.records.statement import Act, Document, Statement

_WORDS_OF_ITS_OWN = 3
FOLLOWED: frozenset[Act] = frozenset({"commitment", "result", "position", "context"})
"""Acts of statements that can be about a promise; headings and captions only lead to them."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A statement with its terms, parties, programmes and names, its own and those of its headings.

    `heading_parties` are parties of the headings above that the statement does not name itself.
    `position` counts documents in the order they were given. `own_words` are the words that are no
    stock words; `deeds`, `numbers` and `amounts` are what it does, numbers and measures.
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
    deeds: tuple[Deed, ...]
    numbers: tuple[Numbered, ...]
    amounts: frozenset[tuple[float, str]]

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
        """Whether it says of something that it was not done or came to an end."""
        return any(deed.told == "failed" for deed in self.deeds) or ends_with(self.statement.text, "undone")


def profiles(documents: Iterable[StoredDocument]) -> Iterator[Profile]:
    """The profiles of all statements that say something, in document order."""
    for position, stored in enumerate(documents):
        when = published(stored.document)
        by_number = {statement.n: statement for statement in stored.document.statements}
        for statement in stored.document.statements:
            if statement.role not in {"meta", "title"}:
                yield _profile(position, stored, when, statement, by_number)


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
    own = frozenset(party.id for party in statement.parties)
    inherited = _nearest_parties(above) - own
    found = terms(statement.text)
    speaks = statement.act in FOLLOWED
    return Profile(
        position=position,
        stored=stored,
        published=when,
        statement=statement,
        terms=found,
        # Two headings up say what the matter is; those above them only name the chapter.
        heading_terms=frozenset(term for heading in above[:2] for term in terms_of(heading.text)),
        parties=own,
        heading_parties=inherited,
        all_parties=own | inherited,
        concepts=concepts(statement.text),
        names=frozenset(squash(name.text) for name in statement.names),
        own_words=own_words(found),
        deeds=deeds(statement.text) if speaks else (),
        numbers=numbers(statement.text) if speaks else (),
        amounts=frozenset((amount.value, amount.unit) for amount in statement.quantities),
    )


def _nearest_parties(above: list[Statement]) -> frozenset[str]:
    """The parties of the nearest heading that names any."""
    for heading in above:
        if heading.parties:
            return frozenset(party.id for party in heading.parties)
    return frozenset()
