"""PDF files made to break a reader, read in worker processes as the program does.

Native code may die on such files; the worker then dies alone.
"""

from __future__ import annotations

import struct
import sys
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

import pytest
from tests.robustness.checks import check
from tests.robustness.office_specimens import LINES
from tests.robustness.pdf_builder import (
    CATALOG,
    DESCENDANT,
    FIRST_PAGE,
    FONT,
    PAGES,
    TO_UNICODE,
    Objects,
    build,
    content_page,
    page,
    stream,
    text_objects,
    text_pdf,
)
from tests.robustness.zip_builder import bomb

from yaksok.interfaces.documents import ReadDocument, read_opened
from yaksok.read.sources import RawSource, from_bytes
from yaksok.read.worker import Limits, Outcome, map_guarded

LIMITS = Limits(seconds=30, processes=1)
NOTHING, DAMAGED, BOMB, NO_TEXT = "Y104", "Y116", "Y117", "Y119"
ANY = {"read", NOTHING, DAMAGED, BOMB, NO_TEXT, "Y113"}
MANY = 30_000


def outcomes(files: Iterable[bytes], limits: Limits = LIMITS) -> Iterator[Outcome[ReadDocument]]:
    raws = (from_bytes(data, origin="specimen.pdf") for data in files)
    return map_guarded(read_opened, raws, name=_origin, limits=limits)


def _origin(raw: RawSource) -> str:
    return raw.origin


def numbers(files: Iterable[bytes], limits: Limits = LIMITS) -> Iterator[str]:
    for outcome in outcomes(files, limits):
        if outcome.value is not None:
            check(outcome.value)
        yield outcome.error.number if outcome.error else "read"


def changed(**objects: bytes) -> bytes:
    """The file of the sample lines with some objects changed, named "o" and their number."""
    return build({**text_objects([LINES]), **{int(name[1:]): body for name, body in objects.items()}})


def test_the_intact_files_are_read() -> None:
    files = [text_pdf([LINES]), text_pdf([LINES] * 3, compressed=True), content_page()]
    for outcome in outcomes(files):
        assert outcome.value is not None, outcome.error
        assert "plant 300 trees" in outcome.value.source.text


def operators(content: bytes, **more: bytes) -> bytes:
    return content_page(content, others={int(name[1:]): body for name, body in more.items()})


def pages_tree(kids: bytes, more: Mapping[int, bytes] | None = None, count: bytes = b"1") -> bytes:
    objects: Objects = {**text_objects([LINES]), PAGES: b"<</Type/Pages/Kids[%s]/Count %s>>" % (kids, count)}
    return build({**objects, **(more or {})})


def xref_broken(change: Callable[[bytes], bytes]) -> bytes:
    data = text_pdf([LINES])
    place = data.rindex(b"xref\n0")
    return data[:place] + change(data[place:])


def form(body: bytes, names: bytes = b"") -> bytes:
    entries = (
        b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>/XObject<<%s>>>>" % names
    )
    return stream(body, entries)


def deep_pages(depth: int) -> bytes:
    more = {100 + level: b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (101 + level) for level in range(depth)}
    more[100 + depth] = page(11)
    return pages_tree(b"100 0 R", more)


def deep_forms(depth: int) -> bytes:
    names = {100 + level: form(b"/X Do", b"/X %d 0 R" % (101 + level)) for level in range(depth)}
    names[100 + depth] = form(b"BT /F1 12 Tf 72 700 Td (deep) Tj ET")
    return content_page(
        b"/X Do", entries=b"", others={6: form(b"/X Do", b"/X 100 0 R"), **names, 11: stream(b"/X1 Do")}
    )


def wide_forms(depth: int, width: int) -> bytes:
    """Each form draws the next one several times: the number of drawings is width to the power of depth."""
    forms = {100 + level: form(b"/X Do " * width, b"/X %d 0 R" % (101 + level)) for level in range(depth)}
    forms[100 + depth] = form(b"BT /F1 12 Tf 72 700 Td (wide) Tj ET")
    return content_page(b"/X1 Do", others={6: form(b"/X Do", b"/X 100 0 R"), **forms})


def zlib_bomb(mebibytes: int, head: bytes, unit: bytes) -> bytes:
    return b"\x78\x9c" + bomb(mebibytes, head, unit) + struct.pack(">I", 1)


