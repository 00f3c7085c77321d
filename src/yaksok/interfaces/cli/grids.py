"""Plain tables of links and promises."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text


def print_rows(header: Sequence[str], rows: Iterable[Sequence[str]], *, narrow: int) -> None:
    """One table; its first `narrow` columns never break their words over lines."""
    table = Table(show_edge=False, pad_edge=False, header_style="bold")
    for place, title in enumerate(header):
        if place < narrow:
            table.add_column(title, no_wrap=True)
        else:
            table.add_column(title, ratio=1, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console(highlight=False, emoji=False, markup=False).print(table)
