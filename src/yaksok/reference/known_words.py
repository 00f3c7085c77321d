"""Whether two pieces of Korean text are halves of a name that the reference tables know.

Only names of states, territories, regions and persons: what organisations and programmes are called is
written together by one author and apart by the next.
"""

from __future__ import annotations

import re
from functools import cache

from yaksok.reference.tables import rows

_TABLES = (
    ("countries", ("korean", "korean_forms")),
    ("territories", ("korean", "korean_forms")),
    ("regions", ("korean", "korean_forms")),
    ("office_holders", ("korean",)),
)
_PART = re.compile(r"[가-힣]{3,}")
_LONGEST = 12
_COMMON_NOUN = "지역"
# A name this long is not met by chance inside another word.
_DISTINCT = 4


@cache
def names_in_one_word() -> frozenset[str]:
    """Every word of three syllables or more in the names of the tables."""
    found: set[str] = set()
    for table, columns in _TABLES:
        for row in rows(table):
            for column in columns:
                words = _PART.findall(row.get(column, ""))
                found.update(word for word in words if not word.endswith(_COMMON_NOUN))
    return frozenset(found)


def is_split_name(before: str, after: str) -> bool:
    """Whether a known name ends inside `after` and begins inside `before`, both runs of Hangul.

    A name of three syllables must begin where `before` does; a longer one may follow other syllables.
    """
    names = names_in_one_word()
    for back in range(1, min(len(before), _LONGEST - 1) + 1):
        head = before[-back:]
        least = 3 if back == len(before) else _DISTINCT
        for on in range(max(1, least - back), min(len(after), _LONGEST - back) + 1):
            if head + after[:on] in names:
                return True
    return False
