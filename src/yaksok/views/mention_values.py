"""What a mention means, said in a form that every language can word: its value, and by which rule it has it.

The rules are told from the words and the value themselves, so that they can be checked by whoever reads both.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

from yaksok.records.layout import Hyperlink
from yaksok.records.mentions import NameMention, PartyMention, QuantityMention, TimeMention
from yaksok.reference.parties import is_party, party
from yaksok.views.safety import visible

AnyMention = PartyMention | TimeMention | QuantityMention | NameMention
Kind = Literal["party", "time", "quantity", "name", "link"]
Rule = Literal[
    "usual_name",
    "listed_form",
    "form_in_words",
    "day",
    "month",
    "quarter",
    "half_year",
    "year",
    "interval",
    "until",
    "from",
    "open",
    "as_written",
    "multiplied",
    "in_words",
    "proper_name",
    "address",
]
"""By what a value follows from words.

usual_name, listed_form: the words are a name of the party in the tables. form_in_words: they contain or stand for one.
day to interval: the times from the first to the last day of what is named; until, from, open: one side, or both,
is left open. as_written: the number as it stands. multiplied: a number by the unit that follows it.
in_words: a number that is not written in figures alone. proper_name: a name by its marks. address: where a link leads.
"""

_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Told:
    """What one mention says.

    `value` is the id of a party, the unit of a quantity, the type of a name, the role of a time, the target of
    a link. `start` and `end` are the days of a time, `number` the number of a quantity. For `multiplied`, `factor`
    is what the written number was multiplied by.
    """

    kind: Kind
    text: str
    value: str
    rule: Rule
    start: str | None = None
    end: str | None = None
    number: float | None = None
    factor: float | None = None


def told(mention: AnyMention) -> Told:
    """What a mention says."""
    text = _short(mention.text)
    match mention:
        case PartyMention():
            return Told("party", text, mention.id, _party_rule(mention))
        case TimeMention():
            return Told(
                "time", text, mention.role, _time_rule(mention.start, mention.end), mention.start, mention.end
            )
        case QuantityMention():
            rule, factor = _quantity_rule(mention)
            return Told("quantity", text, mention.unit, rule, number=mention.value, factor=factor)
        case NameMention():
            return Told("name", text, mention.type, "proper_name")


def told_link(link: Hyperlink, words: str) -> Told:
    """Where words lead that the file makes a link of."""
    return Told("link", _short(words), _short(link.target), "address")


def _short(text: str) -> str:
    shown = " ".join(visible(text).split())
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"


def _party_rule(mention: PartyMention) -> Rule:
    if not is_party(mention.id):
        return "form_in_words"
    known = party(mention.id)
    words = mention.text.casefold()
    if words in {known.korean.casefold(), known.english.casefold()}:
        return "usual_name"
    forms = {form.casefold() for form in (*known.korean_forms, *known.english_forms, known.id)}
    return "listed_form" if words in forms else "form_in_words"


def _time_rule(start: str | None, end: str | None) -> Rule:
    if start is None or end is None:
        return "open" if start == end else "until" if start is None else "from"
    try:
        first, last = date.fromisoformat(start), date.fromisoformat(end)
    except ValueError:
        return "interval"
    if first == last:
        return "day"
    whole_months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if not whole_months or first.year != last.year:
        return "interval"
    months = last.month - first.month + 1
    spans: dict[tuple[int, int], Rule] = {
        (1, 0): "month",
        (3, 1): "quarter",
        (6, 1): "half_year",
        (12, 1): "year",
    }
    begins = 0 if months == 1 else first.month % months if months > 1 else 0
    return spans.get((months, begins), "interval")


def _quantity_rule(mention: QuantityMention) -> tuple[Rule, float | None]:
    found = _NUMBER.findall(mention.text)
    if len(found) != 1:
        return "in_words", None
    written = float(found[0].replace(",", ""))
    if written == mention.value:
        return "as_written", None
    factor = mention.value / written if written else 0.0
    if factor > 1 and round(factor) * written == mention.value and str(round(factor)).strip("0") == "1":
        return "multiplied", round(factor)
    return "in_words", None
