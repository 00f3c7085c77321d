"""Options that several commands share."""

from __future__ import annotations

import click

from yaksok.ledger.location import Location, location_of

DEFAULT_LEDGER = "yaksok.db"


LEDGER_METAVAR = "PATH|URL"


def to_location(context: click.Context, parameter: click.Parameter, written: str | None) -> Location | None:
    """What a callback makes of a path or a URL of a ledger. Raises BadLedgerAddress, or click's error for a folder."""
    if written is None:
        return None
    location = location_of(written)
    if location.path is not None:
        click.Path(dir_okay=False).convert(written, parameter, context)
    return location


ledger_option = click.option(
    "--ledger",
    metavar=LEDGER_METAVAR,
    callback=to_location,
    default=DEFAULT_LEDGER,
    show_default=True,
    help="The ledger: a file, or postgresql://USER@HOST/DATABASE.",
)

format_option = click.option(
    "--format",
    "output_format",
    type=click.Choice(["jsonl", "table"]),
    default="jsonl",
    show_default=True,
    help="JSON Lines, one record a line, or a table to look at.",
)
