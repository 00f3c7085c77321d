"""What a heading tells about everything below it: the year it speaks of."""

from __future__ import annotations

import re

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})\s?년?도?(?:도|\s|$|의|,)|[’'‘](\d{2})\s?년(?!\s?대)")
_DIGIT = re.compile(r"\d")
_RANGE = re.compile(r"\d\s?[~∼–-]\s?['’‘]?\d|까지|부터|이후|년대")


def section_year_of(heading: str) -> int | None:
    """The one year that a heading names ("2019년 하반기 실적"), None for ranges and none."""
    if not _DIGIT.search(heading) or _RANGE.search(heading):
        return None
    years = {int(a) if a else 2000 + int(b) for a, b in _YEAR.findall(heading)}
    return years.pop() if len(years) == 1 else None
