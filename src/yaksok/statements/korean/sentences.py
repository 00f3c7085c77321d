"""Where a Korean paragraph splits: sentences, inline lists, slashes, notes at its end."""

from __future__ import annotations

import re

from yaksok.outline.marks import CIRCLED_VALUES, PAREN_NUMBER_VALUES
from yaksok.records.mentions import Span
from yaksok.statements.brackets import Brackets
from yaksok.statements.korean.tails import without_signs

Element = tuple[str, Span]

_STOP = re.compile(r"[.?!。][\"”’'」』)\]>〉]{0,3}(?=\s)")
_BEFORE_STOP = re.compile(r"[가-힣%)\]」』’”\"']$")
_SHORT_LABEL = re.compile(r"(?:^|[\s(])(?:[가나다라마바사아자차카타파하]|제\d{1,3}조)$")
_SIGNS = re.compile(
    r"[▲▴△▵▶▷▸►]|[\ue000-\uf8ff❍❑]|(?<![^\s,])[●■□◆◇▪•○](?=[가-힣A-Za-z「『‘“])|[①-⑳❶-❿➊-➓➀-➉⓵-⓾⑴-⑿]|(?<![\d(.])(?<!\w)\d{1,2}\)|\(\d{1,2}\)|\([가-하]\)"
)
_HAS_SIGN = re.compile(r"[▲▴△▵▶▷▸►❍❑●■□◆◇▪•○\ue000-\uf8ff①-⑳❶-❿➊-➓➀-➉⓵-⓾⑴-⑿]")
# What private-use glyphs of word processors show.
_WRITTEN_BULLETS = frozenset("❍❑●■□◆◇▪•○")
_HAS_BRACKETED_SIGN = re.compile(r"\d\)|\([가-하]\)")
_LEAD_TAIL = ":：,;/·-–"
_ELEMENT_TAIL = ",;/·"
_SLASH = re.compile(r"\s/\s?|(?<=\S)/\s")
_LABEL = re.compile(r"^\([^()]{1,30}\)\s?")
_LETTER = re.compile(r"[가-힣A-Za-z]")
_BRACKETED_TAIL = re.compile(r"\s?\([^()]{0,200}\)$")
_LONG_ITEM = 300
_HANGUL_LETTERS = "가나다라마바사아자차카타파하"


def split_sentences(text: str) -> list[Span]:
    """Spans of the sentences of a paragraph, without white space around them.

    A sentence ends at a full stop, question or exclamation mark (with the quotes and brackets
    that close behind it) before white space, outside of brackets; not after numbers, labels
    such as "가." and abbreviations.
    """
    spans: list[Span] = []
    start = 0
    brackets: Brackets | None = None
    for match in _STOP.finditer(text):
        brackets = brackets or Brackets(text)
        if not _ends_sentence(text, start, match, brackets):
            continue
        spans.append((start, match.end()))
        start = match.end()
        while start < len(text) and text[start].isspace():
            start += 1
    if start < len(text):
        spans.append((start, len(text)))
    return spans


def _ends_sentence(text: str, start: int, match: re.Match[str], brackets: Brackets) -> bool:
    before = text[max(start, match.start() - 12) : match.start()]
    if not _BEFORE_STOP.search(before) or _SHORT_LABEL.search(before):
        return match.group()[0] in "?!" and brackets.is_outside(start, match.start())
    return brackets.is_outside(start, match.end())


def split_inline(text: str) -> tuple[Span | None, list[Element]]:
    """The lead-in and the marked elements of an inline list; (None, []) where there is none.

    ▲ ▴ and the like mark an element each; ① 1) (1) and private-use glyphs only as a sequence of
    two or more. What parts the elements ("," "/" ":") is in no span.
    """
    if not (_HAS_SIGN.search(text) or (")" in text and _HAS_BRACKETED_SIGN.search(text))):
        return None, []
    marks = _list_marks(text)
    if not marks:
        return None, []
    elements = []
    for (_, end, glyph), following in zip(marks, [*marks[1:], (len(text), 0, "")], strict=True):
        span = _trimmed(text, end, following[0], _ELEMENT_TAIL if following[2] else None)
        if span is not None:
            elements.append((glyph, span))
    lead = _trimmed(text, 0, marks[0][0], _LEAD_TAIL)
    if lead is not None and not any(sign.isalnum() for sign in text[lead[0] : lead[1]]):
        lead = None
    return lead, elements


