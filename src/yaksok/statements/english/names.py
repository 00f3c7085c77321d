"""Proper names in English statements: agreements, initiatives, bodies, events, systems, laws, documents.

Rule 30 of the reading contract for English documents and decisions 27-30.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from yaksok.records.mentions import NameMention, NameType, PartyMention, Span
from yaksok.statements.context import StatementContext
from yaksok.statements.english.name_heads import (
    AGENCIES,
    CONNECTORS,
    GENERIC,
    ORDINAL,
    established,
    excluded,
    head_of,
    type_of,
)

_WORD = re.compile(
    r"(?:\w{1,24}[-–])?(?:[A-Z]\.){2,}(?:[-–][\w.]{0,30}\w)?|[^\W_](?:[\w’'&.+/–-]*[\w+])?['’]?(?=\W|$)"
)
_CAPITAL = re.compile(r"[A-Z0-9À-Þ]")
# No title is longer; bounds the work on a line that is all capitals.
_LONGEST = 40
_MONTHS = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday"
    " Thursday Friday Saturday Sunday".split()
)
_OPENERS = frozenset(
    "The A An This That These Those Their Its Our His Her In On At By For From With Under Through During Over As To And"
    " But Both Each All Such No Since After Before While When If Of Following Also We They It He She I Within Between"
    " Among Regarding Welcoming Recalling Noting Reaffirming Building Launch Launched Adopt Adopted Sign Signed"
    " Establish Established Hold Held Host Hosted Create Created Expand Expanded Implement Implemented Convene Convened"
    " Opened Completed Concluded Attended Strengthen Strengthened Announced Endorsed Welcomed Join Joined Upgrade"
    " Upgraded Extend Extended Ratify Ratified".split()
)
_KOREA = frozenset(("ROK", "Korea", "Korean", "Seoul", "KOREA"))
_NUMBERED = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next|inaugural)\s$"
)
_ACRONYM = re.compile(r"\s\(([A-Z][A-Za-z0-9&.+-]{1,14})\)")
_YEARS = re.compile(
    r"\s(?:\((?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d\)|(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?(?![\w–-]))"
)
_POSSESSIVE = ("'s", "’s")
_SHARED_POSSESSIVE = frozenset(
    "Women Children People World Nurses Men Girls Peoples Workers Farmers Master Parents Teachers".split()
)
_PARTNERSHIP = re.compile(
    r"\b(?:(?:[Ss]pecial|[Cc]omprehensive|[Gg]lobal|[Ff]uture-oriented|[Cc]ooperative|[Ee]nhanced)\s)*[Ss]trategic\s(?:[Cc]ooperative\s)?[Pp]artnership\b(?!\s(?:Fund|Agreement|Dialogue|Forum|Council|Program|Programme|for)\b)"
)
_QUOTED = re.compile(r"[“‘\"]([A-Z0-9][^“”‘’\".!?]{3,80})[”’\"]")
_INSIDE = frozenset("civil criminal asia africa europe armed persons women education science human".split())
_GROUPS = frozenset(
    "ASEAN APEC G7 G20 EU NATO MIKTA BRICS Mekong Africa Pacific UN OECD CARICOM GCC SICA".split()
)


class _Token(NamedTuple):
    text: str
    start: int
    end: int


def find_names(
    text: str, parties: Iterable[PartyMention], *, context: StatementContext | None = None
) -> tuple[NameMention, ...]:
    """The proper names of one statement with local spans, in order; each name once.

    `parties` are the statement's parties: a name that is only a party is left out. In a title, of
    which `context` tells, capitals prove little, so only numbered titles and those with an acronym count.
    """
    capitals = _capitals(text)
    mentioned = list(parties)
    names = _partnerships(text)
    headline = context is not None and context.role == "title"
    for run in _runs(text, capitals):
        if headline and not (ORDINAL.fullmatch(run[0].text) or _ACRONYM.match(text, run[-1].end)):
            # In a headline every word may begin with a capital.
            continue
        name = _name(text, run, mentioned)
        if name is not None and not _covered(name.span, names):
            names = [other for other in names if not _covered(other.span, [name])]
            names.append(name)
    names += _known(text, capitals, names, mentioned)
    names += _quoted(text, names, mentioned)
    return _once(sorted(names, key=lambda name: name.span))


def _capitals(text: str) -> list[_Token]:
    """The words that begin with a capital or a digit."""
    found: list[_Token] = []
    for spot in _CAPITAL.finditer(text):
        start = spot.start()
        if start and (text[start - 1].isalnum() or text[start - 1] in "-.'’_"):
            continue
        if found and start < found[-1].end:
            continue
        match = _WORD.match(text, start)
        if match is not None:
            found.append(_Token(match.group(), start, match.end()))
    return found


def _covered(span: Span, names: Iterable[NameMention]) -> bool:
    return any(name.span[0] < span[1] and span[0] < name.span[1] for name in names)


def _mention(text: str, start: int, end: int, kind: NameType) -> NameMention:
    return NameMention(text=text[start:end], span=(start, end), type=kind)


def _partnerships(text: str) -> list[NameMention]:
    if "artnership" not in text:
        return []
    return [_mention(text, *match.span(), "agreement") for match in _PARTNERSHIP.finditer(text)]


# -- runs of capitalised words --------------------------------------------------------------------


_ATTRIBUTIVE = ("-backed", "-led", "-based", "-hosted", "-funded", "-brokered", "-made", "-wide", "-sponsored", "-supported",
                "-owned", "-initiated", "-chaired", "-proposed", "-style", "-related", "-centered", "-only")  # fmt: skip


def _capital(word: str) -> bool:
    if word.endswith(_ATTRIBUTIVE):
        return False
    return (
        word[0].isupper()
        or ORDINAL.fullmatch(word) is not None
        or (word[0].isdigit() and any(c.isupper() or c == "+" for c in word))
    )


def _runs(text: str, capitals: list[_Token]) -> list[list[_Token]]:
    """Stretches that may be a title: capitalised words, joined by "of", "on", "for", "and" where a title is."""
    runs: list[list[_Token]] = []
    done = 0
    for first in capitals:
        if first.start < done or first.text in _OPENERS or not _capital(first.text):
            continue
        run = [first]
        while len(run) < _LONGEST and not _breaks(run[-1].text):
            following = _next(text, run[-1].end)
            if following is None:
                break
            if following.text in CONNECTORS:
                more = _connected(text, following, run)
            elif (
                _capital(following.text) and following.text not in _MONTHS and not _plain_year(following.text)
            ):
                more = [following]
            else:
                break
            if not more:
                break
            run.extend(more)
        done = run[-1].end
        runs.append(run)
    return runs


def _next(text: str, end: int) -> _Token | None:
    """The word after one space."""
    if text[end : end + 1] != " ":
        return None
    match = _WORD.match(text, end + 1)
    return _Token(match.group(), *match.span()) if match else None


def _plain_year(word: str) -> bool:
    return word.isdigit() and len(word) == 4


def _breaks(word: str) -> bool:
    """ "Korea's X": the owner is no part of the name, except "Women's" and the like."""
    return word.endswith(_POSSESSIVE) and word[:-2] not in _SHARED_POSSESSIVE


def _connected(text: str, connector: _Token, run: list[_Token]) -> list[_Token]:
    """The connector and the words after it that go on with the title; empty where the title ends before it."""
    if connector.text in {"the", "to"}:
        return []
    more = [connector]
    following = _next(text, connector.end)
    if following is not None and following.text == "the" and connector.text in {"of", "on", "for", "against"}:
        more.append(following)
        following = _next(text, following.end)
    if following is None or not _capital(following.text) or following.text in _MONTHS:
        return []
    if _plain_year(following.text) or ORDINAL.fullmatch(following.text):
        return []
    words = [token.text for token in run]
    return (
        [*more, following] if _may_connect(connector.text, following.text, words, the=len(more) == 2) else []
    )


def _may_connect(word: str, following: str, words: list[str], *, the: bool) -> bool:
    headed = head_of(words) is not None
    inside = any(w in {"of", "on", "for", "against", "in"} for w in words)
    if word in {"and", "&"}:
        return (
            (inside or not headed)
            and words[-1].removesuffix(".") not in _KOREA
            and words[-1] not in {"Koreas", "States", "U.S"}
        )
    if word == "of" and words[-1].endswith("Republic"):
        return True
    if word == "of":
        return not (the and following in {"Republic", "ROK", "United"}) and following not in {"Korea", "ROK"}
    if word == "in":
        return inside and (following.lower() in _INSIDE or (following.isupper() and len(following) > 1))
    return (
        headed
        and following not in _KOREA
        and not (the and following in {"Republic", "ROK", "United", "Korean"})
    )


# -- from run to name -----------------------------------------------------------------------------


def _name(text: str, run: list[_Token], parties: list[PartyMention]) -> NameMention | None:
    if len(run) == 1 and not text.startswith(" (", run[0].end):
        return None
    run = _without_opening(run)
    while run and run[-1].text in CONNECTORS:
        run = run[:-1]
    if len(run) < 2 and not (run and _ACRONYM.match(text, run[-1].end)):
        return None
    words = [token.text for token in run]
    found = head_of(words)
    if found is None and _spelled_out(text, run):
        found = len(run) - 1, "initiative"
    if found is None:
        return _with_plain_head(text, run, parties)
    if excluded(words):
        return None
    head, kind = found
    start, end = run[0].start, _with_brackets(text, run[-1].end)
    if _only_party(text, run, head, parties) or not _proper(text, run, head, kind, parties):
        return None
    return _mention(
        text,
        start,
        end,
        type_of(words, head, kind, numbered=_NUMBERED.search(text, max(0, start - 12), start) is not None),
    )


def _spelled_out(text: str, run: list[_Token]) -> bool:
    """Whether an acronym of the run's own initials stands behind it ("... Transport Route (TITR)")."""
    acronym = _ACRONYM.match(text, run[-1].end)
    if acronym is None or len(run) < 3:
        return False
    initials = "".join(part[0] for token in run if token.text[0].isupper() for part in token.text.split("-"))
    letters = [letter for letter in acronym.group(1) if letter.isupper()]
    return len(letters) >= 3 and letters[0] == initials[0].upper() and set(letters) <= set(initials.upper())


