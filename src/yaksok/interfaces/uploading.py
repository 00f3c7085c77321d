"""Files that were sent to a server: read by worker processes, stored, linked, and told about."""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath

from yaksok import __version__
from yaksok.errors import YaksokError
from yaksok.fulfilment.shelf import Shelf
from yaksok.interfaces.asking import reading
from yaksok.interfaces.deciding import deciding_on
from yaksok.interfaces.documents import Work, read_works
from yaksok.interfaces.news import news_since
from yaksok.ledger.intake import Intake, Taken
from yaksok.ledger.location import Location
from yaksok.ledger.opening import open_for_writing
from yaksok.read.sources import RawSource, open_source
from yaksok.records.standing import PromiseFilter
from yaksok.views.news import Mark, News, mark_of

LONGEST_NAME = 150
"""Letters of a file's name that are kept, its ending among them."""

_SEPARATORS = re.compile(r"[/\\]")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was sent: the name it is to have, and where its bytes wait."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class Found:
    """What an upload brought: what is new since before it, and the promises of its documents by document."""

    news: News
    promises: tuple[tuple[str, int], ...]

    @property
    def promise_count(self) -> int:
        """How many promises its documents hold."""
        return sum(number for _, number in self.promises)


def plain_name(written: str) -> str:
    """The name of a sent file without folders and control characters, composed (macOS sends it decomposed)."""
    last = _SEPARATORS.split(unicodedata.normalize("NFC", written))[-1]
    kept = "".join(letter for letter in last if letter.isprintable()).strip().lstrip(".")
    path = PurePosixPath(kept or "document")
    ending = path.suffix[:20]
    return path.stem[: LONGEST_NAME - len(ending)] + ending


def plain_names(written: Sequence[str]) -> list[str]:
    """The names of files that were sent together, each once: else one would be taken for a new version of another."""
    names: list[str] = []
    for name in map(plain_name, written):
        path, number, made = PurePosixPath(name), 2, name
        while made in names:
            made, number = f"{path.stem} ({number}){path.suffix}", number + 1
        names.append(made)
    return names


def mark_before(ledger: Location, day: date) -> Mark:
    """The mark of a ledger, which is made where it is not there yet. Raises LedgerError."""
    open_for_writing(ledger).dispose()
    with reading(ledger) as connection:
        return mark_of(connection, day)


def add_uploads(ledger: Location, uploads: Sequence[Upload], *, max_bytes: int) -> Iterator[Taken]:
    """What became of each file, in order. Raises LedgerError if the ledger fails."""
    with Intake(ledger, program=__version__, largest=max_bytes, uploaded=True) as intake:
        yield from _added(intake, uploads, max_bytes)


def _added(intake: Intake, uploads: Sequence[Upload], max_bytes: int) -> Iterator[Taken]:
    known: deque[Taken] = deque()
    given: dict[str, bytes] = {}

    def unknown() -> Iterator[Work]:
        for upload in uploads:
            opened = _opened(upload, max_bytes)
            data = opened.data if isinstance(opened, RawSource) else None
            taken = intake.known(upload.name, data) if data else None
            if taken is not None:
                known.append(taken)
                continue
            if data:
                given[upload.name] = data
            yield upload.name, max_bytes, opened

    for outcome in read_works(unknown()):
        while known:
            yield known.popleft()
        data = given.pop(outcome.origin, None)
        if outcome.read is not None and data is not None:
            yield intake.store(outcome.read.source, outcome.read.document, data)
        elif outcome.error is not None:
            yield intake.fail(outcome.origin, outcome.error, data)
    yield from known


def _opened(upload: Upload, max_bytes: int) -> RawSource | YaksokError:
    """The bytes of a file under the name it was sent by, or why it cannot be read."""
    try:
        return replace(open_source(str(upload.path), max_bytes=max_bytes), origin=upload.name)
    except YaksokError as error:
        return type(error)(**{**error.fields, "path": upload.name})


def found_since(ledger: Location, mark: Mark, stems: Sequence[str], *, today: date) -> Found:
    """What the documents with these stems brought. Raises LedgerError."""
    with reading(ledger) as connection:
        shelf = Shelf(connection, as_of=today, deciding=deciding_on(connection))
        wanted = PromiseFilter(documents=frozenset(stems))
        counts = shelf.counts(wanted, by="document") if stems else []
        return Found(
            news_since(connection, shelf, mark, as_of=today),
            tuple((count.value, count.number) for count in counts),
        )