def _trimmed(text: str, start: int, end: int, tail: str | None) -> Span | None:
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    part = part.strip()
    if tail is not None:
        part = without_signs(part, tail)
    return (start, start + len(part)) if part else None


def _list_marks(text: str) -> list[tuple[int, int, str]]:
    """Start, end and glyph of the marks of the inline list, empty if they make none."""
    groups: dict[str, list[tuple[int, int, str, int]]] = {}
    brackets = Brackets(text)
    for match in _SIGNS.finditer(text):
        glyph = match.group()
        if glyph in "△▵" and text[match.end() : match.end() + 1].isdigit():
            continue
        family, value = _family_of(glyph)
        if not brackets.is_outside(0, match.start()):
            continue
        groups.setdefault(family, []).append((match.start(), match.end(), glyph, value))
    best: list[tuple[int, int, str]] = []
    for family, marks in groups.items():
        kept = _sequence(family, marks)
        if kept and (not best or kept[0][0] < best[0][0]):
            best = kept
    return best


def _family_of(glyph: str) -> tuple[str, int]:
    if glyph in CIRCLED_VALUES:
        return "circled", CIRCLED_VALUES[glyph]
    if glyph in PAREN_NUMBER_VALUES:
        return "paren", PAREN_NUMBER_VALUES[glyph]
    if glyph[0] == "(":
        inner = glyph[1:-1]
        return ("paren", int(inner)) if inner.isdigit() else ("hangul", _HANGUL_LETTERS.find(inner) + 1)
    if glyph[-1] == ")":
        return "number", int(glyph[:-1])
    if "\ue000" <= glyph <= "\uf8ff" or glyph in _WRITTEN_BULLETS:
        return "private" + glyph, 0
    return "sign", 0


def _sequence(family: str, marks: list[tuple[int, int, str, int]]) -> list[tuple[int, int, str]]:
    if family == "sign":
        return [(start, end, glyph) for start, end, glyph, _ in marks]
    if family.startswith("private"):
        return [(start, end, glyph) for start, end, glyph, _ in marks] if len(marks) > 1 else []
    kept = []
    wanted = 1
    for start, end, glyph, value in marks:
        if value == wanted:
            kept.append((start, end, glyph))
            wanted += 1
    return kept if len(kept) > 1 else []


def split_slash(text: str) -> list[Span]:
    """The complete items that slashes with a space beside them part; one span if there is no split.

    GUIDE Decision 8: both sides must be items of their own. A short left side shares the
    predicate of the right one, and lists of nouns are one item.
    """
    if "/" not in text:
        return [(0, len(text))]
    brackets = Brackets(text)
    cuts = [match for match in _SLASH.finditer(text) if brackets.is_outside(0, match.start())]
    spans: list[Span] = []
    start = 0
    next_slash = -1
    for match in cuts:
        if next_slash < match.end():
            next_slash = text.find(" / ", match.end())
            next_slash = len(text) if next_slash < 0 else next_slash
        left, right = _ends_of(text, start, match.start()), _ends_of(text, match.end(), next_slash)
        if _is_item(left, minimum=3) and _is_item(right, minimum=2):
            spans.append((start, match.start()))
            start = match.end()
    spans.append((start, len(text)))
    trimmed = [_trimmed(text, a, b, None) for a, b in spans]
    return [span for span in trimmed if span is not None]


def _ends_of(text: str, start: int, end: int) -> str:
    """A part of a text; of a very long one its two ends, which are all that tells an item."""
    if end - start <= 2 * _LONG_ITEM:
        return text[start:end]
    return f"{text[start : start + _LONG_ITEM]} {text[end - _LONG_ITEM : end]}"


def _is_item(text: str, *, minimum: int) -> bool:
    """Words enough, and an end that says what is done or held, not another member of a list."""
    text = _LABEL.sub("", text.strip())
    if len(text.split()) < minimum:
        return False
    tail = _BRACKETED_TAIL.search(text)
    if tail and re.search(r"\d\s?주년|\d+\s?명|\d+\s?%", tail.group()):
        return False
    if tail and not text[: tail.start()].endswith(("립", "진", "대", "화", "행", "결")) and minimum == 2:
        return len(text.split()) > 3
    return _LETTER.search(text) is not None
