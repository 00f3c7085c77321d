"""Compound files [MS-CFB], version 3: streams in storages, in sectors of 512 bytes and mini sectors of 64."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field

_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_NONE = 0xFFFFFFFF
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_RED, _BLACK = 0, 1
_HEADER_FATS = 109


@dataclass
class _Entry:
    """An entry of the directory; `children` are numbers of entries."""

    name: str
    kind: int
    data: bytes = b""
    children: list[int] = field(default_factory=list)
    start: int = _END
    size: int = 0
    left: int = _NONE
    right: int = _NONE
    child: int = _NONE
    colour: int = _BLACK


def compound(streams: Mapping[str, bytes]) -> bytes:
    """The bytes of a compound file with the streams, named by paths such as "BodyText/Section0"."""
    entries = _directory(streams)
    sectors = _Sectors()
    mini, mini_fat = _mini_streams(entries)
    root = entries[0]
    root.start, root.size = sectors.add(mini), len(mini)
    mini_fat_start = sectors.add(mini_fat, b"\xff")
    mini_fat_count = -(-len(mini_fat) // _SECTOR)
    for entry in entries[1:]:
        if entry.kind == _STREAM and len(entry.data) >= _CUTOFF:
            entry.start = sectors.add(entry.data)
    packed = b"".join(_packed(entry) for entry in entries)
    empty = _packed(_Entry("", 0, start=0))
    directory_start = sectors.add(packed + empty * (-len(entries) % 4))
    fats = sectors.close()
    if len(fats) > _HEADER_FATS:
        message = "files above 7 MB would need more tables than this writer knows"
        raise ValueError(message)
    header = struct.pack(
        "<8s16sHHHHH6xIIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6,
        0, len(fats), directory_start, 0, _CUTOFF, mini_fat_start, mini_fat_count, _END, 0, *fats[:1],
    )  # fmt: skip
    rest = [*fats[1:], *[_FREE] * (_HEADER_FATS - len(fats))]
    return header + struct.pack(f"<{len(rest)}I", *rest) + b"".join(sectors.pieces)


def _directory(streams: Mapping[str, bytes]) -> list[_Entry]:
    entries = [_Entry("Root Entry", _ROOT)]
    storages = {"": 0}
    for path, data in streams.items():
        folder, _, name = path.rpartition("/")
        if folder not in storages:
            storages[folder] = len(entries)
            entries[0].children.append(len(entries))
            entries.append(_Entry(folder, _STORAGE, start=0))
        entries[storages[folder]].children.append(len(entries))
        entries.append(_Entry(name, _STREAM, data, size=len(data)))
    for entry in entries:
        ordered = sorted(entry.children, key=lambda at: (len(entries[at].name), entries[at].name.upper()))
        depth = len(ordered).bit_length()
        entry.child = _tree(entries, ordered, depth, whole=len(ordered) + 1 == 1 << depth)
    return entries


def _tree(entries: list[_Entry], ordered: list[int], depth: int, *, whole: bool) -> int:
    """The root of a red-black tree over the entries: all black, but for a last level that is not full."""
    if not ordered:
        return _NONE
    middle = len(ordered) // 2
    entry = entries[ordered[middle]]
    entry.left = _tree(entries, ordered[:middle], depth - 1, whole=whole)
    entry.right = _tree(entries, ordered[middle + 1 :], depth - 1, whole=whole)
    entry.colour = _RED if depth == 1 and not whole else _BLACK
    return ordered[middle]


def _mini_streams(entries: list[_Entry]) -> tuple[bytes, bytes]:
    """The mini stream with all short streams, and its table."""
    pieces: list[bytes] = []
    table: list[int] = []
    for entry in entries:
        if entry.kind != _STREAM or not 0 < len(entry.data) < _CUTOFF:
            continue
        entry.start = len(table)
        count = -(-len(entry.data) // _MINI)
        pieces.append(entry.data.ljust(count * _MINI, b"\0"))
        table += [*range(entry.start + 1, entry.start + count), _END]
    return b"".join(pieces), struct.pack(f"<{len(table)}I", *table)


@dataclass
class _Sectors:
    """The sectors of a file in order, and the table of which follows which."""

    pieces: list[bytes] = field(default_factory=list)
    table: list[int] = field(default_factory=list)

    def add(self, data: bytes, filler: bytes = b"\0") -> int:
        """Adds a chain of sectors; gives the first one's number."""
        if not data:
            return _END
        start, count = len(self.table), -(-len(data) // _SECTOR)
        self.pieces.append(data.ljust(count * _SECTOR, filler))
        self.table += [*range(start + 1, start + count), _END]
        return start

    def close(self) -> list[int]:
        """Adds the table itself; gives the numbers of its sectors."""
        count = 0
        while (len(self.table) + count) * 4 > count * _SECTOR:
            count += 1
        fats = list(range(len(self.table), len(self.table) + count))
        whole = [*self.table, *[_FAT] * count]
        whole += [_FREE] * (count * _SECTOR // 4 - len(whole))
        self.pieces.append(struct.pack(f"<{len(whole)}I", *whole))
        return fats


def _packed(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16-le") + b"\0\0" if entry.name else b""
    return struct.pack(
        "<64sHBBIII16xI8x8xIQ",
        name, len(name), entry.kind, entry.colour, entry.left, entry.right, entry.child, 0, entry.start, entry.size,
    )  # fmt: skip
