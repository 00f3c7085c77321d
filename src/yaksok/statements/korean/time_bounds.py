"""Bounds of a time: 까지, 부터, 이후, 내, 안, a leading or trailing "~", and 부터 with a length."""

from __future__ import annotations

import re

from yaksok.statements.intervals import Interval, since, span_from_start, until
from yaksok.statements.korean import time_patterns as forms
from yaksok.statements.korean.time_ranges import Reading
from yaksok.statements.korean.time_roles import Bound, Timed
from yaksok.statements.korean.time_words import SPAN_UNITS

LEADING_TILDE = re.compile(r"(?:^|(?<=[\s(\[|:,/→]))[~∼〜～]\s?(?:['’‘]?)$")
TILDES = frozenset("~∼〜～")
BOUND_STARTS = frozenset("까부이내안간경쯤")
LONG_UNITS = frozenset({"년", "개년", "개월"})
BOUND_OF_KIND: dict[str, Bound] = {"inside": "inside", "span": "span", "limit": "limit"}


def bounded(text: str, start: int, reading: Reading, interval: Interval) -> Timed:
    """The time with the bound that its own words or the words beside it set."""
    end = reading.end
    bound: Bound = BOUND_OF_KIND.get(reading.kind, "")
    if not bound and interval.end is None:
        bound = "after"
    elif not bound and reading.open_end:
        opening = forms.OPEN_DASH.match(text, end)
        bound, interval, end = "since", since(interval), end if opening is None else opening.end()
    if not bound and not TILDES.isdisjoint(text[max(0, start - 2) : start]):
        tilde = LEADING_TILDE.search(text, max(0, start - 3), start)
        if tilde is not None:
            start, bound, interval = tilde.start(), "until", until(interval)
    if text[end : end + 1] == " " and "0" <= text[end + 1 : end + 2] <= "9":
        hour = forms.HOUR.match(text, end)
        end = end if hour is None else hour.end()
    if text[end : end + 2].lstrip(" ")[:1] in BOUND_STARTS:
        end, bound, interval = _bound_by_word(text, end, bound, reading, interval)
    return Timed(
        start,
        end,
        interval,
        reading.first.unit,
        bound,
        reading.bare,
        reading.second is not None,
        reading.kind == "compared",
    )


def _bound_by_word(
    text: str, end: int, bound: Bound, reading: Reading, interval: Interval
) -> tuple[int, Bound, Interval]:
    match = forms.BOUND.match(text, end)
    if match is None:
        return end, bound, interval
    kind, ranged = match.lastgroup, reading.second is not None
    if bound:
        return (match.end() if kind == "until" and bound in {"span", "until"} else end), bound, interval
    if kind == "until":
        return (match.end(), "", interval) if ranged else (match.end(), "until", until(interval))
    if kind == "since":
        return _since(text, match.end(), interval)
    if kind in {"within", "inside"}:
        return match.end(), "inside", interval
    if kind == "before":
        return match.end(), "before", until(interval)
    return (match.end() if ranged else end), "", interval


def _since(text: str, end: int, interval: Interval) -> tuple[int, Bound, Interval]:
    """From the time on, or for the length named behind it: 2025년 7월부터 3년간."""
    duration = forms.DURATION.match(text, end)
    if duration is not None:
        span = span_from_start(interval, int(duration[1]), SPAN_UNITS[duration[2]])
        if span is not None and span.end is not None and span.start is not None and span.start <= span.end:
            return duration.end(), "span" if duration[2] in LONG_UNITS else "", span
    return end, "since", since(interval)
