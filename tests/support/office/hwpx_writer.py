"""A description as HWPX: the section. What the other parts hold is in `hwpx_parts`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tests.support.office.archive import XML_HEAD, escape, package
from tests.support.office.description import (
    AUTHOR,
    MOMENT,
    Block,
    Box,
    Change,
    ChangeKind,
    Description,
    Link,
    Memo,
    Note,
    Paragraph,
    Piece,
    PlacedCell,
    Table,
    column_count,
    placed,
)
from tests.support.office.formats import ParagraphFormat, format_of, formats_of
from tests.support.office.hwpx_parts import NAMESPACES, TITLE_LETTERS, fixed_parts, header_part
from tests.support.office.text_writer import write_text

WIDTH = 42520
"""The width of the text in Hancom's units."""
_SPLIT = re.compile(r"([\t\n])")
_PREVIEW = 1000
_LIST_HEAD = (
    '<hp:subList id="" textDirection="HORIZONTAL" lineWrap="BREAK" vertAlign="TOP" linkListIDRef="0" '
    'linkListNextIDRef="0" textWidth="0" textHeight="0" hasTextRef="0" hasNumRef="0">'
)
_PLACE = (
    '<hp:pos treatAsChar="1" affectLSpacing="0" flowWithText="1" allowOverlap="0" holdAnchorAndSO="0" '
    'vertRelTo="PARA" horzRelTo="PARA" vertAlign="TOP" horzAlign="LEFT" vertOffset="0" horzOffset="0"/>'
    '<hp:outMargin left="283" right="283" top="283" bottom="283"/>'
)


def write_hwpx(description: Description) -> bytes:
    """The bytes of an HWPX file: the media type first and stored, as the format demands."""
    section = _Section(description, formats_of(description))
    body = section.body()
    header = header_part(description, section.formats, tuple(section.changes))
    parts = fixed_parts(description, write_text(description)[:_PREVIEW])
    first = {name: parts.pop(name) for name in ("mimetype", "version.xml")}
    members = {**first, "Contents/header.xml": header, "Contents/section0.xml": body, **parts}
    return package(members, stored=frozenset(first))


