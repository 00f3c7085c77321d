"""Small PDFs made by hand: text at places, rules, pictures.

One font without outlines serves all letters: its codes are Unicode's, its widths half of the size for ASCII and the full size
for everything else, as in Korean type.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from yaksok.read.office.flow import Flow, FlowBlock, FlowTable, Paragraph
from yaksok.read.pdf.reader import flow_of
from yaksok.read.sources import RawSource, from_bytes

WIDTH, HEIGHT = 595, 842


@dataclass
class Sheet:
    """A page to be printed; places are counted from its upper left corner, in points."""

    parts: list[str] = field(default_factory=list)
    extra: str = ""

    def text(self, x: float, y: float, text: str, size: float = 10, operators: str = "") -> Sheet:
        """Prints a text whose baseline begins at a place."""
        codes = "".join(f"{ord(sign):04X}" for sign in text)
        self.parts.append(f"BT {operators} /F {size} Tf 1 0 0 1 {x} {HEIGHT - y} Tm <{codes}> Tj ET")
        return self

    def turned(self, x: float, y: float, text: str, matrix: str, size: float = 10) -> Sheet:
        """Prints an ASCII text with a matrix ("a b c d") of its own."""
        self.parts.append(f"BT /H {size} Tf {matrix} {x} {HEIGHT - y} Tm ({text}) Tj ET")
        return self

    def lines(self, x: float, y: float, texts: Iterable[str], pitch: float = 16, size: float = 10) -> Sheet:
        """Prints lines below each other."""
        for number, text in enumerate(texts):
            self.text(x, y + number * pitch, text, size)
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        """Draws a thin line."""
        self.parts.append(f"0.5 w {x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S")
        return self

    def grid(self, columns: Sequence[float], rows: Sequence[float]) -> Sheet:
        """Rules a table."""
        for y in rows:
            self.rule(columns[0], y, columns[-1], y)
        for x in columns:
            self.rule(x, rows[0], x, rows[-1])
        return self

    def picture(self, x: float, y: float, width: float, height: float) -> Sheet:
        """Places a picture whose upper left corner is at a place."""
        self.parts.append(f"q {width} 0 0 {height} {x} {HEIGHT - y - height} cm /P Do Q")
        return self


def pdf(*sheets: Sheet, trailer: str = "", title: str = "") -> bytes:
    """The bytes of a PDF with these pages."""
    used = sorted({code for sheet in sheets for code in _codes(sheet)})
    kids = " ".join(f"{10 + 2 * number} 0 R" for number in range(len(sheets)))
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: f"<</Type/Pages/Kids[{kids}]/Count {len(sheets)}>>".encode(),
        3: b"<</Type/Font/Subtype/Type0/BaseFont/Made/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>",
        4: b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Made/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        b"/Supplement 0>>/FontDescriptor 5 0 R/DW 1000/W[0 126 500]>>",
        5: b"<</Type/FontDescriptor/FontName/Made/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0/Ascent 800"
        b"/Descent -200/CapHeight 700/StemV 80>>",
        6: _stream(_meanings(used).encode()),
        7: _stream(
            b"\x80", b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
        ),
        9: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        8: f"<</Title({title})>>".encode(),
    }
    for number, sheet in enumerate(sheets):
        page, content = 10 + 2 * number, 11 + 2 * number
        objects[page] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents {content} 0 R {sheet.extra}"
            "/Resources<</Font<</F 3 0 R/H 9 0 R>>/XObject<</P 7 0 R>>>>>>"
        ).encode()
        objects[content] = _stream("\n".join(sheet.parts).encode())
    return _file(objects, trailer)


def source(*sheets: Sheet, origin: str = "made.pdf") -> RawSource:
    """A PDF with these pages as it comes from a file."""
    return from_bytes(pdf(*sheets), origin=origin)


def flow(*sheets: Sheet, origin: str = "made.pdf") -> Flow:
    """What is read of a PDF with these pages."""
    return flow_of(source(*sheets, origin=origin))


def lines(*sheets: Sheet) -> list[Paragraph]:
    """The printed lines outside of tables."""
    return paragraphs(flow(*sheets).blocks)


def texts(*sheets: Sheet) -> list[str]:
    """The texts of the printed lines outside of tables."""
    return [line.text for line in lines(*sheets)]


def paragraphs(blocks: Iterable[FlowBlock]) -> list[Paragraph]:
    """The lines among some blocks."""
    return [block for block in blocks if isinstance(block, Paragraph)]


def tables(*sheets: Sheet) -> list[FlowTable]:
    """The tables of a PDF with these pages."""
    return [block for block in flow(*sheets).blocks if isinstance(block, FlowTable)]


def cells(table: FlowTable) -> dict[tuple[int, int], str]:
    """The texts of a table's cells by row and column."""
    return {
        (cell.row, cell.column): "/".join(line.text for line in paragraphs(cell.blocks))
        for cell in table.cells
    }


def _codes(sheet: Sheet) -> Iterable[int]:
    for part in sheet.parts:
        if "<" in part:
            codes = part[part.index("<") + 1 : part.index(">")]
            yield from (int(codes[place : place + 4], 16) for place in range(0, len(codes), 4))


def _meanings(codes: Sequence[int]) -> str:
    head = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Made def /CMapType 2 def "
    head += "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    body = ""
    for first in range(0, len(codes), 100):
        some = codes[first : first + 100]
        rows = "\n".join(f"<{code:04X}> <{code:04X}>" for code in some)
        body += f"{len(some)} beginbfchar\n{rows}\nendbfchar\n"
    return head + body + "endcmap end end"


def _stream(data: bytes, extra: bytes = b"") -> bytes:
    packed = zlib.compress(data)
    return b"<</Length %d/Filter/FlateDecode%s>>stream\n%s\nendstream" % (len(packed), extra, packed)


def _file(objects: dict[int, bytes], trailer: str) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number in sorted(objects):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    start = len(out)
    size = max(objects) + 1
    out += b"xref\n0 %d\n" % size
    for number in range(size):
        out += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
    out += f"trailer<</Size {size}/Root 1 0 R/Info 8 0 R{trailer}>>\nstartxref\n{start}\n%%EOF".encode()
    return bytes(out)
