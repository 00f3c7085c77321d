"""Seeded damage to office files: each gives a numbered error or a document whose extents tile its text.

The fast run reads 300 of each format; YAKSOK_FUZZ=10000 (make fuzz) reads that many of each.
"""

from __future__ import annotations

import os

import pytest
from tests.robustness.checks import check, read_or_number
from tests.robustness.mutants import mutant
from tests.robustness.office_specimens import FORMATS, specimens

from yaksok.interfaces.documents import read_opened
from yaksok.read.sources import RawSource, from_bytes
from yaksok.read.worker import Limits, map_guarded

TOTAL = int(os.environ.get("YAKSOK_FUZZ", "300"))
BATCHES = 5
SECONDS = 20
# Native code may give up on a file, if seldom; what is written in Python may not.
_NATIVE = {"Y109", "Y110", "Y902"}


@pytest.mark.parametrize("batch", range(BATCHES))
@pytest.mark.parametrize("name", [name for name in FORMATS if name != "pdf"])
def test_damaged_packages(name: str, batch: int) -> None:
    for seed in range(batch, TOTAL, BATCHES):
        data = mutant(name, seed)
        try:
            read_or_number(data, seconds=SECONDS)
        except Exception as error:
            error.add_note(f'seed {seed}: mutant("{name}", {seed})')
            raise


def test_damaged_pdf_files() -> None:
    raws = (from_bytes(mutant("pdf", seed) or b" ", origin=f"{seed}") for seed in range(TOTAL))
    given_up = []
    for outcome in map_guarded(read_opened, raws, name=_origin, limits=Limits(seconds=SECONDS, processes=1)):
        if outcome.value is not None:
            check(outcome.value)
        elif outcome.error is not None:
            assert outcome.error.number != "Y112", f'mutant("pdf", {outcome.name}): {outcome.error}'
            if outcome.error.number in _NATIVE:
                given_up.append(outcome.name)
    assert len(given_up) * 200 <= TOTAL, given_up


def _origin(raw: RawSource) -> str:
    return raw.origin


@pytest.mark.parametrize("name", FORMATS)
def test_the_files_that_are_damaged_are_read_when_they_are_whole(name: str) -> None:
    assert {read_or_number(data) for data in specimens(name)[:3]} == {"read"}


@pytest.mark.parametrize("name", FORMATS)
def test_damage_reaches_what_lies_behind_the_container(name: str) -> None:
    """Most mutants still unpack: a fair share of them is read, and another is refused."""
    found = [read_or_number(mutant(name, seed) or b" ") for seed in range(60)]
    assert 10 <= found.count("read") <= 55


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_seed_gives_the_same_bytes(name: str) -> None:
    assert [mutant(name, seed) for seed in range(10)] == [mutant(name, seed) for seed in range(10)]
