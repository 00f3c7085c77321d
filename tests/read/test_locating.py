"""The second way to the paragraphs of a file: it finds what the readers find, and sees what they would miss."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.support.office.archive import package

from yaksok.errors import YaksokError
from yaksok.read.bids import choose_reader
from yaksok.read.sources import RawSource, from_bytes, open_source
from yaksok.records.source import SourceText
from yaksok.views.verification import Difference, address_differences

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"
REAL = sorted((*SAMPLES.glob("*.hwpx"), *SAMPLES.glob("*.docx")))

_HWPML = 'xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph" xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section"'
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def hwpx(*paragraphs: str) -> RawSource:
    section = f"<hs:sec {_HWPML}>{''.join(paragraphs)}</hs:sec>"
    members = {"mimetype": "application/hwp+zip", "Contents/section0.xml": section}
    return from_bytes(package(members, stored=frozenset({"mimetype"})), origin="made.hwpx")


def run(*inside: str) -> str:
    return f"<hp:p><hp:run>{''.join(inside)}</hp:run></hp:p>"


def words(text: str) -> str:
    return run(f"<hp:t>{text}</hp:t>")


def docx(body: str) -> RawSource:
    members = {"word/document.xml": f"<w:document {_WORD}><w:body>{body}</w:body></w:document>"}
    return from_bytes(package(members), origin="made.docx")


def wp(*inside: str, properties: str = "") -> str:
    runs = "".join(each if each.startswith("<") else f"<w:r><w:t>{each}</w:t></w:r>" for each in inside)
    return f"<w:p>{properties}{runs}</w:p>"


def located(raw: RawSource) -> dict[str, str | None]:
    locate = choose_reader(raw).locate
    assert locate is not None
    return dict(locate(raw))


def compared(
    raw: RawSource, change: Callable[[SourceText], SourceText] = lambda source: source
) -> list[Difference]:
    reader = choose_reader(raw)
    assert reader.locate is not None
    return list(address_differences(change(reader.read(raw)), reader.locate(raw)))


def hwpx_specimen() -> RawSource:
    note = f"<hp:ctrl><hp:footNote><hp:subList>{words('각주 내용')}</hp:subList></hp:footNote></hp:ctrl>"
    cells = "".join(
        f'<hp:tc><hp:subList>{words(text)}</hp:subList><hp:cellAddr colAddr="{column}" rowAddr="{row}"/>'
        '<hp:cellSpan colSpan="1" rowSpan="1"/></hp:tc>'
        for row, column, text in ((0, 0, "구분"), (0, 1, "예산"))
    )
    box = f"<hp:rect><hp:drawText><hp:subList>{words('글상자')}</hp:subList></hp:drawText></hp:rect>"
    number = '<hp:ctrl><hp:autoNum num="1" numType="TABLE"/></hp:ctrl>'
    return hwpx(
        run("<hp:t>교역을<hp:deleteBegin/> 줄인다<hp:deleteEnd/> 늘린다</hp:t>", note),
        run(f"<hp:tbl><hp:tr>{cells}</hp:tr></hp:tbl>", box),
        run("<hp:t>표 </hp:t>", number),
    )


def test_the_paragraphs_of_a_hancom_file() -> None:
    assert located(hwpx_specimen()) == {
        "section0/p0": "교역을 늘린다",
        "section0/p0/footnote0/p0": "각주 내용",
        "section0/p1": "",
        "section0/p1/table0/r0c0/p0": "구분",
        "section0/p1/table0/r0c1/p0": "예산",
        "section0/p1/box0/p0": "글상자",
        "section0/p2": None,
    }
    assert compared(hwpx_specimen()) == []


def test_a_table_whose_cells_have_no_sound_addresses_is_left_alone() -> None:
    cells = f"<hp:tc><hp:subList>{words('칸')}</hp:subList></hp:tc>" * 2
    raw = hwpx(words("글"), run(f"<hp:tbl><hp:tr>{cells}</hp:tr><hp:tr>{cells}</hp:tr></hp:tbl>"))
    assert located(raw)["section0/p1/table0/"] is None
    assert compared(raw) == []


def docx_specimen() -> RawSource:
    def cell(text: str, more: str = "") -> str:
        return f"<w:tc><w:tcPr>{more}</w:tcPr>{wp(text)}</w:tc>"

    begins, wide = '<w:vMerge w:val="restart"/>', '<w:gridSpan w:val="2"/>'
    rows = (
        f"<w:tr>{cell('구분', begins)}{cell('예산', wide)}</w:tr>"
        f"<w:tr>{cell('', '<w:vMerge/>')}{cell('올해')}{cell('내년')}</w:tr>"
    )
    removed = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    return docx(
        wp("교역을 ", "<w:del><w:r><w:delText>줄인다</w:delText></w:r></w:del>", "늘린다.")
        + wp("앞과 ", properties=removed)
        + wp("뒤")
        + f"<w:tbl>{rows}</w:tbl>"
        + wp(
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>숨김</w:t></w:r>",
            "보임",
            properties="<w:pPr><w:sectPr/></w:pPr>",
        )
        + wp('<w:r><w:sym w:font="Wingdings" w:char="F0E8"/></w:r>')
    )


def test_the_paragraphs_of_a_word_file() -> None:
    assert located(docx_specimen()) == {
        "section0/p0": "교역을 늘린다.",
        "section0/p1": "앞과 뒤",
        "section0/p1/table0/r0c0/p0": "구분",
        "section0/p1/table0/r0c1/p0": "예산",
        "section0/p1/table0/r1c1/p0": "올해",
        "section0/p1/table0/r1c2/p0": "내년",
        "section0/p2": "보임",
        "section1/p0": None,
    }
    assert compared(docx_specimen()) == []


@pytest.mark.parametrize("specimen", [hwpx_specimen, docx_specimen])
def test_a_reading_that_has_other_letters_is_found_out(specimen: Callable[[], RawSource]) -> None:
    def misread(source: SourceText) -> SourceText:
        return replace(source, text=source.text.replace("늘린다", "늘었다"))

    found = compared(specimen(), misread)
    assert [each.what for each in found] == ['paragraph "section0/p0"']


@pytest.mark.parametrize("specimen", [hwpx_specimen, docx_specimen])
def test_a_paragraph_that_a_reading_lacks_is_found_out(specimen: Callable[[], RawSource]) -> None:
    def without_cell(source: SourceText) -> SourceText:
        assert source.layout is not None
        places = tuple(place for place in source.layout.places if "r0c1" not in place.path)
        return replace(source, layout=replace(source.layout, places=places))

    found = compared(specimen(), without_cell)
    assert [(each.what, each.found) for each in found] == [('paragraph "section0/p1/table0/r0c1/p0"', '""')]


def readable() -> Iterator[Path]:
    for path in REAL:
        raw = open_source(str(path))
        try:
            choose_reader(raw).read(raw)
        except YaksokError:
            continue
        yield path


def test_real_files_are_read_as_the_second_way_finds_them() -> None:
    if not REAL:
        pytest.skip("the real files are not beside the checkout")
    paths = list(readable())
    assert paths
    assert {path.name: compared(open_source(str(path))) for path in paths} == {
        path.name: [] for path in paths
    }
