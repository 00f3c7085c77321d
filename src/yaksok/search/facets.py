"""How many of all hits have which values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from yaksok.records.search import Facet, FacetCount, FacetName, SearchLevel

_MOST = 40
"""So many values of a facet are listed."""

OF_DOCUMENTS: tuple[FacetName, ...] = ("party", "issuer", "genre", "year", "topic", "language")
OF_STATEMENTS: tuple[FacetName, ...] = (
    "party",
    "act",
    "issuer",
    "genre",
    "year",
    "topic",
    "language",
    "role",
)


def facets_of(level: SearchLevel) -> tuple[FacetName, ...]:
    """The facets that hits of a level have."""
    return OF_DOCUMENTS if level == "document" else OF_STATEMENTS


def counted(searcher: Any, query: Any, names: Sequence[FacetName]) -> tuple[Facet, ...]:
    """The facets of all entries that a query finds."""
    if not names:
        return ()
    asked = {name: {"terms": {"field": name, "size": _MOST}} for name in names}
    found = searcher.aggregate(query, asked)
    return tuple(_facet(name, found.get(name, {})) for name in names)


def _facet(name: FacetName, found: Mapping[str, Any]) -> Facet:
    counts = [
        FacetCount(_value(bucket["key"]), int(bucket["doc_count"])) for bucket in found.get("buckets", ())
    ]
    if name == "year":
        counts.sort(key=lambda count: count.value, reverse=True)
    else:
        counts.sort(key=lambda count: (-count.number, count.value))
    return Facet(name, tuple(counts), int(found.get("sum_other_doc_count", 0)))


def _value(key: Any) -> str:
    return str(int(key)) if isinstance(key, (int, float)) else str(key)
