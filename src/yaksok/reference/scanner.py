"""Longest-match look-up of many written forms in a text, without a pattern of hundreds of branches.

Forms are filed under their first two characters. A position costs its reader one dictionary
look-up; only where two characters open some form are the lengths of those forms tried, longest
first, each with one look-up. The work at a position is bounded by the number of lengths, whatever
the text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")
Entry = tuple[str, Value]


@dataclass(frozen=True, slots=True)
class Opening:
    """The forms that share their first two characters, and their lengths, longest first.

    `text.startswith(opening.forms, at)` tells at once that none of them stands there, which holds at three
    openings in four.
    """

    forms: tuple[str, ...]
    lengths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FormIndex(Generic[Value]):
    """Written forms with a value each, filed for longest-match look-up.

    `values` holds the values of each form in the order given, `openings` the forms by their first two
    characters.
    """

    openings: dict[str, Opening]
    values: dict[str, tuple[Value, ...]]

    @classmethod
    def build(cls, entries: Iterable[Entry[Value]]) -> FormIndex[Value]:
        """File the entries; those with the same form stay in the order given.

        Forms of fewer than two characters raise ValueError: they need rules of their own.
        """
        values: dict[str, list[Value]] = {}
        filed: dict[str, list[str]] = {}
        for form, value in entries:
            if len(form) < 2:
                raise ValueError(f"form too short to be filed: {form!r}")
            if form not in values:
                filed.setdefault(form[:2], []).append(form)
            values.setdefault(form, []).append(value)
        return cls(
            {opening: _opening(forms) for opening, forms in filed.items()},
            {form: tuple(found) for form, found in values.items()},
        )


def _opening(forms: list[str]) -> Opening:
    return Opening(tuple(forms), tuple(sorted({len(form) for form in forms}, reverse=True)))