_PLAIN_HEAD = re.compile(r"\s(program|programme|initiative|scheme|campaign|strategy|project|platform|visa)\b")


def _with_plain_head(text: str, run: list[_Token], parties: list[PartyMention]) -> NameMention | None:
    """ "Under its Official Security Assistance program": a title whose head is in small letters."""
    plain = _PLAIN_HEAD.match(text, run[-1].end)
    telling = [token for token in run if token.text.lower() not in GENERIC and not _is_party(token, parties)]
    if plain is None or len(run) < 2 or len(telling) < 1 or excluded([token.text for token in run]):
        return None
    if any(_is_party(token, parties) or token.text in _KOREA for token in run):
        return None
    return _mention(
        text, run[0].start, run[-1].end, "system" if plain.group(1) == "platform" else "initiative"
    )


def _without_opening(run: list[_Token]) -> list[_Token]:
    """The run without words that only open a sentence or stand beside a name, and without a last "'s"."""
    while run and (run[0].text in CONNECTORS or run[0].text in _OPENERS):
        run = run[1:]
    if len(run) > 2 and run[0].text in _BESIDE and run[1].text == "of":
        run = run[3:] if run[2].text == "the" else run[2:]
    if run and _breaks(run[-1].text):
        last = run[-1]
        run = [*run[:-1], _Token(last.text[:-2], last.start, last.end - 2)]
    return run


