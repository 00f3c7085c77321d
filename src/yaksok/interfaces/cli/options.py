"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

DEFAULT_LEDGER = "yaksok.db"

ledger_option = click.option(
    "--ledger",
    type=click.Path(path_type=Path, dir_okay=False),
    default=DEFAULT_LEDGER,
    show_default=True,
    help="The ledger's file.",
)

format_option = click.option(
    "--format",
    "output_format",
    type=click.Choice(["jsonl", "table"]),
    default="jsonl",
    show_default=True,
    help="JSON Lines, one record a line, or a table to look at.",
)
