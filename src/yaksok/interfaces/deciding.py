"""Deciding on links, for every interface: writing decisions, taking them back, carrying them over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Literal, Self, get_args

from sqlalchemy import Connection, Engine

from yaksok import __version__
from yaksok.errors import BadNote, BadPerson, SourceEmpty, UndoneAlready, UnknownDecision
from yaksok.fulfilment.shelf_rulings import Decided
from yaksok.interfaces.decision_json import decisions_from, moment, name_fault, note_fault
from yaksok.interfaces.shelving import keep_some
from yaksok.ledger.decisions import add_decision, add_decisions, decisions, newest_moment
from yaksok.ledger.location import Place
from yaksok.ledger.matching import How, match_statements, squashed
from yaksok.ledger.opening import errors_in_words, open_for_reading, open_for_writing
from yaksok.ledger.per_head import PerHead
from yaksok.ledger.writer import start_run
from yaksok.links.deciding import (
    Find,
    apply_decisions,
    in_order,
    key_of,
    keys_of,
    standing,
    taken_back,
)
from yaksok.read.sources import open_source
from yaksok.records.decision import RULING_KINDS, Decision, DecisionKind, StatementKey
from yaksok.records.link import Link, Relation, StatementRef
from yaksok.reference.rules import LINKING, rules_version

LARGEST_FILE = 1 << 28
"""The most bytes of a file of decisions, a quarter of a million of them or more."""

SHOWN = 10
"""So many digits of an id are shown; more than enough to name one."""

_TICK = timedelta(microseconds=1)
_EVERY: PerHead[tuple[Listed, ...]] = PerHead()
_BY_PROMISE: PerHead[dict[tuple[str, str], list[int]]] = PerHead()

Standing = Literal["holds", "replaced", "taken back", "unmatched"]
"""Whether a decision holds, a newer one on the pair does, it was undone, or its statements are not found."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A decision with where it stands, and how its statements were found (`later` is None if it has none)."""

    decision: Decision
    standing: Standing
    promise: How
    later: How | None


@dataclass(frozen=True, slots=True)
class Imported:
    """The decisions of a file: those new to the ledger as they are listed, and how many it had already."""

    new: tuple[Listed, ...]
    known: int


def with_decisions(connection: Connection, links: Sequence[Link]) -> list[Link]:
    """Links with what people decided in this ledger (see `yaksok.links.deciding.apply_decisions`)."""
    made = decisions(connection)
    return apply_decisions(links, made, find=finder(connection, made)) if made else list(links)


def deciding_on(connection: Connection) -> Callable[[Sequence[Link]], Sequence[Link]]:
    """What makes links those that people decided on; decisions are looked up once, when the first are asked for."""
    return Decided(connection)


def finder(connection: Connection, made: Iterable[Decision]) -> Find:
    """Finds the statements that decisions name; all are looked up at once."""
    return match_statements(connection, keys_of(made)).__getitem__


class Decider:
    """One person who decides on a ledger's links; a context manager, which in the end keeps what it changed.

    The run is put on record with the first decision. Every method raises LedgerError if the ledger cannot
    be written, BadPerson and BadNote.
    """

    def __init__(self, ledger: Place, *, person: str, command: str) -> None:
        fault = name_fault(person)
        if fault:
            raise BadPerson(reason=fault)
        self._ledger = ledger
        self._person = person
        self._command = command
        self._engine: Engine | None = None
        self._run = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._engine is not None:
            self._engine.dispose()
        if self._run:
            keep_some(self._ledger)

    def decide(
        self,
        kind: DecisionKind,
        promise: StatementRef | StatementKey,
        later: StatementRef | StatementKey | None,
        *,
        relation: Relation | None = None,
        note: str = "",
    ) -> Decision:
        """Put a decision on record; it is safe when it comes back."""
        return self._write(self._blank(kind, _key(promise), _key(later) if later else None, relation, note))

    def undo(self, beginning: str, *, note: str = "") -> Decision:
        """Take back the decision whose id begins so. Raises UnknownDecision, UndoneAlready."""
        with self._opened() as engine, engine.connect() as connection:
            made = decisions(connection)
        found = _named(made, beginning)
        if found.id in taken_back(made):
            by = next(one for one in standing(made) if one.undoes == found.id)
            raise UndoneAlready(value=found.id[:SHOWN], undo=by.id[:SHOWN])
        undo = self._blank("undo", found.promise, found.later, found.relation, note)
        return self._write(replace(undo, undoes=found.id))

    def _blank(
        self,
        kind: DecisionKind,
        promise: StatementKey,
        later: StatementKey | None,
        relation: Relation | None,
        note: str,
    ) -> Decision:
        fault = note_fault(note)
        if fault:
            raise BadNote(reason=fault)
        return Decision("", kind, promise, later, relation, self._person, note, decided_at="")

    def _write(self, decision: Decision) -> Decision:
        with self._opened() as engine:
            if not self._run:
                self._run = _start_run(engine, self._command)
            return add_decision(engine, replace(decision, decided_at=_next_moment(engine)), run=self._run)

    @contextmanager
    def _opened(self) -> Iterator[Engine]:
        if self._engine is None:
            # Deciding makes no ledger: what is not there cannot have been looked at.
            open_for_reading(self._ledger).dispose()
            self._engine = open_for_writing(self._ledger)
        with errors_in_words(self._ledger):
            yield self._engine


