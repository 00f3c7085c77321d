"""A page's tree to lines of text, in document order, each with the element it stands in.

Block elements end lines; paragraphs, headings, tables and outer lists also stand apart by a blank line, so that
the outline does not take two of them for one broken line. Bold and other inline marks are dropped. A table
row is one line with tabs between its cells, unless a cell holds lines of its own. A list item begins with
"• " or its number, two blanks deeper for each level, unless its text brings a mark of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yaksok.read.cleaning import clean_text
from yaksok.read.html.furniture import Element, is_hidden, judge
from yaksok.read.html.lists import ListLevel
from yaksok.read.html.notes import LINKED, LOWERED, RAISED, SIGNS
from yaksok.read.html.rows import CellLines, Line, is_phrase_row, join_row
from yaksok.read.html.selectors import Steps
from yaksok.read.html.tables import CellDraft, TableDraft
from yaksok.records.problem import Problem

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_DROPPED = frozenset(
    "head script style noscript template iframe object embed svg canvas audio video map math datalist".split()
)
_BLOCKS = frozenset(
    (
        "address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption "
        "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol option p pre section select "
        "summary table tbody td tfoot th thead tr ul"
    ).split()
)
_APART = frozenset("p h1 h2 h3 h4 h5 h6 table ul ol dl blockquote pre hr".split())
_HEADINGS = frozenset("h1 h2 h3 h4".split())
_LISTS = frozenset({"ul", "ol", "menu"})
_CELLS = frozenset({"td", "th"})
_TABLE_PARTS = _CELLS | {"table", "thead", "tr"}
_HEADING_LEVELS = {f"h{level}": level for level in range(1, 7)}
# Blanks that HTML collapses; a no-break space is kept, as a blank, because pages indent with it.
_COLLAPSED = re.compile("[ \t\n\r\f]+")
_TITLE_NAMES = re.compile(r"(?:^|[\s_-])(?:tit|title|subject|headline)(?:$|[\s_-])", re.IGNORECASE)


@dataclass(slots=True)
class _Frame:
    """An open element, with what it hands down to those inside it."""

    tag: str
    element: int
    heading: bool
    link: bool
    preformatted: bool
    level: int = 0
    raised: bool = False
    cell: int = -1
    steps: Steps = field(default_factory=lambda: Steps("body"))


@dataclass(slots=True)
class Flattener:
    """Walks a tree once and collects its lines and block elements. Make a new one for each page."""

    lines: list[Line] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    problems: dict[str, Problem] = field(default_factory=dict)
    tables: list[TableDraft] = field(default_factory=list)
    cells: list[CellDraft] = field(default_factory=list)
    _frames: list[_Frame] = field(default_factory=lambda: [_top()])
    _lists: list[ListLevel] = field(default_factory=list)
    _sinks: list[list[Line]] = field(default_factory=list)
    _rows: list[list[CellLines]] = field(default_factory=list)
    _open_tables: list[TableDraft] = field(default_factory=list)
    _known_ids: set[str] = field(default_factory=set)
    _pieces: list[str] = field(default_factory=list)
    _link_letters: int = 0
    _apart: bool = False

    def flatten(self, root: LexborNode) -> None:
        """Fills `lines` and `elements`. Goes by a stack of its own, since pages may nest very deep."""
        self._sinks.append(self.lines)
        waiting: list[LexborNode | None] = [root]
        while waiting:
            node = waiting.pop()
            if node is None:
                self._leave()
            elif node.is_text_node:
                self._take_text(node.text_content or "")
            elif node.is_element_node and self._enter(node):
                waiting.append(None)
                waiting.extend(reversed(list(node.iter(include_text=True))))
        self._end_line()

    def _enter(self, node: LexborNode) -> bool:
        """Opens an element; False if nothing in it is shown."""
        tag = node.tag or ""
        above = self._frames[-1]
        if tag == "br":
            above.steps.children[tag] += 1
            self._end_line()
            return False
        attributes = node.attributes
        # Elements that are not shown count as neighbours too.
        is_body = len(self._frames) == 1
        steps = above.steps if is_body else above.steps.child(tag, attributes.get("id"), self._known_ids)
        if tag in _DROPPED or is_hidden(attributes):
            return False
        frame = _Frame(
            tag,
            above.element,
            heading=above.heading or tag in _HEADINGS,
            link=above.link or (tag == "a" and "href" in attributes),
            preformatted=above.preformatted or tag == "pre",
            level=_HEADING_LEVELS.get(tag, above.level),
            raised=tag == "sup" and not above.raised,
            cell=above.cell,
            steps=steps,
        )
        if frame.raised:
            self._pieces.append(RAISED + LINKED if frame.link else RAISED)
        elif tag == "a" and above.raised:
            self._pieces.append(LINKED)
        if tag in _BLOCKS:
            self._open_block(frame, attributes)
        self._frames.append(frame)
        return True

    def _open_block(self, frame: _Frame, attributes: Mapping[str, str | None]) -> None:
        self._end_line()
        judged = judge(frame.tag, attributes)
        self.elements.append(Element(frame.element, judged, tag=frame.tag, selector=frame.steps.selector))
        frame.element = len(self.elements) - 1
        frame.heading = frame.heading or _TITLE_NAMES.search(attributes.get("class") or "") is not None
        if frame.tag in _APART and not (self._lists and frame.tag in _LISTS):
            self._apart = True
        if frame.tag in _LISTS:
            self._lists.append(ListLevel(ordered=frame.tag == "ol", style=attributes.get("type") or "1"))
            self._lists[-1].start(attributes.get("start"))
        elif frame.tag == "li" and self._lists:
            self._lists[-1].open_item(attributes.get("value"))
        elif frame.tag in _TABLE_PARTS:
            self._open_table_part(frame, attributes)
        elif frame.tag in _HEADINGS:
            for table in self._open_tables:
                table.holds_headings = True

    def _open_table_part(self, frame: _Frame, attributes: Mapping[str, str | None]) -> None:
        if frame.tag == "table":
            for outer in self._open_tables:
                outer.holds_tables = True
            self._open_tables.append(TableDraft(frame.steps.selector, attributes.get("role") or ""))
            self.tables.append(self._open_tables[-1])
        elif frame.tag == "thead" and self._open_tables:
            self._open_tables[-1].in_head = True
        elif frame.tag == "tr":
            self._rows.append([])
            if self._open_tables:
                self._open_tables[-1].begin_row()
        elif frame.tag in _CELLS and self._rows:
            self._sinks.append([])
            if self._open_tables:
                table = self._open_tables[-1]
                self.cells.append(table.place(frame.steps.selector, attributes, head=frame.tag == "th"))
                frame.cell = len(self.cells) - 1
                table.cells.append(frame.cell)

    def _leave(self) -> None:
        """Closes the innermost open element."""
        frame = self._frames[-1]
        if frame.tag in _BLOCKS:
            self._end_line()
        self._frames.pop()
        if frame.tag in _LISTS:
            self._lists.pop()
        if frame.tag in _APART and not (self._lists and frame.tag in _LISTS):
            self._apart = True
        if frame.raised:
            self._pieces.append(LOWERED)
        elif frame.tag in _TABLE_PARTS:
            self._close_table_part(frame)

    def _close_table_part(self, frame: _Frame) -> None:
        if frame.tag in _CELLS and self._rows:
            self._rows[-1].append(CellLines(frame.cell, self._sinks.pop()))
        elif frame.tag == "tr":
            row = self._rows.pop()
            self._sinks[-1].extend(join_row(row, frame.element))
            phrases = is_phrase_row(row)
            for cell in row:
                self.cells[cell.number].letters = cell.letters
                self.cells[cell.number].phrase = phrases
        elif frame.tag == "thead" and self._open_tables:
            self._open_tables[-1].in_head = False
        elif frame.tag == "table":
            self._open_tables.pop()

    def _take_text(self, text: str) -> None:
        frame = self._frames[-1]
        if not text.isascii() and SIGNS.search(text):
            text = SIGNS.sub("", text)
        if frame.preformatted:
            first, *others = text.split("\n")
            self._pieces.append(first)
            for other in others:
                self._end_line()
                self._pieces.append(other)
            return
        text = _COLLAPSED.sub(" ", text)
        self._pieces.append(text)
        if frame.link:
            self._link_letters += len(text.strip())

    def _end_line(self) -> None:
        """Hands the collected letters on as a line, if there are any."""
        frame = self._frames[-1]
        raw = "".join(self._pieces)
        self._pieces.clear()
        link_letters, self._link_letters = self._link_letters, 0
        text = self._tidy(raw, preformatted=frame.preformatted)
        letters = len((SIGNS.sub("", text) if RAISED in text else text).strip())
        if not letters:
            return
        if frame.element >= 0:
            element = self.elements[frame.element]
            element.letters += letters
            element.link_letters += min(letters, link_letters)
        apart, self._apart = self._apart, False
        self._sinks[-1].append(
            Line(
                self._indented(text),
                frame.element,
                frame.heading,
                min(letters, link_letters),
                apart,
                frame.level,
            )
        )

    def _tidy(self, raw: str, *, preformatted: bool) -> str:
        cleaned = clean_text(raw)
        for problem in cleaned.problems:
            # Character references bring control characters past the first cleaning.
            self.problems.setdefault(problem.number, problem)
        text = cleaned.text.replace("\n", " ")
        if not preformatted:
            text = _COLLAPSED.sub(" ", text).strip(" ")
        return text.replace("\xa0", " ").rstrip()

    def _indented(self, text: str) -> str:
        if not self._lists:
            return text
        mark = self._lists[-1].take_mark(SIGNS.sub("", text).lstrip())
        indent = "  " * len(self._lists)
        return f"{indent}{mark}{text}" if mark is not None else f"{indent}  {text}"


def _top() -> _Frame:
    return _Frame("", -1, heading=False, link=False, preformatted=False)
