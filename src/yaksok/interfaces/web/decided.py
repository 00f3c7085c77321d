"""What a page says right after a decision: carried by its address, since pages keep no state."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.datastructures import QueryParams

from yaksok.records.commitment import STATUSES, Status
from yaksok.records.decision import KINDS, DecisionKind


@dataclass(frozen=True, slots=True)
class Decided:
    """The decision that was just made, and the status before and after; None where there is no verdict."""

    kind: DecisionKind
    before: Status | None
    after: Status | None

    @property
    def changed(self) -> bool:
        """Whether the verdict is another one now."""
        return self.before is not None and self.before != self.after


def decided(given: QueryParams) -> Decided | None:
    """What the address says of a decision; None where it says nothing or nothing known."""
    kind = next((one for one in KINDS if one == given.get("decided")), None)
    if kind is None:
        return None
    return Decided(kind, _status(given.get("before")), _status(given.get("after")))


def _status(written: str | None) -> Status | None:
    return next((one for one in STATUSES if one == written), None)
