"""What was worked out for one state of the ledger, kept until the ledger changes."""

from __future__ import annotations

import threading
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

from starlette.requests import Request

from yaksok.fulfilment.shelf import state
from yaksok.interfaces.web.asked import Asked

Value = TypeVar("Value")

MOST_KEPT = 256


class Kept:
    """Values by name, each for one state of the ledger; the ones used least are forgotten."""

    def __init__(self, most: int = MOST_KEPT) -> None:
        self._most = most
        self._values: OrderedDict[Hashable, tuple[str, Any]] = OrderedDict()
        self._making: defaultdict[Hashable, threading.Lock] = defaultdict(threading.Lock)
        self._lock = threading.Lock()

    def get(self, name: Hashable, state: str, make: Callable[[], Value]) -> Value:
        """The value that was made for this state of the ledger; made where there is none.

        Who asks while it is made waits for it.
        """
        found = self._found(name, state)
        if found is not None:
            return cast("Value", found[1])
        with self._lock:
            making = self._making[name, state]
        with making:
            found = self._found(name, state)
            if found is not None:
                return cast("Value", found[1])
            try:
                value = make()
                self._keep(name, state, value)
            finally:
                with self._lock:
                    self._making.pop((name, state), None)
            return value

    def _found(self, name: Hashable, state: str) -> tuple[str, Any] | None:
        with self._lock:
            found = self._values.get(name)
            if found is None or found[0] != state:
                return None
            self._values.move_to_end(name)
            return found

    def _keep(self, name: Hashable, state: str, value: object) -> None:
        with self._lock:
            self._values[name] = (state, value)
            self._values.move_to_end(name)
            while len(self._values) > self._most:
                self._values.popitem(last=False)


def kept_of(request: Request) -> Kept:
    """What this server keeps."""
    state = request.app.state
    if not hasattr(state, "kept"):
        state.kept = Kept()  # two that are made at once cost one of them, nothing else
    found: Kept = state.kept
    return found


def kept(asked: Asked, name: Hashable, make: Callable[[], Value]) -> Value:
    """An answer for the ledger as it is and the day of asking; `name` says what is asked and of what."""
    return kept_of(asked.request).get((name, asked.as_of), state(asked.connection), make)
