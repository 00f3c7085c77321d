"""Sections of the body, and the headers and footers that each of them shows first (ECMA-376 part 1, 17.6, 17.10)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from yaksok.read.docx.blocks import BlockReader, block_elements
from yaksok.read.docx.document import WordDocument
from yaksok.read.docx.names import RELATION, switch, value, w
from yaksok.read.office.flow import FlowBlock, FlowTable

if TYPE_CHECKING:
    from lxml.etree import _Element

RunningKind = Literal["header", "footer"]
_KINDS: tuple[RunningKind, ...] = ("header", "footer")
_RELATION_ID = f"{{{RELATION}}}id"
_SECTION = f"{w('pPr')}/{w('sectPr')}"


@dataclass(frozen=True, slots=True)
class Section:
    """The blocks of a section and its properties."""

    elements: tuple[_Element, ...]
    properties: _Element | None

    @property
    def begins_page(self) -> bool:
        """Whether the section begins on a page of its own."""
        return value(self.properties, "type") not in {"continuous", "nextColumn"}


def sections(body: _Element) -> Iterator[Section]:
    """The sections of a body, in order; the last one's properties stand behind its paragraphs."""
    elements: list[_Element] = []
    for element in block_elements(body):
        elements.append(element)
        properties = element.find(_SECTION) if element.tag == w("p") else None
        if properties is not None:
            yield Section(tuple(elements), properties)
            elements = []
    last = body.find(w("sectPr"))
    if elements or last is not None:
        yield Section(tuple(elements), last)


@dataclass(slots=True)
class RunningHeads:
    """Hands out the headers and footers that a section shows and no section before it did."""

    document: WordDocument
    _inherited: dict[tuple[RunningKind, str], str] = field(default_factory=dict)
    _given: set[str] = field(default_factory=set)

    def of(self, section: Section, path: str) -> list[FlowBlock]:
        """The blocks of the section's new headers, then of its new footers."""
        blocks: list[FlowBlock] = []
        for kind in _KINDS:
            self._inherit(section, kind)
            number = 0
            for variant in self._shown(section):
                part = self._inherited.get((kind, variant))
                if part is None or part in self._given:
                    continue
                self._given.add(part)
                found = self._read(part, kind, f"{path}/{kind}{number}")
                blocks.extend(found)
                number += bool(found)
        return blocks

    def _inherit(self, section: Section, kind: RunningKind) -> None:
        """What the section says goes over what the sections before it said."""
        references = (
            section.properties.iterfind(w(f"{kind}Reference")) if section.properties is not None else ()
        )
        relations = self.document.parts.relations(self.document.name)
        for reference in references:
            relation = relations.get(reference.get(_RELATION_ID, ""))
            if relation is not None and not relation.external:
                self._inherited[kind, reference.get(w("type"), "default")] = relation.target

    def _shown(self, section: Section) -> list[str]:
        shown = ["first"] if switch(section.properties, "titlePg") else []
        shown.append("default")
        return [*shown, "even"] if self.document.even_and_odd else shown

    def _read(self, part: str, kind: RunningKind, path: str) -> list[FlowBlock]:
        root = self.document.parts.optional_tree(part)
        if root is None:
            return []
        reader = BlockReader(self.document.story(kind, part, root))
        blocks = reader.read(block_elements(root), path)
        return blocks if any(map(_has_text, blocks)) else []


def _has_text(block: FlowBlock) -> bool:
    if isinstance(block, FlowTable):
        return any(_has_text(inner) for cell in block.cells for inner in cell.blocks)
    return bool(block.text.strip())
