"""What a search found as JSON objects."""

from __future__ import annotations

from typing import Any

from yaksok.records.search import DocumentHit, Hit, SearchResult
from yaksok.records.statement import Language
from yaksok.search.notices import in_words


def result_record(result: SearchResult, *, language: Language = "en") -> dict[str, Any]:
    """A page of hits with all that concerns the search."""
    return {
        "query": result.query,
        "level": result.level,
        "total": result.total,
        "exact": result.exact,
        "hits": [hit_record(hit) for hit in result.hits],
        "documents": [document_record(hit) for hit in result.documents],
        "facets": facet_record(result),
        "also": [{"words": words, "name": name} for words, name in result.also],
        "notices": [in_words(notice, language) for notice in result.notices],
        "next": result.next or None,
        "previous": result.previous or None,
    }


def hit_record(hit: Hit) -> dict[str, Any]:
    """A statement that was found; spans count characters, `matches` those of its text, `places` the document's."""
    return {
        "doc": hit.doc,
        "n": hit.n,
        "id": hit.id,
        "text": hit.text,
        "span": list(hit.span),
        "matches": [list(span) for span in hit.matches],
        "places": [list(span) for span in hit.places],
        "trail": list(hit.trail),
        "role": hit.role,
        "act": hit.act,
        "parties": list(hit.parties),
        "topics": list(hit.topics),
        "status": hit.status,
        "due": hit.due,
        "title": hit.title,
        "issuer": hit.issuer,
        "genre": hit.genre,
        "published": hit.published,
        "language": hit.language,
        "score": round(hit.score, 4),
    }


def document_record(hit: DocumentHit) -> dict[str, Any]:
    """A document that was found, with its best statements."""
    return {
        "doc": hit.doc,
        "title": hit.title,
        "issuer": hit.issuer,
        "genre": hit.genre,
        "published": hit.published,
        "language": hit.language,
        "score": round(hit.score, 4),
        "statements": [hit_record(statement) for statement in hit.statements],
    }


def facet_record(result: SearchResult) -> dict[str, dict[str, int]]:
    """How many of all hits have which values."""
    return {facet.name: {count.value: count.number for count in facet.counts} for facet in result.facets}
