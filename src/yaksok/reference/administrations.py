"""Korean administrations and their terms: who governed when a promise was made."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from yaksok.reference.tables import rows


@dataclass(frozen=True, slots=True)
class Administration:
    """One term of office; `since` and `until` are its first and last day (ISO), "" if it lasts."""

    id: str
    korean: str
    english: str
    since: str
    until: str


@cache
def administrations() -> tuple[Administration, ...]:
    """All administrations of the table, the earliest first; no day belongs to two."""
    return tuple(
        Administration(row["id"], row["korean"], row["english"], row["since"], row["until"])
        for row in rows("administrations")
    )
