"""What a browser saw last: a cookie with the marks of its last visit and of this one.

A visit ends when nothing was opened for half an hour. So what is new stays told while somebody looks around.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from yaksok.interfaces.web.settings import Settings
from yaksok.views.news import Mark

COOKIE = "yaksok_seen"
PAUSE = 1800
"""Seconds after which a new visit begins."""

_YEAR = 31_536_000
_MARK = re.compile(r"([0-9a-f]{12})-(\d{1,12})-(\d{1,9})-(\d{4}-\d{2}-\d{2})-(\d{1,11})")


@dataclass(frozen=True, slots=True)
class Seen:
    """A mark with the moment (seconds since 1970) at which a page was opened last."""

    mark: Mark
    moment: int


@dataclass(frozen=True, slots=True)
class Visits:
    """The end of the visit before this one (None on the first), and the newest moment of this one."""

    before: Seen | None
    now: Seen


def visits_of(request: Request, mark: Mark, moment: int) -> Visits:
    """The visits of a browser that opens a page at a moment. What a cookie of another ledger says is not taken."""
    earlier, _, latest = request.cookies.get(COOKIE, "").partition("~")
    before, last = _seen(earlier, mark), _seen(latest, mark)
    now = Seen(mark, moment)
    if last is None:
        return Visits(None, now)
    return Visits(last, now) if moment - last.moment > PAUSE else Visits(before, now)


def keep(answer: Response, visits: Visits, settings: Settings) -> None:
    """Have the browser remember its visits."""
    written = "~".join(_written(seen) if seen else "" for seen in (visits.before, visits.now))
    answer.set_cookie(COOKIE, written, max_age=_YEAR, samesite="lax", httponly=True, secure=settings.secure)


def _written(seen: Seen) -> str:
    mark = seen.mark
    return f"{mark.ledger}-{mark.version}-{mark.decisions}-{mark.day.isoformat()}-{seen.moment}"


def _seen(written: str, mark: Mark) -> Seen | None:
    found = _MARK.fullmatch(written)
    if found is None or found[1] != mark.ledger:
        return None
    try:
        day = date.fromisoformat(found[4])
    except ValueError:
        return None
    version, decisions = int(found[2]), int(found[3])
    if version > mark.version or decisions > mark.decisions:
        return None  # a ledger that was put back to an earlier state
    return Seen(Mark(found[1], version, decisions, day), int(found[5]))
