"""HWP 5, the format of Hancom Office from 2000 on: records in streams of a compound file."""

from __future__ import annotations

from yaksok.read import detect
from yaksok.read.bids import Reader, Sample
from yaksok.read.sources import RawSource
from yaksok.records.source import SourceText

_SIGNATURE = b"HWP Document File"


def bid(sample: Sample) -> float:
    """Sure of HWP 5, and of the older formats of the same program, to say what to do with them."""
    if sample.kind in {detect.HWP5, detect.HWP3, detect.HWPML}:
        return 1.0
    # A file that was cut off has lost its directory, but not the signature of the document in it.
    return 0.9 if sample.kind == detect.OLE and _SIGNATURE in sample.raw.data else 0.0


def _read(raw: RawSource) -> SourceText:
    from yaksok.read.hwp.reader import read  # noqa: PLC0415 - the parser is loaded only for such files

    return read(raw)


READER = Reader("hwp", bid, _read, isolated=True)
