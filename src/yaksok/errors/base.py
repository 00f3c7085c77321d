"""How an error is worded, and the root of the tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from yaksok.errors.particles import fitted
from yaksok.records.mentions import Span
from yaksok.records.problem import Problem
from yaksok.records.statement import Language


@dataclass(frozen=True, slots=True)
class Wording:
    """A message and its next step in both languages; braces hold the places to fill."""

    number: str
    english: str
    english_next: str
    korean: str
    korean_next: str

    def message(self, fields: dict[str, object], language: Language = "en") -> str:
        """What happened, with the places filled."""
        told = fitted(self.korean, fields) if language == "ko" else self.english
        return told.format(**fields)

    def next_step(self, fields: dict[str, object], language: Language = "en") -> str:
        """What the user can do about it, with the places filled."""
        told = fitted(self.korean_next, fields) if language == "ko" else self.english_next
        return told.format(**fields)

    def problem(self, *, span: Span | None = None, **fields: object) -> Problem:
        """The record of a notice, worded in English."""
        return Problem(self.number, self.message(fields), self.next_step(fields), span)


class YaksokError(Exception):
    """The root of the tree. Built from the named fields that its wording has places for."""

    wording: ClassVar[Wording]

    def __init__(self, **fields: object) -> None:
        self.fields = fields
        super().__init__(self.describe())

    def __reduce__(self) -> tuple[object, ...]:
        """Errors travel between processes, with their fields."""
        return _rebuild, (type(self), self.fields)

    @property
    def number(self) -> str:
        """The number under which docs/errors.md explains it, such as "Y101"."""
        return self.wording.number

    def message(self, language: Language = "en") -> str:
        """What happened, in one sentence."""
        return self.wording.message(self.fields, language)

    def next_step(self, language: Language = "en") -> str:
        """What the user can do now, in one sentence."""
        return self.wording.next_step(self.fields, language)

    def describe(self, language: Language = "en") -> str:
        """Number, message and next step on one line, as the command line shows them."""
        label = "다음 단계" if language == "ko" else "Next"
        return f"{self.number}: {self.message(language)} {label}: {self.next_step(language)}"


def _rebuild(kind: type[YaksokError], fields: dict[str, object]) -> YaksokError:
    return kind(**fields)
