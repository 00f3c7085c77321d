"""HWPX, the format of Hancom Office since 2010: OWPML (KS X 6101) in a ZIP package."""

from __future__ import annotations

from collections.abc import Iterator

from yaksok.read import detect
from yaksok.read.bids import Reader, Sample
from yaksok.read.sources import RawSource
from yaksok.records.source import SourceText


def bid(sample: Sample) -> float:
    """Sure of what the signature calls HWPX."""
    return 1.0 if sample.kind == detect.HWPX else 0.0


def _read(raw: RawSource) -> SourceText:
    from yaksok.read.hwpx.reader import read  # noqa: PLC0415 - the parser is loaded only for such files

    return read(raw)


def _locate(raw: RawSource) -> Iterator[tuple[str, str | None]]:
    from yaksok.read.hwpx.locating import locate  # noqa: PLC0415 - the same

    return locate(raw)


READER = Reader("hwpx", bid, _read, isolated=True, locate=_locate)
