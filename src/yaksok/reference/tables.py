"""Loading of the reviewed data tables that stand beside this module."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `data/<name>.csv`, in file order; cells are stripped of white space."""
    path = resources.files("yaksok.reference").joinpath("data", f"{name}.csv")
    lines = path.read_text(encoding="utf-8").splitlines()
    # Not by csv.DictReader, which takes twice as long: some twenty tables are loaded before the first document.
    cells = csv.reader(lines)
    names = next(cells)
    return tuple([dict(zip(names, map(str.strip, row), strict=True)) for row in cells if row])
