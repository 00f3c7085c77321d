"""`yaksok verify`: every span of a reading against its source, in files or in a whole ledger."""

from __future__ import annotations

from collections.abc import Sequence

import click

from yaksok.errors import DoesNotVerify
from yaksok.interfaces.cli.messages import language_option, say, say_many, show_error, user_language
from yaksok.interfaces.cli.options import LEDGER_METAVAR, to_location
from yaksok.interfaces.verifying import Report, verify_many
from yaksok.ledger.location import Location
from yaksok.read.sources import DEFAULT_MAX_BYTES, open_source
from yaksok.views.earlier_readings import EarlierReading, earlier_readings

_LARGEST_READING = 1 << 30


@click.command("verify")
@click.argument("paths", nargs=-1, metavar="FILE...")
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
@click.option(
    "--ledger",
    metavar=LEDGER_METAVAR,
    callback=to_location,
    help="Verify this ledger and all its stored sources, in place of files.",
)
@click.option(
    "--head",
    "heads",
    multiple=True,
    metavar="ID",
    help="The id of the journal's head that an earlier run told; it must still be in the journal.",
)
@click.pass_context
@language_option
def command(
    context: click.Context,
    *,
    paths: tuple[str, ...],
    reading_path: str | None,
    max_bytes: int,
    ledger: Location | None,
    heads: tuple[str, ...],
) -> None:
    """Read sources again and check every span.

    FILE may be a file, a folder, or - for standard input. Checked is that statements hold every character of
    the text once, that spans give back their words, that paragraphs, cells, notes and links have their place,
    that the file has the same characters at every address (HWPX and DOCX), and that a second reading is
    the same. Differences are named, and the exit status is then 1.

    With --ledger and no FILE, every record of the ledger is held against its journal and its id, and every
    stored source is read again and held against what the ledger has of it. The last line names the journal's
    head: kept elsewhere and given with --head later, it shows whether the journal was cut or written anew.
    """
    if ledger is not None:
        if paths or reading_path:
            raise click.UsageError(say("Name files or a ledger, not both."))
        from yaksok.interfaces.cli.verify_ledger import verify_ledger  # noqa: PLC0415 - loads the database

        context.exit(verify_ledger(ledger, heads))
    if not paths:
        raise click.UsageError(say("Missing argument 'FILE...' (or option --ledger)."))
    if heads:
        raise click.UsageError(say("--head belongs to --ledger."))
    if _verify_files(paths, reading_path, max_bytes):
        context.exit(1)


def _verify_files(paths: Sequence[str], reading_path: str | None, max_bytes: int) -> bool:
    """Says of each file what holds or does not; whether anything failed."""
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
    return failed


def _readings(path: str | None) -> Sequence[EarlierReading] | None:
    if path is None:
        return None
    return earlier_readings(open_source(path, max_bytes=_LARGEST_READING).data, origin=path)


def _summary(report: Report, *, compared: bool) -> str:
    parts = [
        say_many(
            "%(num)s statement holds all %(characters)s characters, each once",
            "%(num)s statements hold all %(characters)s characters, each once",
            report.statements,
            characters=f"{report.characters:,}",
        )
    ]
    if report.paragraphs is not None:
        found, held = report.paragraphs
        parts.append(
            say(
                "%(held)s of %(all)s paragraphs are in the file at their addresses, letter by letter",
                held=f"{held:,}",
                all=f"{found:,}",
            )
        )
    parts.append(say("two readings are the same"))
    if compared:
        parts.append(say("the earlier reading holds"))
    return "; ".join(parts) + "."


def _show_differences(origin: str, report: Report) -> None:
    from yaksok.interfaces.telling.findings import finding  # noqa: PLC0415 - only where something differs

    for difference in report.differences:
        click.echo(f"{origin}: {finding(difference.line(), user_language())}")
    show_error(DoesNotVerify(path=origin, count=len(report.differences)))
