"""Real documents, read in place: against the HWPX of the same document, against second readers, and by hand."""

from __future__ import annotations

import importlib.util
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from yaksok.errors import PasswordNeeded
from yaksok.read.hancom.private_use import shown
from yaksok.read.hwp.doubt import texts_of
from yaksok.read.hwp.reader import flow_of, read
from yaksok.read.hwpx.reader import flow_of as hwpx_flow_of
from yaksok.read.office.flow import Flow, FlowBlock, Paragraph
from yaksok.read.sources import RawSource, from_bytes

SAMPLES = Path(__file__).parents[4] / "shared" / "samples"
pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample documents are not here")

PAIRS = [
    "noori", "outline", "lists", "lists-bullet", "footnote-endnote", "hyperlink", "mixed-lists-with-outline",
    "numbered-list-custom-formats", "numbered-list-restart", "public-safety-rfp-p1",
]  # fmt: skip
READABLE = [
    *PAIRS,
    "2010-01-06",
    "20250130-hongbo",
    "benchmark",
    "digital-government-plan",
    "distribution",
    "field-memo",
    "para-head-num-2",
]
RECALL = 0.995
FILES_PER_SECOND = 15
# The third reader counts outlines on from the wrong paragraph, and shows one bullet for all.
OTHER_MARKS = {"outline", "lists", "mixed-lists-with-outline"}


def raw(name: str) -> RawSource:
    return from_bytes((SAMPLES / name).read_bytes(), origin=name)


def hwp(name: str) -> Flow:
    return flow_of(raw(f"{name}.hwp"))


