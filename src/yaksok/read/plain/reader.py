"""Text as people paste it or extract it: decoded, cleaned, and otherwise left as it is."""

from __future__ import annotations

import re

from yaksok.read.cleaning import clean
from yaksok.read.decoding import decode
from yaksok.read.sources import RawSource
from yaksok.records.source import SourceText

# What only Markdown writes: ATX headings, link targets, table rulers, fences, bold.
_MARKDOWN = re.compile(
    r"^(?:#{1,6} \S|```|\|? ?:?-{3,}:? ?\|)|\]\(https?://|\*\*[^*\s][^*\n]{0,200}\*\*", re.MULTILINE
)
_SAMPLE_CHARACTERS = 20_000


def read(raw: RawSource) -> SourceText:
    """The text of a plain file. Raises NotText, EncodingUnknown or SourceEmpty."""
    decoded = decode(raw.data, origin=raw.origin)
    cleaned = clean(decoded, origin=raw.origin)
    markdown = _MARKDOWN.search(cleaned.text, 0, _SAMPLE_CHARACTERS) is not None
    return SourceText(
        text=cleaned.text,
        media_type="text/markdown" if markdown else "text/plain",
        sha256=raw.sha256,
        encoding=decoded.encoding,
        origin=raw.origin,
        page_breaks=cleaned.page_breaks,
        problems=cleaned.problems,
    )
