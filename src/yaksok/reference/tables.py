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
    return tuple({key: (value or "").strip() for key, value in row.items()} for row in csv.DictReader(lines))
