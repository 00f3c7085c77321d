"""What the program found out about a promise, told in one language.

Typed points become messages of the catalogues. Quotes are left out, since pages show them as links to their source;
`yaksok.interfaces.telling.sentences` has the same with quotes. Days and numbers are written plainly, as ISO dates in
both languages; pages write them as their reader's calendar does (`yaksok.interfaces.web.telling`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from yaksok.fulfilment.time_words import worded
from yaksok.interfaces.telling import messages
from yaksok.interfaces.telling.catalogues import catalogue, tell
from yaksok.interfaces.telling.patterns import recognised
from yaksok.interfaces.telling.words import RELATION_WORDS, STATUS_WORDS, Words
from yaksok.records.chain import ChainStep
from yaksok.records.chain import Change as ChainChange
from yaksok.records.commitment import Change, Due
from yaksok.records.link import Reasons, StatementRef
from yaksok.records.promise import Deadline, NumericTarget, Term
from yaksok.records.proof import Miss, Point, Search
from yaksok.records.statement import Language
from yaksok.views.places import Where


@dataclass(frozen=True, slots=True)
class Telling:
    """Tells what was found out in one language. `titles` are those of documents by version."""

    language: Language
    titles: Mapping[str, str]

    # -- proof, search, misses, changes -------------------------------------------------------

    def point(self, point: Point) -> str:
        """A step of a proof as a sentence, without the quote that shows it."""
        name: str = point.kind
        if name in {"done", "done_in_part"} and point.day:
            name += "_then"
        if name == "due_ahead" and point.inherited:
            name += "_inherited"
        if name == "nothing_after_due" and not point.number:
            name += "_none"
        if name in {"not_reported_done", "not_mentioned"} and point.reach in {"others", "anyone"}:
            name += f"_{point.reach}"
        return self._say(
            messages.POINTS[name],
            source=self.source(point.statement, point.published) if point.statement else "",
            day=self.done_in(point) if name.endswith("_then") else self.day(point.day),
            due=self.day(point.due),
            words=self.reason(point.words),
            number=self.number(point.number),
        )

    def search(self, search: Search) -> str:
        """What was looked through, over which time, and what that gave."""
        scope = search.scope
        if not scope.number:
            found = "own" if search.outcome == "found" else "none"
            return self._say(messages.SEARCHED[found])
        told = self._say(
            messages.SEARCHED[search.outcome],
            number=self.number(scope.number),
            whose=self._say(messages.REACHES[scope.reach]),
            since=self.day(scope.since) or "?",
            until=self.day(scope.until) or "?",
        )
        if not scope.others:
            return told
        return f"{told} {self._say(messages.OTHERS, number=self.number(scope.others))}"

    def miss(self, miss: Miss) -> str:
        """A near miss and why it does not count, without its words."""
        return self._say(
            messages.MISSES[miss.reason],
            source=self.source(miss.statement, miss.published),
            score=self.score(miss.score),
        )

    def change(self, change: Change) -> str:
        """What would have to be otherwise; what the status would then be stands beside it."""
        name: str = change.kind
        if name == "later_document" and change.documents > 1:
            name = "later_documents"
        return self._say(
            messages.CHANGES[name],
            places=", ".join(f"{ref.doc}:{ref.n}" for ref in change.statements),
            score=self.score(change.score or 0.0),
            day=self.day(change.day),
            number=self.number(change.documents),
        )

    # -- links --------------------------------------------------------------------------------

    def rule(self, rule: str) -> str:
        """The rule that told a relation."""
        return self.reason(rule)

    def reasons(self, reasons: Reasons) -> tuple[tuple[str, str], ...]:
        """What two statements have in common, each with its label."""
        parties = tuple(self.party(one) for one in reasons.parties)
        event = (self.reason(reasons.event),) if reasons.event else ()
        shared = (
            ("words", reasons.words),
            ("parties", parties),
            ("programmes", reasons.programmes),
            ("names", reasons.names),
            ("times", reasons.times),
            ("amounts", reasons.amounts),
            ("event", event),
        )
        return tuple((self._say(messages.SHARED[name]), ", ".join(found)) for name, found in shared if found)

    def provenance(self, whose: str) -> str:
        """Whose word a later document is."""
        return self._say(messages.PROVENANCES[whose])

    def state(self, state: str) -> str:
        """Where a link stands."""
        return self._say(messages.STATES[state])

    def reason(self, sentence: str) -> str:
        """A sentence that is kept in English, told in the page's language; as it is where it is not known."""
        found = recognised(sentence)
        if found is None:
            return sentence
        return self._say(
            found.template, **{name: self._field(name, said) for name, said in found.fields.items()}
        )

    def known(self, sentence: str) -> bool:
        """Whether a sentence kept in English can be told in the page's language."""
        return self.language == "en" or recognised(sentence) is not None

    # -- the promise itself -------------------------------------------------------------------

    def where(self, place: Where) -> str:
        """Where words stand in their file, by what a reader could look for."""
        if place.under:
            return self._say(messages.UNDER, heading=place.under)
        numbered = (
            ("page", place.page),
            ("section", place.section),
            ("paragraph", place.paragraph),
            ("table", place.table),
            ("row", place.row),
            ("line", place.line),
        )
        return ", ".join(
            self._say(messages.PLACES[name], number=self.number(number))
            for name, number in numbered
            if number
        )

    def part(self, name: str) -> str:
        """One of the four parts that make a promise testable."""
        return self._say(messages.PARTS[name])

    def deadline(self, deadline: Deadline) -> str:
        """The kind of a deadline, with its day or its rhythm."""
        kind = self._say(messages.DEADLINES[deadline.kind])
        told = [self.day(deadline.date)] if deadline.date else []
        told += [self.term(deadline.interval)] if deadline.interval else []
        told += [self._say(messages.EVERY, term=self.term(deadline.every))] if deadline.every else []
        return f"{kind}: {', '.join(told)}" if told else kind

    def term(self, term: Term) -> str:
        """A length of time."""
        counted = (("months", term.months), ("days", term.days))
        return " ".join(self._many(*messages.TERMS[name], number) for name, number in counted if number)

    def due_event(self, due: Due) -> str:
        """By which event a due date is known; "" where its words give it."""
        return self.reason(due.event) if due.event else ""

    def target(self, target: NumericTarget) -> str:
        """What figure is to be reached, as the promise words it."""
        told = self._say(
            messages.COMPARISONS[target.comparison],
            indicator=target.indicator.words,
            value=target.words.words,
        )
        return f"{told} · {self._say(messages.BY, day=self.day(target.by))}" if target.by else told

    # -- chain and decisions ------------------------------------------------------------------

    def step(self, step: ChainStep) -> str:
        """What a step of a chain is."""
        return self._say(messages.STEPS[step.kind])

    def chain_change(self, change: ChainChange) -> str:
        """What a later statement makes of an earlier one."""
        return self._say(messages.CHAIN_CHANGES[change.kind])

    def decision(self, kind: str) -> str:
        """What a person decided."""
        return self._say(messages.DECISIONS[kind])

    def standing(self, standing: str) -> str:
        """Whether a decision holds."""
        return self._say(messages.STANDINGS[standing])

    def found_by(self, how: str) -> str:
        """By what a statement of a decision was found again."""
        return self._say(messages.FOUND_BY[how])

    def ungraded(self, reason: str) -> str:
        """Why a scheme gives no grade."""
        return self._say(messages.UNGRADED[reason])

    def done_in(self, point: Point) -> str:
        """When a thing was done, no more exactly than the report words it."""
        if point.statement is None:
            return self.day(point.day)
        return self.period(*worded(point.day, point.statement.text, published=point.published))

    def period(self, first: date, last: date) -> str:
        """The days from one to another, as a month, a quarter, half a year or a year where they are one."""
        if first == last:
            return self._date(first)
        after = last + timedelta(days=1)
        months = (after.year - first.year) * 12 + after.month - first.month
        whole = (first.day, after.day) == (1, 1) and (first.month - 1) % max(months, 1) == 0
        if not whole or months not in {1, 3, 6, 12}:
            return f"{self._date(first)} – {self._date(last)}"
        if months == 1:
            return self._month(first)
        if months == 12:
            return self._year(first)
        parts = messages.QUARTERS if months == 3 else messages.HALVES
        return self._say(parts[(first.month - 1) // months], year=str(first.year))

    # -- small parts --------------------------------------------------------------------------

    def source(self, ref: StatementRef, published: str | None) -> str:
        """A document by its title and date."""
        title = self.titles.get(ref.version) or ref.doc
        name = messages.SOURCE if published else messages.SOURCE_UNDATED
        return self._say(name, title=title, day=self.day(published))

    def day(self, written: str | None) -> str:
        """A day as the language writes it, as exactly as it is known; what is no date stays as it is."""
        if not written:
            return ""
        try:
            first = date.fromisoformat(f"{written}-01-01"[: len("2025-01-01")])
        except ValueError:
            return written
        if len(written) == len("2025"):
            return self._year(first)
        return self._month(first) if len(written) == len("2025-01") else self._date(first)

    def moment(self, written: str) -> str:
        """A moment as the language writes it, in the time of this machine."""
        there = datetime.fromisoformat(written).astimezone()
        return f"{self.day(there.date().isoformat())} {there:%H:%M}"

    def tongue(self, text: str) -> Language:
        """The language that words of a document are most likely in, for who reads them aloud."""
        return "ko" if any("가" <= letter <= "힣" for letter in text) else "en"

    def number(self, value: float) -> str:
        """A number as the language writes it."""
        return f"{value:,}"

    def score(self, score: float) -> str:
        """A score between 0 and 1."""
        return f"{score:.2f}"

    def party(self, party_id: str) -> str:
        """A party by its usual name."""
        return Words(self.language).party(party_id)

    # -- how days are written -------------------------------------------------------------------

    def _date(self, day: date) -> str:
        return day.isoformat()

    def _month(self, first: date) -> str:
        return self._say(messages.MONTHS[first.month - 1], year=str(first.year))

    def _year(self, first: date) -> str:
        return self._say(messages.YEAR, year=str(first.year))

    # -- messages -----------------------------------------------------------------------------

    def _field(self, name: str, said: str) -> str:
        """What stands in a place of a kept sentence, in the page's language."""
        told: dict[str, Callable[[str], str]] = {
            "status": lambda one: self._table(STATUS_WORDS, one),
            "relation": lambda one: self._table(RELATION_WORDS, one),
            "relations": lambda many: ", ".join(self._table(RELATION_WORDS, one) for one in many.split(", ")),
            "parties": lambda many: ", ".join(map(self.party, many.split(", "))),
            "day": self.day,
            "due": self.day,
            "measured": self.reason,
            "outcome": self.reason,
        }
        return told[name](said) if name in told else said

    def _table(self, table: Mapping[str, str], key: str) -> str:
        return self._say(table[key]) if key in table else key

    def _say(self, message: str, **fields: str) -> str:
        return tell(message, self.language, fields)

    def _many(self, one: str, several: str, number: int) -> str:
        told = catalogue(self.language).ngettext(one, several, number)
        return told % {"num": self.number(number)}
