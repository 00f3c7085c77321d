"""The country that speaks in an English document: that of the ministry, leader or mission that issues it."""

from __future__ import annotations

import re
from functools import cache

from yaksok.reference.tables import rows

# Only the letterhead, title and date line say who speaks.
_HEAD = 1200
_OFFICE = re.compile(
    r"\b(?:Ministry|Minister|Department|Secretary|Embassy|President|Prime Minister|Government|Spokesperson|Cabinet)\b"
    r"([^.;:\n]{0,90})"
)
_OF = re.compile(
    r"\b(?:of|for|,)\s(?:the\s)?(?:(?:Republic|Kingdom|State|Commonwealth)\sof\s(?:the\s)?)?([A-Z][\w.]+(?:\s[A-Z][\w.]+)?)"
)
# "Seoul, January 16, 2025", "HANOI, July 2": the place-and-date line.
_DATELINE = re.compile(r"^\s*([A-Z][\w’' ]{2,30}),\s(?:\d{1,2}\s)?[A-Z][a-z]{2,8}", re.MULTILINE)
_VISIT = re.compile(r"\b[Vv]isit(?:s|ed|ing)?\s(?:to\s)?(?:the\s)?([A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2})")
_LETTERHEAD = re.compile(
    r"^\s*(?:THE\s|The\s)?(?:REPUBLIC|Republic|KINGDOM|Kingdom|GOVERNMENT|Government|COMMONWEALTH|Commonwealth)\s(?:OF|of)\s(?:THE\s|the\s)?"
    r"([A-Z][\w.]+(?:\s[A-Z][\w.]+)?)\s*$",
    re.MULTILINE,
)
_OFFICES = (("The White House", "USA"), ("U.S. Department of State", "USA"), ("State Department", "USA"), ("GOV.UK", "GBR"),
            ("Commonwealth & Development Office", "GBR"), ("Commonwealth and Development Office", "GBR"),
            ("Global Affairs Canada", "CAN"), ("Republic of Korea", "KOR"), ("ROK", "KOR"))  # fmt: skip


@cache
def _countries() -> dict[str, str]:
    """Ids by the names of countries, in lower case."""
    found = {"korea": "KOR", "rok": "KOR"}
    for row in rows("countries"):
        for name in (row["english"], *row["english_forms"].split("|")):
            if name:
                found.setdefault(name.lower(), row["id"])
    return found


@cache
def _capitals() -> dict[str, str]:
    return {row["city"].casefold(): row["id"] for row in rows("english_capitals")}


def _country(words: str) -> str | None:
    table = _countries()
    return table.get(words.lower()) or table.get(words.split(" ", maxsplit=1)[0].lower())


def home_of(text: str) -> str | None:
    """The id of the country whose ministry or leader speaks, read from the head of the document's text.

    None where the head names no office of one country.
    """
    head = text[:_HEAD]
    for letterhead in _LETTERHEAD.finditer(head):
        if country := _country(letterhead.group(1)):
            return country
    for office in _OFFICE.finditer(head):
        for owner in _OF.finditer(office.group(1)):
            if country := _country(owner.group(1)):
                return country
    named = next((country for form, country in _OFFICES if form in head), None)
    return named or _of_dateline(head)


def _of_dateline(head: str) -> str | None:
    for match in _DATELINE.finditer(head):
        country = _capitals().get(match.group(1).casefold())
        if country is not None and not _is_visited(head, country):
            return country
    return None


def _is_visited(head: str, country: str) -> bool:
    """Whether the head tells of a visit to the country, so that somebody else speaks from there."""
    return any(
        _country(found.group(1)) == country or _country(found.group(1).rpartition(" ")[0]) == country
        for found in _VISIT.finditer(head)
    )
