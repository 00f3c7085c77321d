"""Tables to look at, with the widths of East Asian letters right."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from yaksok.interfaces.cli.messages import say, sentences, term
from yaksok.interfaces.telling.words import ACT_WORDS, GENRE_WORDS, LANGUAGE_WORDS
from yaksok.interfaces.telling.words import STATEMENT_ROLE_WORDS as ROLES
from yaksok.records.statement import Document, Statement


def print_document(document: Document, *, origin: str) -> None:
    """One table for a document: each statement with its place, kind, words and what it mentions."""
    console = Console(highlight=False, emoji=False, markup=False)
    facts = (
        document.date or say("no date"),
        document.issuer or say("no issuer"),
        term(GENRE_WORDS, document.genre),
        term(LANGUAGE_WORDS, document.language),
    )
    console.print(Text(document.title or origin, style="bold"))
    console.print(Text(" · ".join((origin, *facts)), style="dim"))
    table = Table(show_edge=False, pad_edge=False, header_style="bold")
    table.add_column("n", justify="right", no_wrap=True)
    table.add_column(say("place"), justify="right", no_wrap=True)
    table.add_column(say("role"), no_wrap=True)
    table.add_column(say("act"), no_wrap=True)
    table.add_column(say("statement"), ratio=3, overflow="fold")
    table.add_column(say("mentions"), ratio=1, overflow="fold")
    for statement in document.statements:
        table.add_row(*(Text(cell) for cell in _cells(statement)))
    console.print(table)
    console.print()


def _cells(statement: Statement) -> tuple[str, ...]:
    indent = "  " * len(statement.trail)
    marker = f"{statement.marker} " if statement.marker else ""
    return (
        str(statement.n),
        f"{statement.span[0]}-{statement.span[1]}",
        term(ROLES, statement.role),
        term(ACT_WORDS, statement.act),
        f"{indent}{marker}{statement.text}",
        ", ".join(_mentions(statement)),
    )


def _mentions(statement: Statement) -> list[str]:
    return [
        *(sentences().party(party.id) for party in statement.parties),
        *(f"{time.start or ''}..{time.end or ''}" for time in statement.times),
        *(f"{quantity.value:,} {quantity.unit}" for quantity in statement.quantities),
        *(name.text for name in statement.names),
    ]
