"""Which measured series speaks of which target, and what it says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from yaksok.fulfilment.measuring import measure
from yaksok.fulfilment.targets import targets
from yaksok.ledger.reader import StoredDocument
from yaksok.ledger.series import StoredSeries
from yaksok.links.aliases import squash
from yaksok.links.words import own_words, terms_of
from yaksok.records.link import Link, Reasons, Relation, StatementRef
from yaksok.records.promise import Measured, NumericTarget, Observation, Outcome
from yaksok.records.statement import Statement

_RELATIONS: dict[Outcome, Relation] = {
    "reached": "fulfilled_by",
    "short": "partly_fulfilled_by",
    "wrong_direction": "contradicted_by",
}


@dataclass(frozen=True, slots=True)
class Series:
    """A measured series as the ledger has it: what it measures, for which promise, and its values.

    `promise` is the id of the one statement it measures, "" for every promise that names the indicator.
    `rows` are the statements of its values, by number.
    """

    indicator: str
    unit: str
    promise: str
    version: str
    doc: str
    observations: tuple[Observation, ...]
    rows: dict[int, StatementRef]


@dataclass(frozen=True, slots=True)
class Observed:
    """A target beside the series that measures it; `row` is the statement of the deciding value."""

    target: NumericTarget
    series: Series
    measured: Measured
    row: StatementRef | None


def observed(
    statement: Statement,
    above: Sequence[Statement],
    series: Iterable[Series],
    *,
    promise: str,
    written: str | None,
    as_of: date,
    text: str = "",
) -> tuple[Observed, ...]:
    """The targets of a promise that a series measures, with the outcome on a day; the newest series first.

    `promise` is the id of the statement, `written` the date of its document and `text` its text.
    """
    known = list(series)
    if not known:
        return ()
    found = []
    for target in targets(statement, above, written, text=text):
        for one in known:
            if one.promise == promise or (not one.promise and names(one, target, statement, above)):
                said = measure(target, one.observations, as_of, published=written)
                row = one.rows.get(said.observation.n) if said.observation else None
                found.append(Observed(target, one, said, row))
    return tuple(found)


def series_of(one: StoredSeries) -> Series:
    """A series of the ledger as the rules take it."""
    stored = one.stored
    return Series(
        indicator=one.indicator,
        unit=one.unit,
        promise=one.promise,
        version=stored.version,
        doc=stored.doc,
        observations=one.observations,
        rows={statement.n: stored.ref(statement) for statement in stored.document.statements},
    )


def measured_link(promise: StatementRef, found: Observed) -> Link | None:
    """The link from a promise to the value that decides its target; None where none decides.

    Reached fulfils, short of it in the right direction fulfils in part, the wrong direction contradicts.
    """
    relation = _RELATIONS.get(found.measured.outcome)
    if relation is None or found.row is None:
        return None
    target = found.target
    reasons = Reasons(
        rule=f"a measured value: {found.measured.sentence}",
        words=(target.indicator.words,),
        amounts=(target.words.words,),
    )
    return Link(promise, found.row, relation, 1.0, reasons)


def measured_links(
    stored: StoredDocument,
    statement: Statement,
    above: Sequence[Statement],
    series: Iterable[Series],
    *,
    as_of: date,
) -> list[Link]:
    """The links from a promise of a stored document to the values that decide its targets on a day."""
    ref = stored.ref(statement)
    document = stored.document
    found = observed(
        statement, above, series, promise=ref.id, written=document.date, as_of=as_of, text=document.text
    )
    links = (measured_link(ref, each) for each in found)
    return [link for link in links if link is not None]


def names(series: Series, target: NumericTarget, statement: Statement, above: Sequence[Statement]) -> bool:
    """Whether a series that was given for all promises measures the indicator of a target.

    Its name must be the indicator's, or add words that the promise or its headings word too: "한-누리 교역량"
    measures "교역량" under "누리", not under another country.
    """
    if squash(series.indicator) == squash(target.indicator.words):
        return True
    mine, theirs = _words(series.indicator), _words(target.indicator.words)
    if not mine or not theirs <= mine:
        return False
    around = squash(" ".join(one.text for one in (statement, *above)))
    return all(word in around for word in mine - theirs)


def _words(name: str) -> frozenset[str]:
    """The words of an indicator without pairs of syllables; stock words count where there are no others."""
    found = terms_of(name)
    return own_words(found) or frozenset(word for word in found if word[0] not in "~#")
