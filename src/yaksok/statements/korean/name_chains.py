"""Candidates for names from established titles, noun chains, numbered texts and statutes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from yaksok.records.mentions import NameType, Span
from yaksok.statements.korean.name_heads import Head, head_ending, head_tail_pattern
from yaksok.statements.korean.name_titles import Title, find_titles
from yaksok.statements.korean.name_walk import Surroundings, Walk, hard_stops, is_proper, walk_left
from yaksok.statements.korean.name_words import compact, is_generic, word_ends

_BRACKET: Final = re.compile(r"\s?\((?=[^()]{0,80}[A-Z])[A-Za-z][A-Za-z0-9&+'’.,:; \-–]{1,80}\)")
_TIES_LEFT: Final = re.compile(
    r"(?:(?<![\w.])(?:(?:19|20)\d\d년? |제?\d{1,3}차 (?:한[-·‧–]?[가-힣]{1,4} )?))$"
)
_NEED_BRACKET: Final = frozenset({"title", "number", "acronym"})
"""Needs that only an acronym in brackets or an ordinal can meet."""
_YEARS: Final = re.compile(r"\((?:19|20)\d\d년?\s?[~∼–-]\s?(?:(?:19|20)\d\d|\d\d)년?\)")
"""The full years of a plan directly behind its title: "기본계획(2021-2025)"; shortened ones are a note on it."""
_ASK_FOUNDING: Final = frozenset({"compound", "founded"})
_ASK_BODY: Final = frozenset({"party", "subject"})
_COMMON_ACRONYMS: Final = frozenset(["(ODA)", "(MOU)", "(TF)", "(AI)", "(ICT)", "(LOI)"])
"""Acronyms of kinds of things: they make no title of the words before them ("농업협력사업(ODA)")."""
_COINED: Final = frozenset("프로젝트 프로그램 캠페인 챌린지 아카데미".split())
_COINED_REACH: Final = 12
"""A scheme with a coined word of its own right before its head is a title: "K-새싹 프로젝트"."""
_COUNTABLE: Final = frozenset({"body", "system"})
_COUNTED: Final = re.compile(r"\s(?:총\s|등\s)?\d[\d,]{0,7}\s?여?\s?(?:개소|개|곳|동)(?![가-힣])")
_COUNTED_BEFORE: Final = re.compile(r"\d\s?여?\s?(?:개소|개|곳)(?:의)?\s$")
"""Facilities that the text counts are a kind of thing ("정착지원센터 3개소")."""
_YEAR_BEHIND: Final = re.compile(r"\s?(?:19|20)\d\d(?![\d년])")
"""The year of a fair or conference known by its acronym: "CES 2025"."""
_DATED: Final = frozenset({"document", "agreement", "initiative"})
_DIGIT: Final = re.compile(r"\d")
_NUMBERED_CUES: Final = re.compile("결의|비전|COP|INC|CMA|MOP")
_NUMBERED: Final = re.compile(
    r"(?<![A-Za-z])(?:COP|INC|CMA|MOP)\s?-?\d{1,2}(?!\d)"
    r"|비전 ?20\d\d(?!\d)"
    r"|(?:(?:유엔|UN) ?)?(?:안보리|총회|인권이사회)? ?결의(?:안)? ?제?\d{2,4}(?:\(\d{4}\))?호"
)
_AFTER: Final = (
    r"(?:을|를|의)?(?:\([^()]{1,30}\))?(?:을|를|의)? ?(?:신규 |공식 |조속히 |조기 |성공적으로 |정례 )?"
)
_FOUNDED: Final = re.compile(_AFTER + "(?:출범|신설|설립|설치|발족|창설|구축|개소|개설|건립|구성)")
_CONCLUDED: Final = re.compile(_AFTER + "(?:체결|서명|수립)")
_SESSION: Final = re.compile(_AFTER + "개최")
_RELATION: Final = re.compile(" ?관계")
_LAW: Final = re.compile(
    r"[가-힣·‧ㆍ]{3,24}법(?![가-힣])|[가-힣·‧ㆍ]{3,24}법(?=(?:[은을이의과에]|으로|상|에서) )"
)
_NO_LAW: Final = tuple(
    "방법 입법 불법 위법 합법 해법 문법 기법 사법 어법 수법 편법 탈법 국제법 국내법 관련법 현행법 관습법 실정법 해양법 "
    "인도법 인권법 헌법 형법 민법 상법 행정법 요법 사용법 활용법 복용법 운용법 적용법 공법 회계법 연방법 일반법 준법 적법 무법 조약법 개별법 상위법 처리법".split()
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that may be a name.

    `core` is the head noun, or the whole of an established title: it must not be a party's. A `firm` one
    (numbered or quoted) stays a name even so. A `known` one is an established title.
    """

    start: int
    end: int
    type: NameType
    entity: str
    core: Span
    firm: bool = False
    known: bool = False


def title_candidates(text: str) -> Iterator[Candidate]:
    """Established titles, with the year or ordinal before and the acronym behind them."""
    for span, title in find_titles(text):
        yield _title_candidate(text, span, title)


