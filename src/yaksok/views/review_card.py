"""What a person sees to decide on a link: both statements where they stand, and what they share."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yaksok.ledger.reader import StoredDocument
from yaksok.records.link import Link, StatementRef
from yaksok.records.mentions import Span
from yaksok.records.statement import Statement
from yaksok.views.safety import visible
from yaksok.views.shared_words import shared_spans

_BREAKS = re.compile(r"[\n\t]")
_LONGEST = 1_200
_LONGEST_BESIDE = 160


@dataclass(frozen=True, slots=True)
class Side:
    """One statement in its place. All texts are fit to be shown; `shared` are spans of `text`."""

    doc: str
    n: int
    title: str
    date: str
    issuer: str
    trail: tuple[str, ...]
    before: str
    text: str
    after: str
    shared: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A link to decide on."""

    link: Link
    promise: Side
    later: Side
    why: str


def card_of(link: Link, promise: StoredDocument, later: StoredDocument) -> Card:
    """The card of a link between two documents."""
    return Card(
        link=link,
        promise=side_of(link.source, promise, other=link.target.text),
        later=side_of(link.target, later, other=link.source.text),
        why=visible(_BREAKS.sub(" ", link.why)),
    )


def side_of(ref: StatementRef, stored: StoredDocument, *, other: str) -> Side:
    """One statement with what stands before and after it; words that `other` has too are marked."""
    document = stored.document
    place = next(place for place, statement in enumerate(document.statements) if statement.n == ref.n)
    statement = document.statements[place]
    text = shortened(statement.text, _LONGEST)
    return Side(
        doc=one_line(stored.doc),
        n=statement.n,
        title=one_line(document.title),
        date=one_line(document.date or ""),
        issuer=one_line(document.issuer or ""),
        trail=tuple(one_line(heading) for heading in statement.trail),
        before=_beside(reversed_statements(document.statements[:place])),
        text=visible(_BREAKS.sub(" ", text)),
        after=_beside(document.statements[place + 1 : place + 1 + _NEAR]),
        shared=shared_spans(text, other),
    )


_NEAR = 12  # so many pieces of page furniture may stand between two statements


def reversed_statements(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The last few statements, the nearest first."""
    return statements[: -_NEAR - 1 : -1]


def _beside(statements: tuple[Statement, ...]) -> str:
    """The first of some statements that is no page furniture, on one line."""
    found = next((statement for statement in statements if statement.role != "meta"), None)
    if found is None:
        return ""
    marker = f"{found.marker} " if found.marker else ""
    return one_line(marker + found.text)


def one_line(text: str) -> str:
    """A text fit to stand on one line of a terminal, cut if it is long."""
    return visible(shortened(" ".join(text.split()), _LONGEST_BESIDE))


def shortened(text: str, most: int) -> str:
    """A text with at most so many letters."""
    return text if len(text) <= most else text[: most - 1] + "…"
