"""`yaksok read`: documents to statements, as JSON Lines or as a table."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from yaksok.errors import YaksokError
from yaksok.interfaces.cli.messages import language_option, show_error
from yaksok.interfaces.documents import ReadDocument, ReadOutcome, read_many, read_one
from yaksok.interfaces.records_json import records, to_line
from yaksok.read.sources import DEFAULT_MAX_BYTES, is_folder


@click.command("read")
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["jsonl", "table"]),
    default="jsonl",
    show_default=True,
    help="JSON Lines (one document record, then its statements), or a table to look at.",
)
@click.option(
    "--max-bytes",
    type=click.IntRange(min=1),
    default=DEFAULT_MAX_BYTES,
    show_default=True,
    help="Refuse files with more bytes than this.",
)
@click.pass_context
@language_option
def command(context: click.Context, paths: tuple[str, ...], output_format: str, max_bytes: int) -> None:
    """Read documents into statements.

    FILE may be a file, a folder, or - for standard input. A file that cannot be read gives a numbered line
    on standard error; the others are read all the same, and the exit status is then 1.
    """
    show = _show_table if output_format == "table" else _show_lines
    failed = False
    for outcome in _outcomes(paths, max_bytes):
        if outcome.error is not None:
            show_error(outcome.error)
            failed = True
        elif outcome.read is not None:
            show(outcome.read)
    if failed:
        context.exit(1)


def _outcomes(paths: tuple[str, ...], max_bytes: int) -> Iterator[ReadOutcome]:
    if len(paths) > 1 or is_folder(paths[0]):
        yield from read_many(paths, max_bytes=max_bytes)
        return
    try:
        yield ReadOutcome(paths[0], read=read_one(paths[0], max_bytes=max_bytes))
    except YaksokError as error:
        yield ReadOutcome(paths[0], error=error)


def _show_lines(read: ReadDocument) -> None:
    sys.stdout.writelines(to_line(record) + "\n" for record in records(read.document, read.source))


def _show_table(read: ReadDocument) -> None:
    from yaksok.interfaces.cli.tables import print_document  # noqa: PLC0415 - rich only for tables

    print_document(read.document, origin=read.source.origin)
