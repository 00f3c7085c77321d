"""Salutations and thanks in English speeches (GUIDE-en 9)."""

from __future__ import annotations

import re

_FORMULA = re.compile(
    r"(?:thank you(?:,| so| very| all| for (?:your attention|coming|joining us))?[^.!?]{0,40}|thanks(?: very much| a lot)?[^.!?]{0,20}"
    r"|good (?:morning|afternoon|evening)[^.!?]{0,60}|welcome[,!]?|(?:distinguished|excellencies|ladies)[^.!?]{0,90}|dear [^.!?]{2,60})[.!,:]?$",
    re.IGNORECASE,
)

_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.’' -]{2,30})(?:,\s[A-Z][\w.’' -]{2,30})?"
    r"(?:,?\s(?:\d{1,2}\s)?[(]?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?:\s\d{1,2})?(?:,?\s\d{4})?[)]?)?\s?(?:[–—]|--|-)\s{1,3}(?=[A-Z\"“])"
)


def dateline_end(text: str) -> int:
    """Length of the dateline in front of a news text ("SEOUL, May 21 – "), 0 if there is none."""
    match = _DATELINE.match(text)
    return match.end() if match else 0


_ADDRESS = re.compile(r"(?:excellenc|ladies and gentlemen|distinguished|dear |colleagues)", re.IGNORECASE)
_ENDS = re.compile(r"(?:that is all|that concludes|this concludes)[^.!?]{0,40}[.!]$", re.IGNORECASE)


def is_formula(text: str) -> bool:
    """Whether a sentence is nothing but a greeting, an address or thanks."""
    if len(text) > 140:
        return False
    if text[-1:] in ",:!" and _ADDRESS.search(text):
        return True
    return _ENDS.match(text) is not None or (len(text) <= 100 and _FORMULA.match(text) is not None)
