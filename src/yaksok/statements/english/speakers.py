"""The country that speaks in an English document: that of the ministry, leader or mission that issues it."""

from __future__ import annotations

import re
from functools import cache

from yaksok.reference.tables import rows

# Only the letterhead, title and date line say who speaks.
_HEAD = 1200
_OFFICE = re.compile(
    r"\b(?:Ministry|Minister|Department|Secretary|Embassy|President|Prime Minister|Government|Spokesperson|Cabinet)\b"
    r"[^.;:\n]{0,60}?\b(?:of|for)\s(?:the\s)?(?:(?:Republic|Kingdom|State|Commonwealth)\sof\s(?:the\s)?)?([A-Z][\w.]+(?:\s[A-Z][\w.]+)?)"
)
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


def _country(words: str) -> str | None:
    table = _countries()
    return table.get(words.lower()) or table.get(words.split(" ", maxsplit=1)[0].lower())


def home_of(text: str) -> str | None:
    """The id of the country whose ministry or leader speaks, read from the head of the document's text.

    None where the head names no office of one country.
    """
    head = text[:_HEAD]
    for match in (*_LETTERHEAD.finditer(head), *_OFFICE.finditer(head)):
        country = _country(match.group(1))
        if country is not None:
            return country
    return next((country for form, country in _OFFICES if form in head), None)
