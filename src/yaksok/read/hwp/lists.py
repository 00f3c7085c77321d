"""Lists of paragraphs inside of controls: cells, captions, text boxes, notes, memos.

A list header stands before its paragraphs on the same level; the next header ends the list.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from yaksok.read.hwp import records as tag
from yaksok.read.hwp.records import Records


@dataclass(slots=True)
class ParagraphList:
    """The numbers of a list's header record (None if there is none) and of its paragraphs' records."""

    header: int | None = None
    paragraphs: list[int] = field(default_factory=list)


def lists_below(records: Records, number: int) -> list[ParagraphList]:
    """The lists right below a record, in order, without those of records below it."""
    return list(_lists(records, records.children(number)))


def split_at_table(records: Records, number: int) -> tuple[list[ParagraphList], list[ParagraphList]]:
    """The lists of a table's control: captions, which stand before its TABLE record, and cells behind it."""
    children = list(records.children(number))
    at = next((at for at, child in enumerate(children) if records.tags[child] == tag.TABLE), 0)
    return list(_lists(records, iter(children[:at]))), list(_lists(records, iter(children[at:])))


@dataclass(slots=True)
class Shape:
    """A picture, drawing or group: the paragraphs of its text box, and the record of words drawn as art."""

    paragraphs: list[int] | None = None
    art: int | None = None

    def add(self, paragraph: int) -> None:
        """Takes in a paragraph of its text box."""
        if self.paragraphs is None:
            self.paragraphs = []
        self.paragraphs.append(paragraph)


def shapes_below(records: Records, number: int) -> list[Shape]:
    """The shapes of a control, a group before those in it."""
    found: list[Shape] = []
    position = number + 1
    end = records.after[number]
    while position < end:
        kind = records.tags[position]
        if kind == tag.SHAPE_COMPONENT:
            found.append(Shape())
        elif found and kind == tag.LIST_HEADER:
            found[-1].paragraphs = [] if found[-1].paragraphs is None else found[-1].paragraphs
        elif found and kind == tag.TEXT_ART:
            found[-1].art = position
        elif kind == tag.PARA_HEADER:
            # Lists before the first shape are captions.
            if found:
                found[-1].add(position)
            position = records.after[position]
            continue
        position += 1
    return found


def memo_texts(records: Records) -> Iterator[tuple[int, list[int]]]:
    """The memos that stand behind a section's last paragraph: their numbers, and their paragraphs' records."""
    for number, kind in enumerate(records.tags):
        if kind != tag.MEMO_LIST:
            continue
        found: list[int] = []
        position = number + 1
        while position < len(records) and records.levels[position] >= records.levels[number]:
            if records.tags[position] == tag.MEMO_LIST:
                break
            if records.tags[position] == tag.PARA_HEADER:
                found.append(position)
                position = records.after[position]
            else:
                position += 1
        yield int.from_bytes(records.content(number)[:4], "little"), found


def _lists(records: Records, numbers: Iterator[int]) -> Iterator[ParagraphList]:
    current: ParagraphList | None = None
    for number in numbers:
        kind = records.tags[number]
        if kind == tag.LIST_HEADER:
            if current is not None:
                yield current
            current = ParagraphList(number)
            # Some programs put the paragraphs below their header.
            current.paragraphs += [
                child for child in records.children(number) if records.tags[child] == tag.PARA_HEADER
            ]
        elif kind == tag.PARA_HEADER:
            current = current or ParagraphList()
            current.paragraphs.append(number)
    if current is not None:
        yield current
