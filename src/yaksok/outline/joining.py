"""Lines to blocks: which lines go on from the line before, and what begins anew."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from yaksok.outline.blocks import Block
from yaksok.outline.cleaning import clean
from yaksok.outline.endings import is_open, is_salutation, is_sentence
from yaksok.outline.hyphens import join_lines as joiner_of
from yaksok.outline.lines import Line
from yaksok.outline.mapped_text import MappedText, join
from yaksok.outline.marks import Mark, mark_at
from yaksok.outline.spacing import Spacing, spacing_of
from yaksok.outline.wrapping import Wrapping, paragraph_wrapping, wrapping_of

_MAX_MARKS = 3
# "…있습니 | 다. 또한 …": the last syllable of a sentence at the head of a line is no letter of a list.
_BEFORE_FINAL_SYLLABLE = re.compile(
    r"(?:니|[한된간온든른린민신진인낀찬긴]|[했됐였겠있없었았렸왔갔졌쳤났섰렀겼꼈폈뒀눴봤잤폈컸썼떴]|는)$"
)
# "…지지한다 | 고 하였다": what opens with the particle of reported speech goes on.
_REPORTS_ON = re.compile(r"(?:라?고|이라고|다고|며|면서)\s(?:하|했|말|밝|강조|설명|전)")
# A line this long (as a share of the wrap width) that ends in mid-sentence was broken by layout.
# Where only whole words are broken off, the next word tells nearly everything already.
_LONG_ENOUGH = 0.7
_LONG_ENOUGH_WHOLE = 0.9
# With no empty line between them, half a line is enough.
_HALF = 0.55


@dataclass(slots=True)
class _Draft:
    """A block that may still grow: parts and what joins them, and the lines they came from."""

    marks: tuple[Mark, ...]
    indent: int
    blanks: int
    extent_start: int
    parts: list[MappedText] = field(default_factory=list)
    joiners: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    def finished(self) -> Block:
        """The block as it stands."""
        whole = join(self.parts, self.joiners).collapsed()
        text = whole.slice(0, len(whole.text))
        return Block(
            "text",
            text,
            self.marks,
            (self.extent_start, self.lines[-1].full_end),
            self.indent,
            self.blanks,
            is_sentence=is_sentence(text.text),
            lines=len(self.lines),
            hashes=self.lines[0].hashes,
            anchor=self.lines[0].anchor,
        )


def join_lines(
    text: str,
    lines: list[Line],
    furniture: set[int],
    taken: set[int],
    *,
    unbroken: bool = False,
    whole_words: bool = False,
) -> list[Block]:
    """The blocks of a text: joined paragraphs and bullets, with furniture as blocks of kind `meta`.

    `taken` are indexes of lines that belong to the title or to tables; nothing goes on across them.
    `unbroken`: layout broke no line, for the file keeps its paragraphs. `whole_words`: lines are known to
    break between words only.

    A paragraph that page furniture interrupts goes on behind it; the furniture block follows
    the paragraph then.
    """
    seen = [line for i, line in enumerate(lines) if i not in furniture and i not in taken]
    wrapping = paragraph_wrapping(seen) if unbroken else wrapping_of(seen, whole_words=whole_words)
    spacing = spacing_of(lines, wrapping)
    blocks: list[Block] = []
    waiting: list[Block] = []
    draft: _Draft | None = None
    interrupted = turned = False
    for index, line in enumerate(lines):
        turned = turned or line.new_page
        if index in taken:
            blocks.extend([draft.finished()] if draft is not None else [])
            blocks.extend(waiting)
            waiting.clear()
            draft = None
            continue
        if index in furniture:
            waiting.append(_furniture_block(text, line))
            interrupted = True
            continue
        marks, body = _marks_of(text, line)
        following = lines[index + 1] if index + 1 < len(lines) else None
        # Where the file tells its pages, a paragraph is interrupted only by the end of one.
        apart = interrupted and (turned or not line.size)
        if draft is not None and _goes_on(draft, line, marks, wrapping, following, interrupted=apart):
            _extend(draft, line, clean(text, line.start, line.end) if marks else body, spacing)
            interrupted = turned = False
            continue
        if draft is not None:
            blocks.append(draft.finished())
        blocks.extend(waiting)
        waiting.clear()
        interrupted = turned = False
        draft = _Draft(marks, line.indent, line.blanks, line.start, lines=[line])
        draft.parts.append(body)
        draft.joiners.append("")
    if draft is not None:
        blocks.append(draft.finished())
    blocks.extend(waiting)
    return blocks


def _furniture_block(text: str, line: Line) -> Block:
    return Block("meta", clean(text, line.start, line.end), (), (line.start, line.full_end), line.indent)


def _marks_of(text: str, line: Line) -> tuple[tuple[Mark, ...], MappedText]:
    """The marks in front of a line, outermost first, and the text behind them."""
    body = clean(text, line.start, line.end)
    if not line.marked and body.text == line.text:
        return (), body
    marks: list[Mark] = []
    first = line.mark if body.text == line.text else mark_at(body.text)
    while len(marks) < _MAX_MARKS:
        mark = mark_at(body.text) if marks else first
        if mark is None or (marks and mark.kind not in _SECOND_KINDS):
            break
        if marks and mark.kind in ("inline", "circled", "number_paren"):
            break
        if mark.kind == "bracket":
            marks.append(mark)
            inner = body.slice(1, len(body.text) - 1)
            return tuple(marks), inner
        rest = body.slice(mark.length, len(body.text))
        if not rest.text:
            break
        marks.append(mark)
        body = rest
    return tuple(marks), body


_SECOND_KINDS = frozenset(
    {"star", "reference", "inline", "circled", "number_paren", "dash", "dot", "square", "circle"}
)


def _goes_on(
    draft: _Draft,
    line: Line,
    marks: tuple[Mark, ...],
    wrapping: Wrapping,
    following: Line | None,
    *,
    interrupted: bool,
) -> bool:
    """Whether a line continues the block before it."""
    before = draft.lines[-1]
    left, right = before.text, line.text
    told = _told_by_file(before, line, marks)
    if told is not None:
        return told
    blanks = 0 if interrupted else line.blanks
    if wrapping.double_spaced and blanks == 1:
        blanks = 0
    full = wrapping.is_full(before, line) or not line.opens
    if marks and blanks == 0 and _continues_list(draft, marks[0]):
        return True
    if marks:
        return full and blanks == 0 and _is_false_mark(left, marks[0])
    if blanks and not (interrupted and full):
        return False
    if interrupted and _is_capital_heading(line, following):
        return False
    if "\t" in line.text or "\t" in left:
        return False
    ended = is_sentence(left)
    if wrapping.width is not None and _REPORTS_ON.match(right):
        return True
    if right[0].islower() and right[0].isascii() and not (ended or wrapping.told):
        return True
    if left.startswith("**") and left.count("**") == 1:
        return True
    tight = not (ended or interrupted or line.blanks) and _is_half_line(before, wrapping)
    if tight and not _opens_paragraph(line, following, wrapping):
        return True
    wrapped = _wraps_on(draft, line, following, wrapping) if wrapping.width is not None else None
    if wrapped is not None:
        return wrapped
    greets = is_salutation(left) and not is_salutation(right)
    outdented = bool(draft.marks) and line.indent < draft.indent
    return not ended and is_open(left) and not (greets or outdented)


def _told_by_file(before: Line, line: Line, marks: tuple[Mark, ...]) -> bool | None:
    """Whether the file itself parts or joins two lines: notes, paragraphs, heading styles."""
    if line.anchor != before.anchor:
        return False
    if not marks and not line.opens:
        return True
    return False if not marks and (line.hashes or before.hashes) else None


def _is_half_line(line: Line, wrapping: Wrapping) -> bool:
    """Whether a line of a wrapped text is long enough to have been broken."""
    return wrapping.width is not None and line.width >= _HALF * wrapping.width


def _is_capital_heading(line: Line, following: Line | None) -> bool:
    """A few words with a capital right above a marked line: a heading at the top of a page."""
    if following is None or not following.marked or len(line.text) > 40:
        return False
    return line.text[0].isascii() and line.text[0].isupper() and not is_sentence(line.text)


def _wraps_on(draft: _Draft, line: Line, following: Line | None, wrapping: Wrapping) -> bool | None:
    """Whether a line continues the one before in a wrapped text; None where the width cannot tell."""
    before, first = draft.lines[-1], draft.lines[0]
    ended = is_sentence(before.text)
    if (ended or draft.marks) and _opens_paragraph(line, following, wrapping):
        return False
    if wrapping.is_full(before, line):
        outdented = line.indent < first.indent if draft.marks else line.indent > first.indent
        return not (ended and outdented)
    enough = _LONG_ENOUGH_WHOLE if wrapping.whole_words else _LONG_ENOUGH
    if not ended and before.width >= enough * (wrapping.width or 0):
        return True
    return None


def _opens_paragraph(line: Line, following: Line | None, wrapping: Wrapping) -> bool:
    """An indented line above one that stands where continued lines stand opens a paragraph."""
    usual = wrapping.continuation
    if usual is None or following is None or line.indent < usual + 1:
        return False
    return following.indent <= usual and not following.marked


def _continues_list(draft: _Draft, mark: Mark) -> bool:
    """Whether a mark at the head of a line is the next one of an inline list in the block."""
    if draft.marks and draft.marks[0].kind == mark.kind:
        return False
    text = "".join(part.text for part in draft.parts)
    if mark.kind == "inline":
        return mark.glyph in text
    if mark.kind in ("circled", "number_paren", "paren_number") and mark.value > 1:
        return _previous_glyph(mark) in text and not is_sentence(text)
    return False


def _previous_glyph(mark: Mark) -> str:
    """The glyph one lower in the same sequence ("②" -> "①", "2)" -> "1)")."""
    if mark.glyph[0].isascii():
        return mark.glyph.replace(str(mark.value), str(mark.value - 1))
    return chr(ord(mark.glyph[0]) - 1)


def _is_false_mark(left: str, mark: Mark) -> bool:
    """A number at the head of a full line's continuation may be a date or a figure, not a mark."""
    if mark.glyph == "다." and _BEFORE_FINAL_SYLLABLE.search(left):
        return True
    if mark.kind in ("number", "number_paren", "hangul", "hangul_paren"):
        return is_open(left) or left.rstrip(".")[-1:].isdigit()
    if mark.kind in ("paren_number", "paren_hangul", "letter", "letter_paren", "attachment"):
        return not is_sentence(left) and is_open(left)
    return mark.kind in ("dash", "dot") and left.count("(") > left.count(")")


def _extend(draft: _Draft, line: Line, body: MappedText, spacing: Spacing) -> None:
    before = draft.lines[-1]
    left = draft.parts[-1].text
    english = joiner_of(left, body.text) if left[-1:] in "-\u00ad" else ""
    if english == "-drop":
        draft.parts[-1] = draft.parts[-1].slice(0, len(left) - 1)
        joiner = ""
    elif left.endswith("-"):
        joiner = english
    else:
        joiner = spacing.joiner(before, left, body.text)
    draft.parts.append(body)
    draft.joiners.append(joiner)
    draft.lines.append(line)
