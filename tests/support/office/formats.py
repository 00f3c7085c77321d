"""Which paragraph formats a description needs: HWP and HWPX keep them in one table, by number."""

from __future__ import annotations

from dataclasses import dataclass

from tests.support.office.description import Description, ListMark, Paragraph, paragraphs

COLUMN = 500
"""A column in Hancom's units (1/7200 inch): half of the body's ten points."""
HANGING = 2
"""Columns by which the further lines of a marked paragraph are set in."""


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """What a paragraph's look depends on."""

    indent: int = 0
    mark: ListMark | None = None
    heading: int = 0
    title: bool = False

    @property
    def left(self) -> int:
        """The left margin in Hancom's units."""
        return (self.indent + (HANGING if self.mark else 0)) * COLUMN

    @property
    def first(self) -> int:
        """The first line's indent from the left margin; negative where it hangs."""
        return -HANGING * COLUMN if self.mark else 0


def format_of(paragraph: Paragraph) -> ParagraphFormat:
    """The format of a paragraph."""
    return ParagraphFormat(paragraph.indent, paragraph.mark, paragraph.heading, paragraph.title)


def formats_of(description: Description) -> tuple[ParagraphFormat, ...]:
    """The formats of a description, the plain one first, each once."""
    found = (format_of(paragraph) for paragraph in paragraphs(description.blocks))
    return tuple(dict.fromkeys((ParagraphFormat(), *found)))
