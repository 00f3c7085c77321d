"""`yaksok add`: documents into a ledger."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from yaksok import __version__
from yaksok.interfaces.cli.messages import language_option, say, say_many, show_error
from yaksok.interfaces.cli.options import ledger_option
from yaksok.ledger.location import Location
from yaksok.read.sources import DEFAULT_MAX_BYTES

if TYPE_CHECKING:
    from yaksok.ledger.intake import Taken


@click.command("add")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@ledger_option
@click.option(
    "--max-bytes",
    type=click.IntRange(min=1),
    default=DEFAULT_MAX_BYTES,
    show_default=True,
    help="Refuse files with more bytes than this.",
)
@click.option(
    "--link/--no-link",
    default=True,
    show_default=True,
    help="Link the new documents afterwards; without it yaksok link does so later.",
)
@click.pass_context
@language_option
def command(
    context: click.Context, paths: tuple[str, ...], ledger: Location, max_bytes: int, *, link: bool
) -> None:
    """Add documents to a ledger, and link them with those that are there.

    PATH may be a file, a folder, or - for standard input. A file that is in the ledger already adds
    nothing; a changed one becomes a new version. A file that cannot be read is put on record and gives a
    numbered line on standard error; the others are added all the same, and the exit status is then 1.
    """
    from yaksok.interfaces.adding import add_paths  # noqa: PLC0415 - the database is loaded when it is needed
    from yaksok.ledger.intake import Intake  # noqa: PLC0415 - the same

    with Intake(ledger, program=__version__, largest=max_bytes) as intake:
        counts, statements = _report(_progress(add_paths(intake, paths, max_bytes=max_bytes), paths))
    click.echo(_summary(counts, statements) + " " + say("The ledger is %(ledger)s.", ledger=ledger))
    if link:
        from yaksok.interfaces.cli.link import linked  # noqa: PLC0415 - the same

        click.echo(linked(ledger))
    if counts["problem"]:
        context.exit(1)


def _report(results: Iterable[Taken]) -> tuple[Counter[str], int]:
    counts: Counter[str] = Counter()
    statements = 0
    for taken in results:
        if taken.error is not None:
            show_error(taken.error)
            counts["problem"] += 1
            continue
        counts[taken.outcome or "problem"] += 1
        statements += taken.statements
        if taken.outcome == "copy":
            click.echo(
                say(
                    "%(file)s has the same bytes as %(document)s, so it adds nothing.",
                    file=taken.origin,
                    document=taken.stem,
                )
            )
    return counts, statements


def _summary(counts: Counter[str], statements: int) -> str:
    said = (
        ("added", say("%(number)s added", number=counts["added"])),
        ("new version", say("%(number)s new version", number=counts["new version"])),
        ("unchanged", say("%(number)s unchanged", number=counts["unchanged"])),
        ("copy", say("%(number)s the same as another", number=counts["copy"])),
        ("problem", say("%(number)s not readable", number=counts["problem"])),
    )
    parts = ", ".join(words for key, words in said if counts[key])
    return say(
        "Documents: %(documents)s; %(statements)s.",
        documents=parts or say("none"),
        statements=say_many("%(num)s statement", "%(num)s statements", statements),
    )


def _progress(results: Iterator[Taken], paths: tuple[str, ...]) -> Iterator[Taken]:
    """The same results, with a bar on standard error if somebody is looking there."""
    if not sys.stderr.isatty():
        yield from results
        return
    from yaksok.interfaces.cli.progress import with_bar  # noqa: PLC0415 - rich only on a terminal

    yield from with_bar(results, paths)
