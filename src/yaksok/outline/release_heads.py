"""Lines that web pages and forms print around an English title: kind of text, number, office, dates of publication."""

from __future__ import annotations

import re

from yaksok.outline.endings import is_sentence
from yaksok.outline.lines import Line

# Such lines stand in the first lines only, before the first sentence.
_HEAD_LINES = 14
_LONGEST = 110
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = rf"(?:\d{{1,2}}\s{_MONTH}\s\d{{4}}|{_MONTH}\s\d{{1,2}},?\s\d{{4}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}|\d{{4}}-\d\d-\d\d)"
_KIND = r"(?:Press|Media|News)\s(?:[Rr]eleases?|[Ss]tatements?|[Nn]otes?|[Aa]dvisor(?:y|ies)|[Cc]entre|[Cc]enter|[Rr]oom|[Ii]tem|[Ss]tory)|Newsroom|Readout|Latest [Nn]ews"
_FORM = re.compile(
    rf"(?:{_KIND})(?:\s(?:[Nn]o\.?\s?)?[\d/.-]{{1,12}})?$"
    rf"|(?:{_KIND})\s?[|,–-]?\s{_DATE}.{{0,30}}$"
    rf"|(?:Published|Publication date|Publish date|Date published|Released|Release date|Issued|Date|Updated|Last updated|Posted|Type|From|Location"
    rf"|Delivered on|Author|Topics?|Tags?|Category)(?::\s|\s(?=on\s)?(?={_DATE}|on\s{_DATE})).{{1,80}}$"
    rf"|{_DATE}(?:\s[|,–-]?\s?(?:at\s)?\d{{1,2}}[:.]\d\d(?:\s[A-Z]{{2,4}})?)(?:\s[|–-]\s.{{1,40}})?$"
    rf"|{_DATE}\s[–|-]\s[A-Z][\w.’' ]{{2,40}}(?:,\s[A-Z][\w ]{{2,30}})?\s[–|-]\s[A-Z].{{3,60}}$"
    r"|Washington,? D\.?C\.?$|Office of (?:the )?(?:Spokes|Press|Communications|Public)\w*.{0,40}$"
)


def is_release_form(text: str) -> bool:
    """Whether a line only tells of the publication of what follows ("Press release 45/2025")."""
    return _FORM.match(text) is not None


def release_head_lines(lines: list[Line]) -> set[int]:
    """Indexes of the lines around the title that only tell of its publication.

    "Press release 45/2025", "Published: 12 March 2025", "Office of the Spokesperson"; the first
    sentence of the text ends the head.
    """
    found: set[int] = set()
    for index, line in enumerate(lines[:_HEAD_LINES]):
        if len(line.text) > _LONGEST:
            break
        if _FORM.match(line.text):
            found.add(index)
        elif is_sentence(line.text):
            break
    return found
