"""Stored copies read again, in worker processes: what a stored copy holds is as hostile as any file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice

from yaksok.errors import DamagedFile, NoTextLayer, YaksokError
from yaksok.interfaces.documents import ReadDocument
from yaksok.interfaces.series_reading import read_stored
from yaksok.interfaces.telling.catalogues import N_
from yaksok.interfaces.verifying import MOST_DIFFERENCES, check_read
from yaksok.ledger.layout_rows import layout_from
from yaksok.ledger.reading_rows import ReadingRows, reading_rows, row_differences
from yaksok.ledger.rows import statements_from_rows
from yaksok.ledger.stored_copies import unpacked
from yaksok.ledger.stored_readings import StoredCopy, StoredReading
from yaksok.read import RawSource
from yaksok.records.source import SourceText
from yaksok.records.statement import Document
from yaksok.views.verification import Difference, differences, quoted

NOTES = {
    "no copy": N_(
        "have no stored copy of their source, so spans and texts are held against the stored text alone; "
        "yaksok add stores one where the file is still there"
    ),
    "other rules": N_(
        "were made by other rules than today's; spans and texts hold; yaksok reread reads their sources by today's"
    ),
    "other text": N_(
        "were made by other rules than today's, and today's give other characters; yaksok reread stores what they give"
    ),
    "not readable": N_("were made by other rules than today's, and today's cannot read their source"),
    "recognised": N_(
        "were made from recognised text in a file beside the source, which is not there any more"
    ),
}
"""What may be told of readings that is no sign of tampering, by its name."""


@dataclass(frozen=True, slots=True)
class Task:
    """A stored reading, and whether it was made by the rules of today."""

    reading: StoredReading
    today: bool


@dataclass(frozen=True, slots=True)
class StoredReport:
    """What does not hold of a stored reading, and the name of what is to be noted of it ("" for nothing)."""

    differences: tuple[Difference, ...]
    note: str = ""


def check_stored(task: Task) -> StoredReport:
    """One stored reading against its source, in a worker process. Raises a ReadingError."""
    reading = task.reading
    if reading.copy is None:
        return StoredReport(tuple(_own(reading.rows)), "no copy")
    try:
        raw = raw_source(reading.copy, reading.address)
        read = read_stored(raw)
    except YaksokError as error:
        if not task.today:
            return StoredReport(tuple(_own(reading.rows)), "not readable")
        if isinstance(error, NoTextLayer):
            return StoredReport(tuple(_own(reading.rows)), "recognised")
        raise
    if task.today:
        found, _ = check_read(raw, read)
        found += islice(_compared(read, reading), MOST_DIFFERENCES)
        return StoredReport(tuple(found[:MOST_DIFFERENCES]))
    return StoredReport(tuple(_own(reading.rows)), _characters(read, reading.rows))


def read_copy(task: tuple[StoredCopy, str]) -> ReadDocument:
    """The document in a stored copy, called by an address, in a worker process. Raises a ReadingError."""
    return read_stored(raw_source(*task))


def raw_source(copy: StoredCopy, address: str) -> RawSource:
    """The source in a stored copy. Raises DamagedFile for a copy that is not what its id says."""
    try:
        data = unpacked(copy.packed, copy.size)
    except ValueError as error:
        raise DamagedFile(path=address, format="stored copy", reason=str(error)) from error
    if sha256(data).hexdigest() != copy.sha256:
        raise DamagedFile(path=address, format="stored copy", reason="it has another SHA-256 than its id")
    return RawSource(address, data, copy.sha256)


def _compared(read: ReadDocument, reading: StoredReading) -> Iterator[Difference]:
    """Where the stored reading is not what was read now."""
    fresh = reading_rows(
        read.document,
        version=0,
        sha256=read.source.sha256,
        media_type=read.source.media_type,
        encoding=read.source.encoding,
    )
    try:
        for found in row_differences(fresh, reading.rows):
            yield Difference(
                found.statement, found.what, expected=_shown(found.one), found=_shown(found.other)
            )
    except (KeyError, TypeError, ValueError) as error:
        yield _no_layout(error)


def _own(rows: ReadingRows) -> Iterator[Difference]:
    """What does not hold of a stored reading by itself."""
    try:
        document = _document(rows)
    except (KeyError, TypeError, ValueError) as error:
        yield _no_layout(error)
        return
    source = SourceText(document.text, "", "", None, "")
    yield from islice(differences(source, document), MOST_DIFFERENCES)


def _document(rows: ReadingRows) -> Document:
    about = rows.about
    return Document(
        title=about["title"],
        date=about["date"],
        issuer=about["issuer"],
        genre=about["genre"],
        language=about["language"],
        text=about["text"],
        statements=tuple(statements_from_rows(rows.statements, rows.mentions)),
        layout=None if rows.layout is None else layout_from(rows.layout),
    )


def _characters(read: ReadDocument, rows: ReadingRows) -> str:
    same = Counter(read.source.text) == Counter(rows.about["text"])
    return "other rules" if same else "other text"


def _no_layout(error: Exception) -> Difference:
    said = f"{type(error).__name__}: {error}"
    return Difference(None, "stored rows", "those of a document", f"some that are none ({said})")


def _shown(value: object) -> str:
    return "nothing" if value is None else quoted(str(value))
