"""The text of one document as the readers hand it to the outline."""

from __future__ import annotations

from dataclasses import dataclass

from yaksok.records.layout import Layout
from yaksok.records.mentions import Span
from yaksok.records.problem import Problem
from yaksok.records.statement import Language


@dataclass(frozen=True, slots=True)
class SourceText:
    """A document turned into text, with what its file says of it.

    `text` has line feeds as line ends and holds no control characters but tab and line end. Every later
    span counts its characters. `sha256` names the bytes that were read, `origin` the path as it was
    given ("-" for standard input). `chrome` are stretches of whole lines known to be page furniture
    (menus, footers), in order and apart from each other. `page_breaks` are the offsets where a new
    page begins, where the file tells. `title_hint` and `language_hint` are what the file's own
    metadata claims; the text may know better. `layout` is what the file says of its text besides; None
    where it is nothing but characters.
    """

    text: str
    media_type: str
    sha256: str
    encoding: str | None
    origin: str
    chrome: tuple[Span, ...] = ()
    page_breaks: tuple[int, ...] = ()
    title_hint: str | None = None
    language_hint: Language | None = None
    problems: tuple[Problem, ...] = ()
    layout: Layout | None = None
