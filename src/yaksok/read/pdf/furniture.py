"""Running heads, feet and page numbers: by their place on the page, and because they come back on others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from yaksok.read.pdf.content import Line, Page, TableBlock
from yaksok.records.layout import PlaceKind

# The zones of a page, as shares of its height, in which heads and feet stand.
_HEAD_ZONE = 0.14
_FOOT_ZONE = 0.86
_LINES_LOOKED_AT = 3
_LONGEST = 80
_SAME_HEIGHT = 8.0
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:[-–—―‐~·\[(<|]{1,2}\s{0,3})?(?:[Pp](?:age|\.)?\s?)?(?P<number>\d{1,4}|[ivxlc]{1,6}|[ⅰ-ⅹ])"
    r"(?:\s?(?:/|of|쪽|페이지|면)\s?\d{0,4}\s?(?:쪽|페이지)?)?(?:\s{0,3}[-–—―‐~·\])>|]{1,2})?\s*$"
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def mark_furniture(pages: Sequence[Page]) -> None:
    """Sets the kind of the lines that are headers, footers or page numbers."""
    heads = [_zone(page, top=True) for page in pages]
    feet = [_zone(page, top=False) for page in pages]
    _mark_numbers(pages, heads)
    _mark_numbers(pages, feet)
    _mark_repeated(pages, heads, "header")
    _mark_repeated(pages, feet, "footer")


def page_number_of(text: str) -> int | None:
    """The number that a line shows if it is nothing but a page number."""
    match = _PAGE_NUMBER.match(text.strip())
    if match is None:
        return None
    number = match.group("number")
    if number.isdigit():
        return int(number)
    if "ⅰ" <= number <= "ⅹ":
        return ord(number) - ord("ⅰ") + 1
    values = [_ROMAN[letter] for letter in number]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))


def _zone(page: Page, *, top: bool) -> list[Line]:
    """The outermost lines of a page's head or foot, none from beyond a table."""
    items = sorted(page.items, key=lambda item: item.top, reverse=not top)
    lines: list[Line] = []
    for item in items:
        height = (item.top + item.bottom) / 2 - page.top_edge
        outside = height > _HEAD_ZONE * page.height if top else height < _FOOT_ZONE * page.height
        if (
            outside
            or isinstance(item, TableBlock)
            or len({round(line.baseline) for line in lines}) >= _LINES_LOOKED_AT
        ):
            break
        if item.kind == "body":
            lines.append(item)
    return lines


def _mark_numbers(pages: Sequence[Page], zones: Sequence[list[Line]]) -> None:
    """Page numbers grow with the pages; on a single page the outermost line may be one."""
    found: list[tuple[int, Line, int]] = []
    for page, lines in zip(pages, zones, strict=True):
        for line in lines:
            number = page_number_of(line.text)
            if number is not None:
                found.append((page.number, line, number))
    steps = Counter(number - page for page, _, number in found)
    for page_number, line, number in found:
        decorated = not line.text.strip().isalnum()
        grows = steps[number - page_number] >= 2
        alone = number == page_number or (len(pages) < 3 and decorated)
        if grows or alone:
            line.kind = "page_number"


def _mark_repeated(pages: Sequence[Page], zones: Sequence[list[Line]], kind: PlaceKind) -> None:
    """Lines that stand at the same height with the same words, but for numbers, on several pages."""
    seen: Counter[tuple[str, int]] = Counter()
    for page, lines in zip(pages, zones, strict=True):
        seen.update({key for line in lines for key in _keys(page, line)})
    filled = sum(1 for lines in zones if lines)
    needed = 2 if filled <= 4 else max(3, filled // 8)
    for page, lines in zip(pages, zones, strict=True):
        for line in lines:
            if line.kind == "body" and any(seen[key] >= needed for key in _keys(page, line)):
                line.kind = kind


def _keys(page: Page, line: Line) -> Iterable[tuple[str, int]]:
    """What a line shares with its like on other pages: its words, and its height, rounded up and down."""
    text = _DIGITS.sub("0", "".join(line.text.split()))
    if not 2 <= len(text) <= _LONGEST:
        return ()
    height = (line.baseline - page.top_edge) / _SAME_HEIGHT
    return (text, int(height)), (text, int(height + 0.5) + 1_000_000)
