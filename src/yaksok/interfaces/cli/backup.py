"""`yaksok backup`: a copy of a ledger."""

from __future__ import annotations

import click

from yaksok.interfaces.cli.messages import language_option, say
from yaksok.interfaces.cli.options import ledger_option, to_location
from yaksok.ledger.location import Location


@click.command("backup")
@click.argument("target", callback=to_location)
@ledger_option
@language_option
def command(target: Location, ledger: Location) -> None:
    """Copy a ledger, also while it is in use.

    TARGET is a file that does not exist yet, or postgresql://USER@HOST/DATABASE with an empty database. The
    copy holds the ledger as it is at this moment, with the same ids, and is a ledger itself: so one can be
    moved from a file to a database and back. A copy that is not finished leaves nothing at TARGET.
    """
    from yaksok.ledger.backup import back_up  # noqa: PLC0415 - the database is loaded when it is needed

    totals = back_up(ledger, target)
    click.echo(
        say(
            "Copied %(ledger)s to %(target)s. "
            "Documents: %(documents)s in %(versions)s versions; %(statements)s statements.",
            ledger=ledger,
            target=target,
            documents=totals.documents,
            versions=totals.versions,
            statements=totals.statements,
        )
    )
