"""`yaksok promises`: every promise and what became of it."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from yaksok.errors import BadDate, UnknownParty, UnknownStatus
from yaksok.interfaces.cli.options import format_option, ledger_option
from yaksok.records.commitment import STATUSES

if TYPE_CHECKING:
    from yaksok.records.commitment import Verdict


@click.command("promises")
@ledger_option
@click.option(
    "--as-of", metavar="DATE", help="Count only what was published by this day (YYYY-MM-DD). [default: today]"
)
@click.option("--party", metavar="ID", help="Only promises that name this party, such as USA or ASEAN.")
@click.option("--status", metavar="STATUS", help=f"Only promises with this status: {', '.join(STATUSES)}.")
@format_option
def command(
    ledger: Path, as_of: str | None, party: str | None, status: str | None, output_format: str
) -> None:
    """Show every promise and what became of it as of a day.

    Each comes with its due date, its status, the later statements that prove it, and why in a sentence.
    """
    if status is not None and status not in STATUSES:
        raise UnknownStatus(value=status, known=", ".join(STATUSES))
    day = _day(as_of)
    from yaksok.interfaces.asking import verdicts_in, with_party  # noqa: PLC0415 - the database is loaded late

    verdicts = verdicts_in(ledger, as_of=day)
    if party is not None:
        verdicts = with_party(verdicts, party.upper())
        if not verdicts and not _known_party(party.upper()):
            raise UnknownParty(value=party)
    if status is not None:
        verdicts = [verdict for verdict in verdicts if verdict.status == status]
    if output_format == "table":
        _show_table(verdicts)
    else:
        from yaksok.interfaces.link_json import to_line, verdict_record  # noqa: PLC0415 - only for this format

        sys.stdout.writelines(to_line(verdict_record(verdict)) + "\n" for verdict in verdicts)


def _day(written: str | None) -> date:
    if written is None:
        return date.today()  # noqa: DTZ011 - the day as the user's calendar has it
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise BadDate(value=written) from None


def _show_table(verdicts: list[Verdict]) -> None:
    from yaksok.interfaces.cli.grids import print_rows  # noqa: PLC0415 - rich only for tables

    print_rows(
        ("status", "due", "promise", "why"),
        (
            (
                verdict.status,
                verdict.due.date if verdict.due else "",
                f"{verdict.promise.doc}: {verdict.promise.text}",
                verdict.why,
            )
            for verdict in verdicts
        ),
        narrow=2,
    )


def _known_party(party: str) -> bool:
    from yaksok.reference.tables import rows  # noqa: PLC0415 - only to tell an unknown id from an idle one

    tables = ("countries", "territories", "groups", "organisations", "regions")
    return any(row.get("id") == party for table in tables for row in rows(table))
