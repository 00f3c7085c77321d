"""Decoration that carries no meaning: Markdown bold and heading signs, stray HTML tags."""

from __future__ import annotations

import re

from yaksok.outline.mapped_text import MappedText, from_source

_DECORATION = re.compile(
    r"(?<!\w)\*\*(?=[^\s*])(?P<bold>[^*\n]{1,300}?)(?<=[^\s*])\*\*"
    r"|(?<!!)\[(?P<link>[^\[\]\n]{1,200})\]\((?:https?:|mailto:|/|#|\.)[^()\s]{0,400}\)"
    r"|\\(?=[*_#>.()\[\]-])"
    r"|</?(?:ul|ol|li|p|div|span|b|strong|em|i|u|br|td|tr|th|table|tbody|thead|font|sup|sub|a|h[1-6])"
    r"(?:\s[^<>]{0,200})?/?>"
)
_HEADING_SIGNS = re.compile(r"#{1,6}\s+")


def clean(text: str, start: int, end: int) -> MappedText:
    """The characters of a document between two offsets, without decoration."""
    raw = text[start:end]
    mapped = from_source(text, start, end)
    if raw.startswith("#"):
        heading = _HEADING_SIGNS.match(raw)
        if heading:
            mapped = mapped.slice(heading.end(), len(raw))
            raw = mapped.text
    if "**" not in raw and "](" not in raw and "<" not in raw and "\\" not in raw:
        return mapped
    cuts = []
    for match in _DECORATION.finditer(raw):
        if match.lastgroup == "bold":
            cuts += [(match.start(), match.start() + 2), (match.end() - 2, match.end())]
        elif match.lastgroup == "link":
            cuts += [(match.start(), match.start("link")), (match.end("link"), match.end())]
        else:
            cuts.append(match.span())
    if raw.startswith("**") and raw.count("**") == 1:
        cuts.append((0, 2))
    elif raw.endswith("**") and raw.count("**") == 1 and " **" not in raw:
        cuts.append((len(raw) - 2, len(raw)))
    if not cuts:
        return mapped
    whole = mapped.without(sorted(cuts))
    return whole.slice(0, len(whole.text))
