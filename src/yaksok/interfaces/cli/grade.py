"""`yaksok grade`: the promises of a ledger under a published grading scheme."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from yaksok.interfaces.cli.asked import AS_OF, PARTY, check_found_by, day_of
from yaksok.interfaces.cli.options import ledger_option
from yaksok.ledger.location import Location

if TYPE_CHECKING:
    from yaksok.fulfilment.grading import Scorecard


@click.command("grade")
@click.option("--scheme", required=True, metavar="SCHEME", help="One of: cpp, politifact, g7, korea.")
@ledger_option
@click.option("--as-of", metavar="DATE", help=AS_OF)
@click.option("--party", metavar="ID", help=PARTY)
@click.option(
    "--document", metavar="DOC", help="Only promises of this document (its file's name without ending)."
)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="A table to look at, or one JSON object.",
)
def command(
    *,
    scheme: str,
    ledger: Location,
    as_of: str | None,
    party: str | None,
    document: str | None,
    output_format: str,
) -> None:
    """Grade promises under a published scheme as of a day.

    Every grade is derived from the verdicts that yaksok promises shows. The share that cannot be graded is always
    told with its reasons, and how much rests on the issuer's own word alone. Shares are of all promises; "at
    most" is the share if all that cannot be graded had that grade. Counts are also given by how firmly
    the promises are worded.
    """
    day = day_of(as_of)
    from yaksok.interfaces.explaining import scorecard_in  # noqa: PLC0415 - the database is loaded late

    name = party.upper() if party is not None else None
    card = scorecard_in(ledger, scheme, as_of=day, party=name, document=document)
    if name is not None:
        check_found_by(name, found=bool(card.number))
    if output_format == "table":
        _show(card)
    else:
        from yaksok.interfaces.card_json import scorecard_record  # noqa: PLC0415 - only for this format
        from yaksok.interfaces.link_json import to_line  # noqa: PLC0415 - the same

        sys.stdout.write(to_line(scorecard_record(card)) + "\n")


def _show(card: Scorecard) -> None:
    from yaksok.interfaces.cli.grids import print_rows  # noqa: PLC0415 - rich only for tables

    click.echo(f"{card.scheme.english}: {card.number} promises, {card.graded} graded")
    missing = card.number - card.graded
    rows = [
        (str(share.count), _percent(share.share), _percent(share.most), share.grade.english)
        for share in card.shares
    ]
    rows.append((str(missing), _percent(card.ungraded_share), "", "not graded"))
    rows += [(str(count), "", "", f"  {reason.replace('_', ' ')}") for reason, count in card.ungraded]
    print_rows(("count", "share", "at most", "grade"), rows, narrow=3)
    click.echo(
        f"Of {card.on_reports} graded by reports of known issuers, {card.self_reported} rest on the issuer's own word alone"
        f" ({_percent(card.self_reported_share)})."
    )
    if card.mean is not None:
        click.echo(f"Mean of the graded: {card.mean:+.2f}.")
    if card.classes:
        click.echo("")
        classes = (
            (each.name, str(each.number), str(each.graded), _counts(each.counts)) for each in card.classes
        )
        print_rows(("wording", "promises", "graded", "grades"), classes, narrow=3)


def _counts(counts: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(f"{name.replace('_', ' ')} {count}" for name, count in counts)


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{share:.0%}"
