"""`yaksok verify --ledger`: a whole ledger, told line by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import click

from yaksok.errors import LedgerDoesNotVerify
from yaksok.interfaces.cli.messages import say, show_error, user_language
from yaksok.interfaces.cli.progress import with_bar_of
from yaksok.interfaces.stored_sources import NOTES
from yaksok.interfaces.telling.findings import finding
from yaksok.interfaces.verifying_ledger import CheckedReading, check_readings
from yaksok.ledger.audit import Extent, audit, extent
from yaksok.ledger.findings import Finding
from yaksok.ledger.location import Location
from yaksok.ledger.misfits import misfits
from yaksok.ledger.opening import errors_in_words, open_for_reading
from yaksok.views.safety import visible


def verify_ledger(ledger: Location, heads: Sequence[str]) -> int:
    """Says what does not hold of a ledger, then how much was checked; the exit status. Raises LedgerError."""
    engine = open_for_reading(ledger)
    with errors_in_words(ledger), engine.connect() as connection:
        found = extent(connection)
        count = _show(misfits(connection))
        if count:
            click.echo(say("Nothing else was checked, because rows cannot be read."))
            return _failed(ledger, count)
        count = _show(audit(connection, heads=heads))
        notes: Counter[str] = Counter()
        first: dict[str, str] = {}
        checked = with_bar_of(check_readings(connection), total=found.versions, doing=say("verifying"))
        count += _show(_findings(checked, notes, first))
    for name, words in NOTES.items():
        if notes[name]:
            click.echo(
                say(
                    "Note: %(number)s readings, such as %(first)s, %(what)s.",
                    number=f"{notes[name]:,}",
                    first=visible(first[name]),
                    what=say(words),
                )
            )
    click.echo(_summary(found, intact=not count))
    return _failed(ledger, count) if count else 0


def _failed(ledger: Location, count: int) -> int:
    return show_error(LedgerDoesNotVerify(path=str(ledger), count=f"{count:,}"))


def _findings(
    checked: Iterable[CheckedReading], notes: Counter[str], first: dict[str, str]
) -> Iterator[Finding]:
    """What does not hold of the readings; what is to be noted of them is counted on the way."""
    for reading in checked:
        yield from reading.findings
        if reading.note:
            notes[reading.note] += 1
            first.setdefault(reading.note, reading.address)


def _show(findings: Iterable[Finding]) -> int:
    count = 0
    for count, found in enumerate(findings, 1):  # noqa: B007 - the number of the last one is their count
        told = replace(found, what=finding(found.what, user_language()))
        click.echo(visible(told.line()))
    return count


def _summary(found: Extent, *, intact: bool) -> str:
    checked = say(
        "%(documents)s documents, %(readings)s readings, %(statements)s statements, "
        "%(sources)s stored sources, %(entries)s entries of the journal",
        documents=f"{found.documents:,}",
        readings=f"{found.versions:,}",
        statements=f"{found.statements:,}",
        sources=f"{found.sources:,}",
        entries=f"{found.entries:,}",
    )
    if intact:
        return say(
            "Everything holds: %(checked)s. The journal's head is %(head)s.", checked=checked, head=found.head
        )
    return say("Checked: %(checked)s. The journal's head is %(head)s.", checked=checked, head=found.head)
