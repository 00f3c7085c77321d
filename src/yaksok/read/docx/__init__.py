"""Word documents: WordprocessingML in a ZIP package (ECMA-376, ISO/IEC 29500), transitional and strict."""

from __future__ import annotations

from collections.abc import Iterator

from yaksok.read.bids import Reader, Sample
from yaksok.read.detect import DOCX, OLE, ZIP, has_stream
from yaksok.read.sources import RawSource
from yaksok.records.source import SourceText


def bid(sample: Sample) -> float:
    """Sure of a package with a document part, and of the compound file that an encrypted one becomes."""
    if sample.kind is DOCX:
        return 0.9
    if sample.kind is ZIP:
        # Some programs name the main part otherwise; member names stand in the directory unpacked.
        data = sample.raw.data
        return 0.8 if b"[Content_Types].xml" in data and b"word/" in data else 0.0
    if sample.kind is OLE:
        return 0.9 if has_stream(sample.raw.data, "EncryptedPackage") else 0.0
    return 0.0


def _read(raw: RawSource) -> SourceText:
    from yaksok.read.docx.reader import read  # noqa: PLC0415 - the parser is loaded only for such files

    return read(raw)


def _locate(raw: RawSource) -> Iterator[tuple[str, str | None]]:
    from yaksok.read.docx.locating import locate  # noqa: PLC0415 - the same

    return locate(raw)


READER = Reader("docx", bid, _read, isolated=True, locate=_locate)
