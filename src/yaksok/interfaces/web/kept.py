"""What a server keeps in memory of things that never change, such as a version and its skeleton."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

from starlette.requests import Request

Value = TypeVar("Value")


class Kept(Generic[Value]):
    """The last values that were asked for, by their keys. Safe with threads; two may make the same value at once."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = Lock()
        self._values: OrderedDict[Hashable, Value] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value of a key, made if it is not there."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key]
        made = make()
        with self._lock:
            self._values[key] = made
            while len(self._values) > self._most:
                self._values.popitem(last=False)
        return made


def kept_by(request: Request, name: str, make: Callable[[], Value]) -> Value:
    """Something that belongs to the server and not to a request, made when it is first asked for."""
    state = request.app.state
    if not hasattr(state, name):
        setattr(state, name, make())
    found: Value = getattr(state, name)
    return found
