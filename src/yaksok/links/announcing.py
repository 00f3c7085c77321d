"""Announcements: a release that says what begins within days, as a fact and not as a plan.

It is a step on the way: that the thing took place is for a later report to say.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from yaksok.links.profile import Profile

_AT_MOST = timedelta(days=7)
_AS_FACT = re.compile(
    r"(?:한다|된다|합니다|됩니다|연다|엽니다|열린다|열립니다|들어간다|들어갑니다)[.\s]*$|\bwill (?:open|begin|start|take effect)\b"
)
_RELEASES = frozenset({"press_release", "speech"})


def announced_start(profile: Profile) -> str | None:
    """The day on which what a statement announces begins, if that is within a week of its release.

    Such a release stands nearer to the fact than a plan does; of what lies further ahead it proves nothing.
    """
    statement = profile.statement
    released = profile.published.first
    if (
        profile.stored.document.genre not in _RELEASES
        or released is None
        or released != profile.published.last
    ):
        return None
    if statement.act != "commitment" or not _AS_FACT.search(statement.text):
        return None
    starts = [time.start for time in statement.times if time.role == "planned" and time.start]
    near = [day for day in starts if released <= date.fromisoformat(day) <= released + _AT_MOST]
    return min(near, default=None)
