"""Where English sentences and inline elements begin and end.

Rules of the reading contract for English documents, 2-4; wrapped lines: `yaksok.outline.hyphens`.
"""

from __future__ import annotations

import re
from functools import cache

from yaksok.records.mentions import Span
from yaksok.reference.tables import rows

# A stop with the closing quotes and brackets behind it and, at most, a pointer to a footnote.
_STOP = re.compile(r"([.!?…]+)(?:[\"'”’)\]]{1,4})?(?:\[\d{1,3}\]|\d{1,2}\)|[*†‡]{1,3})?(?=\s)")
_WORD_BEFORE = re.compile(r"[^\s(\[\"“'‘/–—-]{1,20}$")
_NEXT = re.compile(r"\s*([\"“'‘(\[]{0,3})([^\s]{1,20})")

# After "U.S." and the like only a word that usually opens a sentence makes a new sentence.
_STARTERS = frozenset(
    "The This That These Those It Its They Their He She His Her We Our I You In On At As By For From Under With"
    " To Both All Each Since After Before During While When Such Following Also However Moreover Furthermore"
    " Finally There Through Despite Although Two Three Building Noting Recalling Recognizing Meanwhile".split()
)


_CAPTIONS = frozenset("Table Figure Chart Box Annex Section Part Chapter Article Appendix Map".split())


@cache
def _abbreviations() -> dict[str, str]:
    return {row["form"]: row["kind"] for row in rows("english_abbreviations")}


def _ends_here(text: str, stop: re.Match[str], start: int) -> bool:
    following = _NEXT.match(text, stop.end())
    if following is None:
        return True
    word = following.group(2)
    if word[0].islower() and not following.group(1):
        # Lower case goes on with the sentence ('"We act!" he said'), but "iPhone" and the like are rare.
        return False
    if stop.group(1) != ".":
        return True
    if stop.end() > stop.end(1):
        return True
    before = _WORD_BEFORE.search(text, max(start, stop.start() - 20), stop.start())
    if before is None:
        return True
    opening = text[start : min(before.start(), start + 24)].strip()
    if opening in _CAPTIONS and before.group().rstrip("AB").isdigit():
        # "Table 1. Disbursements"
        return False
    return _ends_after(before.group(), word, first=not opening)


def _ends_after(word: str, following: str, *, first: bool) -> bool:
    if first and (word.isdigit() or len(word) == 1):
        # "1. The two sides": the number of a paragraph.
        return False
    kind = _abbreviations().get(word)
    if kind == "title":
        return False
    if kind == "number":
        return not following[0].isdigit()
    if len(word) == 1 and word.isalpha() and word.isupper() and word != "I":
        # A person's initial ("John F. Kennedy").
        return False
    if kind == "either" or re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", word):
        return following.rstrip(",") in _STARTERS
    return True


def split_sentences(text: str) -> list[Span]:
    """Spans of the sentences of one joined paragraph, without the white space around them.

    A sentence ends at . ! ? with its closing quotes or brackets; never at a semicolon, colon or
    dash, nor after initials and abbreviations inside a sentence.
    """
    spans: list[Span] = []
    start = 0
    for stop in _STOP.finditer(text):
        if stop.end() > start and _ends_here(text, stop, start):
            spans.append((start, stop.end()))
            start = stop.end()
    spans.append((start, len(text)))
    return [trimmed for span in spans if (trimmed := _trim(text, *span))[0] < trimmed[1]]


def _trim(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_SERIES: dict[str, tuple[str, ...]] = {
    "(a)": tuple(f"({chr(97 + n)})" for n in range(26)),
    "(i)": tuple(f"({roman})" for roman in _ROMAN),
    "(1)": tuple(f"({n})" for n in range(1, 31)),
    "(A)": tuple(f"({chr(65 + n)})" for n in range(26)),
    "a)": tuple(f"{chr(97 + n)})" for n in range(26)),
    "i)": tuple(f"{roman})" for roman in _ROMAN),
    "1)": tuple(f"{n})" for n in range(1, 31)),
    "①": tuple(_CIRCLED),
}
_MARK = re.compile(
    rf"(?:(?<=\s)|(?<![^:;,—–-]))(?:\(?(?:[a-zA-Z]|[ivx]{{2,5}}|\d{{1,2}})\)(?=\s)|[{_CIRCLED}])"
)
# "paragraphs (a) and (b)", "Article 3 (a)": a citation, not a list.
_CITED = re.compile(
    r"\b(?:articles?|paragraphs?|paras?\.?|sections?|sub-?paragraphs?|items?|points?|clauses?|annex(?:es)?|options?"
    r"|chapters?|(?:resolutions?|agreements?|article|section)\s+[\d.]+|rules?|categor(?:y|ies)|[Nn]os?\.)\s*[\d.]*\s*$",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"[\s,;]*(?:(?<=[\s,;])(?:and/or|and|or|as well as)\b)?[\s,;]*$")


def split_inline(text: str) -> tuple[Span | None, list[tuple[str, Span]]]:
    """The inline enumeration of one sentence: its lead-in and its elements as (marker, span).

    The lead-in comes without its ":", None where nothing stands before the first marker; separators
    between elements (", ; and or") belong to no span; the full stop stays with the last element.
    Without a series of at least two markers that begins at the first one: (None, []).
    """
    if ")" not in text and not any(mark in text for mark in "①②"):
        return None, []
    marks = _series(text)
    if len(marks) < 2:
        return None, []
    elements: list[tuple[str, Span]] = []
    for position, (mark, _, start) in enumerate(marks):
        last = position + 1 == len(marks)
        end = len(text) if last else marks[position + 1][1]
        if not last:
            tail = _SEPARATOR.search(text, max(start, end - 40), end)
            end = tail.start() if tail else end
        span = _trim(text, start, end)
        if span[0] >= span[1]:
            return None, []
        elements.append((mark, span))
    lead = _trim(text, 0, marks[0][1])
    if text[lead[0] : lead[1]].endswith(":"):
        lead = _trim(text, lead[0], lead[1] - 1)
    return (lead if lead[0] < lead[1] else None), elements


def _series(text: str) -> list[tuple[str, int, int]]:
    """Markers of the first series that starts at its beginning and is in order: (mark, start, end)."""
    chosen: tuple[str, ...] = ()
    found: list[tuple[str, int, int]] = []
    for match in _MARK.finditer(text):
        mark = match.group()
        if not chosen:
            if mark in _SERIES and not _CITED.search(text, max(0, match.start() - 40), match.start()):
                chosen = _SERIES[mark]
                found.append((mark, match.start(), match.end()))
        elif len(found) < len(chosen) and mark == chosen[len(found)]:
            found.append((mark, match.start(), match.end()))
    return found
