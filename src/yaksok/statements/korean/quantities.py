"""Quantities of a Korean statement: figures with a counter, a currency or a unit, in full value.

Rules: the reading contract, section on quantities and decisions 25, 26, 32, 42 and 43. Figures
that times have taken are left alone; ordinals, anniversaries, codes (G20, 5G) and scores are no
quantities.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from typing import NamedTuple

from yaksok.records.mentions import QuantityMention, TimeMention
from yaksok.statements.context import StatementContext
from yaksok.statements.korean.numerals import FIGURE, Numeral, number, read_numeral, skip_some
from yaksok.statements.korean.quantity_doubts import RATES, is_artwork_count, is_counted, is_part_of_other
from yaksok.statements.korean.quantity_units import UnitRead, currency_prefixes, read_unit
from yaksok.statements.korean.unit_heads import (
    HeadUnit,
    column_units,
    inherited_units,
    label_units,
    noted_units,
)

DIGIT = re.compile("[0-9]")
MINUS = frozenset("△▽▼−-")
SIGNED_UNITS = frozenset({"percent", "percentage_point", "celsius", "point"})
CURRENCY_BEFORE = re.compile(r"(?:[A-Z]{0,2}[$＄]|[€£¥₩￦₹₽₫฿]|[A-Z]{3}|미화)\s?$")
HALF_MORE = re.compile(r"\s?반(?=\s?(?:만|간|동안|의|이나|에|가량|여|후|전|넘|째)|[^가-힣]|$)")
LARGEST_ITEM_NUMBER = 12
LONGEST_HEADER = 200
HALF_UNITS = frozenset({"year", "month", "hour", "times", "week", "day"})
RANGE_TO_FIGURE = re.compile(r"\s?(?:[~∼〜～\-–—→⇒]|에서)\s?(?=[0-9])")
CELL_AFTER = re.compile(r"$|\s(?![가-힣])|[|)]|\s?[→(]|\s(?=[가-힣]{2})")


class Figure(NamedTuple):
    """A numeral with the place where its words begin and its sign."""

    start: int
    numeral: Numeral
    value: int | Decimal


def find_quantities(
    text: str, times: Sequence[TimeMention], *, context: StatementContext | None = None
) -> tuple[QuantityMention, ...]:
    """The quantities of one statement in text order, with spans into `text`.

    `times` are the statement's times, whose figures are taken. With `context`, bare figures of
    a table cell take their unit from the label or the headings above. The same words with the
    same value are given once.
    """
    if DIGIT.search(text) is None:
        return ()
    found: list[QuantityMention] = []
    seen: set[tuple[str, int | float, str]] = set()
    for mention in _mentions(text, times, context):
        key = (mention.text.replace(" ", ""), mention.value, mention.unit)
        if key not in seen:
            seen.add(key)
            found.append(mention)
    return tuple(found)


def _mentions(
    text: str, times: Sequence[TimeMention], context: StatementContext | None
) -> Iterator[QuantityMention]:
    figures = _figures(text, times)
    heads = _heads(text, figures, context)
    end = 0
    for index, figure in enumerate(figures):
        mention = _worded(text, figure, figures, index) or _headed(text, figure, heads.get(index))
        if mention is not None and mention.span[0] >= end and not _meets_time(mention, times):
            end = mention.span[1]
            yield mention


def _meets_time(mention: QuantityMention, times: Sequence[TimeMention]) -> bool:
    """Whether the words of a quantity run into a time behind it."""
    start, end = mention.span
    following = bisect_right(times, start, key=lambda time: time.span[0])
    return following < len(times) and times[following].span[0] < end


def _figures(text: str, times: Sequence[TimeMention]) -> list[Figure]:
    """The numerals that may be quantities, from left to right."""
    figures: list[Figure] = []
    words = {time.text for time in times}
    lengths = {len(word) for word in words}
    index = end = 0
    for match in FIGURE.finditer(text):
        start = match.start()
        while index < len(times) and times[index].span[1] <= start:
            index += 1
        if start < end or (index < len(times) and times[index].span[0] <= start):
            continue
        # The money of a project behind its years: (2022-2026/900만불).
        behind_time = index > 0 and times[index - 1].span[1] == start - 1 and text[start - 1] == "/"
        if (is_part_of_other(text, start) and not behind_time) or (
            words and _is_said_time(text, start, words, lengths)
        ):
            continue
        numeral = read_numeral(text, match)
        if numeral is None:
            continue
        end = numeral.end
        if start > 0 and text[start - 1] in MINUS and _is_sign(text, start - 1):
            figures.append(Figure(start - 1, numeral, -numeral.value))
        else:
            figures.append(Figure(start, numeral, numeral.value))
    return figures


def _is_said_time(text: str, start: int, words: AbstractSet[str], lengths: AbstractSet[int]) -> bool:
    """Whether a time of the statement is said again here: listed once, and no quantity either."""
    for length in lengths:
        if text[start : start + length] in words or text[max(0, start - 1) : start - 1 + length] in words:
            return True
    return False


def _is_sign(text: str, place: int) -> bool:
    """Whether the dash before a figure is a minus: △ always, a hyphen only after a space or bracket."""
    return text[place] in "△▽▼" or place == 0 or text[place - 1] in " (:→"


def _worded(text: str, figure: Figure, figures: Sequence[Figure], index: int) -> QuantityMention | None:
    """The quantity of a figure that has its own unit, or shares the one of the figure behind a range."""
    money = _with_sign_before(text, figure)
    if money is not None:
        return money
    numeral, value = figure.numeral, figure.value
    unit = _unit_behind(text, figure.start, numeral)
    if unit is None:
        return _first_of_range(text, figure, figures, index)
    if not unit.unit or not is_counted(text, figure.start, unit, numeral):
        return None
    start = figure.start
    if value < 0 and text[start] in "-−" and unit.unit not in SIGNED_UNITS:
        start, value = start + 1, -value
    if is_artwork_count(text, figure.start, unit):
        unit = unit._replace(unit="count")
    end = unit.end - 1 if unit.word in RATES else unit.end
    half = HALF_MORE.match(text, end) if text[end : end + 2].lstrip(" ")[:1] == "반" else None
    if half is not None and unit.unit in HALF_UNITS:
        value, end = value + Decimal("0.5"), half.end()
    return _mention(text, start, end, value, unit.unit)


def _unit_behind(text: str, start: int, numeral: Numeral) -> UnitRead | None:
    pos = skip_some(text, numeral.end)
    unit = read_unit(text, pos, scaled=numeral.scaled)
    # A figure glued to the word before it is that word's (코로나19 대응): its counter must be glued too.
    # So must that of a small number at the very start, which may be the item's own.
    if unit is None or numeral.scaled or len(unit.word) > 1 or not text.startswith(" ", pos):
        return unit
    glued = numeral.value <= LARGEST_ITEM_NUMBER if start == 0 else "가" <= text[start - 1] <= "힣"
    return None if glued else unit


def _with_sign_before(text: str, figure: Figure) -> QuantityMention | None:
    """Money with its sign in front: $2.5억, US$ 300만, €3."""
    before = text[max(0, figure.start - 2) : figure.start].rstrip(" ")[-1:]
    if not before or ("가" <= before <= "힣" and before != "화") or before in "(,.":
        return None
    sign = CURRENCY_BEFORE.search(text, max(0, figure.start - 4), figure.start)
    code = None if sign is None else currency_prefixes().get(sign[0].strip())
    if sign is None or code is None:
        return None
    behind = _unit_behind(text, figure.start, figure.numeral)
    end = behind.end if behind is not None and behind.unit == code else figure.numeral.end
    return _mention(text, sign.start(), end, figure.value, code)


def _first_of_range(
    text: str, figure: Figure, figures: Sequence[Figure], index: int
) -> QuantityMention | None:
    """The first figure of "30~50개" or "4,800 → 5,200명", whose unit stands behind the second."""
    tie = RANGE_TO_FIGURE.match(text, figure.numeral.end)
    if tie is None or index + 1 >= len(figures) or figures[index + 1].start != tie.end():
        return None
    second = figures[index + 1]
    unit = _unit_behind(text, second.start, second.numeral)
    if unit is None or not unit.unit or not is_counted(text, second.start, unit, second.numeral):
        return None
    value = figure.value
    if second.numeral.scaled and not figure.numeral.scaled:
        value *= _scale(second)
    return _mention(text, figure.start, figure.numeral.end, value, unit.unit)


def _scale(figure: Figure) -> int:
    """The largest power of ten thousand in a scaled number: what "10" means in "10~20억"."""
    power, value = 10_000, abs(int(figure.value))
    while power * 10_000 <= value:
        power *= 10_000
    return power


def _heads(text: str, figures: Sequence[Figure], context: StatementContext | None) -> dict[int, HeadUnit]:
    """The unit that a label or heading gives to each bare figure, by the figure's index."""
    bare = [index for index, figure in enumerate(figures) if _is_cell(text, figure)]
    if not bare:
        return {}
    trail = () if context is None else context.trail
    columns = column_units(trail[-1]) if trail and len(trail[-1]) <= LONGEST_HEADER else []
    places = {index: text.count(" ", figures[index].numeral.end) for index in bare}
    if len(columns) <= max(places.values()) + 1:
        # Fewer words than cells: a caption, whose unit is that of all figures.
        return _row_units(text, figures, bare, inherited_units(trail), trail)
    of_all = noted_units(trail) or [unit for unit in columns[-1:] if unit is not None]
    units = _row_units(text, figures, bare, of_all, trail)
    for index, place in places.items():
        column = columns[place]
        if column is not None:
            units[index] = column
    return units


