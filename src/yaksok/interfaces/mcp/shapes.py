"""What the tools answer. Every statement carries its document, address and span."""

from __future__ import annotations

from yaksok.interfaces.rest.models import Commitment, Count, Hit, Place, Shape


class Found(Shape):
    """What a search found; `total` counts all hits."""

    total: int
    hits: tuple[Hit, ...]
    also_searched: tuple[str, ...]
    notices: tuple[str, ...]


class DueList(Shape):
    """Promises that fall due, the earliest first; `total` counts all of them."""

    as_of: str
    until: str
    total: int
    promises: tuple[Commitment, ...]


class Part(Shape):
    """One part of a brief, such as what is overdue; `total` counts all promises of the part."""

    part: str
    total: int
    promises: tuple[Commitment, ...]


class Brief(Shape):
    """What a desk officer needs to know of a party before a meeting."""

    party: str
    english: str
    korean: str
    as_of: str
    by_status: tuple[Count, ...]
    parts: tuple[Part, ...]
    groups: tuple[str, ...]
    last_said: tuple[Place, ...]


class Change(Shape):
    """What the later wording makes of the earlier one."""

    kind: str
    before: str
    after: str


class DriftStep(Shape):
    """A promise of the earlier document, of the later, or one of each that belong together."""

    kind: str
    earlier: Commitment | None
    later: Commitment | None
    changes: tuple[Change, ...]
    reports: tuple[Place, ...]


class Comparison(Shape):
    """Two documents against each other. `numbers` counts all; `promises` may hold fewer."""

    earlier: str
    later: str
    numbers: dict[str, int]
    share_continued: float | None
    promises: tuple[DriftStep, ...]
