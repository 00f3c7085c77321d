"""Packages of XML parts (HWPX, DOCX): ZIP members and XML trees, within limits.

Nothing here trusts sizes that the file claims: members are inflated piece by piece and stop at the limit.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from yaksok.errors import DamagedFile, NestedTooDeep, PasswordNeeded, UnpacksTooLarge, UnsafeMarkup

if TYPE_CHECKING:
    from lxml.etree import _Element

PART_LIMIT = 128 * 1024 * 1024
"""Bytes of one part; the largest of some 300 real files has 12 million."""
PACKAGE_LIMIT = 256 * 1024 * 1024
"""Bytes that all parts that were asked for may have together."""
MOST_MEMBERS = 20_000
MOST_TAGS = 3_000_000
"""Opening and closing tags of one XML part: each element takes some 250 bytes of memory."""
DEEPEST = 256
"""Levels of XML elements, which libxml2 sets; real files stay below 80."""

_PIECE = 1 << 20
_ENCRYPTED_FLAG = 0x1


@dataclass(slots=True)
class Package:
    """An open ZIP package. `path` names the file in errors."""

    path: str
    format: str
    _archive: zipfile.ZipFile
    _names: frozenset[str]
    _room: int = PACKAGE_LIMIT

    @classmethod
    def open(cls, data: bytes, *, path: str, format_name: str) -> Package:
        """The package in some bytes. Raises DamagedFile."""
        # Counted before anything is built from them; text that happens to look like an entry is rare.
        if data.count(b"PK\x01\x02") > MOST_MEMBERS:
            raise UnpacksTooLarge(path=path, limit=f"{MOST_MEMBERS:,} parts")
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
            names = archive.namelist()
        except (
            zipfile.BadZipFile,
            OSError,
            ValueError,
            NotImplementedError,
            RuntimeError,
            EOFError,
        ) as error:
            raise DamagedFile(path=path, format=format_name, reason=_words(error)) from error
        return cls(path, format_name, archive, frozenset(names))

    @property
    def names(self) -> frozenset[str]:
        """The names of all members."""
        return self._names

    def read(self, name: str) -> bytes:
        """The bytes of a member that is there. Raises DamagedFile, PasswordNeeded or UnpacksTooLarge."""
        limit = min(PART_LIMIT, self._room)
        pieces: list[bytes] = []
        length = 0
        try:
            info = self._archive.getinfo(name)
            if info.flag_bits & _ENCRYPTED_FLAG:
                raise PasswordNeeded(path=self.path)
            with self._archive.open(info) as member:
                while piece := member.read(_PIECE):
                    pieces.append(piece)
                    length += len(piece)
                    if length > limit:
                        raise UnpacksTooLarge(path=self.path, limit=f"{limit:,} bytes")
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            KeyError,
            ValueError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            reason = f"its part {name} cannot be unpacked ({_words(error)})"
            raise DamagedFile(path=self.path, format=self.format, reason=reason) from error
        self._room -= length
        return b"".join(pieces)

    def tree(self, name: str) -> _Element:
        """The root element of an XML member. Raises as `read`, and UnsafeMarkup or NestedTooDeep."""
        return parse_xml(self.read(name), path=self.path, format_name=self.format, part=name)


def parse_xml(data: bytes, *, path: str, format_name: str, part: str) -> _Element:
    """The root element of an XML document without entities of its own.

    Raises UnsafeMarkup for a document type declaration (no office file has one; entity bombs need one),
    UnpacksTooLarge for very many tags, NestedTooDeep beyond 256 levels, DamagedFile for what is not well-formed.
    """
    if data.count(b"<") > MOST_TAGS:
        raise UnpacksTooLarge(path=path, limit=f"{MOST_TAGS:,} tags")
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
    )
    if (
        b"<!DOCTYPE" in data
        or "<!DOCTYPE".encode("utf-16-le") in data
        or "<!DOCTYPE".encode("utf-16-be") in data
    ):
        raise UnsafeMarkup(path=path, part=part)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "Excessive depth" in str(error):
            raise NestedTooDeep(path=path, limit=f"{DEEPEST:,}") from error
        reason = f"its part {part} is no sound XML ({_words(error)})"
        raise DamagedFile(path=path, format=format_name, reason=reason) from error
    # Encodings such as UTF-7 hide a declaration from the search above.
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnsafeMarkup(path=path, part=part)
    return root


def _words(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
