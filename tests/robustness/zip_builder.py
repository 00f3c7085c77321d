"""ZIP archives written record by record, so that tests can make them lie."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

DEFLATED, STORED = 8, 0
_MIB = 1 << 20


@dataclass(frozen=True)
class Member:
    """A member as its two records describe it; what is None is told truly."""

    name: str
    content: bytes = b""
    method: int = DEFLATED
    flags: int = 0
    packed: bytes | None = None
    size: int | None = None
    packed_size: int | None = None
    checksum: int | None = None
    local_name: str | None = None
    at: int | None = None
    extra: bytes = b""


def archive(
    members: Sequence[Member], *, before: bytes = b"", after: bytes = b"", count: int | None = None
) -> bytes:
    """The bytes of an archive, with anything before and behind it."""
    pieces, entries = [before], []
    place = len(before)
    for member, record, entry in _records(members):
        entries.append(entry(place if member.at is None else member.at))
        pieces.append(record)
        place += len(record)
    directory = b"".join(entries)
    number = min(len(members) if count is None else count, 0xFFFF)
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, number, number, len(directory), place, 0)
    return b"".join([*pieces, directory, end, after])


def _records(members: Sequence[Member]) -> Iterator[tuple[Member, bytes, _Entry]]:
    for member in members:
        packed = member.packed
        if packed is None:
            packed = deflate(member.content) if member.method == DEFLATED else member.content
        told = struct.pack(
            "<HHHHHIII",
            20,
            member.flags,
            member.method,
            0,
            0x21,
            zlib.crc32(member.content) if member.checksum is None else member.checksum,
            len(packed) if member.packed_size is None else member.packed_size,
            len(member.content) if member.size is None else member.size,
        )
        name = member.name.encode()
        local = name if member.local_name is None else member.local_name.encode()
        record = (
            b"PK\x03\x04" + told + struct.pack("<HH", len(local), len(member.extra)) + local + member.extra
        )
        yield member, record + packed, _Entry(told, name, member.extra)


@dataclass(frozen=True)
class _Entry:
    told: bytes
    name: bytes
    extra: bytes

    def __call__(self, place: int) -> bytes:
        lengths = struct.pack("<HHHHHII", len(self.name), len(self.extra), 0, 0, 0, 0, place)
        return b"PK\x01\x02" + struct.pack("<H", 20) + self.told + lengths + self.name + self.extra


def deflate(data: bytes) -> bytes:
    """Raw deflate data."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


@cache
def bomb(mebibytes: int, head: bytes = b"", unit: bytes = b" ", tail: bytes = b"") -> bytes:
    """Raw deflate data that unpacks to that many times a mebibyte of the unit; built without unpacking it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    start = packer.compress(head) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(unit * (_MIB // len(unit))) + packer.flush(zlib.Z_FULL_FLUSH)
    return start + block * mebibytes + packer.compress(tail) + packer.flush()
