"""Adding files to a ledger, for every interface: skip what is known, read the rest, store it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from yaksok.errors import SourceChanged, YaksokError
from yaksok.interfaces.documents import ReadDocument, Work, read_works, work_of
from yaksok.ledger.intake import Intake, Taken
from yaksok.read import DEFAULT_MAX_BYTES, RawSource, open_source
from yaksok.records.source import SourceText


def add_paths(intake: Intake, paths: Iterable[str], *, max_bytes: int = DEFAULT_MAX_BYTES) -> Iterator[Taken]:
    """What became of each file, in the order of the files; folders give their files by name.

    A file is reported once it is safely in the ledger. Raises LedgerError if the ledger fails.
    """
    known: deque[Taken] = deque()
    given: dict[str, bytes] = {}  # by hash: what came by standard input cannot be opened again

    def unknown() -> Iterator[Work]:
        for work in work_of(paths, max_bytes):
            path, _, opened = work
            if isinstance(opened, RawSource):
                given[opened.sha256] = opened.data
            taken = None if opened is not None else intake.known(path)
            if taken is None:
                yield work
            else:
                known.append(taken)

    for outcome in read_works(unknown()):
        while known:
            yield known.popleft()
        if outcome.read is not None:
            yield _stored(intake, outcome.read, given, max_bytes)
        elif outcome.error is not None:
            yield intake.fail(outcome.origin, outcome.error)
    yield from known


def _stored(intake: Intake, read: ReadDocument, given: dict[str, bytes], max_bytes: int) -> Taken:
    """Put a document into the ledger with the very bytes that were read."""
    source = read.source
    try:
        data = given.pop(source.sha256, None) or _bytes_of(source, max_bytes)
    except YaksokError as error:
        return intake.fail(source.origin, error)
    return intake.store(source, read.document, data)


def _bytes_of(source: SourceText, max_bytes: int) -> bytes:
    # Workers read in processes of their own and give back text; the bytes are cheaper to read again.
    raw = open_source(source.origin, max_bytes=max_bytes)
    if raw.sha256 != source.sha256:
        raise SourceChanged(path=source.origin)
    return raw.data
