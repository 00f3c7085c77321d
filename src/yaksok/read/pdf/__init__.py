"""PDF files: printed pages, read back into lines, tables and notes."""

from __future__ import annotations

from yaksok.read.bids import Reader, Sample
from yaksok.read.detect import PDF
from yaksok.read.sources import RawSource
from yaksok.records.source import SourceText


def bid(sample: Sample) -> float:
    """Sure of a file with the signature of a PDF."""
    return 1.0 if sample.kind == PDF else 0.0


def _read(raw: RawSource) -> SourceText:
    from yaksok.read.pdf.reader import read  # noqa: PLC0415 - PDFium is loaded only for PDF files

    return read(raw)


READER = Reader("pdf", bid, _read, isolated=True)
