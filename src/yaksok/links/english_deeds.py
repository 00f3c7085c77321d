"""English words of achievement with their objects, which follow them, or precede a passive."""

from __future__ import annotations

import re
from functools import cache

from yaksok.links.aliases import concepts, squash
from yaksok.links.cues import BRACKETS, DEEDS, words_of
from yaksok.links.deed import Deed, Told, units
from yaksok.reference.tables import rows

_PHRASE = re.compile(r"[^,;/]+")
_WORD = re.compile(r"[A-Za-z][A-Za-z-]*")
_BEFORE_TO_COME = frozenset({"to", "will", "would", "shall", "should", "may"})
_NEGATIONS = frozenset({"not", "never", "failed", "unable"})
_PASSIVE = frozenset({"was", "were", "is", "are", "been", "be"})
_OF = re.compile(r"\s(?:(?:the|an?|its|their)\s)?([A-Za-z-]+)\s(?:study\s)?(?:of|for|on|to)\s")
_REACH = 80  # letters beside the verb in which its object is sought
_NEAR = 4  # words before the verb that may deny it or say that it is still ahead


def english_deeds(text: str, *, most: int) -> list[Deed]:
    """The achievements that the English words of a text name; `most` bounds them."""
    blanked = BRACKETS.sub(lambda match: " " * len(match[0]), text)
    found: list[Deed] = []
    groups = _words()
    for phrase in _PHRASE.finditer(blanked):
        before: list[str] = []
        partly = False
        for match in _WORD.finditer(phrase[0]):
            word = match[0].lower()
            partly = partly or word in words_of("partial")
            # "entered into force" is one deed, and its object stands before it.
            pair = f"{before[-1]} {word}" if before else ""
            if pair in groups:
                found.append(_deed(phrase, match, groups[pair], before[:-1], partly=partly, after=False))
            elif word in groups:
                after = not before or before[-1] not in _PASSIVE
                found.append(_deed(phrase, match, groups[word], before, partly=partly, after=after))
            if len(found) >= most:
                return found
            before.append(word)
    return found


def _deed(
    phrase: re.Match[str],
    match: re.Match[str],
    group: str,
    before: list[str],
    *,
    partly: bool,
    after: bool,
) -> Deed:
    """The deed at a match; `after` says that its object follows it: that of "was signed" stands before it."""
    if after:
        beside = phrase[0][match.end() : match.end() + _REACH]
    else:
        beside = phrase[0][max(0, match.start() - _REACH) : match.start()]
    told: Told = "named"
    if _NEGATIONS.intersection(before[-_NEAR:]):
        told = "failed"
    elif _BEFORE_TO_COME.intersection(before[-2:]) or words_of("ahead").intersection(before[-_NEAR:]):
        told = "to_come"
    return Deed(
        group=group,
        word=match[0].lower(),
        object=squash(beside),
        head="",
        units=units(beside),
        object_concepts=concepts(beside),
        told=told,
        partly=partly,
        end=phrase.start() + match.end(),
        preparing=_preparing(beside) if after else "",
    )


def _preparing(beside: str) -> str:
    """The word by which an object is only a preparation: "a draft of …", "the budget for …", "plans for …"."""
    match = _OF.match(beside)
    found = match[1].lower() if match else ""
    return found if found in words_of("preparing") else ""


@cache
def _words() -> dict[str, str]:
    return {
        row["word"]: row["group"]
        for row in rows("deed_words")
        if row["group"] in DEEDS and row["language"] == "en"
    }
