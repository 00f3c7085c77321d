"""The help of commands in the user's language.

English is what the commands say of themselves; its Korean stands in the catalogues of `locales`, by the English text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from gettext import NullTranslations
from pathlib import Path
from unicodedata import east_asian_width

import click

from yaksok.interfaces.cli.messages import user_language

LOCALES = Path(__file__).parent / "locales"
HEADINGS = {"Options": "옵션", "Commands": "명령"}
_NOTES = {"default: ": "기본값: ", "required": "필수"}


class SpeakingContext(click.Context):
    """A call of a command whose help is in the user's language."""

    def get_help(self) -> str:
        """The help of the command."""
        if user_language() == "en":
            return super().get_help()
        formatter = KoreanFormatter(width=self.terminal_width, max_width=self.max_content_width)
        self.command.format_help(self, formatter)
        return formatter.getvalue().rstrip("\n")


class KoreanFormatter(click.HelpFormatter):
    """Writes help in Korean, with lines by how wide letters are on a terminal."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line of usage."""
        prefix = prefix or "사용법: "
        extra = _columns(prefix) - len(prefix)
        self.width -= extra
        super().write_usage(prog, args, prefix)
        self.width += extra

    def write_heading(self, heading: str) -> None:
        """The heading of a section."""
        super().write_heading(HEADINGS.get(heading, heading))

    def write_text(self, text: str) -> None:
        """Paragraphs."""
        indent = " " * self.current_indent
        width = max(self.width - self.current_indent, 11)
        paragraphs = catalogue().gettext(text).split("\n\n")
        self.write(
            "\n\n".join("\n".join(indent + line for line in wrapped(one, width)) for one in paragraphs)
        )
        self.write("\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """A list of options or commands with what they do."""
        rows = list(rows)
        column = min(max((len(first) for first, _ in rows), default=0), col_max) + col_spacing
        indent = " " * self.current_indent
        margin = " " * (self.current_indent + column)
        for first, second in rows:
            lines = list(wrapped(in_korean(second), max(self.width - len(margin) - 2, 10)))
            beside = len(first) <= column - col_spacing
            head = f"{indent}{first:<{column}}{lines.pop(0)}" if beside and lines else f"{indent}{first}"
            self.write("\n".join([head, *(margin + line for line in lines)]) + "\n")


@cache
def catalogue() -> NullTranslations:
    """The Korean of all help."""
    from yaksok.interfaces.telling.catalogues import messages_in  # noqa: PLC0415 - only where it is shown

    return messages_in(LOCALES, language="ko")


def in_korean(said: str) -> str:
    """What an option or command does, with what click says behind it of its default and whether it is required."""
    help_text, mark, notes = said.partition("  [")
    told = catalogue().gettext(help_text) if help_text else ""
    if not mark:
        return told
    return f"{told}  [{re.sub('|'.join(_NOTES), lambda found: _NOTES[found[0]], notes)}"


def wrapped(text: str, width: int) -> Iterator[str]:
    """The lines of a paragraph, none wider than `width` columns of a terminal unless a single word is."""
    line, room = "", width
    for word in text.split():
        size = _columns(word)
        if line and size + 1 > room:
            yield line
            line, room = "", width
        room -= size + bool(line)
        line = f"{line} {word}" if line else word
    if line:
        yield line


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)
