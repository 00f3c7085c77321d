"""Second looks at what was read: signs that something was lost.

A file carries a second reading of itself: PrvText holds about its first thousand characters as the program showed
them, with cells in angle brackets. Nearly all of those characters must be found in what was read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from yaksok.errors import DamagedFile
from yaksok.read.hancom.private_use import shown
from yaksok.read.hwp.container import Container
from yaksok.read.hwp.reading import Reading
from yaksok.read.hwp.records import Records
from yaksok.read.office.flow import FlowBlock, Paragraph

PREVIEW_RATIO: Final = 0.98
"""The share of the preview's letters that must be found; with whole paragraphs lost it is lower."""
FEWEST_LETTERS: Final = 20
"""Previews with fewer letters prove nothing."""

_PREVIEW = "PrvText"
_MUCH_BODY: Final = 1_024
# The preview sets tables and boxes in another order, so its letters are looked for in a longer stretch.
_STRETCH: Final = 6
_MORE_LETTERS: Final = 2_000


def doubts(
    reading: Reading, container: Container, sections: list[Records | None], blocks: list[FlowBlock]
) -> list[str]:
    """All reasons to doubt what was read, those met on the way first."""
    found = [
        reason if count == 1 else f"{reason} ({count} times)" for reason, count in reading.doubts.items()
    ]
    if reading.memos:
        found.append(f"{len(reading.memos)} memos belong to no words")
    read = [records for records in sections if records is not None]
    if not all(records.whole for records in read):
        found.append("a section ends within a record")
    if sum(len(records.data) for records in read) > _MUCH_BODY and not any(
        text.strip() for text in texts_of(blocks)
    ):
        found.append("its sections hold data, but no text was found")
    ratio = preview_ratio(_preview(container), blocks)
    if ratio < PREVIEW_RATIO:
        found.append(f"only {ratio:.0%} of the letters of its own preview were found")
    return found


def preview_ratio(preview: bytes, blocks: Iterable[FlowBlock]) -> float:
    """The share of a preview's letters and digits that stand near the start of some blocks; 1.0 for a short one."""
    text = shown(preview[: len(preview) // 2 * 2].decode("utf-16-le", "replace"))[0]
    wanted = Counter(sign for sign in text if sign.isalnum())
    count = wanted.total()
    if count < FEWEST_LETTERS:
        return 1.0
    found: Counter[str] = Counter()
    room = _STRETCH * count + _MORE_LETTERS
    for piece in texts_of(blocks):
        found.update(piece)
        room -= len(piece)
        if room < 0:
            break
    return (wanted & found).total() / count


def texts_of(blocks: Iterable[FlowBlock]) -> Iterator[str]:
    """Marks and texts of all paragraphs in order, those of notes and cells too."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.mark
            yield block.text
            for note in block.notes:
                yield from texts_of(note.blocks)
        else:
            for cell in block.cells:
                yield from texts_of(cell.blocks)


def _preview(container: Container) -> bytes:
    try:
        return container.raw(_PREVIEW) if container.has(_PREVIEW) else b""
    except DamagedFile:
        return b""
