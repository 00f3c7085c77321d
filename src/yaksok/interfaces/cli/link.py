"""`yaksok link`: compare documents that are not linked yet, or all anew."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from yaksok.interfaces.cli.messages import language_option, say, say_many
from yaksok.interfaces.cli.options import ledger_option
from yaksok.ledger.location import Location

if TYPE_CHECKING:
    from yaksok.links.linking import Progress


@click.command("link")
@ledger_option
@click.option("--again", is_flag=True, help="Link all documents anew, by the rules of this program.")
@language_option
def command(ledger: Location, *, again: bool) -> None:
    """Link the documents of a ledger that are not linked yet.

    `yaksok add` does so by itself. --again is for a ledger that was linked by an older program, or one document
    at a time: how rare a word is, is then counted over all documents. Decisions hold; older links stay on
    record.
    """
    from yaksok.ledger.opening import open_for_reading  # noqa: PLC0415 - the database is loaded when it is needed

    open_for_reading(ledger).dispose()  # a mistyped name is not to make a new ledger
    click.echo(linked(ledger, again=again))


def linked(ledger: Location, *, again: bool = False) -> str:
    """Link a ledger, with a bar if somebody is looking; what was done, in a sentence."""
    from yaksok.interfaces.linking import link_ledger  # noqa: PLC0415 - the same

    batches = list(_shown(link_ledger(ledger, again=again)))
    if not batches:
        return say("Links: nothing new to link.")
    last = batches[-1]
    return say_many(
        "Links: %(links)s from %(num)s document.",
        "Links: %(links)s from %(num)s documents.",
        last.documents,
        links=f"{last.links:,}",
    )


def _shown(batches: Iterator[Progress]) -> Iterator[Progress]:
    if not sys.stderr.isatty():
        yield from batches
        return
    from yaksok.interfaces.cli.progress import with_steps  # noqa: PLC0415 - rich only on a terminal

    yield from with_steps(batches, doing=say("linking"), place=lambda one: (one.linked, one.documents))
