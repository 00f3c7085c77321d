"""Writes the table of scores into docs/accuracy.md, from tests/gold/floors.json or, without it, by measuring.

The figures of the page also go where the web pages show them.

python tools/accuracy_page.py            writes the table and the figures
python tools/accuracy_page.py --check    fails if the page claims more than the scores show
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.support.gold import (  # found through the lines above
    load_floors,
    own_documents,
    scores_of,
    shared_documents,
)

PAGE = Path(__file__).resolve().parent.parent / "docs" / "accuracy.md"
FIGURES = PAGE.parent.parent / "src" / "yaksok" / "interfaces" / "web" / "accuracy.json"
TABLE = re.compile(r"(?<=<!-- scores -->\n).*?(?=<!-- end of scores -->)", re.DOTALL)
AIMS = {
    "statements_f1": 0.97,
    "spacing": 0.97,
    "role": 0.96,
    "parent": 0.96,
    "act": 0.93,
    "parties_f1": 0.96,
    "times_f1": 0.96,
    "quantities_f1": 0.94,
    "names_f1": 0.80,
    "document": 0.90,
    "provenance": 1.00,
}
"""What reading aims at, measure by measure."""

Scores = dict[str, dict[str, float]]


def measured() -> Scores:
    """The pinned scores by document, or, where none are pinned, those of the present program."""
    pinned = {name: floor["measures"] for name, floor in load_floors().items()}
    return pinned or {each.name: scores_of(each) for each in (*own_documents(), *shared_documents())}


def groups(scores: Scores) -> dict[str, list[dict[str, float]]]:
    """The scores of the documents that rules may be written from, of those held out, and of the benchmark's."""
    found: dict[str, list[dict[str, float]]] = {"own": [], "held out": [], "benchmark": []}
    for name, measures in scores.items():
        if name.startswith("shared/"):
            found["benchmark"].append(measures)
        else:
            found["held out" if name.endswith("-heldout") else "own"].append(measures)
    return found


def mean(documents: list[dict[str, float]], measure: str) -> float | None:
    """The mean over documents, rounded down to three digits; None without documents."""
    if not documents:
        return None
    average = sum(document[measure] for document in documents) / len(documents)
    return math.floor(average * 1000 + 1e-9) / 1000


def table(scores: Scores) -> str:
    """The table in Markdown."""
    found = groups(scores)
    counted = [f"{name} ({len(documents)})" for name, documents in found.items()]
    lines = [f"| measure | aim | {' | '.join(counted)} |", "|---|---|" + "---|" * len(counted)]
    for measure, aim in AIMS.items():
        means = [mean(documents, measure) for documents in found.values()]
        cells = ["-" if value is None else f"{value:.3f}" for value in means]
        lines.append(f"| `{measure}` | {aim:.2f} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def claimed(page: str) -> dict[tuple[str, str], float]:
    """What a page says: the mean by group and measure."""
    match = TABLE.search(page)
    rows = [line.strip("| ").split(" | ") for line in (match.group() if match else "").split("\n") if line]
    names = [re.sub(r" \(\d+\)$", "", cell) for cell in rows[0][2:]] if rows else []
    return {
        (name, row[0].strip("`")): float(cell)
        for row in rows[2:]
        for name, cell in zip(names, row[2:], strict=True)
        if cell != "-"
    }


def excess(page: str, scores: Scores) -> list[str]:
    """A line for each figure of the page that is above what the scores show."""
    found = groups(scores)
    lines = []
    for (name, measure), figure in claimed(page).items():
        shown = mean(found[name], measure)
        if shown is not None and figure > shown:
            lines.append(f"{name}: {measure} is {shown:.3f}, the page says {figure:.3f}")
    return lines


def figures(page: str) -> dict[str, list[dict[str, str]]]:
    """The two tables of the page, row by row: what reading reaches, and what links and verdicts reach."""
    scores, verdicts = (_rows(page, head) for head in ("| measure | aim |", "| measure | held by a test |"))
    return {"reading": scores, "verdicts": verdicts}


def _rows(page: str, head: str) -> list[dict[str, str]]:
    lines = page[page.index(head) :].split("\n\n", 1)[0].split("\n")
    table = [
        [cell.strip("` ") for cell in line.strip("| ").split(" | ")] for line in lines if line[:1] == "|"
    ]
    return [dict(zip(table[0], row, strict=True)) for row in table[2:]]


def figures_text(page: str) -> str:
    """The figures as the file that the web pages read."""
    return json.dumps(figures(page), ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    """Writes or checks the table; 1 if the page claims too much."""
    parser = argparse.ArgumentParser(description="Write the table of scores.")
    parser.add_argument("--check", action="store_true", help="fail if the page claims too much")
    arguments = parser.parse_args()
    page = PAGE.read_text(encoding="utf-8")
    if arguments.check:
        lines = excess(page, measured())
        print("\n".join([*lines, "run python tools/accuracy_page.py"]) if lines else "", end="")
        return int(bool(lines))
    written = TABLE.sub(lambda _: table(measured()), page)
    PAGE.write_text(written, encoding="utf-8")
    FIGURES.write_text(figures_text(written), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
