"""What was found out about a promise, told on a page: with days and numbers as its reader's calendar writes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from yaksok.interfaces.telling.telling import Telling


@dataclass(frozen=True, slots=True)
class PageTelling(Telling):
    """Tells in one language; days and numbers are those of the Unicode locale data."""

    def number(self, value: float) -> str:
        """A number as the language writes it."""
        return str(format_decimal(value, locale=self.language))

    def _date(self, day: date) -> str:
        return str(format_date(day, format="medium", locale=self.language))

    def _month(self, first: date) -> str:
        return str(format_skeleton("yMMMM", first, locale=self.language))

    def _year(self, first: date) -> str:
        return str(format_skeleton("y", first, locale=self.language))
