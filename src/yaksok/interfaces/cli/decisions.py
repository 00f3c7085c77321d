"""`yaksok decisions`: what people decided, to be listed, carried over and taken back."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from yaksok.errors import OutputNotWritable
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
        missing = f"{action} needs {_TAKES[action]}." if what is None else "list takes no FILE or ID."
        raise click.UsageError(missing)
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
    click.echo(f"{_counted(len(lines))} written to {path}.")


def _import(ledger: Location, path: str) -> None:
    from yaksok.interfaces.deciding import (  # noqa: PLC0415 - the database is loaded late
        found_by,
        import_decisions,
    )

    taken = import_decisions(ledger, path, now=datetime.now(UTC))
    click.echo(f"{_counted(len(taken.new))} taken over, {taken.known} there already.")
    if taken.new:
        by = found_by(taken.new)
        click.echo("Statements found by " + ", ".join(f"{how}: {count}" for how, count in by.items()) + ".")
    for line in _not_found(taken.new):
        click.echo(line)


def _undo(ledger: Location, beginning: str, *, note: str, person: str) -> None:
    from yaksok.interfaces.deciding import SHOWN, Decider  # noqa: PLC0415 - the database is loaded late

    with Decider(ledger, person=person, command="decisions undo") as decider:
        made = decider.undo(beginning, note=note)
    click.echo(f"{made.undoes[:SHOWN]} is taken back; on record as {made.id[:SHOWN]}.")


def _not_found(listed: Iterable[Listed]) -> Iterable[str]:
    from yaksok.interfaces.deciding import SHOWN  # noqa: PLC0415 - the database is loaded late
    from yaksok.views.review_card import one_line  # noqa: PLC0415 - only where something was not found

    for one in listed:
        for key, how in ((one.decision.promise, one.promise), (one.decision.later, one.later)):
            if key is not None and how in {"ambiguous", "lost"}:
                told = "stands in several places" if how == "ambiguous" else "is not in this ledger"
                yield f"{one.decision.id[:SHOWN]}: “{one_line(key.text)}” ({one_line(key.doc)}) {told}."


def _show_table(listed: Iterable[Listed]) -> None:
    from yaksok.interfaces.cli.grids import print_rows  # noqa: PLC0415 - rich only for tables
    from yaksok.interfaces.deciding import SHOWN  # noqa: PLC0415 - the same
    from yaksok.views.review_card import one_line  # noqa: PLC0415 - the same

    print_rows(
        ("id", "standing", "decision", "on", "by", "note"),
        (
            (
                one.decision.id[:SHOWN],
                one.standing,
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
    decision = one.decision
    if decision.kind == "undo":
        return f"undo {decision.undoes[:10]}"
    if decision.relation is None or decision.kind == "note":
        return decision.kind
    return f"{decision.kind} {decision.relation}"


def _counted(number: int) -> str:
    return f"{number} decision{'' if number == 1 else 's'}"
