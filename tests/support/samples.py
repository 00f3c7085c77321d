"""A ledger of the sample documents, made once for all processes of a run."""

from __future__ import annotations

import fcntl
import os
import shutil
from datetime import date
from pathlib import Path

import pytest
from tests.support.ledgers import settle

from yaksok.interfaces.sample_ledger import ledger_of_samples
from yaksok.ledger.location import Location, location_of


def sample_ledger_in(folder: Path, made: pytest.TempPathFactory) -> tuple[Location, date]:
    """A copy in a folder, which may be written to, and the day of the newest document."""
    path, day = _made_once(_folder_of_the_run(made))
    return location_of(shutil.copyfile(path, folder / "yaksok.db")), day


def _folder_of_the_run(made: pytest.TempPathFactory) -> Path:
    base = made.getbasetemp()
    # Each process of pytest-xdist has a folder of its own in that of the run.
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def _made_once(folder: Path) -> tuple[Path, date]:
    path, day = folder / "samples.db", folder / "samples.day"
    with (folder / "samples.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not day.exists():
            newest = ledger_of_samples(location_of(path))
            settle(path)
            day.write_text(newest.isoformat(), encoding="utf-8")
    return path, date.fromisoformat(day.read_text(encoding="utf-8"))
