"""What the writers write is sound: other programs open it and find the same words."""

from __future__ import annotations

import io
import zipfile
from itertools import chain
from typing import Any

import olefile
import pytest
from tests.support.office.compound import compound
from tests.support.office.description import Description, Table, paragraph, paragraphs
from tests.support.office.docx_writer import write_docx
from tests.support.office.hwp_distribution import PLACEHOLDER, write_distribution_hwp
from tests.support.office.hwp_writer import write_hwp
from tests.support.office.hwpx_writer import write_hwpx
from tests.support.office.samples import SAMPLES, described
from tests.support.office.text_writer import write_text
from tests.support.office.twins import WRITERS
from tests.twins.cases import CASES, TABLES

EVERYTHING = {**CASES, "sample": described(next(iter(SAMPLES)))}
KINDS = [kind for kind in WRITERS if kind != "pdf"]


def _words(description: Description) -> list[str]:
    """What every reader must find: the strings of all paragraphs, and the captions."""
    pieces = chain.from_iterable(each.pieces for each in paragraphs(description.blocks))
    captions = [block.caption for block in description.blocks if isinstance(block, Table)]
    return [piece.strip() for piece in pieces if isinstance(piece, str) and piece.strip()] + captions


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_the_same_whenever_it_is_written(kind: str) -> None:
    for description in EVERYTHING.values():
        assert WRITERS[kind](description) == WRITERS[kind](description)


@pytest.mark.parametrize("name", EVERYTHING)
def test_python_docx_finds_the_words(name: str) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document(io.BytesIO(write_docx(EVERYTHING[name])))
    body = "".join(document.element.body.itertext())
    notes = "".join(
        part.blob.decode() for part in document.part.package.parts if "notes" in str(part.partname)
    )
    for words in _words(EVERYTHING[name]):
        assert all(line in body or line in notes for line in words.split("\n"))


@pytest.mark.parametrize("name", EVERYTHING)
@pytest.mark.parametrize("write", [write_hwpx, write_hwp, write_distribution_hwp])
def test_another_reader_finds_the_words(name: str, write: Any) -> None:
    hwp2md = pytest.importorskip("hwp2md")
    found = hwp2md.convert_bytes(write(EVERYTHING[name])).markdown
    squashed = "".join(found.replace("\\", "").split())
    for words in _words(EVERYTHING[name]):
        assert "".join(words.split()) in squashed


def test_hwpx_begins_with_its_media_type_stored() -> None:
    with zipfile.ZipFile(io.BytesIO(write_hwpx(TABLES))) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read("mimetype") == b"application/hwp+zip"


@pytest.mark.parametrize("compressed", [True, False])
def test_hwp_is_a_sound_compound_file(compressed: bool) -> None:  # noqa: FBT001 - a parameter of the test
    data = write_hwp(TABLES, compressed=compressed)
    with olefile.OleFileIO(io.BytesIO(data), raise_defects=olefile.DEFECT_POTENTIAL) as opened:
        assert opened.openstream("FileHeader").read()[:17] == b"HWP Document File"
        assert opened.openstream("PrvText").read().decode("utf-16-le").startswith(TABLES.title)


def test_streams_of_every_size_come_back() -> None:
    sizes = [0, 1, 63, 64, 65, 4095, 4096, 4097, 200_000]
    streams = {
        f"Folder{size % 2}/Stream{size}": bytes(range(256)) * (size // 256) + b"x" * (size % 256)
        for size in sizes
    }
    opened = olefile.OleFileIO(io.BytesIO(compound(streams)), raise_defects=olefile.DEFECT_POTENTIAL)
    assert {"/".join(path): opened.openstream(path).read() for path in opened.listdir()} == streams
    opened.close()


def test_the_body_of_a_distribution_file_only_says_that_it_cannot_be_read() -> None:
    secret = "배포하려고 잠근 문장이다."
    data = write_distribution_hwp(Description((paragraph(secret),)))
    with olefile.OleFileIO(io.BytesIO(data)) as opened:
        assert opened.openstream("FileHeader").read()[36] == 0x5
        assert opened.exists("ViewText/Section0")
        assert opened.openstream("PrvText").read().decode("utf-16-le").startswith(PLACEHOLDER)
    assert secret.encode("utf-16-le") not in data


def test_text_types_what_other_formats_set() -> None:
    text = write_text(CASES["lists"])
    assert "Ⅰ. 추진 방향\n" in text
    assert "\n나. 모자보건\n" in text
    assert "\n  ① 장비를 나누어" in text
    assert "〈 과제별 추진 일정 〉\n과제\t추진 일정\n상반기\t하반기\n" in write_text(TABLES)
