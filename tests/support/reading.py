"""Short ways from a text to what the stages make of it."""

from __future__ import annotations

from yaksok.outline.outline import Outline, outline_of
from yaksok.pipeline import read_source
from yaksok.records.mentions import Span
from yaksok.records.source import SourceText
from yaksok.records.statement import Document, Role, Statement

FURNITURE: frozenset[Role] = frozenset({"meta", "title"})


def source(
    text: str, *, chrome: tuple[Span, ...] = (), page_breaks: tuple[int, ...] = (), title: str | None = None
) -> SourceText:
    """A text as the reader of plain files hands it on."""
    return SourceText(
        text=text,
        media_type="text/plain",
        sha256="0" * 64,
        encoding="utf-8",
        origin="specimen.txt",
        chrome=chrome,
        page_breaks=page_breaks,
        title_hint=title,
    )


def outline(text: str) -> Outline:
    """The outline of a text."""
    return outline_of(source(text))


def read(text: str) -> Document:
    """The document in a text."""
    return read_source(source(text))


def content(text: str) -> list[Statement]:
    """The statements of a text without title and furniture."""
    return [each for each in read(text).statements if each.role not in FURNITURE]


def texts(text: str) -> list[str]:
    """The texts of the statements of a text without title and furniture."""
    return [each.text for each in content(text)]


def parents(text: str) -> dict[str, str]:
    """What each statement of a text hangs on, by their texts; "" at the top."""
    return {each.text: each.trail[-1] if each.trail else "" for each in content(text)}


def furniture(text: str) -> list[str]:
    """The texts of the statements that are furniture."""
    return [each.text for each in read(text).statements if each.role == "meta"]
