"""On which day a later statement reports the promised thing done."""

from __future__ import annotations

from yaksok.links.deed import Deed, met_deed
from yaksok.links.deeds import deeds
from yaksok.records.link import WORK_RELATIONS, Relation
from yaksok.records.mentions import TimeMention
from yaksok.records.statement import Statement

_NEAR = 3  # letters between a deed and the day that belongs to it: "출범(18.8.28)"


def reported_on(relation: Relation, promise: Statement, told: Statement) -> str | None:
    """The first day of the event for which the later end of a link counts; None where it words none.

    Before that day it cannot count. A promise that is made again counts from its publication.
    """
    if relation in WORK_RELATIONS:
        counts = relation != "progressed_by" or told.act == "result"
    else:
        counts = relation in {"contradicted_by", "superseded_by"}
    return done_on(promise, told) if counts else None


def done_on(promise: Statement, told: Statement) -> str | None:
    """The first day of the event; None where the statement words no day or not the one of this deed.

    A statement may report several deeds, each with its own day. The day of an announcement is the one
    on which what it announces begins.
    """
    role = "planned" if told.act == "commitment" else "occurred"
    times = [time for time in told.times if time.role == role and time.start]
    if not times:
        return None
    met = met_deed(deeds(promise.text), deeds(told.text))
    own = _day_at(told, times, met[1]) if met else None
    if own is not None:
        return own.start
    if len(times) > 1 and _are_taken(told, times):
        return None
    return max(time.start or "" for time in times)


def _day_at(told: Statement, times: list[TimeMention], deed: Deed) -> TimeMention | None:
    """The time right behind a deed, or else the last one before it in the same clause."""
    before = None
    for time in times:
        place = told.text.find(time.text)
        if deed.end <= place <= deed.end + _NEAR:
            return time
        if (
            place < deed.end
            and not _is_bracketed(told.text, place)
            and "," not in told.text[place : deed.end]
        ):
            before = time
    return before


def _are_taken(told: Statement, times: list[TimeMention]) -> bool:
    """Whether every time stands in brackets right behind some other deed or name."""
    return all(_is_bracketed(told.text, told.text.find(time.text)) for time in times)


def _is_bracketed(text: str, place: int) -> bool:
    return text[:place].rstrip("'’‘ ").endswith("(")
