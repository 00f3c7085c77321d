"""A ledger of the sample documents, for looking around."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import date
from pathlib import Path

from yaksok import __version__
from yaksok.errors import YaksokError
from yaksok.interfaces.asking import documents_in
from yaksok.interfaces.documents import ReadDocument, read_many
from yaksok.interfaces.linking import link_ledger
from yaksok.interfaces.samples import sample_files, sample_folder
from yaksok.ledger.intake import Intake
from yaksok.ledger.location import Location
from yaksok.ledger.reader import StoredDocument
from yaksok.links.timeline import published
from yaksok.read.sources import DEFAULT_MAX_BYTES


def _raise(error: YaksokError) -> None:
    raise error


def add_samples(
    ledger: Location, folder: Path, *, failed: Callable[[YaksokError], None] = _raise
) -> dict[str, ReadDocument]:
    """Read the sample documents of a folder into a ledger; gives them by their names in it.

    `failed` is told of each that cannot be read; the others go on.
    """
    found: dict[str, ReadDocument] = {}
    with Intake(ledger, program=__version__, largest=DEFAULT_MAX_BYTES) as intake:
        for outcome in read_many([str(path) for path in sample_files(folder)]):
            if outcome.read is not None:
                taken = intake.store(
                    outcome.read.source, outcome.read.document, Path(outcome.origin).read_bytes()
                )
                found[taken.stem] = outcome.read
            elif outcome.error is not None:
                intake.fail(outcome.origin, outcome.error)
                failed(outcome.error)
    return found


def ledger_of_samples(ledger: Location) -> date:
    """Make a linked ledger of the sample documents; gives the day of the newest. Raises SamplesMissing."""
    add_samples(ledger, sample_folder())
    deque(link_ledger(ledger), maxlen=0)
    return newest_day(documents_in(ledger))


def newest_day(documents: list[StoredDocument]) -> date:
    """The last day on which one of some documents was published; today if none has a date."""
    days = [day for stored in documents if (day := published(stored.document).last)]
    return max(days, default=date.today())  # noqa: DTZ011 - only where no document has a date