def flate_page(data: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    body = b"<</Filter[%s]/Length %d>>\nstream\n%s\nendstream" % (filters, len(data), data)
    return content_page(others={11: body})


def repeatedly(data: bytes, times: int) -> bytes:
    for _turn in range(times):
        data = zlib.compress(data, 9)
    return data


@cache
def hostile() -> dict[str, bytes]:
    """Files by what is wrong with them."""
    text = b"BT /F1 12 Tf 72 700 Td (trees) Tj ET "
    return {
        "no table": xref_broken(lambda _end: b""),
        "a table of nonsense": xref_broken(lambda end: b"xref\n0 99999999\n" + b"9" * 5_000 + end[-20:]),
        "a table that starts at itself": xref_broken(lambda end: end.replace(b"/Size", b"/Prev 0/Size")),
        "a start far away": xref_broken(lambda end: end.replace(b"startxref\n", b"startxref\n99999999999")),
        "a start below zero": xref_broken(lambda end: end.replace(b"startxref\n", b"startxref\n-")),
        "no root": xref_broken(lambda end: end.replace(b"/Root", b"/Toor")),
        "a root that is a page": xref_broken(lambda end: end.replace(b"/Root 1 ", b"/Root 10 ")),
        "a huge size": xref_broken(lambda end: end.replace(b"/Size ", b"/Size 2147483647")),
        "nothing but a head": b"%PDF-1.7\n",
        "a head and an end": b"%PDF-1.7\n%%EOF",
        "pages in a ring": pages_tree(b"2 0 R"),
        "pages in a longer ring": pages_tree(b"50 0 R", {50: b"<</Type/Pages/Kids[51 0 R]/Count 1>>", 51: b"<</Type/Pages/Kids[2 0 R 10 0 R]/Count 1>>"}),
        "one page two hundred times": pages_tree(b"10 0 R " * 200, count=b"200"),
        "one page more often than is read": pages_tree(b"10 0 R " * MANY, count=b"%d" % MANY),
        "a claim of pages": pages_tree(b"10 0 R", count=b"2147483647"),
        "a claim below zero": pages_tree(b"10 0 R", count=b"-5"),
        "pages that are none": pages_tree(b"1 0 R 3 0 R 99 0 R null (x) 11 0 R", count=b"6"),
        "pages 30,000 deep": deep_pages(MANY),
        "a page that is its own parent": changed(o10=b"<</Type/Page/Parent 10 0 R/Contents 11 0 R>>"),
        "a catalogue that is its own pages": changed(o1=b"<</Type/Catalog/Pages 1 0 R>>"),
        "an object that is itself": changed(o11=b"11 0 R"),
        "objects that are each other": changed(o11=b"12 0 R", o12=b"11 0 R"),
        "a length that is itself": changed(o11=b"<</Length 11 0 R>>\nstream\nBT ET\nendstream"),
        "a filter that is itself": changed(o11=b"<</Length 5/Filter 11 0 R>>\nstream\nBT ET\nendstream"),
        "contents many times": changed(o10=page(11).replace(b"11 0 R", b"[" + b"11 0 R " * 300 + b"]")),
        "contents in a ring": changed(o10=page(11).replace(b"11 0 R", b"[20 0 R]"), o20=b"[20 0 R 11 0 R]"),
        "arrays 30,000 deep": changed(o10=page(11, b"/X " + b"[" * MANY + b"]" * MANY)),
        "dictionaries 30,000 deep": changed(o10=page(11, b"/X " + b"<</X " * MANY + b">>" * MANY)),
        "arrays deep in the contents": operators(b"[" * MANY + text + b"]" * MANY),
        "a form that draws itself": operators(text + b"/X1 Do", o6=form(b"/X1 Do" + text, b"/X1 6 0 R")),
        "forms that draw each other": operators(text + b"/X1 Do", o6=form(b"/X Do", b"/X 7 0 R"), o7=form(b"/X Do", b"/X 6 0 R")),
        "forms 300 deep": deep_forms(300),
        "forms 30,000 deep": deep_forms(MANY),
        "forms that multiply": wide_forms(12, 10),
        "states kept and never given back": operators(b"q " * 500_000 + text),
        "states given back and never kept": operators(b"Q " * 500_000 + text),
        "marked content 60,000 deep": operators(b"/Span BMC " * 60_000 + text + b"EMC " * 60_000),
        "text in text": operators(b"BT " * 50_000 + text),
        "no font": operators(b"BT 72 700 Td (trees) Tj ET"),
        "a font that is missing": operators(b"BT /F9 12 Tf 72 700 Td (trees) Tj ET"),
        "a font of no size": operators(b"BT /F1 0 Tf 72 700 Td (trees) Tj ET " + text),
        "a font of a size below zero": operators(b"BT /F1 -12 Tf 72 700 Td (trees) Tj ET " + text),
        "a font of a huge size": operators(b"BT /F1 1e38 Tf 72 700 Td (trees) Tj ET " + text),
        "letters beyond all bounds": operators(b"BT /F1 12 Tf 1e38 1e38 Td (trees) Tj 1e38 0 Td (x) Tj ET " + text),
        "letters that are no number": operators(b"BT /F1 12 Tf nan inf Td (trees) Tj ET " + text),
        "a matrix of zeros": operators(b"q 0 0 0 0 0 0 cm " + text + b"Q " + text),
        "a huge matrix": operators(b"q 1e30 1e30 -1e30 1e30 1e38 1e38 cm " + text + b"Q " + text),
        "a matrix on a matrix": operators(b"1e30 0 0 1e30 0 0 cm " * 50 + text),
        "text on its side": operators(b"BT /F1 12 Tf 0 1 -1 0 300 300 Tm (trees) Tj ET"),
        "all letters in one place": operators(b"BT /F1 12 Tf 72 700 Td " + b"(a) Tj -6 0 Td " * 4_000 + b"ET"),
        "a hundred thousand letters": operators(b"BT /F1 12 Tf 72 700 Td " + b"(trees and more) Tj " * 7_000 + b"ET"),
        "lines upon lines": operators(b"BT /F1 12 Tf 1 TL 72 700 Td " + b"(trees) Tj T* " * 10_000 + b"ET"),
        "words at random": operators(b"".join(b"BT /F1 9 Tf %d %d Td (ab) Tj ET " % (n * 7919 % 600, n * 104729 % 780) for n in range(8_000))),
        "a grid of rules": operators(text + b"".join(b"0 %d m 600 %d l S %d 0 m %d 780 l S " % (n, n, n, n) for n in range(600))),
        "rules at random": operators(text + b"".join(b"%d %d m %d %d l S " % (n * 7 % 600, n * 13 % 780, n * 7 % 600, n * 29 % 780) for n in range(20_000))),
        "boxes in boxes": operators(text + b"".join(b"%f %f %f %f re S " % (n / 50, n / 50, 600 - n / 25, 780 - n / 25) for n in range(5_000))),
        "one path of very many points": operators(text + b"0 0 m " + b"".join(b"%d %d l " % (n % 600, n * 7 % 780) for n in range(100_000)) + b"S"),
        "rules beyond all bounds": operators(text + b"-1e38 500 m 1e38 500 l S 1e38 1e38 -1e38 -1e38 re S 0 0 0 0 re f"),
        "a bomb of blanks": flate_page(zlib_bomb(200, text, b" ")),
        "a bomb of operators": flate_page(zlib_bomb(1_536, text, b"q Q ")),
        "a bomb of letters": flate_page(zlib_bomb(100, b"BT /F1 12 Tf 72 700 Td ", b"(trees and more) Tj ")),
        "a bomb of rules": flate_page(zlib_bomb(100, text, b"0 0 m 9 9 l S   ")),
        "a bomb in a bomb": flate_page(repeatedly(text + b" " * 10_000_000, 3), b"/FlateDecode" * 3),
        "filters again and again": flate_page(repeatedly(text, 40), b"/FlateDecode" * 40),
        "very many filters": flate_page(repeatedly(text, 1), b"/FlateDecode" * 10_000),
        "filters of other kinds": flate_page(text, b"/ASCIIHexDecode/ASCII85Decode/LZWDecode/RunLengthDecode"),
        "a filter that is unknown": flate_page(text, b"/Nothing"),
        "a picture for contents": flate_page(text, b"/DCTDecode"),
        "a page of no size": changed(o10=page(11, b"/MediaBox[0 0 0 0]")),
        "a page turned inside out": changed(o10=page(11, b"/MediaBox[612 792 0 0]")),
        "a page without end": changed(o10=page(11, b"/MediaBox[-1e38 -1e38 1e38 1e38]")),
        "a page that is no number": changed(o10=page(11, b"/MediaBox[nan nan inf (x)]")),
        "a page of two numbers": changed(o10=page(11, b"/MediaBox[0 0]")),
        "a page turned by 45": changed(o10=page(11, b"/Rotate 45")),
        "a page turned by very much": changed(o10=page(11, b"/Rotate -2147483648")),
        "pages turned": changed(o10=page(11, b"/Rotate 270")),
        "a huge unit": changed(o10=page(11, b"/UserUnit 1e38")),
        "no resources": changed(o10=b"<</Type/Page/Parent 2 0 R/Contents 11 0 R>>"),
        "no contents": changed(o10=b"<</Type/Page/Parent 2 0 R>>"),
        "a map that is empty": changed(o5=stream(b"")),
        "a map of nonsense": changed(o5=stream(b"beginbfrange <0000> <ffff> [" + b"<>" * 1_000 + b"] begincmap" * 500)),
        "a map of huge ranges": changed(o5=stream(b"1 beginbfrange <00000000> <ffffffff> <0000> endbfrange " * 2_000)),
        "a map to very long texts": changed(o5=stream(b"1 beginbfchar <b098> <" + b"ac00" * 20_000 + b"> endbfchar")),
        "a map to halves of letters": changed(o5=stream(b"1 beginbfrange <0000> <ffff> <d800> endbfrange")),
        "a map to nothing": changed(o5=stream(b"1 beginbfrange <0000> <ffff> <0000> endbfrange")),
        "a map that is the font": changed(o3=b"<</Type/Font/Subtype/Type0/ToUnicode 3 0 R/DescendantFonts[3 0 R]>>"),
        "a map that uses itself": changed(o5=stream(b"/X usecmap begincmap endcmap", b"/UseCMap 5 0 R")),
        "no map": changed(o3=b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[4 0 R]>>"),
        "widths without end": changed(o4=b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/W[0 2147483647 1000 " + b"1 [500] " * 10_000 + b"]>>"),
        "a font file of nonsense": changed(
            o4=b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/FontDescriptor 20 0 R/CIDToGIDMap/Identity>>",
            o20=b"<</Type/FontDescriptor/FontName/X/Flags 4/FontFile2 21 0 R/FontBBox[0 0 0 0]>>",
            o21=stream(b"\0\1\0\0" + b"\xff\xfe\xfd" * 3_000),
        ),
        "a font drawn by itself": changed(
            o3=b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/FirstChar 0/LastChar 255"
            b"/CharProcs<</a 20 0 R>>/Encoding<</Differences[0/a/a/a]>>/Resources<</Font<</F1 3 0 R>>>>>>",
            o20=stream(b"BT /F1 1 Tf <0001> Tj ET"),
        ),
        "a script": changed(o1=b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(while\\(1\\);)>>>>"),
        "a program to start": changed(o1=b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(/bin/sh)>>/AA<</WC<</S/Launch/F(x)>>>>>>"),
        "an address to send to": changed(o1=b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/SubmitForm/F(http://127.0.0.1:9/)>>>>"),
        "links without end": changed(o10=page(11, b"/Annots[" + b"<</Type/Annot/Subtype/Link/Rect[0 0 1 1]/A<</S/URI/URI(http://x/)>>>> " * 20_000 + b"]")),
        "notes in a ring": changed(o10=page(11, b"/Annots[20 0 R]"), o20=b"<</Type/Annot/Subtype/Popup/Parent 20 0 R/Popup 20 0 R/Rect[0 0 9 9]/AP<</N 20 0 R>>>>"),
        "an outline in a ring": changed(o1=b"<</Type/Catalog/Pages 2 0 R/Outlines 20 0 R>>", o20=b"<</First 20 0 R/Next 20 0 R/Last 20 0 R/Title(x)>>"),
        "a tree of tags in a ring": changed(o1=b"<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 20 0 R>>", o20=b"<</Type/StructTreeRoot/K 20 0 R/ParentTree 20 0 R>>"),
        "a title without end": build(text_objects([LINES]) | {20: b"<</Title(" + b"x" * 3_000_000 + b")>>"}, trailer=b"/Info 20 0 R"),
        "metadata in a ring": build(text_objects([LINES]), trailer=b"/Info 1 0 R/Prev 99999"),
        "objects in a stream of themselves": changed(o20=stream(b"20 0 20 0", b"/Type/ObjStm/N 2147483647/First 4"), o11=b"20 0 R"),
        "a locked file": build(text_objects([LINES]), trailer=b"/Encrypt<</Filter/Standard/V 4/R 4/Length 128/P -1/O(" + b"x" * 32 + b")/U(" + b"y" * 32 + b")>>/ID[(a)(b)]"),
        "a lock of an unknown kind": build(text_objects([LINES]), trailer=b"/Encrypt<</Filter/FooSec/V 9>>"),
        "a lock that is itself": build(text_objects([LINES]) | {20: b"20 0 R"}, trailer=b"/Encrypt 20 0 R"),
        "an inline picture without end": operators(text + b"BI /W 99999 /H 99999 /BPC 8 /CS /RGB ID " + b"x" * 1_000),
        "a huge picture": operators(text + b"/X1 Do", o6=stream(b"x", b"/Type/XObject/Subtype/Image/Width 2147483647/Height 2147483647/BitsPerComponent 8/ColorSpace/DeviceRGB")),
        "a shading of a function of itself": operators(b"/S sh " + text, o6=b"<</ShadingType 1/Function 6 0 R>>"),
        "a pattern that paints itself": operators(b"/Pattern cs /P scn 0 0 600 700 re f " + text, o6=stream(b"/P scn", b"/PatternType 1")),
    }  # fmt: skip


# What is known of the outcome, beyond that there is one.
KNOWN = {
    "one page more often than is read": {BOMB},
    "a claim of pages": {"read", BOMB, DAMAGED},
    "nothing but a head": {DAMAGED},
    "a locked file": {"Y114"},
    "a lock of an unknown kind": {"Y115"},
    "a script": {"read"},
    "a program to start": {"read"},
    "an address to send to": {"read"},
    "a page turned by 45": {"read"},
    "text on its side": {"read"},
    "no contents": {NO_TEXT, NOTHING},
}


# PDFium needs minutes or its whole stack for these: the limits of the worker stop it.
HEAVY = {
    "forms that multiply",
    "marked content 60,000 deep",
    "a bomb of operators",
    "a bomb of letters",
    "a bomb of rules",
}


@cache
def results() -> dict[str, tuple[str, float]]:
    """The outcome of each file that is not heavy, and its seconds."""
    files = {name: data for name, data in hostile().items() if name not in HEAVY}
    found: dict[str, tuple[str, float]] = {}
    start = time.perf_counter()
    for name, number in zip(files, numbers(files.values()), strict=True):
        found[name] = (number, time.perf_counter() - start)
        start = time.perf_counter()
    return found


@pytest.mark.parametrize("name", [name for name in hostile() if name not in HEAVY])
def test_each_hostile_file_has_an_outcome(name: str) -> None:
    number, _seconds = results()[name]
    assert number in KNOWN.get(name, ANY | {"Y114", "Y115"})


def test_no_hostile_file_takes_long() -> None:
    slow = {name: seconds for name, (_number, seconds) in results().items() if seconds > 10}
    assert slow == {}


def test_what_native_code_cannot_bear_ends_with_its_worker() -> None:
    files = [hostile()[name] for name in sorted(HEAVY)]
    short = Limits(seconds=2, processes=2)
    assert set(numbers(files, short)) <= ANY | {"Y109", "Y110", "Y902"}


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is on address space")
def test_little_memory_is_an_outcome_too() -> None:
    files = [hostile()[name] for name in ("a bomb of operators", "a huge picture")]
    small = Limits(seconds=30, processes=1, memory_bytes=400 * 1024**2)
    for number in numbers(files, small):
        assert number in ANY | {"Y110", "Y902"}
    assert list(numbers([text_pdf([LINES])], small)) == ["read"]


def test_cut_off_at_every_sixteenth() -> None:
    data = text_pdf([LINES] * 2, compressed=True)
    found = numbers([data[: len(data) * part // 16] for part in range(1, 16)])
    assert set(found) <= ANY


@pytest.mark.parametrize("number", [CATALOG, PAGES, FONT, DESCENDANT, TO_UNICODE, FIRST_PAGE, FIRST_PAGE + 1])
def test_each_object_missing_or_another(number: int) -> None:
    objects = text_objects([LINES])
    without = {key: body for key, body in objects.items() if key != number}
    others = (b"null", b"<<>>", b"[]", b"0", b"(x)", b"/X", b"1 0 R", b"99 0 R", b"<<", b"stream", b"")
    found = numbers([build(without), *(build(objects | {number: other}) for other in others)])
    assert set(found) <= ANY
