"""`yaksok review`: doubtful links, one after another, to be decided on."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, get_args

import click

from yaksok.errors import BadNote, UnknownRelation
from yaksok.interfaces.cli.asked import check_found_by
from yaksok.interfaces.cli.messages import language_option, say, say_many, term, user_language
from yaksok.interfaces.cli.options import ledger_option
from yaksok.interfaces.cli.person import asked_person, person_option
from yaksok.ledger.location import Location
from yaksok.records.link import Relation

if TYPE_CHECKING:
    from yaksok.interfaces.cli.keys import Keys, Typed
    from yaksok.interfaces.cli.review_screen import Screen
    from yaksok.interfaces.reviewing import Outcomes, Review
    from yaksok.records.decision import DecisionKind
    from yaksok.records.link import Link
    from yaksok.views.doubt import Doubt

RELATIONS: tuple[Relation, ...] = get_args(Relation)


@click.command("review")
@ledger_option
@click.option("--party", metavar="ID", help="Only promises that name this party, such as USA or ASEAN.")
@click.option("--document", metavar="NAME", help="Only links from or to this document, by its file's name.")
@click.option("--relation", metavar="RELATION", help=f"Only this relation: {', '.join(RELATIONS)}.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Show no more than the first N.")
@person_option
@language_option
def command(
    *,
    ledger: Location,
    party: str | None,
    document: str | None,
    relation: str | None,
    limit: int | None,
    person: str | None,
) -> None:
    """Look at the most doubtful links and decide on them.

    First come links that a verdict hangs on, that another link speaks against, whose score is close to a
    threshold, and whose words agree little; the reasons stand beside each. Every decision is kept at once,
    with your name; it outlives new readings of the documents and can be taken back.

    Keys: a accept, r reject, l relabel, n note, s skip, u undo the last one, q quit. Without a terminal
    the keys are read from standard input, one at the beginning of each line; a note or a relation may stand
    behind it.
    """
    from rich.console import Console  # noqa: PLC0415 - loaded when it is needed

    from yaksok.interfaces.cli.keys import keys  # noqa: PLC0415 - the same
    from yaksok.interfaces.cli.review_screen import Screen  # noqa: PLC0415 - the same
    from yaksok.interfaces.reviewing import Review  # noqa: PLC0415 - the same

    wanted = relation_of(relation) if relation is not None else None
    with Review(ledger, person=asked_person(person), as_of=_today()) as review:
        queue = review.queue(party=party.upper() if party else None, document=document, relation=wanted)
        if party is not None:
            check_found_by(party.upper(), found=bool(queue))
        screen = Screen(Console(highlight=False, emoji=False, markup=False))
        if queue:
            _Session(review, queue[:limit], screen, keys()).run()
        else:
            screen.line(say("There is no link to decide on."))


def relation_of(written: str) -> Relation:
    """The relation of this name. Raises UnknownRelation."""
    for relation in RELATIONS:
        if relation == written:
            return relation
    raise UnknownRelation(value=written, known=", ".join(RELATIONS))


class _Session:
    """One way through the queue."""

    def __init__(self, review: Review, queue: list[Doubt], screen: Screen, keys: Keys) -> None:
        self._review = review
        self._queue = queue
        self._screen = screen
        self._keys = keys
        self._place = 0
        self._decided_at: list[int] = []

    def run(self) -> None:
        """Shows link after link until the last one, q or the end of the input."""
        from yaksok.interfaces.cli.review_screen import KEYS  # noqa: PLC0415 - loaded when it is needed

        self._screen.line(say(KEYS))
        going = True
        while going and self._place < len(self._queue):
            going = self._show()
        self._screen.line()
        self._screen.line(self._summary())

    def _show(self) -> bool:
        """One link until its key is pressed; False to stop."""
        doubt = self._queue[self._place]
        link = self._review.current(doubt.link)
        outcomes = self._review.outcomes(link)
        place = say("%(place)s of %(all)s", place=self._place + 1, all=len(self._queue))
        self._screen.link(self._review.card(link), doubt, outcomes, place=place)
        here = self._place
        while here == self._place:
            self._screen.ask("a r l n s u q?")
            typed = self._keys.key()
            if typed is None or typed.key in {"q", "quit"}:
                return False
            self._screen.line(typed.key if typed.key.isalpha() else "")
            if self._act(link, typed, outcomes):
                return True
        return True

    def _act(self, link: Link, typed: Typed, outcomes: Outcomes | None) -> bool:
        """Does what a key says; True if the link, or another one, is to be shown now."""
        match typed.key:
            case "a":
                return self._decide(link, "accept", link.relation, typed.rest)
            case "r":
                return self._decide(link, "reject", link.relation, typed.rest)
            case "l":
                relation, note = self._relation(link, typed.rest, outcomes)
                return relation is not None and self._decide(link, "relabel", relation, note)
            case "n":
                self._note(link, typed.rest)
                return False
            case "s":
                self._place += 1
                return True
            case "u":
                return self._undo()
            case _:
                self._screen.line(say("a accept, r reject, l relabel, n note, s skip, u undo, q quit"))
                return False

    def _decide(self, link: Link, kind: DecisionKind, relation: Relation, note: str) -> bool:
        try:
            self._review.decide(link, kind, relation=relation, note=note)
        except BadNote as error:
            self._screen.line(_told(error))
            return False
        self._decided_at.append(self._place)
        self._place += 1
        return True

    def _note(self, link: Link, note: str) -> None:
        if not note:
            self._screen.ask(say("Note:"))
            note = (self._keys.line() or "").strip()
        if not note:
            self._screen.line(say("No note was made."))
            return
        try:
            self._review.decide(link, "note", note=note)
        except BadNote as error:
            self._screen.line(_told(error))
            return
        self._decided_at.append(self._place)
        self._screen.line(say("Noted."))

    def _relation(self, link: Link, typed: str, outcomes: Outcomes | None) -> tuple[Relation | None, str]:
        """The relation that is named by number or name, and what stands behind it; None for none."""
        if not typed:
            self._screen.relations(self._review.relabelled(link) if outcomes else {}, now=outcomes)
            self._screen.ask(say("Which?"))
            typed = (self._keys.line() or "").strip()
        name, _, note = typed.partition(" ")
        if name.isdecimal() and 1 <= int(name) <= len(RELATIONS):
            return RELATIONS[int(name) - 1], note.strip()
        if name in RELATIONS:
            return relation_of(name), note.strip()
        self._screen.line(say("That is none of the relations; nothing was decided."))
        return None, ""

    def _undo(self) -> bool:
        taken = self._review.undo()
        if taken is None:
            self._screen.line(
                say("Nothing of this review is left to undo; yaksok decisions undo takes back others.")
            )
            return False
        self._screen.line(say("Taken back: %(kind)s.", kind=_kind(taken.kind)))
        self._place = self._decided_at.pop()
        return True

    def _summary(self) -> str:
        made = Counter(decision.kind for decision in self._review.made)
        told = ", ".join(
            say("%(number)s %(kind)s", number=count, kind=_kind(kind)) for kind, count in sorted(made.items())
        )
        decided = say_many("%(num)s decision", "%(num)s decisions", made.total()) + (
            f" ({told})" if told else ""
        )
        left = len(self._queue) - self._place
        return say(
            "%(decided)s; %(left)s of %(all)s links left.", decided=decided, left=left, all=len(self._queue)
        )


def _told(error: BadNote) -> str:
    from yaksok.interfaces.telling.faults import described  # noqa: PLC0415 - loaded when it is needed

    return described(error, user_language())


def _kind(kind: str) -> str:
    from yaksok.interfaces.telling.messages import DECISIONS  # noqa: PLC0415 - loaded when it is needed

    return term(DECISIONS, kind)


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day as the user's calendar has it
