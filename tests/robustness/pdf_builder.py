"""PDF files object by object, so that tests can bend every one of them."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence

Objects = dict[int, bytes]
"""Objects by number, as they stand between "obj" and "endobj"."""

CATALOG, PAGES, FONT, DESCENDANT, TO_UNICODE, FIRST_PAGE = 1, 2, 3, 4, 5, 10


def build(objects: Mapping[int, bytes], *, root: int = CATALOG, trailer: bytes = b"") -> bytes:
    """A file of the objects, with a table of where they stand."""
    pieces = [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"]
    places: dict[int, int] = {}
    length = len(pieces[0])
    for number, body in objects.items():
        piece = b"%d 0 obj\n%s\nendobj\n" % (number, body)
        places[number] = length
        pieces.append(piece)
        length += len(piece)
    size = max(objects, default=0) + 1
    table = b"".join(
        b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
        for number in range(size)
    )
    end = b"xref\n0 %d\n%strailer\n<</Size %d/Root %d 0 R%s>>\nstartxref\n%d\n%%%%EOF\n"
    pieces.append(end % (size, table, size, root, trailer, length))
    return b"".join(pieces)


def stream(data: bytes, entries: bytes = b"", *, compressed: bool = False) -> bytes:
    """A stream object."""
    if compressed:
        data, entries = zlib.compress(data, 9), entries + b"/Filter/FlateDecode"
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)


def text_objects(pages: Sequence[Sequence[str]], *, compressed: bool = False) -> Objects:
    """Pages of lines in a font whose codes are UTF-16, as its map to Unicode says."""
    numbers = range(FIRST_PAGE, FIRST_PAGE + 2 * len(pages), 2)
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    objects: Objects = {
        CATALOG: b"<</Type/Catalog/Pages 2 0 R>>",
        PAGES: b"<</Type/Pages/Kids[%s]/Count %d/MediaBox[0 0 595 842]>>" % (kids, len(pages)),
        FONT: b"<</Type/Font/Subtype/Type0/BaseFont/Batang/Encoding/Identity-H"
        b"/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
        DESCENDANT: b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Batang/DW 1000"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
        TO_UNICODE: stream(to_unicode(), compressed=compressed),
    }
    for number, lines in zip(numbers, pages, strict=True):
        objects[number] = page(number + 1)
        objects[number + 1] = stream(lines_of_text(lines), compressed=compressed)
    return objects


def page(contents: int, entries: bytes = b"") -> bytes:
    """A page object with its resources."""
    return b"<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R%s>>" % (
        contents,
        entries,
    )


def lines_of_text(lines: Sequence[str]) -> bytes:
    """The operators that print lines below each other, with a frame of rules around them."""
    shown = b"".join(
        b"BT /F1 12 Tf 60 %d Td <%s> Tj ET\n" % (760 - 20 * number, line.encode("utf-16-be").hex().encode())
        for number, line in enumerate(lines)
    )
    rules = b"".join(b"60 %d m 500 %d l S\n" % (y, y) for y in (600, 580, 560))
    rules += b"".join(b"%d 560 m %d 600 l S\n" % (x, x) for x in (60, 280, 500))
    cells = b"".join(
        b"BT /F1 10 Tf %d %d Td <%s> Tj ET\n" % (x, y, "구분".encode("utf-16-be").hex().encode())
        for y in (585, 565)
        for x in (70, 290)
    )
    return b"q\n" + shown + rules + cells + b"Q\n"


def to_unicode() -> bytes:
    """A map on which every code of two bytes is its own letter."""
    ranges = b"".join(b"<%02x00> <%02xff> <%02x00>\n" % (high, high, high) for high in range(0xD8))
    blocks = ranges.splitlines(keepends=True)
    body = b"".join(
        b"%d beginbfrange\n%sendbfrange\n" % (len(blocks[at : at + 100]), b"".join(blocks[at : at + 100]))
        for at in range(0, len(blocks), 100)
    )
    return (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n"
        b"1 begincodespacerange <0000> <ffff> endcodespacerange\n" + body + b"endcmap end end\n"
    )


def text_pdf(pages: Sequence[Sequence[str]], *, compressed: bool = False) -> bytes:
    """A file with the lines of each page."""
    return build(text_objects(pages, compressed=compressed))


def content_page(
    content: bytes | None = None, *, entries: bytes = b"", others: Mapping[int, bytes] | None = None
) -> bytes:
    """A page of Latin letters, with a form in it, or of any operators."""
    if content is None:
        content = (
            b"q 1 0 0 1 0 0 cm BT /F1 12 Tf 14 TL 72 720 Td (The office will plant 300 trees by June 2025.) Tj "
            b"T* (1. It set up a centre in 2024.) Tj T* [(It )-300(agreed) 20 ( on this.)] TJ ET Q\n"
            b"/X1 Do\n0.5 w 72 600 200 20 re S\n"
        )
    objects: Objects = {
        CATALOG: b"<</Type/Catalog/Pages 2 0 R>>",
        PAGES: b"<</Type/Pages/Kids[10 0 R]/Count 1/MediaBox[0 0 612 792]>>",
        FONT: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        6: stream(
            b"BT /F1 10 Tf 72 500 Td (- 3 -) Tj ET",
            b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>",
        ),
        FIRST_PAGE: b"<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 3 0 R>>/XObject<</X1 6 0 R>>>>"
        b"/Contents 11 0 R%s>>" % entries,
        FIRST_PAGE + 1: stream(content),
    }
    return build({**objects, **(others or {})})
