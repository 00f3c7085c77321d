"""Whether two promises are about one matter, where the score of their link alone does not tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yaksok.links.aliases import concepts, squash, successors
from yaksok.links.deed import units
from yaksok.links.words import own_words, terms
from yaksok.records.statement import Statement

_ALIKE = 0.45


@dataclass(frozen=True, slots=True)
class Matter:
    """What a promise is about: its own words without names of parties, its programmes, names and parties.

    `measured` says that it names an amount. `about` are the parties it names, or its headings.
    """

    words: frozenset[str]
    programmes: frozenset[str]
    names: frozenset[str]
    units: frozenset[str]
    about: frozenset[str]
    measured: bool

    def shares_matter_with(self, later: Matter) -> bool:
        """Whether both have more in common than parties, headings and stock words of official prose."""
        if self.words & later.words or self.programmes & later.programmes or self.names & later.names:
            return True
        if any(successors(programme) & later.programmes for programme in self.programmes):
            return True
        least = min(len(self.units), len(later.units))
        return least > 0 and len(self.units & later.units) / least >= _ALIKE

    def measures_otherwise_than(self, later: Matter) -> bool:
        """Whether an amount is promised, and not for the same parties: aid to all is no aid to one region."""
        if not (self.measured or later.measured):
            return False
        return bool(self.about or later.about) and not self.about & later.about


def matter(statement: Statement, above: Sequence[Statement]) -> Matter:
    """The matter of a promise with the headings above it, the nearest first."""
    text = statement.text
    of_parties = {word for party in statement.parties for word in terms(party.text)}
    named = next((each.parties for each in (statement, *above) if each.parties), ())
    return Matter(
        words=own_words(terms(text)) - of_parties,
        programmes=concepts(text),
        names=frozenset(squash(name.text) for name in statement.names),
        units=units(text),
        about=frozenset(party.id for party in named),
        measured=bool(statement.quantities),
    )
