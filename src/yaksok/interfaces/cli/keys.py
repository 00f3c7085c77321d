"""What a person types in a review: single keys on a terminal, lines from a pipe or a file."""

from __future__ import annotations

import sys
from typing import NamedTuple, Protocol

import click

_LONGEST_LINE = 1 << 16

# The keys of the Korean keyboard that lie where the letters are.
_KOREAN = {"ㅁ": "a", "ㄱ": "r", "ㅣ": "l", "ㅜ": "n", "ㄴ": "s", "ㅕ": "u", "ㅂ": "q"}


class Typed(NamedTuple):
    """A key, and what stood behind it on its line (empty on a terminal)."""

    key: str
    rest: str = ""


class Keys(Protocol):
    """Where keys and lines come from; None at the end."""

    def key(self) -> Typed | None:
        """The next key."""

    def line(self) -> str | None:
        """The next line, without its end."""


class TerminalKeys:
    """Keys that work without Enter."""

    def key(self) -> Typed | None:
        """The next key; None for Ctrl-D."""
        try:
            typed = click.getchar()
        except EOFError:
            return None
        return Typed(_letter(typed))

    def line(self) -> str | None:
        """The next line."""
        return _line()


class LineKeys:
    """A key at the beginning of each line; a note or a relation may stand behind it or on the next line."""

    def key(self) -> Typed | None:
        """The first word of the next line that is not empty."""
        while (line := _line()) is not None:
            words = line.split(maxsplit=1)
            if words:
                return Typed(_letter(words[0]), words[1].strip() if len(words) > 1 else "")
        return None

    def line(self) -> str | None:
        """The next line."""
        return _line()


def keys() -> Keys:
    """Keys from the terminal if standard input is one, else its lines."""
    return TerminalKeys() if sys.stdin.isatty() else LineKeys()


def _letter(typed: str) -> str:
    return _KOREAN.get(typed, typed.lower())


def _line() -> str | None:
    line = sys.stdin.buffer.readline(_LONGEST_LINE)
    return line.decode("utf-8", "replace").rstrip("\r\n") if line else None
