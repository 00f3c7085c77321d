"""A page of a PDF as a picture, for people to look at beside its text. To be called in a worker process."""

from __future__ import annotations

import math
import struct
import zlib
from dataclasses import dataclass

from pypdfium2 import PdfiumError

from yaksok.errors import DamagedFile, PageNotFound
from yaksok.read.pdf import library
from yaksok.read.sources import RawSource

SHARPNESS = 2.0
"""Picture points to a point of the page (1/72 inch), so that small print can be read."""
MOST_PIXELS = 4_000_000
"""A page of A4 has some two million at full sharpness; larger ones are drawn coarser."""
_HEAD = b"\x89PNG\r\n\x1a\n"
_QUICK = 4


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as PNG, with its size in points and how many pages its file has."""

    png: bytes
    width: float
    height: float
    pages: int


def picture_of(task: tuple[RawSource, int]) -> PagePicture:
    """The picture of a page, counted from 1. Raises as `library.open_document` does, and PageNotFound."""
    raw, number = task
    document = library.open_document(raw)
    try:
        if not 1 <= number <= len(document):
            raise PageNotFound(path=f"page {number}")
        page = document[number - 1]
        width, height = page.get_size()
        if not (1 <= width <= 20_000 and 1 <= height <= 20_000):
            raise DamagedFile(path=raw.origin, format="PDF", reason=f"page {number} has no sensible size")
        scale = min(SHARPNESS, math.sqrt(MOST_PIXELS / (width * height)))
        bitmap = page.render(scale=scale, rev_byteorder=True)
        png = _png(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, bitmap.n_channels)
        return PagePicture(png, width, height, len(document))
    except PdfiumError as error:
        raise DamagedFile(path=raw.origin, format="PDF", reason=f"page {number} cannot be drawn") from error
    finally:
        document.close()


def _png(pixels: bytes, width: int, height: int, stride: int, channels: int) -> bytes:
    """Rows of pixels (grey, RGB or RGBA, 8 bits each) as PNG."""
    colour = {1: 0, 3: 2, 4: 6}[channels]
    size = width * channels
    rows = b"".join(b"\0" + pixels[at : at + size] for at in range(0, height * stride, stride))
    head = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    return b"".join(
        (_HEAD, _chunk(b"IHDR", head), _chunk(b"IDAT", zlib.compress(rows, _QUICK)), _chunk(b"IEND", b""))
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)
