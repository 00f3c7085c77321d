"""Ids that are hashes of what a record says, so that the same input has the same ids everywhere."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from yaksok.records.mentions import Span

ID_BYTES = 16
"""128 bits: two different records meet with a chance of one in 10**18 among 10**10 of them."""


def digest(parts: Iterable[object]) -> str:
    """The id of a record that says `parts`, in hexadecimal.

    Every part is preceded by its length, so that ("ab", "c") and ("a", "bc") differ.
    """
    said = hashlib.blake2b(digest_size=ID_BYTES)
    for part in parts:
        words = str(part).encode("utf-8", "surrogatepass")
        said.update(f"{len(words)}:".encode())
        said.update(words)
    return said.hexdigest()


def document_id(address: str) -> str:
    """A document is what lies at one address, through all its versions."""
    return digest(("document", address))


def version_id(document: str, source_hash: str, supersedes: str | None) -> str:
    """A version is one reading of a document, in its place after the version it supersedes."""
    return digest(("version", document, source_hash, supersedes or ""))


def statement_id(source_hash: str, span: Span, text: str) -> str:
    """A statement is a stretch of a source: the same wherever the source is stored."""
    return digest(("statement", source_hash, span[0], span[1], text))


def run_id(row: Mapping[str, str]) -> str:
    """A run is one call of a command; its nonce tells it from others of the same moment."""
    return digest(("run", *(row[name] for name in ("command", "program", "rules", "started_at", "nonce"))))


def sighting_id(address: str, source_hash: str) -> str:
    """A sighting says that a content was found at an address."""
    return digest(("sighting", address, source_hash))


def problem_id(address: str, source_hash: str, number: str, span: Span | None) -> str:
    """A problem is one error number at one place of one content of one address.

    `source_hash` is empty where the file could not even be opened.
    """
    return digest(("problem", address, source_hash, number, span))


def series_id(version: str, indicator: str, unit: str, promise: str | None) -> str:
    """A series says of one version of a file what it measures, in which unit, and for which promise."""
    return digest(("series", version, indicator, unit, promise or ""))
