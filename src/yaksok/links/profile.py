"""What one statement is about, in the form in which statements are compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from yaksok.ledger.reader import StoredDocument
from yaksok.links.aliases import concepts, squash
from yaksok.links.timeline import Published, published
from yaksok.links.words import is_stock, terms
from yaksok.records.link import StatementRef
from yaksok.records.statement import Document, Statement

_WORDS_OF_ITS_OWN = 3


@dataclass(frozen=True, slots=True)
class Profile:
    """A statement with its terms, parties, programmes and names, its own and those of its headings.

    `heading_parties` are parties of the headings above that the statement does not name itself.
    `position` counts documents in the order they were given.
    """

    position: int
    stored: StoredDocument
    published: Published
    statement: Statement
    terms: Counter[str]
    heading_terms: frozenset[str]
    parties: frozenset[str]
    heading_parties: frozenset[str]
    concepts: frozenset[str]
    names: frozenset[str]

    @property
    def ref(self) -> StatementRef:
        """The place of the statement in the ledger."""
        statement = self.statement
        return StatementRef(self.stored.version, self.stored.doc, statement.n, statement.text, statement.span)

    @property
    def about(self) -> frozenset[str]:
        """The parties it names itself, or where it names none, those of its headings."""
        return self.parties or self.heading_parties

    @property
    def all_parties(self) -> frozenset[str]:
        """The parties it names itself and those of its headings."""
        return self.parties | self.heading_parties

    @property
    def stock_only(self) -> bool:
        """Whether hardly a word of it is more than a stock word of official prose."""
        own = [term for term in self.terms if term[0] not in "~#" and not is_stock(term)]
        return len(own) < _WORDS_OF_ITS_OWN and not self.concepts and not self.names


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
    return Profile(
        position=position,
        stored=stored,
        published=when,
        statement=statement,
        terms=terms(statement.text),
        # Two headings up say what the matter is; those above them only name the chapter.
        heading_terms=frozenset(term for heading in above[:2] for term in terms(heading.text)),
        parties=own,
        heading_parties=_nearest_parties(above) - own,
        concepts=concepts(statement.text),
        names=frozenset(squash(name.text) for name in statement.names),
    )


def _nearest_parties(above: list[Statement]) -> frozenset[str]:
    """The parties of the nearest heading that names any."""
    for heading in above:
        if heading.parties:
            return frozenset(party.id for party in heading.parties)
    return frozenset()
