"""A web page or a Markdown text to lines as a reader would type them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

_HEADING = re.compile(r"#+ +")
_ESCAPED = re.compile(r"\\([*#_-])")
_SET_APART = frozenset({"h1", "h2", "h3", "h4", "dl"})
_LEVELS = "□○-*"
"""The bullets of lists by their depth."""


def lines_of_page(page: str, selector: str, *, without: str = "") -> str:
    """The lines of one part of a page; items of lists get bullets and blanks by their depth.

    `without` selects what is left out of it.
    """
    tree = LexborHTMLParser(page)
    part = tree.css_first(selector)
    if part is None:
        raise LookupError(selector)
    for node in part.css(without) if without else ():
        node.decompose()
    return "\n".join(_lines(part, 0)) + "\n"


def _lines(node: LexborNode, depth: int) -> Iterator[str]:
    own = ""
    for child in node.iter(include_text=True):
        tag = child.tag or ""
        if tag == "-text":
            own += child.text()
        elif tag in {"ul", "ol"}:
            if own.strip():
                yield _item(own, depth)
                own = ""
            for item in child.iter():
                yield from _lines(item, depth + 1)
        elif tag in {"p", "h1", "h2", "h3", "h4", "dl"}:
            if own.strip():
                yield _item(own, depth)
                own = ""
            text = child.text(separator=" ") if tag == "dl" else child.text()
            yield " " * depth + _blanks(text)
            if tag in _SET_APART:
                yield ""
        elif tag == "div":
            yield from _lines(child, depth)
        else:
            own += child.text()
    if own.strip():
        yield _item(own, depth)


def _item(text: str, depth: int) -> str:
    mark = f"{' ' * (depth - 1)}{_LEVELS[depth - 1]} " if depth else ""
    return mark + " ".join(text.split())


def _blanks(text: str) -> str:
    """White space put together, but for the fixed blanks that set a line in."""
    indent = len(text) - len(text.lstrip("\u00a0"))
    return " " * indent + " ".join(text.split())


def lines_of_markdown(text: str) -> str:
    """The lines of a Markdown text without its signs; items get bullets by their depth."""
    return "\n".join(_plain(line) for line in text.split("\n"))


def _plain(line: str) -> str:
    line = _HEADING.sub("", line.rstrip()).replace("**", "").removeprefix("> ")
    indent = len(line) - len(line.lstrip(" "))
    if line.lstrip(" ").startswith("- "):
        rest = line.lstrip(" ")[2:]
        mark = "" if rest.startswith("\\*") else f"{_LEVELS[indent // 2]} "
        line = " " * (indent // 2) + mark + rest
    return _ESCAPED.sub(r"\1", line)
