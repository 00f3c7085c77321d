"""Adding files to a ledger, for every interface: skip what is known, read the rest, store it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from yaksok.errors import YaksokError
from yaksok.interfaces.documents import read_many
from yaksok.ledger.intake import Intake, Taken
from yaksok.read.sources import DEFAULT_MAX_BYTES, STANDARD_INPUT, expand_paths


def add_paths(intake: Intake, paths: Iterable[str], *, max_bytes: int = DEFAULT_MAX_BYTES) -> Iterator[Taken]:
    """What became of each file, in the order of the files; folders give their files by name.

    A file is reported once it is safely in the ledger. Raises LedgerError if the ledger fails.
    """
    known: deque[Taken] = deque()

    def unknown() -> Iterator[str]:
        for path in expand_paths(paths):
            if isinstance(path, YaksokError):
                yield str(path.fields["path"])
            elif path == STANDARD_INPUT or (taken := intake.known(path)) is None:
                yield path
            else:
                known.append(taken)

    for outcome in read_many(unknown(), max_bytes=max_bytes):
        while known:
            yield known.popleft()
        if outcome.read is not None:
            yield intake.store(outcome.read.source, outcome.read.document)
        elif outcome.error is not None:
            yield intake.fail(outcome.origin, outcome.error)
    yield from known
