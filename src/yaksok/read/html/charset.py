"""The charset that a page declares for itself, and how deep its tags nest."""

from __future__ import annotations

import re

_META = re.compile(rb"<meta\s[^>]{0,500}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:.\-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"']([a-zA-Z0-9_:.\-]{2,40})[\"']", re.IGNORECASE)
_HEAD_BYTES = 8192

# Elements that cannot hold others, or end by themselves when the next one begins (HTML, 13.1.2.4).
_SHALLOW = frozenset(
    "area base br col embed hr img input link meta source track wbr p li dt dd option tr td th".split()
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")


def declared_charset(data: bytes) -> str | None:
    """The name in the page's `meta` or XML declaration, None if there is none."""
    head = data[:_HEAD_BYTES]
    match = _META.search(head) or _XML.match(head.lstrip())
    return match.group(1).decode("ascii") if match else None


def nests_deeper_than(markup: str, limit: int) -> bool:
    """Whether elements stand open inside each other more than `limit` deep.

    A parser's time grows with the square of the depth, so this is asked before parsing. Tags in comments and
    scripts count too: they are few beside the limit.
    """
    if markup.count("<") <= limit:
        return False
    depth = 0
    for match in _TAG.finditer(markup):
        closing, name = match.groups()
        if name.lower() in _SHALLOW:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        if depth > limit:
            return True
    return False
