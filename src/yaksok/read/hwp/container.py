"""The compound file (OLE, [MS-CFB]) that an HWP 5 document is, opened within limits.

Nothing here trusts sizes that the file claims: they are checked against its length before anything is read,
and streams are inflated piece by piece.
"""

from __future__ import annotations

import io
import re
import struct
import zlib
from dataclasses import dataclass, field
from typing import Any

import olefile

from yaksok.errors import DamagedFile, PasswordNeeded, ProtectedByRights, UnpacksTooLarge

FORMAT = "HWP"
PART_LIMIT = 128 * 1024 * 1024
"""Bytes of one stream, inflated; the text of real files stays below 10 million."""
FILE_LIMIT = 256 * 1024 * 1024
"""Bytes that all streams that were asked for may have together."""
MOST_SECTIONS = 4_096

_PIECE = 1 << 20
# Signature, byte order, the two sector shifts, and the numbers of FAT, mini FAT and DIFAT sectors.
_HEADER = struct.Struct("<8s20xHHH10xL16xL4xL")
_SECTION = re.compile(r"Section(\d{1,9})\Z", re.IGNORECASE)
_OLE_FAULTS = (
    OSError,
    ValueError,
    IndexError,
    KeyError,
    TypeError,
    AttributeError,
    OverflowError,
    RecursionError,
    EOFError,
    struct.error,
)

_COMPRESSED = 1 << 0
_PASSWORD = 1 << 1
_DISTRIBUTION = 1 << 2
# Rights management, encryption with a certificate, and rights management with a certificate.
_RIGHTS = 1 << 4 | 1 << 8 | 1 << 10
_TRACKED = 1 << 14


@dataclass(frozen=True, slots=True)
class FileHeader:
    """What the stream FileHeader says: version as (5, 0, 3, 0), and how the streams are stored."""

    version: tuple[int, int, int, int]
    compressed: bool
    distribution: bool
    tracked: bool