# "Secretariat of the X Forum": the name is that of the forum.
_BESIDE = frozenset(
    "Secretariat Chair Chairs Members Member Host Co-Chairs Secretary Chairmanship Presidency Parties".split()
)


def _with_brackets(text: str, end: int) -> int:
    for pattern in (_YEARS, _ACRONYM, _YEARS):
        match = pattern.match(text, end)
        if match is not None:
            end = match.end()
    return end


def _only_party(text: str, run: list[_Token], head: int, parties: list[PartyMention]) -> bool:
    """Whether the run is a party, or its head lies in one ("UN Security Council resolutions")."""
    spot = run[head]
    whole = text[run[0].start : run[-1].end]
    return any(
        (party.span[0] <= spot.start and spot.end <= party.span[1]) or party.text in (whole, spot.text)
        for party in parties
    )


def _proper(text: str, run: list[_Token], head: int, kind: NameType, parties: list[PartyMention]) -> bool:
    """Whether a run with a head is a title of its own and no clipped reference or foreign agency."""
    words = [token.text for token in run]
    party = [_is_party(token, parties) for token in run]
    korean = any(_KOREA.intersection(re.split(r"[-–]", word)) for word in words)
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
        and not party[i] and not _KOREA.intersection(re.split(r"[-–]", word))
    ]  # fmt: skip
    telling = [word for word in others if word.lower() not in GENERIC]
    numbered = any(ORDINAL.fullmatch(word) for word in words)
    if telling or _ACRONYM.match(text, run[-1].end) or _YEARS.match(text, run[-1].end):
        return True
    if "Press" in words or "Fact" in words:
        return False
    if not (any(party) or korean):
        return bool(others) and (numbered or (len(others) >= 2 and kind not in {"agreement", "body"}))
    if others:
        return True
    grouped = any(_GROUPS.intersection(re.split(r"[-–]", word)) for word in words)
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
        or numbered
        or (founded and korean)
        or (grouped and kind in {"event", "body"})
    )


