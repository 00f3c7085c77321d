"""Finding the parties that a Korean statement names.

Rules: GUIDE.md "parties" and Decisions 18 to 21 and 44. The longest written form wins, so that
유엔 안보리 is the Security Council and not the United Nations; words that only look like a party
(인도적, 대중교통) are forms of their own that give nothing. Cities, seas, 한반도 and Korea itself
are in no table, so they never match.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from operator import itemgetter

from yaksok.records.mentions import PartyMention
from yaksok.reference.parties import HOME
from yaksok.statements.english import parties as english
from yaksok.statements.korean.party_forms import Form, form_index, single_syllable_names
from yaksok.statements.korean.party_letters import Found, find_hangul, find_hanja, hangul_positions

_DOTS = "‧・ㆍ･∙⋅•"
_DASHES = "–−‑‐—"
_VARIANT = re.compile(f"[{_DOTS}{_DASHES}]")
_PREFIXES = frozenset(
    "주 대 방 한 주한 재 친 반 탈 비 범 구 신 전 여 및 대한 국립 한국 우리 미 중 일 러 북 남 현 각 동 역 非 타".split()
)
"""Hangul that may stand directly before a name: missions, visits, stances, or a list without marks."""

_PREFIX_LENGTHS = {
    first: tuple(sorted({len(prefix) for prefix in _PREFIXES if prefix[0] == first}))
    for first in {prefix[0] for prefix in _PREFIXES}
}
"""The lengths of the prefixes by their first letter."""
_PERSON = "인"
"""Behind a country's name it makes its people (중국인도 참석), and never opens another name."""
_FISHING = frozenset("선업장민획류촌종항구")

_LATIN_WORD = re.compile(r"[A-Z](?:[a-z][a-z]|\.S\.|S\b|K\b)")
_HANJA = re.compile("[一-鿿]")
_BESIDE = "·,/-"

_Span = tuple[int, int, tuple[str, ...]]


def find_parties(text: str) -> tuple[PartyMention, ...]:
    """The parties named in one statement, each id once, in order of first mention.

    `text` is the statement's own text; spans count its characters. Korea is left out.
    """
    first: dict[str, PartyMention] = {}
    for mention in party_spans(text):
        first.setdefault(mention.id, mention)
    return tuple(first.values())


def party_spans(text: str) -> tuple[PartyMention, ...]:
    """Every mention of a party in one statement, repeated ones too, in order of their spans.

    A compound such as 한미일 gives one mention for each of its ids, all with the compound's span.
    """
    unified = _unify(text)
    spans = _names(unified)
    found = [(start, end, party) for start, end, ids in spans for party in ids if party != HOME]
    others = [*_letters(unified, spans), *_one_syllable(unified, spans)]
    if _LATIN_WORD.search(unified):
        others += _english(text, spans)
    if others:
        found = sorted(found + others, key=itemgetter(0))
    return tuple([PartyMention(text[start:end], (start, end), party) for start, end, party in found])


def _letters(text: str, spans: list[_Span]) -> list[Found]:
    """Countries written as one letter, outside the names found already."""
    positions = hangul_positions(text)
    hanja = _HANJA.search(text) is not None
    if not (positions or hanja):
        return []
    starts = {start: ids[0] for start, _, ids in spans if ids}
    ends = {end: ids[0] for _, end, ids in spans if ids}
    found = _outside(find_hangul(text, positions, starts, ends), spans)
    if hanja:
        found += _outside(find_hanja(text, starts, ends), spans)
    return found


def _english(text: str, spans: list[_Span]) -> list[Found]:
    """Parties named in English words within the Korean text."""
    return _outside(((*mention.span, mention.id) for mention in english.party_spans(text)), spans)


def _unify(text: str) -> str:
    """The text with one kind of middle dot and one kind of dash; offsets stay."""
    if _VARIANT.search(text) is None:
        return text
    for dot in _DOTS:
        if dot in text:
            text = text.replace(dot, "·")
    for dash in _DASHES:
        if dash in text:
            text = text.replace(dash, "-")
    return text


def _outside(hits: Iterable[Found], spans: list[_Span]) -> list[Found]:
    """The hits that share no character with one of the spans, which are in order and apart."""
    starts = [start for start, _, _ in spans]
    free = []
    for hit in hits:
        before = bisect_left(starts, hit[1]) - 1
        if before < 0 or spans[before][1] <= hit[0]:
            free.append(hit)
    return free


