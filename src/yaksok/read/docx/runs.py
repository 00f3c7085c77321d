"""Runs: letters of one form, and the signs, notes and drawings among them (ECMA-376 part 1, 17.3.3)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yaksok.read.docx.boxes import ALTERNATIVES, chosen, text_boxes
from yaksok.read.docx.document import Story
from yaksok.read.docx.draft import Draft, NoteMark
from yaksok.read.docx.names import integer_of, switch, value, w
from yaksok.read.docx.styles import Style, symbol_font
from yaksok.read.docx.symbols import in_font, is_symbol_font, symbol
from yaksok.records.layout import NoteKind

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SMART_SYMBOL = "{http://schemas.microsoft.com/office/word/2015/wordml/symex}symEx"
_SYMBOLS = frozenset({w("sym"), _SMART_SYMBOL})
_XML_BLANKS = " \t\r\n"
_LINES_TO_BLANKS = str.maketrans("\r\n", "  ")
_SIGNS = {w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "-"}
_NOTES: dict[str, NoteKind] = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_NOTE_KINDS = frozenset(_NOTES.values())
_NOTE_MARKS = frozenset({w("footnoteRef"), w("endnoteRef")})
_DRAWINGS = frozenset({w("drawing"), w("pict"), w("object")})
_BREAK = w("br")
_RENDERED_BREAK = w("lastRenderedPageBreak")
_COMMENT_MARK = w("commentReference")
_RUBY = w("ruby")
_TEXTS = frozenset({w("t"), w("delText")})
_FIELD_PIECES = frozenset({w("fldChar"), w("instrText")})


@dataclass(slots=True)
class RunWriter:
    """Writes runs into a draft. `target` is where words lead at present; `walk` takes groups of runs."""

    story: Story
    draft: Draft
    style: Style
    walk: Callable[[_Element], None]
    target: str | None = None
    _in_typed_mark: bool = False

    def write(self, text: str) -> None:
        """Adds letters, unless they are part of a field's code."""
        fields = self.story.fields
        if self.story.leading and not self.draft.length and not fields.in_code:
            text = self._without_leading(text)
        target = self.target
        if fields.is_open:
            if fields.in_code:
                return
            if fields.in_page_number:
                self.draft.has_page_number = True
            target = target or fields.target
        self.draft.write(text, target, self.story.pages)

    def _without_leading(self, text: str) -> str:
        """A note's text without the typed mark that it opens with."""
        leading, self.story.leading = self.story.leading, ""
        bare = text.lstrip()
        return bare.removeprefix(leading).lstrip() if bare.startswith(leading) else text

    def take_run(self, run: _Element) -> None:
        """One run; nothing of a hidden one."""
        properties = run.find(w("rPr"))
        own = self.story.document.styles.get(value(properties, "rStyle")) if properties is not None else None
        if self._is_hidden(properties, own):
            self._take_hidden(run)
            return
        if self.draft.half_points is None:
            self.draft.half_points = integer_of(properties, "sz")
        font = symbol_font(properties) or (own.font if own else "") or self.style.font
        for child in run:
            self._take_piece(child, font)
        self._in_typed_mark = False

    def _is_hidden(self, properties: _Element | None, own: Style | None) -> bool:
        hidden = switch(properties, "vanish")
        if hidden is None:
            hidden = (own is not None and own.hidden) or self.style.hidden
        return hidden

    def _take_hidden(self, run: _Element) -> None:
        """Of hidden runs only what begins or ends fields matters."""
        for child in run:
            if child.tag in _FIELD_PIECES:
                self._take_field_piece(child)

    def _take_piece(self, child: _Element, font: str) -> None:
        tag = child.tag
        if tag in _TEXTS:
            if child.text and not self._in_typed_mark:
                self._take_text(child, font)
        elif tag in _SIGNS:
            self.write(_SIGNS[tag])
        elif tag in _FIELD_PIECES:
            self._take_field_piece(child)
        elif tag in _NOTES:
            self._take_note(child)
        elif tag in _DRAWINGS:
            self._take_drawing(child)
        else:
            self._take_rare_piece(child, font)

    def _take_ruby(self, ruby: _Element) -> None:
        """Words with a gloss over them, which follows them in parentheses as in all office formats."""
        base, gloss = ruby.find(w("rubyBase")), ruby.find(w("rt"))
        if base is not None:
            self.walk(base)
        if gloss is not None and next(gloss.iter(w("t")), None) is not None:
            self.write("(")
            self.walk(gloss)
            self.write(")")

    def _take_rare_piece(self, child: _Element, font: str) -> None:
        tag = child.tag
        if tag == _BREAK:
            self._take_break(child)
        elif tag == _RENDERED_BREAK:
            self.story.pages += 1
        elif tag in _SYMBOLS:
            self._take_symbol(child)
        elif tag in _NOTE_MARKS:
            self.draft.skip_blank = True
        elif tag == _COMMENT_MARK:
            self._take_comment_mark(child)
        elif tag == _RUBY:
            self._take_ruby(child)
        elif tag == ALTERNATIVES:
            version = chosen(child)
            for inner in version if version is not None else ():
                self._take_piece(inner, font)

    def _take_break(self, element: _Element) -> None:
        if element.get(w("type")) == "page":
            self.draft.break_page()
        else:
            self.write("\n")

    def _take_comment_mark(self, element: _Element) -> None:
        comment_id = element.get(w("id"), "")
        if comment_id not in self.draft.comments:
            self.draft.comments[comment_id] = self.draft.length
            end_comment(self.story, self.draft, comment_id)

    def _take_text(self, element: _Element, font: str) -> None:
        text = element.text or ""
        if element.get(_SPACE) != "preserve":
            text = text.strip(_XML_BLANKS)
        if "\n" in text or "\r" in text:
            text = text.translate(_LINES_TO_BLANKS)
        if not text.isascii() or (font and is_symbol_font(font)):
            text, unknown = in_font(text, font)
            self.story.document.unknown_signs += unknown
        self.write(text)

    def _take_symbol(self, element: _Element) -> None:
        if self._in_typed_mark:
            return
        local = {str(name).rpartition("}")[2]: str(text) for name, text in element.attrib.items()}
        try:
            code = int(local.get("char", ""), 16)
        except ValueError:
            return
        sign, unknown = symbol(code, local.get("font", ""))
        self.story.document.unknown_signs += unknown
        self.write(sign)

    def _take_field_piece(self, element: _Element) -> None:
        fields = self.story.fields
        if element.tag == w("instrText"):
            fields.add_code(element.text or "")
            return
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            fields.begin(element)
        elif kind == "separate":
            fields.separate()
        elif kind == "end":
            self.write(fields.end())

    def _take_note(self, element: _Element) -> None:
        draft, story = self.draft, self.story
        if draft.deleted is not None or story.fields.in_code or story.kind in _NOTE_KINDS:
            return
        kind = _NOTES[element.tag]
        typed = element.get(w("customMarkFollows"), "0") not in {"0", "false", "off"}
        mark = _typed_mark(element) if typed else story.document.notes.next_mark(kind, story.pages)
        text = story.document.notes.take(kind, element.get(w("id"), ""))
        self._in_typed_mark = typed
        if text is not None:
            draft.notes.append(NoteMark(draft.length, kind, mark, text, typed))

    def _take_drawing(self, drawing: _Element) -> None:
        if self.draft.deleted is None and not self.story.fields.in_code:
            self.draft.boxes.extend(text_boxes(drawing))


def end_comment(story: Story, draft: Draft, comment_id: str) -> None:
    """Notes a comment on the words from its start to here, once."""
    comment = story.document.comments.get(comment_id)
    if comment is None or comment_id in story.noted_comments:
        return
    story.noted_comments.add(comment_id)
    draft.annotate("comment", draft.comments[comment_id], comment.text, comment.author, comment.date)


def _typed_mark(element: _Element) -> str:
    """The mark that the author typed, which stands behind the reference in its run."""
    pieces: list[str] = []
    for sibling in element.itersiblings():
        if sibling.tag in _TEXTS:
            pieces.append(sibling.text or "")
        elif sibling.tag == w("sym"):
            code = sibling.get(w("char"), "")
            pieces.append(symbol(int(code, 16), sibling.get(w("font"), ""))[0] if _is_hex(code) else "")
    return "".join(pieces).strip()


def _is_hex(code: str) -> bool:
    return 0 < len(code) <= 6 and all(sign in "0123456789abcdefABCDEF" for sign in code)
