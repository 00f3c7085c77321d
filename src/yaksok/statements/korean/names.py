"""Proper names in a Korean statement: titles that are no parties.

Three sources, the longest span winning: titles in marks, established titles from the reviewed table, and
chains of nouns that end in a head noun ("제8차 부산글로벌파트너십포럼"). The rules are GUIDE.md "names" and
decisions 18-20, 25, 27-30, 44.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from yaksok.records.mentions import NameMention, PartyMention
from yaksok.statements.context import StatementContext
from yaksok.statements.korean.name_chains import (
    Candidate,
    chain_candidates,
    is_founded,
    law_candidates,
    may_be_numbered,
    numbered_candidates,
    title_candidates,
)
from yaksok.statements.korean.name_quotes import has_quote, quoted_titles
from yaksok.statements.korean.name_words import anchors, compact, word_lists

_ACRONYM: Final = re.compile(r"\(([A-Z][A-Za-z0-9+\-]+)")


def find_names(
    text: str, parties: Sequence[PartyMention], *, context: StatementContext | None = None
) -> tuple[NameMention, ...]:
    """The proper names of one statement, in text order, one entry per entity.

    Spans count characters of `text`; the words are verbatim. `parties` are the parties found in the same
    text: none of them is given again as a name. Page furniture (role "meta" in `context`) has no names.
    """
    if context is not None and context.role == "meta":
        return ()
    party_words = frozenset([mention.text for mention in parties if len(mention.text) > 1])
    candidates = list(_quoted_candidates(text)) if has_quote(text) else []
    candidates += title_candidates(text)
    candidates += chain_candidates(text, party_words)
    if may_be_numbered(text):
        candidates += numbered_candidates(text)
    if "법" in text:
        candidates += law_candidates(text)
    if not candidates:
        return ()
    titles = [found for found in candidates if not _is_no_title(text, found)]
    return _mentions(text, [found for found in titles if not _is_party(text, found, parties)])


def _quoted_candidates(text: str) -> Iterator[Candidate]:
    for title in quoted_titles(text):
        span = (title.start, title.end)
        yield Candidate(*span, title.type, compact(text[title.start : title.end]), span, firm=True)


def _is_no_title(text: str, candidate: Candidate) -> bool:
    """True for a kind of thing without marks, and for an agency of ministerial rank unless it is founded here."""
    words = compact(text[candidate.start : candidate.end])
    lists = word_lists()
    if words in lists.kind:
        return not candidate.firm
    return words.removeprefix("국회") in lists.rank and not is_founded(text, candidate.end)


def _is_party(text: str, candidate: Candidate, parties: Sequence[PartyMention]) -> bool:
    """True if the candidate is itself a party's name or acronym."""
    start, end = candidate.core
    whole = compact(text[candidate.start : candidate.end])
    for mention in parties:
        covered = mention.span[0] <= start and end <= mention.span[1]
        if covered and not candidate.firm:
            return True
        if compact(mention.text) in (whole, whole.split("(", maxsplit=1)[0]) or mention.id == whole:
            return True
        if mention.text.isascii() and f"({mention.text})" in text[end : candidate.end]:
            return True
    return False


def _without_outdone(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """Without chains that only put unanchored words before an established title ("오전 한국경제인협회")."""
    known = {candidate.core[1]: candidate.start for candidate in candidates if candidate.known}
    return [
        candidate
        for candidate in candidates
        if candidate.known
        or candidate.firm
        or candidate.start >= known.get(candidate.core[1], 0)
        or anchors(text[candidate.start : known[candidate.core[1]]].split(" ", maxsplit=1)[0])
    ]


def _mentions(text: str, candidates: list[Candidate]) -> tuple[NameMention, ...]:
    """The longest of overlapping candidates, each entity once, in text order."""
    longest_first = sorted(_without_outdone(text, candidates), key=lambda found: found.start - found.end)
    taken = bytearray(len(text)) if len(longest_first) > 1 else bytearray()
    chosen: list[Candidate] = []
    for candidate in longest_first:
        if taken:
            if any(taken[candidate.start : candidate.end]):
                continue
            taken[candidate.start : candidate.end] = b"\x01" * (candidate.end - candidate.start)
        chosen.append(candidate)
    chosen.sort(key=lambda found: found.start)
    seen: set[str] = set()
    mentions: list[NameMention] = []
    for candidate in chosen:
        words = text[candidate.start : candidate.end]
        keys = {candidate.entity, compact(words), *_ACRONYM.findall(words)}
        if keys.isdisjoint(seen):
            mentions.append(NameMention(words, (candidate.start, candidate.end), candidate.type))
        seen |= keys
    return tuple(mentions)
