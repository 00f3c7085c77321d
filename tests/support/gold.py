"""The gold documents, what reading them scores, and the floors that the scores may not fall below."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypedDict

from tests.support.scoring import Row, load, measures, split_records

from yaksok.interfaces.records_json import records
from yaksok.pipeline import read_source
from yaksok.read import read_raw
from yaksok.read.sources import open_source

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests" / "gold"
BENCH = ROOT.parent / "shared" / "bench"
CORPUS = ROOT.parent / "shared" / "corpus"
FLOORS = GOLD / "floors.json"
# Floors are rounded down here, so that the last digit of a share is never the reason of a failure.
_DIGITS = 4


class Floor(TypedDict):
    """The hashes of what was measured, and the least that each measure may be."""

    gold_sha256: str
    source_sha256: str
    measures: dict[str, float]


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A document with its gold file; `name` says which in floors.json."""

    name: str
    source: Path
    gold: Path

    def hashes(self) -> tuple[str, str]:
        """SHA-256 of the gold file and of the source."""
        return _sha256(self.gold), _sha256(self.source)


def own_documents() -> list[GoldDocument]:
    """The project's own gold documents, in order of their names."""
    found = []
    for gold in sorted(GOLD.glob("*/*.jsonl")):
        sources = [path for path in gold.parent.glob(f"{gold.stem}.*") if path != gold]
        if len(sources) != 1:
            msg = f"{gold.name} needs exactly one source file beside it, has {len(sources)}"
            raise FileNotFoundError(msg)
        found.append(GoldDocument(f"{gold.parent.name}/{gold.stem}", sources[0], gold))
    return found


def shared_documents() -> list[GoldDocument]:
    """The open gold files of the benchmark beside the project; none where it is absent."""
    return list(_shared_documents())


def _shared_documents() -> Iterator[GoldDocument]:
    for gold in sorted((BENCH / "gold").glob("*.jsonl")):
        if not load(gold)[0]:
            # Links and verdicts hold no document.
            continue
        for source in [*(BENCH / "gold").glob(f"{gold.stem}.txt"), *CORPUS.glob(f"{gold.stem}_*")]:
            yield GoldDocument(f"shared/{gold.stem}", source, gold)


def read_rows(source: Path) -> tuple[Row, list[Row]]:
    """The document record and the statement records of a file, as `yaksok read` prints them."""
    text = read_raw(open_source(str(source)))
    lines: list[Any] = [json.loads(json.dumps(record)) for record in records(read_source(text), text)]
    return split_records(lines)


def scores_of(document: GoldDocument) -> dict[str, float]:
    """Every measure of a gold document."""
    gold_document, gold = load(document.gold)
    read_document, read = read_rows(document.source)
    return measures(gold, read, read_document, gold_document)


def floor_of(document: GoldDocument, scores: dict[str, float]) -> Floor:
    """The floor at the present scores."""
    gold, source = document.hashes()
    scale = 10**_DIGITS
    return {
        "gold_sha256": gold,
        "source_sha256": source,
        "measures": {name: math.floor(score * scale + 1e-9) / scale for name, score in scores.items()},
    }


def load_floors(path: Path = FLOORS) -> dict[str, Floor]:
    """The pinned floors by document name; none where nothing is pinned."""
    if not path.exists():
        return {}
    floors: dict[str, Floor] = json.loads(path.read_text("utf-8"))
    return floors


def save_floors(floors: dict[str, Floor], path: Path = FLOORS) -> None:
    """Write the floors in order of their names."""
    path.write_text(json.dumps(dict(sorted(floors.items())), indent=2, ensure_ascii=False) + "\n", "utf-8")


def below(floor: Floor, scores: dict[str, float]) -> list[str]:
    """A line for each measure that fell below its floor or is no longer measured."""
    return [
        f"{name} {scores.get(name, 0.0):.4f} < {least:.4f}"
        for name, least in floor["measures"].items()
        if scores.get(name, 0.0) < least
    ]


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
