"""How two wrapped lines of English are joined: with a space, without, or without the hyphen.

Rule 7 of the reading contract for English documents.
"""

from __future__ import annotations

import re
from functools import cache

from yaksok.reference.tables import rows


@cache
def _hyphen_parts() -> tuple[frozenset[str], frozenset[str]]:
    table = rows("english_hyphen_parts")
    return (
        frozenset(row["part"] for row in table if row["position"] == "first"),
        frozenset(row["part"] for row in table if row["position"] == "second"),
    )


_LAST_WORD = re.compile(r"(\S{0,60}?)([^\s-]{1,40})-$")
_FIRST_WORD = re.compile(r"[A-Za-z]{1,40}")
# Endings that cannot be a word of their own: what stands before them was one word with them.
_ENDINGS = frozenset(
    "tion tions tional sion sions ment ments ing ings ed ly ity ties ty ance ances ence ences able ible ness tive"
    " tives ture tures cial tial ous ious ic ical ics er ers or ors al als ate ates ated ating ize izes ized ise"
    " lateral cipate pone ised ization isation ship ships ism ist ists cy cies ry ries fy fied tor tors sive gency".split()
)


def join_lines(left: str, right: str) -> str:
    """What stands between two wrapped lines when they are joined: "", " " or "-drop".

    "-drop" says that the hyphen at the end of `left` goes with the break (imple-/mentation);
    "" keeps it (two-/way, U.S.-/ROK, 2026-/2030).
    """
    left, right = left.rstrip(), right.lstrip()
    if not left or not right:
        return ""
    last = left[-1]
    if last == "\u00ad":
        return "-drop"
    if last == "-":
        return _at_hyphen(left, right)
    if last in "–—/" and len(left) > 1 and not left[-2].isspace():
        return ""
    return "" if last in "([“‘" or right[0] in ",;)]”" else " "


def _at_hyphen(left: str, right: str) -> str:
    word = _LAST_WORD.search(left[-100:])
    if word is None:
        # A dash between spaces.
        return " "
    following = _FIRST_WORD.match(right)
    before, part = word.groups()
    if following is None or not following.group().islower() or not part.isalpha() or part.isupper():
        return ""
    firsts, seconds = _hyphen_parts()
    after = following.group()
    if after in _ENDINGS:
        return "-drop"
    if before.endswith("-") and before.count("-") >= 2:
        # state-of-the-/art
        return ""
    compound = part.lower() in firsts or after in seconds or (before.endswith("-") and len(part) <= 4)
    return "" if compound and not _is_syllable(part, after, seconds) else "-drop"


def _is_syllable(part: str, after: str, seconds: frozenset[str]) -> bool:
    """Whether a short first part is more likely the head of a broken word (for-/mation, con-/tinue)."""
    return (
        part.lower() in {"for", "man", "one", "all", "so", "vice", "ex", "in", "per"} and after not in seconds
    )
