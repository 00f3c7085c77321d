"""The day of a deadline once its event is known, and the times at which a recurring promise falls due.

Events are later statements that report something held, signed or in force; the caller gives them. What is
not reported stays unresolved: no day is ever guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from yaksok.links.aliases import squash
from yaksok.links.deed import Deed
from yaksok.links.deeds import deeds
from yaksok.records.promise import Awaited, Deadline, Occurrence, Resolved, Term, ToldEvent
from yaksok.statements.intervals import days_in_month

_MOST_OCCURRENCES = 1_000  # of a daily rhythm, some three years
_DAY = 10  # letters of a full date
_SAME_MEETING = {"회담": "회의"}


def resolve(
    deadline: Deadline,
    told: Iterable[ToldEvent],
    *,
    published: str | None,
    as_of: date,
    parties: frozenset[str] = frozenset(),
) -> Resolved:
    """The deadline with its day, as far as it is known by the end of `as_of`.

    `told` are reported events in any order; `published` is the date of the promise's document, in whatever
    precision; `parties` are those of the promise, with whom an event must be where its own words name none.
    An occasion gives the day of the first such event after the promise; a term is counted from it.
    """
    if deadline.date is not None:
        return Resolved(deadline, deadline.date, None, f"“{deadline.words}” means {deadline.date}.")
    if deadline.kind == "recurring":
        return Resolved(
            deadline, None, None, f"“{deadline.words}” has no one day: it falls due again and again."
        )
    if deadline.event is None:
        return _from_the_promise(deadline, published)
    event = _first(deadline, told, published, as_of, parties)
    if event is None:
        return Resolved(
            deadline,
            None,
            None,
            f"“{deadline.words}” awaits “{deadline.event.words}”, which nothing reports by {as_of}.",
        )
    day = date.fromisoformat(event.on)
    if deadline.interval is not None:
        end = after(day, deadline.interval)
        if end is None:
            return Resolved(deadline, None, event, f"“{deadline.words}” lies beyond the calendar.")
        return Resolved(
            deadline, end.isoformat(), event, f"“{deadline.words}” from {event.on}: “{event.text}”."
        )
    return Resolved(deadline, event.on, event, f"“{deadline.words}” was on {event.on}: “{event.text}”.")


def _from_the_promise(deadline: Deadline, published: str | None) -> Resolved:
    """A term that runs from the day of the promise itself, which must be known to the day."""
    if deadline.interval is None:
        return Resolved(deadline, None, None, f"“{deadline.words}” names nothing that could be awaited.")
    if published is None or len(published) < _DAY:
        return Resolved(
            deadline, None, None, f"“{deadline.words}” runs from a day that the document does not give."
        )
    end = after(date.fromisoformat(published), deadline.interval)
    if end is None:
        return Resolved(deadline, None, None, f"“{deadline.words}” lies beyond the calendar.")
    return Resolved(deadline, end.isoformat(), None, f"“{deadline.words}” from {published}.")


def _first(
    deadline: Deadline,
    told: Iterable[ToldEvent],
    published: str | None,
    as_of: date,
    parties: frozenset[str],
) -> ToldEvent | None:
    """The first fitting event after the promise; for a term, else the last one before it.

    A plan may count from what has been already: "취임 후 100일 이내" in the first weeks of a government.
    """
    awaited = deadline.event
    if awaited is None or published is None:
        return None
    known = sorted(
        (event for event in told if event.on <= as_of.isoformat() and reports(awaited, event, parties)),
        key=lambda event: (event.on, event.source),
    )
    # A document of a year or month may be older or younger than an event within it: that decides nothing.
    later = [event for event in known if event.on[: len(published)] > published]
    if later:
        return later[0]
    before = [event for event in known if event.on[: len(published)] < published]
    counts = deadline.interval is not None and not awaited.next
    return before[-1] if before and counts else None


def reports(awaited: Awaited, event: ToldEvent, parties: frozenset[str]) -> bool:
    """Whether a told event is the awaited one, or one of its kind with the same parties."""
    needed = frozenset(awaited.parties) or parties
    if not needed <= event.parties:
        return False
    done = [deed for deed in deeds(event.text) if deed.told in {"named", "past"}]
    if not awaited.groups:
        return False
    mine = [deed for deed in deeds(awaited.words) if deed.group in awaited.groups]
    if mine:
        return any(one.is_met_by(other, same_parties=bool(needed)) for one in mine for other in done)
    return any(_is_of_kind(awaited, deed, event.text) for deed in done if deed.group in awaited.groups)


def _is_of_kind(awaited: Awaited, deed: Deed, text: str) -> bool:
    """Whether what was held is what is awaited: a summit is no ministers' meeting."""
    kind = _plain(awaited.object)
    if kind.isascii():
        return kind.lower() in text.lower()
    return _plain(deed.object).endswith(kind) or _plain(deed.head).endswith(kind)


def _plain(words: str) -> str:
    squashed = squash(words)
    for word, other in _SAME_MEETING.items():
        squashed = squashed.replace(word, other)
    return squashed


def occurrences(deadline: Deadline, *, published: str | None, as_of: date) -> tuple[Occurrence, ...]:
    """The calendar periods in which a recurring promise was or is to be kept, up to the one that holds `as_of`.

    A yearly one is to be kept in each calendar year, a quarterly one in each quarter. The period in which
    the promise was made counts only where it has as much as half of its days left. None without a rhythm
    or a date of the document.
    """
    if deadline.kind != "recurring" or deadline.every is None or not published:
        return ()
    made = _first_day(published)
    return tuple(_periods(made, deadline.every, as_of))


def _periods(made: date, every: Term, as_of: date) -> Iterator[Occurrence]:
    start = _period_start(made, every)
    for _ in range(_MOST_OCCURRENCES):
        following = after(start, every)
        if following is None or start > as_of:
            return
        last = following - timedelta(days=1)
        if (last - max(made, start)).days * 2 >= (last - start).days:
            yield Occurrence(start.isoformat(), last.isoformat(), passed=last < as_of)
        start = following


def _period_start(made: date, every: Term) -> date:
    """The first day of the period that holds a day: of the year, quarter, month or week."""
    if every.months >= 12:
        return date(made.year, 1, 1)
    if every.months:
        return date(made.year, (made.month - 1) // every.months * every.months + 1, 1)
    return made - timedelta(days=made.weekday()) if every.days >= 7 else made


def _first_day(published: str) -> date:
    parts = [int(part) for part in published.split("-")]
    return date(*[*parts, 1, 1][:3])


def after(day: date, term: Term) -> date | None:
    """The day a term later; the last of the month where it has no such day. None beyond the calendar."""
    months = day.year * 12 + day.month - 1 + term.months
    year, month = divmod(months, 12)
    if year > date.max.year:
        return None
    last = days_in_month(year, month + 1)
    try:
        return date(year, month + 1, min(day.day, last)) + timedelta(days=term.days)
    except OverflowError:
        return None
