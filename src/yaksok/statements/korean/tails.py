"""What stands behind the last word of a Korean line: brackets, full stops, closing quotes.

Walked from the end, one character at a time: patterns for this ("brackets or signs, repeated, at the end")
take exponential time on a line of many brackets.
"""

from __future__ import annotations

_LONGEST_BRACKET = 200


def without_tail(text: str, signs: str, *, square: bool = False, etc: bool = False) -> str:
    """A text without white space, `signs` and short brackets at its end.

    `square`: square brackets count as well. `etc`: so does the word 등 on its own or behind a bracket. A
    closing bracket without its opening one goes only if it is among the signs.
    """
    opening, closing = ("([", ")]") if square else ("(", ")")
    end = len(text)
    while end:
        sign = text[end - 1]
        start = _bracket_start(text, end, opening, closing) if sign in closing else None
        if start is not None:
            end = start
        elif sign in signs or sign.isspace() or (etc and sign == "등" and _stands_alone(text, end - 1)):
            end -= 1
        else:
            break
    return text[:end]


def _bracket_start(text: str, end: int, opening: str, closing: str) -> int | None:
    """Where the bracket that closes before `end` opens, if nothing is nested in it and it is short."""
    for at in range(end - 2, max(-1, end - 3 - _LONGEST_BRACKET), -1):
        if text[at] in opening:
            return at
        if text[at] in closing:
            return None
    return None


def _stands_alone(text: str, at: int) -> bool:
    return at > 0 and (text[at - 1].isspace() or text[at - 1] == ")")


def without_signs(text: str, signs: str) -> str:
    """A text without white space and `signs` at its end."""
    end = len(text)
    while end and (text[end - 1] in signs or text[end - 1].isspace()):
        end -= 1
    return text[:end]
