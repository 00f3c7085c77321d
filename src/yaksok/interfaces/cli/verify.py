"""`yaksok verify`: every span of a reading against its source."""

from __future__ import annotations

from collections.abc import Sequence

import click

from yaksok.errors import DoesNotVerify
from yaksok.interfaces.cli.messages import show_error
from yaksok.interfaces.verifying import Report, verify_many
from yaksok.read.sources import DEFAULT_MAX_BYTES, open_source
from yaksok.views.earlier_readings import EarlierReading, earlier_readings

_LARGEST_READING = 1 << 30


@click.command("verify")
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--reading",
    "reading_path",
    metavar="FILE",
    help="Hold the sources against this earlier output of yaksok read, too.",
)
@click.option(
    "--max-bytes",
    type=click.IntRange(min=1),
    default=DEFAULT_MAX_BYTES,
    show_default=True,
    help="Refuse files with more bytes than this.",
)
@click.pass_context
def command(context: click.Context, paths: tuple[str, ...], reading_path: str | None, max_bytes: int) -> None:
    """Read sources again and check every span.

    FILE may be a file, a folder, or - for standard input. Checked is that statements hold every character of
    the text once, that spans give back their words, that paragraphs, cells, notes and links have their place,
    that the file has the same characters at every address (HWPX and DOCX), and that a second reading is
    the same. Differences are named, and the exit status is then 1.
    """
    failed = False
    for verified in verify_many(paths, _readings(reading_path), max_bytes=max_bytes):
        if verified.report is not None and not verified.report.differences:
            click.echo(f"{verified.origin}: {_summary(verified.report, compared=reading_path is not None)}")
            continue
        failed = True
        if verified.report is not None:
            _show_differences(verified.origin, verified.report)
        elif verified.error is not None:
            show_error(verified.error)
    if failed:
        context.exit(1)


def _readings(path: str | None) -> Sequence[EarlierReading] | None:
    if path is None:
        return None
    return earlier_readings(open_source(path, max_bytes=_LARGEST_READING).data, origin=path)


def _summary(report: Report, *, compared: bool) -> str:
    noun = "statement holds" if report.statements == 1 else "statements hold"
    parts = [f"{report.statements:,} {noun} all {report.characters:,} characters, each once"]
    if report.paragraphs is not None:
        found, held = report.paragraphs
        parts.append(f"{held:,} of {found:,} paragraphs are in the file at their addresses, letter by letter")
    parts.append("two readings are the same")
    if compared:
        parts.append("the earlier reading holds")
    return "; ".join(parts) + "."


def _show_differences(origin: str, report: Report) -> None:
    for difference in report.differences:
        click.echo(f"{origin}: {difference.line()}")
    show_error(DoesNotVerify(path=origin, count=len(report.differences)))
