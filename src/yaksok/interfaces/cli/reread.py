"""`yaksok reread`: stored sources read again by today's rules."""

from __future__ import annotations

from collections import Counter

import click

from yaksok import __version__
from yaksok.interfaces.cli.messages import language_option, say, show_error
from yaksok.interfaces.cli.options import ledger_option
from yaksok.interfaces.cli.progress import with_bar_of
from yaksok.ledger.location import Location


@click.command("reread")
@ledger_option
@click.pass_context
@language_option
def command(context: click.Context, ledger: Location) -> None:
    """Read the stored sources of a ledger again where the reading rules have changed.

    Where today's rules read something else, that becomes a new version of the document; the earlier reading
    stays in the ledger. A source that they cannot read keeps its reading and gives a numbered line on standard
    error; the exit status is then 1.
    """
    from yaksok.interfaces.rereading import reread_all  # noqa: PLC0415 - the database is loaded when it is needed
    from yaksok.ledger.rereading import Rereading  # noqa: PLC0415 - the same

    counts: Counter[str] = Counter()
    with Rereading(ledger, program=__version__) as rereading:
        total = rereading.count()
        for reread in with_bar_of(reread_all(rereading), total=total, doing=say("reading again")):
            if reread.error is not None:
                show_error(reread.error)
            counts["failed" if reread.error else "new" if reread.is_new else "same"] += 1
    click.echo(_summary(counts) + " " + say("The ledger is %(ledger)s.", ledger=ledger))
    if counts["failed"]:
        context.exit(1)


def _summary(counts: Counter[str]) -> str:
    said = (
        ("new", say("%(number)s with a new reading", number=f"{counts['new']:,}")),
        ("same", say("%(number)s read as before", number=f"{counts['same']:,}")),
        ("failed", say("%(number)s not readable any more", number=f"{counts['failed']:,}")),
    )
    parts = ", ".join(words for key, words in said if counts[key])
    return say("Sources read by other rules: %(sources)s.", sources=parts or say("none"))
