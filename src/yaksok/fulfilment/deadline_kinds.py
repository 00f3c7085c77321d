"""The deadlines that a promise words, by kind: a day, a term after an event, an occasion or condition, a rhythm.

`deadlines.deadline` alone says which day counts as due; here is what the promise says of time besides, kept
as it words it, to be resolved once the event is known (`resolving`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from yaksok.fulfilment.deadline_words import Phrase, event_heads, forms
from yaksok.fulfilment.deadlines import deadline
from yaksok.fulfilment.english_deadlines import english_deadlines
from yaksok.fulfilment.korean_deadlines import korean_deadlines
from yaksok.fulfilment.places import place
from yaksok.links.aliases import squash
from yaksok.links.deeds import deeds
from yaksok.records.commitment import Due
from yaksok.records.mentions import Span
from yaksok.records.promise import Awaited, Deadline
from yaksok.records.statement import Statement

_HELD_IN_ENGLISH = (
    "summit meeting dialogue conference assembly session forum consultations talks ministerial".split()
)
_DETERMINERS = ("the ", "their ", "its ", "our ", "a ", "an ")


def deadlines(
    statement: Statement, above: Sequence[Statement] = (), *, written: str | None, text: str = ""
) -> tuple[Deadline, ...]:
    """All deadlines of a promise, the day first, the others in text order; none is guessed.

    `above` are the headings, the nearest first; what the nearest one words counts as inherited where it is
    a promise itself and the statement words none of that kind. `written` is the document's date, `text` its
    text. A term that runs from an event has no date, even where a day could be reckoned from the document's.
    """
    due = deadline(statement, above[0] if above else None, written=written)
    own = list(_worded(statement, text))
    found = [*_fixed(due, statement, own), *(_dated(each, due) for each in own)]
    if above and above[0].act == "commitment":
        kinds = {each.kind for each in found}
        found += [replace(each, inherited=True) for each in _worded(above[0], text) if each.kind not in kinds]
    return tuple(found)


def _fixed(due: Due | None, statement: Statement, own: list[Deadline]) -> Iterator[Deadline]:
    if due is None:
        return
    span = due.span or statement.span
    if not any(each.kind == "relative" and _overlap(each.span, span) for each in own):
        yield Deadline("fixed", due.words, span, inherited=due.inherited, date=due.date)


def _dated(found: Deadline, due: Due | None) -> Deadline:
    """A term that runs from the document's day, with the day that was reckoned for it."""
    if due is None or due.span is None or found.kind != "relative" or found.event is not None:
        return found
    return replace(found, date=due.date) if _overlap(found.span, due.span) else found


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _worded(statement: Statement, text: str) -> Iterator[Deadline]:
    words = statement.text
    korean = any("가" <= letter <= "힣" for letter in words)
    for phrase in korean_deadlines(words) if korean else english_deadlines(words):
        yield Deadline(
            kind=phrase.kind,
            words=words[slice(*phrase.span)],
            span=place(statement, phrase.span, text),
            event=_awaited(statement, phrase, text, korean=korean),
            interval=phrase.interval,
            every=phrase.every,
        )


def _awaited(statement: Statement, phrase: Phrase, text: str, *, korean: bool) -> Awaited | None:
    if phrase.event is None:
        return None
    words = statement.text[slice(*phrase.event)]
    span = place(statement, phrase.event, text)
    named = [deed.group for deed in deeds(words) if deed.told != "failed"]
    head = _korean_head(words) if korean else _english_head(words)
    if not named and head:
        named = ["hold"]
    parties = tuple(party.id for party in statement.parties if _overlap(party.span, span))
    return Awaited(
        words=words,
        groups=tuple(dict.fromkeys(named)),
        object=head or _object(words),
        parties=tuple(dict.fromkeys(parties)),
        next=phrase.next,
    )


def _korean_head(words: str) -> str:
    """The last word of an event's name, "" where the words end in none: "정상회의" of "차기 정상회의"."""
    squashed = squash(words)
    head = next((head for head in event_heads() if squashed.endswith(head)), "")
    # A meeting of two letters says nothing of who meets: "총리회담" is no "회담" of any kind.
    last = squash(words.rsplit(maxsplit=1)[-1]) if head else ""
    return last if len(head) == 2 and last.endswith(head) else head


def _english_head(words: str) -> str:
    """The words of an event up to its kind: "summit" of "the next trilateral summit"."""
    lowered = words.lower()
    for word in _HELD_IN_ENGLISH:
        if word in lowered:
            return word
    return ""


def _object(words: str) -> str:
    """The words without "next" and an article; what they name is compared whole."""
    for article in _DETERMINERS:
        words = words[len(article) :] if words.lower().startswith(article) else words
    kept = [word for word in words.split() if word.lower() not in forms("en", "next")]
    return " ".join(word for word in kept if word not in forms("ko", "next"))
