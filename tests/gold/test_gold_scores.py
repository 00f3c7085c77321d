"""The quality gate: no measure of any gold document falls below its pinned floor.

Floors are written by `python tools/pin_scores.py`, upwards unless told otherwise. Gold files whose names end in
-heldout were not looked at when rules were written: theirs are the scores that say how new documents fare.
"""

from __future__ import annotations

import copy
import importlib.util
import json
import random
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from tests.support.gold import (
    BENCH,
    GoldDocument,
    below,
    load_floors,
    own_documents,
    read_rows,
    shared_documents,
)
from tests.support.scoring import Row, load, measures

OWN = own_documents()
SHARED = shared_documents()
FLOORS = load_floors()
PIN = "run python tools/pin_scores.py"


@cache
def read_once(document: GoldDocument) -> tuple[Row, list[Row]]:
    return read_rows(document.source)


def scores(document: GoldDocument) -> dict[str, float]:
    gold_document, gold = load(document.gold)
    read_document, read = read_once(document)
    return measures(gold, read, read_document, gold_document)


@pytest.mark.parametrize("document", [*OWN, *SHARED], ids=lambda document: document.name)
def test_no_score_falls_below_its_floor(document: GoldDocument) -> None:
    assert document.name in FLOORS, f"{document.name} is not pinned: {PIN}"
    assert below(FLOORS[document.name], scores(document)) == []


@pytest.mark.parametrize("document", [*OWN, *SHARED], ids=lambda document: document.name)
def test_floors_were_measured_on_these_files(document: GoldDocument) -> None:
    floor = FLOORS[document.name]
    hashes = (floor["gold_sha256"], floor["source_sha256"])
    assert document.hashes() == hashes, f"{document.name} has changed since it was pinned: {PIN}"


def test_every_floor_has_its_document() -> None:
    present = {document.name for document in (*OWN, *SHARED)}
    gone = {name for name in FLOORS if name not in present and (SHARED or not name.startswith("shared/"))}
    assert gone == set(), PIN


def test_both_languages_have_gold_documents() -> None:
    assert {document.name.split("/")[0] for document in OWN} >= {"korean", "english"}


@pytest.mark.parametrize("document", [*OWN, *SHARED], ids=lambda document: document.name)
def test_every_statement_leads_to_its_source(document: GoldDocument) -> None:
    assert scores(document)["provenance"] == 1.0


@pytest.mark.skipif(not BENCH.exists(), reason="the benchmark is not beside the project")
def test_both_scorers_agree(tmp_path: Path) -> None:
    theirs = other_scorer()
    chance = random.Random(11)
    for document in [*OWN, *SHARED]:
        gold_document, gold = load(document.gold)
        read_document, read = read_once(document)
        for rows in (read, damaged(read, chance), damaged(read, chance), []):
            mine = measures(gold, rows, read_document, gold_document)
            path = tmp_path / "read.jsonl"
            path.write_text("\n".join(json.dumps(row) for row in [read_document, *rows]), "utf-8")
            loaded_document, loaded = theirs.load(str(path))
            wanted_document, wanted = theirs.load(str(document.gold))
            expected, _ = theirs.score(wanted, loaded, loaded_document, wanted_document)
            assert mine == pytest.approx(expected), document.name


def other_scorer() -> ModuleType:
    """The scorer of the benchmark, from its own place."""
    spec = importlib.util.spec_from_file_location("bench_score", BENCH / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def damaged(rows: list[Row], chance: random.Random) -> list[Row]:
    """A worse reading: statements lost, doubled, cut short, with other roles, acts, trails and mentions."""
    result: list[Row] = []
    for row in copy.deepcopy(rows):
        what = chance.random()
        if what < 0.06:
            continue
        if what < 0.12:
            result.append(row)
        elif what < 0.2:
            row["text"] = row["text"][: len(row["text"]) * 2 // 3]
        elif what < 0.26:
            row["role"], row["act"] = "item", "context"
        elif what < 0.32:
            row["trail"] = row["trail"][:-1]
        elif what < 0.4:
            for field in ("parties", "times", "quantities", "names"):
                row[field] = row[field][1:] + row[field][:1] * 2
        elif what < 0.44:
            row["span"] = [0, 3]
        result.append(row)
    return result
