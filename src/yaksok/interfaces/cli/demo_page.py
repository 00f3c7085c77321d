"""The page that the demo prints."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from yaksok.interfaces.cli.messages import say, sentences, term, user_language
from yaksok.interfaces.documents import ReadDocument
from yaksok.interfaces.telling.catalogues import N_
from yaksok.interfaces.telling.stories import story_sentence
from yaksok.interfaces.telling.words import ACT_WORDS, GENRE_WORDS, RELATION_WORDS, STATUS_WORDS
from yaksok.ledger.location import Location
from yaksok.views.overview import Overview
from yaksok.views.places import where
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
    console.print(
        Text(
            say("%(number)s documents from %(folder)s", number=len(overview.documents), folder=samples),
            style="bold",
        )
    )
    console.print(_documents(overview))
    console.print()
    console.print(
        _counts(say("%(number)s statements by act", number=overview.statements), overview.acts, ACT_WORDS)
    )
    console.print()
    console.print(
        _counts(
            say("%(number)s promises by status, as of %(day)s", number=overview.promises, day=as_of),
            overview.statuses,
            STATUS_WORDS,
        )
    )
    for story in stories:
        console.print()
        _print_story(console, story, read)
    console.print()
    _print_next(console, ledger, as_of)


def _documents(overview: Overview) -> Table:
    table = Table(show_edge=False, pad_edge=False, header_style="bold")
    for title in (say("date"), say("document"), say("genre")):
        table.add_column(title, overflow="fold")
    for title in (say("statements"), say("promises")):
        table.add_column(title, justify="right", overflow="fold")
    for line in overview.documents:
        table.add_row(
            line.date or "",
            Text(line.title or line.doc),
            term(GENRE_WORDS, line.genre),
            str(line.statements),
            str(line.commitments),
        )
    return table


def _counts(title: str, counts: tuple[tuple[str, int], ...], names: Mapping[str, str]) -> Table:
    most = max((count for _, count in counts), default=1)
    table = Table(
        title=Text(title, style="bold"), title_justify="left", show_header=False, show_edge=False, box=None
    )
    for name, count in counts:
        table.add_row(
            term(names, name), str(count), Text("█" * max(1, round(30 * count / most)), style="cyan")
        )
    return table


_TITLES: dict[Turn, str] = {
    "kept": N_("A promise kept"),
    "late": N_("A promise kept late"),
    "renamed": N_("A promise continued under another name"),
    "broken": N_("A promise broken"),
    "superseded": N_("A promise replaced by another"),
    "overdue": N_("A promise overdue"),
    "gone": N_("A promise made again, and then no more"),
}
_LONGEST = 88  # columns of a quote; a longer one is cut, and its place leads to the whole


def _print_story(console: Console, story: Story, read: Mapping[str, ReadDocument]) -> None:
    due = say(" (due %(day)s)", day=story.due) if story.due else ""
    console.print(Text(say(_TITLES[story.turn]) + due, style="bold"))
    _print_quote(console, say("promised"), story.promise, _place(story.promise, read))
    for step in story.steps:
        _print_quote(
            console, term(RELATION_WORDS, step.relation, spaced=True), step.quote, _place(step.quote, read)
        )
    console.print(Padding(Text(story_sentence(story, user_language()), style="cyan"), (0, 0, 0, 2)))


def _place(quote: Quote, read: Mapping[str, ReadDocument]) -> str:
    """Where a reader finds a quote: the file, and the place in it."""
    known = read.get(quote.doc)
    if known is None:
        line = say("line %(number)s", number=quote.line)
        return f"{quote.doc}, {line}"
    words = sentences().where(where(known.document, quote.span))
    return ", ".join(filter(None, (Path(known.source.origin).name, words)))


def _print_quote(console: Console, label: str, quote: Quote, place: str) -> None:
    shown = Text(quote.text)
    shown.truncate(_LONGEST, overflow="ellipsis")
    date = quote.date or say("undated")
    line = Text.assemble(
        f"{date} {label}: “",
        shown,
        "” ",
        (f"[{place}]", "dim"),
    )
    console.print(Padding(line, (0, 0, 0, 2)))


def _print_next(console: Console, ledger: Location, as_of: date) -> None:
    console.print(Text(say("The ledger is %(ledger)s. Next:", ledger=ledger), style="bold"))
    commands = (
        f"yaksok promises --ledger {ledger} --as-of {as_of} --status silent --format table",
        f"yaksok promises --ledger {ledger} --as-of {as_of} --party ASEAN --format table",
        f"yaksok links --ledger {ledger} --format table",
        "yaksok add " + say("YOUR_DOCUMENTS"),
    )
    for line in commands:
        console.print(Text(f"  {line}"), soft_wrap=True)
    opening = say("make serve, or %(command)s", command=f"yaksok serve --ledger {ledger} --today {as_of}")
    console.print(Text.assemble((say("Open it in a browser:") + " ", "bold"), opening), soft_wrap=True)