@dataclass(slots=True)
class Container:
    """An open HWP 5 file. `path` names it in errors."""

    path: str
    header: FileHeader
    _ole: olefile.OleFileIO[str]
    _length: int
    _names: dict[str, str]
    _room: int = field(default=FILE_LIMIT)

    @classmethod
    def open(cls, data: bytes, *, path: str) -> Container:
        """The file in some bytes. Raises DamagedFile, PasswordNeeded or ProtectedByRights."""
        _check_header(data, path)
        try:
            ole = olefile.OleFileIO(io.BytesIO(data))
            # Names of compound files know no case; programs differ in it.
            names = {name.lower(): name for name in ("/".join(parts) for parts in ole.listdir())}
            # The root's stream holds all short ones; a length that lies would be read in a loop.
            sound = getattr(ole.root, "size", len(data) + 1) <= len(data)
        except _OLE_FAULTS as error:
            raise DamagedFile(path=path, format=FORMAT, reason=_words(error)) from error
        if not sound:
            raise DamagedFile(path=path, format=FORMAT, reason="its directory does not fit its length")
        container = cls(
            path,
            FileHeader((5, 0, 0, 0), compressed=False, distribution=False, tracked=False),
            ole,
            len(data),
            names,
        )
        container.header = _file_header(container.raw("FileHeader"), path)
        return container

    def has(self, name: str) -> bool:
        """Whether there is a stream of this name."""
        return name.lower() in self._names

    def sections(self, storage: str) -> list[str]:
        """The streams Section0, Section1 ... of a storage, in the order of their numbers."""
        found: list[tuple[int, str]] = []
        prefix = storage.lower() + "/"
        for low, name in self._names.items():
            match = _SECTION.fullmatch(low.removeprefix(prefix)) if low.startswith(prefix) else None
            if match:
                found.append((int(match.group(1)), name))
        if len(found) > MOST_SECTIONS:
            raise UnpacksTooLarge(path=self.path, limit=f"{MOST_SECTIONS:,} sections")
        return [name for _, name in sorted(found)]

    def raw(self, name: str) -> bytes:
        """The bytes of a stream as they are stored. Raises DamagedFile or UnpacksTooLarge."""
        stored = self._names.get(name.lower())
        if stored is None:
            raise self.damaged(f"its part {name} is missing")
        try:
            size = self._ole.get_size(stored)
            if size > self._length:
                raise self.damaged(f"its part {name} claims to be longer than the file")
            data: bytes = self._ole.openstream(stored).read()
        except _OLE_FAULTS as error:
            raise self.damaged(f"its part {name} cannot be read ({_words(error)})") from error
        if len(data) < size:
            raise self.damaged(f"its part {name} is cut off")
        if self._runs_in_circle(stored, size):
            raise self.damaged(f"the sectors of its part {name} run in a circle")
        self._take(len(data))
        return data

    def _runs_in_circle(self, stored: str, size: int) -> bool:
        """Whether the chain of sectors of a stream comes back to one of them; the library reads it all the same."""
        ole: Any = self._ole
        entry = ole.direntries[ole._find(stored)]  # noqa: SLF001 - there is no public way to a stream's first sector
        short = size < ole.minisectorcutoff
        table = ole.minifat if short else ole.fat
        length = ole.minisectorsize if short else ole.sectorsize
        sector, seen = entry.isectStart, set[int]()
        for _ in range(-(-size // length)):
            if sector in seen:
                return True
            seen.add(sector)
            if sector >= len(table):
                break
            sector = table[sector]
        return False

    def stream(self, name: str) -> bytes:
        """The bytes of a stream, inflated where the file is compressed. Raises DamagedFile or UnpacksTooLarge."""
        data = self.raw(name)
        return self.inflate(data, name) if self.header.compressed else data

    def inflate(self, data: bytes, name: str) -> bytes:
        """Raw deflate data, unpacked within the limits. Raises DamagedFile or UnpacksTooLarge."""
        limit = min(PART_LIMIT, self._room)
        inflater = zlib.decompressobj(-15)
        pieces: list[bytes] = []
        length = 0
        rest = data
        try:
            while rest and not inflater.eof:
                piece = inflater.decompress(rest, _PIECE)
                length += len(piece)
                if length > limit:
                    raise UnpacksTooLarge(path=self.path, limit=f"{limit:,} bytes")
                pieces.append(piece)
                if not piece and inflater.unconsumed_tail == rest:
                    break
                rest = inflater.unconsumed_tail
        except zlib.error as error:
            raise self.damaged(f"its part {name} cannot be unpacked ({_words(error)})") from error
        if not inflater.eof:
            raise self.damaged(f"its part {name} is cut off")
        self._take(length)
        return b"".join(pieces)

    def damaged(self, reason: str) -> DamagedFile:
        """The error that this file is damaged, to be raised."""
        return DamagedFile(path=self.path, format=FORMAT, reason=reason)

    def _take(self, length: int) -> None:
        self._room -= length
        if self._room < 0:
            raise UnpacksTooLarge(path=self.path, limit=f"{FILE_LIMIT:,} bytes")


def _check_header(data: bytes, path: str) -> None:
    """Refuses tables that could not be in a file of this length, before memory is taken for them."""
    reason = ""
    if len(data) < 1536:
        reason = "it is cut off"
    else:
        signature, order, shift, mini_shift, fat, mini_fat, difat = _HEADER.unpack_from(data)
        if signature != olefile.MAGIC:
            reason = "it is no compound file"
        elif order != 0xFFFE or shift not in {9, 12} or mini_shift != 6:
            reason = "its header is not that of a compound file"
        else:
            sectors = (len(data) >> shift) + 1
            entries = 1 << (shift - 2)
            # A table of n entries needs n / entries sectors; programs that grow it in steps take some more.
            if fat > 2 * (sectors // entries) + 16 or mini_fat > sectors or difat > sectors:
                reason = "its tables are longer than the file"
    if reason:
        raise DamagedFile(path=path, format=FORMAT, reason=reason)


def _file_header(data: bytes, path: str) -> FileHeader:
    if len(data) < 40 or not data.startswith(b"HWP Document File"):
        raise DamagedFile(path=path, format=FORMAT, reason="its part FileHeader is not that of a document")
    version, flags = struct.unpack_from("<II", data, 32)
    if version >> 24 != 5:
        raise DamagedFile(path=path, format=FORMAT, reason=f"its header names version {version >> 24}, not 5")
    if flags & _PASSWORD:
        raise PasswordNeeded(path=path)
    if flags & _RIGHTS:
        raise ProtectedByRights(path=path)
    return FileHeader(
        version=(version >> 24, version >> 16 & 0xFF, version >> 8 & 0xFF, version & 0xFF),
        compressed=bool(flags & _COMPRESSED),
        distribution=bool(flags & _DISTRIBUTION),
        tracked=bool(flags & _TRACKED),
    )


def _words(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
