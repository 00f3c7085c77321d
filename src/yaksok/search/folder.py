"""Where an index lies, what it notes of itself, and who may write it.

An index is a folder with a note (`index.json`) and the folder of its generation that the note names. A
generation is built whole before the note names it, so a reader finds either the old one or the new one.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from yaksok.errors import SearchIndexBusy, SearchIndexNotWritable
from yaksok.ledger.location import Place, location_of, path_of

NOTE = "index.json"
_LOCK = "lock"
_STEP = 0.05


INCOMPLETE = -1
"""In the place of the newest version, until all are in."""


@dataclass(frozen=True, slots=True)
class Note:
    """What an index notes of itself.

    `format` and `analyser` say how it was made, `generation` names its folder. `newest` is the greatest key
    of the ledger's versions when all of them were in; `journal` is the id of a row of the ledger's journal
    and `journal_key` its key, by which the ledger is known again.
    """

    format: int
    analyser: str
    generation: str
    newest: int = INCOMPLETE
    journal: str = ""
    journal_key: int = 0


def folder_of(place: Place) -> Path:
    """The folder of a ledger's index: beside an SQLite file, for a server in the user's cache."""
    location = location_of(place)
    if location.server is None:
        path = path_of(location)
        return path.with_name(path.name + ".search")
    # Without user and password: whoever asks, it is the same ledger.
    server = location.server
    name = f"{server.host or os.environ.get('PGHOST', '')}:{server.port or ''}/{server.database}"
    identity = hashlib.sha256(name.encode()).hexdigest()[:16]
    return cache_folder() / "search" / f"{_plain(server.database)}-{identity}"


def cache_folder() -> Path:
    """Where programs of this user keep what can be made again."""
    if given := os.environ.get("XDG_CACHE_HOME"):
        return Path(given) / "yaksok"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", tempfile.gettempdir())) / "yaksok" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "yaksok"
    return Path.home() / ".cache" / "yaksok"


def _plain(name: str) -> str:
    return "".join(letter if letter.isalnum() else "_" for letter in name)[:40]


def read_note(folder: Path) -> Note | None:
    """What the index in a folder notes of itself; None where there is none that can be understood."""
    try:
        said = json.loads((folder / NOTE).read_text(encoding="utf-8"))
        return Note(**said)
    except (OSError, ValueError, TypeError):
        return None


def write_note(folder: Path, note: Note) -> None:
    """Put a note in the place of the one before, at one stroke."""
    written = folder / f"{NOTE}.new"
    written.write_text(json.dumps(asdict(note)), encoding="utf-8")
    for attempt in range(20):
        try:
            written.replace(folder / NOTE)
        except PermissionError:  # where a file that somebody reads cannot be replaced
            if attempt == 19:
                raise
            time.sleep(_STEP)
        else:
            return


def state_of_note(folder: Path) -> tuple[int, int]:
    """What changes whenever a note is written; cheap to ask."""
    try:
        found = (folder / NOTE).stat()
    except OSError:
        return (0, 0)
    return found.st_mtime_ns, found.st_ino


def remove_others(folder: Path, generation: str) -> None:
    """Throw away generations that no note names; what somebody still reads may stay until the next time."""
    for path in folder.iterdir():
        if path.is_dir() and path.name != generation:
            shutil.rmtree(path, ignore_errors=True)


@contextmanager
def writing(folder: Path, *, wait_seconds: float) -> Iterator[None]:
    """Be the only one who writes the index in a folder, which is made.

    Raises SearchIndexBusy where another one still does after that time, and SearchIndexNotWritable.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / _LOCK).open("a+b")
    except OSError as error:
        raise SearchIndexNotWritable(path=folder, reason=error.strerror or str(error)) from error
    with file:
        until = time.monotonic() + wait_seconds
        while not _locked(file):
            if time.monotonic() > until:
                raise SearchIndexBusy(path=folder)
            time.sleep(_STEP)
        try:
            yield
        except OSError as error:
            raise SearchIndexNotWritable(path=folder, reason=error.strerror or str(error)) from error
        finally:
            _unlock(file)


if sys.platform == "win32":
    import msvcrt

    def _locked(file: IO[bytes]) -> bool:
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(file: IO[bytes]) -> None:
        file.seek(0)
        with contextlib.suppress(OSError):
            msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _locked(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _unlock(file: IO[bytes]) -> None:
        with contextlib.suppress(OSError):
            fcntl.flock(file, fcntl.LOCK_UN)
