"""Blocks of a reading: everything once, every mention marked where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given, settings
from tests.strategies import documents
from tests.support.flows import cell, read_flow, table
from tests.support.reading import read, source

from yaksok.read.office.flow import FlowLink, FlowNote, Paragraph
from yaksok.records.mentions import NameMention, PartyMention
from yaksok.records.statement import Document
from yaksok.views.reading_page import (
    Marked,
    PageBlock,
    ReadingPage,
    Run,
    StatementBlock,
    Stretch,
    TableBlock,
    mentions_of,
    reading_page,
)

PLAN = """# 2025년 시험부 업무계획

2025. 2. 시험부

1. 해양 협력
 □ '25.12월까지 칠레와 「해양안전협정」 체결 추진
  ㅇ 갯벌 연구소 3개소를 짓는 데 250억원을 지원할 계획
"""


def page_of(text: str) -> ReadingPage:
    return reading_page(source(text), read(text))


def stretches(page: ReadingPage) -> Iterator[Stretch]:
    for block in page.blocks:
        if isinstance(block, StatementBlock):
            yield block.stretch
        elif isinstance(block, TableBlock):
            yield from in_table(block)
    for note in page.notes:
        for line in note.lines:
            yield from line


def in_table(block: TableBlock) -> Iterator[Stretch]:
    for row in block.rows:
        for spot in row:
            for entry in spot.content if spot else ():
                if isinstance(entry, TableBlock):
                    yield from in_table(entry)
                else:
                    yield from entry


def words(stretch: Stretch) -> str:
    return "".join(
        "".join(run.text for run in (one.runs if isinstance(one, Marked) else (one,)) if run.kind == "words")
        for one in stretch.runs
    )


def marked(page: ReadingPage) -> list[Marked]:
    return [one for each in stretches(page) for one in each.runs if isinstance(one, Marked)]


def test_mentions_are_marked_with_their_words() -> None:
    found = {"".join(run.text for run in one.runs): one for one in marked(page_of(PLAN))}
    assert found["칠레"].told[0].value == "CHL"
    assert found["3개소"].told[0].number == 3
    assert "해양안전협정" in found
    assert [one.number for one in found.values()] == sorted(one.number for one in found.values())


def test_mentions_that_overlap_are_marked_as_one() -> None:
    document = read("# 2025년 계획\n\n □ 칠레 해양회의 개최 추진\n")
    at = document.text.index("칠레")
    name = NameMention("칠레 해양회의", (at, at + 7), "event")
    party = PartyMention("칠레", (at, at + 2), "CHL")
    statement = replace(document.statements[-1], names=(name,), parties=(party,), quantities=(), times=())
    changed = replace(document, statements=(*document.statements[:-1], statement))
    both = marked(reading_page(source(document.text), changed))[-1]
    assert [each.kind for each in both.told] == ["name", "party"]
    assert "".join(run.text for run in both.runs) == "칠레 해양회의"


@settings(max_examples=40)
@given(documents())
def test_every_statement_begins_once_and_every_mention_is_told(text: str) -> None:
    document = read(text)
    page = reading_page(source(text), document)
    begun = Counter(one.n for one in stretches(page) if one.first)
    assert begun == Counter(statement.n for statement in document.statements)
    assert Counter("".join("".join(map(words, stretches(page))).split())) == ink(document)
    told = Counter(each.kind for one in marked(page) for each in one.told)
    assert told.total() >= sum(len(mentions_of(one)) > 0 for one in document.statements if one.role != "meta")


def ink(document: Document) -> Counter[str]:
    return Counter("".join("".join(one.text for one in document.statements).split()))


def test_notes_tables_and_links_have_their_place() -> None:
    done = read_flow(
        Paragraph("section0/p0", "협력 계획을 추진", notes=()),
        table(cell(0, 0, "지표"), cell(0, 1, "목표"), cell(1, 0, "지원"), cell(1, 1, "3억불")),
    )
    page = reading_page(done.source, done.document)
    assert [block.kind for block in page.blocks] == ["statement", "table"]
    grid = page.blocks[1]
    assert isinstance(grid, TableBlock)
    cells = [[spot for spot in row if spot] for row in grid.rows]
    assert [[len(spot.content) for spot in row] for row in cells] == [[1, 1], [1, 1]]
    assert list(map(words, in_table(grid))) == ["지표", "목표", "지원", "3억불"]


def test_links_of_a_file_are_told_and_lead_nowhere() -> None:
    note = FlowNote(2, "footnote", "1)", (Paragraph("section0/p0/footnote0/p0", "협력은 교역을 말한다."),))
    done = read_flow(
        Paragraph(
            "section0/p0", "협력 누리집을 여는 계획", notes=(note,), links=(FlowLink(3, 6, "javascript:x()"),)
        )
    )
    page = reading_page(done.source, done.document)
    found = marked(page)
    assert [(one.told[0].kind, one.told[0].value) for one in found] == [("link", "javascript:x()")]
    runs = [run for each in stretches(page) for run in each.runs if isinstance(run, Run)]
    assert [run.text for run in runs if run.kind == "note"] == ["1)"]
    assert [note.mark for note in page.notes] == ["1)"]


def test_signs_that_hide_others_are_shown_as_unfit() -> None:
    done = read_flow(Paragraph("section0/p0", "협력 계획", mark="가\u202e"))
    assert all("\u202e" not in one.mark for one in stretches(reading_page(done.source, done.document)))


def test_pages_are_marked() -> None:
    text = "# 계획\n\n □ 하나를 추진\n □ 둘을 추진\n"
    page = reading_page(source(text, page_breaks=(text.index(" □ 둘"),)), read(text))
    assert [block.page for block in page.blocks if isinstance(block, PageBlock)] == [2]
