"""Blocks to units: the pieces of a block that become statements, before acts and mentions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from yaksok.outline.blocks import Block
from yaksok.outline.mapped_text import MappedText
from yaksok.outline.marks import NOTES
from yaksok.records.mentions import Span
from yaksok.statements.language import LanguageRules

_POINTER = re.compile(r"(?<=\S)(?<!\*)(\*{1,3}|[†‡]{1,2})(?![*\w]*\*)(?=[\s가-힣,.)\]」’”'\"(:;·‧]|$)")
_FOOTNOTE_SIGN = re.compile(r"\d{1,2}[)）]|\[\d{1,2}\]")
_NOTE_SIGN = re.compile(r"\s*(\*{1,3}|※|[†‡]{1,2})\s*")


@dataclass(frozen=True, slots=True)
class Unit:
    """A statement in the making.

    `lead` is the index, in the same block, of the lead-in that it hangs on, None for the
    block's own level. `pointers` are the note signs that were taken out of its text ("*", "1)"),
    `pointer_spans` their document spans. `note` is the sign of the note that it is part of, if any.
    """

    text: MappedText
    marker: str
    lead: int | None = None
    is_lead: bool = False
    note: str | None = None
    pointers: tuple[str, ...] = ()
    pointer_spans: tuple[Span, ...] = ()
    element: bool = False


def units_of(block: Block, rules: LanguageRules, footnotes: frozenset[str]) -> list[Unit]:
    """The units of one block, in order.

    `footnotes` are the footnote marks of the document ("1)"): in other blocks they point to a
    note and leave the text.
    """
    mark = block.marks[-1] if block.marks else None
    marker = mark.glyph if mark else ""
    if block.kind in ("title", "row", "header_row", "caption"):
        return [_pointed(Unit(block.text, _marker_of(block)), footnotes)]
    note = None
    if block.is_note:
        note = next(mark.glyph for mark in block.marks if mark.kind in NOTES)
    units: list[Unit] = []
    for number, (start, end) in enumerate(rules.split_notes(block.text.text)):
        part = block.text.slice(start, end)
        if number:
            sign = _NOTE_SIGN.match(part.text)
            if sign is None:
                continue
            note = marker = sign.group(1)
            part = part.slice(sign.end(), len(part.text))
        units.extend(_split(part, marker, note, rules, len(units)))
    text = block.text.text
    if not footnotes and "*" not in text and "†" not in text and "‡" not in text:
        return units
    return [_pointed(unit, footnotes if unit.note is None else frozenset()) for unit in units]


def _marker_of(block: Block) -> str:
    if block.kind == "caption":
        return "〈 〉"
    return block.marks[-1].glyph if block.marks else ""


def _split(part: MappedText, marker: str, note: str | None, rules: LanguageRules, offset: int) -> list[Unit]:
    """Inline list first, then sentences, then slashes."""
    lead, elements = rules.split_inline(part.text)
    if not elements:
        units = _sentences(part, marker, rules)
        return units if note is None else [replace(unit, note=note) for unit in units]
    units = []
    if lead is not None:
        units = _sentences(part.slice(*lead), marker, rules)
        units[-1] = replace(units[-1], is_lead=True)
    lead_index = offset + len(units) - 1 if units else None
    for number, (glyph, span) in enumerate(elements):
        inner = _sentences(part.slice(*span), glyph, rules)
        for at, unit in enumerate(inner):
            own_level = number == len(elements) - 1 and at > 0
            units.append(replace(unit, lead=None if own_level else lead_index, element=not own_level))
    return [replace(unit, note=note) for unit in units]


def _sentences(part: MappedText, marker: str, rules: LanguageRules) -> list[Unit]:
    """One unit a sentence or slash part; the first carries the marker, slash parts carry "/"."""
    units: list[Unit] = []
    sentences = rules.split_sentences(part.text)
    if len(sentences) == 1 and "/" not in part.text:
        return [Unit(part, marker)]
    for start, end in sentences:
        sentence = part.slice(start, end)
        for number, (left, right) in enumerate(rules.split_slash(sentence.text)):
            sign = "/" if number else (marker if not units else "")
            units.append(Unit(sentence.slice(left, right), sign))
    return units


def _pointed(unit: Unit, footnotes: frozenset[str]) -> Unit:
    """The unit without the signs that point to notes."""
    text = unit.text.text
    spans = (
        [match.span(1) for match in _POINTER.finditer(text)]
        if "*" in text or "†" in text or "‡" in text
        else []
    )
    if footnotes and (")" in text or "]" in text):
        spans += _footnote_references(text, footnotes)
    if not spans:
        return unit
    spans.sort()
    cleaned = unit.text.without(spans)
    return replace(
        unit,
        text=cleaned.slice(0, len(cleaned.text)),
        pointers=tuple(text[a:b] for a, b in spans),
        pointer_spans=tuple(unit.text.source(span) for span in spans),
    )


def _footnote_references(text: str, footnotes: frozenset[str]) -> list[Span]:
    """Where a text points to footnotes: their marks behind a word and outside of brackets."""
    found = []
    opened = counted = 0
    for match in _FOOTNOTE_SIGN.finditer(text):
        at = match.start()
        if at == 0 or match.group() not in footnotes:
            continue
        opened += text.count("(", counted, at) - text.count(")", counted, at)
        counted = at
        before = text[at - 1]
        if not before.isspace() and not before.isdigit() and before != "(" and opened <= 0:
            found.append(match.span())
    return found
