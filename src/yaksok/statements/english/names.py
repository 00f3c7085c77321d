"""Proper names in English statements: agreements, initiatives, bodies, events, systems, laws, documents.

Rule 30 of the reading contract for English documents and decisions 27-30.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from operator import attrgetter

from yaksok.records.mentions import NameMention, NameType, PartyMention, Span
from yaksok.statements.context import StatementContext
from yaksok.statements.english.name_heads import (
    CONNECTORS,
    GENERIC,
    ORDINAL,
    established,
    excluded,
    head_of,
    type_of,
)
from yaksok.statements.english.name_proofs import (
    ACRONYM,
    YEARS,
    end_with_brackets,
    is_only_party,
    is_party,
    is_proper,
    is_spelled_out,
)
from yaksok.statements.english.name_runs import KOREA, OPENERS, Token, capital_words, is_owner, runs_of

_NUMBERED = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next|inaugural)\s$"
)
_PARTNERSHIP = re.compile(
    r"\b(?:(?:[Ss]pecial|[Cc]omprehensive|[Gg]lobal|[Ff]uture-oriented|[Cc]ooperative|[Ee]nhanced)\s)*[Ss]trategic\s(?:[Cc]ooperative\s)?[Pp]artnership\b(?!\s(?:Fund|Agreement|Dialogue|Forum|Council|Program|Programme|for)\b)"
)
_QUOTED = re.compile(r"[“‘\"]([A-Z0-9][^“”‘’\".!?]{3,80})[”’\"]")
# The number of a session behind the acronym of its series ("PALM10", "TICAD 9").
_COUNT = re.compile(r"[ -]?\d{1,3}(?![\w%]|[.,]\d)")
# A scheme or exercise known by one word in capitals: "the NOSTOS programme", "exercise MEDUSA 16".
_IN_CAPITALS = re.compile(
    r"\bexercise (?P<exercise>[A-Z]{4,14}(?: \d{1,3})?)\b"
    r"|\b(?P<operation>Operation [A-Z][A-Za-z]{2,14}(?: [A-Z][A-Za-z]{2,14})?)\b"
    r"|\b(?P<scheme>[A-Z]{5,14}) (?:programme|program|project|initiative|scheme|campaign|cable|pipeline|mission)\b"
)
_PLAIN_HEAD = re.compile(r"\s(program|programme|initiative|scheme|campaign|strategy|project|platform|visa)\b")
# Organisations whose ids look like those of countries.
_BODIES = frozenset("ICC WTO WHO IMF ILO IMO ITU UPU FAO WFP ICJ PIF SCO GCC OAS OIC ADB IDB AFD".split())
# "Secretariat of the X Forum": the name is that of the forum.
_BESIDE = frozenset(
    "Implementation Indicators Review Objectives Goals Pillars Text Signing Adoption Launch Status Secretariat Chair Chairs Members Member Host Co-Chairs Secretary Chairmanship Presidency Parties".split()
)


def find_names(
    text: str, parties: Iterable[PartyMention], *, context: StatementContext | None = None
) -> tuple[NameMention, ...]:
    """The proper names of one statement with local spans, in order; each name once.

    `parties` are the statement's parties: a name that is only a party is left out. In a title, of
    which `context` tells, capitals prove little, so only numbered titles and those with an acronym count.
    """
    source, text = text, _cased(text)
    capitals = capital_words(text)
    mentioned = list(parties)
    names = _partnerships(text)
    headline = context is not None and context.role == "title"
    titles: list[NameMention] = []
    for run in runs_of(text, capitals):
        if (
            headline
            and not _set_off(text, run)
            and not (ORDINAL.fullmatch(run[0].text) or ACRONYM.match(text, run[-1].end))
        ):
            # In a headline every word may begin with a capital.
            continue
        name = _name(text, run, mentioned)
        if name is not None:
            titles.append(name)
    names = _in_order(titles + [name for name in names if not _covered(name.span, titles)])
    known = _known(text, capitals, names, mentioned)
    names = _in_order([name for name in names if not _covered(name.span, known)] + known)
    names = _in_order(
        names + [name for name in _in_capitals(text, mentioned) if not _covered(name.span, names)]
    )
    found = _once(_in_order(names + _quoted(text, names, mentioned)))
    return found if source is text else tuple(replace(name, text=source[slice(*name.span)]) for name in found)


_LETTERS = re.compile(r"[^\W\d_]+")


def _cased(text: str) -> str:
    """A text all in capitals as it would be written in a title, letter for letter; any other text as it is."""
    if not text.isupper() or len(text) < 12:
        return text
    lower = {"OF", "ON", "FOR", "AGAINST", "IN", "AND", "THE", "TO", "BY", "AT", "WITH", "FROM"}
    return _LETTERS.sub(
        lambda match: (
            match.group().lower() if match.group() in lower | _ORDINAL_TAILS else _capitalised(match.group())
        ),
        text,
    )


_ORDINAL_TAILS = frozenset(("ST", "ND", "RD", "TH", "S"))


def _capitalised(word: str) -> str:
    """Acronyms keep their capitals: short words without a vowel pattern of English are left alone."""
    return word if len(word) <= 3 else word[0] + word[1:].lower()


def _set_off(text: str, run: list[Token]) -> bool:
    """Whether a small "the" stands before a run in a headline ("Remarks at the Pacific Future Forum")."""
    return text.endswith(" the ", 0, run[0].start)


def _in_order(names: list[NameMention]) -> list[NameMention]:
    return sorted(names, key=attrgetter("span"))


def _covered(span: Span, names: list[NameMention]) -> bool:
    """Whether a span meets one of the names, which are in order and apart."""
    at = bisect_left(names, (span[1], 0), key=attrgetter("span"))
    return at > 0 and names[at - 1].span[1] > span[0]


def _mention(text: str, start: int, end: int, kind: NameType) -> NameMention:
    return NameMention(text=text[start:end], span=(start, end), type=kind)


def _partnerships(text: str) -> list[NameMention]:
    if "artnership" not in text:
        return []
    return [_mention(text, *match.span(), "agreement") for match in _PARTNERSHIP.finditer(text)]


def _in_capitals(text: str, parties: list[PartyMention]) -> list[NameMention]:
    """Schemes and exercises named by a word in capitals that is no party."""
    taken = {word for party in parties for word in party.text.split()}
    return [
        _mention(
            text, *match.span(match.lastgroup), "event" if match.lastgroup == "exercise" else "initiative"
        )
        for match in _IN_CAPITALS.finditer(text)
        if match.lastgroup is not None and match[match.lastgroup].split()[0] not in taken
    ]


def _name(text: str, run: list[Token], parties: list[PartyMention]) -> NameMention | None:
    if len(run) == 1 and not text.startswith(" (", run[0].end):
        return _with_year(text, run[0])
    run = _without_opening(run)
    while run and run[-1].text in CONNECTORS:
        run = run[:-1]
    if len(run) < 2 and not (run and ACRONYM.match(text, run[-1].end)):
        return None
    run = _without_owner(run, parties)
    words = [token.text for token in run]
    found = head_of(words)
    if found is None and is_spelled_out(text, run):
        found = len(run) - 1, "initiative"
    if found is None:
        return _with_plain_head(text, run, parties)
    if excluded(words):
        return None
    head, kind = found
    start, end = run[0].start, end_with_brackets(text, run[-1].end)
    if is_only_party(text, run, head, parties) or not is_proper(text, run, head, kind, parties):
        return None
    return _mention(
        text,
        start,
        end,
        type_of(words, head, kind, numbered=_NUMBERED.search(text, max(0, start - 12), start) is not None),
    )


def _with_year(text: str, token: Token) -> NameMention | None:
    """A plan called by its year ("Vision 2035", "Agenda 2063")."""
    year = YEARS.match(text, token.end) if token.text in {"Vision", "Agenda"} else None
    return None if year is None else _mention(text, token.start, year.end(), "initiative")


def _without_owner(run: list[Token], parties: list[PartyMention]) -> list[Token]:
    """The run without a last "of <country>" ("10th Trilateral Summit of Egypt, Greece and Cyprus")."""
    at = next((i for i in range(len(run) - 1, 1, -1) if run[i].text == "of"), None)
    if at is None or at + 1 >= len(run):
        return run
    first = at + 2 if run[at + 1].text == "the" and at + 2 < len(run) else at + 1
    owned = any(
        party.span == (run[first].start, run[-1].end)
        and (party.id == "EU" or (len(party.id) == 3 and party.id.isalpha() and party.id not in _BODIES))
        for party in parties
    )
    return run[:at] if owned else run


def _with_plain_head(text: str, run: list[Token], parties: list[PartyMention]) -> NameMention | None:
    """A title whose head is in small letters ("its Official Security Assistance program")."""
    plain = _PLAIN_HEAD.match(text, run[-1].end)
    telling = [token for token in run if token.text.lower() not in GENERIC and not is_party(token, parties)]
    if plain is None or len(run) < 2 or len(telling) < 1 or excluded([token.text for token in run]):
        return None
    if any(is_party(token, parties) or token.text in KOREA for token in run):
        return None
    return _mention(
        text, run[0].start, run[-1].end, "system" if plain.group(1) == "platform" else "initiative"
    )


def _without_opening(run: list[Token]) -> list[Token]:
    """The run without words that only open a sentence or stand beside a name, and without a last "'s"."""
    while run and (run[0].text in CONNECTORS or run[0].text in OPENERS):
        run = run[1:]
    beside = next((i for i, token in enumerate(run[:3]) if token.text in _BESIDE), None)
    if beside is not None and len(run) > beside + 2 and run[beside + 1].text == "of":
        run = run[beside + 3 :] if run[beside + 2].text == "the" else run[beside + 2 :]
    if run and is_owner(run[-1].text):
        last = run[-1]
        run = [*run[:-1], Token(last.text[:-2], last.start, last.end - 2)]
    return run


def _known(
    text: str, capitals: list[Token], names: list[NameMention], parties: list[PartyMention]
) -> list[NameMention]:
    """Established names, acronyms among them, that the capitals alone do not show."""
    table = established()
    found: list[NameMention] = []
    for token in capitals:
        first = token.text.partition("-")[0]
        for form, kind in table.get(first) or table.get(first.rstrip("0123456789")) or ():
            end = token.start + len(form)
            if not text.startswith(form, token.start):
                continue
            count = _COUNT.match(text, end) if kind == "event" and form.isupper() else None
            end = count.end() if count else end
            if end < len(text) and text[end].isalnum():
                continue
            span = (token.start, end_with_brackets(text, end))
            if (
                _blocked(span, names)
                or _covered(span, found[-1:])
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


def _blocked(span: Span, names: list[NameMention]) -> bool:
    """Whether a span meets a name that is no smaller part of it."""
    at = bisect_left(names, (span[1], 0), key=attrgetter("span"))
    while at > 0 and names[at - 1].span[1] > span[0]:
        at -= 1
        inner = names[at].span
        if inner == span or inner[0] < span[0] or span[1] < inner[1]:
            return True
    return False


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
            or words[0] in OPENERS
            or not all(word[0].isupper() or word[0].isdigit() for word in chief)
        ):
            continue
        if (
            "," in match.group(1)
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
        acronym = ACRONYM.search(name.text)
        bare = ACRONYM.sub("", name.text)
        if bare in seen:
            continue
        seen.add(bare)
        if acronym:
            seen.add(acronym.group(1))
        kept.append(name)
    return tuple(kept)
