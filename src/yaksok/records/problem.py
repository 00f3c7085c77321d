"""Problems: what was noticed while reading that did not stop it."""

from __future__ import annotations

from dataclasses import dataclass

from yaksok.records.mentions import Span


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that a reader had to mend or guess, by its number in docs/errors.md.

    `span` is the first place of the text it concerns, None if it concerns the whole document.
    """

    number: str
    message: str
    next_step: str
    span: Span | None = None
