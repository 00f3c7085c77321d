"""Which promise somebody means: by its id, its place, or words that stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from yaksok.errors import NotAPromise, PromiseAmbiguous, PromiseNotFound
from yaksok.records.link import StatementRef
from yaksok.records.statement import Act

_PLACE = re.compile(r"(.+):([0-9]{1,9})")
_ID = re.compile(r"[0-9a-f]{6,32}")
_LISTED = 10
_SHORT = 60


@dataclass(frozen=True, slots=True)
class Found:
    """A statement, and whether it is a promise that gets a verdict."""

    ref: StatementRef
    act: Act
    judged: bool


class Shelf(Protocol):
    """The statements of documents published by some day."""

    def at(self, doc: str, n: int) -> Sequence[Found]:
        """Those with a number in documents whose stem is `doc`; if there is none, whose stem begins so."""

    def by_id(self, beginning: str) -> Sequence[Found]:
        """Those whose id begins so."""

    def promises(self, words: Sequence[str]) -> Iterable[Found]:
        """At least all promises that hold each of some squashed words."""


def find_promise(wanted: str, shelf: Shelf, *, as_of: date) -> StatementRef:
    """The one promise that is meant.

    `wanted` is the id of its statement or six digits or more of its beginning, DOC:N with the stem of
    the file's name and the number of the statement, or words: those of the whole promise, else a piece of
    it, else words that all stand in it, blanks and case aside. Raises PromiseNotFound, NotAPromise and
    PromiseAmbiguous.
    """
    for found in _named(wanted.strip(), shelf):
        promises = [one for one in found if one.judged]
        if promises:
            return _only(wanted, promises)
        if found:
            raise NotAPromise(place=f"{found[0].ref.doc}:{found[0].ref.n}", act=found[0].act)
    for promises in _by_words(wanted, shelf):
        if promises:
            return _only(wanted, promises)
    raise PromiseNotFound(value=wanted, day=as_of)


def named_statement(wanted: str, shelf: Shelf, *, as_of: date) -> Found:
    """The one statement that an id, six digits or more of its beginning, or DOC:N means; a promise before others.

    Raises PromiseNotFound and PromiseAmbiguous.
    """
    for found in _named(wanted.strip(), shelf):
        chosen = [one for one in found if one.judged] or list(found)
        if len({one.ref.id for one in chosen}) == 1:
            return chosen[0]  # the same file at several addresses has the same statements
        if chosen:
            _only(wanted, chosen)
    raise PromiseNotFound(value=wanted, day=as_of)


def squashed(text: str) -> str:
    """Words without blanks and case."""
    return "".join(text.split()).casefold()


def _named(wanted: str, shelf: Shelf) -> Iterator[Sequence[Found]]:
    place = _PLACE.fullmatch(wanted)
    if place is not None:
        yield shelf.at(place[1], int(place[2]))
    if _ID.fullmatch(wanted.lower()):
        yield shelf.by_id(wanted.lower())


def _by_words(wanted: str, shelf: Shelf) -> Iterator[list[Found]]:
    """The promises that are these words, that hold them in one piece, that hold each of them."""
    whole = squashed(wanted)
    words = [squashed(word) for word in wanted.split()]
    if not whole:
        return
    promises = [(squashed(one.ref.text), one) for one in shelf.promises(words) if one.judged]
    yield [one for text, one in promises if text == whole]
    yield [one for text, one in promises if whole in text]
    yield [one for text, one in promises if all(word in text for word in words)]


def _only(wanted: str, found: Sequence[Found]) -> StatementRef:
    if len(found) > 1:
        listed = "; ".join(_shown(one.ref) for one in found[:_LISTED])
        more = f"; and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
        raise PromiseAmbiguous(value=wanted, number=len(found), listed=listed + more)
    return found[0].ref


def _shown(ref: StatementRef) -> str:
    text = " ".join(ref.text.split())
    short = text if len(text) <= _SHORT else text[: _SHORT - 1].rstrip() + "…"
    return f"{ref.doc}:{ref.n} “{short}”"
