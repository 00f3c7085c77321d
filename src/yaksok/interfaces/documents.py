"""Files to documents, for every interface: one in this process, many in worker processes.

A plain text file is read where the command runs, because starting a process takes longer than reading it.
Formats whose parsers may crash or hang on hostile files, and everything when there is more than one
file, go through `yaksok.read.worker`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from yaksok.errors import YaksokError
from yaksok.pipeline import read_source
from yaksok.read import DEFAULT_MAX_BYTES, RawSource, choose_reader, open_source
from yaksok.read.sources import STANDARD_INPUT, expand_paths
from yaksok.read.worker import DEFAULT_LIMITS, Limits, map_guarded
from yaksok.records.source import SourceText
from yaksok.records.statement import Document


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document with the source it was read from."""

    source: SourceText
    document: Document


@dataclass(frozen=True, slots=True)
class ReadOutcome:
    """What became of one file: exactly one of `read` and `error` is set."""

    origin: str
    read: ReadDocument | None = None
    error: YaksokError | None = None


Work = tuple[str, int, RawSource | YaksokError | None]
"""A path, its size limit, and what the parent knows already: opened standard input, or an error."""


def read_one(
    path: str, *, max_bytes: int = DEFAULT_MAX_BYTES, limits: Limits = DEFAULT_LIMITS
) -> ReadDocument:
    """The document in one file, or in standard input for "-". Raises a ReadingError."""
    raw = open_source(path, max_bytes=max_bytes)
    if not choose_reader(raw).isolated:
        return read_opened(raw)
    outcome = next(iter(map_guarded(read_opened, [raw], name=_origin, limits=limits)))
    if outcome.error is not None:
        raise outcome.error
    return outcome.result()


def read_many(
    paths: Iterable[str], *, max_bytes: int = DEFAULT_MAX_BYTES, limits: Limits = DEFAULT_LIMITS
) -> Iterator[ReadOutcome]:
    """What became of each file, in the order given; folders give their files in the order of their names.

    No file stops the others: one that cannot be read, kills its process or takes too long gives its error.
    """
    return read_works(work_of(paths, max_bytes), limits=limits)


def read_works(works: Iterable[Work], *, limits: Limits = DEFAULT_LIMITS) -> Iterator[ReadOutcome]:
    """What became of each unit of work, in the order given."""
    for outcome in map_guarded(read_work, works, name=work_origin, limits=limits):
        if outcome.error is not None:
            yield ReadOutcome(outcome.name, error=outcome.error)
        else:
            yield ReadOutcome(outcome.name, read=outcome.result())


def read_opened(raw: RawSource) -> ReadDocument:
    """The document in a source that was opened before. Raises a ReadingError."""
    source = choose_reader(raw).read(raw)
    return ReadDocument(source, read_source(source))


def read_work(work: Work) -> ReadDocument:
    """One unit of work, in a worker process. Raises a ReadingError."""
    return read_opened(opened(work))


def opened(work: Work) -> RawSource:
    """The bytes of one unit of work. Raises a ReadingError."""
    path, max_bytes, known = work
    if isinstance(known, YaksokError):
        raise known
    return known or open_source(path, max_bytes=max_bytes)


def work_of(paths: Iterable[str], max_bytes: int) -> Iterator[Work]:
    """The units of work in some paths: files as named, those of folders, standard input for "-"."""
    for path in expand_paths(paths):
        if isinstance(path, YaksokError):
            yield str(path.fields["path"]), max_bytes, path
        elif path == STANDARD_INPUT:
            yield path, max_bytes, _open_standard_input(max_bytes)
        else:
            yield path, max_bytes, None


def _open_standard_input(max_bytes: int) -> RawSource | YaksokError:
    # Workers have pipes of their own as standard input, so it is read here.
    try:
        return open_source(STANDARD_INPUT, max_bytes=max_bytes)
    except YaksokError as error:
        return error


def _origin(raw: RawSource) -> str:
    return raw.origin


def work_origin(work: Work) -> str:
    """What a unit of work is called in errors."""
    return work[0]