def _title_candidate(text: str, span: Span, title: Title) -> Candidate:
    ties = _TIES_LEFT.search(text[max(0, span[0] - 16) : span[0]])
    bracket = _BRACKET.match(text, span[1])
    if bracket is None and title.type == "event" and text[span[1] - 1].isascii():
        bracket = _YEAR_BEHIND.match(text, span[1])
    session = title.type == "body" and ties is not None and "차" in ties.group()
    return Candidate(
        span[0] - len(ties.group()) if ties else span[0],
        bracket.end() if bracket else _with_years(text, span[1], title.type),
        "event" if session else title.type,
        title.entity,
        span,
        firm=ties is not None,
        known=True,
    )


def chain_candidates(text: str, party_words: frozenset[str]) -> Iterator[Candidate]:
    """Noun chains that end in a head noun and are proper names."""
    stops: list[int] | None = None
    for match in head_tail_pattern().finditer(text):
        end = match.end()
        # "… 전략인 인도-태평양 전략": the first chain only describes what the second names.
        if not word_ends(text, end) or text.startswith("인 ", end):
            continue
        tail = text[max(0, end - 16) : end]
        head = head_ending(compact(tail))
        if head is None:
            continue
        start = end - _width(tail, len(head.noun))
        if head.noun.isascii() and text[start - 1 : start].isascii() and text[start - 1 : start].isalnum():
            continue
        if head.type in _COUNTABLE and _COUNTED.match(text, end):
            continue
        bracket = _BRACKET.match(text, end)
        coined = head.noun in _COINED and "K-" in text[max(0, start - _COINED_REACH) : start]
        common = bracket is not None and bracket.group().lstrip() in _COMMON_ACRONYMS
        if (
            (bracket is None or common)
            and head.needs in _NEED_BRACKET
            and not (coined or _numbered_before(text, start))
        ):
            continue
        if stops is None:
            stops = hard_stops(text)
        around = Surroundings(
            bracket is not None,
            (head.needs in _ASK_FOUNDING or (head.type == "body" and head.needs in _ASK_BODY))
            and _FOUNDED.match(text, end) is not None,
            head.needs == "concluded" and _CONCLUDED.match(text, end) is not None,
        )
        walk = walk_left(text, head, start, stops, party_words, founded=around.founded)
        counted = head.type in _COUNTABLE and _COUNTED_BEFORE.search(text, max(0, walk.start - 8), walk.start)
        if not counted and is_proper(head, walk, party_words, around):
            yield Candidate(
                walk.start,
                _title_end(text, head, bracket.end() if bracket else _with_years(text, end, head.type)),
                _type(text, head, walk, end, around),
                compact(text[walk.start : end]),
                (start, end),
                firm=walk.ordinal,
            )


def _width(tail: str, size: int) -> int:
    """How many characters of the tail, blanks included, hold its last `size` letters."""
    if " " not in tail[-size:] and tail[-size:].isalnum():
        return size
    for width in range(size, len(tail) + 1):
        if len(compact(tail[-width:])) == size:
            return width
    return len(tail)


def _numbered_before(text: str, start: int) -> bool:
    before = text[max(0, start - 70) : start]
    return "차 " in before or "회 " in before


def _title_end(text: str, head: Head, end: int) -> int:
    """The end of the title; a relation with its acronym inside goes on ("전략동반자(CSP) 관계")."""
    relation = _RELATION.match(text, end) if head.needs == "acronym" else None
    return relation.end() if relation else end


def _with_years(text: str, end: int, kind: NameType) -> int:
    """The end of a title with the years of a plan or agreement behind it."""
    if kind not in _DATED or text[end : end + 1] != "(":
        return end
    match = _YEARS.match(text, end)
    return match.end() if match else end


def is_founded(text: str, end: int) -> bool:
    """Whether the text founds, opens or sets up what the words before `end` name."""
    return _FOUNDED.match(text, end) is not None


def _type(text: str, head: Head, walk: Walk, end: int, around: Surroundings) -> NameType:
    """The type by decision 28 (a session of a body is an event) and 29 (what is concluded is an agreement)."""
    if head.type == "body" and (walk.ordinal or _SESSION.match(text, end)):
        return "event"
    if head.needs == "concluded" and around.concluded:
        return "agreement"
    return head.type


def may_be_numbered(text: str) -> bool:
    """Whether it is worth looking for `numbered_candidates`."""
    return _DIGIT.search(text) is not None and _NUMBERED_CUES.search(text) is not None


def numbered_candidates(text: str) -> Iterator[Candidate]:
    """Sessions and texts known by a number: "COP28", "안보리 결의 2397호", "비전 2050"."""
    for match in _NUMBERED.finditer(text):
        words = match.group().lstrip()
        start = match.end() - len(words)
        kind: NameType = "document" if words.endswith("호") else "initiative" if words[0] == "비" else "event"
        yield Candidate(start, match.end(), kind, words, (start, match.end()), firm=True)


def law_candidates(text: str) -> Iterator[Candidate]:
    """Statutes written as one word that ends in 법 ("외무공무원법")."""
    for match in _LAW.finditer(text):
        if not match.group().endswith(_NO_LAW) and not is_generic(match.group()[:-1]):
            yield Candidate(match.start(), match.end(), "law", match.group(), match.span())
