"""Web pages."""

from __future__ import annotations

import re

from yaksok.read.bids import Reader, Sample
from yaksok.read.sources import RawSource
from yaksok.records.source import SourceText

_HEAD_BYTES = 8192
# Tags that only a page has, and tags that a fragment of one begins with.
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_FRAGMENT = re.compile(
    rb"\s*<(?:!--|div|p|table|ul|ol|section|article|main|h[1-6]|meta|title|span|font|style|link)\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    rb"</(?:div|p|table|tr|td|ul|ol|li|section|article|main|h[1-6]|title|span|font)\s*>", re.IGNORECASE
)


def bid(sample: Sample) -> float:
    """Sure of a page by its first tags; fairly sure of a fragment that begins with a tag and closes some."""
    if sample.kind is not None:
        return 0.0
    # Tags are ASCII: without zero bytes UTF-16 shows them as well.
    head = sample.raw.data[:_HEAD_BYTES].replace(b"\0", b"")
    if _PAGE.search(head, 0, 2048):
        return 0.9
    head = head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    return 0.7 if _FRAGMENT.match(head) and _CLOSING.search(head) else 0.0


def _read(raw: RawSource) -> SourceText:
    from yaksok.read.html.reader import read  # noqa: PLC0415 - the parser is loaded only for web pages

    return read(raw)


READER = Reader("html", bid, _read, isolated=True)
