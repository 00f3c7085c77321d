"""Real HWPX files against an XML walk of its own, and their marks against what Hancom Office shows.

The walk below shares nothing with the reader: the standard library's parser, one flat pass in file order.
Expected marks were read off the preview pictures that Hancom Office stored in the files.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests.read.hwpx.building import paragraphs_of

from yaksok.errors import PasswordNeeded
from yaksok.read import read_raw
from yaksok.read.hwpx.reader import flow_of
from yaksok.read.office.flow import FlowTable, Paragraph
from yaksok.read.sources import open_source

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "samples"
FILES = sorted(path for path in SAMPLES.glob("*.hwpx") if "password" not in path.name)
pytestmark = pytest.mark.skipif(not FILES, reason="the real files lie beside the project")

_INLINE = {"tab": "\t", "lineBreak": "\n", "nbSpace": "\u00a0", "fwSpace": " ", "hyphen": "-"}
_APART = frozenset({"header", "footer", "footNote", "endNote", "fieldBegin", "hiddenComment"})
# What the private signs of these files show.
_SIGNS = {0xF06D: "❍"} | {0xF02B1 + at: "①②③④⑤⑥⑦⑧⑨"[at] for at in range(9)}
_JOINED = {"\U000f02ba\U000f02c3": "⑩", "\U000f02ba\U000f02c4": "⑪", "\U000f02ba\U000f02c5": "⑫"}


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _words(paragraph: ET.Element) -> str:
    pieces: list[str] = []
    deleting = False
    for run in paragraph:
        for element in run if _name(run) == "run" else ():
            if _name(element) == "compose":
                pieces.append(_JOINED[element.attrib["composeText"]])
            if _name(element) != "t":
                continue
            pieces.append("" if deleting else element.text or "")
            for inside in element:
                deleting = {"deleteBegin": True, "deleteEnd": False}.get(_name(inside), deleting)
                pieces.append("" if deleting else _INLINE.get(_name(inside), "") + (inside.tail or ""))
    return "".join(pieces).translate(_SIGNS)


def _walk(element: ET.Element, found: list[str]) -> None:
    for inside in element:
        if _name(inside) in _APART:
            continue
        if _name(inside) == "p":
            found.append(_words(inside))
        _walk(inside, found)


def body_of(path: Path) -> list[str]:
    """Every paragraph of body, cells, boxes and captions in file order."""
    found: list[str] = []
    with zipfile.ZipFile(path) as archive:
        sections = [name for name in archive.namelist() if re.fullmatch(r"Contents/section\d+\.xml", name)]
        for name in sorted(sections, key=lambda name: int(re.sub(r"\D", "", name))):
            _walk(ET.fromstring(archive.read(name)), found)
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_paragraph_is_intact_and_in_order(path: Path) -> None:
    flow = flow_of(open_source(str(path)))
    read = [each.text for each in paragraphs_of(flow.blocks) if each.kind in ("body", "box", "caption")]
    assert read == body_of(path)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_addresses_are_unique_and_stay(path: Path) -> None:
    raw = open_source(str(path))
    flow = flow_of(raw)
    paths = [each.path for each in paragraphs_of(flow.blocks)]
    assert len(set(paths)) == len(paths)
    assert flow == flow_of(raw)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_places_of_the_text_hold_the_paragraphs(path: Path) -> None:
    raw = open_source(str(path))
    source = read_raw(raw)
    assert source.layout is not None
    texts = {each.path: each.text for each in paragraphs_of(flow_of(raw).blocks)}
    for place in source.layout.places:
        if place.path in texts:
            shown = source.text[slice(*place.span)]
            assert re.sub(r"\s", " ", shown) == re.sub(r"\s", " ", texts[place.path])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_tables_keep_their_addresses(path: Path) -> None:
    expected: list[list[tuple[int, int, int, int]]] = []
    with zipfile.ZipFile(path) as archive:
        for name in sorted(name for name in archive.namelist() if name.startswith("Contents/section")):
            expected.extend(
                [_address(cell) for row in table for cell in row if _name(cell) == "tc"]
                for table in ET.fromstring(archive.read(name)).iter()
                if _name(table) == "tbl"
            )
    assert _tables(flow_of(open_source(str(path))).blocks) == expected


def _address(cell: ET.Element) -> tuple[int, int, int, int]:
    values = {_name(part): part.attrib for part in cell}
    at, span = values["cellAddr"], values["cellSpan"]
    return int(at["rowAddr"]), int(at["colAddr"]), int(span["rowSpan"]), int(span["colSpan"])


def _tables(blocks: tuple[Paragraph | FlowTable, ...]) -> list[list[tuple[int, int, int, int]]]:
    found: list[list[tuple[int, int, int, int]]] = []
    for block in blocks:
        if isinstance(block, FlowTable):
            found.append([(each.row, each.column, each.row_span, each.column_span) for each in block.cells])
            for each in block.cells:
                found.extend(_tables(each.blocks))
    return found


def marks_of(name: str) -> list[str]:
    flow = flow_of(open_source(str(SAMPLES / name)))
    return [each.mark for each in paragraphs_of(flow.blocks) if each.mark]


_LIST = "1. 2. 가. 3. 가. 나. 1) 2) 3) 4. 5. 가."
_CHAPTERS = "제1장 제2장 제1절 제3장 제1절 제2절 제1항 제2항 제3항 제4장"
_BULLETS = "● • ■ ▪ ◆ ◆ ▶ ○ □ ◇ ▷ ◎ ☑ ✔ ★ ❖ ◎ ☞ ●"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "lists.hwpx",
            f"● ● ● • • • {_LIST} I. II. A. III. A. B. 1. 2. 3. IV. {_LIST} {_CHAPTERS}",
        ),
        ("lists-bullet.hwpx", " ".join(f"{glyph} {glyph} {glyph}" for glyph in _BULLETS.split()) + " ☀" * 30),
        ("outline.hwpx", "1. 가. 1) 가) (1) (2) 나. (가) (나) ① ② 2."),
        ("mixed-lists-with-outline.hwpx", "● ● ● 1. 2. 3. 1. 2. 1. 가. 1) 나. 2."),
        ("numbered-list-custom-formats.hwpx", "1) 2) 3) (1) (2) (3) 가) 나) 다) A. B. C."),
        ("numbered-list-restart.hwpx", "1. 2. 3. 1. 2."),
        (
            "para-head.hwpx",
            "● ● ■ ■ 1. 1. 2. 3. 3.1. 3.2. 4. 4.1.1.1. 4.1.1.2. 4.1.2. 4.1.2.1. 1. 가. 나. 다. 2. 가. 1)",
        ),
        ("noori.hwpx", "- -"),
    ],
)
def test_marks(name: str, expected: str) -> None:
    assert marks_of(name) == expected.split()


def test_tracked_changes() -> None:
    (paragraph,) = paragraphs_of(flow_of(open_source(str(SAMPLES / "change-track.hwpx"))).blocks)
    assert [(each.kind, each.text, each.author) for each in paragraph.annotations] == [
        ("deleted", " 추적", "fff"),
        ("inserted", "인간은", "fff"),
    ]
    assert paragraph.text == "변경 \t인간은"


def test_notes() -> None:
    paragraphs = paragraphs_of(flow_of(open_source(str(SAMPLES / "footnote-endnote.hwpx"))).blocks)
    notes = [(each.offset, each.kind, each.mark) for paragraph in paragraphs for each in paragraph.notes]
    assert notes == [(4, "footnote", "1)"), (4, "footnote", "2)"), (4, "endnote", "1)"), (4, "endnote", "2)")]


def test_headers_and_footers() -> None:
    paragraphs = paragraphs_of(flow_of(open_source(str(SAMPLES / "header-footer.hwpx"))).blocks)
    assert {each.kind: each.text for each in paragraphs if each.text} == {
        "header": "머리말 테스트",
        "footer": "꼬리말",
    }


def test_links() -> None:
    paragraphs = paragraphs_of(flow_of(open_source(str(SAMPLES / "hyperlink.hwpx"))).blocks)
    links = [(each.text[link.start : link.end], link.target) for each in paragraphs for link in each.links]
    assert [words for words, _ in links] == ["하이퍼링크 테스트", "align.hwp", "전자우편"]
    assert [target.partition(":")[0] for _, target in links] == ["http", "D", "mailto"]


def test_a_password_is_named() -> None:
    with pytest.raises(PasswordNeeded):
        flow_of(open_source(str(SAMPLES / "password-12345.hwpx")))
