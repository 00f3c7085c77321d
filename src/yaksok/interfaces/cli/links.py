"""`yaksok links`: statements about the same undertaking."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from yaksok.interfaces.cli.messages import language_option, record_language, say, sentences, term
from yaksok.interfaces.cli.options import format_option, ledger_option
from yaksok.ledger.location import Location

if TYPE_CHECKING:
    from yaksok.records.link import Link


@click.command("links")
@ledger_option
@format_option
@language_option
def command(ledger: Location, output_format: str) -> None:
    """Show which later statements are about the same undertaking as a promise, and how they relate.

    Best score first. Every link is a proposal until somebody decides on it (see yaksok review): its words,
    parties and times say why it was made, its state whether it was accepted, relabelled or rejected.
    """
    from yaksok.interfaces.asking import links_in  # noqa: PLC0415 - the database is loaded when it is needed

    links = links_in(ledger)
    if output_format == "table":
        _show_table(links)
    else:
        from yaksok.interfaces.link_json import link_record, to_line  # noqa: PLC0415 - only for this format

        language = record_language()
        sys.stdout.writelines(to_line(link_record(link, language=language)) + "\n" for link in links)


def _show_table(links: list[Link]) -> None:
    from yaksok.interfaces.cli.grids import print_rows  # noqa: PLC0415 - rich only for tables
    from yaksok.interfaces.telling.messages import STATES  # noqa: PLC0415 - the same
    from yaksok.interfaces.telling.words import RELATION_WORDS  # noqa: PLC0415 - the same

    tell = sentences()
    print_rows(
        (say("score"), say("relation"), say("state"), say("from"), say("to"), say("why")),
        (
            (
                f"{link.score:.2f}",
                term(RELATION_WORDS, link.relation),
                term(STATES, link.state),
                f"{link.source.doc}: {link.source.text}",
                f"{link.target.doc}: {link.target.text}",
                tell.reasons(link.reasons),
            )
            for link in links
        ),
        narrow=3,
    )
