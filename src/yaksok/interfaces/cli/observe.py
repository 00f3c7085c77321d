"""`yaksok observe`: a measured series beside the targets of promises."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from yaksok import __version__
from yaksok.interfaces.cli.asked import AS_OF, day_of
from yaksok.interfaces.cli.messages import (
    language_option,
    record_language,
    say,
    say_many,
    sentences,
    term,
    user_language,
)
from yaksok.interfaces.cli.options import format_option, ledger_option
from yaksok.ledger.location import Location

if TYPE_CHECKING:
    from yaksok.interfaces.observing import ObservedPromise, Taken


@click.command("observe")
@click.argument("file", metavar="FILE")
@click.option(
    "--indicator", required=True, metavar="NAME", help="What the series measures, as promises name it."
)
@click.option(
    "--unit", required=True, metavar="UNIT", help="The unit of its figures: 억불, 만명, %, USD, person, ..."
)
@click.option(
    "--promise",
    metavar="PROMISE",
    help="The one promise that it measures: an id, DOC:N, or words. [default: all that name the indicator]",
)
@ledger_option
@click.option("--as-of", metavar="DATE", help=AS_OF)
@format_option
@language_option
def command(
    *,
    file: str,
    indicator: str,
    unit: str,
    promise: str | None,
    ledger: Location,
    as_of: str | None,
    output_format: str,
) -> None:
    """Hold the targets of promises against a measured series.

    FILE is a CSV file, or - for standard input; its first line names the columns date, value and source (날짜, 값,
    출처), further columns are left aside. Dates may be 2024, 2024-03, 2024-03-05, 2024-Q1 or 2024년 1분기. The
    series is stored in the ledger with its source, each row with its place. What it says of every target that
    it measures is shown: reached, short, wrong_direction, not_yet or no_data.
    """
    day = day_of(as_of)
    from yaksok.interfaces.observing import observe, observed_in  # noqa: PLC0415 - the database is loaded when needed

    taken = observe(
        ledger, file, indicator=indicator, unit=unit, promise=promise, program=__version__, as_of=day
    )
    _tell(taken, file, indicator)
    found = observed_in(ledger, as_of=day, indicator=indicator)
    if not found:
        click.echo(
            say(
                "No promise made by %(day)s has a target that names %(indicator)s; the series is kept.",
                day=day,
                indicator=indicator,
            ),
            err=True,
        )
    if output_format == "table":
        from yaksok.interfaces.telling.messages import OUTCOMES  # noqa: PLC0415 - only for tables

        for one in found:
            measured = one.observed.measured
            told = f"{term(OUTCOMES, measured.outcome)}: {sentences().reason(measured.sentence)}"
            click.echo(f"{one.promise.doc}:{one.promise.n} {told}")
        return
    from yaksok.interfaces.link_json import to_line  # noqa: PLC0415 - only for this format

    for one in found:
        sys.stdout.write(to_line(_record(one)) + "\n")


def _tell(taken: Taken, file: str, indicator: str) -> None:
    from yaksok.interfaces.telling.messages import TAKEN  # noqa: PLC0415 - loaded when it is needed
    from yaksok.interfaces.telling.problems import worded  # noqa: PLC0415 - the same

    for problem in taken.problems:
        message, next_step = worded(problem.number, problem.message, problem.next_step, user_language())
        label = say("Next: %(next_step)s", next_step=next_step)
        click.echo(f"{problem.number}: {message} {label}", err=True)
    first, last = taken.observations[0], taken.observations[-1]
    click.echo(
        say_many(
            "%(file)s: %(num)s value of %(indicator)s in %(unit)s, %(since)s to %(until)s (%(outcome)s).",
            "%(file)s: %(num)s values of %(indicator)s in %(unit)s, %(since)s to %(until)s (%(outcome)s).",
            len(taken.observations),
            file=file,
            indicator=indicator,
            unit=first.unit,
            since=first.start,
            until=last.date,
            outcome=term(TAKEN, taken.outcome),
        ),
        err=True,
    )


def _record(one: ObservedPromise) -> dict[str, object]:
    """The JSON object of one target beside its series."""
    target, measured, series = one.observed.target, one.observed.measured, one.observed.series
    deciding = measured.observation
    return {
        "record": "observed",
        "promise": {
            "id": one.promise.id,
            "doc": one.promise.doc,
            "n": one.promise.n,
            "text": one.promise.text,
        },
        "target": {
            "indicator": target.indicator.words,
            "inherited": target.indicator.inherited,
            "value": target.value,
            "unit": target.unit,
            "comparison": target.comparison,
            "by": target.by,
            "base_year": target.base_year,
            "basis": target.basis.words if target.basis else None,
            "span": list(target.words.span),
        },
        "series": {"doc": series.doc, "indicator": series.indicator, "unit": series.unit},
        "outcome": measured.outcome,
        "value": deciding.value if deciding else None,
        "date": deciding.date if deciding else None,
        "row": deciding.n if deciding else None,
        "margin": measured.margin,
        "why": sentences(record_language()).reason(measured.sentence),
    }
