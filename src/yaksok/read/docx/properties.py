"""What a document's metadata claims (Open Packaging Conventions, core properties)."""

from __future__ import annotations

from dataclasses import dataclass

from yaksok.errors import YaksokError
from yaksok.read.docx.parts import Parts

_ELEMENTS = "{http://purl.org/dc/elements/1.1/}"


@dataclass(frozen=True, slots=True)
class CoreProperties:
    """Title and language as the file's author, or a template, left them."""

    title: str = ""
    language: str | None = None


def read_core_properties(parts: Parts) -> CoreProperties:
    """The core properties of a package; empty if it has none that can be read."""
    name = parts.related("", "core-properties")
    if name is None:
        return CoreProperties()
    try:
        root = parts.tree(name)
    except YaksokError:
        # Nothing of the text depends on it.
        return CoreProperties()
    title = root.findtext(f"{_ELEMENTS}title") or ""
    language = (root.findtext(f"{_ELEMENTS}language") or "").lower()
    known = next((code for code in ("ko", "en") if language.startswith(code)), None)
    return CoreProperties(" ".join(title.split()), known)
