"""A description as DOCX (ECMA-376): the body. What the other parts hold is in `docx_parts`."""

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
    Description,
    Link,
    ListStyle,
    Memo,
    Note,
    Paragraph,
    Piece,
    PlacedCell,
    Table,
    column_count,
    placed,
)
from tests.support.office.docx_parts import NAMESPACES, fixed_parts, notes_part, numbering_part, running_part

COLUMN = 100
"""A column in twentieths of a point: half of the body's ten points."""
_SPLIT = re.compile(r"([\t\n])")
_SUPERSCRIPT = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'


def write_docx(description: Description) -> bytes:
    """The bytes of a DOCX file."""
    body = _Body(description)
    content = body.blocks(description.blocks) + body.section()
    document = f"{XML_HEAD}<w:document {NAMESPACES}><w:body>{content}</w:body></w:document>"
    parts = {
        "[Content_Types].xml": "",
        "_rels/.rels": "",
        "word/document.xml": document,
        "word/numbering.xml": numbering_part(description.lists),
        "word/footnotes.xml": notes_part("footnote", body.notes["footnote"]),
        "word/endnotes.xml": notes_part("endnote", body.notes["endnote"]),
        "word/comments.xml": _comments(body.memos),
        **running_part("header", description.header),
        **running_part("footer", description.footer, page_numbers=description.page_numbers),
    }
    return package({**parts, **fixed_parts(description, body.targets, parts)})


def _comments(memos: list[str]) -> str:
    written = "".join(
        f'<w:comment w:id="{number}" w:author="{AUTHOR}" w:date="{MOMENT}" w:initials="검"><w:p>{text_run(memo)}</w:p></w:comment>'
        for number, memo in enumerate(memos)
    )
    return f"{XML_HEAD}<w:comments {NAMESPACES}>{written}</w:comments>"


def text_run(text: str, properties: str = "", *, tag: str = "w:t") -> str:
    """A run with a text; tabs and line breaks are elements of their own."""
    parts = {"\t": "<w:tab/>", "\n": "<w:br/>"}
    inside = "".join(
        parts.get(part, f'<{tag} xml:space="preserve">{escape(part)}</{tag}>')
        for part in _SPLIT.split(text)
        if part
    )
    return f"<w:r>{properties}{inside}</w:r>" if inside else ""


