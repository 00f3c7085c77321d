"""`yaksok decisions`: what people decided, to be listed, carried over and taken back."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from yaksok.errors import OutputNotWritable
from yaksok.interfaces.cli.messages import language_option, say, say_many, term
from yaksok.interfaces.cli.options import format_option, ledger_option
from yaksok.interfaces.cli.person import person_of, person_option
from yaksok.ledger.location import Location

if TYPE_CHECKING:
    from yaksok.interfaces.deciding import Listed

_ACTIONS = ("list", "export", "import", "undo")
_TAKES = {"export": "FILE", "import": "FILE", "undo": "ID"}


@click.command("decisions")
@click.argument("action", type=click.Choice(_ACTIONS), metavar=f"[{'|'.join(_ACTIONS)}]")
@click.argument("what", required=False, metavar="[FILE|ID]")
@format_option
@click.option("--note", metavar="TEXT", default="", help="Why a decision is taken back.")
@person_option
@ledger_option
@language_option
def command(
    *, action: str, what: str | None, output_format: str, note: str, person: str | None, ledger: Location
) -> None:
    """List decisions, write them into a file, take them over from one, or take one back.

    list shows every decision and whether it holds. export FILE writes them as JSON Lines (- for standard
    output); import FILE takes them over into another ledger, where their statements are found by id, else
    by their words; importing twice adds nothing. undo ID takes one back, by its id or the beginning of
    it; taking back an undo restores what it took back.
    """
    if (what is None) != (action == "list"):
        if what is not None:
            raise click.UsageError(say("list takes no FILE or ID."))
        raise click.UsageError(say("%(action)s needs %(what)s.", action=action, what=_TAKES[action]))
    if what is None:
        _list(ledger, output_format)
    elif action == "export":
        _export(ledger, what)
    elif action == "import":
        _import(ledger, what)
    else:
        _undo(ledger, what, note=note, person=person_of(person))


def _list(ledger: Location, output_format: str) -> None:
    from yaksok.interfaces.deciding import decisions_in  # noqa: PLC0415 - the database is loaded late

    listed = decisions_in(ledger)
    if output_format == "table":
        _show_table(listed)
        return
    from yaksok.interfaces.decision_json import decision_record  # noqa: PLC0415 - only for this format
    from yaksok.interfaces.link_json import to_line  # noqa: PLC0415 - the same

    for one in listed:
        found = {"promise": one.promise, "later": one.later}
        record = {**decision_record(one.decision), "standing": one.standing, "found_by": found}
        sys.stdout.write(to_line(record) + "\n")


def _export(ledger: Location, path: str) -> None:
    from yaksok.interfaces.deciding import decisions_in  # noqa: PLC0415 - the database is loaded late
    from yaksok.interfaces.decision_json import decision_record  # noqa: PLC0415 - the same
    from yaksok.interfaces.link_json import to_line  # noqa: PLC0415 - the same

    lines = [to_line(decision_record(one.decision)) + "\n" for one in decisions_in(ledger)]
    if path == "-":
        sys.stdout.writelines(lines)
        return
    try:
        Path(path).write_text("".join(lines), encoding="utf-8", newline="\n")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise OutputNotWritable(path=path, reason=reason) from error
    click.echo(
        say_many(
            "%(num)s decision written to %(path)s.",
            "%(num)s decisions written to %(path)s.",
            len(lines),
            path=path,
        )
    )


def _import(ledger: Location, path: str) -> None:
    from yaksok.interfaces.deciding import (  # noqa: PLC0415 - the database is loaded late
        found_by,
        import_decisions,
    )
    from yaksok.interfaces.telling.messages import FOUND_BY  # noqa: PLC0415 - the same

    taken = import_decisions(ledger, path, now=datetime.now(UTC))
    click.echo(
        say_many(
            "%(num)s decision taken over, %(known)s there already.",
            "%(num)s decisions taken over, %(known)s there already.",
            len(taken.new),
            known=taken.known,
        )
    )
    if taken.new:
        by = ", ".join(f"{term(FOUND_BY, how)}: {count}" for how, count in found_by(taken.new).items())
        click.echo(say("Statements found by %(ways)s.", ways=by))
    for line in _not_found(taken.new):
        click.echo(line)


def _undo(ledger: Location, beginning: str, *, note: str, person: str) -> None:
    from yaksok.interfaces.deciding import SHOWN, Decider  # noqa: PLC0415 - the database is loaded late

    with Decider(ledger, person=person, command="decisions undo") as decider:
        made = decider.undo(beginning, note=note)
    click.echo(
        say("%(undone)s is taken back; on record as %(id)s.", undone=made.undoes[:SHOWN], id=made.id[:SHOWN])
    )


def _not_found(listed: Iterable[Listed]) -> Iterable[str]:
    from yaksok.interfaces.deciding import SHOWN  # noqa: PLC0415 - the database is loaded late
    from yaksok.views.review_card import one_line  # noqa: PLC0415 - only where something was not found

    for one in listed:
        for key, how in ((one.decision.promise, one.promise), (one.decision.later, one.later)):
            if key is not None and how in {"ambiguous", "lost"}:
                told = say("stands in several places") if how == "ambiguous" else say("is not in this ledger")
                yield f"{one.decision.id[:SHOWN]}: “{one_line(key.text)}” ({one_line(key.doc)}) {told}."


def _show_table(listed: Iterable[Listed]) -> None:
    from yaksok.interfaces.cli.grids import print_rows  # noqa: PLC0415 - rich only for tables
    from yaksok.interfaces.deciding import SHOWN  # noqa: PLC0415 - the same
    from yaksok.interfaces.telling.messages import STANDINGS  # noqa: PLC0415 - the same
    from yaksok.views.review_card import one_line  # noqa: PLC0415 - the same

    print_rows(
        (say("id"), say("standing"), say("decision"), say("on"), say("by"), say("note")),
        (
            (
                one.decision.id[:SHOWN],
                term(STANDINGS, one.standing),
                _kind(one),
                " → ".join(
                    f"{one_line(key.doc)}: {one_line(key.text)}"
                    for key in (one.decision.promise, one.decision.later)
                    if key is not None
                ),
                f"{one_line(one.decision.person)}, {one.decision.decided_at[:16].replace('T', ' ')}",
                one_line(one.decision.note),
            )
            for one in listed
        ),
        narrow=2,
    )


def _kind(one: Listed) -> str:
    from yaksok.interfaces.telling.messages import DECISIONS  # noqa: PLC0415 - only for tables
    from yaksok.interfaces.telling.words import RELATION_WORDS  # noqa: PLC0415 - the same

    decision = one.decision
    kind = term(DECISIONS, decision.kind)
    if decision.kind == "undo":
        return f"{kind} {decision.undoes[:10]}"
    if decision.relation is None or decision.kind == "note":
        return kind
    return f"{kind} {term(RELATION_WORDS, decision.relation)}"
