"""Longest-match look-up of many written forms in a text, without a pattern of hundreds of branches.

Forms are filed under their first two characters, longest first. A position costs its reader one
dictionary look-up; only where two characters open some form are the forms themselves tried. The
work at a position is bounded by the forms that share its first two characters, whatever the text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")
Entry = tuple[str, Value]


@dataclass(frozen=True, slots=True)
class FormIndex(Generic[Value]):
    """Written forms with a value each, filed for longest-match look-up.

    `forms` holds the bare forms of each opening: `text.startswith(forms[opening], at)` tells at once
    that none of them stands there, as is the case three times in four.
    """

    by_opening: dict[str, tuple[Entry[Value], ...]]
    forms: dict[str, tuple[str, ...]]

    @classmethod
    def build(cls, entries: Iterable[Entry[Value]]) -> FormIndex[Value]:
        """File the entries; those with the same form stay in the order given.

        Forms of fewer than two characters raise ValueError: they need rules of their own.
        """
        filed: dict[str, list[Entry[Value]]] = {}
        for form, value in entries:
            if len(form) < 2:
                raise ValueError(f"form too short to be filed: {form!r}")
            filed.setdefault(form[:2], []).append((form, value))
        return cls(
            {
                opening: tuple(sorted(forms, key=lambda entry: -len(entry[0])))
                for opening, forms in filed.items()
            },
            {opening: tuple({form: None for form, _ in forms}) for opening, forms in filed.items()},
        )
