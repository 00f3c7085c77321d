"""`yaksok decide`: one decision on one link."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from yaksok.errors import IncompleteDecision
from yaksok.interfaces.cli.messages import language_option, say, term
from yaksok.interfaces.cli.options import ledger_option
from yaksok.interfaces.cli.person import person_of, person_option
from yaksok.interfaces.cli.review import relation_of
from yaksok.ledger.location import Location
from yaksok.records.decision import DecisionKind

if TYPE_CHECKING:
    from yaksok.records.link import Relation

_KINDS: tuple[DecisionKind, ...] = ("accept", "reject", "relabel", "draw", "note")
_MOST_STATEMENTS = 2


@click.command("decide")
@click.argument("statements", nargs=-1, required=True, metavar="PROMISE [LATER]")
@click.argument("kind", metavar=f"[{'|'.join(_KINDS)}]", type=click.Choice(_KINDS))
@click.option("--relation", metavar="RELATION", help="The relation, for relabel and draw.")
@click.option("--note", metavar="TEXT", default="", help="Why; a note alone may stand on a promise alone.")
@person_option
@ledger_option
@language_option
def command(
    *,
    statements: tuple[str, ...],
    kind: DecisionKind,
    relation: str | None,
    note: str,
    person: str | None,
    ledger: Location,
) -> None:
    """Accept, reject or relabel the link from PROMISE to LATER, draw one that was not proposed, or note something.

    PROMISE and LATER are ids of statements, or their first six digits or more (see yaksok links), or
    DOCUMENT:NUMBER as yaksok review shows them, such as plan:12. The decision outlives new readings of the
    documents; yaksok decisions undo takes it back.
    """
    if len(statements) > _MOST_STATEMENTS:
        raise click.UsageError(say("Name one promise and one later statement."))
    if kind != "note" and len(statements) < _MOST_STATEMENTS:
        raise IncompleteDecision(kind=kind, missing="LATER")
    if kind == "note" and not note.strip():
        raise IncompleteDecision(kind=kind, missing="--note")
    chosen: Relation | None = relation_of(relation) if relation is not None else None
    if kind in {"relabel", "draw"} and chosen is None:
        raise IncompleteDecision(kind=kind, missing="--relation")
    from yaksok.interfaces.deciding import SHOWN  # noqa: PLC0415 - the database is loaded when it is needed
    from yaksok.interfaces.deciding_once import decide  # noqa: PLC0415 - the same
    from yaksok.interfaces.telling.messages import DECISIONS  # noqa: PLC0415 - the same

    later = statements[1] if len(statements) == _MOST_STATEMENTS else None
    made = decide(
        ledger, statements[0], later, kind, relation=chosen, note=note.strip(), person=person_of(person)
    )
    click.echo(say("%(kind)s is on record as %(id)s.", kind=term(DECISIONS, kind), id=made.id[:SHOWN]))
