"""How a Korean promise words a figure as a target: "교역량 300억불 달성", "2018년 대비 40% 감축"."""

from __future__ import annotations

import re
from typing import NamedTuple

from yaksok.fulfilment.target_words import SHARES, SPANS_OF_TIME, Aim, TargetKind, kinds
from yaksok.records.mentions import Span
from yaksok.records.promise import Comparison

_AFTER = 36  # letters behind a figure in which its verb stands
_BEFORE = 60  # letters before it in which the indicator stands
_MOST_WORDS = 5
_FARTHEST = 16  # letters between a figure and its verb
_OTHER_CLAUSE = re.compile(r"위한|위해|통해|통한|[과와]\s")
_IN_LINE = re.compile(r"목표[치]?에\s?(?:부합|따|맞|대한|대해)")
_LISTED = re.compile(r"\s?(?:이상|이하|규모|수준)?\s?(?:,|·|/|및|과|와)\s?")
_TAIL = re.compile(
    r"(?:\s?\([^()]{0,30}\))?\s?(?P<bound>이상|이하|이내|미만|초과|내외|수준|규모|안팎|선|대)?"
    r"(?:\s?\([^()]{0,30}\))?(?P<particle>으로|로|까지|을|를|의|에서|에|씩|만큼)?(?:\s?\([^()]{0,30}\))?(?=[\s,.)]|[가-힣]|$)"
)
_CLAUSE_END = re.compile(r"[,;.]\s|(?:하고|하며|하여|이며|으며|면서)\s|\s및\s")
_CLAUSE_START = re.compile(
    r"[,;:)(]\s?|[가-힣](?:하고|하며|하여|으며|면서|하도록|[을를]\s?통해|[을를]\s?위해)\s|\s및\s|[▲△•·]\s"
)
_SUBJECT = re.compile(r"^[^,]{0,40}?(?:은|는|께서)\s")
_BASE_YEAR = re.compile(
    r"(?P<year>(?:19|20)\d\d|['’]?\d\d)년?도?(?:\s?(?:실적|수준|배출량|기준))?\s?(?:대비|보다|에\s?비해|기준)"
)
_PREVIOUS = re.compile(
    r"(?:전년|지난해|작년|현재|기존|종전|당초|BAU|배출전망치)(?:\(BAU\))?(?:의|보다|\s?대비)\s?"
)
_BASIS = re.compile(r"(?P<basis>[가-힣A-Za-z][가-힣A-Za-z()·]{1,20})\s?대비\s")
_TRIMMED = re.compile(
    r"(?:\s|^)(?:약|총|최소|최대|연간|연|매년|대폭|단계적으로|점진적으로|지속적으로|각각|향후|추가로|전체|현재의|지금의|현|목표(?:를|인|로)?|까지|중|말까지|내에|이내에|이내)\s?$"
)
_PARTICLE = re.compile(r"(?:을|를|은|는|의|에서|에|,)\s?$")
_BETWEEN = re.compile(r"(?:까지|내에?|이내에?|말|에|안에|중에?)?[\s,]{0,2}(?:약|총|최소|현재의?)?\s?")
_COMPARED = (
    re.compile(
        r"(?:(?:19|20)\d\d|['’]?\d\d)년?도?(?:\s?(?:실적|수준|배출량|기준))?\s?(?:대비|보다|에\s?비해)\s?$"
    ),
    re.compile(r"(?:전년|지난해|작년|현재|기존|종전|당초|BAU|배출전망치)(?:\(BAU\))?(?:의|보다|\s?대비)\s?$"),
)
_LEADING = re.compile(
    r"^(?:까지|내에?|이내에?|안에|중에?|말|부터|에는|에|의|간|년|동안|후|[\s,.:~)\]」’'\"”-]|향후|연간|총|약|매년|단계적으로|우리)+(?=[\s가-힣A-Za-z「‘(]|$)"
)
_VALUE_FROM = re.compile(r"[가-힣A-Za-z%\d,.]+(?:에서|→|->)\s?$")


class _Verb(NamedTuple):
    kind: TargetKind
    start: int


