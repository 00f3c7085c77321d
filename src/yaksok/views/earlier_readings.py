"""Earlier readings, as `yaksok read` wrote them, against what is read now."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from yaksok.errors import NotAReading
from yaksok.records.mentions import Span
from yaksok.records.source import SourceText
from yaksok.records.statement import Document
from yaksok.views.addresses import Addresses
from yaksok.views.alignment import aligned
from yaksok.views.verification import Difference, quoted

_MENTIONS = ("parties", "times", "quantities", "names")


@dataclass(frozen=True, slots=True)
class Words:
    """Words that a reading has at a span, and what they are."""

    what: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class EarlierStatement:
    """What an earlier reading says of one statement, as far as the source can prove it."""

    n: int
    role: str
    words: tuple[Words, ...]
    path: str | None
    start: int | None


@dataclass(frozen=True, slots=True)
class EarlierReading:
    """An earlier reading of one document."""

    path: str
    sha256: str
    text: str
    statements: tuple[EarlierStatement, ...]


def earlier_readings(data: bytes, *, origin: str) -> list[EarlierReading]:
    """The readings in the output of `yaksok read`. Raises NotAReading."""
    documents: list[tuple[dict[str, Any], list[EarlierStatement]]] = []
    for number, line in enumerate(data.split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            if record["record"] == "document":
                documents.append((record, []))
            else:
                documents[-1][1].append(_statement(record))
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            raise NotAReading(path=origin, line=number) from error
    if not documents:
        raise NotAReading(path=origin, line=1)
    return [_reading(record, statements, origin) for record, statements in documents]


def reading_of(path: str, readings: Sequence[EarlierReading]) -> EarlierReading | None:
    """The reading of a file: by its path, else by its name, else the only one there is."""
    for key in (str, lambda name: PurePath(name).name):
        found = [reading for reading in readings if key(reading.path) == key(path)]
        if len(found) == 1:
            return found[0]
    return readings[0] if len(readings) == 1 else None


def reading_differences(
    earlier: EarlierReading, source: SourceText, document: Document
) -> Iterator[Difference]:
    """What an earlier reading says that its source does not bear out now."""
    if earlier.sha256 != source.sha256:
        yield Difference(None, "SHA-256 of the source", earlier.sha256, source.sha256)
    if earlier.text != document.text:
        at = _agree(earlier.text, document.text)
        yield Difference(
            None, f"text from character {at} on", quoted(earlier.text[at:]), quoted(document.text[at:])
        )
    addresses = Addresses(document.layout) if document.layout is not None else None
    for statement in earlier.statements:
        yield from _statement_differences(statement, document.text, addresses)


def _statement_differences(
    statement: EarlierStatement, text: str, addresses: Addresses | None
) -> Iterator[Difference]:
    for words in statement.words:
        # Furniture is shown in short, so only its place can be held.
        inside = 0 <= words.span[0] <= words.span[1] <= len(text)
        if not inside or (statement.role != "meta" and aligned(words.text, text, words.span) is None):
            yield Difference(statement.n, words.what, quoted(words.text), quoted(text[slice(*words.span)]))
    if statement.path is None:
        return
    now = addresses.of(statement.words[0].span) if addresses is not None else None
    then = f"{statement.path}:{statement.start}"
    if now is None or (now.path, now.start) != (statement.path, statement.start):
        yield Difference(statement.n, "address", then, f"{now.path}:{now.start}" if now else "none")


def _agree(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    shorter = min(len(one), len(other))
    return next((at for at in range(shorter) if one[at] != other[at]), shorter)


def _reading(
    record: Mapping[str, Any], statements: Iterable[EarlierStatement], origin: str
) -> EarlierReading:
    source = record.get("source")
    known = source if isinstance(source, dict) else {}
    path, sha256, text = known.get("path"), known.get("sha256"), record.get("text")
    if not (isinstance(path, str) and isinstance(sha256, str) and isinstance(text, str)):
        raise NotAReading(path=origin, line=1)
    return EarlierReading(path, sha256, text, tuple(statements))


def _statement(record: Mapping[str, Any]) -> EarlierStatement:
    """One record of a statement. Raises KeyError, TypeError or ValueError for what is none."""
    address = record.get("address") or {}
    path = address.get("path")
    words = [_words("text", record)]
    words += [_words(f"mention in {name}", mention) for name in _MENTIONS for mention in record[name]]
    return EarlierStatement(
        n=_whole(record["n"]),
        role=str(record["role"]),
        words=tuple(words),
        path=None if path is None else str(path),
        start=None if path is None else _whole(address["start"]),
    )


def _words(what: str, record: Mapping[str, Any]) -> Words:
    start, end = record["span"]
    return Words(what, str(record["text"]), (_whole(start), _whole(end)))


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(value)
    return value
