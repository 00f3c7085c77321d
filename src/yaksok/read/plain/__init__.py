"""Plain text and Markdown."""

from __future__ import annotations

from yaksok.read.bids import Reader, Sample
from yaksok.read.plain.reader import read


def bid(sample: Sample) -> float:
    """Text is what is left when no signature says otherwise; any surer reader goes before."""
    return 0.1 if sample.kind is None else 0.0


READER = Reader("plain", bid, read, isolated=False)
