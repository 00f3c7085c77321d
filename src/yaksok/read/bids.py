"""How readers offer themselves for a file, and which one gets it.

A format is a folder in this package whose `__init__` defines `READER`. A new folder is found by
itself; folders without one hold what several readers share. Each reader bids from 0 (not mine) to 1 (certain) on the content; the surest wins, and of
equals the first by name, so that the choice is the same on every machine.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from yaksok.errors import (
    FormatNotReadableYet,
    FormatNotSupported,
    NotText,
    OldHancomFormat,
    ReadingError,
)
from yaksok.read.detect import HWP3, HWPML, FileKind, detect
from yaksok.read.sources import RawSource
from yaksok.records.source import SourceText


@dataclass(frozen=True, slots=True)
class Sample:
    """What a reader bids on: the source, and the format whose signature it carries, if any."""

    raw: RawSource
    kind: FileKind | None


@dataclass(frozen=True, slots=True)
class Reader:
    """One format's offer.

    `bid` must be quick and never raise; `read` may raise a ReadingError. `isolated` marks parsers of
    untrusted structure, which run in a process of their own (see `worker`). `locate` finds the paragraphs
    of a file on another way than `read`, for checks: the path of each and its characters, None where that
    way cannot tell them.
    """

    name: str
    bid: Callable[[Sample], float]
    read: Callable[[RawSource], SourceText]
    isolated: bool
    locate: Callable[[RawSource], Iterator[tuple[str, str | None]]] | None = None


@cache
def readers() -> tuple[Reader, ...]:
    """All readers, by name."""
    package = importlib.import_module("yaksok.read")
    folders = (entry.name for entry in pkgutil.iter_modules(package.__path__) if entry.ispkg)
    modules = (importlib.import_module(f"yaksok.read.{folder}") for folder in folders)
    found = (module.READER for module in modules if hasattr(module, "READER"))
    return tuple(sorted(found, key=lambda reader: reader.name))


def choose_reader(raw: RawSource) -> Reader:
    """The reader that is surest of the source.

    Raises OldHancomFormat for HWP 3 and HWPML, FormatNotReadableYet for other office formats without a
    reader, FormatNotSupported for other known formats, and NotText for bytes that nobody wants.
    """
    sample = Sample(raw, detect(raw.data))
    best = max(readers(), key=lambda reader: reader.bid(sample))
    if best.bid(sample) > 0:
        return best
    if sample.kind is None:
        raise NotText(path=raw.origin)
    raise _refusal(sample.kind)(path=raw.origin, format=sample.kind.name)


def _refusal(kind: FileKind) -> type[ReadingError]:
    """Why no reader wants a known format."""
    if kind in (HWP3, HWPML):
        return OldHancomFormat
    return FormatNotReadableYet if kind.office else FormatNotSupported
