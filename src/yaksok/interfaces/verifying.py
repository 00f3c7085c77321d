"""Verifying files: each is read in two processes of their own, and everything is checked against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, tee

from yaksok.errors import YaksokError
from yaksok.interfaces.documents import ReadDocument, Work, opened, read_opened, work_of, work_origin
from yaksok.read import DEFAULT_MAX_BYTES, RawSource, choose_reader
from yaksok.read.worker import DEFAULT_LIMITS, Limits, map_guarded
from yaksok.views.earlier_readings import EarlierReading, reading_differences, reading_of
from yaksok.views.verification import Difference, address_differences, differences, fingerprint

MOST_DIFFERENCES = 1_000
"""Differences that are told of one file; one that has so many is another file."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was checked of one file.

    `paragraphs` is how many with text it has, and how many of them were compared with the file itself; None for
    formats without addresses that can be found on a second way.
    """

    statements: int
    characters: int
    paragraphs: tuple[int, int] | None
    fingerprint: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Verified:
    """What became of one file: exactly one of `report` and `error` is set."""

    origin: str
    report: Report | None = None
    error: YaksokError | None = None


def verify_many(
    paths: Iterable[str],
    readings: Sequence[EarlierReading] | None = None,
    *,
    max_bytes: int = DEFAULT_MAX_BYTES,
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[Verified]:
    """What became of each file, in the order given; with `readings`, each is held against its earlier reading."""
    first, second = tee(work_of(paths, max_bytes))
    tasks = ((work, _chosen(work, readings)) for work in first)
    checked = map_guarded(check_work, tasks, name=_task_origin, limits=limits)
    # A second process has other hashes of strings, so what depends on the order of a set comes to light.
    again = map_guarded(fingerprint_work, second, name=work_origin, limits=limits)
    for outcome, repeated in zip(checked, again, strict=True):
        error = outcome.error or repeated.error
        if error is not None:
            yield Verified(outcome.name, error=error)
            continue
        report = outcome.result()
        if report.fingerprint != repeated.result():
            other = Difference(None, "second reading", "the same as the first", "another")
            report = replace(report, differences=(*report.differences, other))
        yield Verified(outcome.name, report=report)


Earlier = EarlierReading | Difference | None
"""What a file is held against, or that there is nothing of it."""
Task = tuple[Work, Earlier]


def check_work(task: Task) -> Report:
    """One file read and checked, in a worker process. Raises a ReadingError."""
    work, earlier = task
    raw = opened(work)
    read = read_opened(raw)
    found, paragraphs = check_read(raw, read)
    if isinstance(earlier, Difference):
        found.append(earlier)
    elif earlier is not None:
        found += islice(reading_differences(earlier, read.source, read.document), MOST_DIFFERENCES)
    return Report(
        statements=len(read.document.statements),
        characters=len(read.document.text),
        paragraphs=paragraphs,
        fingerprint=fingerprint(read.source, read.document),
        differences=tuple(found[:MOST_DIFFERENCES]),
    )


def check_read(raw: RawSource, read: ReadDocument) -> tuple[list[Difference], tuple[int, int] | None]:
    """What does not hold of a reading and of its addresses in the file, and how many paragraphs were compared."""
    found = list(islice(differences(read.source, read.document), MOST_DIFFERENCES))
    locate = choose_reader(raw).locate
    if locate is None:
        return found, None
    located = list(locate(raw))
    found += islice(address_differences(read.source, located), MOST_DIFFERENCES)
    texts = [text for _, text in located if text is None or text.strip()]
    return found, (len(texts), len(texts) - texts.count(None))


def fingerprint_work(work: Work) -> str:
    """The fingerprint of one file's reading, in a worker process. Raises a ReadingError."""
    read = read_opened(opened(work))
    return fingerprint(read.source, read.document)


def _chosen(work: Work, readings: Sequence[EarlierReading] | None) -> Earlier:
    if readings is None:
        return None
    path = work_origin(work)
    nothing = Difference(None, "earlier reading", f"one of {path}", f"{len(readings)} of other files")
    return reading_of(path, readings) or nothing


def _task_origin(task: Task) -> str:
    return work_origin(task[0])
