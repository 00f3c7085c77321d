"""Headings without a mark, and sentences that introduce what stands below them."""

from __future__ import annotations

import re

from yaksok.outline.blocks import Block
from yaksok.outline.endings import is_open, is_sentence
from yaksok.outline.marks import BULLETS

_INTRODUCES = re.compile(
    r"(?:다음과\s?같|아래와\s?같|아래\s?사항|다음\s?사항|다음의|아래의|다음을|following|as follows|[:：]\s*$|이하와\s?같)"
)
# "첫째, 한미 관계입니다." on a line of its own, and formulas that close a speech (GUIDE Decision 38).
_TOPIC = re.compile(
    r"(?:첫째|둘째|셋째|넷째|다섯째|여섯째|첫\s?번째로?|두\s?번째로?|세\s?번째로?|네\s?번째로?|먼저|우선|다음으로|다음은|마지막으로|끝으로),?\s[^.!?]{2,50}"
    r"(?:입니다|에\s?관한\s?것입니다|말씀드리겠습니다)\.$"
)
_CLOSING = re.compile(
    r"(?:이상으로|이것으로)\s[^.!?]{0,90}(?:마치|마칩|갈음)[^.!?]{0,60}(?:겠습니다|니다)[.!]$"
    r"|(?:이상으로|이것으로|이로써|끝으로|그럼)?[^.!?]{0,40}(?:마치겠습니다|마칩니다|끝내겠습니다|갈음하겠습니다)[.!](?:\s[^.!?]{0,30}[.!]){0,2}$"
)
_MAX_KOREAN = 45
_MAX_ENGLISH = 90
_ENGLISH_VERB = re.compile(
    r"\b(?:will|shall|is|are|was|were|has|have|had|signed|agreed|welcomed|reaffirmed|announced|held|met)\b"
)
# "Target: 120 wells", "Status: achieved": a field with its value, no title ("Pillar 1: Security" is one).
_FIELD = re.compile(
    r"(?:(?:Overall |Current |Total |Annual |Expected |Main |Lead |Responsible |Implementing )?(?:[Tt]argets?|[Rr]esults?|[Ss]tatus|[Ii]ndicators?"
    r"|[Bb]aseline|[Dd]eadline|[Bb]udget|[Cc]osts?|[Aa]mount|[Ff]unding|[Dd]uration|[Pp]eriod|[Ll]ead|[Rr]esponsible|[Pp]artners?|[Aa]gency|[Mm]inistry"
    r"|[Oo]utputs?|[Oo]utcomes?|[Oo]bjectives?|[Pp]rogress|[Aa]ssessment|[Rr]ating|[Vv]enue|[Dd]ate|[Pp]lace|[Ss]ource|[Bb]eneficiaries|[Aa]chieved|[Pp]lanned"
    r"|[Mm]easures?|[Aa]ctivit(?:y|ies)|[Mm]ilestones?))(?:\s(?:for|in|by)?\s?\d{4})?:\s\S"
)
_KOREAN = re.compile(r"[가-힣]")
_LIST_LIKE = re.compile(r"[,;]$|^\W*$")


def introduces(text: str) -> bool:
    """Whether a sentence announces a list ("다음과 같다", "as follows:")."""
    return _INTRODUCES.search(text[-60:]) is not None


def _opens_questions(blocks: list[Block], index: int) -> bool:
    """Whether questions and answers follow ("궁금합니다!")."""
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    return below is not None and bool(below.marks) and below.marks[0].kind == "speaker"


def is_closing(text: str) -> bool:
    """Whether a paragraph is a formula that closes a speech."""
    return len(text) <= 120 and _CLOSING.match(text) is not None


def is_heading_line(blocks: list[Block], index: int) -> bool:
    """Whether an unmarked block is a heading: short, no sentence, with text below it."""
    block = blocks[index]
    text = block.text.text
    if _TOPIC.match(text) or (len(text) <= _MAX_KOREAN and _opens_questions(blocks, index)):
        return True
    if (
        block.is_sentence
        or is_sentence(text)
        or is_open(text)
        or _LIST_LIKE.search(text)
        or text.endswith(":")
    ):
        return False
    if _KOREAN.search(text):
        if len(text) > _MAX_KOREAN:
            return False
    elif len(text) > _MAX_ENGLISH or _ENGLISH_VERB.search(text):
        return False
    field = _FIELD.match(text) is not None
    for below in blocks[index + 1 : index + 40]:
        if below.kind != "meta":
            if field and not (below.marks and below.marks[0].kind in BULLETS):
                return False
            return not below.is_note and below.kind != "title"
    return False
