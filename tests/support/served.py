"""Ledgers of a few made documents, and copies of ledgers that tests may write to."""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Mapping
from pathlib import Path

from yaksok import __version__
from yaksok.interfaces.documents import read_many
from yaksok.interfaces.linking import link_ledger
from yaksok.ledger.intake import Intake
from yaksok.ledger.location import Location, location_of
from yaksok.read.sources import DEFAULT_MAX_BYTES


def made_ledger(folder: Path, documents: Mapping[str, str]) -> Location:
    """A linked ledger of texts by their stems."""
    paths = []
    for stem, text in documents.items():
        path = folder / f"{stem}.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(str(path))
    place = location_of(folder / "yaksok.db")
    with Intake(place, program=__version__, largest=DEFAULT_MAX_BYTES) as intake:
        for outcome in read_many(paths):
            assert outcome.read is not None, outcome.error
            intake.store(outcome.read.source, outcome.read.document, Path(outcome.origin).read_bytes())
    deque(link_ledger(place), maxlen=0)
    return place


def copied(ledger: Location, folder: Path) -> Location:
    """A copy of a ledger, as it is at this moment."""
    assert ledger.path is not None
    place = folder / "copied.db"
    with sqlite3.connect(ledger.path) as old, sqlite3.connect(place) as new:
        old.backup(new)
    old.close()
    new.close()
    return location_of(place)