def korean_aim(
    text: str, span: Span, unit: str, times: tuple[Span, ...], *, limited: bool, halved: bool = False
) -> Aim | None:
    """What the words around a figure make of it; None where it is no target.

    `span` is the figure's, `times` those of the times of the text. `limited` says that the promise has a
    deadline of its own, which makes of a number of people to be trained a target. `halved`: the figure is the
    word for a half, to which something is to be cut.
    """
    tail = _TAIL.match(text, span[1])
    if tail is None or tail["particle"] in {"에서", "씩"}:
        return None
    rest = text[tail.end() : span[1] + _AFTER]
    end = _CLAUSE_END.search(rest)
    rest = rest[: end.start() + 1] if end else rest
    verb = _verb(rest)
    bound, particle = tail["bound"] or "", tail["particle"] or ""
    comparison = _comparison(verb, unit, bound, particle, limited=limited)
    if halved:
        comparison = "reduction" if verb is not None and verb.kind == "down" else None
    if comparison is None or (unit in SPANS_OF_TIME and not (particle in {"로", "으로"} or bound)):
        return None
    indicator = _before(text, span[0], times) or _between(
        text, tail.end(), tail.end() + verb.start if verb else 0
    )
    basis = None if unit not in SHARES else _basis(text, span[0])
    return Aim(comparison, indicator, basis, _base_year(text, span))


def listed_aim(text: str, span: Span, times: tuple[Span, ...], next_span: Span, aim: Aim) -> Aim | None:
    """The aim of a figure that shares the verb of the next one: "교역량 300억불, 인적교류 100만명 달성"."""
    joined = _LISTED.match(text, span[1])
    if joined is None or _verb(text[joined.end() : next_span[0]]) is not None:
        return None
    indicator = _before(text, span[0], times)
    return aim._replace(indicator=indicator, basis=None) if indicator else None


def _verb(rest: str) -> _Verb | None:
    """The first word of a kind behind the figure; money that is given is none of a target's."""
    words = kinds("ko")
    best: _Verb | None = None
    given = False
    for place in range(len(rest)):
        for form, kind in words.items():
            if not rest.startswith(form, place):
                continue
            if kind == "given":
                given = True
            elif best is None:
                best = _Verb(kind, place)
            elif best.kind == "output" and kind in {"reach", "goal"}:
                best = _Verb(kind, best.start)
            break
    if best is None or (given and best.kind not in {"reach", "goal"}):
        return None
    far = (
        best.start > _FARTHEST
        or _IN_LINE.match(rest, best.start)
        or _OTHER_CLAUSE.search(rest, 0, best.start)
    )
    return None if far else best


def _comparison(
    verb: _Verb | None, unit: str, bound: str, particle: str, *, limited: bool
) -> Comparison | None:
    if verb is None:
        return None
    most = bound in {"이하", "이내", "미만"}
    to_level = particle in {"으로", "로", "까지"} or bound in {
        "이상",
        "이하",
        "이내",
        "미만",
        "초과",
        "수준",
        "규모",
        "선",
        "대",
    }
    if unit == "times":
        return "growth" if verb.kind in {"up", "reach", "goal"} else None
    if verb.kind in {"reach", "goal"}:
        return "at_most" if most else "at_least"
    if verb.kind == "cap":
        return "at_most"
    if verb.kind in {"up", "down"}:
        # "20% 이상 감축" is by so much, "20% 이상으로 확대" up to it.
        to = particle in {"으로", "로", "까지"}
        by_more = bound == "이상" and not to and (unit in SHARES or verb.kind == "down")
        if to_level and not by_more:
            return "at_least" if verb.kind == "up" else "at_most"
        if unit not in SHARES and (unit == "count" or not limited):
            return None
        return "growth" if verb.kind == "up" else "reduction"
    if verb.kind == "keep":
        return "at_least" if bound in {"이상", "초과"} else "at_most" if most else "exactly"
    counted = unit == "count" and bound not in {"이상", "초과"}
    money = len(unit) == 3 and unit.isupper()
    return "at_least" if limited and not counted and not money and unit not in SPANS_OF_TIME else None