def _row_units(
    text: str,
    figures: Sequence[Figure],
    bare: Sequence[int],
    units: list[HeadUnit],
    trail: Sequence[str],
) -> dict[int, HeadUnit]:
    """The units that the row's own label gives to its bare figures, else `units` from above for all."""
    labels = label_units(text)
    if labels:
        ends = [end for end, _ in labels]
        places = {index: bisect_right(ends, figures[index].start) for index in bare}
        return {index: labels[place - 1][1] for index, place in places.items() if place > 0}
    if len(units) > 1 and len(units) < len(bare):
        others = [unit for unit in noted_units(trail) if unit.unit != "percent"]
        units = others if len(others) == 1 else []
    if len(units) == 1:
        return dict.fromkeys(bare, units[0])
    return dict(zip(bare, units, strict=False))


def _is_cell(text: str, figure: Figure) -> bool:
    """Whether a figure stands alone, as in a table's cell."""
    before = figure.start == 0 or text[figure.start - 1] in " (|:→"
    after = text[figure.numeral.end : figure.numeral.end + 1]
    return (
        before and (not after or after in " |)→(") and CELL_AFTER.match(text, figure.numeral.end) is not None
    )


def _headed(text: str, figure: Figure, head: HeadUnit | None) -> QuantityMention | None:
    if head is None or _unit_behind(text, figure.start, figure.numeral) is not None:
        return None
    return _mention(text, figure.start, figure.numeral.end, figure.value * head.factor, head.unit)


def _mention(text: str, start: int, end: int, value: int | Decimal, unit: str) -> QuantityMention:
    return QuantityMention(text[start:end], (start, end), number(value), unit)
