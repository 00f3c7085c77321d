"""Salutations, thanks and words of procedure in English speeches (GUIDE-en 9, GUIDE decision 38)."""

from __future__ import annotations

import re

_FORMULA = re.compile(
    r"(?:thank you(?:,| so| very| all| for (?:your attention|coming|joining us))?[^.!?]{0,40}|thanks(?: very much| a lot)?[^.!?]{0,20}"
    r"|good (?:morning|afternoon|evening)[^.!?]{0,60}|welcome[,!]?|(?:distinguished|excellencies|ladies)[^.!?]{0,90}|(?:mr|mrs|ms|madam)\.?\s(?:president|chair|chairman|chairperson|chairwoman|speaker|secretary-general|moderator|vice-president)[^.!?]{0,40}|your (?:excellenc|majest|royal)[^.!?]{0,60}|dear [^.!?]{2,60})[.!,:]?$",
    re.IGNORECASE,
)

_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.’' -]{2,30})(?:,\s[A-Z][\w.’' -]{2,30})?"
    r"(?:,?\s(?:\d{1,2}\s)?[(]?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?:\s\d{1,2})?(?:,?\s\d{4})?[)]?)?\s?(?:[–—]|--|-)\s{1,3}(?=[A-Z\"“])"
)

_SHOWN = (
    r"(?:begin|start|open|turn|move|conclude|close|end|finish|set out|lay out|share|outline|address|touch|give|offer|go|come|return"
    r"|focus|highlight (?:\w+ )?(?:\w+ )?(?:points|issues|areas)|say a (?:few|word)|speak|talk|make (?:\w+ )?(?:\w+ )?(?:points|remarks|comments|observations)|mention|elaborate|illustrate|tell you)"
)
_THANKING = r"(?! [^.]{0,60}\b(?:thank|express|congratulat|welcom|pay|extend|commend|convey|acknowledg|reaffirm|my (?:deepest|sincere|gratitude|appreciation)|our (?:deepest|sincere)))"
_PROCEDURE = re.compile(
    rf"(?:thank you|good (?:morning|afternoon|evening)|(?:so |now |finally,? |but |and )?(?:let me|allow me to|permit me to)(?: \w+ly| now| first| also)? {_SHOWN}\b{_THANKING}"
    rf"|let me now\b|i (?:will|shall|would like to|want to|wish to)(?: \w+ly| now| first| also| therefore)? {_SHOWN}\b(?! with\b){_THANKING}(?=[^.]* (?:points|remarks|words|issues|questions|areas|themes|thoughts|topics|briefly|areas|floor|today|here)\b)"
    r"|(?:that|this) (?:brings|leads|takes) (?:me|us) to|i (?:now )?(?:turn|come|move) (?:now )?(?:on )?to|i (?:will|shall) now"
    r"|(?:now,? )?(?:turning|moving) (?:on )?to|next,? (?:let|i)|that concludes|this concludes|i (?:will|would be (?:happy|glad) to|am (?:ready|happy) to)"
    r" (?:take|answer)|with that|i have (?:two|three|four|five|a few|some) (?:points|messages|remarks|announcements))",
    re.IGNORECASE,
)


def is_procedure(text: str) -> bool:
    """Whether a sentence of a speech only guides through it ("Let me turn to trade", "I will make three points")."""
    return _PROCEDURE.match(text) is not None


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
