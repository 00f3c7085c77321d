"""Keeping promises as they stand up to date, for every interface; see `yaksok.fulfilment.shelf`."""

from __future__ import annotations

import time
from collections.abc import Generator
from contextlib import suppress
from datetime import date

from yaksok.errors import LedgerAccessRefused, LedgerBusy, LedgerNotWritable
from yaksok.fulfilment.shelf import Refreshed, is_kept, refresh
from yaksok.ledger.location import Place
from yaksok.ledger.opening import errors_in_words, open_for_reading, open_for_writing

ASIDE = 2.0
"""So many seconds a question takes to keep what it finds missing, before it goes on and judges that by itself."""


def keep(ledger: Place, *, today: date | None = None) -> Generator[Refreshed]:
    """Bring what is kept to the state of a ledger and to a day, today if none is given; tells of each batch.

    Whoever may not write, or finds another writer at work for long, leaves it as it is: nothing is missing that
    is not found again. Raises any other LedgerError.
    """
    day = today or date.today()  # noqa: DTZ011 - the day as the user's calendar has it
    with suppress(LedgerNotWritable, LedgerAccessRefused, LedgerBusy), errors_in_words(ledger):
        reading = open_for_reading(ledger)
        with reading.connect() as connection:
            if is_kept(connection, day):
                return
        writing = open_for_writing(ledger)
        try:
            yield from refresh(reading, writing, today=day)
        finally:
            writing.dispose()


def keep_some(ledger: Place, *, today: date | None = None, seconds: float = ASIDE) -> None:
    """The same, as much of it as some seconds allow; what was done stays."""
    until = time.monotonic() + seconds
    for _ in keep(ledger, today=today):
        if time.monotonic() > until:
            return
