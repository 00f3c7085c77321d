"""What a statement does to which object: "정상회의 개최", "협정 체결", "established the committee"."""

from __future__ import annotations

from functools import lru_cache

from yaksok.links.deed import Deed
from yaksok.links.english_deeds import english_deeds
from yaksok.links.korean_deeds import korean_deeds

_MOST = 40  # deeds of one statement: more only stand in what is no statement


@lru_cache(maxsize=1 << 12)
def deeds(text: str) -> tuple[Deed, ...]:
    """The achievements a text names, in order."""
    found = [*korean_deeds(text, most=_MOST), *english_deeds(text, most=_MOST)]
    return tuple(sorted(found, key=lambda deed: deed.end)[:_MOST])


def promised_deeds(text: str) -> tuple[Deed, ...]:
    """The achievements that a promise announces: what it tells as background or as failed is left out."""
    return tuple(deed for deed in deeds(text) if deed.told in {"named", "to_come"})