@dataclass
class _Section:
    """Writes the blocks of the one section, and counts what needs numbers."""

    description: Description
    formats: tuple[ParagraphFormat, ...]
    changes: list[ChangeKind] = field(default_factory=list)
    notes: dict[str, int] = field(default_factory=lambda: {"footnote": 0, "endnote": 0})
    objects: int = 0

    def body(self) -> str:
        """The section's XML. Its first paragraph holds the section's own properties."""
        first, *rest = self.description.blocks or (Paragraph(),)
        if isinstance(first, Table):
            first, rest = Paragraph(), [first, *rest]
        written = self._paragraph(first, before=self._properties())
        return f"{XML_HEAD}<hs:sec {NAMESPACES}>{written}{self._blocks(tuple(rest))}</hs:sec>"

    def _properties(self) -> str:
        outline = next((n for n, style in enumerate(self.description.lists, 1) if style.outline), 1)
        notes = "".join(
            f'<hp:{name}><hp:autoNumFormat type="DIGIT" userChar="" prefixChar="" suffixChar=")" supscript="0"/>'
            '<hp:numbering type="CONTINUOUS" newNum="1"/>'
            f'<hp:placement place="{place}" beneathText="0"/></hp:{name}>'
            for name, place in (("footNotePr", "EACH_COLUMN"), ("endNotePr", "END_OF_DOCUMENT"))
        )
        controls = [
            '<hp:ctrl><hp:colPr id="" type="NEWSPAPER" layout="LEFT" colCount="1" sameSz="1" sameGap="0"/></hp:ctrl>'
        ]
        controls += [
            self._running(name, text)
            for name, text in (("header", self.description.header), ("footer", self.description.footer))
            if text
        ]
        if self.description.page_numbers:
            controls.append(
                '<hp:ctrl><hp:pageNum pos="BOTTOM_CENTER" formatType="DIGIT" sideChar="-"/></hp:ctrl>'
            )
        return (
            '<hp:run charPrIDRef="0"><hp:secPr id="" textDirection="HORIZONTAL" spaceColumns="1134" tabStop="8000" '
            f'tabStopVal="4000" tabStopUnit="HWPUNIT" outlineShapeIDRef="{outline}" memoShapeIDRef="0" '
            'textVerticalWidthHead="0" masterPageCnt="0"><hp:startNum pageStartsOn="BOTH" page="0" pic="0" tbl="0" '
            'equation="0"/><hp:pagePr landscape="WIDELY" width="59528" height="84188" gutterType="LEFT_ONLY">'
            '<hp:margin header="4252" footer="4252" gutter="0" left="8504" right="8504" top="5668" bottom="4252"/>'
            f"</hp:pagePr>{notes}</hp:secPr>{''.join(controls)}</hp:run>"
        )

    def _running(self, name: str, text: str) -> str:
        number = 1 if name == "header" else 2
        inside = self._paragraph(Paragraph((text,)))
        return (
            f'<hp:ctrl><hp:{name} id="{number}" applyPageType="BOTH">{_LIST_HEAD}{inside}</hp:subList></hp:{name}>'
            "</hp:ctrl>"
        )

    def _blocks(self, blocks: tuple[Block, ...]) -> str:
        return "".join(
            self._paragraph(Paragraph(), inside=self._table(block))
            if isinstance(block, Table)
            else self._paragraph(block)
            for block in blocks
        )

    def _paragraph(self, paragraph: Paragraph, *, before: str = "", inside: str = "") -> str:
        letters = TITLE_LETTERS if paragraph.title else 0
        runs = "".join(
            f'<hp:run charPrIDRef="{letters}">{self._piece(piece)}</hp:run>' for piece in paragraph.pieces
        )
        runs += "".join(
            f'<hp:run charPrIDRef="0">{self._box(box)}<hp:t/></hp:run>' for box in paragraph.boxes
        )
        runs += f'<hp:run charPrIDRef="0">{inside}<hp:t/></hp:run>' if inside else ""
        runs = runs or '<hp:run charPrIDRef="0"/>'
        return (
            f'<hp:p id="0" paraPrIDRef="{self.formats.index(format_of(paragraph))}" styleIDRef="{paragraph.heading}" '
            f'pageBreak="{int(paragraph.new_page)}" columnBreak="0" merged="0">'
            f"{before}{runs}</hp:p>"
        )

    def _piece(self, piece: Piece) -> str:
        if isinstance(piece, str):
            return _text(piece)
        if isinstance(piece, Note):
            return self._note(piece)
        if isinstance(piece, Change):
            return self._change(piece)
        return self._field(piece)

    def _note(self, note: Note) -> str:
        self.notes[note.kind] += 1
        number = self.notes[note.kind]
        name = "footNote" if note.kind == "footnote" else "endNote"
        mark = (
            f'<hp:run charPrIDRef="0"><hp:ctrl><hp:autoNum num="{number}" numType="{note.kind.upper()}">'
            '<hp:autoNumFormat type="DIGIT" userChar="" prefixChar="" suffixChar=")" supscript="0"/></hp:autoNum>'
            "</hp:ctrl><hp:t> </hp:t></hp:run>"
        )
        inside = "".join(
            self._paragraph(block, before="" if at else mark) for at, block in enumerate(note.blocks)
        )
        return (
            f'<hp:ctrl><hp:{name} number="{number}" suffixChar="41" instId="{1000 + number}">{_LIST_HEAD}{inside}'
            f"</hp:subList></hp:{name}></hp:ctrl>"
        )

    def _change(self, change: Change) -> str:
        self.changes.append(change.kind)
        number = len(self.changes)
        name = "insert" if change.kind == "inserted" else "delete"
        return (
            f'<hp:t><hp:{name}Begin Id="{number}" TcId="{number}"/>{_inline(change.text)}'
            f'<hp:{name}End Id="{number}" TcId="{number}" paraend="0"/></hp:t>'
        )

    def _field(self, piece: Link | Memo) -> str:
        """A link or memo: a field that begins before its words and ends behind them."""
        self.objects += 1
        number = 2_000_000 + self.objects
        if isinstance(piece, Link):
            kind = "HYPERLINK"
            inside = _parameters(
                {"Command": piece.target.replace(":", "\\:") + ";1;0;0;", "Path": piece.target}
            )
        else:
            kind = "MEMO"
            memo = self._paragraph(Paragraph((piece.memo,)))
            inside = (
                _parameters({"Author": AUTHOR, "CreateDateTime": MOMENT}) + f"{_LIST_HEAD}{memo}</hp:subList>"
            )
        return (
            f'<hp:ctrl><hp:fieldBegin id="{number}" type="{kind}" name="" editable="0" dirty="1" zorder="-1" '
            f'fieldid="{number}">{inside}</hp:fieldBegin></hp:ctrl>{_text(piece.text)}'
            f'<hp:ctrl><hp:fieldEnd beginIDRef="{number}" fieldid="{number}"/></hp:ctrl>'
        )

    def _object(self, name: str, counted: str, more: str = "") -> str:
        self.objects += 1
        return (
            f'<hp:{name} id="{self.objects}" zOrder="{self.objects}" numberingType="{counted}" '
            f'textWrap="TOP_AND_BOTTOM" textFlow="BOTH_SIDES" lock="0" dropcapstyle="None"{more}>'
        )

    def _box(self, box: Box) -> str:
        return (
            f"{self._object('rect', 'PICTURE')}"
            f'<hp:drawText lastWidth="{WIDTH}" name="" editable="0">{_LIST_HEAD}{self._blocks(box.blocks)}</hp:subList>'
            '<hp:textMargin left="283" right="283" top="283" bottom="283"/></hp:drawText>'
            f'<hp:sz width="{WIDTH}" widthRelTo="ABSOLUTE" height="3000" heightRelTo="ABSOLUTE" protect="0"/>'
            f"{_PLACE}</hp:rect>"
        )

    # Tables

    def _table(self, table: Table) -> str:
        columns, rows = column_count(table), len(table.rows)
        cells = placed(table)
        written = "".join(
            "<hp:tr>" + "".join(self._cell(at, columns) for at in cells if at.row == row) + "</hp:tr>"
            for row in range(rows)
        )
        caption = ""
        if table.caption:
            inside = self._paragraph(Paragraph((table.caption,)))
            caption = (
                f'<hp:caption side="TOP" fullSz="0" width="8504" gap="850" lastWidth="{WIDTH}">{_LIST_HEAD}{inside}'
                "</hp:subList></hp:caption>"
            )
        size = f' pageBreak="CELL" repeatHeader="1" rowCnt="{rows}" colCnt="{columns}" cellSpacing="0" borderFillIDRef="2" noAdjust="0"'
        return (
            f"{self._object('tbl', 'TABLE', size)}"
            f'<hp:sz width="{WIDTH}" widthRelTo="ABSOLUTE" height="{1500 * rows}" heightRelTo="ABSOLUTE" protect="0"/>'
            f'{_PLACE}{caption}<hp:inMargin left="510" right="510" top="141" bottom="141"/>{written}</hp:tbl>'
        )

    def _cell(self, at: PlacedCell, columns: int) -> str:
        cell = at.cell
        width = WIDTH // columns * cell.column_span
        return (
            f'<hp:tc name="" header="{int(at.header)}" hasMargin="0" protect="0" editable="0" dirty="0" borderFillIDRef="2">'
            f"{_LIST_HEAD}{self._blocks(cell.blocks)}</hp:subList>"
            f'<hp:cellAddr colAddr="{at.column}" rowAddr="{at.row}"/>'
            f'<hp:cellSpan colSpan="{cell.column_span}" rowSpan="{cell.row_span}"/>'
            f'<hp:cellSz width="{width}" height="{1500 * cell.row_span}"/>'
            '<hp:cellMargin left="510" right="510" top="141" bottom="141"/></hp:tc>'
        )


def _parameters(values: dict[str, str]) -> str:
    inside = "".join(
        f'<hp:stringParam name="{name}">{escape(value)}</hp:stringParam>' for name, value in values.items()
    )
    return f'<hp:parameters cnt="{len(values)}" name="">{inside}</hp:parameters>'


def _text(text: str) -> str:
    return f"<hp:t>{_inline(text)}</hp:t>"


def _inline(text: str) -> str:
    parts = {"\t": '<hp:tab width="4000" leader="0" type="1"/>', "\n": "<hp:lineBreak/>"}
    return "".join(parts.get(part, escape(part)) for part in _SPLIT.split(text))
