"""What stands inside a paragraph: groups of runs, links, fields, tracked changes (ECMA-376 part 1, 17.3, 17.13)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yaksok.read.docx.boxes import ALTERNATIVES, chosen
from yaksok.read.docx.document import Story
from yaksok.read.docx.draft import Draft
from yaksok.read.docx.fields import is_page_number, link_target
from yaksok.read.docx.mathematics import linear, m
from yaksok.read.docx.names import RELATION, w
from yaksok.read.docx.runs import RunWriter, end_comment
from yaksok.read.docx.styles import Style
from yaksok.records.layout import AnnotationKind

if TYPE_CHECKING:
    from lxml.etree import _Element

_RELATION_ID = f"{{{RELATION}}}id"
_TRACKED: dict[str, AnnotationKind] = {
    w("ins"): "inserted",
    w("moveTo"): "moved_to",
    w("del"): "deleted",
    w("moveFrom"): "moved_from",
}
_REMOVED = frozenset({w("del"), w("moveFrom")})
_TRANSPARENT = frozenset(
    w(name) for name in ("smartTag", "customXml", "dir", "bdo", "sdtContent", "rubyBase")
)
_FORMULAS = frozenset({m("oMath"), m("oMathPara")})


@dataclass(slots=True)
class Inline:
    """Writes the inside of paragraphs of one style into a draft."""

    story: Story
    draft: Draft
    style: Style
    _runs: RunWriter = field(init=False)

    def __post_init__(self) -> None:
        self._runs = RunWriter(self.story, self.draft, self.style, self.walk)

    def walk(self, parent: _Element) -> None:
        """Takes the children of a paragraph, or of what groups some of them."""
        for child in parent:
            tag = child.tag
            if tag == _RUN:
                self._runs.take_run(child)
            elif tag in _HANDLERS:
                _HANDLERS[tag](self, child)
            elif tag in _TRANSPARENT:
                self.walk(child)

    def take_link(self, element: _Element) -> None:
        """Words that lead somewhere."""
        runs = self._runs
        outer, runs.target = runs.target, self._link_target(element) or runs.target
        self.walk(element)
        runs.target = outer

    def _link_target(self, element: _Element) -> str | None:
        relation_id = element.get(_RELATION_ID)
        if relation_id is None:
            return None
        relation = self.story.document.parts.relations(self.story.part).get(relation_id)
        if relation is None or not relation.external:
            return None
        anchor = element.get(w("anchor"))
        return f"{relation.target}#{anchor}" if anchor and "#" not in relation.target else relation.target

    def take_change(self, element: _Element) -> None:
        """Words that were inserted or moved here, which stay, or deleted or moved away, which do not."""
        kind = _TRACKED[element.tag]
        author, date = element.get(w("author"), ""), element.get(w("date"), "")
        draft = self.draft
        if element.tag not in _REMOVED or draft.deleted is not None:
            start = draft.length
            self.walk(element)
            if draft.length > start:
                draft.annotate(kind, start, draft.since(start), author, date)
            return
        draft.deleted = []
        self.walk(element)
        text, draft.deleted = "".join(draft.deleted), None
        if text:
            draft.annotate(kind, draft.length, text, author, date)

    def take_simple_field(self, element: _Element) -> None:
        """A field whose code is an attribute and whose result is its content."""
        code = element.get(w("instr"), "")
        runs, start = self._runs, self.draft.length
        outer, runs.target = runs.target, link_target(code) or runs.target
        self.walk(element)
        if is_page_number(code) and self.draft.length > start:
            self.draft.has_page_number = True
        runs.target = outer

    def take_control(self, element: _Element) -> None:
        """A content control shows its content."""
        content = element.find(w("sdtContent"))
        if content is not None:
            self.walk(content)

    def take_alternatives(self, element: _Element) -> None:
        """One of several versions of the same."""
        version = chosen(element)
        if version is not None:
            self.walk(version)

    def take_formula(self, element: _Element) -> None:
        """A formula, on one line."""
        self._runs.write(linear(element))

    def take_comment_start(self, element: _Element) -> None:
        """From here on words are commented on."""
        self.draft.comments.setdefault(element.get(w("id"), ""), self.draft.length)

    def take_comment_end(self, element: _Element) -> None:
        """The commented words end; if they began in another paragraph, the comment stands there."""
        comment_id = element.get(w("id"), "")
        if comment_id in self.draft.comments:
            end_comment(self.story, self.draft, comment_id)


_RUN = w("r")
_HANDLERS: dict[str, Callable[[Inline, _Element], None]] = {
    w("hyperlink"): Inline.take_link,
    **dict.fromkeys(_TRACKED, Inline.take_change),
    w("fldSimple"): Inline.take_simple_field,
    w("sdt"): Inline.take_control,
    ALTERNATIVES: Inline.take_alternatives,
    **dict.fromkeys(_FORMULAS, Inline.take_formula),
    w("commentRangeStart"): Inline.take_comment_start,
    w("commentRangeEnd"): Inline.take_comment_end,
}
