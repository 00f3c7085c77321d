"""Titles that stand in quotation marks or square brackets.

Corner and title brackets (「」 『』 《》) mark titles; other quotation marks serve emphasis and slogans as
well, so there a head noun or an established title must say that it is a name (GUIDE, decision 27).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from yaksok.records.mentions import NameType
from yaksok.statements.korean.name_heads import Head, head_ending
from yaksok.statements.korean.name_titles import title_by_spelling
from yaksok.statements.korean.name_words import compact, is_generic, word_ends

QUOTE_SIGNS: Final = "「『《‘’'“”\"["

_QUOTE_SIGN: Final = re.compile(f"[{re.escape(QUOTE_SIGNS)}]")
_QUOTED: Final = re.compile(
    r"[「『《](?P<title>[^「」『』《》]{2,80})[」』》]"
    # An apostrophe before two digits abbreviates a year ("'24.5월") and opens nothing.
    r"|[‘’'](?!\d\d[.년/~\-])(?P<single>[^‘’'「」]{2,60})[‘’']"
    r"|[“”\"](?P<double>[^“”\"「」]{2,60})[“”\"]"
    r"|\[(?P<square>[^\[\]「」]{2,60})\]"
)
_LATIN_BRACKET: Final = re.compile(r"\s?\([^()가-힣]{2,80}\)\s*$")
_HANJA_GLOSS: Final = re.compile(r"\([一-龥]{1,4}\)$")
_NEXT_WORD: Final = re.compile(r"\s?([가-힣]+(?: 회의)?)")
_CLAUSE_END: Final = re.compile(r"(?:하자|하라|합니다|습니다|니다|한다|된다|하겠다|까\?|[.?!])$")
_PROGRAMME_AFTER: Final = frozenset(
    "프로그램 프로젝트 캠페인 이니셔티브 국제회의 회의 세미나 포럼 컨퍼런스 콘퍼런스 심포지엄 워크숍 전시회 공모전 "
    "시범사업 선언 협약 축제 학술회의 국제포럼 국제세미나 토론회".split()
)


_NAMED_AFTER: Final = frozenset("전략 정책 구상 계획 비전 사업 과정 연대 정상회의".split())
"""Nouns outside the marks that say what the whole of the words in marks is called."""
_LONGEST_NAMED: Final = 30


@dataclass(frozen=True, slots=True)
class QuotedTitle:
    """A title in marks: its span without the marks and what the head noun makes of it.

    `outer` is True where the span takes in the marks because the head noun follows them ("‘가나’ 포럼").
    """

    start: int
    end: int
    type: NameType
    outer: bool = False


def has_quote(text: str) -> bool:
    """Whether it is worth looking for `quoted_titles`."""
    return _QUOTE_SIGN.search(text) is not None


def quoted_titles(text: str) -> Iterator[QuotedTitle]:
    """The quoted titles of a statement in text order. Slogans and emphasis are passed over."""
    for match in _QUOTED.finditer(text):
        kind = match.lastgroup or "title"
        inner = match.group(kind)
        start = match.start(kind) + len(inner) - len(inner.lstrip())
        end = match.end(kind) - (len(inner) - len(inner.rstrip()))
        found = _judge(inner.strip(), corner=kind == "title")
        if found is not None:
            yield QuotedTitle(start, end, found)
        elif kind in ("single", "double"):
            head = _head_after(text, match.end())
            if head is not None:
                yield QuotedTitle(match.start(), head[0], head[1].type, outer=True)
            elif _is_named_after(text, inner, match.end()):
                yield QuotedTitle(start, end, "initiative")


def _judge(inner: str, *, corner: bool) -> NameType | None:
    """The type of the title, or None if the words in marks are no title."""
    bare = _HANJA_GLOSS.sub("", _LATIN_BRACKET.sub("", inner))
    squeezed = compact(bare)
    known = title_by_spelling().get(squeezed)
    if known is not None:
        return known.type
    if _CLAUSE_END.search(bare) or not bare:
        return None
    head = head_ending(squeezed)
    # A weak head in ordinary marks needs a long title: '디지털플랫폼' is emphasis.
    shortest = 1 if corner or bare != inner else 4
    if head is not None and not _only_generic(bare, head):
        own = len(squeezed) - len(head.noun)
        if own >= (shortest if head.needs == "title" else 1):
            return head.type
    if squeezed.endswith("법") and len(squeezed) > 3:
        return "law"
    if squeezed.endswith("위") and bare != inner:
        return "body"
    return _corner_type(squeezed) if corner else None


def _corner_type(squeezed: str) -> NameType:
    """The type of a title in corner brackets without a known head noun."""
    if squeezed.endswith(("령", "규정", "규칙", "직제", "조례", "법률", "헌법")):
        return "law"
    if squeezed.endswith(("전망", "연감", "편람", "개황", "매뉴얼", "보고서", "자료집", "문서", "성명서")):
        return "document"
    return "initiative"


def _only_generic(bare: str, head: Head) -> bool:
    """True if nothing before the head distinguishes it ("고위급 회의")."""
    words = bare.split()
    rest = compact(words[-1]).removesuffix(head.noun)
    return all(is_generic(word) for word in words[:-1]) and (not rest or is_generic(rest))


def _is_named_after(text: str, inner: str, position: int) -> bool:
    """Whether a noun behind the closing mark makes the words in marks its name ("‘가나다’ 전략에 따라")."""
    words = inner.split()
    if (
        len(inner) > _LONGEST_NAMED
        or len(words) < 2
        or _CLAUSE_END.search(words[-1])
        or is_generic(words[-1])
    ):
        return False
    match = _NEXT_WORD.match(text, position)
    word = "" if match is None else match.group(1)
    return any(word.startswith(noun) and word_ends(word, len(noun)) for noun in _NAMED_AFTER)


def _head_after(text: str, position: int) -> tuple[int, Head] | None:
    """The head noun that follows a closing mark and the position where it ends."""
    match = _NEXT_WORD.match(text, position)
    if match is None:
        return None
    word = match.group(1)
    for size in range(len(word), 1, -1):
        if word[:size] in _PROGRAMME_AFTER:
            head = head_ending(compact(word[:size]))
            if head is not None and (size == len(word) or len(word) - size <= 2):
                return match.start(1) + size, head
    return None
