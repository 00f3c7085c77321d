"""How much one client may ask in a time: token buckets in memory."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock


@dataclass(frozen=True, slots=True)
class Limit:
    """`burst` requests at once, and one more each `seconds`."""

    burst: int
    seconds: float


MOST_CLIENTS = 10_000
"""So many clients are remembered; the one that asked longest ago is forgotten first."""


class Limiter:
    """Counts requests by client."""

    def __init__(self, limit: Limit, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._limit = limit
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def wait(self, client: str) -> int:
        """Count a request; how many seconds the client has to wait, 0 where it need not."""
        now = self._clock()
        with self._lock:
            left, then = self._buckets.pop(client, (float(self._limit.burst), now))
            left = min(float(self._limit.burst), left + (now - then) / self._limit.seconds)
            allowed = left >= 1
            self._buckets[client] = (left - 1 if allowed else left, now)
            while len(self._buckets) > MOST_CLIENTS:
                self._buckets.popitem(last=False)
        return 0 if allowed else max(1, math.ceil((1 - left) * self._limit.seconds))
