"""Linking a ledger, for every interface."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator

from yaksok import __version__
from yaksok.fulfilment.weighing import weigh
from yaksok.interfaces.shelving import keep
from yaksok.ledger.location import Place
from yaksok.ledger.opening import errors_in_words, open_for_reading, open_for_writing
from yaksok.ledger.writer import start_run
from yaksok.links.linking import Linker, Progress, is_finished
from yaksok.reference.rules import LINKING, rules_version


def link_ledger(ledger: Place, *, again: bool = False) -> Generator[Progress]:
    """Link what is not linked yet, or all anew, then keep how promises stand; tells of each batch of links.

    Raises LedgerError.
    """
    yield from _link(ledger, again=again)
    deque(keep(ledger), maxlen=0)


def _link(ledger: Place, *, again: bool) -> Generator[Progress]:
    writing = open_for_writing(ledger)
    try:
        with errors_in_words(ledger):
            reading = open_for_reading(ledger)
            with reading.connect() as connection:
                if not again and is_finished(connection):
                    return
            rules = rules_version(LINKING)
            linker = Linker(
                writing=writing,
                reading=reading,
                rules=rules,
                run=start_run(writing, command="link", program=__version__, rules=rules),
                weigh=weigh,
            )
            yield from linker.link_all(again=again)
    finally:
        writing.dispose()
