"""A kill at any moment of adding leaves a ledger that opens, verifies, lacks nothing acknowledged and resumes.

YAKSOK_KILLS sets the number of kills.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple, cast

import pytest
from sqlalchemy import select
from tests.support import killing

from yaksok.ledger import opening, tables
from yaksok.ledger.audit import audit

KILLS = int(os.environ.get("YAKSOK_KILLS", "200"))
DOCUMENTS = 10
ROOT = Path(__file__).resolve().parents[2]
IDENTIFIED = (
    tables.documents,
    tables.versions,
    tables.statements,
    tables.sources,
    tables.sightings,
    tables.problems,
)
"""Tables whose rows have the same ids whenever and in however many runs they were written."""


class Run(NamedTuple):
    """What was acknowledged in a run, and its status; None for one that was killed."""

    taken: tuple[str, ...]
    status: int | None


class Adding:
    """The process that runs the command in forks of itself."""

    def __init__(self, folder: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", killing.__name__, str(folder)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._said = cast("IO[str]", self._process.stdout)
        self._orders = cast("IO[str]", self._process.stdin)
        assert self._said.readline() == "ready\n"

    def run(self, ledger: Path, *, after: float | None = None, acknowledged: int | None = None) -> Run:
        """A run that is killed after some seconds, or once so much was acknowledged, or that may end."""
        self._order(str(ledger))
        child = int(self._said.readline().split()[1])
        taken: list[str] = []
        if after is None:
            for line in self._said:
                if line.startswith("done"):
                    self._order("end")
                    self._rest()
                    return Run(tuple(taken), status=int(line.split()[1]))
                taken.append(line.split()[-1])
                if len(taken) == acknowledged:
                    break
        else:
            time.sleep(after)
        os.kill(child, signal.SIGKILL)
        self._order("end")
        rest = self._rest()
        taken += [line.split()[-1] for line in rest if line.startswith("taken")]
        status = next((int(line.split()[1]) for line in rest if line.startswith("done")), None)
        return Run(tuple(taken), status)

    def _order(self, line: str) -> None:
        self._orders.write(f"{line}\n")
        self._orders.flush()

    def _rest(self) -> list[str]:
        return list(iter(self._said.readline, "ended\n"))

    def close(self) -> None:
        self._orders.close()
        self._said.close()
        self._process.wait()


def word(chance: random.Random) -> str:
    """Two syllables that hardly any other document has."""
    return "".join(chr(chance.randrange(0xAC00, 0xD7A3)) for _ in range(2))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "papers"
    made.mkdir()
    chance = random.Random(1919)
    lines = [
        f" ㅇ {word(chance)} {word(chance)} 사업에 페루와 {word(chance)} 연구소 설치\n"
        for _ in range(3 * DOCUMENTS)
    ]
    for number in range(DOCUMENTS):
        # Some lines stand in two documents, so that there is something to link.
        own = "".join(lines[3 * number : 3 * number + 3 + number % 2])
        text = f"{2005 + number}년 누리부 주요업무 계획 {number}\n\n□ {word(chance)} 협력\n{own}"
        (made / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return made


@pytest.fixture
def adding(folder: Path) -> Iterator[Adding]:
    process = Adding(folder)
    yield process
    process.close()


def ids(ledger: Path) -> dict[str, list[str]]:
    engine = opening.open_for_reading(ledger)
    with engine.connect() as connection:
        return {table.name: sorted(connection.execute(select(table.c.id)).scalars()) for table in IDENTIFIED}


def check(ledger: Path, acknowledged: set[str]) -> None:
    """The ledger opens, holds, and has everything that was acknowledged."""
    if not acknowledged and not ledger.exists():
        return
    # The kill may have come before the tables were there; the next writer makes them.
    engine = opening.open_for_writing(ledger)
    with engine.connect() as connection:
        assert [finding.line() for finding in audit(connection)] == []
        addresses = connection.execute(
            select(tables.documents.c.address).join(
                tables.versions, tables.versions.c.document == tables.documents.c.key
            )
        ).scalars()
        assert acknowledged <= {Path(address).name for address in addresses}
    engine.dispose()


def test_hundreds_of_kills(adding: Adding, tmp_path: Path) -> None:
    whole = tmp_path / "whole.db"
    begun = time.monotonic()
    every = adding.run(whole)
    assert (len(every.taken), every.status) == (DOCUMENTS, 0)
    duration = time.monotonic() - begun
    wanted = ids(whole)
    chance = random.Random(20190301)
    kills = trial = 0
    while kills < KILLS:
        trial += 1
        ledger = tmp_path / f"{trial}.db"
        acknowledged: set[str] = set()
        # A new ledger, then runs that go on where the one before was killed, until one is through.
        for _ in range(chance.randint(2, 12)):
            if kills % 2:
                left = 1 - len(acknowledged) / (DOCUMENTS + 5)
                run = adding.run(ledger, after=chance.uniform(0.0, duration * left))
            else:
                run = adding.run(ledger, acknowledged=chance.randint(1, DOCUMENTS))
            acknowledged |= set(run.taken)
            check(ledger, acknowledged)
            if run.status is not None:
                break
            kills += 1
        assert adding.run(ledger) == every
        check(ledger, set(every.taken))
        assert ids(ledger) == wanted
        for path in tmp_path.glob(f"{trial}.db*"):
            path.unlink()
