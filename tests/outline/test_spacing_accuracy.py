"""How often the space between two joined lines is right, on the project's own texts broken anew."""

from __future__ import annotations

import pytest
from tests.support.gold import own_documents
from tests.support.scoring import load
from tests.support.wrapped import broken_anywhere, broken_between_words, text_of

from yaksok.outline.lines import split_lines
from yaksok.outline.spacing import spacing_of
from yaksok.outline.wrapping import wrapping_of

WIDTHS = (76, 84, 92)


@pytest.fixture(scope="module")
def documents() -> list[list[str]]:
    """The statements of the Korean gold documents that are not held out, as unbroken paragraphs."""
    found = []
    for document in own_documents():
        statements = [" ".join(row["text"].split()) for row in load(document.gold)[1] if row.get("text")]
        if "heldout" not in document.name and any("가" <= sign <= "힣" for sign in "".join(statements)):
            found.append(statements)
    return found


def share_right(documents: list[list[str]], *, whole_words: bool, marked: bool) -> float:
    right = total = 0
    setter = broken_between_words if whole_words else broken_anywhere
    for paragraphs in documents:
        for width in WIDTHS:
            text, spaces = text_of((setter(part, width) for part in paragraphs), marked=marked)
            lines = split_lines(text)
            if len(lines) != len(spaces):
                continue
            spacing = spacing_of(lines, wrapping_of(lines))
            for number, space in enumerate(spaces):
                if space is not None:
                    total += 1
                    joiner = spacing.joiner(lines[number], lines[number].text, lines[number + 1].text)
                    right += (joiner == " ") is space
    assert total > 500
    return right / total


@pytest.mark.parametrize(
    ("whole_words", "marked", "floor"),
    [(False, False, 0.955), (False, True, 0.985), (True, False, 0.985), (True, True, 0.99)],
)
def test_floors(documents: list[list[str]], *, whole_words: bool, marked: bool, floor: float) -> None:
    assert share_right(documents, whole_words=whole_words, marked=marked) >= floor
