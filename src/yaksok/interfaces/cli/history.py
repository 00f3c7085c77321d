"""`yaksok history`: one commitment through the years."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from yaksok.interfaces.cli.asked import AS_OF, day_of
from yaksok.interfaces.cli.messages import language_option, record_language, say, term
from yaksok.interfaces.cli.options import format_option, ledger_option
from yaksok.ledger.location import Location

if TYPE_CHECKING:
    from yaksok.records.chain import Chain, ChainStep, Change


@click.command("history")
@click.argument("promise", metavar="PROMISE")
@ledger_option
@click.option("--as-of", metavar="DATE", help=AS_OF)
@format_option
@language_option
def command(promise: str, ledger: Location, as_of: str | None, output_format: str) -> None:
    """Follow one commitment through the documents.

    PROMISE is named as for yaksok why. The commitment is a chain of statements: first stated, stated again,
    changed (renamed, narrowed, widened, postponed, another amount, merged, split ...), reported on, ended. With
    jsonl it is one object.
    """
    day = day_of(as_of)
    from yaksok.interfaces.chaining import chain_in  # noqa: PLC0415 - the database is loaded when it is needed

    chain = chain_in(ledger, promise, as_of=day)
    if output_format == "table":
        _show_table(chain)
    else:
        from yaksok.interfaces.chain_json import chain_record  # noqa: PLC0415 - only for this format
        from yaksok.interfaces.link_json import to_line  # noqa: PLC0415 - the same

        sys.stdout.write(to_line(chain_record(chain, language=record_language())) + "\n")


def _show_table(chain: Chain) -> None:
    from yaksok.interfaces.cli.grids import print_rows  # noqa: PLC0415 - rich only for tables

    print_rows(
        (say("date"), say("step"), say("statement"), say("what changed")),
        (
            (
                step.date or "",
                _kind(step),
                f"{step.statement.doc}:{step.statement.n} {step.statement.text}",
                "; ".join(_change(change) for change in step.changes),
            )
            for step in chain.steps
        ),
        narrow=2,
    )


def _kind(step: ChainStep) -> str:
    from yaksok.interfaces.telling.messages import STEPS  # noqa: PLC0415 - only for tables
    from yaksok.interfaces.telling.words import RELATION_WORDS  # noqa: PLC0415 - the same

    kind = term(STEPS, step.kind, spaced=True)
    if step.link is not None and step.kind in {"reported", "ended"}:
        return f"{kind}: {term(RELATION_WORDS, step.link.relation, spaced=True)}"
    return kind


def _change(change: Change) -> str:
    from yaksok.interfaces.telling.messages import CHAIN_CHANGES  # noqa: PLC0415 - only for tables

    words = [words for words in (change.before, change.after) if words]
    kind = term(CHAIN_CHANGES, change.kind, spaced=True)
    return f"{kind}{': ' if words else ''}{' → '.join(words)}"
