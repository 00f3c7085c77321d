"""Form objects: buttons, boxes to tick and to fill in. Their record holds properties as text.

Groups are "Name:set:LENGTH:..." and texts "Name:wstring:LENGTH:...", one after another with blanks between.
"""

from __future__ import annotations

import re

from yaksok.read.hwp.paratext import characters

_TEXT = re.compile(r"(\w{1,64}):wstring:(\d{1,9}):")
# What is seen of a form: what somebody typed, else its caption, else what was chosen.
_SEEN = ("Text", "Caption", "SelectedValue")


def form_words(data: bytes) -> str:
    """The words that a form object shows, "" for none."""
    text = characters(data.decode("utf-16-le", "replace"))
    found: dict[str, str] = {}
    at = 0
    while match := _TEXT.search(text, at):
        end = match.end() + int(match.group(2))
        found.setdefault(match.group(1), text[match.end() : end])
        at = end
    return next((found[name] for name in _SEEN if found.get(name)), "")
