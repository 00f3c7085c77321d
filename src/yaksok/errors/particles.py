"""Korean particles after words that are filled in: 은 or 는 by how the word before ends.

Texts hold both forms, such as "은(는)". Behind Hangul and figures the ending is known; so it is behind the Latin letters whose
name and whose sound at the end of a word agree (N in ASEAN and JSON, A in Mina). Behind any other letter both forms stay, as
official Korean writes them there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_PAIRS = {
    "은(는)": ("은", "는"),
    "이(가)": ("이", "가"),
    "을(를)": ("을", "를"),
    "와(과)": ("과", "와"),
    "(으)로": ("으로", "로"),
    "(이)라": ("이라", "라"),
}
_PLACE = re.compile(
    r"(?P<place>\{[^{}]*\}|%\(\w+\)s)(?P<closing>[\"'”’」)]*)(?P<pair>"
    + "|".join(re.escape(pair) for pair in _PAIRS)
    + ")"
)
_FIRST, _LAST, _ENDINGS, _RIEUL = ord("가"), ord("힣"), 28, 8
_CLOSED_FIGURES = frozenset("013678")
_RIEUL_SIGNS = frozenset("178lL")
_CLOSED_LETTERS = frozenset("lmnLMN")
_OPEN_LETTERS = frozenset("aiouAIOU")


def fitted(template: str, fields: Mapping[str, object], *, percent: bool = False) -> str:
    """A template whose particles fit what its places hold. Places are `{name}`, or `%(name)s` where `percent` says so."""
    if "(" not in template:
        return template

    def choose(found: re.Match[str]) -> str:
        place = found["place"]
        value = place % fields if percent else place.format(**fields)
        return f"{place}{found['closing']}{particle(value, found['pair'])}"

    return _PLACE.sub(choose, template)


def particle(word: str, pair: str) -> str:
    """The form of a pair that stands behind a word; both forms where the word's end does not tell."""
    closed_form, open_form = _PAIRS[pair]
    last = next((letter for letter in reversed(word) if letter.isalnum()), "")
    if pair == "(으)로" and _ends_in_rieul(last):
        return open_form
    closed = _is_closed(last)
    if closed is None:
        return pair
    return closed_form if closed else open_form


def _is_closed(last: str) -> bool | None:
    """Whether a word with this last letter ends in a consonant, as it is read in Korean."""
    if last and _FIRST <= ord(last) <= _LAST:
        return (ord(last) - _FIRST) % _ENDINGS != 0
    if last.isascii() and last.isdigit():
        return last in _CLOSED_FIGURES
    if last in _CLOSED_LETTERS:
        return True
    return False if last in _OPEN_LETTERS else None


def _ends_in_rieul(last: str) -> bool:
    if last and _FIRST <= ord(last) <= _LAST:
        return (ord(last) - _FIRST) % _ENDINGS == _RIEUL
    return last in _RIEUL_SIGNS
