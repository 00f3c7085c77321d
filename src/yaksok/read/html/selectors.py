"""Addresses of a page's elements: CSS selectors, which a browser's console finds (Selectors Level 4)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

_PLAIN_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,60}")
_DEEPEST = 60
"""Steps of an address; pages that nest deeper get addresses that end there."""


@dataclass(slots=True)
class Steps:
    """The address of an open element, and how many children of each kind it has had."""

    selector: str
    depth: int = 0
    children: Counter[str] = field(default_factory=Counter)

    def child(self, tag: str, element_id: str | None, known_ids: set[str]) -> Steps:
        """The next child. One with an id of its own begins an address anew, so that addresses stay short.

        An id that stood on the page before does not: a browser finds the first of them.
        """
        self.children[tag] += 1
        if element_id and element_id not in known_ids and _PLAIN_NAME.fullmatch(element_id):
            known_ids.add(element_id)
            return Steps(f"#{element_id}")
        if self.depth >= _DEEPEST:
            return Steps(self.selector, self.depth)
        number = self.children[tag]
        return Steps(f"{self.selector} > {tag}:nth-of-type({number})", self.depth + 1)