def paragraphs(blocks: Iterable[FlowBlock]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
            for note in block.notes:
                yield from paragraphs(note.blocks)
        else:
            for cell in block.cells:
                yield from paragraphs(cell.blocks)


def rows(blocks: Iterable[FlowBlock]) -> Iterator[tuple[object, ...]]:
    """Everything that the two formats of one document must have in common."""
    for block in blocks:
        if isinstance(block, Paragraph):
            notes = [(note.offset, note.kind, note.mark) for note in block.notes]
            yield (
                block.path,
                block.kind,
                block.mark,
                block.mark_level if block.mark else 0,
                block.text,
                block.heading,
                block.indent,
                block.new_page,
                block.links,
                notes,
            )
            for note in block.notes:
                yield from rows(note.blocks)
        else:
            yield (
                block.path,
                [
                    (cell.row, cell.column, cell.row_span, cell.column_span, cell.header)
                    for cell in block.cells
                ],
            )
            for cell in block.cells:
                yield from rows(cell.blocks)


def marked(name: str) -> list[str]:
    return [f"{each.mark} {each.text}".strip() for each in paragraphs(hwp(name).blocks) if each.text.strip()]


@pytest.mark.parametrize("name", PAIRS)
def test_a_document_is_the_same_in_both_formats(name: str) -> None:
    first, second = hwp(name), hwpx_flow_of(raw(f"{name}.hwpx"))
    assert list(rows(first.blocks)) == list(rows(second.blocks))
    assert first.title == second.title


@pytest.mark.parametrize("name", READABLE)
def test_nothing_raises_a_doubt(name: str) -> None:
    assert not hwp(name).problems


@pytest.mark.parametrize("name", READABLE)
def test_paths_are_unique_and_always_the_same(name: str) -> None:
    paths = [each.path for each in paragraphs(hwp(name).blocks)]
    assert len(set(paths)) == len(paths)
    assert paths == [each.path for each in paragraphs(hwp(name).blocks)]


def test_a_password_is_asked_for() -> None:
    with pytest.raises(PasswordNeeded):
        flow_of(raw("password-12345.hwp"))


def test_a_distribution_document_is_read_from_its_encrypted_text() -> None:
    text = read(raw("distribution.hwp")).text
    assert "ViewText/Section0 ... N" in text
    assert "상위 버전" not in text
    assert len(text) > 3_000


def test_numbers_that_go_on_and_begin_anew() -> None:
    assert [each.split(" ")[0] for each in marked("para-head-num-2")[1:]] == [
        "가.",
        "나.",
        "가.",
        "다.",
        "1.",
        "2.",
    ]


def test_outline_numbers() -> None:
    marks = [each.split(" ")[0] for each in marked("outline")]
    assert marks[:11] == ["1.", "가.", "1)", "가)", "(1)", "(2)", "나.", "(가)", "(나)", "①", "②"]
    assert marks[-1] == "2."


def test_lists_of_two_sections() -> None:
    marks = [each.mark for each in paragraphs(hwp("lists").blocks)]
    assert marks.count("제1장") == 1
    assert [each.path for each in paragraphs(hwp("lists").blocks) if each.mark == "제4장"] == ["section1/p9"]


def test_notes_in_cells_are_numbered_through() -> None:
    notes = [note.mark for each in paragraphs(hwp("2010-01-06").blocks) for note in each.notes]
    assert notes == [f"{number})" for number in range(1, 31)]


def test_fields_to_fill_in_show_their_words() -> None:
    found = [each.text for each in paragraphs(hwp("field-memo").blocks) if each.kind == "box"]
    assert found == ["목  차", "01  ", "03  목차 입력", "04  목차 입력", "05  목차 입력", "02  "]


def test_heads_and_merged_cells_of_a_plan() -> None:
    table = next(
        block for block in hwp("digital-government-plan").blocks
        if not isinstance(block, Paragraph) and block.path == "section0/p98/table0"
    )  # fmt: skip
    heads = [(cell.row, cell.column, cell.row_span, cell.column_span) for cell in table.cells if cell.header]
    assert heads[0] == (0, 0, 3, 2)
    assert len(heads) == 16


def test_ordinary_files_are_read_in_good_time() -> None:
    documents = [raw(f"{name}.hwp") for name in READABLE]
    start = time.perf_counter()
    for document in documents:
        read(document)
    # A third of the speed that is asked for, so that a busy machine does not fail.
    assert len(documents) / (time.perf_counter() - start) > FILES_PER_SECOND / 3


# Second readers


def letters(texts: Iterable[str]) -> Counter[str]:
    # A soft hyphen is shown as a hyphen; only some readers say so.
    return Counter(
        sign for text in texts for sign in shown(text)[0].replace("\u00ad", "-") if not sign.isspace()
    )


def share(part: Counter[str], whole: Counter[str]) -> float:
    return (part & whole).total() / max(part.total(), 1)


@pytest.mark.skipif(importlib.util.find_spec("hwp2md") is None, reason="the second reader is not installed")
@pytest.mark.parametrize("name", READABLE)
def test_another_reader_finds_the_same_letters(name: str) -> None:
    from hwp2md import blocks as other
    from hwp2md.convert import read_blocks

    def texts() -> Iterator[str]:
        for block in read_blocks(raw(f"{name}.hwp").data):
            if isinstance(block, other.Paragraph):
                yield block.text
            elif isinstance(block, other.Table):
                for row in block.rows:
                    yield from row
            elif isinstance(block, other.Note):
                yield from (each.text for each in block.paragraphs)

    # It leaves headers, marks of lists, numbers of captions and letters in one another out.
    mine = [
        each for each in paragraphs(hwp(name).blocks) if each.kind not in {"header", "footer", "page_number"}
    ]
    theirs = letters(texts())
    assert share(theirs, letters(each.mark + each.text for each in mine)) >= RECALL
    assert share(letters(each.text for each in mine), theirs) >= RECALL


@pytest.mark.skipif(importlib.util.find_spec("unhwp") is None, reason="the second reader is not installed")
# It reads the notice of distribution documents for the document.
@pytest.mark.parametrize("name", [name for name in READABLE if name != "distribution"])
def test_a_third_reader_finds_the_same_letters(name: str) -> None:
    import unhwp

    theirs = letters([unhwp.extract_text(SAMPLES / f"{name}.hwp")])
    # It leaves letters in one another out.
    assert share(letters(each.text for each in paragraphs(hwp(name).blocks)), theirs) >= RECALL
    if name not in OTHER_MARKS:
        assert share(theirs, letters(texts_of(hwp(name).blocks))) >= RECALL
