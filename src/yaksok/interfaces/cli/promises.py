"""`yaksok promises`: every promise and what became of it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING

import click

from yaksok.errors import UnknownStatus
from yaksok.interfaces.cli.asked import AS_OF, PARTY, check_found_by, day_of
from yaksok.interfaces.cli.messages import language_option, record_language, say, sentences, term
from yaksok.interfaces.cli.options import format_option, ledger_option
from yaksok.ledger.location import Location
from yaksok.records.commitment import STATUSES

if TYPE_CHECKING:
    from yaksok.records.commitment import Status, Verdict


@click.command("promises")
@ledger_option
@click.option("--as-of", metavar="DATE", help=AS_OF)
@click.option("--party", metavar="ID", help=PARTY)
@click.option("--status", metavar="STATUS", help=f"Only promises with this status: {', '.join(STATUSES)}.")
@format_option
@language_option
def command(
    ledger: Location, as_of: str | None, party: str | None, status: str | None, output_format: str
) -> None:
    """Show every promise and what became of it as of a day.

    Each comes with its due date, its status, the later statements that prove it, why in a sentence, and
    whether later documents were looked through: not_looked, nothing_found or found. With --party, what concerns
    it only as a member of a group says through which.
    """
    wanted = status_of(status) if status is not None else None
    day = day_of(as_of)
    from yaksok.interfaces.asking import promises_of  # noqa: PLC0415 - the database is loaded when it is needed

    party = party.upper() if party else None
    with promises_of(ledger, as_of=day) as shelf:
        every = shelf.every_verdict(party=party)
        first = next(every, None)
        if party is not None:
            check_found_by(party, found=first is not None)
        # Shown as they come: the first of many need not wait for the last.
        verdicts = (
            verdict
            for verdict in chain([first] if first else [], every)
            if wanted is None or verdict.status == wanted
        )
        if output_format == "table":
            _show_table(verdicts, party)
        else:
            from yaksok.interfaces.link_json import to_line, verdict_record  # noqa: PLC0415 - only for this format

            language = record_language()
            sys.stdout.writelines(
                to_line(verdict_record(verdict, party=party, language=language)) + "\n"
                for verdict in verdicts
            )


def status_of(written: str) -> Status:
    """The status of this name, or of the Korean word that tables show for it. Raises UnknownStatus."""
    for status in STATUSES:
        if status == written:
            return status
    from yaksok.interfaces.telling.words import STATUS_WORDS, word  # noqa: PLC0415 - only for what is no name

    for status in STATUSES:
        if _bare(word(STATUS_WORDS, status, "ko")) == _bare(written) != "":
            return status
    raise UnknownStatus(value=written, known=", ".join(STATUSES))


def _bare(said: str) -> str:
    """A status without spaces and without what explains it in parentheses."""
    return re.sub(r"\s|\([^()]*\)", "", said)


def _show_table(verdicts: Iterable[Verdict], party: str | None) -> None:
    from yaksok.interfaces.cli.grids import print_rows  # noqa: PLC0415 - rich only for tables

    tell = sentences()
    print_rows(
        (say("status"), say("due"), say("promise"), say("why")),
        (
            (
                _status(verdict),
                verdict.due.date if verdict.due else "",
                f"{verdict.promise.doc}: {verdict.promise.text}{_through(verdict, party)}",
                tell.why(verdict),
            )
            for verdict in verdicts
        ),
        narrow=2,
    )


def _through(verdict: Verdict, party: str | None) -> str:
    """By which groups it concerns the party that was asked for, if not by its own name."""
    from yaksok.reference.membership import through_groups  # noqa: PLC0415 - only where promises are shown

    groups = through_groups(verdict.parties, party, verdict.published) if party else ()
    return say(" (through %(groups)s)", groups=", ".join(groups)) if groups else ""


def _status(verdict: Verdict) -> str:
    """The status with what must not be overlooked: that it was kept late, that nothing could tell."""
    from yaksok.interfaces.telling.words import STATUS_WORDS  # noqa: PLC0415 - only where promises are shown

    unseen = verdict.search is not None and verdict.search.outcome == "not_looked"
    ahead = verdict.status == "not_yet_due" and verdict.due is not None
    rests_on_search = verdict.status in {"not_yet_due", "overdue_no_evidence"} and not ahead
    marks = [say("late")] if verdict.late else [say("not looked")] if unseen and rests_on_search else []
    return ", ".join([term(STATUS_WORDS, verdict.status), *marks])
