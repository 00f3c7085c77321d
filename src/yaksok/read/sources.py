"""Opening what is to be read: files, folders and standard input, within a size limit."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from yaksok.errors import FolderEmpty, SourceEmpty, SourceNotFound, SourceNotReadable, SourceTooLarge

DEFAULT_MAX_BYTES = 64 * 1024 * 1024
"""No work plan comes near it: the longest of ministries' papers have a few megabytes of text."""

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class RawSource:
    """The bytes of one source, with the name they were asked for by and their hash."""

    origin: str
    data: bytes
    sha256: str


def open_source(path: str, *, max_bytes: int = DEFAULT_MAX_BYTES) -> RawSource:
    """The bytes of a file, or of standard input for "-".

    Raises SourceNotFound, SourceNotReadable, SourceEmpty, or SourceTooLarge; for the last, a file is judged
    by its size alone and standard input is read no further than the limit.
    """
    if path == STANDARD_INPUT:
        return from_bytes(_read_within(sys.stdin.buffer, path, max_bytes), origin=path)
    try:
        _refuse_named_pipe(path)
        with Path(path).open("rb", buffering=0) as file:
            _check_status(os.fstat(file.fileno()), path, max_bytes)
            data = _read_within(file, path, max_bytes)
    except FileNotFoundError:
        raise SourceNotFound(path=path) from None
    except (OSError, ValueError) as error:
        raise SourceNotReadable(path=path, reason=_reason(error)) from error
    return from_bytes(data, origin=path)


def from_bytes(data: bytes, *, origin: str) -> RawSource:
    """The source that these bytes are. Raises SourceEmpty if there are none."""
    if not data:
        raise SourceEmpty(path=origin)
    return RawSource(origin, data, hashlib.sha256(data).hexdigest())


def is_folder(path: str) -> bool:
    """Whether the path names a folder; "-" never does."""
    return path != STANDARD_INPUT and Path(path).is_dir()


def expand_paths(paths: Iterable[str]) -> Iterator[str | FolderEmpty]:
    """Files as named, and the files of folders, below them too, in the order of their names.

    Hidden files and folders are passed over, and links to folders are not followed, so that no folder
    is walked twice. A folder without files gives its error, for the caller to show.
    """
    for path in paths:
        if is_folder(path):
            yield from _files_below(path)
        else:
            yield path


def _files_below(folder: str) -> Iterator[str | FolderEmpty]:
    empty = True
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                empty = False
                yield str(Path(parent) / name)
    if empty:
        yield FolderEmpty(path=folder)


def _check_status(status: os.stat_result, path: str, max_bytes: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise SourceNotReadable(path=path, reason="it is a folder")
    if status.st_size > max_bytes:
        raise SourceTooLarge(path=path, size=f"{status.st_size:,}", limit=f"{max_bytes:,}")


def _refuse_named_pipe(path: str) -> None:
    """Opening a pipe that nobody writes to would wait for ever; those of a shell stand under /dev."""
    if stat.S_ISFIFO(Path(path).stat().st_mode) and not path.startswith(("/dev/", "/proc/")):
        raise SourceNotReadable(
            path=path, reason='it is a named pipe; give its content on standard input with "-"'
        )


def _read_within(file: BinaryIO, path: str, max_bytes: int) -> bytes:
    # One byte past the limit tells a pipe that is too long from one that just fits.
    pieces: list[bytes] = []
    room = max_bytes + 1
    while room > 0 and (piece := file.read(min(room, 1 << 20))):
        pieces.append(piece)
        room -= len(piece)
    if room <= 0:
        raise SourceTooLarge(path=path, size=f"more than {max_bytes:,}", limit=f"{max_bytes:,}")
    return b"".join(pieces)


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
