"""What a server does beside answering: keeps search index, promises and what pages share up to date."""

from __future__ import annotations

import gc
import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from datetime import date
from typing import Self

from yaksok.errors import SearchPackageMissing, YaksokError
from yaksok.fulfilment.shelf import is_kept, state
from yaksok.interfaces.linking import link_ledger
from yaksok.interfaces.searching import FreshIndex
from yaksok.interfaces.shelving import keep
from yaksok.interfaces.web.settings import Settings
from yaksok.ledger.opening import errors_in_words, open_for_reading

_LOG = logging.getLogger(__name__)

Warm = Callable[[Callable[[], bool]], None]

SECONDS = 60.0
"""How often is looked whether another day has begun, or another program has written to the ledger."""

LOOK = 3.0
"""How often is looked whether something was written here, so that pages are prepared for the next visitor."""


class Background:
    """The threads of a server; use it with `with`. `index` is None where the packages of a search are missing."""

    def __init__(self, settings: Settings, warm: Warm) -> None:
        """`warm` works out what the pages share, and stops early where it is told that it is over."""
        self._settings = settings
        self._warm = warm
        self._warmed: tuple[str, date] | None = None
        self._over, self._wanted = threading.Event(), threading.Event()
        self._shelf = threading.Thread(target=self._keep_shelf, name="kept promises", daemon=True)
        self.index = _index(settings)

    def __enter__(self) -> Self:
        if self.index is not None:
            self.index.__enter__()
        self._shelf.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._wanted.set()
        if self.index is not None:
            self.index.__exit__()
        self._shelf.join(timeout=30)

    def prepare(self) -> None:
        """Link what waits for it, keep how promises stand today, work out what pages share. Raises YaksokError."""
        deque(link_ledger(self._settings.ledger), maxlen=0)
        deque(keep(self._settings.ledger, today=self._today()), maxlen=0)
        self._follow()

    def _follow(self) -> None:
        """Work out what pages share where the ledger or the day changed, once it is kept how promises stand."""
        ledger, day = self._settings.ledger, self._today()
        with errors_in_words(ledger), open_for_reading(ledger).connect() as connection:
            now = (state(connection), day) if is_kept(connection, day) else self._warmed
        if now != self._warmed:
            self._warm(self._over.is_set)
            self._warmed = now
            _set_aside()

    def _keep_shelf(self) -> None:
        """What is kept follows the ledger and the day; where that fails, answers are only slower."""
        told: str | None = None
        until = 0.0
        while not self._over.is_set():
            try:
                if self._wanted.is_set() or time.monotonic() >= until:
                    self._wanted.clear()
                    until = time.monotonic() + SECONDS
                    self.prepare()
                else:
                    self._follow()
                told = None
            except YaksokError as error:
                if told != error.number:  # once for each kind of trouble, not each time
                    _LOG.warning("%s", error.describe())
                told = error.number
            self._wanted.wait(LOOK)

    def _today(self) -> date:
        return self._settings.today()


def _set_aside() -> None:
    """Have Python look no more for garbage among what is there now, which stays until the ledger changes.

    Looking through what a large ledger's pages share takes a fifth of a second, and some visitor would wait for it.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _index(settings: Settings) -> FreshIndex | None:
    try:
        return FreshIndex(settings.ledger, folder=settings.index)
    except SearchPackageMissing:
        return None
