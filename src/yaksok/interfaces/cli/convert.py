"""`yaksok convert`: what was read from a file, to be looked at."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from yaksok.errors import OutputNotWritable
from yaksok.interfaces.cli.messages import language_option
from yaksok.interfaces.documents import ReadDocument, read_one
from yaksok.interfaces.records_json import to_line
from yaksok.read.sources import DEFAULT_MAX_BYTES


@click.command("convert")
@click.argument("path", metavar="FILE")
@click.option(
    "--to",
    "target",
    type=click.Choice(["md", "html", "jsonl"]),
    required=True,
    help="Markdown, one HTML page with every statement's number, act and address, or JSON Lines of the layout.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write into this file instead of standard output.",
)
@click.option(
    "--max-bytes",
    type=click.IntRange(min=1),
    default=DEFAULT_MAX_BYTES,
    show_default=True,
    help="Refuse files with more bytes than this.",
)
@language_option
def command(path: str, target: str, output: Path | None, max_bytes: int) -> None:
    """Show what was read from a file: its outline, tables and notes.

    FILE may be - for standard input. The page loads nothing from outside and runs nothing, so that it is
    safe to open whatever the file holds.
    """
    text = _converted(read_one(path, max_bytes=max_bytes), target)
    if output is None:
        sys.stdout.write(text)
        return
    try:
        output.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise OutputNotWritable(path=output, reason=error.strerror or str(error)) from error


def _converted(read: ReadDocument, target: str) -> str:
    if target == "md":
        from yaksok.views.conversion_markdown import to_markdown  # noqa: PLC0415 - only what is asked for

        return to_markdown(read.source, read.document)
    if target == "html":
        from yaksok.views.conversion_html import to_html  # noqa: PLC0415 - the same

        return to_html(read.source, read.document)
    from yaksok.views.conversion_jsonl import elements_of  # noqa: PLC0415 - the same

    return "".join(to_line(element) + "\n" for element in elements_of(read.source, read.document))
