"""A link on the terminal: both statements where they stand, and what each key does."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from yaksok.interfaces.decision_json import RELATIONS
from yaksok.interfaces.reviewing import Outcomes
from yaksok.records.commitment import Status
from yaksok.records.link import Relation
from yaksok.views.doubt import Doubt
from yaksok.views.review_card import Card, Side

KEYS = "a accept, r reject, l relabel, n note, s skip, u undo the last one, q quit"
MEANINGS: dict[Relation, str] = {
    "fulfilled_by": "reports it done",
    "partly_fulfilled_by": "reports it done in part",
    "progressed_by": "reports work on it",
    "restated_as": "promises it again",
    "continued_as": "carries it on under another name or a step further",
    "superseded_by": "puts another aim in its place",
    "contradicted_by": "reports its end or failure, or says the opposite",
}


class Screen:
    """What a review shows. Words of documents are cleared of control characters before they come here."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def link(self, card: Card, doubt: Doubt, outcomes: Outcomes | None, *, place: str) -> None:
        """One link to decide on."""
        link = card.link
        self.line()
        self._console.print(Rule(Text(place), align="left", style="dim"))
        self._side("promise", card.promise)
        self._side("later", card.later)
        self.line()
        state = "" if link.state == "proposed" else f" ({link.state})"
        self._fact("relation", f"{link.relation}{state}: the later one {MEANINGS[link.relation]}")
        self._fact("score", f"{link.score:.2f}; {card.why}")
        if doubt.reasons:
            self._fact("doubt", f"{doubt.points:.1f} points: {'; '.join(doubt.reasons)}")
        if outcomes is not None:
            self._fact("verdict", _told(outcomes))

    def relations(self, statuses: Mapping[Relation, Status], *, now: Outcomes | None) -> None:
        """The relations to choose from, by number, with the status that each would give to the promise."""
        for number, relation in enumerate(RELATIONS, 1):
            status = statuses.get(relation)
            then = f" [{status}]" if now is not None and status not in {None, now.now} else ""
            self.line(f"  {number} {relation}: the later one {MEANINGS[relation]}{then}")

    def line(self, text: str = "") -> None:
        """A line of the program's own."""
        self._console.print(Text(text), soft_wrap=True)

    def ask(self, text: str) -> None:
        """A question that is answered on its own line."""
        self._console.print(Text(text), end=" ", soft_wrap=True)
        self._console.file.flush()

    def _side(self, name: str, side: Side) -> None:
        about = ", ".join(part for part in (side.date or "no date", side.issuer, side.title) if part)
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


def _told(outcomes: Outcomes) -> str:
    """What the verdict is, and which decisions would change it."""
    now = outcomes.now
    by_key = (("accepted", outcomes.accepted), ("rejected", outcomes.rejected))
    changes = [f"if {name} {status}" for name, status in by_key if status != now]
    return f"{now}; {', '.join(changes)}" if changes else f"{now}, whether accepted or rejected"