def _names(text: str) -> list[_Span]:
    """The longest forms of the tables in `text`, left to right, look-alikes with no ids among them.

    A form is looked for where a word begins, behind a prefix of that word, and right behind another
    form; anywhere else it would be a part of an ordinary word (보호주의, 대외신인도).
    """
    openings = form_index().openings
    found: list[_Span] = []
    reached = 0
    for match in _word_starts().finditer(text):
        at = match.start()
        if at < reached:
            continue
        opening = openings.get(text[at : at + 2])
        span = None
        if opening is not None and text.startswith(opening.forms, at):
            span = _longest(text, at, found)
        if span is None and text[at] in _PREFIX_LENGTHS:
            span = _behind_prefix(text, at, found)
        while span is not None:
            found.append(span)
            reached = span[1]
            joins = text[reached : reached + 2] in openings and text[reached] != _PERSON
            span = _longest(text, reached, found) if joins else None
    return found


@cache
def _word_starts() -> re.Pattern[str]:
    """A character that opens some form or prefix, with no Hangul before it."""
    firsts = {opening[0] for opening in form_index().openings} | set(_PREFIX_LENGTHS)
    return re.compile(f"[{re.escape(''.join(sorted(firsts)))}](?<![가-힣].)")


def _longest(text: str, at: int, found: list[_Span], *, joined: bool = False) -> _Span | None:
    """The longest of the forms that may stand at `at`; `joined` says that a prefix stands before it."""
    index = form_index()
    for length in index.openings[text[at : at + 2]].lengths:
        end = at + length
        if end > len(text):
            continue
        for form in index.values.get(text[at:end], ()):
            if joined and not form.joins:
                continue
            if not form.ids or (form.language_name and _is_language(text, end)):
                return at, end, ()
            if _stands(text, at, end, form, found):
                return at, end, form.ids
    return None


def _is_language(text: str, end: int) -> bool:
    """Whether 어 behind a country's name makes it a language (중국어), not a word of fishing (중국어선)."""
    return text.startswith("어", end) and text[end + 1 : end + 2] not in _FISHING


def _behind_prefix(text: str, start: int, found: list[_Span]) -> _Span | None:
    openings = form_index().openings
    for length in _PREFIX_LENGTHS[text[start]]:
        at = start + length
        opening = openings.get(text[at : at + 2])
        if opening is not None and text.startswith(opening.forms, at) and text[start:at] in _PREFIXES:
            span = _longest(text, at, found, joined=True)
            if span is not None:
                return span
    return None


def _stands(text: str, start: int, end: int, form: Form, found: list[_Span]) -> bool:
    """Whether the form may stand here: its edges, and the words it needs or shuns beside it."""
    if not _edges_free(text, start, end):
        return False
    if form.not_preceded_by and start and text[start - 1] in form.not_preceded_by:
        return False
    if form.not_followed_by and text.startswith(form.not_followed_by, end):
        return False
    if not form.followed_by or _followed(text, end, form):
        return True
    return form.list_suffices and _listed_after(text, start, found)


def _edges_free(text: str, start: int, end: int) -> bool:
    """Whether no figure runs into a Hangul form, and no Latin letter or figure into or out of a Latin one."""
    before = text[start - 1] if start else " "
    if text[start].isascii():
        if before.isascii() and before.isalnum():
            return False
    elif "0" <= before <= "9":
        return False
    after = text[end : end + 1]
    return not (after.isascii() and after.isalnum() and text[end - 1].isascii() and text[end - 1].isalnum())


def _followed(text: str, end: int, form: Form) -> bool:
    """Whether one of the words that a guarded form needs comes next, with or without a space."""
    if text.startswith(form.followed_by, end):
        return True
    return text[end : end + 1] == " " and text.startswith(form.followed_by, end + 1)


def _listed_after(text: str, start: int, found: list[_Span]) -> bool:
    """Whether the form at `start` continues a list of parties (이집트, 수단)."""
    if not found or not found[-1][2] or start - found[-1][1] > 3:
        return False
    gap = text[found[-1][1] : start].strip(" ")
    return gap != "" and gap in _BESIDE


def _one_syllable(text: str, spans: list[_Span]) -> list[Found]:
    """Names of one syllable (괌), where no other Hangul stands before them."""
    found: list[Found] = []
    for name, party in single_syllable_names().items():
        at = text.find(name)
        while at >= 0:
            if at == 0 or not "가" <= text[at - 1] <= "힣":
                found.append((at, at + 1, party))
            at = text.find(name, at + 1)
    return _outside(found, spans) if found else found
