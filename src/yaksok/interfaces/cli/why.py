"""`yaksok why`: one promise, what became of it, and what that rests on."""

from __future__ import annotations

import sys

import click

from yaksok.interfaces.cli.asked import AS_OF, day_of
from yaksok.interfaces.cli.messages import language_option, record_language
from yaksok.interfaces.cli.options import ledger_option
from yaksok.ledger.location import Location


@click.command("why")
@click.argument("promise", metavar="PROMISE")
@ledger_option
@click.option("--as-of", metavar="DATE", help=AS_OF)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="A text to read, or one JSON object.",
)
@language_option
def command(promise: str, ledger: Location, as_of: str | None, output_format: str) -> None:
    """Explain what became of one promise as of a day.

    PROMISE is the id of its statement or the beginning of it, DOC:N (the file's name without its ending and
    the statement's number), or words that only this promise holds. It shows the sentence in its place, the
    steps of the proof with their sources, the evidence for and against, which later documents were searched, what
    came near in them, and the smallest changes that would make the verdict another one.
    """
    day = day_of(as_of)
    from yaksok.interfaces.explaining import card_in  # noqa: PLC0415 - the database is loaded when it is needed

    card = card_in(ledger, promise, as_of=day)
    if output_format == "text":
        from yaksok.interfaces.cli.card_page import print_card  # noqa: PLC0415 - rich only for texts

        print_card(card)
    else:
        from yaksok.interfaces.card_json import card_record  # noqa: PLC0415 - only for this format
        from yaksok.interfaces.link_json import to_line  # noqa: PLC0415 - the same

        sys.stdout.write(to_line(card_record(card, record_language())) + "\n")
