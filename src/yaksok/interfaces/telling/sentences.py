"""Sentences of a proof and of what would change it, with the words and documents that show them, in one language.

English ones are those of `yaksok.fulfilment.sentences`, which verdicts keep as they are; in Korean the same typed points
are told by `yaksok.interfaces.telling.telling`, with the quotes and names of documents behind each sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from yaksok.fulfilment import sentences as english
from yaksok.fulfilment.time_words import worded
from yaksok.interfaces.telling import messages
from yaksok.interfaces.telling.catalogues import tell
from yaksok.interfaces.telling.telling import Telling
from yaksok.interfaces.telling.words import STATUS_WORDS, Words, word
from yaksok.records.commitment import Change, Verdict
from yaksok.records.link import Reasons, StatementRef
from yaksok.records.proof import Miss, Point, Search
from yaksok.records.statement import Language
from yaksok.views.places import Where, in_words

_MOST_NAMED = 4
_SHORT = 80


@dataclass(frozen=True, slots=True)
class Sentences:
    """Tells in one language, naming documents by the stems of their files, as the command line does."""

    language: Language

    def proof(self, points: Iterable[Point]) -> tuple[str, ...]:
        """One sentence for each point."""
        if self.language == "en":
            return english.proof_sentences(points)
        return tuple(self._point(point) for point in points)

    def why(self, verdict: Verdict) -> str:
        """The proof of a verdict in one line."""
        return verdict.why if self.language == "en" else " ".join(self.proof(verdict.proof))

    def search(self, search: Search | None) -> str:
        """What was looked through, over which time, and what that gave; "" where nothing is known of it."""
        if search is None:
            return ""
        if self.language == "en":
            return english.search_sentence(search)
        told = self._telling.search(search)
        scope = search.scope
        if not scope.documents:
            return told
        return f"{told} {self._say(messages.LOOKED_THROUGH, documents=self.named(scope.documents, scope.number))}"

    def miss(self, miss: Miss) -> str:
        """A near miss with its score, why it does not count, and its words."""
        if self.language == "en":
            return english.miss_sentence(miss)
        return self._quoting(self._telling.miss(miss), miss.statement)

    def change(self, change: Change) -> str:
        """What would have to be otherwise, and what the status would then be."""
        if self.language == "en":
            return english.change_sentence(change)
        return self._say(
            messages.THEN,
            change=self._telling.change(change),
            status=self.status(change.status, late=change.late),
        )

    def status(self, status: str, *, late: bool = False) -> str:
        """A status in words, and whether it was late."""
        told = word(STATUS_WORDS, status, self.language)
        return f"{told}, {self._say(messages.LATE)}" if late else told

    def effective(self, verdict: Verdict) -> str:
        """When the promised thing was done, as exactly as the report words it; "" where no report gives a time."""
        if self.language == "en":
            return english.effective_words(verdict)
        told = next((point for point in verdict.proof if point.day and point.statement), None)
        if verdict.effective is None or told is None or told.statement is None:
            return ""
        return self._telling.period(*worded(told.day, told.statement.text, published=told.published))

    def reasons(self, reasons: Reasons) -> str:
        """Why two statements were linked, in one line, the rule last."""
        if self.language == "en":
            return reasons.sentence()
        shared = (f"{label}: {words}" for label, words in self._telling.reasons(reasons))
        return "; ".join([*shared, self._telling.rule(reasons.rule)])

    def reason(self, sentence: str) -> str:
        """A sentence that is kept in English, such as the rule of a link."""
        return sentence if self.language == "en" else self._telling.reason(sentence)

    def where(self, place: Where) -> str:
        """Where words stand in their file; "" if it tells nothing that a reader could look for."""
        return in_words(place) if self.language == "en" else self._telling.where(place)

    def party(self, party_id: str) -> str:
        """A party by its id, in Korean with its name before it."""
        name = Words(self.language).party(party_id)
        return party_id if self.language == "en" or name == party_id else f"{name}({party_id})"

    def named(self, names: tuple[str, ...], number: int) -> str:
        """The first of some documents by name, and how many more there are."""
        shown, more = ", ".join(names[:_MOST_NAMED]), number - len(names[:_MOST_NAMED])
        return self._say(messages.AND_MORE, documents=shown, number=str(more)) if more > 0 else shown

    @property
    def _telling(self) -> Telling:
        return Telling(self.language, {})

    def _point(self, point: Point) -> str:
        told = self._telling.point(point)
        if point.documents:
            told = self._say(
                messages.WITH_DOCUMENTS,
                told=_open(told),
                documents=self.named(point.documents, point.number),
            )
        return self._quoting(told, point.statement) if point.statement else told

    def _quoting(self, told: str, ref: StatementRef) -> str:
        text = ref.text
        quote = text if len(text) <= _SHORT else text[: _SHORT - 1].rstrip() + "…"
        return self._say(messages.WITH_QUOTE, told=_open(told), quote=quote)

    def _say(self, message: str, **fields: str) -> str:
        return tell(message, self.language, fields)


def _open(told: str) -> str:
    """A sentence to which something is added."""
    return told.removesuffix(".")
