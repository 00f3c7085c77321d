"""Pictures of the pages of stored PDFs: drawn in worker processes within limits, and kept for a while.

What a stored copy holds is as hostile as any file. A page that cannot be drawn is not tried again while its error is
kept.
"""

from __future__ import annotations

from collections import OrderedDict
from threading import BoundedSemaphore, Lock

from yaksok.errors import ReadingTooSlow, YaksokError
from yaksok.interfaces.stored_sources import raw_source
from yaksok.ledger.stored_readings import StoredCopy
from yaksok.read import RawSource
from yaksok.read.pdf.picture import PagePicture, picture_of
from yaksok.read.worker import Limits, map_guarded

LIMITS = Limits(seconds=20, memory_bytes=1536 * 1024**2, processes=1, output_bytes=24 * 1024**2)
_AT_ONCE = 2
_MOST_BYTES = 64 * 1024**2
_OF_AN_ERROR = 1000
"""An error counts as so many bytes of what is kept."""


class PagePictures:
    """The pictures of pages, the last ones asked for in memory. Safe with threads."""

    def __init__(self, limits: Limits = LIMITS, *, most_bytes: int = _MOST_BYTES) -> None:
        self._limits = limits
        self._most = most_bytes
        self._room = BoundedSemaphore(_AT_ONCE)
        self._lock = Lock()
        self._kept: OrderedDict[tuple[str, int], PagePicture | YaksokError] = OrderedDict()
        self._bytes = 0

    def picture(self, copy: StoredCopy, address: str, number: int) -> PagePicture:
        """The picture of a page, counted from 1, of a stored PDF that is called by its address.

        Raises a ReadingError, or PageNotFound for a number that no page has.
        """
        key = (copy.sha256, number)
        found = self._known(key)
        if found is None:
            if not self._room.acquire(timeout=self._limits.seconds):
                raise ReadingTooSlow(path=address, seconds=f"{self._limits.seconds:g}")
            try:
                found = self._known(key) or self._drawn(copy, address, number)
            finally:
                self._room.release()
        if isinstance(found, YaksokError):
            raise found
        return found

    def _known(self, key: tuple[str, int]) -> PagePicture | YaksokError | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def _drawn(self, copy: StoredCopy, address: str, number: int) -> PagePicture | YaksokError:
        work = [(raw_source(copy, address), number)]
        outcome = next(iter(map_guarded(picture_of, work, name=_origin, limits=self._limits)))
        found = outcome.error or outcome.result()
        with self._lock:
            self._kept[copy.sha256, number] = found
            self._bytes += _size(found)
            while self._bytes > self._most and len(self._kept) > 1:
                _, oldest = self._kept.popitem(last=False)
                self._bytes -= _size(oldest)
        return found


def _size(kept: PagePicture | YaksokError) -> int:
    return len(kept.png) if isinstance(kept, PagePicture) else _OF_AN_ERROR


def _origin(task: tuple[RawSource, int]) -> str:
    return task[0].origin
