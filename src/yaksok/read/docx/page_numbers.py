"""Lines of headers and footers that hold nothing but the number of the page."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
# Words that go with a page's number in the languages that we read.
_PAGE_WORDS = frozenset("page pages pg p of 쪽 면 페이지 중 총".split())


def is_page_number_line(text: str) -> bool:
    """Whether a line has digits and besides them only signs and words that go with page numbers."""
    if not any(sign.isdigit() for sign in text):
        return False
    return all(word.lower() in _PAGE_WORDS for word in _WORD.findall(text))
