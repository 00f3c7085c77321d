"""Taking a measured series into a ledger, and holding targets against it, for every interface."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from yaksok.fulfilment.judging import is_judged
from yaksok.fulfilment.observed import Observed, Series, observed, series_of
from yaksok.interfaces.asking import reading
from yaksok.interfaces.series_reading import read_measured
from yaksok.interfaces.shelving import keep_some
from yaksok.ledger import writer
from yaksok.ledger.intake import address_of
from yaksok.ledger.location import Place
from yaksok.ledger.opening import errors_in_words, open_for_reading, open_for_writing
from yaksok.ledger.reader import StoredDocument, current_documents
from yaksok.ledger.series import add_series, series_address, series_in
from yaksok.links.profile import headings, numbered
from yaksok.links.timeline import published
from yaksok.read import open_source
from yaksok.records.link import StatementRef
from yaksok.records.problem import Problem
from yaksok.records.promise import Observation
from yaksok.reference.rules import READING, rules_version
from yaksok.views.finding import find_promise
from yaksok.views.ledger_shelf import LedgerShelf


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a series: what the ledger did, its values in order of time, and what was passed over."""

    outcome: writer.Outcome
    observations: tuple[Observation, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class ObservedPromise:
    """A promise with one of its targets beside a series."""

    promise: StatementRef
    observed: Observed


def observe(
    ledger: Place, path: str, *, indicator: str, unit: str, promise: str | None, program: str, as_of: date
) -> Taken:
    """Put the series in a file into a ledger.

    `promise` names the one promise that it measures (see `yaksok.views.finding`), None all that name the
    indicator; `program` is the version that reads. Raises ReadingError, LedgerError, BadUsage,
    PromiseNotFound, NotAPromise and PromiseAmbiguous.
    """
    raw = open_source(path)
    series = read_measured(raw, indicator=indicator, unit=unit)
    wanted = "" if promise is None else _promise(ledger, promise, as_of)
    source = writer.Source(
        address=series_address(address_of(path, raw.sha256), indicator, unit),
        stem="stdin" if path == "-" else Path(path).stem,
        sha256=raw.sha256,
        data=raw.data,
        rules=rules_version(READING),
        media_type=series.source.media_type,
        encoding=series.source.encoding,
        problems=series.source.problems,
    )
    engine = open_for_writing(ledger)
    try:
        with errors_in_words(ledger):
            run = writer.start_run(engine, command="observe", program=program, rules=source.rules)
            outcome = add_series(
                engine, source, series.document, indicator=indicator, unit=unit, promise=wanted, run=run
            )
    finally:
        engine.dispose()
    keep_some(ledger)
    ordered = tuple(sorted(series.observations, key=lambda each: each.date))
    return Taken(outcome, ordered, series.source.problems)


def observed_in(ledger: Place, *, as_of: date, indicator: str | None = None) -> list[ObservedPromise]:
    """Every promise with a target that a series measures, in order of documents. Raises LedgerError.

    Only promises published by a day, and series of one indicator if it is given.
    """
    engine = open_for_reading(ledger)
    try:
        with errors_in_words(ledger), engine.connect() as connection:
            found = [one for one in series_in(connection) if indicator in {None, one.indicator}]
            documents = list(current_documents(connection)) if found else []
    finally:
        engine.dispose()
    return list(_beside([series_of(one) for one in found], documents, as_of))


def _beside(
    series: Sequence[Series], documents: Sequence[StoredDocument], as_of: date
) -> Iterator[ObservedPromise]:
    own = {one.version for one in series}
    for stored in documents:
        document = stored.document
        if stored.version in own or not published(document).by(as_of):
            continue
        by_number = numbered(document)
        for statement in document.statements:
            if not is_judged(statement):
                continue
            ref = stored.ref(statement)
            for one in observed(
                statement,
                tuple(headings(statement, by_number)),
                series,
                promise=ref.id,
                written=document.date,
                as_of=as_of,
                text=document.text,
            ):
                yield ObservedPromise(ref, one)


def _promise(ledger: Place, wanted: str, as_of: date) -> str:
    """The id of the one promise that is meant."""
    with reading(ledger) as connection:
        return find_promise(wanted, LedgerShelf(connection, as_of=as_of), as_of=as_of).id
