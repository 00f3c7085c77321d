"""Packages import from those before them in the flow, never back; pipeline.py alone names all stages."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "src" / "yaksok"

SHARED = {"records", "reference", "errors"}
READING = {*SHARED, "read", "outline", "statements", "pipeline"}
ALLOWED: dict[str, set[str]] = {
    "records": set(),
    "reference": {"records", "errors"},
    "errors": {"records"},
    "read": SHARED,
    "outline": {*SHARED, "read"},
    "statements": {*SHARED, "read", "outline"},
    "pipeline": READING,
    "ledger": READING - {"pipeline"},
    "links": {*READING, "ledger"} - {"pipeline"},
    "fulfilment": {*READING, "ledger", "links"} - {"pipeline"},
    "search": {*READING, "ledger", "links", "fulfilment"} - {"pipeline"},
    "views": {*READING, "ledger", "links", "fulfilment", "search"} - {"pipeline"},
    "interfaces": {*READING, "ledger", "links", "fulfilment", "search", "views"},
}


def imports() -> Iterator[tuple[str, str, str]]:
    """File, its package, and each package of the project that it imports, also inside functions."""
    for path in sorted(SOURCE.rglob("*.py")):
        place = path.relative_to(SOURCE)
        if place.name == "__init__.py" and len(place.parts) == 1:
            continue
        package = place.parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{place} imports relatively"
                names = [node.module or ""]
            for name in names:
                parts = name.split(".")
                if parts[0] == "yaksok" and len(parts) > 1:
                    yield str(place), package, parts[1]


def test_no_package_imports_from_a_later_one() -> None:
    found = list(imports())
    assert len(found) > 20
    wrong = [
        (file, package, to) for file, package, to in found if to != package and to not in ALLOWED[package]
    ]
    assert wrong == []


def test_every_package_stands_in_the_table() -> None:
    packages = {path.parent.name for path in SOURCE.glob("*/__init__.py")}
    packages |= {path.stem for path in SOURCE.glob("*.py")} - {"__init__"}
    assert packages <= set(ALLOWED)
