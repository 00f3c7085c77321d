"""Documents made by hand, for the stages after reading."""

from __future__ import annotations

import importlib
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from tests.support.ledgers import (
    copy_of,
    ledger_location,
    new_ledger,
    new_place,
    originals,
    postgresql,
    started_server,
)
from tests.support.near_workers import USERS, workers_are_near
from tests.support.remembering import statements_are_remembered

from yaksok import read_document
from yaksok.ledger.reader import StoredDocument
from yaksok.links.proposing import propose_links
from yaksok.read.worker import map_guarded
from yaksok.records.link import Link
from yaksok.records.mentions import (
    NameMention,
    PartyMention,
    QuantityMention,
    Span,
    TimeMention,
    TimeRole,
)
from yaksok.records.statement import Act, Document, Genre, Role, Statement

__all__ = [
    "copy_of",
    "ledger_location",
    "new_ledger",
    "new_place",
    "originals",
    "postgresql",
    "started_server",
]


@pytest.fixture(scope="session", autouse=True)
def _quick_start() -> Iterator[None]:
    """Spares the tests what the program works out anew in each process and for each ledger."""
    with statements_are_remembered(), workers_are_near():
        yield


@pytest.fixture
def real_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has files read in processes of their own, as the program does."""
    for name in USERS:
        monkeypatch.setattr(importlib.import_module(f"yaksok.interfaces.{name}"), "map_guarded", map_guarded)


BYTECODE = Path(__file__).resolve().parents[1] / ".pytest_cache" / "bytecode"


LONGEST = (
    "browser/test_access.py",
    "browser/test_tasks.py",
    "fulfilment/test_shelf.py",
    "links/test_linking.py",
    "fulfilment/test_standing.py",
    "ledger/test_killed.py",
    "contract/test_readme.py",
    "twins/test_gold_texts.py",
    "ledger/test_tampering.py",
)
"""Files that one process is busy with for long; all others take a few seconds."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files begin first, so that no process has one left when the others are through."""
    here = Path(__file__).parent
    ranks = {here / name: rank for rank, name in enumerate(LONGEST)}
    items.sort(key=lambda item: ranks.get(item.path, len(LONGEST)))


def pytest_configure(config: pytest.Config) -> None:
    """Let pytest-xdist keep that order, and keep compiled modules where they may not lie beside the sources.

    Otherwise every process that runs tests compiles all of them anew, and each of the hundreds of programs that
    tests start compiles what it imports.
    """
    if hasattr(config.option, "loadscopereorder"):
        config.option.loadscopereorder = False
    if sys.dont_write_bytecode:
        sys.dont_write_bytecode = False
        sys.pycache_prefix = str(BYTECODE)
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix


Time = tuple[str, str | None, str | None, TimeRole]


class Line:
    """One statement before it has a place: its act, words and what it mentions."""

    def __init__(
        self,
        act: Act,
        text: str,
        *,
        parties: Sequence[str] = (),
        times: Sequence[Time] = (),
        names: Sequence[str] = (),
        amounts: Sequence[tuple[str, int | float, str]] = (),
        role: Role = "item",
        under: int | None = None,
    ) -> None:
        self.act = act
        self.text = text
        self.parties = parties
        self.times = times
        self.names = names
        self.amounts = amounts
        self.role = role
        self.under = under

    def statement(self, n: int, start: int, above: dict[int, Statement]) -> Statement:
        """The statement numbered `n` whose text begins at `start`."""
        span = (start, start + len(self.text))
        parent = above[self.under] if self.under else None
        return Statement(
            n=n,
            span=span,
            extent=(start, span[1] + 1),
            role=self.role,
            act=self.act,
            marker="-",
            text=self.text,
            trail=(*parent.trail, parent.text) if parent else (),
            parent=self.under,
            parties=tuple(PartyMention(party, span, party) for party in self.parties),
            times=tuple(
                TimeMention(text, self._place(text, start), first, last, role)
                for text, first, last, role in self.times
            ),
            quantities=tuple(
                QuantityMention(text, self._place(text, start), value, unit)
                for text, value, unit in self.amounts
            ),
            names=tuple(NameMention(text, self._place(text, start), "initiative") for text in self.names),
        )

    def _place(self, words: str, start: int) -> Span:
        at = start + self.text.index(words)
        return (at, at + len(words))


def make_stored(
    doc: str,
    date: str | None,
    *lines: Line,
    issuer: str | None = "외교부",
    genre: Genre = "work_plan",
) -> StoredDocument:
    """A document as the ledger gives it back."""
    text = "".join(f"{line.text}\n" for line in lines)
    statements: dict[int, Statement] = {}
    start = 0
    for n, line in enumerate(lines, 1):
        statements[n] = line.statement(n, start, statements)
        start += len(line.text) + 1
    document = Document(
        title=doc,
        date=date,
        issuer=issuer,
        genre=genre,
        language="ko",
        text=text,
        statements=tuple(statements.values()),
    )
    return StoredDocument(
        key=0, version=f"version of {doc}", doc=doc, address=f"/{doc}.txt", document=document
    )


@pytest.fixture
def line() -> type[Line]:
    return Line


@pytest.fixture
def stored() -> Callable[..., StoredDocument]:
    return make_stored


SHARED = Path(__file__).resolve().parents[2] / "shared"
"""Real documents and the answers of people, kept beside the checkout; tests skip where they are not."""


@pytest.fixture(scope="session")
def five_documents() -> list[StoredDocument]:
    """The real documents, read now."""
    paths = sorted((SHARED / "corpus").glob("*.txt"))
    if not paths:
        pytest.skip("the real documents are not beside the checkout")
    return [
        StoredDocument(key, f"version of {path.stem}", path.stem, str(path), read_document(str(path)))
        for key, path in enumerate(paths)
    ]


@pytest.fixture(scope="session")
def five_links(five_documents: list[StoredDocument]) -> list[Link]:
    """The links between the real documents."""
    return propose_links(five_documents)


@pytest.fixture(scope="session")
def score_links() -> ModuleType:
    """The scorer of links and verdicts."""
    bench = SHARED / "bench"
    if not (bench / "score_links.py").exists():
        pytest.skip("the scorer is not beside the checkout")
    sys.path.insert(0, str(bench))
    try:
        return importlib.import_module("score_links")
    finally:
        sys.path.remove(str(bench))


@pytest.fixture(scope="session")
def gold() -> Callable[[str], list[dict[str, Any]]]:
    """The records of a gold file, by its name without ending."""

    def read(name: str) -> list[dict[str, Any]]:
        path = SHARED / "bench" / "gold" / f"{name}.jsonl"
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]

    return read
