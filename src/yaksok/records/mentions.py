"""Mentions: the parts of a statement that name something, each with its words and its value.

Finders work on the cleaned text of one statement and give spans that count characters of that
text. `yaksok.statements.assemble` moves them onto the document's text, so the same classes
hold both; `shifted` makes the moved copy.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, Self

Span = tuple[int, int]
"""Start and end offset; the character at the end does not belong to the span."""

TimeRole = Literal["occurred", "due", "planned", "period", "reference"]
NameType = Literal["agreement", "initiative", "body", "event", "system", "law", "document"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a statement and where they stand."""

    text: str
    span: Span

    def shifted(self, span: Span) -> Self:
        """The same mention at another span."""
        # Built anew by its fields: dataclasses.replace takes three times as long.
        return self if span == self.span else type(self)(self.text, span, *self._value())

    def _value(self) -> tuple[Any, ...]:
        """The fields behind text and span, in order."""
        return ()


@dataclass(frozen=True, slots=True)
class PartyMention(Mention):
    """A country, organisation, group or region by its canonical id (`USA`, `ASEAN`, `AFRICA`)."""

    id: str

    def _value(self) -> tuple[str]:
        return (self.id,)


@dataclass(frozen=True, slots=True)
class TimeMention(Mention):
    """A time as the interval its words mean.

    `start` and `end` are ISO dates, both days included; None leaves that side open.
    """

    start: str | None
    end: str | None
    role: TimeRole

    def _value(self) -> tuple[str | None, str | None, TimeRole]:
        return self.start, self.end, self.role


@dataclass(frozen=True, slots=True)
class QuantityMention(Mention):
    """A number with its unit, in full ("250억불" is 25000000000 USD)."""

    value: int | float
    unit: str

    def _value(self) -> tuple[int | float, str]:
        return self.value, self.unit


@dataclass(frozen=True, slots=True)
class NameMention(Mention):
    """A proper name of something that is not a party."""

    type: NameType

    def _value(self) -> tuple[NameType]:
        return (self.type,)