@dataclass
class _Body:
    """Writes blocks, and collects what belongs to other parts."""

    description: Description
    notes: dict[str, list[str]] = field(default_factory=lambda: {"footnote": [], "endnote": []})
    memos: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    changes: int = 0
    boxes: int = 0

    def blocks(self, blocks: tuple[Block, ...]) -> str:
        return "".join(
            self._table(block) if isinstance(block, Table) else self._paragraph(block) for block in blocks
        )

    def section(self) -> str:
        references = "".join(
            f'<w:{kind}Reference w:type="default" r:id="{kind}1"/>'
            for kind, there in (
                ("header", self.description.header),
                ("footer", self.description.footer or self.description.page_numbers),
            )
            if there
        )
        return (
            f'<w:sectPr>{references}<w:pgSz w:w="11906" w:h="16838"/>'
            '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" '
            'w:gutter="0"/></w:sectPr>'
        )

    def _paragraph(self, paragraph: Paragraph, before: str = "") -> str:
        inside = "".join(self._piece(piece) for piece in paragraph.pieces)
        boxes = "".join(self._box(box) for box in paragraph.boxes)
        return f"<w:p>{self._properties(paragraph)}{before}{inside}{boxes}</w:p>"

    def _properties(self, paragraph: Paragraph) -> str:
        style = "Title" if paragraph.title else f"Heading{paragraph.heading}" if paragraph.heading else ""
        parts = [f'<w:pStyle w:val="{style}"/>' if style else ""]
        parts.append("<w:pageBreakBefore/>" if paragraph.new_page else "")
        parts.append(self._numbered(paragraph))
        if paragraph.mark:
            left = (paragraph.indent + 2) * COLUMN
            parts.append(f'<w:ind w:left="{left}" w:hanging="{2 * COLUMN}"/>')
        elif paragraph.indent:
            parts.append(f'<w:ind w:left="{paragraph.indent * COLUMN}"/>')
        inside = "".join(parts)
        return f"<w:pPr>{inside}</w:pPr>" if inside else ""

    def _numbered(self, paragraph: Paragraph) -> str:
        """The list of a paragraph; an outline numbers headings by their style, and others are taken out of it."""
        mark = paragraph.mark
        names = [style.name for style in self.description.lists]
        if mark is None:
            outline = any(style.outline for style in self.description.lists)
            return '<w:numPr><w:numId w:val="0"/></w:numPr>' if outline and paragraph.heading else ""
        style = self.description.lists[names.index(mark.list_name)]
        if style.outline and paragraph.heading == mark.level + 1:
            return ""
        return (
            f'<w:numPr><w:ilvl w:val="{mark.level}"/><w:numId w:val="{number_of(style, names)}"/></w:numPr>'
        )

    def _piece(self, piece: Piece) -> str:
        if isinstance(piece, str):
            return text_run(piece)
        if isinstance(piece, Link):
            self.targets.append(piece.target)
            return f'<w:hyperlink r:id="link{len(self.targets)}">{text_run(piece.text)}</w:hyperlink>'
        if isinstance(piece, Note):
            return self._note(piece)
        if isinstance(piece, Change):
            return self._change(piece)
        return self._memo(piece)

    def _note(self, note: Note) -> str:
        written = "".join(
            self._paragraph(block, before=f"<w:r>{_SUPERSCRIPT}<w:{note.kind}Ref/></w:r>{text_run(' ')}")
            if number == 0
            else self._paragraph(block)
            for number, block in enumerate(note.blocks)
        )
        self.notes[note.kind].append(written)
        return f'<w:r>{_SUPERSCRIPT}<w:{note.kind}Reference w:id="{len(self.notes[note.kind])}"/></w:r>'

    def _change(self, change: Change) -> str:
        self.changes += 1
        tag, text = ("w:ins", "w:t") if change.kind == "inserted" else ("w:del", "w:delText")
        head = f'{tag} w:id="{self.changes}" w:author="{AUTHOR}" w:date="{MOMENT}"'
        return f"<{head}>{text_run(change.text, tag=text)}</{tag}>"

    def _memo(self, memo: Memo) -> str:
        number = len(self.memos)
        self.memos.append(memo.memo)
        return (
            f'<w:commentRangeStart w:id="{number}"/>{text_run(memo.text)}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        )

    def _box(self, box: Box) -> str:
        """A box twice, as Word writes it: for programs that know DrawingML, and for older ones."""
        self.boxes += 1
        inside = f"<w:txbxContent>{self.blocks(box.blocks)}</w:txbxContent>"
        return (
            '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" '
            f'distR="0"><wp:extent cx="5000000" cy="600000"/><wp:docPr id="{self.boxes}" name="Box {self.boxes}"/>'
            '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
            '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5000000" cy="600000"/>'
            '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
            f"<wps:txbx>{inside}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
            f'</mc:Choice><mc:Fallback><w:pict><v:shape style="width:400pt;height:48pt"><v:textbox>{inside}</v:textbox>'
            "</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )

    # Tables

    def _table(self, table: Table) -> str:
        columns = column_count(table)
        width = 9600 // columns
        grid = f'<w:gridCol w:w="{width}"/>' * columns
        caption = (
            f'<w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr>{text_run(table.caption)}</w:p>'
            if table.caption
            else ""
        )
        rows = "".join(self._row(table, row, width) for row in range(len(table.rows)))
        return (
            f'{caption}<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )

    def _row(self, table: Table, row: int, width: int) -> str:
        """A row with an empty cell for each that reaches into it from above."""
        covering = [at for at in placed(table) if at.row <= row < at.row + at.cell.row_span]
        cells = "".join(self._cell(at, row, width) for at in sorted(covering, key=lambda at: at.column))
        head = "<w:trPr><w:tblHeader/></w:trPr>" if row < table.header_rows else ""
        return f"<w:tr>{head}{cells}</w:tr>"

    def _cell(self, at: PlacedCell, row: int, width: int) -> str:
        span = at.cell.column_span
        properties = f'<w:tcW w:w="{width * span}" w:type="dxa"/>'
        properties += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        if at.cell.row_span > 1:
            properties += '<w:vMerge w:val="restart"/>' if row == at.row else "<w:vMerge/>"
        inside = self.blocks(at.cell.blocks) if row == at.row else "<w:p/>"
        # A cell must end with a paragraph.
        inside += "<w:p/>" if not inside or inside.endswith("</w:tbl>") else ""
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def number_of(style: ListStyle, names: list[str]) -> int:
    """The number by which the numbering part knows a list."""
    return names.index(style.name) + 1
