"""A promise's card as a text to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from yaksok.fulfilment.time_words import period
from yaksok.interfaces.cli.messages import say, sentences, term, user_language
from yaksok.interfaces.telling import messages
from yaksok.interfaces.telling.catalogues import N_
from yaksok.interfaces.telling.telling import Telling
from yaksok.interfaces.telling.words import GENRE_WORDS, RELATION_WORDS, STATUS_WORDS, STRENGTH_WORDS
from yaksok.records.commitment import Verdict
from yaksok.records.promise import Deadline, NumericTarget, Occurrence
from yaksok.views.promise_card import PromiseCard, Quoted, Witness

_INDENT = 2
_ID_SHOWN = 12
_OCCURRENCES_SHOWN = 6

_WHOSE = {
    "own": N_("word of its own issuer"),
    "partner": N_("word of a partner"),
    "register": N_("word of a register"),
    "third": N_("word of somebody else"),
    "unknown": N_("word of an unknown issuer"),
}


def print_card(card: PromiseCard) -> None:
    """The card in sections; one without content is left out."""
    console = Console(highlight=False, emoji=False, markup=False)
    tell = sentences()
    verdict = card.verdict
    console.print(Text(card.promise.statement.text, style="bold"))
    _section(console, "", _place_lines(card.promise))
    _section(console, "", _fact_lines(card))
    console.print(Text(f"\n{_status(verdict)}", style="bold"))
    _section(console, "", tell.proof(verdict.proof))
    _section(console, say("Evidence for it"), _witnesses(card.supporting))
    _section(console, say("Promised again"), _witnesses(card.again))
    _section(console, say("Evidence against it"), _witnesses(card.against))
    _section(console, say("Searched"), [tell.search(verdict.search)] if verdict.search else [])
    _section(console, say("Nearest misses"), map(tell.miss, verdict.misses))
    _section(console, say("What would change it, the smallest first"), map(tell.change, verdict.change))


def _section(console: Console, title: str, lines: Iterable[str]) -> None:
    lines = list(lines)
    if title and lines:
        console.print(Text(f"\n{title}", style="bold"))
    for line in lines:
        console.print(Padding(Text(line), (0, 0, 0, _INDENT), expand=False))


def _status(verdict: Verdict) -> str:
    said = [term(STATUS_WORDS, verdict.status), *([say("late")] if verdict.late else [])]
    if verdict.effective:
        said.append(say("effective %(time)s", time=sentences().effective(verdict)))
    if verdict.self_reported is not None:
        said.append(say("self-reported") if verdict.self_reported else say("not by its issuer's word alone"))
    return say(
        "%(verdict)s (as of %(day)s, %(rules)s)",
        verdict=", ".join(said),
        day=verdict.as_of,
        rules=verdict.rules,
    )


def _place_lines(quoted: Quoted) -> Iterator[str]:
    ref = quoted.statement
    place = [f"{ref.doc}:{ref.n}", *([ref.id[:_ID_SHOWN]] if ref.id else [])]
    place += [quoted.published or say("no date"), quoted.issuer or say("no issuer")]
    yield " · ".join([*place, term(GENRE_WORDS, quoted.genre)])
    line = say("line %(number)s", number=quoted.line)
    where = sentences().where(quoted.place)
    if where and not quoted.place.line:
        where = f"{where}, {line}"
    title = quoted.title or say("untitled")
    yield f"{title}, {where or line} ({quoted.address})"
    if quoted.trail:
        yield " › ".join(quoted.trail)


def _fact_lines(card: PromiseCard) -> Iterator[str]:
    verdict = card.verdict
    named = ", ".join(map(sentences().party, verdict.parties))
    yield say("parties: %(parties)s", parties=named or say("none named"))
    if verdict.due:
        above = verdict.due.inherited
        yield say(
            "due: %(day)s (%(words)s)", day=verdict.due.date, words=_in_quotes(verdict.due.words, above=above)
        )
        if verdict.due.event:
            yield f"  {_telling().due_event(verdict.due)}"
    else:
        yield say("due: no date worded")
    for deadline, occurrences in zip(card.deadlines, card.occurrences, strict=True):
        if deadline.kind != "fixed":
            yield _when(deadline)
        if occurrences:
            yield f"  {_to_be_kept(occurrences)}"
    for target in card.targets:
        yield say("target: %(target)s", target=_target(target))
    yield _testable(card)
    for part in verdict.testability.parts:
        name = term(messages.PARTS, part.part, spaced=True)
        yield f"  {name}: {_in_quotes(part.words, above=part.inherited)}"
    if verdict.testability.missing:
        names = (term(messages.PARTS, name, spaced=True) for name in verdict.testability.missing)
        yield say("  missing: %(parts)s", parts=", ".join(names))
    if card.strength:
        level = term(STRENGTH_WORDS, card.strength.level)
        yield say("wording: %(level)s (“%(words)s”)", level=level, words=card.strength.words)


def _in_quotes(words: str, *, above: bool) -> str:
    """Words of the promise, or of a heading above it."""
    return say("“%(words)s”, in a heading", words=words) if above else f"“{words}”"


def _when(deadline: Deadline) -> str:
    kind = term(messages.DEADLINES, deadline.kind)
    return say("when: %(kind)s (“%(words)s”)", kind=kind, words=deadline.words)


def _target(target: NumericTarget) -> str:
    if user_language() == "ko":
        return _telling().target(target)
    by = f" by {target.by}" if target.by else ""
    comparison = target.comparison.replace("_", " ")
    return f"{target.indicator.words} {comparison} {target.value:,} {target.unit}{by}"


def _testable(card: PromiseCard) -> str:
    test = card.verdict.testability
    reason = _telling().reason(test.reason)
    if test.testable:
        return say("testable: yes, it %(reason)s", reason=reason)
    return say("testable: no, it %(reason)s", reason=reason)


def _to_be_kept(occurrences: Sequence[Occurrence]) -> str:
    """The times at which it was or is to be kept again, the newest few by name."""
    shown = ", ".join(_occurrence(one) for one in occurrences[-_OCCURRENCES_SHOWN:])
    if len(occurrences) == 1:
        return say("to be kept once so far, in %(times)s", times=shown)
    if len(occurrences) <= _OCCURRENCES_SHOWN:
        return say("to be kept %(number)s times so far, in %(times)s", number=len(occurrences), times=shown)
    return say(
        "to be kept %(number)s times so far, the newest in %(times)s", number=len(occurrences), times=shown
    )


def _occurrence(one: Occurrence) -> str:
    first, last = date.fromisoformat(one.start), date.fromisoformat(one.end)
    words = period(first, last) if user_language() == "en" else _telling().period(first, last)
    return words if one.passed else say("%(time)s (not over)", time=words)


def _witnesses(witnesses: Iterable[Witness]) -> Iterator[str]:
    for witness in witnesses:
        quoted = witness.quoted
        where = sentences().where(quoted.place) or say("line %(number)s", number=quoted.line)
        published = quoted.published or say("no date")
        place = f"{quoted.statement.doc}:{quoted.statement.n} ({published}, {where})"
        yield f"“{quoted.statement.text}”"
        said = say(
            "%(relation)s, score %(score)s, %(whose)s",
            relation=term(RELATION_WORDS, witness.relation),
            score=f"{witness.score:.2f}",
            whose=say(_WHOSE[witness.provenance]),
        )
        yield f"  {place}: {said}"
        state = term(messages.STATES, witness.state)
        yield f"  {sentences().reasons(witness.grounds)} [{witness.proposer}, {state}]"


def _telling() -> Telling:
    return Telling(user_language(), {})
