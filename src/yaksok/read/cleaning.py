"""The text as all later stages may trust it: one kind of line end, no control characters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yaksok.errors import SourceEmpty
from yaksok.errors.notices import (
    BYTES_REPLACED,
    CONTROL_CHARACTERS,
    ENCODING_GUESSED,
    INVISIBLE_CHARACTERS,
    JAMO_COMPOSED,
)
from yaksok.read.decoding import Decoded
from yaksok.records.problem import Problem

_LINE_ENDS = re.compile("\r\n?|[\x0b\x85\u2028\u2029]")
# C0 and C1 controls but tab, line end and form feed; DEL; halves of pairs that stand alone; non-characters.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufff9-\ufffb\ufffe\uffff]")
# Marks, embeddings, overrides and isolates of the bidirectional algorithm (UAX 9), and what has no width.
_INVISIBLE = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
# A syllable typed or stored as conjoining letters (Unicode 3.12), as macOS does in names and copies.
_SYLLABLE = re.compile("([\u1100-\u1112])([\u1161-\u1175])([\u11a8-\u11c2]?)")
# One look decides whether any of the above is needed at all.
_UNUSUAL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u1161\u1100-\u1175\u200b-\u206f\ud800-\udfff\ufeff\ufff9-\uffff]"
)


@dataclass(frozen=True, slots=True)
class CleanText:
    """Text that may be handed on, where its pages begin, and what was mended."""

    text: str
    page_breaks: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()


def clean(decoded: Decoded, *, origin: str) -> CleanText:
    """The decoded text made safe. Raises SourceEmpty if nothing but white space is left."""
    cleaned = clean_text(decoded.text)
    if not cleaned.text.strip():
        raise SourceEmpty(path=origin)
    problems = (*encoding_problems(decoded, cleaned.text), *cleaned.problems)
    return CleanText(cleaned.text, cleaned.page_breaks, problems)


def clean_text(text: str) -> CleanText:
    """One kind of line end, controls as blanks, invisible characters out, form feeds as page breaks."""
    if not _UNUSUAL.search(text):
        return CleanText(text)
    problems = []
    text = _LINE_ENDS.sub("\n", text)
    text, controls = _CONTROLS.subn(" ", text)
    if controls:
        problems.append(CONTROL_CHARACTERS.problem(count=controls))
    text, invisible = _INVISIBLE.subn("", text)
    if invisible:
        problems.append(INVISIBLE_CHARACTERS.problem(count=invisible))
    text, composed = _SYLLABLE.subn(_compose, text)
    if composed:
        problems.append(JAMO_COMPOSED.problem(count=composed))
    text, page_breaks = _take_page_breaks(text)
    return CleanText(text, page_breaks, tuple(problems))


def encoding_problems(decoded: Decoded, text: str) -> tuple[Problem, ...]:
    """What the decoder had to replace or guess, as notices with their first place in the cleaned text."""
    problems = []
    if decoded.guessed:
        problems.append(ENCODING_GUESSED.problem(encoding=decoded.encoding))
    if decoded.faults:
        place = text.find("\ufffd")
        span = (place, place + 1) if place >= 0 else None
        problems.append(BYTES_REPLACED.problem(count=decoded.faults, encoding=decoded.encoding, span=span))
    return tuple(problems)


def _compose(match: re.Match[str]) -> str:
    # The arithmetic of Unicode 3.12: 588 syllables to a lead, 28 to a vowel.
    lead, vowel, tail = match.groups()
    syllable = 0xAC00 + (ord(lead) - 0x1100) * 588 + (ord(vowel) - 0x1161) * 28
    return chr(syllable + (ord(tail) - 0x11A7 if tail else 0))


def _take_page_breaks(text: str) -> tuple[str, tuple[int, ...]]:
    """Form feeds out, as offsets; one in the midst of a line ends that line."""
    if "\f" not in text:
        return text, ()
    pieces: list[str] = []
    breaks: list[int] = []
    length = 0
    first, *others = text.split("\f")
    pieces.append(first)
    length = len(first)
    ends_line = first.endswith("\n") or not first
    for piece in others:
        if not ends_line and not piece.startswith("\n"):
            pieces.append("\n")
            length += 1
        breaks.append(length)
        pieces.append(piece)
        length += len(piece)
        ends_line = piece.endswith("\n") if piece else ends_line
    return "".join(pieces), tuple(dict.fromkeys(breaks))
