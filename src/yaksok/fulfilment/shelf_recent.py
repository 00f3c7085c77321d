"""The columns of the states of ledgers that were asked for last, kept for the next question."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Callable
from datetime import date
from threading import Lock

from yaksok.fulfilment.shelf_columns import Columns

Key = tuple[str, date | None]
"""The state of a ledger, and the day where it is not one that is kept."""

MOST = 4


class Recent:
    """A few columns by what they were made from: equal keys give equal columns, so that any may be handed out."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Key, Columns] = OrderedDict()
        self._making: defaultdict[Key, Lock] = defaultdict(Lock)
        self._lock = Lock()

    def __call__(self, key: Key, make: Callable[[], Columns]) -> Columns:
        """The columns of a key, made now where they are not kept; who asks meanwhile waits for the same."""
        found = self._found(key)
        if found is not None:
            return found
        with self._lock:
            making = self._making[key]
        with making:
            found = self._found(key)
            if found is not None:
                return found
            try:
                made = make()
                self._keep(key, made)
            finally:
                with self._lock:
                    self._making.pop(key, None)
            return made

    def kept(self) -> list[Columns]:
        """All columns that are kept, those used last first."""
        with self._lock:
            return list(reversed(self._kept.values()))

    def _found(self, key: Key) -> Columns | None:
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def _keep(self, key: Key, made: Columns) -> None:
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)


recent = Recent(MOST)
"""Those of this process."""
