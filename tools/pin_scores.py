"""Writes tests/gold/floors.json: the least that each measure of each gold document may be.

python tools/pin_scores.py            raises the floors to the present scores; fails where a score fell
python tools/pin_scores.py --lower    lowers them too: say in the commit what was gained for it
python tools/pin_scores.py --show     prints the present scores and writes nothing
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.support.gold import (  # found through the line above
    Floor,
    below,
    floor_of,
    load_floors,
    own_documents,
    save_floors,
    scores_of,
    shared_documents,
)


def pinned(old: Floor | None, new: Floor, *, lower: bool) -> Floor:
    """The floor to write: never below the old one unless `lower` is given; hashes are always the new ones."""
    if old is None or lower:
        return new
    before = old["measures"]
    kept = {name: max(score, before.get(name, 0.0)) for name, score in new["measures"].items()}
    return {**new, "measures": {**before, **kept}}


def main() -> int:
    """Measures everything, prints what fell or is new, writes the floors; 1 if a score is below its floor."""
    parser = argparse.ArgumentParser(description="Pin the scores of the gold documents.")
    parser.add_argument("--lower", action="store_true", help="lower floors too")
    parser.add_argument("--show", action="store_true", help="print the scores and write nothing")
    arguments = parser.parse_args()
    old, new = load_floors(), dict[str, Floor]()
    fell = False
    # A gold file that was renamed keeps its floor.
    renamed = {floor["gold_sha256"]: floor for floor in old.values()}
    shared = shared_documents()
    for document in (*own_documents(), *shared):
        floor = floor_of(document, scores_of(document))
        before = old.get(document.name) or renamed.get(floor["gold_sha256"])
        lines = below(before, floor["measures"]) if before else ["new"]
        fell |= before is not None and bool(lines)
        for line in lines:
            print(f"{document.name}: {line}")
        if arguments.show:
            print(document.name, *(f"{name}={score:.3f}" for name, score in floor["measures"].items()))
        new[document.name] = pinned(before, floor, lower=arguments.lower)
    if not shared:
        # Measured only where the benchmark stands beside the project; its floors stay as they are.
        new |= {name: floor for name, floor in old.items() if name.startswith("shared/")}
    if not arguments.show:
        save_floors(new)
    return int(fell and not arguments.lower)


if __name__ == "__main__":
    sys.exit(main())
