"""`yaksok export`: what a ledger holds, as files for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from yaksok.interfaces.cli.asked import day_of
from yaksok.interfaces.cli.messages import language_option, say_many
from yaksok.interfaces.cli.options import ledger_option
from yaksok.interfaces.exports.columns import FORMATS, SHAPES, misuse
from yaksok.ledger.location import Location

if TYPE_CHECKING:
    from collections.abc import Sequence


@click.command("export")
@ledger_option
@click.option(
    "--format",
    "output_format",
    type=click.Choice(FORMATS),
    required=True,
    help="Tables (jsonl, csv, parquet), W3C PROV or W3C Web Annotations.",
)
@click.option(
    "--what", metavar="TABLES", help=f"Tables, separated by commas, of: {', '.join(SHAPES)}. [default: all]"
)
@click.option(
    "--as-of", metavar="DATE", help="The day that promises are judged on (YYYY-MM-DD). [default: today]"
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FILE|FOLDER",
    help="Where to write: a file for one table, PROV and annotations, else a folder.",
)
@click.option("--bom", is_flag=True, help="Begin CSV with the mark by which spreadsheets know UTF-8.")
@click.option("--force", is_flag=True, help="Replace files that are there already.")
@language_option
def command(
    *,
    ledger: Location,
    output_format: str,
    what: str | None,
    as_of: str | None,
    output: Path,
    bom: bool,
    force: bool,
) -> None:
    """Write what a ledger holds into files for other programs.

    Tables have one line or row for each record and the same columns in every format (docs/exports.md). CSV
    is safe to open in a spreadsheet: texts that it would take for formulas have an apostrophe before them.
    prov tells where everything comes from in the terms of W3C PROV, annotations gives each statement as a W3C
    Web Annotation on its source. A file has its name only when it is whole.
    """
    tables = _names(what)
    wrong = misuse(output_format, tables, bom=bom, as_of=as_of is not None)
    if wrong:
        raise click.UsageError(wrong)
    from yaksok.interfaces.exports.exporting import export_ledger, plan_of  # noqa: PLC0415 - loads the database

    plan = plan_of(output_format, output, tables, as_of=day_of(as_of), bom=bom)
    for written in export_ledger(ledger, plan, force=force):
        click.echo(
            say_many(
                "%(path)s: %(num)s record", "%(path)s: %(num)s records", written.records, path=written.path
            )
        )


def _names(what: str | None) -> Sequence[str]:
    return [name.strip() for name in what.split(",")] if what is not None else ()
