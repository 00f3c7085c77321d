"""Whether time grows with the length of what is read, and not with its square."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def takes_at_most(
    times: float, large: Callable[[], object], small: Callable[[], object], *, floor: float
) -> bool:
    """Whether doing `large` takes less than so many times the time of `small`, or of `floor` seconds.

    Processor time of the best of three runs counts, so that a busy machine does no harm; `large` is not run again
    where it was quick enough already.
    """
    limit = times * max(min(_seconds(small) for _run in range(3)), floor)
    return any(_seconds(large) < limit for _run in range(3))


def _seconds(work: Callable[[], object]) -> float:
    # What other tests left behind takes longer to look through than the work itself.
    enabled = gc.isenabled()
    gc.disable()
    try:
        start = time.process_time()
        work()
        return time.process_time() - start
    finally:
        if enabled:
            gc.enable()
