"""`yaksok grade`: the promises of a ledger under a published grading scheme."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from yaksok.interfaces.cli.asked import AS_OF, PARTY, check_found_by, day_of
from yaksok.interfaces.cli.messages import language_option, record_language, say, term, user_language
from yaksok.interfaces.cli.options import ledger_option
from yaksok.ledger.location import Location

if TYPE_CHECKING:
    from yaksok.fulfilment.grading import GradeName, Scheme, Scorecard


@click.command("grade")
@click.option("--scheme", required=True, metavar="SCHEME", help="One of: cpp, politifact, g7, korea.")
@ledger_option
@click.option("--as-of", metavar="DATE", help=AS_OF)
@click.option("--party", metavar="ID", help=PARTY)
@click.option(
    "--document", metavar="DOC", help="Only promises of this document (its file's name without ending)."
)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="A table to look at, or one JSON object.",
)
@language_option
def command(
    *,
    scheme: str,
    ledger: Location,
    as_of: str | None,
    party: str | None,
    document: str | None,
    output_format: str,
) -> None:
    """Grade promises under a published scheme as of a day.

    Every grade is derived from the verdicts that yaksok promises shows. The share that cannot be graded is always
    told with its reasons, and how much rests on the issuer's own word alone. Shares are of all promises; "at
    most" is the share if all that cannot be graded had that grade. Counts are also given by how firmly
    the promises are worded.
    """
    day = day_of(as_of)
    from yaksok.interfaces.explaining import scorecard_in  # noqa: PLC0415 - the database is loaded late

    name = party.upper() if party is not None else None
    card = scorecard_in(ledger, scheme, as_of=day, party=name, document=document)
    if name is not None:
        check_found_by(name, found=bool(card.number))
    if output_format == "table":
        _show(card)
    else:
        from yaksok.interfaces.card_json import scorecard_record  # noqa: PLC0415 - only for this format
        from yaksok.interfaces.link_json import to_line  # noqa: PLC0415 - the same

        sys.stdout.write(to_line(scorecard_record(card, record_language())) + "\n")


def _show(card: Scorecard) -> None:
    from yaksok.interfaces.cli.grids import print_rows  # noqa: PLC0415 - rich only for tables

    name = _named(card.scheme)
    click.echo(
        say(
            "%(scheme)s: %(number)s promises, %(graded)s graded",
            scheme=name,
            number=card.number,
            graded=card.graded,
        )
    )
    missing = card.number - card.graded
    rows = [
        (str(share.count), _percent(share.share), _percent(share.most), _named(share.grade))
        for share in card.shares
    ]
    rows.append((str(missing), _percent(card.ungraded_share), "", say("not graded")))
    rows += [(str(count), "", "", f"  {_reason(card.scheme, reason)}") for reason, count in card.ungraded]
    print_rows((say("count"), say("share"), say("at most"), say("grade")), rows, narrow=3)
    click.echo(
        say(
            "Of %(number)s graded by reports of known issuers, %(own)s rest on the issuer's own word alone (%(share)s).",
            number=card.on_reports,
            own=card.self_reported,
            share=_percent(card.self_reported_share),
        )
    )
    if card.mean is not None:
        click.echo(say("Mean of the graded: %(mean)s.", mean=f"{card.mean:+.2f}"))
    note = card.scheme.note_in(user_language())
    if note:
        click.echo(say("Note: %(note)s.", note=note))
    if card.classes:
        click.echo("")
        classes = (
            (_wording(each.name), str(each.number), str(each.graded), _counts(card.scheme, each.counts))
            for each in card.classes
        )
        heads = (say("wording"), say("promises"), say("graded"), say("grades"))
        print_rows(heads, classes, narrow=3)


def _named(one: Scheme | GradeName) -> str:
    return one.korean if user_language() == "ko" else one.english


def _wording(level: str) -> str:
    from yaksok.interfaces.explaining import UNKNOWN_STRENGTH  # noqa: PLC0415 - loads the database
    from yaksok.interfaces.telling.words import STRENGTH_WORDS  # noqa: PLC0415 - only for tables

    return say("no predicate") if level == UNKNOWN_STRENGTH else term(STRENGTH_WORDS, level)


def _reason(scheme: Scheme, reason: str) -> str:
    """Why promises have no grade: a reason of the program, or a grade that is no rating."""
    from yaksok.interfaces.telling.messages import UNGRADED  # noqa: PLC0415 - only for tables

    return term(UNGRADED, reason, spaced=True) if reason in UNGRADED else _grade(scheme, reason)


def _grade(scheme: Scheme, name: str) -> str:
    """A grade by its id: in English the id in words, in Korean its name."""
    named = {each.id: each.korean for each in scheme.grades}
    return named[name] if user_language() == "ko" and name in named else name.replace("_", " ")


def _counts(scheme: Scheme, counts: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(f"{_grade(scheme, name)} {count}" for name, count in counts)


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{share:.0%}"
