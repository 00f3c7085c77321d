"""The levels that a promise sets itself: indicator, value, unit, and by when.

Only figures worded as to be reached count ("교역량 300억불 달성", "raise ODA to 0.25% of GNI"). Money given,
the size of a project and the number of guests are no targets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from yaksok.fulfilment.deadlines import deadline
from yaksok.fulfilment.english_targets import english_aim
from yaksok.fulfilment.korean_targets import korean_aim, listed_aim
from yaksok.fulfilment.places import place
from yaksok.fulfilment.target_words import Aim
from yaksok.records.commitment import Due
from yaksok.records.mentions import Span, TimeMention
from yaksok.records.promise import NumericTarget, Worded
from yaksok.records.statement import Statement

_LONGEST_HEADING = 60
_MULTIPLE_GATE = re.compile(r"배|절반|[Hh]alv")
_MULTIPLE = re.compile(r"(?P<times>두|세|네|다섯)\s?배|절반|\b[Hh]alv(?:e|es|ing)\b")
_TIMES = {"두": 2, "세": 3, "네": 4, "다섯": 5}


class _Figure(NamedTuple):
    """A figure with its place in the statement's words."""

    span: Span
    value: int | float
    unit: str


def targets(
    statement: Statement, above: Sequence[Statement] = (), written: str | None = None, *, text: str = ""
) -> tuple[NumericTarget, ...]:
    """The numeric targets of one promise, in text order; none for any other act.

    `above` are its headings, the nearest first, `written` the date of its document and `text` its text, for
    exact spans where a line was broken. What is measured may stand in the nearest heading; it is marked then.
    """
    if statement.act != "commitment":
        return ()
    figures = sorted([*_figures(statement), *_in_words(statement.text)], key=lambda each: each.span)
    if not figures:
        return ()
    due = deadline(statement, above[0] if above else None, written=written)
    found: list[NumericTarget] = []
    for figure, aim in zip(figures, _aims(statement, figures, due), strict=True):
        if aim is None:
            continue
        indicator = _worded(statement, aim.indicator, text) if aim.indicator else None
        # "2025년까지 20%, 2030년까지 40% 감축": the second figure is of what the first one is.
        indicator = indicator or (found[-1].indicator if found else _heading(above))
        if indicator is not None:
            parties = (party.id for one in (statement, *above) for party in one.parties)
            by, by_words = _by(statement, figure.span, due)
            found.append(
                NumericTarget(
                    indicator=indicator,
                    value=abs(figure.value),
                    unit=figure.unit,
                    comparison=aim.comparison,
                    words=_worded(statement, figure.span, text),
                    by=by,
                    by_words=by_words,
                    base_year=aim.base_year,
                    basis=_worded(statement, aim.basis, text) if aim.basis else None,
                    parties=tuple(dict.fromkeys(parties)),
                )
            )
    return tuple(found)


def _figures(statement: Statement) -> Iterator[_Figure]:
    at = 0
    for quantity in statement.quantities:
        span = _span_in(statement, quantity.text, at)
        at = span[1]
        yield _Figure(span, quantity.value, quantity.unit)


def _in_words(text: str) -> Iterator[_Figure]:
    """Multiples in words, which are no mentions: "두 배로 확대", "절반으로 감축", "halve"."""
    for match in _MULTIPLE.finditer(text) if _MULTIPLE_GATE.search(text) else ():
        if match["times"]:
            yield _Figure(match.span(), _TIMES[match["times"]], "times")
        else:
            yield _Figure(match.span(), 50, "percent")


def _aims(statement: Statement, figures: list[_Figure], due: Due | None) -> list[Aim | None]:
    """How the words around each figure make a target of it."""
    limited = any(time.role == "due" for time in statement.times) or (due is not None and due.inherited)
    text = statement.text
    if not _is_korean(text):
        return [english_aim(text, figure.span, figure.unit, limited=limited) for figure in figures]
    times = tuple(_span_in(statement, time.text) for time in statement.times)
    found: list[Aim | None] = []
    for index, figure in reversed(list(enumerate(figures))):
        half = text[slice(*figure.span)] == "절반"
        aim = korean_aim(text, figure.span, figure.unit, times, limited=limited, halved=half)
        if aim is None and found and found[-1] is not None:
            aim = listed_aim(text, figure.span, times, figures[index + 1].span, found[-1])
        found.append(aim)
    return found[::-1]


def _worded(statement: Statement, span: Span, text: str) -> Worded:
    return Worded(statement.text[slice(*span)], place(statement, span, text))


def _heading(above: Sequence[Statement]) -> Worded | None:
    """The nearest heading as the name of what is measured, where it is short enough to be one."""
    if not above or len(above[0].text) > _LONGEST_HEADING:
        return None
    return Worded(above[0].text, above[0].span, inherited=True)


def _span_in(statement: Statement, words: str, at: int = 0) -> Span:
    """Where words stand in the statement's text, from a place on or else from its start."""
    start = statement.text.find(words, at)
    start = max(start, 0) if start >= 0 else max(statement.text.find(words), 0)
    return start, start + len(words)


def _by(statement: Statement, span: Span, due: Due | None) -> tuple[str | None, str]:
    """The day by which a level is to be reached: of the nearest time that is due, else of the promise."""
    coming = [time for time in statement.times if time.role in {"due", "planned"} and time.end]
    if len(coming) < 2:
        return (due.date, due.words) if due else (None, "")
    nearest = min(coming, key=lambda time: _distance(statement, time, span))
    return nearest.end, nearest.text


def _distance(statement: Statement, time: TimeMention, span: Span) -> int:
    """Letters between a time and a figure; one behind it is taken only where none stands before (Korean)."""
    start, end = _span_in(statement, time.text)
    korean = _is_korean(statement.text)
    if end <= span[0]:
        return span[0] - end + (0 if korean else 1000)
    return start - span[1] + (1000 if korean else 0)


def _is_korean(text: str) -> bool:
    return any("가" <= letter <= "힣" for letter in text)
