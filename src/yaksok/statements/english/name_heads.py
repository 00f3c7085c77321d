"""What a capitalised English title is the name of, by its head noun."""

from __future__ import annotations

import re
from functools import cache

from yaksok.records.mentions import NameType
from yaksok.reference.tables import rows

# Words that make no name of their own in front of a head: "Joint Statement", "the 3rd Working Group".
GENERIC = frozenset(
    "joint action working special high-level annual ministerial bilateral trilateral national foreign regional"
    " senior press fact outcome leaders' leaders’ ministers' ministers’ summit ministers leaders international new next"
    " common mutual official plenary opening closing final general technical expert experts second first third"
    " fourth fifth sixth inaugural the this government official officials' state work implementation master"
    " inter-governmental intergovernmental informal regular extraordinary virtual economic strategic policy security"
    " defense defence free trade cooperation white strategy vice-ministerial director-general ministerial-level".split()
)
# A title with one of these names a ministry, firm or war, never a name of the kinds sought.
EXCLUDED = frozenset(
    "Ministry Ministries Department Embassy Division Government Governments Minister Inc Ltd Corp Corporation War"
    " Consulate Parliament Administration Cabinet President Secretary Ambassador Director Chairman"
    " Senate Congress House Army Navy Hyundai Samsung LG SK Hanwha Lotte POSCO Doosan Kia Toyota Airlines Electronics"
    " Motors Motor Holdings Governor Mayor Bureau".split()
)
# These make a place only at the end ("the Cook Islands", but "Pacific Islands Leaders Meeting").
_PLACES = frozenset("Province City Airport Sea Strait Peninsula Ocean Island Islands River County".split())
_INSTITUTIONS = frozenset(
    "National Assembly|Supreme Court|Constitutional Court|Blue House|White House|Security Council|General Assembly"
    "|Foreign Office|Coast Guard|House of Representatives".split("|")
)
# Bodies of one state: with a foreign country in front they are its agencies.
AGENCIES = frozenset(
    "Agency Foundation Bank Commission Authority Office Court Council Institute Board Organization Organisation"
    " Command Corps Force Service Assembly".split()
)
_FIRST = re.compile(r"[\s,-]")
ORDINAL = re.compile(
    r"\d{1,3}(?:st|nd|rd|th)|(?:20|19)\d\d|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth|Inaugural"
)
CONNECTORS = frozenset("of on for against in and the to with &".split())


def excluded(words: list[str]) -> bool:
    """Whether the part of a title before its first preposition names a ministry, state organ, firm, war or place."""
    first = next(
        (i for i, word in enumerate(words) if word in CONNECTORS and word not in {"and", "&"}), len(words)
    )
    return (
        not EXCLUDED.isdisjoint(words[:first])
        or words[first - 1] in _PLACES
        or words[-1] in {"Minister", "President", "Secretary"}
        or " ".join(words[max(0, first - 2) : first]) in _INSTITUTIONS
    )


@cache
def heads() -> dict[str, NameType]:
    """Head nouns, of one or two words, with what they make of a title."""
    return {row["head"]: row["type"] for row in rows("english_name_heads")}  # type: ignore[misc]  # held by a table test


@cache
def established() -> dict[str, list[tuple[str, NameType]]]:
    """Established names in Latin letters by their first word, the longest first."""
    by_first: dict[str, list[tuple[str, NameType]]] = {}
    for row in (*rows("english_established_names"), *rows("established_names")):
        for form in (row["name"], *row.get("aliases", "").split("|")):
            if form and form.isascii() and form[0].isalnum() and any(sign.isupper() for sign in form):
                kind: NameType = row["type"]  # type: ignore[assignment]  # held by a table test
                by_first.setdefault(_FIRST.split(form, maxsplit=1)[0], []).append((form, kind))
    return {first: sorted(forms, key=lambda item: -len(item[0])) for first, forms in by_first.items()}


def head_of(words: list[str]) -> tuple[int, NameType] | None:
    """Index of the head noun of a title and its type: the last known head before the first preposition.

    "Plan of Action" is a document as a whole; where no head stands before the first preposition,
    the last word of the title decides ("Law of the Sea Convention").
    """
    for i, word in enumerate(words):
        if word not in CONNECTORS or word in {"and", "&", "the"}:
            continue
        if words[i - 1 : i + 2] == ["Plan", "of", "Action"]:
            return i - 1, "document"
        found = _head_before(words, i)
        if found is not None:
            return found
    return _head_before(words, len(words))


def _head_before(words: list[str], stop: int) -> tuple[int, NameType] | None:
    known = heads()
    i = stop - 1
    while i > 0 and words[i][0].isdigit():
        i -= 1
    if i > 0 and f"{words[i - 1]} {words[i]}" in known:
        return i, known[f"{words[i - 1]} {words[i]}"]
    return (i, known[words[i]]) if i >= 0 and words[i] in known else None


def type_of(words: list[str], head: int, kind: NameType, *, numbered: bool = False) -> NameType:
    """The type of a title: one numbered or dated session of a standing body is an event."""
    if (
        kind == "body"
        and words[head] in {"Forum", "Dialogue", "Committee", "Council", "Commission"}
        and (numbered or ORDINAL.fullmatch(words[0]))
    ):
        return "event"
    if words[head] == "Partnership" and head + 1 < len(words) and words[head + 1] == "for":
        return "initiative"
    if words[head] == "Plan":
        of_action = words[head + 1 : head + 3] == ["of", "Action"]
        named = head > 0 and words[head - 1] in {"Action", "Work", "Implementation", "Master", "Basic"}
        return "document" if of_action or named else "initiative"
    if words[head] == "Framework" and "Economic" in words:
        return "agreement"
    return kind
