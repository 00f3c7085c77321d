from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from tests.read.docx.wordml import archive, flow, p, package

from yaksok.errors import (
    DamagedFile,
    NestedTooDeep,
    PasswordNeeded,
    ProtectedByRights,
    SourceEmpty,
    UnsafeMarkup,
    YaksokError,
)
from yaksok.read import choose_reader
from yaksok.read.detect import OLE_SIGNATURE
from yaksok.read.docx.reader import flow_of, read
from yaksok.read.sources import from_bytes

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def compound(*names: str) -> bytes:
    entries = b"".join((name + "\0").encode("utf-16-le").ljust(128, b"\0") for name in names)
    return OLE_SIGNATURE.ljust(512, b"\0") + entries


def test_the_reader_bids_for_packages_and_for_encrypted_ones() -> None:
    for data in (package(p("글")), compound("Root Entry", "EncryptedPackage")):
        assert choose_reader(from_bytes(data, origin="x")).name == "docx"


def test_encrypted_packages() -> None:
    with pytest.raises(PasswordNeeded):
        read(from_bytes(compound("EncryptionInfo", "EncryptedPackage"), origin="x"))
    with pytest.raises(ProtectedByRights):
        read(from_bytes(compound("DRMEncryptedTransform", "EncryptedPackage"), origin="x"))


def test_text_with_layout() -> None:
    source = read(from_bytes(package(p("첫째") + p("둘째")), origin="x"))
    assert source.text == "첫째\n둘째\n"
    assert source.layout is not None
    assert source.layout.unbroken
    assert [place.path for place in source.layout.places] == ["section0/p0", "section0/p1"]


def test_the_main_part_may_have_another_name() -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    data = archive(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                f'<Relationship Id="a" Type="{office}/officeDocument" Target="/Word/Document2.xml"/></Relationships>'
            ),
            "word/document2.xml": f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>글</w:t></w:r></w:p></w:body></w:document>',
        }
    )
    source = from_bytes(data, origin="x")
    assert choose_reader(source).name == "docx"
    assert [block.path for block in flow_of(source).blocks] == ["section0/p0"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_strict_files(encoding: str) -> None:
    strict = "http://purl.oclc.org/ooxml"
    document = (
        f'<?xml version="1.0" encoding="{encoding}"?><w:document xmlns:w="{strict}/wordprocessingml/main" '
        f'xmlns:r="{strict}/officeDocument/relationships"><w:body><w:p><w:pPr><w:ind w:start="200"/></w:pPr>'
        '<w:hyperlink r:id="L"><w:r><w:t>누리집</w:t></w:r></w:hyperlink></w:p></w:body></w:document>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="L" '
        f'Type="{strict}/officeDocument/relationships/hyperlink" Target="https://example.org/" TargetMode="External"/>'
        "</Relationships>"
    )
    data = archive(
        {"word/document.xml": document.encode(encoding), "word/_rels/document.xml.rels": relations}
    )
    (block,) = flow_of(from_bytes(data, origin="x")).blocks
    assert (block.text, block.indent, block.links[0].target) == (  # type: ignore[union-attr]
        "누리집", 2, "https://example.org/",
    )  # fmt: skip


def test_a_package_without_a_document_is_damaged() -> None:
    with pytest.raises(DamagedFile, match=r"word/document\.xml"):
        flow_of(from_bytes(package("", drop="document"), origin="x"))


@pytest.mark.parametrize(
    "document",
    ["", "<w:document", f'<w:document xmlns:w="{WORD}"/>', "not markup"],
)
def test_a_broken_document_is_damaged(document: str) -> None:
    with pytest.raises(DamagedFile):
        flow_of(from_bytes(archive({"word/document.xml": document}), origin="x"))


def test_entities_are_refused() -> None:
    document = f'<!DOCTYPE a [<!ENTITY b "c">]><w:document xmlns:w="{WORD}"><w:body/></w:document>'
    with pytest.raises(UnsafeMarkup):
        flow_of(from_bytes(archive({"word/document.xml": document}), origin="x"))


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(NestedTooDeep):
        flow("<w:sdt><w:sdtContent>" * 15_000 + p("글") + "</w:sdtContent></w:sdt>" * 15_000)


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"),
        ("<w:p><w:ins><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:ins></w:p>"),
        ("<w:ins>", "</w:ins>"),
    ],
)
def test_no_nesting_overruns_the_stack(opening: str, closing: str) -> None:
    depth = 245 // opening.count("<")
    body = opening * depth + p("글") + closing * depth
    try:
        found = flow(body)
    except NestedTooDeep:
        return
    assert found.blocks
    assert sys.getrecursionlimit() >= 1000


def test_an_empty_document() -> None:
    with pytest.raises(SourceEmpty):
        read(from_bytes(package(p()), origin="x"))


def test_cut_files_raise_numbered_errors_only() -> None:
    data = package("".join(p(f"단락 {number}") for number in range(40)), styles="", numbering="")
    for cut in range(1, len(data), 97):
        with pytest.raises(YaksokError):
            flow_of(from_bytes(data[:cut], origin="x"))


def test_flipped_bytes_raise_numbered_errors_only() -> None:
    data = package("".join(p(f"단락 {number}") for number in range(40)), styles="", numbering="")
    read_whole = 0
    for at in range(0, len(data), 11):
        flipped = data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]
        try:
            read_whole += len(flow_of(from_bytes(flipped, origin="x")).blocks) == 40
        except YaksokError:
            continue
    assert read_whole


def test_files_of_another_program() -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading("업무 추진계획", level=0)
    document.add_heading("추진 방향", level=1)
    document.add_paragraph("공급망 협력을 확대한다.", style="List Bullet")
    document.add_paragraph("정상회담을 개최한다.", style="List Number")
    document.add_paragraph("장관회의를 개최한다.", style="List Number")
    table = document.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "구분"
    table.cell(0, 2).text = "값"
    for column, text in enumerate("가나다"):
        table.cell(1, column).text = text
    file = io.BytesIO()
    document.save(file)
    found = flow_of(from_bytes(file.getvalue(), origin="x"))
    *paragraphs, last = found.blocks
    assert found.title == "업무 추진계획"
    assert [(block.mark, block.heading, block.text) for block in paragraphs] == [  # type: ignore[union-attr]
        ("", 0, "업무 추진계획"),
        ("", 1, "추진 방향"),
        ("•", 0, "공급망 협력을 확대한다."),
        ("1.", 0, "정상회담을 개최한다."),
        ("2.", 0, "장관회의를 개최한다."),
    ]
    assert [(cell.row, cell.column, cell.column_span) for cell in last.cells] == [  # type: ignore[union-attr]
        (0, 0, 2), (0, 2, 1), (1, 0, 1), (1, 1, 1), (1, 2, 1),
    ]  # fmt: skip


def test_importing_the_package_loads_no_parser(tmp_path: Path) -> None:
    import subprocess

    code = "import sys, yaksok.read.docx; assert 'lxml' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=tmp_path)
