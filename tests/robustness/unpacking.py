"""Office files taken apart into the parts that readers parse, and put together again."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib

import olefile
from tests.support.office.compound import compound
from tests.support.office.hwp_writer import deflated

Parts = dict[str, bytes]
_COMPRESSED, _ENCRYPTED = 0x1, 0x6
_PDF_STREAM = re.compile(rb"<<(?:[^<>]|<<[^<>]*>>){0,400}?>>\s*stream\r?\n")
_ENDSTREAM = b"endstream"


def unpacked(data: bytes, name: str) -> Parts:
    """The parts of an intact HWPX, DOCX or HWP file, inflated."""
    return _unpacked_compound(data) if name == "hwp" else _unpacked_zip(data)


def packed(parts: Parts, name: str) -> bytes:
    """The file that the parts make."""
    return _packed_compound(parts) if name == "hwp" else packed_zip(parts)


def packed_zip(parts: Parts) -> bytes:
    """A ZIP package of the parts in their order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            stored = name == "mimetype"
            entry = zipfile.ZipInfo(name)  # of 1980: the same parts make the same bytes at any time
            archive.writestr(entry, content, zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED, 1)
    return out.getvalue()


def _unpacked_zip(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def _unpacked_compound(data: bytes) -> Parts:
    with olefile.OleFileIO(io.BytesIO(data)) as ole:
        parts = {"/".join(path): ole.openstream(path).read() for path in ole.listdir()}
    return {name: _inflated(part) if _is_deflated(name, parts) else part for name, part in parts.items()}


def _packed_compound(parts: Parts) -> bytes:
    parts = {name: part for name, part in parts.items() if name.count("/") < 2}
    return compound(
        {name: deflated(part) if _is_deflated(name, parts) else part for name, part in parts.items()}
    )


def _is_deflated(name: str, parts: Parts) -> bool:
    # Files with a password and distribution files are left as they are: their text is encrypted.
    header = parts.get("FileHeader", b"")
    flags = struct.unpack_from("<I", header, 36)[0] if len(header) >= 40 else 0
    if not flags & _COMPRESSED or flags & _ENCRYPTED:
        return False
    return name == "DocInfo" or name.startswith("BodyText/")


def _inflated(data: bytes) -> bytes:
    inflater = zlib.decompressobj(-15)
    return inflater.decompress(data) + inflater.flush()


def pdf_streams(data: bytes) -> list[tuple[int, int, bool]]:
    """Where the streams of a PDF stand, and whether they are deflated."""
    found = []
    for match in _PDF_STREAM.finditer(data):
        end = data.find(_ENDSTREAM, match.end())
        if end > match.end():
            found.append((match.end(), end, b"FlateDecode" in match.group()))
    return found
