"""`yaksok demo`: the main job done on the sample documents."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from yaksok.errors import BadUsage
from yaksok.interfaces.cli.messages import language_option, say, show_error
from yaksok.interfaces.cli.options import LEDGER_METAVAR, to_location
from yaksok.ledger.location import Location, location_of

if TYPE_CHECKING:
    from yaksok.errors import YaksokError


@click.command("demo")
@click.option(
    "--ledger",
    metavar=LEDGER_METAVAR,
    callback=to_location,
    help="Where to make the ledger; there must be none yet. [default: a new temporary folder]",
)
@click.pass_context
@language_option
def command(context: click.Context, ledger: Location | None) -> None:
    """Read the sample documents into a fresh ledger and show what is in them.

    Statuses are as of the day of the newest sample document, so the demo tells the same on every day.
    """
    from yaksok.fulfilment.coverage import Coverage  # noqa: PLC0415 - the heavy parts load when they are needed
    from yaksok.fulfilment.judging import judge  # noqa: PLC0415 - the same
    from yaksok.interfaces.asking import documents_in  # noqa: PLC0415 - the same
    from yaksok.interfaces.cli.demo_page import print_demo  # noqa: PLC0415 - the same
    from yaksok.interfaces.sample_ledger import add_samples, newest_day  # noqa: PLC0415 - the same
    from yaksok.interfaces.samples import sample_folder  # noqa: PLC0415 - the same
    from yaksok.links.proposing import propose_links  # noqa: PLC0415 - the same
    from yaksok.views.overview import overview  # noqa: PLC0415 - the same
    from yaksok.views.stories import stories  # noqa: PLC0415 - the same

    folder = sample_folder()
    place = _fresh(ledger)
    failed: list[YaksokError] = []
    read = add_samples(place, folder, failed=failed.append)
    for error in failed:
        show_error(error)
    documents = documents_in(place)
    as_of = newest_day(documents)
    verdicts = judge(documents, propose_links(documents), as_of=as_of)
    print_demo(
        overview(documents, verdicts),
        stories(documents, verdicts, coverage=Coverage.of(documents, as_of=as_of)),
        read,
        samples=folder,
        ledger=place,
        as_of=as_of,
    )
    if failed:
        context.exit(1)


def _fresh(ledger: Location | None) -> Location:
    from yaksok.ledger.backup import is_free  # noqa: PLC0415 - the heavy parts load when they are needed

    if ledger is None:
        return location_of(Path(tempfile.mkdtemp(prefix="yaksok-demo-")) / "yaksok.db")
    if not is_free(ledger):
        raise BadUsage(
            reason=say("%(ledger)s exists already, and the demo makes a fresh ledger.", ledger=ledger),
            command="yaksok demo",
        )
    return ledger