def decisions_in(ledger: Place) -> list[Listed]:
    """Every decision of a ledger by the moment it was made, with where it stands. Raises LedgerError."""
    engine = open_for_reading(ledger)
    with errors_in_words(ledger), engine.connect() as connection:
        return list(_EVERY.get(connection, lambda: tuple(_listed(connection, decisions(connection)))))


def decisions_on(connection: Connection, promise: StatementRef) -> list[Listed]:
    """The decisions on the links of a promise and on itself, by the moment they were made, with where they stand."""
    made = decisions(connection)
    by_promise = _BY_PROMISE.get(connection, lambda: _by_promise(made))
    places = {place for name in _names(promise.id, promise.text) for place in by_promise.get(name, ())}
    mine = [made[place] for place in sorted(places)]
    find = finder(connection, mine)
    at = (promise.version, promise.n)
    about = [one for one in mine if any((ref.version, ref.n) == at for ref in find(one.promise).refs)]
    return _listed(connection, about)


def _names(identity: str, text: str) -> tuple[tuple[str, str], ...]:
    """By what a decision may mean a promise: its id, or its words."""
    return ("id", identity), ("words", squashed(text))


def _by_promise(made: Sequence[Decision]) -> dict[tuple[str, str], list[int]]:
    """At which places among some decisions those stand that may mean a promise."""
    found: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for place, one in enumerate(made):
        for name in _names(one.promise.id, one.promise.text):
            found[name].append(place)
    return dict(found)


def import_decisions(ledger: Place, path: str, *, now: datetime) -> Imported:
    """Take over the decisions of an exported file, all or none; those that are there already add nothing.

    Raises BadDecisionFile, ReadingError for a file that cannot be opened, LedgerError.
    """
    try:
        given = decisions_from(open_source(path, max_bytes=LARGEST_FILE).data, path=path, now=now)
    except SourceEmpty:
        given = []
    open_for_reading(ledger).dispose()
    engine = open_for_writing(ledger)
    try:
        with errors_in_words(ledger):
            taken: list[tuple[Decision, bool]] = []
            if given:
                taken = add_decisions(engine, given, run=_start_run(engine, "decisions import"))
            new = {decision.id for decision, is_new in taken if is_new}
            with engine.connect() as connection:
                listed = _listed(connection, decisions(connection))
    finally:
        engine.dispose()
    keep_some(ledger)
    return Imported(
        new=tuple(one for one in listed if one.decision.id in new),
        known=sum(not is_new for _, is_new in taken),
    )


def found_by(listed: Iterable[Listed]) -> dict[How, int]:
    """How many decisions found their statements how: the weaker of both ends counts."""
    counts = dict.fromkeys(get_args(How), 0)
    order = list(counts)
    for one in listed:
        counts[max((how for how in (one.promise, one.later) if how), key=order.index)] += 1
    return counts


def _listed(connection: Connection, made: Sequence[Decision]) -> list[Listed]:
    find = finder(connection, made)
    undone = taken_back(made)
    newest: dict[tuple[object, ...], str] = {}
    ordered = in_order(made)
    for decision in ordered:
        if decision.id not in undone and decision.kind in RULING_KINDS:
            newest[_places(decision, find)] = decision.id
    return [
        Listed(
            decision,
            _standing(decision, undone, newest, find),
            find(decision.promise).how,
            find(decision.later).how if decision.later else None,
        )
        for decision in ordered
    ]


def _standing(
    decision: Decision, undone: set[str], newest: dict[tuple[object, ...], str], find: Find
) -> Standing:
    if decision.id in undone:
        return "taken back"
    if decision.kind != "undo":
        ends = [find(key) for key in (decision.promise, decision.later) if key is not None]
        if not all(match.refs for match in ends):
            return "unmatched"
    if decision.kind in RULING_KINDS and newest[_places(decision, find)] != decision.id:
        return "replaced"
    return "holds"


def _places(decision: Decision, find: Find) -> tuple[object, ...]:
    """What two decisions on the same pair have in common: its statements, or its keys if they are not found."""
    ends = [decision.promise, *([decision.later] if decision.later else [])]
    return tuple(find(key).refs or key for key in ends)


def _named(made: Sequence[Decision], beginning: str) -> Decision:
    wanted = beginning.strip().lower()
    found = [decision for decision in made if decision.id.startswith(wanted)] if wanted else []
    if len(found) != 1:
        raise UnknownDecision(value=beginning, count=len(found))
    return found[0]


def _next_moment(engine: Engine) -> str:
    """Now, or just after the newest decision where another clock was ahead: what is decided last holds."""
    with engine.connect() as connection:
        newest = newest_moment(connection)
    now = moment(datetime.now(UTC))
    return now if now > newest else moment(datetime.fromisoformat(newest) + _TICK)


def _start_run(engine: Engine, command: str) -> int:
    return start_run(engine, command=command, program=__version__, rules=rules_version(LINKING))


def _key(statement: StatementRef | StatementKey) -> StatementKey:
    return statement if isinstance(statement, StatementKey) else key_of(statement)