def _is_party(token: _Token, parties: list[PartyMention]) -> bool:
    return any(party.span[0] < token.end and token.start < party.span[1] for party in parties)


# -- established and quoted names -----------------------------------------------------------------


def _known(
    text: str, capitals: list[_Token], names: list[NameMention], parties: list[PartyMention]
) -> list[NameMention]:
    """Established names, acronyms among them, that the capitals alone do not show."""
    table = established()
    found: list[NameMention] = []
    for token in capitals:
        for form, kind in table.get(token.text.partition("-")[0], ()):
            end = token.start + len(form)
            if not text.startswith(form, token.start) or (end < len(text) and text[end].isalnum()):
                continue
            span = (token.start, _with_brackets(text, end))
            if (
                _covered(span, names)
                or _covered(span, found)
                or any(p.span[0] <= span[0] and end <= p.span[1] for p in parties)
            ):
                break
            if any(party.span[1] == token.start - 2 and text[token.start - 1] == "(" for party in parties):
                break
            if text[end : end + 1] == "-" or (token.start and text[token.start - 1] == "-"):
                break
            found.append(_mention(text, *span, kind))
            break
    return found


def _quoted(text: str, names: list[NameMention], parties: list[PartyMention]) -> list[NameMention]:
    """A title in quotation marks: two or more words, the chief ones with capitals."""
    if "“" not in text and "‘" not in text and '"' not in text:
        return []
    found: list[NameMention] = []
    for match in _QUOTED.finditer(text):
        words = match.group(1).split()
        chief = [
            word
            for word in words
            if word not in CONNECTORS and word.lower() not in {"a", "an", "with", "by", "at", "to"}
        ]
        span = match.span(1)
        if (
            len(words) < 2
            or words[0] in _OPENERS
            or not all(word[0].isupper() or word[0].isdigit() for word in chief)
        ):
            continue
        if (
            match.group(1).endswith(",")
            or _covered(span, names)
            or any(party.span[0] <= span[0] and span[1] <= party.span[1] for party in parties)
        ):
            continue
        head = head_of(words)
        found.append(_mention(text, *span, type_of(words, *head) if head else "initiative"))
    return found


def _once(names: list[NameMention]) -> tuple[NameMention, ...]:
    """One mention per name; an acronym that a fuller name brought along is that name."""
    kept: list[NameMention] = []
    seen: set[str] = set()
    for name in names:
        acronym = _ACRONYM.search(name.text)
        bare = _ACRONYM.sub("", name.text)
        if bare in seen:
            continue
        seen.add(bare)
        if acronym:
            seen.add(acronym.group(1))
        kept.append(name)
    return tuple(kept)
