"""Where the words of a statement stand in its document."""

from __future__ import annotations

from yaksok.records.mentions import Span
from yaksok.records.statement import Statement


def place(statement: Statement, words: Span, text: str = "") -> Span:
    """The span in the document of a stretch of the statement's words.

    The statement's text differs from its source where a line was broken or a mark left out; then `text`, the
    document's, tells where each letter stands. Without it the statement's whole span is given.
    """
    start, end = statement.span
    if end - start == len(statement.text):
        return start + words[0], start + words[1]
    if not text or words[0] >= words[1]:
        return statement.span
    offsets: list[int] = []
    at = start
    for letter in statement.text[: words[1]]:
        found = at if letter.isspace() else text.find(letter, at, end)
        if found < 0:
            return statement.span
        offsets.append(found)
        at = found if letter.isspace() else found + 1
    return offsets[words[0]], offsets[words[1] - 1] + 1
