"""Quantities in English statements: the number with its currency or unit, in full.

Rules 28 and 29 of the reading contract for English documents and decisions 25-26 and 43.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from yaksok.records.mentions import QuantityMention, Span, TimeMention
from yaksok.reference.tables import rows
from yaksok.statements.context import StatementContext
from yaksok.statements.english.quantity_antecedents import unit_from_before
from yaksok.statements.english.quantity_words import (
    NUMBER_WORDS,
    QUANTITY_WORDS,
    counted_unit,
    is_partner_count,
    multiplied,
    times_unit,
)

_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "mn": 10**6, "bn": 10**9,
           "dozen": 12, "lakh": 10**5, "crore": 10**7, "m": 10**6, "b": 10**9, "tn": 10**12, "k": 10**3}  # fmt: skip
_SIGNS = r"(?:[A-Z]{1,3}\$|U\.S\.\s?\$|JP¥|[$€£¥₩₹])"
_CODES = (
    r"(?:USD|EUR|KRW|JPY|AUD|CAD|NZD|GBP|CNY|RMB|SGD|CHF|INR|IDR|SEK|NOK|DKK|AED|SAR|KZT|UZS|MNT|PLN|CZK"
    r"|HUF|TRY|BRL|MXN|ZAR|KES|NGN|ILS|QAR|KWD|THB|VND|MYR|PHP|HKD|TWD|PKR|BDT|LKR|UAH|RUB|PGK|FJD"
    r"|GHS|TZS|UGX|RWF|ETB|XOF|XAF|WST|VUV|SBD|EGP|TND|BWP|NAD|ZMW|MZN|MUR|NPR|MMK|KHR|LAK|BND|GEL|AMD|AZN|RON|BGN|RSD|ISK"
    r"|CLP|UYU|JOD|OMR|BHD|IQD|LBP|Rs\.?|K[Ss]h|VT|Euros?)"
)
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = r"(?:\s?(?:thousand|million|billion|trillion|lakh|crore)\b|\s?(?:mn|bn|tn)\b)"
_NUMBER = re.compile(
    rf"(?:(?P<money>(?:(?<![A-Za-z]){_SIGNS}|\b{_CODES})\s?)(?P<amount>{_DIGITS})(?P<scale>{_SCALE}|[mbk]\b)?"
    rf"|(?<![\w.,/+$€£#°])(?<![A-Za-z]-)(?P<digits>{_DIGITS})(?P<size>{_SCALE})?(?P<glued>%|°C|(?:MW|GW|kW|km|kg|ha|MWh|GWh|TWh)\b)?(?!\w)"
    rf"|\b(?P<word>{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))}|[Oo]ne(?=\s(?:hundred|thousand|million|billion|trillion)\b))"
    r"(?P<tail>(?:\s(?:hundred|thousand|million|billion|trillion|dozen))*)\b"
    r"|\b(?P<times>(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3})-?fold|(?:[Dd]oubl|[Tt]ripl|[Qq]uadrupl)(?:e[sd]?|ing)|[Tt]wice|[Tt]hrice|\d{1,2}x)\b)"
)
# Where a quantity may begin; the pattern above is tried only there. Words are looked for only where
# the text holds one of them, since the search for digits alone is far quicker.
_FIGURE_START = re.compile(r"[\d$€£¥₩₹]")
_START = re.compile(
    r"[\d$€£¥₩₹]|[Tt](?:w|hr|en|hi|rip)|[Ff](?:o[ur]|i[fv])|[Ss](?:ix|ev)|[Ee](?:ig|lev)|[Nn]in|[Oo]ne [htmb]|[Dd]oub|[Qq]uadr"
)
_LETTERS = re.compile(r"[a-z]+")
_CODE_BEFORE = re.compile(rf"{_CODES}\s?$")
# "$50-100 million": the second amount takes the currency of the first and gives it its scale.
_TO_AMOUNT = re.compile(r"\s?[-–]\s?|\sto\s")
_SHARED_SCALE = re.compile(r"(?:\s?[-–]\s?|\sto\s)[$€£]?\d[\d.,]*\s?(thousand|million|billion|trillion)\b")
# What stands before a number that only numbers something.
_NUMBERED = re.compile(
    r"(?:\b(?:[Aa]rticles?|[Ss]ections?|[Pp]aragraphs?|[Pp]aras?\.?|[Cc]hapters?|[Aa]nnex(?:es)?|[Pp]ages?|pp?\.|[Nn]os?\.|[Nn]umber|[Rr]esolutions?"
    r"|[Pp]hase|[Tt]rack|[Ll]evel|[Dd]ivision|[Ss]tage|[Pp]illar|[Vv]ersion|[Tt]ier|[Cc]lass|[Tt]ype|[Gg]oals?|SDGs?|[Ss]cope|[Ii]tem|[Pp]oint|[Tt]able|[Ff]igure"
    r"|[Rr]oute|[Rr]oom|[Ff]loor|[Tt]el\.?|[Ff]ax|UNSCR|UNSCRs|[Cc]ategory|[Vv]olume|[Vv]ol\.|[Ss]eries|[Mm]ark|[Bb]oeing|[Aa]irbus|COVID|COP|Group of)\s?|#|\+)$"
)
_UNIT_WORD = re.compile(
    r"[\s-]?(U\.S\. dollars|US dollars|[A-Z][a-z]+ (?:[A-Z][a-z]+ )?(?:dollars|won|yen|pesos|francs|shillings|rupees|rupiah|ringgit|baht|dong|yuan|krono?e?r|lira|dirhams|riyals|dinars|koruna|zloty|tenge)|pounds sterling|metric tonn?e?s?|basis points|(?:mega|giga|tera|kilo)watt[\s-]hours|nautical miles"
    r"|(?:square|cubic) (?:kilo)?met(?:er|re)s|percentage[\s-]points?|per cent|degrees Celsius|[A-Za-z%°]+)"
)


class _Found(NamedTuple):
    start: int
    end: int
    value: int | float
    unit: str


@cache
def _units(kind: str) -> dict[str, tuple[str, int]]:
    kinds = {"suffix", "currency"} if kind == "after" else {"sign", "code"}
    return {
        row["form"]: (row["unit"], int(row["factor"]))
        for row in rows("english_units")
        if row["kind"] in kinds
    }


def find_quantities(
    text: str, times: Iterable[TimeMention], *, context: StatementContext | None = None
) -> tuple[QuantityMention, ...]:
    """The quantities of one statement with local spans, in order; each value and unit once.

    Numbers inside `times`, ordinals, numbers of articles and resolutions, "one", and "two" where
    it only means both partners are left out. In a table, of whose heading `context` tells, a bare figure takes the unit
    that the heading gives ("(USD million)").
    """
    taken = sorted(mention.span for mention in times)
    table = _table_unit(text, context)
    found: list[QuantityMention] = []
    seen: set[tuple[float, str]] = set()
    currency: tuple[int, str] | None = None
    for match in _matches(text):
        if _overlaps(match.span(), taken):
            continue
        quantity = _read(text, match)
        if quantity is not None and match["money"]:
            dash = _TO_AMOUNT.match(text, match.end())
            currency = (dash.end(), quantity.unit) if dash else None
        elif quantity is not None and currency is not None and currency[0] == match.start():
            quantity = quantity._replace(unit=currency[1])
        if quantity is not None and table is not None:
            quantity = _in_table(text, quantity, *table)
        if quantity is not None and quantity.unit == "count":
            quantity = quantity._replace(unit=unit_from_before(text, quantity.start, quantity.end, found))
        if quantity is None or (quantity.value, quantity.unit) in seen:
            continue
        seen.add((quantity.value, quantity.unit))
        found.append(
            QuantityMention(
                text=text[quantity.start : quantity.end],
                span=(quantity.start, quantity.end),
                value=quantity.value,
                unit=quantity.unit,
            )
        )
    return tuple(found)


def _matches(text: str) -> Iterator[re.Match[str]]:
    done = 0
    wordless = QUANTITY_WORDS.isdisjoint(_LETTERS.findall(text.lower()))
    for spot in (_FIGURE_START if wordless else _START).finditer(text):
        start = spot.start()
        if start < done:
            continue
        sign = text[start]
        before = text[start - 1] if start else " "
        if sign in "$€£¥₩₹":
            while start > done and text[start - 1].isupper() and spot.start() - start < 3:
                start -= 1
            if sign == "$" and text.startswith("U.S.", max(0, spot.start() - 4)):
                start = spot.start() - 4
        elif sign.isdigit():
            code = (
                _CODE_BEFORE.search(text, max(done, start - 6), start)
                if before in _CODE_ENDS or before == "."
                else None
            )
            start = code.start() if code else start
        elif before.isalnum() or before == "_":
            continue
        match = _NUMBER.match(text, start)
        if match is None and sign.isdigit():
            # The rest of this figure is no place to begin either ("K9", "2.5.1").
            done = _figure_end(text, spot.start())
        elif match is not None:
            done = match.end()
            yield match


_CODE_ENDS = frozenset(" hosABCDEFGHIJKLMNOPQRSTUVWXYZ")
_FIGURE = re.compile(r"[\d.,]+")


def _figure_end(text: str, start: int) -> int:
    figure = _FIGURE.match(text, start)
    return figure.end() if figure else start + 1


_PERSONS = frozenset("persons people".split())
_HEADED_UNIT = re.compile(
    rf"\((?:[Uu]nit:\s)?(?:in\s)?({_CODES}|%|tonnes|percent|per cent|persons|people|hectares|kilometres|MW)(?:\s(thousand|million|billion|trillion))?\)"
)
# The unit in the label of a row of figures ("Trade (DKK million) 21,400 23,900").
_ROW_UNIT = re.compile(_HEADED_UNIT.pattern + r"(?=(?:\s(?:[\d.,]+|[–-]|n/a))+$)")
_ANOTHER_NOUN = re.compile(r"\s?[A-Za-z%]")


def _table_unit(text: str, context: StatementContext | None) -> tuple[str, int] | None:
    """Unit and factor that the nearest heading gives for the bare figures below it."""
    own = _ROW_UNIT.search(text) if "(" in text else None
    if own is not None:
        return _unit_and_factor(own)
    if context is None:
        return None
    # The caption above the header row may give the unit.
    heading = next((title for title in context.trail[:-3:-1] if "(" in title), None)
    match = _HEADED_UNIT.search(heading) if heading else None
    return None if match is None else _unit_and_factor(match)


def _unit_and_factor(match: re.Match[str]) -> tuple[str, int]:
    form = match.group(1)
    if form in _PERSONS:
        return "person", 1
    unit = _units("before")[form][0] if form in _units("before") else _units("after")[form][0]
    return unit, _SCALES[match.group(2)] if match.group(2) else 1


def _in_table(text: str, quantity: _Found, unit: str, factor: int) -> _Found:
    if quantity.unit != "count" or _ANOTHER_NOUN.match(text, quantity.end):
        return quantity
    return quantity._replace(value=_plain(float(Decimal(str(quantity.value)) * factor)), unit=unit)


def _overlaps(span: Span, taken: list[Span]) -> bool:
    """Whether a span meets one of the sorted, disjoint spans."""
    at = bisect_left(taken, (span[1], 0))
    return at > 0 and taken[at - 1][1] > span[0]


# Nobody writes a figure of more digits; a longer run of them is damage, and no number can hold it.
_LONGEST_FIGURE = 40


def _plain(number: float) -> int | float:
    return int(number) if number == int(number) else number


def _value(digits: str, scale: str | None) -> int | float:
    """The full value, reckoned in decimals, so that 8.2 billion is a whole number."""
    plain = digits.replace(",", "")
    if scale is None:
        return float(plain) if "." in plain else int(plain)
    return _plain(float(Decimal(plain) * _SCALES[scale.strip().lower()]))


def _read(text: str, match: re.Match[str]) -> _Found | None:
    if len(match["amount"] or match["digits"] or "") > _LONGEST_FIGURE:
        return None
    if match["money"]:
        code = match["money"].strip().replace("U.S. $", "US$").replace("U.S.$", "US$")
        unit = _units("before").get(code, ("USD", 1))[0]
        shared = None if match["scale"] else _SHARED_SCALE.match(text, match.end())
        scale = shared.group(1) if shared else match["scale"]
        return _Found(match.start(), match.end(), _value(match["amount"], scale), unit)
    if match["times"]:
        return _multiple(text, match)
    if _NUMBERED.search(text, max(0, match.start() - 14), match.start()):
        return None
    if match["word"]:
        return _worded(text, match)
    return _figure(text, match)


def _multiple(text: str, match: re.Match[str]) -> _Found | None:
    reading = multiplied(text, match)
    return None if reading is None else _Found(match.start(), match.end(), *reading)


def _worded(text: str, match: re.Match[str]) -> _Found | None:
    value = 1 if match["word"].lower() == "one" else NUMBER_WORDS[match["word"].lower().replace(" ", "-")]
    for scale in (match["tail"] or "").split():
        value *= 100 if scale == "hundred" else _SCALES[scale]
    if value == 2 and is_partner_count(text, match.end()):
        return None
    return _with_unit(text, match.start(), match.end(), value, word=True)


def _figure(text: str, match: re.Match[str]) -> _Found | None:
    value = _value(match["digits"], match["size"])
    if match["glued"]:
        return _Found(match.start(), match.end(), value, _units("after")[match["glued"]][0])
    start, end = match.span()
    following = text[end : end + 2]
    if following[:1] in {"/", "+"} and following[1:2].isdigit():
        return None
    if _CLOCK.match(text, end):
        return None
    if text[start - 1 : start] == "(" and following[:1] == ")" and len(match["digits"]) < 3:
        return None
    if match["size"] is None and following[:1] == "." and following[1:2].isdigit():
        return None
    if match["size"] is None and value < 1000 and _in_name(text, start, end):
        return None
    return _with_unit(text, start, end, value, word=False)


# "9.30 a.m.", "18:00 GMT": an hour of the day.
_CLOCK = re.compile(r"\s?(?:[ap]\.?m\b|o['’]clock|hrs\b|GMT|UTC)")
_AGED = re.compile(r"\bage[ds](?: \d+ (?:to|and|or))? $|\bage of $")
_NAME_BEFORE = re.compile(
    r"\b(?!In\b|On\b|At\b|By\b|The\b|Of\b|Over\b|About\b|Some\b|All\b|With\b|From\b|These\b|Our\b|For\b|To\b|And\b|More\b|Only\b|Nearly\b|Around\b|Another\b|Its\b|Their\b|Under\b|Up\b|A\b|Both\b|Last\b|Top\b)[A-Z][A-Za-z]+\s$"
)


def _in_name(text: str, start: int, end: int) -> bool:
    """Whether a figure ends a name and counts nothing ("Southeast Asia Division 1", "Expo 67")."""
    if _NAME_BEFORE.search(text, max(0, start - 20), start) is None:
        return False
    return not re.match(r"\s[a-z]|-[a-z]|\s[A-Z][\w.]+\s[a-z]+s\b", text[end : end + 40]) or bool(
        re.match(r"\s(?:in|on|and|at|of|for|to|will|is|was|with)\b", text[end : end + 8])
    )


def _with_unit(text: str, start: int, end: int, value: float, *, word: bool) -> _Found | None:
    unit_word = _UNIT_WORD.match(text, end)
    if unit_word is not None:
        known = _known_unit(unit_word.group(1))
        if known is not None:
            unit, factor, length = known
            stop = unit_word.start(1) + length
            return _Found(start, stop, _plain(value * factor), unit)
    range_unit = _unit_of_range(text, end)
    if range_unit is not None:
        return _Found(start, end, value, range_unit)
    if _AGED.search(text, max(0, start - 20), start):
        return _Found(start, end, value, "year")
    if text.startswith(" times", end):
        return _Found(start, end + 6, value, times_unit(text, end + 6))
    counted = counted_unit(text, end, value=value, word=word)
    return None if counted is None else _Found(start, end, value, counted)


def _known_unit(words: str) -> tuple[str, int, int] | None:
    table = _units("after")
    for candidate in (words, words.split(" ", maxsplit=1)[0]):
        form = candidate.replace("-", " ")
        if form in table:
            return (*table[form], len(candidate))
    return None


_RANGE = re.compile(
    r"(?:\s?[-–]\s?|\s(?:to|or|and)\s)(?:\d[\d,.]*|[a-z]+)(?:\s?(?:million|billion|thousand))?[\s-]?(percent|per cent|%|years?|months?|weeks?|days?|hours?|tonn?e?s?|hectares|kilomet(?:er|re)s)"
)


def _unit_of_range(text: str, end: int) -> str | None:
    """The unit that the first of two numbers shares with the second ("10 to 15 percent")."""
    match = _RANGE.match(text, end)
    if match is None:
        return None
    known = _known_unit(match.group(1))
    return known[0] if known else None
