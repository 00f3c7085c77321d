"""What verifying notices: each kind of damage that a reading could have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from tests.strategies import documents
from tests.support.flows import cell, read_flow, table
from tests.support.reading import read, source

from yaksok.interfaces.documents import ReadDocument
from yaksok.read.office.flow import FlowNote, Paragraph
from yaksok.records.layout import Layout
from yaksok.records.statement import Document, Statement, TableCell
from yaksok.views.verification import Difference, address_differences, differences, fingerprint, quoted

WORDS = "누리부는 페루와 협력을 확대한다."


def reading() -> ReadDocument:
    note = FlowNote(2, "footnote", "1)", (Paragraph("section0/p1/footnote0/p0", "둘 사이의 교역"),))
    return read_flow(
        Paragraph("section0/title", "2025년 누리부 업무계획", heading=1),
        Paragraph("section0/p0", WORDS),
        Paragraph("section0/p1", "교역 사무소를 2개 연다.", notes=(note,)),
        table(cell(0, 0, "구분"), cell(0, 1, "예산"), cell(1, 0, "교류"), cell(1, 1, "3억원")),
    )


def found(read_it: ReadDocument) -> list[Difference]:
    return list(differences(read_it.source, read_it.document))


def first(document: Document) -> Statement:
    """The statement about Peru."""
    return next(each for each in document.statements if each.text == WORDS)


def changed(document: Document, **changes: object) -> Document:
    """The document with another statement about Peru."""
    old = first(document)
    new = replace(old, **changes)  # type: ignore[arg-type]
    return replace(document, statements=tuple(new if each is old else each for each in document.statements))


def test_a_sound_reading_has_no_differences() -> None:
    assert found(reading()) == []


@given(documents())
@settings(max_examples=60, deadline=None)
def test_every_reading_is_sound(text: str) -> None:
    assert list(differences(source(text), read(text))) == []


STATEMENT_DAMAGE: dict[str, tuple[dict[str, object], str]] = {
    "number": ({"n": 70}, "number"),
    "gap": ({"extent": (19, 33)}, "beginning of its extent"),
    "overlap": ({"extent": (0, 33)}, "beginning of its extent"),
    "span outside": ({"span": (0, 60)}, "span"),
    "other words": ({"text": "누리부는 칠레와 협력을 확대한다."}, "text"),
    "half of the words": ({"text": "누리부는 페루와"}, "text"),
    "a cell outside": ({"cells": (TableCell((0, 10_000), 0, 0),)}, "span of a cell"),
}


@pytest.mark.parametrize("name", STATEMENT_DAMAGE)
def test_damage_of_a_statement_is_named(name: str) -> None:
    changes, what = STATEMENT_DAMAGE[name]
    read_it = reading()
    damaged = changed(read_it.document, **changes)
    assert what in [difference.what for difference in differences(read_it.source, damaged)]


def test_damage_of_a_mention_is_named() -> None:
    read_it = reading()
    party = first(read_it.document).parties[0]
    start, end = party.span
    moved = changed(read_it.document, parties=(replace(party, span=(start + 1, end + 1)),))
    outside = changed(read_it.document, parties=(replace(party, span=(45, 47)),))
    assert [each.what for each in differences(read_it.source, moved)] == ["mention"]
    assert [each.what for each in differences(read_it.source, outside)] == ["span of a mention"]


def test_a_character_that_is_lost_or_new_is_noticed() -> None:
    read_it = reading()
    lost = replace(read_it.source, text=read_it.source.text + "가")
    assert [each.what for each in differences(lost, read_it.document)] == ["characters of the text"]
    shorter = replace(read_it.document, statements=read_it.document.statements[:-1])
    assert [each.what for each in differences(read_it.source, shorter)] == ["end of the last extent"]


LAYOUT_DAMAGE: dict[str, tuple[Callable[[Layout], Layout], str]] = {
    "a paragraph outside": (
        lambda layout: replace(
            layout, places=(replace(layout.places[0], span=(0, 10_000)), *layout.places[1:])
        ),
        "span of a paragraph",
    ),
    "paragraphs out of order": (
        lambda layout: replace(layout, places=layout.places[::-1]),
        'beginning of "section0/p1/table0/r1c0/p0"',
    ),
    "an address twice": (
        lambda layout: replace(layout, places=(*layout.places, layout.places[-1])),
        "address",
    ),
    "an anchor outside": (
        lambda layout: replace(layout, notes=(replace(layout.notes[0], anchor=-1),)),
        "span of an anchor of a note",
    ),
    "cells out of order": (
        lambda layout: replace(
            layout, tables=(replace(layout.tables[0], cells=layout.tables[0].cells[::-1]),)
        ),
        'cell behind 1, 1 of "section0/p1/table0"',
    ),
    "a cell outside of its table": (
        lambda layout: replace(
            layout, tables=(replace(layout.tables[0], span=layout.tables[0].cells[0].span),)
        ),
        'span of cell 1, 1 of "section0/p1/table0"',
    ),
}


@pytest.mark.parametrize("name", LAYOUT_DAMAGE)
def test_damage_of_a_layout_is_named(name: str) -> None:
    damage, what = LAYOUT_DAMAGE[name]
    read_it = reading()
    assert read_it.document.layout is not None
    damaged = replace(read_it.document, layout=damage(read_it.document.layout))
    assert what in [difference.what for difference in differences(read_it.source, damaged)]


def test_a_fingerprint_tells_readings_apart() -> None:
    read_it, again = reading(), reading()
    other = changed(read_it.document, act="none")
    assert fingerprint(read_it.source, read_it.document) == fingerprint(again.source, again.document)
    assert fingerprint(read_it.source, read_it.document) != fingerprint(read_it.source, other)


# -- addresses --------------------------------------------------------------------------------


def located() -> dict[str, str]:
    read_it = reading()
    assert read_it.source.layout is not None
    return {place.path: read_it.source.text[slice(*place.span)] for place in read_it.source.layout.places}


def test_a_file_that_has_the_same_characters_has_no_differences() -> None:
    shown = {path: f" {text}\u200b\n" for path, text in located().items()} | {"section0/p9": " "}
    assert list(address_differences(reading().source, shown.items())) == []


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (
            {"section0/p0": "누리부는 칠레와 협력을 확대한다."},
            f'paragraph "section0/p0": expected "누리부는 칠레와 협력을 확대한다." as in the file, found "{WORDS}"',
        ),
        (
            {"section0/p7": "더 있다."},
            'paragraph "section0/p7": expected "더 있다." as in the file, found ""',
        ),
    ],
)
def test_other_characters_at_an_address_are_named(change: dict[str, str], line: str) -> None:
    found_lines = [
        each.line() for each in address_differences(reading().source, (located() | change).items())
    ]
    assert found_lines == [line]


def test_a_paragraph_that_the_file_does_not_have_is_named() -> None:
    without = {path: text for path, text in located().items() if path != "section0/p0"}
    assert [each.line() for each in address_differences(reading().source, without.items())] == [
        'paragraph "section0/p0": expected nothing, as in the file, found "누리부는 페루와 협력을 확대한다."'
    ]


def test_quotes_are_short_and_on_one_line() -> None:
    assert quoted("가\n나") == '"가\\n나"'
    assert len(quoted("가" * 500)) == 82
    assert Difference(3, "text", "a", "b").line() == "statement 3, text: expected a, found b"
