"""A link on the terminal: both statements where they stand, and what each key does."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from yaksok.interfaces.cli.messages import say, sentences, term
from yaksok.interfaces.decision_json import RELATIONS
from yaksok.interfaces.reviewing import Outcomes
from yaksok.interfaces.telling.catalogues import N_
from yaksok.interfaces.telling.messages import STATES
from yaksok.interfaces.telling.words import RELATION_WORDS, STATUS_WORDS
from yaksok.records.commitment import Status
from yaksok.records.link import Relation
from yaksok.views.doubt import Doubt
from yaksok.views.review_card import Card, Side
from yaksok.views.safety import visible

KEYS = N_("a accept, r reject, l relabel, n note, s skip, u undo the last one, q quit")
MEANINGS: dict[Relation, str] = {
    "fulfilled_by": N_("reports it done"),
    "partly_fulfilled_by": N_("reports it done in part"),
    "progressed_by": N_("reports work on it"),
    "restated_as": N_("promises it again"),
    "continued_as": N_("carries it on under another name or a step further"),
    "superseded_by": N_("puts another aim in its place"),
    "contradicted_by": N_("reports its end or failure, or says the opposite"),
}


_BREAKS = re.compile(r"[\n\t]")


class Screen:
    """What a review shows. Words of documents are cleared of control characters before they come here."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def link(self, card: Card, doubt: Doubt, outcomes: Outcomes | None, *, place: str) -> None:
        """One link to decide on."""
        link = card.link
        self.line()
        self._console.print(Rule(Text(place), align="left", style="dim"))
        self._side(say("promise"), card.promise)
        self._side(say("later"), card.later)
        self.line()
        state = "" if link.state == "proposed" else f" ({term(STATES, link.state)})"
        tell = sentences()
        self._fact(say("relation"), _meaning(link.relation, state))
        why = visible(_BREAKS.sub(" ", tell.reasons(link.reasons)))
        self._fact(say("score"), f"{link.score:.2f}; {why}")
        if doubt.reasons:
            reasons = "; ".join(map(tell.reason, doubt.reasons))
            told = say("%(number)s points: %(reasons)s", number=f"{doubt.points:.1f}", reasons=reasons)
            self._fact(say("doubt"), told)
        if outcomes is not None:
            self._fact(say("verdict"), _told(outcomes))

    def relations(self, statuses: Mapping[Relation, Status], *, now: Outcomes | None) -> None:
        """The relations to choose from, by number, with the status that each would give to the promise."""
        for number, relation in enumerate(RELATIONS, 1):
            status = statuses.get(relation)
            changes = status is not None and now is not None and status != now.now
            then = f" [{term(STATUS_WORDS, status)}]" if status is not None and changes else ""
            self.line(f"  {number} {_meaning(relation)}{then}")

    def line(self, text: str = "") -> None:
        """A line of the program's own."""
        self._console.print(Text(text), soft_wrap=True)

    def ask(self, text: str) -> None:
        """A question that is answered on its own line."""
        self._console.print(Text(text), end=" ", soft_wrap=True)
        self._console.file.flush()

    def _side(self, name: str, side: Side) -> None:
        about = ", ".join(part for part in (side.date or say("no date"), side.issuer, side.title) if part)
        self.line()
        self._console.print(Text.assemble((name, "bold"), f" {side.doc}:{side.n}", (f"  {about}", "dim")))
        for depth, heading in enumerate(side.trail):
            self._indented(Text(heading, style="dim"), 2 + 2 * depth)
        depth = 2 + 2 * len(side.trail)
        if side.before:
            self._indented(Text(f"… {side.before}", style="dim"), depth)
        self._indented(self._marked(side), depth)
        if side.after:
            self._indented(Text(f"… {side.after}", style="dim"), depth)

    def _marked(self, side: Side) -> Text:
        if self._console.is_terminal and not self._console.no_color:
            text = Text(side.text, style="bold")
            for start, end in side.shared:
                text.stylize("underline cyan", start, end)
            return text
        pieces = []
        at = 0
        for start, end in side.shared:
            pieces += [side.text[at:start], "[", side.text[start:end], "]"]
            at = end
        return Text("> " + "".join([*pieces, side.text[at:]]))

    def _indented(self, text: Text, depth: int) -> None:
        self._console.print(Padding(text, (0, 0, 0, min(depth, 16)), expand=False))

    def _fact(self, name: str, told: str) -> None:
        self._console.print(Padding(Text.assemble((f"{name} ", "bold"), told), (0, 0, 0, 2), expand=False))


def _meaning(relation: Relation, state: str = "") -> str:
    """A relation with where its link stands, and what it says of the later statement."""
    shown = f"{term(RELATION_WORDS, relation)}{state}"
    return say("%(relation)s: the later one %(meaning)s", relation=shown, meaning=say(MEANINGS[relation]))


def _told(outcomes: Outcomes) -> str:
    """What the verdict is, and which decisions would change it."""
    now = term(STATUS_WORDS, outcomes.now)
    changes = []
    if outcomes.accepted != outcomes.now:
        changes.append(say("if accepted %(status)s", status=term(STATUS_WORDS, outcomes.accepted)))
    if outcomes.rejected != outcomes.now:
        changes.append(say("if rejected %(status)s", status=term(STATUS_WORDS, outcomes.rejected)))
    if changes:
        return f"{now}; {', '.join(changes)}"
    return say("%(status)s, whether accepted or rejected", status=now)
