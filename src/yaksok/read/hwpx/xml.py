"""OWPML elements by their local names: the namespaces changed with the years (2010, 2011, 2016, 2024)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element


@lru_cache(maxsize=1024)
def local(tag: str) -> str:
    """The name of an element without its namespace."""
    return tag.rpartition("}")[2]


def children(element: _Element, name: str) -> Iterator[_Element]:
    """The children with a local name."""
    return (child for child in element if local(child.tag) == name)


def child(element: _Element, name: str) -> _Element | None:
    """The first child with a local name."""
    return next(children(element, name), None)


def number(text: str | None, default: int = 0) -> int:
    """An attribute's whole number; the default where it is none. Unsigned 32-bit minus one is -1."""
    if text is None:
        return default
    small = _SMALL.get(text)
    if small is not None:
        return small
    if len(text) > 12:
        return default
    try:
        value = int(text)
    except ValueError:
        return default
    return value - 2**32 if value >= 2**31 and value < 2**32 else value


# Nearly all numbers in a section are rows, columns and spans.
_SMALL = {str(value): value for value in range(256)}
