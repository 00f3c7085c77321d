"""What a large ledger costs: linking one more document, the promises of one party, opening.

    python bench/ledger.py FOLDER                     60,000 documents made up by a seeded generator
    python bench/ledger.py FOLDER --documents 10000

FOLDER keeps the ledger; a second call only asks it. All documents are read, stored and indexed. Of the links only
those of the last `--linked` documents with all before them are made, one document at a time: the links among the
others would take hours and do not bear on what one more document costs. CPU time of one process, on one core.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from ledger_documents import LedgerDocuments
from sqlalchemy import select

from yaksok import __version__
from yaksok.fulfilment.shelf import Shelf
from yaksok.fulfilment.weighing import weigh
from yaksok.interfaces.adding import add_paths
from yaksok.interfaces.shelving import keep
from yaksok.ledger import derived_tables as derived
from yaksok.ledger import tables
from yaksok.ledger.intake import Intake
from yaksok.ledger.linkings import add_linking, complete_generation
from yaksok.ledger.location import location_of
from yaksok.ledger.opening import open_for_reading, open_for_writing
from yaksok.ledger.writer import start_run
from yaksok.links.linking import Linker
from yaksok.read.sources import DEFAULT_MAX_BYTES
from yaksok.records.standing import SORTS, Facet, PromiseFilter

AS_OF = date(2026, 1, 1)
PARTY = "LKA"
PAGES = 10
_FILTERS = (
    PromiseFilter(),
    PromiseFilter(party=PARTY),
    PromiseFilter(statuses=frozenset({"silent", "kept"})),
    PromiseFilter(issuers=frozenset({"외교부"}), years=(2015, 2018)),
    PromiseFilter(due_from="2024-01-01", due_until="2024-12-31"),
    PromiseFilter(party=PARTY, statuses=frozenset({"overdue_no_evidence"}), testable=True),
)
_FACETS: tuple[Facet, ...] = ("status", "issuer", "genre", "year", "topic", "party")


def main() -> None:
    """Make the ledger if it is not there, and print the figures as a table."""
    arguments = _arguments()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    ledger = arguments.folder / f"ledger-{arguments.documents}.db"
    if arguments.opened:
        _open(ledger)
        return
    if not ledger.exists():
        _make(ledger, arguments.documents, arguments.linked)
        _index(ledger)
        _link(ledger)
    _keep(ledger)
    _ask(ledger)
    command = [
        sys.executable,
        __file__,
        str(arguments.folder),
        "--documents",
        str(arguments.documents),
        "--opened",
    ]
    print(subprocess.run(command, check=True, capture_output=True, text=True).stdout, end="")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, help="where the ledger is kept")
    parser.add_argument("--documents", type=int, default=60_000)
    parser.add_argument("--linked", type=int, default=50, help="documents whose links are made and timed")
    parser.add_argument("--opened", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def _make(ledger: Path, count: int, kept_back: int) -> None:
    """Store all documents but the last ones, which are kept back as files."""
    texts, later = ledger.with_suffix(".texts"), ledger.with_suffix(".later")
    for number, text in enumerate(LedgerDocuments(count=count + kept_back)):
        folder = texts / f"{number // 1000:03}" if number < count else later
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")
    begun = time.perf_counter()
    with Intake(ledger, program=__version__, largest=DEFAULT_MAX_BYTES) as intake:
        added = sum(1 for _ in add_paths(intake, [str(texts)]))
    _tell("adding, all cores", (time.perf_counter() - begun) / added * 1000, "ms a document")


def _index(ledger: Path) -> None:
    """Index the stored documents, and take them for linked among themselves."""
    linker = _linker(ledger)
    with linker.writing.begin() as connection:
        derived.make_derived_tables(connection)
    begun = time.process_time()
    linker._index()  # noqa: SLF001 - a call of its own, to be timed by itself
    with linker.reading.connect() as connection:
        every = [
            (row.key, row.id)
            for row in connection.execute(select(tables.versions.c.key, tables.versions.c.id))
        ]
    _tell("indexing", (time.process_time() - begun) / len(every) * 1000, "ms a document")
    with linker.writing.begin() as connection:
        add_linking(connection, 1, every, [], rules="bench", run=linker.run)
        complete_generation(connection, 1, rules="bench", run=linker.run)


def _link(ledger: Path) -> None:
    """Add the documents that were kept back, one at a time, and link each."""
    costs, links = [], 0
    for path in sorted(ledger.with_suffix(".later").iterdir()):
        with Intake(ledger, program=__version__, largest=DEFAULT_MAX_BYTES) as intake:
            deque(add_paths(intake, [str(path)]), maxlen=0)
        linker = _linker(ledger)
        begun = time.process_time()
        batches = list(linker.link_all())
        costs.append((time.process_time() - begun) * 1000)
        links += batches[-1].links if batches else 0
        linker.writing.dispose()
    _tell("linking one more document, median", statistics.median(costs), "ms")
    _tell("linking one more document, slowest", max(costs), "ms")
    _tell("links made for it, mean", links / len(costs), "")


def _linker(ledger: Path) -> Linker:
    writing = open_for_writing(ledger)
    run = start_run(writing, command="bench", program=__version__, rules="bench")
    return Linker(writing=writing, reading=open_for_reading(ledger), rules="bench", run=run, weigh=weigh)


def _ask(ledger: Path) -> None:
    for label, most in (("first 50", 50), ("all", None)):
        with open_for_reading(ledger).connect() as connection:
            begun = time.process_time()
            found = sum(1 for _ in islice(Shelf(connection, as_of=AS_OF).every_verdict(party=PARTY), most))
            _tell(f"promises of one party, {label} ({found:,})", (time.process_time() - begun) * 1000, "ms")
    _pages(ledger)


def _keep(ledger: Path) -> None:
    """Keep how all promises stand; then after one more document, and when there is nothing to do."""
    for label in ("keeping all promises", "the same again"):
        begun = time.process_time()
        batches = list(keep(location_of(ledger), today=AS_OF))
        _tell(
            f"{label} ({batches[-1].promises if batches else 0:,})",
            (time.process_time() - begun) * 1000,
            "ms",
        )


def _pages(ledger: Path) -> None:
    """Lists and facets as a page of the web shows them, each over a connection of its own."""
    costs = []
    for number, wanted in enumerate(_FILTERS * PAGES):
        begun = time.process_time()
        with open_for_reading(ledger).connect() as connection:
            shelf = Shelf(connection, as_of=AS_OF)
            shelf.page(wanted, sort=SORTS[number % len(SORTS)])
            for facet in _FACETS:
                shelf.counts(wanted, by=facet)
        costs.append((time.process_time() - begun) * 1000)
    _tell("a page of promises with facets, the first", costs[0], "ms")
    _tell(f"the {len(costs) - 1} after it, median", statistics.median(costs[1:]), "ms")
    _tell("95 of 100 within", statistics.quantiles(costs[1:], n=20)[-1], "ms")


def _open(ledger: Path) -> None:
    begun = time.process_time()
    with open_for_reading(ledger).connect() as connection:
        _first(Shelf(connection, as_of=AS_OF).every_verdict(party=PARTY))
    _tell("opening, to the first promise", (time.process_time() - begun) * 1000, "ms")
    _tell("memory of that", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MB")


def _first(found: Iterator[object]) -> None:
    next(found, None)


def _tell(what: str, figure: float, unit: str) -> None:
    print(f"| {what} | {figure:,.1f} {unit} |", flush=True)


if __name__ == "__main__":
    main()
