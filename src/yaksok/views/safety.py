"""What of a document's own words may be shown as it is, and which of its addresses may become links."""

from __future__ import annotations

import re

# Controls, invisible and direction-changing signs, halves of pairs, and what no page may hold. Readers leave
# none in a text, but names of authors, dates, addresses and paths come as the file has them.
_UNFIT = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
# Blanks and controls are what browsers skip when they look for "javascript:".
_SAFE_LINK = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f\x7f]+\Z", re.IGNORECASE)
_LONGEST_LINK = 4_000


def visible(text: str) -> str:
    """The text with � for every sign that would hide something or that no page may hold."""
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)


def is_safe_link(target: str) -> bool:
    """Whether an address leads to a page or a mailbox and nowhere else, without hidden signs or blanks."""
    return (
        len(target) <= _LONGEST_LINK
        and _SAFE_LINK.match(target) is not None
        and _UNFIT.search(target) is None
    )
