"""The title that a page claims: of its metadata and its headings, the one that both know."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from yaksok.records.statement import Language

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

# What parts a page's title from the names of its menus and its site.
_PARTS = re.compile(r"\s+[|<>»›:·–—-]+\s+|\s*[|»›]\s*|\s*::\s*")


def title_hint(tree: LexborHTMLParser, headings: Iterable[str]) -> str | None:
    """The page's title, as its author would give it; None if it claims none.

    In order: a heading that the page's metadata repeats, the metadata's own title for sharing, the first
    heading, and the first part of <title>.
    """
    shared = _shared_title(tree)
    named = _text(tree, "title")
    metadata = [text for text in (shared, named) if text]
    headings = [heading for heading in headings if heading]
    for heading in headings:
        if len(heading) > 3 and any(_bare(heading) in _bare(text) for text in metadata):
            return heading
    if shared:
        return _PARTS.split(shared)[0].strip() or shared
    if headings:
        return headings[0]
    return (_PARTS.split(named)[0].strip() or named) if named else None


def language_hint(tree: LexborHTMLParser) -> Language | None:
    """The language that the page's root element names, if it is one of ours."""
    root = tree.css_first("html")
    language = ((root.attributes.get("lang") if root else None) or "").lower()
    if language.startswith("ko"):
        return "ko"
    return "en" if language.startswith("en") else None


def _shared_title(tree: LexborHTMLParser) -> str:
    node = tree.css_first('meta[property="og:title"]')
    content = node.attributes.get("content") if node else None
    return " ".join((content or "").split())


def _text(tree: LexborHTMLParser, selector: str) -> str:
    node = tree.css_first(selector)
    return " ".join(node.text().split()) if node else ""


def _bare(text: str) -> str:
    return "".join(text.split())
