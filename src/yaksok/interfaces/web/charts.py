"""Charts as the tables behind them; the script draws what the table says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ChartKind = Literal["stacked", "stacked_rows", "bars", "lines", "heat", "map"]
"""stacked: a bar a row, a part a column. stacked_rows: the same lying, for long labels. bars: one column. lines: a line a column. heat: a cell a value.
map: rows are countries, the first column is drawn. The key of a row is the country's three digits in ISO 3166-1, or
"@1.3,103.8", latitude and longitude, where the map has no shape for it."""


@dataclass(frozen=True, slots=True)
class Label:
    """A key, such as a status or a year, with its words in the page's language."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A row of a chart's table; `href` leads to what it counts."""

    label: Label
    values: tuple[float, ...]
    href: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: `corner` heads the column of labels; `id` names it in the page and its saved files."""

    id: str
    kind: ChartKind
    title: str
    corner: str
    columns: tuple[Label, ...]
    rows: tuple[ChartRow, ...]
