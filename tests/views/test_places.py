"""Where words stand, in words that a reader can follow."""

from __future__ import annotations

import pytest

from yaksok import read_document
from yaksok.interfaces.samples import sample_folder
from yaksok.records.layout import Layout, Place
from yaksok.records.mentions import Span
from yaksok.records.statement import Document
from yaksok.views.places import place_in_words

TEXT = "협력 확대\n공관 두 곳을 새로 연다\n예산\t3억원\n"
FIRST, SECOND, THIRD = (0, 5), (6, 19), (20, 26)


def document(*places: Place) -> Document:
    return Document("", None, None, "other", "ko", TEXT, (), Layout(places) if places else None)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("section0/p11", "paragraph 12"),
        ("section0/p3/table0/r1c2/p0", "paragraph 4, table 1, row 2"),
        ("section0/p3/footnote0/p0", "paragraph 4"),
        ("section0/header0/p0", ""),
    ],
)
def test_paragraphs_and_rows_count_from_one(path: str, words: str) -> None:
    assert place_in_words(document(Place(SECOND, path)), (8, 10)) == words


def test_sections_are_told_where_there_are_several() -> None:
    several = document(Place(FIRST, "section0/p0"), Place(SECOND, "section1/p0"))
    assert place_in_words(several, FIRST) == "section 1, paragraph 1"
    assert place_in_words(several, SECOND) == "section 2, paragraph 1"


def test_a_pdf_has_pages() -> None:
    assert place_in_words(document(Place(THIRD, "page3/table0/r0c0/line0", page=3)), (21, 22)) == "page 3"


def test_a_web_page_has_headings() -> None:
    page = read_document(str(sample_folder() / "2022-policy-agenda.html"))
    for statement in page.statements:
        words = place_in_words(page, statement.span)
        heading = words.removeprefix("under “").removesuffix("”").removesuffix("…")
        assert heading in " › ".join(statement.trail[-2:])
        assert bool(words) == bool(statement.trail)
    assert place_in_words(document(Place(SECOND, "body > p")), SECOND) == ""


@pytest.mark.parametrize(("span", "line"), [(FIRST, 1), ((8, 10), 2), (THIRD, 3)])
def test_a_text_has_lines(span: Span, line: int) -> None:
    assert place_in_words(document(), span) == f"line {line}"


def test_what_no_paragraph_holds_has_no_place() -> None:
    assert place_in_words(document(Place(FIRST, "section0/p0")), THIRD) == ""
