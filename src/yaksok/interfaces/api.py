"""The ledger as Python sees it: `yaksok.Ledger`. docs/python.md shows it at work."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Literal, Self, get_args

from yaksok import __version__
from yaksok.errors import BadUsage, IncompleteDecision, UnknownRelation, UnknownStatus
from yaksok.fulfilment.grading import Scorecard
from yaksok.interfaces import asking, explaining
from yaksok.interfaces.adding import add_paths
from yaksok.interfaces.cli.asked import check_found_by, day_of
from yaksok.interfaces.deciding import Decider, Listed, decisions_in
from yaksok.interfaces.deciding_once import decide
from yaksok.interfaces.decision_json import RELATIONS
from yaksok.interfaces.exports.columns import misuse
from yaksok.interfaces.exports.exporting import Written, connected, export_ledger, plan_of
from yaksok.interfaces.frames import Table
from yaksok.interfaces.linking import link_ledger
from yaksok.interfaces.verifying_ledger import check_readings
from yaksok.ledger.audit import Extent, audit, extent
from yaksok.ledger.backup import back_up
from yaksok.ledger.findings import Finding
from yaksok.ledger.intake import Intake, Taken
from yaksok.ledger.location import Place, location_of
from yaksok.ledger.opening import open_for_reading
from yaksok.ledger.reader import StoredDocument, StoredProblem, Totals, current_documents, problems, totals
from yaksok.links.linking import Progress
from yaksok.read import DEFAULT_MAX_BYTES
from yaksok.records.commitment import STATUSES, Status, Verdict
from yaksok.records.decision import Decision
from yaksok.records.link import Link, LinkState, Relation, StatementRef
from yaksok.records.mentions import Mention
from yaksok.records.statement import Act, Role, Statement
from yaksok.views.promise_card import PromiseCard

AnyPath = str | os.PathLike[str]
Day = date | str | None
"""A day, also in ISO form; None is today."""

MadeKind = Literal["accept", "reject", "relabel", "draw", "note"]
_KINDS: tuple[MadeKind, ...] = get_args(MadeKind)


@dataclass(frozen=True, slots=True)
class LedgerStatement:
    """A statement with its place in the ledger."""

    ref: StatementRef
    statement: Statement


@dataclass(frozen=True, slots=True)
class LedgerMention:
    """A party, time, amount or name with the place of the statement that mentions it."""

    ref: StatementRef
    mention: Mention


@dataclass(frozen=True, slots=True)
class LedgerCheck:
    """What a check of a ledger found, and how much was checked; `extent.head` shows later whether it was cut."""

    findings: tuple[Finding, ...]
    extent: Extent

    @property
    def holds(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


class Ledger:
    """The ledger in an SQLite file, or in a PostgreSQL database (postgresql://USER@HOST/DATABASE).

    A context manager. Nothing is opened before a method needs it, nor held open when it has ended; `add` makes
    the ledger if it is not there. Every method reads the ledger as it is then and raises a
    `yaksok.errors.LedgerError` if it cannot. Days are dates or texts such as "2025-01-31", today if none is given.
    """

    def __init__(self, location: AnyPath | Place) -> None:
        """Raises BadLedgerAddress for a URL that names no place."""
        place = os.fspath(location) if isinstance(location, os.PathLike) else location
        self._place = location_of(place)

    def __repr__(self) -> str:
        return f"Ledger({str(self._place)!r})"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing is held open."""

    # -- putting in ---------------------------------------------------------------------------

    def add(
        self,
        paths: AnyPath | Iterable[AnyPath],
        *,
        link: bool = True,
        max_bytes: int = DEFAULT_MAX_BYTES,
    ) -> list[Taken]:
        """Add files and folders, and link what is new; what became of each file.

        `outcome` is "added", "new version", "unchanged" or "copy"; for a file that could not be read it is None
        and `error` says why. The others are added all the same. `link=False` leaves linking to `link`.
        """
        given = [paths] if isinstance(paths, (str, os.PathLike)) else paths
        with Intake(self._place, program=__version__, largest=max_bytes) as intake:
            taken = list(add_paths(intake, [os.fspath(path) for path in given], max_bytes=max_bytes))
        if link:
            self.link()
        return taken

    def link(self, *, again: bool = False) -> Progress | None:
        """Link the documents that are not linked yet, or all anew; how many, None if there was nothing to do."""
        open_for_reading(self._place).dispose()  # a mistyped name is not to make a new ledger
        batches = list(link_ledger(self._place, again=again))
        return batches[-1] if batches else None

    # -- what was read ------------------------------------------------------------------------

    def totals(self) -> Totals:
        """How many documents, versions, statements and problems there are."""
        with connected(self._place, linked=False) as connection:
            return totals(connection)

    def documents(self) -> Iterator[StoredDocument]:
        """Every document in its newest version, by date, one at a time."""
        with connected(self._place, linked=False) as connection:
            yield from current_documents(connection)

    def statements(
        self,
        *,
        doc: str | None = None,
        act: Act | None = None,
        role: Role | None = None,
        party: str | None = None,
    ) -> Iterator[LedgerStatement]:
        """The statements of the documents, in their order.

        Only those of the document with this stem, with this act, this role, or that name this party themselves.
        """
        for stored in self.documents():
            if doc is not None and stored.doc != doc:
                continue
            for statement in stored.document.statements:
                if (
                    (act is None or statement.act == act)
                    and (role is None or statement.role == role)
                    and (party is None or any(one.id == party for one in statement.parties))
                ):
                    yield LedgerStatement(stored.ref(statement), statement)

    def mentions(self) -> Iterator[LedgerMention]:
        """What the statements mention: PartyMention, TimeMention, QuantityMention and NameMention records."""
        for found in self.statements():
            one = found.statement
            for mention in chain[Mention](one.parties, one.times, one.quantities, one.names):
                yield LedgerMention(found.ref, mention)

    def problems(self) -> list[StoredProblem]:
        """What could not be read, and what was mended while reading, oldest first."""
        with connected(self._place, linked=False) as connection:
            return problems(connection)

    # -- what became of it --------------------------------------------------------------------

    def links(
        self,
        *,
        doc: str | None = None,
        relation: Relation | None = None,
        state: LinkState | None = None,
    ) -> list[Link]:
        """The links between statements, best score first, as people decided on them.

        Only those with this document at an end, of this relation, or in this state. Rejected ones are among them.
        Raises UnknownRelation.
        """
        _check_relation(relation)
        return [
            link
            for link in asking.links_in(self._place)
            if (doc is None or doc in {link.source.doc, link.target.doc})
            and (relation is None or link.relation == relation)
            and (state is None or link.state == state)
        ]

    def promises(
        self, *, as_of: Day = None, party: str | None = None, status: Status | None = None
    ) -> list[Verdict]:
        """Every promise published by a day, and what became of it.

        Only those that name a party, or a group that it belonged to then; only those with a status. Raises
        BadDate, UnknownParty, HomeParty, UnknownStatus.
        """
        if status is not None and status not in STATUSES:
            raise UnknownStatus(value=status, known=", ".join(STATUSES))
        verdicts = asking.verdicts_in(self._place, as_of=_day(as_of), party=party)
        if party is not None:
            check_found_by(party, found=bool(verdicts))
        return [verdict for verdict in verdicts if status is None or verdict.status == status]

    def why(self, promise: str | StatementRef | Verdict, *, as_of: Day = None) -> PromiseCard:
        """One promise explained: proof, evidence, what was searched, what would change the verdict.

        `promise` is a verdict, a reference, or a text: an id or its beginning, DOC:N, or words that only this
        promise holds. Raises BadDate, PromiseNotFound, NotAPromise, PromiseAmbiguous.
        """
        if isinstance(promise, Verdict):
            promise = promise.promise
        return explaining.card_in(self._place, _name(promise), as_of=_day(as_of))

    def grade(
        self, scheme: str, *, as_of: Day = None, party: str | None = None, document: str | None = None
    ) -> Scorecard:
        """The promises under a grading scheme ("cpp", "politifact", "g7", "korea"), what cannot be graded beside it.

        Raises BadDate, UnknownScheme, UnknownDocument.
        """
        return explaining.scorecard_in(self._place, scheme, as_of=_day(as_of), party=party, document=document)

    # -- what people say ----------------------------------------------------------------------

    def decide(
        self,
        kind: MadeKind,
        promise: str | StatementRef,
        later: str | StatementRef | None = None,
        *,
        person: str,
        relation: Relation | None = None,
        note: str = "",
    ) -> Decision:
        """Put on record what a person says of the link between two statements.

        `kind` is "accept", "reject", "relabel" or "draw" (both need `relation`), or "note". Statements are the ends
        of a link (`link.source`, `link.target`), ids, or DOCUMENT:NUMBER. Raises IncompleteDecision, BadUsage,
        UnknownRelation, UnknownStatement, NoSuchLink, LinkExists, CannotBeLinked, BadPerson, BadNote.
        """
        _check_relation(relation)
        _check_complete(kind, later, relation, note)
        return decide(
            self._place,
            _name(promise),
            None if later is None else _name(later),
            kind,
            relation=relation,
            note=note,
            person=person,
        )

    def undo(self, decision: Decision | str, *, person: str, note: str = "") -> Decision:
        """Take back a decision, by its id or the beginning of it. Raises UnknownDecision, UndoneAlready."""
        with Decider(self._place, person=person, command="decisions undo") as decider:
            return decider.undo(decision.id if isinstance(decision, Decision) else decision, note=note)

    def decisions(self) -> list[Listed]:
        """Every decision by the moment it was made, and whether it holds."""
        return decisions_in(self._place)

    # -- taking out ---------------------------------------------------------------------------

    def table(self, name: str, *, as_of: Day = None) -> Table:
        """One of the tables documents, statements, mentions, links, promises, decisions, problems, sources.

        It is loaded when it is asked for rows or a frame; `as_of` is the day that promises are judged on. Raises
        UnknownTable, BadDate.
        """
        return Table(self._place, name, as_of=_day(as_of))

    def export(
        self,
        target: AnyPath,
        *,
        format: str = "jsonl",  # noqa: A002 - the word that everyone uses for it
        what: Sequence[str] = (),
        as_of: Day = None,
        bom: bool = False,
        force: bool = False,
    ) -> list[Written]:
        """Write tables ("jsonl", "csv", "parquet") or linked data ("prov", "annotations") into files.

        `what` names tables, all if it is empty. One table is written into the file `target`, several into a folder of
        this name. `bom` begins CSV with the mark by which spreadsheets know UTF-8; `force` replaces files. Raises
        BadUsage for what would do nothing, BadDate, UnknownExportFormat, UnknownTable, ExportTargetTaken, OutputNotWritable, TablePackageMissing.
        """
        names = [what] if isinstance(what, str) else what
        wrong = misuse(format, names, bom=bom, as_of=as_of is not None)
        if wrong:
            raise BadUsage(reason=wrong, command="yaksok export")
        plan = plan_of(format, Path(target), names, as_of=_day(as_of), bom=bom)
        return export_ledger(self._place, plan, force=force)

    def verify(self, *, heads: Sequence[str] = ()) -> LedgerCheck:
        """Hold every record against the journal, and every reading against its source, which is read again.

        `heads` are ids of the journal's head that earlier checks gave; they must still be in it.
        """
        with connected(self._place, linked=False) as connection:
            findings = list(audit(connection, heads=heads))
            for checked in check_readings(connection):
                findings += checked.findings
            return LedgerCheck(tuple(findings), extent(connection))

    def backup(self, target: AnyPath | Place) -> Totals:
        """Copy the ledger, also while it is in use, into a new file or an empty database; what the copy holds.

        Raises LedgerTargetTaken where something is.
        """
        place = os.fspath(target) if isinstance(target, os.PathLike) else target
        return back_up(self._place, location_of(place))


def _day(given: Day) -> date:
    return given if isinstance(given, date) else day_of(given)


def _name(statement: str | StatementRef) -> str:
    return statement.id if isinstance(statement, StatementRef) else statement


def _check_relation(relation: str | None) -> None:
    if relation is not None and relation not in RELATIONS:
        raise UnknownRelation(value=relation, known=", ".join(RELATIONS))


def _check_complete(
    kind: MadeKind, later: str | StatementRef | None, relation: Relation | None, note: str
) -> None:
    if kind not in _KINDS:
        known = ", ".join(_KINDS)
        raise BadUsage(reason=f"{kind!r} is not one of {known}.", command="yaksok decide")
    if kind != "note" and later is None:
        raise IncompleteDecision(kind=kind, missing="later")
    if kind == "note" and not note.strip():
        raise IncompleteDecision(kind=kind, missing="note")
    if kind in {"relabel", "draw"} and relation is None:
        raise IncompleteDecision(kind=kind, missing="relation")
