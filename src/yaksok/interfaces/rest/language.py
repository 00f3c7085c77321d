"""In which language an answer of the API is told."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query
from starlette.requests import HTTPConnection

from yaksok.interfaces.telling.catalogues import LANGUAGES
from yaksok.records.statement import Language

VARY = {"vary": "Accept-Language"}
"""The header that every answer carries: what is told depends on it."""


def takes_language(
    language: Annotated[
        Language | None,
        Query(
            description="Tell sentences, reasons, places, notices and errors in Korean or English; "
            "where it is not given, as `Accept-Language` says, else in English. Typed fields are the same in both."
        ),
    ] = None,
) -> Language | None:
    """The parameter as every path describes it."""
    return language


def language_asked(request: HTTPConnection) -> Language:
    """The language in `language`, else the one that `Accept-Language` prefers, else English."""
    for language in LANGUAGES:
        if request.query_params.get("language") == language:
            return language
    return preferred(request.headers.get("accept-language", ""))


def preferred(accepted: str) -> Language:
    """Korean where it is wanted more than English; of equal ones the first. Odd weights count as none."""
    weights: dict[str, float] = {}
    for part in accepted.lower().split(","):
        tag, _, weight = part.strip().partition(";")
        name = tag.strip().partition("-")[0]
        weights.setdefault(name, _weight(weight))
    korean, english = weights.get("ko", 0.0), weights.get("en", 0.0)
    first = next((name for name in weights if name in {"ko", "en"}), "en")
    return "ko" if korean > english or (korean == english > 0 and first == "ko") else "en"


def _weight(written: str) -> float:
    if not written:
        return 1.0
    name, _, value = written.partition("=")
    try:
        weight = float(value)
    except ValueError:
        return 0.0
    return weight if name.strip() == "q" and 0 <= weight <= 1 else 0.0
