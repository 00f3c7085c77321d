"""Memos, which stand behind the last paragraph and belong to fields in the text by their number."""

from __future__ import annotations

from yaksok.read.hancom.private_use import shown
from yaksok.read.hwp import records as tag
from yaksok.read.hwp.lists import memo_texts
from yaksok.read.hwp.paratext import Run, split_text
from yaksok.read.hwp.reading import Reading
from yaksok.read.hwp.records import Records


def read_memos(reading: Reading, records: Records) -> None:
    """Keeps the texts of a section's memos by their numbers, until their fields ask for them."""
    if tag.MEMO_LIST not in records.tags:
        return
    for number, paragraphs in memo_texts(records):
        lines = [_words(records, paragraph) for paragraph in paragraphs]
        reading.memos[number] = shown("\n".join(lines))[0].strip()


def _words(records: Records, paragraph: int) -> str:
    for child in records.children(paragraph):
        if records.tags[child] == tag.PARA_TEXT:
            tokens = split_text(records.content(child))
            return "".join(token.text for token in tokens if isinstance(token, Run))
    return ""
