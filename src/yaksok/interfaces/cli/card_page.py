"""A promise's card as a text to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from yaksok.fulfilment.sentences import effective_words
from yaksok.fulfilment.time_words import period
from yaksok.records.commitment import Verdict
from yaksok.records.promise import Occurrence
from yaksok.views.promise_card import PromiseCard, Quoted, Witness

_INDENT = 2
_ID_SHOWN = 12
_OCCURRENCES_SHOWN = 6


def print_card(card: PromiseCard) -> None:
    """The card in sections; one without content is left out."""
    console = Console(highlight=False, emoji=False, markup=False)
    console.print(Text(card.promise.statement.text, style="bold"))
    _section(console, "", _place_lines(card.promise))
    _section(console, "", _fact_lines(card))
    console.print(Text(f"\n{_status(card.verdict)}", style="bold"))
    _section(console, "", card.proof)
    _section(console, "Evidence for it", _witnesses(card.supporting))
    _section(console, "Promised again", _witnesses(card.again))
    _section(console, "Evidence against it", _witnesses(card.against))
    _section(console, "Searched", [card.search] if card.search else [])
    _section(console, "Nearest misses", card.misses)
    _section(console, "What would change it, the smallest first", card.changes)


def _section(console: Console, title: str, lines: Iterable[str]) -> None:
    lines = list(lines)
    if title and lines:
        console.print(Text(f"\n{title}", style="bold"))
    for line in lines:
        console.print(Padding(Text(line), (0, 0, 0, _INDENT), expand=False))


def _status(verdict: Verdict) -> str:
    said = [verdict.status, *(["late"] if verdict.late else [])]
    if verdict.effective:
        said.append(f"effective {effective_words(verdict)}")
    if verdict.self_reported is not None:
        said.append("self-reported" if verdict.self_reported else "not by its issuer's word alone")
    return f"{', '.join(said)} (as of {verdict.as_of}, {verdict.rules})"


def _place_lines(quoted: Quoted) -> Iterator[str]:
    ref = quoted.statement
    place = [f"{ref.doc}:{ref.n}", *([ref.id[:_ID_SHOWN]] if ref.id else []), quoted.published or "no date"]
    place += [quoted.issuer or "no issuer", quoted.genre]
    yield " · ".join(place)
    where = f"{quoted.where}, line {quoted.line}" if quoted.where else f"line {quoted.line}"
    if quoted.where.startswith("line"):
        where = quoted.where
    yield f"{quoted.title or 'untitled'}, {where} ({quoted.address})"
    if quoted.trail:
        yield " › ".join(quoted.trail)


def _fact_lines(card: PromiseCard) -> Iterator[str]:
    verdict = card.verdict
    yield f"parties: {', '.join(verdict.parties) or 'none named'}"
    if verdict.due:
        where = ", in a heading" if verdict.due.inherited else ""
        yield f"due: {verdict.due.date} (“{verdict.due.words}”{where})"
        if verdict.due.event:
            yield f"  {verdict.due.event}"
    else:
        yield "due: no date worded"
    for deadline, occurrences in zip(card.deadlines, card.occurrences, strict=True):
        if deadline.kind != "fixed":
            yield f"when: {deadline.kind} (“{deadline.words}”)"
        if occurrences:
            yield f"  {_to_be_kept(occurrences)}"
    for target in card.targets:
        by = f" by {target.by}" if target.by else ""
        yield f"target: {target.indicator.words} {target.comparison.replace('_', ' ')} {target.value:,} {target.unit}{by}"
    test = verdict.testability
    yield f"testable: {'yes' if test.testable else 'no'}, it {test.reason}"
    for part in test.parts:
        above = ", in a heading" if part.inherited else ""
        yield f"  {part.part.replace('_', ' ')}: “{part.words}”{above}"
    if test.missing:
        yield f"  missing: {', '.join(name.replace('_', ' ') for name in test.missing)}"
    if card.strength:
        yield f"wording: {card.strength.level} (“{card.strength.words}”)"


def _to_be_kept(occurrences: Sequence[Occurrence]) -> str:
    """The times at which it was or is to be kept again, the newest few by name."""
    shown = [_occurrence(one) for one in occurrences[-_OCCURRENCES_SHOWN:]]
    times = f"{len(occurrences)} times" if len(occurrences) > 1 else "once"
    newest = "the newest " if len(occurrences) > len(shown) else ""
    return f"to be kept {times} so far, {newest}in {', '.join(shown)}"


def _occurrence(one: Occurrence) -> str:
    words = period(date.fromisoformat(one.start), date.fromisoformat(one.end))
    return words if one.passed else f"{words} (not over)"


def _witnesses(witnesses: Iterable[Witness]) -> Iterator[str]:
    for witness in witnesses:
        quoted = witness.quoted
        where = quoted.where or f"line {quoted.line}"
        place = f"{quoted.statement.doc}:{quoted.statement.n} ({quoted.published or 'no date'}, {where})"
        yield f"“{quoted.statement.text}”"
        yield f"  {place}: {witness.relation}, score {witness.score:.2f}, word of {_WHOSE[witness.provenance]}"
        yield f"  {witness.reasons} [{witness.proposer}, {witness.state}]"


_WHOSE = {
    "own": "its own issuer",
    "partner": "a partner",
    "register": "a register",
    "third": "somebody else",
    "unknown": "an unknown issuer",
}
