"""Whether a stretch of capitalised English words is a name of its own."""

from __future__ import annotations

import re

from yaksok.records.mentions import NameType, PartyMention
from yaksok.statements.english.name_heads import AGENCIES, CONNECTORS, GENERIC, ORDINAL
from yaksok.statements.english.name_runs import KOREA, Token

ACRONYM = re.compile(
    r"\s\(([A-Z][A-Za-z0-9&.+-]{1,14})(?:\s(?:Centre|Center|Agreement|Fund|Process|Group|Plan|Forum|Programme|Program|Dialogue))?\)"
)
YEARS = re.compile(
    r"\s(?:\((?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d\)|(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?(?![\w–-]))"
)
_GROUPS = frozenset(
    "ASEAN APEC G7 G20 EU NATO MIKTA BRICS Mekong Africa Pacific UN OECD CARICOM GCC SICA".split()
)
_STATES = frozenset("USA ROK DPRK UAE PRC DRC PNG FSM".split())


def is_spelled_out(text: str, run: list[Token]) -> bool:
    """Whether an acronym of the run's own initials stands behind it ("... Transport Route (TITR)")."""
    acronym = ACRONYM.match(text, run[-1].end)
    if acronym is None or len(run) < 3:
        return False
    initials = "".join(part[0] for token in run if token.text[0].isupper() for part in token.text.split("-"))
    letters = [letter for letter in acronym.group(1) if letter.isupper()]
    return len(letters) >= 3 and letters[0] == initials[0].upper() and set(letters) <= set(initials.upper())


def end_with_brackets(text: str, end: int) -> int:
    """Where a title ends when the acronym or the years behind it are taken along."""
    for pattern in (YEARS, ACRONYM, YEARS):
        match = pattern.match(text, end)
        if match is not None:
            end = match.end()
    return end


def is_only_party(text: str, run: list[Token], head: int, parties: list[PartyMention]) -> bool:
    """Whether the run is a party, or its head lies in one ("UN Security Council resolutions")."""
    spot = run[head]
    whole = text[run[0].start : run[-1].end]
    return any(
        (party.span[0] <= spot.start and spot.end <= party.span[1]) or party.text in (whole, spot.text)
        for party in parties
    )


def is_proper(text: str, run: list[Token], head: int, kind: NameType, parties: list[PartyMention]) -> bool:
    """Whether a run with a head is a title of its own and no clipped reference or foreign agency."""
    words = [token.text for token in run]
    party = [is_party(token, parties) for token in run]
    korean = any(KOREA.intersection(re.split(r"[-–]", word)) for word in words)
    if (
        words[head] in AGENCIES
        and any(party[:head])
        and not korean
        and not any("-" in word for word in words[:head])
    ):
        return False
    others = [
        word
        for i, word in enumerate(words)
        if i != head and word not in CONNECTORS and not ORDINAL.fullmatch(word)
        and not party[i] and not KOREA.intersection(re.split(r"[-–]", word))
    ]  # fmt: skip
    if words == ["Memorandum", "of", "Understanding"]:
        return False
    telling = [word for word in others if word.lower() not in GENERIC]
    numbered = any(ORDINAL.fullmatch(word) for word in words)
    if telling or ACRONYM.match(text, run[-1].end) or YEARS.match(text, run[-1].end):
        return True
    if "Press" in words or "Fact" in words:
        return False
    if not (any(party) or korean):
        return bool(others) and (numbered or (len(others) >= 2 and kind not in {"agreement", "body"}))
    if others:
        return True
    grouped = any(
        part in _GROUPS or (part.isupper() and len(part) > 2 and part not in _STATES)
        for word in words
        for part in re.split(r"[-–]", word)
    )
    founded = words[head] in {
        "Desk",
        "Center",
        "Centre",
        "Institute",
        "Hub",
        "Academy",
        "School",
        "Foundation",
        "Week",
        "Festival",
        "House",
    }
    return (
        kind in {"agreement", "law"}
        or words[head] in {"Strategy", "Initiative"}
        or numbered
        or (founded and korean)
        or (grouped and kind in {"event", "body"})
    )


def is_party(token: Token, parties: list[PartyMention]) -> bool:
    """Whether the word stands in the words of a party."""
    return any(party.span[0] < token.end and token.start < party.span[1] for party in parties)
