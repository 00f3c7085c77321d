"""What an address asks of a list of promises: filters and sort, checked, and the form that shows them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar, get_args

from starlette.datastructures import QueryParams

from yaksok.errors import BadDate, BadParameter, HomeParty, UnknownParty
from yaksok.records.commitment import STATUSES
from yaksok.records.promise import LEVELS
from yaksok.records.standing import SORTS, PromiseFilter, Sort
from yaksok.records.statement import Genre
from yaksok.reference.parties import HOME, party_called

GENRES: tuple[Genre, ...] = get_args(Genre)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_YEAR = re.compile(r"(?:19|20|21)\d{2}")
MOST_VALUES = 50
LONGEST = 200

_T = TypeVar("_T", bound=str)


def promise_filter(given: QueryParams) -> PromiseFilter:
    """The filter in the parameters of an address. Raises ArgumentError for a value that no list could have."""
    party = party_asked(given)
    return PromiseFilter(
        party=party,
        statuses=frozenset(_known(given, "status", STATUSES)),
        genres=frozenset(_known(given, "genre", GENRES)),
        issuers=frozenset(_texts(given, "issuer")),
        topics=frozenset(_texts(given, "topic")),
        documents=frozenset(_texts(given, "document")),
        years=_years(given),
        due_from=_day(given, "due_from"),
        due_until=_day(given, "due_until"),
        late=_truth(given, "late"),
        testable=_truth(given, "testable"),
        self_reported=_truth(given, "self_reported"),
        strengths=frozenset(_known(given, "strength", LEVELS)),
    )


def party_asked(given: QueryParams) -> str | None:
    """The party in `party`, by id or name. Raises UnknownParty, HomeParty."""
    written = (given.get("party") or "").strip()
    if not written:
        return None
    party = party_called(written[:LONGEST])
    if party is None:
        raise UnknownParty(value=written[:40])
    if party == HOME:
        raise HomeParty(value=party)
    return party


def sort_asked(given: QueryParams, default: Sort = "-day") -> Sort:
    """The order in `sort`. Raises BadParameter."""
    written = given.get("sort") or default
    for sort in SORTS:
        if sort == written:
            return sort
    raise BadParameter(name="sort", value=written[:40], known=", ".join(SORTS))


def limit_asked(given: QueryParams, *, default: int = 50, most: int = 200) -> int:
    """How many rows `limit` asks for. Raises BadParameter."""
    written = given.get("limit") or str(default)
    if not written.isascii() or not written.isdigit() or len(written) > 6 or not 1 <= int(written) <= most:
        raise BadParameter(name="limit", value=written[:40], known=f"1 to {most}")
    return int(written)


def _texts(given: QueryParams, name: str) -> list[str]:
    return [value[:LONGEST] for value in given.getlist(name)[:MOST_VALUES] if value]


def _known(given: QueryParams, name: str, known: Sequence[_T]) -> list[_T]:
    values = _texts(given, name)
    for value in values:
        if value not in known:
            raise BadParameter(name=name, value=value[:40], known=", ".join(known))
    return [one for one in known if one in values]


def _truth(given: QueryParams, name: str) -> bool | None:
    written = given.get(name) or ""
    if written not in {"", "true", "false"}:
        raise BadParameter(name=name, value=written[:40], known="true, false")
    return {"": None, "true": True, "false": False}[written]


def _day(given: QueryParams, name: str) -> str | None:
    written = given.get(name) or ""
    if written and not _DAY.fullmatch(written):
        raise BadDate(value=written[:40])
    return written or None


def _years(given: QueryParams) -> tuple[int, int] | None:
    first, last = ((given.get(name) or "") for name in ("year_from", "year_until"))
    for name, written in (("year_from", first), ("year_until", last)):
        if written and not _YEAR.fullmatch(written):
            raise BadParameter(name=name, value=written[:40], known="1900 to 2199")
    return (int(first or 1900), int(last or 2199)) if first or last else None
