"""Whether two files of a format hold the same, however they were packed."""

from __future__ import annotations

import io
import zipfile
import zlib

import olefile
import pypdfium2


def same(some: bytes, others: bytes, kind: str) -> bool:
    """Whether two files of a kind, named as their ending is, hold the same parts.

    Packing differs with the version of zlib, and a PDF with that of the program that prints it: of a PDF only
    the text of its pages is compared.
    """
    return some == others or held(some, kind) == held(others, kind)


def held(data: bytes, kind: str) -> dict[str, bytes]:
    """The parts of a file, unpacked."""
    if kind in {"docx", "hwpx"}:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    if kind == "hwp":
        with olefile.OleFileIO(io.BytesIO(data)) as compound:
            streams = compound.listdir()
            return {"/".join(path): _inflated(compound.openstream(path).read()) for path in streams}
    if kind == "pdf":
        with pypdfium2.PdfDocument(data) as document:
            pages = (page.get_textpage().get_text_range() for page in document)
            return {f"page {number}": text.encode() for number, text in enumerate(pages, 1)}
    return {"": data}


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompress(data, -zlib.MAX_WBITS)
    except zlib.error:
        # A stream that is not compressed.
        return data
