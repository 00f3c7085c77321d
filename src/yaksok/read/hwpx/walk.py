"""The paragraphs of a section in reading order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from yaksok.read.hancom.numbering import Counter
from yaksok.read.hwpx.fields import note_mark
from yaksok.read.hwpx.formats import Formats
from yaksok.read.hwpx.inline import Inline
from yaksok.read.hwpx.line import Line, as_shown
from yaksok.read.hwpx.objects import OPEN_PLACES, SHAPES, read_shape, read_table, with_caption
from yaksok.read.hwpx.xml import child, children, local, number
from yaksok.read.office.flow import FlowBlock, FlowNote, Paragraph
from yaksok.records.layout import PlaceKind

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(slots=True)
class Walker:
    """Reads the sections of one document, one after the other.

    Lists, notes and automatic numbers count through all of them. `unknown` is how many private-use
    characters no table explains.
    """

    formats: Formats
    counter: Counter
    inline: Inline
    unknown: int = 0
    _note_formats: dict[str, _Element | None] = field(default_factory=dict)
    _furniture: list[FlowBlock] = field(default_factory=list)
    _furniture_counts: dict[str, int] = field(default_factory=dict)
    _section: str = ""

    def section(self, root: _Element, number_of_section: int) -> list[FlowBlock]:
        """The blocks of a section: its headers and footers, then its body."""
        self._section = f"section{number_of_section}"
        self._furniture, self._furniture_counts = [], {}
        self._begin(_section_properties(root))
        blocks = self._blocks(root, self._section, "body")
        if number_of_section and blocks and isinstance(blocks[0], Paragraph):
            blocks[0] = replace(blocks[0], new_page=True)
        return self._furniture + blocks

    def _begin(self, properties: _Element | None) -> None:
        self._note_formats = {}
        if properties is None:
            return
        self.counter.begin_section(number(properties.get("outlineShapeIDRef"), -1))
        for kind in ("footNote", "endNote"):
            shape = child(properties, kind + "Pr")
            if shape is None:
                continue
            self._note_formats[kind] = child(shape, "autoNumFormat")
            counting = child(shape, "numbering")
            if counting is not None and counting.get("type") == "ON_SECTION":
                self.inline.counts.pop(kind, None)

    def _blocks(self, holder: _Element | None, path: str, kind: PlaceKind) -> list[FlowBlock]:
        """The paragraphs of a container, with what is anchored in them."""
        blocks: list[FlowBlock] = []
        at = 0
        for element in holder if holder is not None else ():
            if local(element.tag) == "p":
                self._paragraph(element, f"{path}/p{at}", kind, blocks)
                at += 1
        return blocks

    def _paragraph(
        self,
        element: _Element,
        path: str,
        kind: PlaceKind,
        blocks: list[FlowBlock],
        *,
        note_number: bool = False,
    ) -> None:
        form = self.formats.paragraph(element.get("paraPrIDRef"))
        mark = ""
        if form.head != "NONE":
            # Before its contents: the cells of a table count on from the paragraph that holds it.
            mark = self.counter.mark(form.head, form.list_id, form.level, checked=form.checked)
        heading = self.formats.heading(element.get("styleIDRef"), form.head)
        new_page = element.get("pageBreak") == "1"
        letters = _letters(element) if form.indent > 0 else None
        indent = self.formats.columns(form.indent, letters) if form.indent > 0 else 0
        level = form.level if form.head != "NONE" else 0
        words = _plain_words(element)
        if words is not None:
            text, unknown = as_shown(words)
            self.unknown += unknown
            blocks.append(Paragraph(path, text, kind, mark, level, heading, indent, new_page=new_page))
            return
        line = Line(note_number)
        for run in children(element, "run"):
            self._run(run, line, path, kind)
        line.close()
        self.unknown += line.unknown
        text = line.text
        if line.page_number and kind in ("header", "footer") and not any(map(str.isalnum, text)):
            kind = "page_number"
        blocks.append(
            Paragraph(
                path,
                text,
                kind,
                mark,
                level,
                heading,
                indent,
                new_page=new_page,
                notes=tuple(line.notes),
                links=tuple(line.links),
                annotations=tuple(line.annotations),
            )
        )
        blocks.extend(line.after)

    def _run(self, holder: Iterable[_Element], line: Line, path: str, kind: PlaceKind) -> None:
        for element in holder:
            name = local(element.tag)
            match name:
                case "t":
                    self.inline.text(element, line)
                case "ctrl":
                    self._run(element, line, path, kind)
                case "tbl":
                    read_table(element, line, path, kind, self._blocks)
                case "footNote" | "endNote":
                    self._note(element, name, line, path, kind)
                case "header" | "footer":
                    self._header(element, name)
                case "switch":
                    self._run(_branch(element), line, path, kind)
                case _ if name in SHAPES:
                    read_shape(element, line, path, kind, self._blocks)
                case _:
                    self.inline.read(name, element, line)
                    if name == "equation":
                        inside = f"{path}/equation{line.count(name)}"
                        line.after.extend(with_caption(element, [], inside, kind, self._blocks))

    def _note(self, element: _Element, name: str, line: Line, path: str, kind: PlaceKind) -> None:
        note_kind: Literal["footnote", "endnote"] = "footnote" if name == "footNote" else "endnote"
        value = self.inline.next_number(name)
        mark = note_mark(element, value, self._note_formats.get(name))
        inside = f"{path}/{note_kind}{line.count(note_kind)}"
        place: PlaceKind = note_kind if kind in OPEN_PLACES else kind
        blocks: list[FlowBlock] = []
        words = child(element, "subList")
        for at, paragraph in enumerate(children(words, "p") if words is not None else ()):
            # The number at the head of its text is the note's mark.
            self._paragraph(paragraph, f"{inside}/p{at}", place, blocks, note_number=at == 0)
        line.notes.append(FlowNote(line.length, note_kind, mark, tuple(blocks)))

    def _header(self, element: _Element, name: Literal["header", "footer"]) -> None:
        at = self._furniture_counts.get(name, 0)
        self._furniture_counts[name] = at + 1
        blocks = self._blocks(child(element, "subList"), f"{self._section}/{name}{at}", name)
        paragraphs = list(_flat(blocks))
        if any(each.text.strip() for each in paragraphs):
            self._furniture.extend(paragraphs)


def _plain_words(paragraph: _Element) -> str | None:
    """The characters of a paragraph that holds nothing else, as most do; None for others."""
    words = ""
    for run in paragraph:
        if local(run.tag) == "run":
            for part in run:
                if len(part) or local(part.tag) != "t":
                    return None
                words += part.text or ""
    return words


def _letters(paragraph: _Element) -> str | None:
    """The format of the letters that a paragraph begins with."""
    run = child(paragraph, "run")
    return None if run is None else run.get("charPrIDRef")


def _section_properties(root: _Element) -> _Element | None:
    """The secPr of a section, which its first paragraph holds."""
    first = child(root, "p")
    for run in first if first is not None else ():
        found = child(run, "secPr")
        if found is not None:
            return found
    return None


def _branch(switch: _Element) -> Iterable[_Element]:
    """The contents of the branch that today's programs take."""
    case = child(switch, "case")
    chosen = child(switch, "default") if case is None else case
    return () if chosen is None else chosen


def _flat(blocks: Iterable[FlowBlock]) -> Iterable[Paragraph]:
    """The paragraphs of headers, out of the tables that they are set in."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for cell in block.cells:
                yield from _flat(cell.blocks)