def _before(text: str, start: int, times: tuple[Span, ...]) -> Span | None:
    """The words before a figure that say what is measured, without time, subject and particle."""
    # "협의체(30개 이상으로 확대)": the brackets belong to what stands before them.
    stop = _without_times(text, len(text[:start].rstrip("( ")), times)
    first = max([stop - _BEFORE, 0, *(end for _, end in times if end <= stop)])
    for match in _CLAUSE_START.finditer(text, first, stop):
        # A name with its abbreviation in brackets goes on behind them.
        if text[match.start()] not in "()" or (
            text[match.start()] == "(" and ")" not in text[match.end() : stop]
        ):
            first = match.end()
    subject = _SUBJECT.match(text[first:stop])
    if subject and text[first + subject.end() : stop].strip():
        first += subject.end()
    for pattern in (_BASE_YEAR, _PREVIOUS):
        for match in pattern.finditer(text, first, stop):
            first = match.end()
    leading = _LEADING.match(text[first:stop])
    first += leading.end() if leading else 0
    return _trimmed(text, first, stop)


def _without_times(text: str, stop: int, times: tuple[Span, ...]) -> int:
    """Where the words end that stand before the times and comparisons right before a figure."""
    for _ in range(3):
        near = max(0, stop - 30)
        ends = [
            match.start() for pattern in _COMPARED for match in [pattern.search(text[near:stop])] if match
        ]
        ends = [near + at for at in ends]
        ends += [first for first, end in times if end <= stop and _BETWEEN.fullmatch(text[end:stop])]
        if not ends:
            break
        stop = min(ends)
    return stop


def _trimmed(text: str, first: int, stop: int) -> Span | None:
    """A stretch without blanks, adverbs and particle, at most a few words of it."""
    words = text[first:stop].rstrip()
    if words.endswith(("에서", "→")):
        words = _VALUE_FROM.sub("", words).rstrip()
    words = _without_particle(_without_adverbs(words))
    kept = _without_adverbs(words).split()[-_MOST_WORDS:]
    if not kept:
        return None
    start = first + words.rfind(kept[0]) if len(kept) == 1 else first + _start_of(words, kept)
    end = first + len(_without_adverbs(words))
    return (start, end) if _names_something(text[start:end]) else None


def _start_of(words: str, kept: list[str]) -> int:
    """Where the last words of a stretch begin."""
    at = len(words)
    for word in reversed(kept):
        at = words.rfind(word, 0, at)
    return at


def _without_adverbs(words: str) -> str:
    for _ in range(3):
        shorter = _TRIMMED.sub("", words).rstrip()
        if shorter == words:
            break
        words = shorter
    return words


def _without_particle(words: str) -> str:
    """The words without their particle; 이 and 가 are one only behind the right kind of syllable."""
    bare = _PARTICLE.sub("", words).rstrip()
    if bare == words and words[-1:] in {"이", "가"} and "가" <= words[-2:-1] <= "힣":
        closed = (ord(words[-2]) - 0xAC00) % 28 > 0
        if closed == (words[-1] == "이"):
            bare = words[:-1]
    return bare if len(bare) > 1 else words


def _names_something(words: str) -> bool:
    return sum(letter.isalpha() for letter in words) > 1


def _between(text: str, start: int, stop: int) -> Span | None:
    """The words between a figure and its verb: "2,000만명의 관광객 유치"."""
    if stop <= start:
        return None
    words = text[start:stop]
    found = _trimmed(text, start + len(words) - len(words.lstrip()), stop)
    return found if found is None or len(text[slice(*found)].split()) <= 3 else None


def _basis(text: str, start: int) -> Span | None:
    for match in _BASIS.finditer(text, max(0, start - _BEFORE), start):
        if (
            not match["basis"].endswith("년")
            and not _PREVIOUS.match(match[0])
            and not match["basis"][0].isdigit()
        ):
            return match.span("basis")
    return None


def _base_year(text: str, span: Span) -> int | None:
    for match in _BASE_YEAR.finditer(text, max(0, span[0] - _BEFORE), min(len(text), span[1] + _BEFORE)):
        digits = match["year"].strip("'’")
        return int(digits) if len(digits) == 4 else 2000 + int(digits)
    return None
