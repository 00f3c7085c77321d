"""Known formats by their first bytes, whatever the file is called."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from yaksok.errors import FormatNotReadableYet, FormatNotSupported, NotText, YaksokError
from yaksok.read.bids import Sample, choose_reader, readers
from yaksok.read.detect import detect
from yaksok.read.sources import from_bytes


def packed(*names: str, mimetype: str | None = None) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


def compound(*names: str) -> bytes:
    entries = b"".join((name + "\0").encode("utf-16-le").ljust(128, b"\0") for name in names)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + entries


OFFICE = [
    (b"%PDF-1.7\n", "application/pdf"),
    (packed("Contents/content.hpf", mimetype="application/hwp+zip"), "application/hwp+zip"),
    (packed("Contents/content.hpf"), "application/hwp+zip"),
    (packed("word/document.xml"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (compound("Root Entry", "FileHeader"), "application/x-hwp"),
    (compound("Root Entry", "WordDocument"), "application/x-ole-storage"),
    (b"{\\rtf1\\ansi", "application/rtf"),
]
OTHER = [
    (packed("a.txt"), "application/zip"),
    (b"PK\x03\x04 cut off", "application/zip"),
    (b"\x89PNG\r\n\x1a\n\x00\x00", "image/png"),
    (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image/jpeg"),
    (b"\x7fELF\x02\x01", "application/x-executable"),
    (b"\x00\x00\x00\x18ftypmp42", "video/mp4"),
]


@pytest.mark.parametrize(("data", "media_type"), OFFICE + OTHER)
def test_signatures(data: bytes, media_type: str) -> None:
    kind = detect(data)
    assert kind is not None
    assert kind.media_type == media_type


@pytest.mark.parametrize(
    "text", ["PDF 파일 안내", "□ 협력", "MZ 세대와의 소통", "PK 지역", "<질문> 답", "GIF"]
)
def test_text_carries_no_signature(text: str) -> None:
    assert detect(text.encode()) is None


def refusal(data: bytes) -> type[YaksokError]:
    with pytest.raises(YaksokError) as caught:
        choose_reader(from_bytes(data, origin="mislabelled.txt"))
    return caught.type


@pytest.mark.parametrize(("data", "media_type"), OFFICE)
def test_an_office_document_is_named_with_its_next_step(data: bytes, media_type: str) -> None:
    sample = Sample(from_bytes(data, origin="mislabelled.txt"), detect(data))
    if any(reader.bid(sample) > 0 for reader in readers()):
        pytest.skip("there is a reader for it")
    assert refusal(data) is FormatNotReadableYet, media_type


def test_a_cut_off_document_is_known_by_its_first_parts() -> None:
    data = packed("[Content_Types].xml", "word/document.xml", "word/styles.xml")
    kind = detect(data[: data.index(b"PK\x01\x02") + 10])
    assert kind is not None
    assert kind.name == "DOCX"


def test_a_name_inside_another_part_proves_nothing() -> None:
    kind = detect(packed("word/document.xml.txt", "notes/word/document.xml"))
    assert kind is not None
    assert kind.name == "ZIP"


def test_an_archive_of_very_many_parts_costs_nothing() -> None:
    data = packed(*(f"{number}" for number in range(20_000)))
    start = time.perf_counter()
    kind = detect(data * 8)
    assert kind is not None
    assert kind.name == "ZIP"
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize(("data", "media_type"), OTHER)
def test_other_files_are_refused(data: bytes, media_type: str) -> None:
    assert refusal(data) in {FormatNotSupported, NotText}, media_type


def test_the_readers_found_by_themselves() -> None:
    assert {"html", "plain"} <= {reader.name for reader in readers()}


@pytest.mark.parametrize(
    ("text", "reader"),
    [
        ("2025년 주요업무 추진계획\n□ 협력", "plain"),
        ("# 제목\n\n본문 <br> 둘째 줄", "plain"),
        ("<질문> 언제 합니까?\n<답변> 내년에 합니다.", "plain"),
        ("< 표 제목 >\n구분 내용", "plain"),
        ("<!DOCTYPE html><html><body><p>글</p></body></html>", "html"),
        ("\n <html lang=ko><body>글", "html"),
        ("<div><p>글</p></div>", "html"),
        ("<?xml version='1.0'?><html xmlns='x'><body>글</body></html>", "html"),
        ("<div 는 꺾쇠로 시작하는 글이다", "plain"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
def test_pages_and_text_are_told_apart_by_content(text: str, reader: str, encoding: str) -> None:
    assert choose_reader(from_bytes(text.encode(encoding), origin="x.bin")).name == reader
