"""The page that the demo prints."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from yaksok.interfaces.documents import ReadDocument
from yaksok.ledger.location import Location
from yaksok.views.overview import Overview
from yaksok.views.places import place_in_words
from yaksok.views.stories import Quote, Story
from yaksok.views.turns import Turn


def print_demo(
    overview: Overview,
    stories: tuple[Story, ...],
    read: Mapping[str, ReadDocument],
    *,
    samples: Path,
    ledger: Location,
    as_of: date,
) -> None:
    """Counts, the telling trails with quotes and places, and what to run next.

    `read` are the documents by their names in the ledger; a quote of one that is not there has a line of its text.
    """
    console = Console(highlight=False, emoji=False, markup=False)
    console.print(Text(f"{len(overview.documents)} documents from {samples}", style="bold"))
    console.print(_documents(overview))
    console.print()
    console.print(_counts(f"{overview.statements} statements by act", overview.acts))
    console.print()
    console.print(_counts(f"{overview.promises} promises by status, as of {as_of}", overview.statuses))
    for story in stories:
        console.print()
        _print_story(console, story, read)
    console.print()
    _print_next(console, ledger, as_of)


def _documents(overview: Overview) -> Table:
    table = Table(show_edge=False, pad_edge=False, header_style="bold")
    for title in ("date", "document", "genre", "statements", "promises"):
        number = title in {"statements", "promises"}
        table.add_column(title, justify="right" if number else "left", overflow="fold")
    for line in overview.documents:
        table.add_row(
            line.date or "",
            Text(line.title or line.doc),
            line.genre,
            str(line.statements),
            str(line.commitments),
        )
    return table


def _counts(title: str, counts: tuple[tuple[str, int], ...]) -> Table:
    most = max((count for _, count in counts), default=1)
    table = Table(
        title=Text(title, style="bold"), title_justify="left", show_header=False, show_edge=False, box=None
    )
    for name, count in counts:
        table.add_row(name, str(count), Text("█" * max(1, round(30 * count / most)), style="cyan"))
    return table


_TITLES: dict[Turn, str] = {
    "kept": "A promise kept",
    "late": "A promise kept late",
    "renamed": "A promise continued under another name",
    "broken": "A promise broken",
    "superseded": "A promise replaced by another",
    "overdue": "A promise overdue",
    "gone": "A promise made again, and then no more",
}
_LONGEST = 88  # columns of a quote; a longer one is cut, and its place leads to the whole


def _print_story(console: Console, story: Story, read: Mapping[str, ReadDocument]) -> None:
    due = f" (due {story.due})" if story.due else ""
    console.print(Text(f"{_TITLES[story.turn]}{due}", style="bold"))
    _print_quote(console, "promised", story.promise, _place(story.promise, read))
    for step in story.steps:
        _print_quote(console, step.relation.replace("_", " "), step.quote, _place(step.quote, read))
    console.print(Padding(Text(story.why, style="cyan"), (0, 0, 0, 2)))


def _place(quote: Quote, read: Mapping[str, ReadDocument]) -> str:
    """Where a reader finds a quote: the file, and the place in it."""
    known = read.get(quote.doc)
    if known is None:
        return f"{quote.doc}, line {quote.line}"
    words = place_in_words(known.document, quote.span)
    return ", ".join(filter(None, (Path(known.source.origin).name, words)))


def _print_quote(console: Console, label: str, quote: Quote, place: str) -> None:
    shown = Text(quote.text)
    shown.truncate(_LONGEST, overflow="ellipsis")
    line = Text.assemble(
        f"{quote.date or 'undated'} {label}: “",
        shown,
        "” ",
        (f"[{place}]", "dim"),
    )
    console.print(Padding(line, (0, 0, 0, 2)))


def _print_next(console: Console, ledger: Location, as_of: date) -> None:
    console.print(Text(f"The ledger is {ledger}. Next:", style="bold"))
    commands = (
        f"yaksok promises --ledger {ledger} --as-of {as_of} --status silent --format table",
        f"yaksok promises --ledger {ledger} --as-of {as_of} --party ASEAN --format table",
        f"yaksok links --ledger {ledger} --format table",
        "yaksok add YOUR_DOCUMENTS",
    )
    for line in commands:
        console.print(Text(f"  {line}"), soft_wrap=True)
    opening = f"make serve, or yaksok serve --ledger {ledger} --today {as_of}"
    console.print(Text.assemble(("Open it in a browser: ", "bold"), opening), soft_wrap=True)
