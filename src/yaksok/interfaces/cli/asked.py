"""Days and parties as the command line writes them."""

from __future__ import annotations

from datetime import date

from yaksok.errors import BadDate, HomeParty, UnknownParty

AS_OF = "Count only what was published by this day (YYYY-MM-DD). [default: today]"
PARTY = (
    "Only promises that name this party (such as USA or ASEAN), or a group that it belonged to at the time."
)


def day_of(written: str | None) -> date:
    """The day that is asked about; today if none is given. Raises BadDate."""
    if written is None:
        return date.today()  # noqa: DTZ011 - the day as the user's calendar has it
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise BadDate(value=written) from None


def check_found_by(party: str, *, found: bool) -> None:
    """Says why nothing was found by a party's id: nobody has it, or it is the home country's.

    Raises UnknownParty and HomeParty.
    """
    if found:
        return
    from yaksok.reference.parties import HOME, is_party  # noqa: PLC0415 - only to tell an unknown id from an idle one

    if party == HOME:
        raise HomeParty(value=party)
    if not is_party(party):
        raise UnknownParty(value=party)
