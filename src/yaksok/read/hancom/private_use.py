"""Characters of Unicode's private-use areas, as Hancom Office shows them.

Bullets of symbol fonts lie at U+F020 to U+F0FF (the codes of Wingdings), Hancom's own signs from U+F0000 on.
The table `private_use.csv` says what is seen; two glyphs that make one number stand in it as a pair.
"""

from __future__ import annotations

import re
from functools import cache

from yaksok.reference.tables import rows

# One range is looked for several times as fast as three.
_HIGH = re.compile("[\ue000-\U0010ffff]")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]+")


def shown(text: str) -> tuple[str, int]:
    """The text with its private-use characters as they are seen, and how many no table explains.

    Those stay as they are.
    """
    if _HIGH.search(text) is None or _PRIVATE.search(text) is None:
        return text, 0
    unknown = 0

    def replaced(match: re.Match[str]) -> str:
        nonlocal unknown
        written, left = _run_shown(match.group())
        unknown += left
        return written

    return _PRIVATE.sub(replaced, text), unknown


def _run_shown(run: str) -> tuple[str, int]:
    table = _table()
    pieces: list[str] = []
    unknown = at = 0
    while at < len(run):
        pair = table.get(run[at : at + 2]) if at + 1 < len(run) else None
        if pair is not None:
            pieces.append(pair)
            at += 2
            continue
        sign = table.get(run[at])
        if sign is None:
            unknown += 1
        pieces.append(run[at] if sign is None else sign)
        at += 1
    return "".join(pieces), unknown


@cache
def _table() -> dict[str, str]:
    return {
        "".join(chr(int(code, 16)) for code in row["code_points"].split()): row["shown"]
        for row in rows("private_use")
    }
