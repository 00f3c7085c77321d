"""Parts of stored documents: each holds what the whole has there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection
from tests.support.linked import add_files, link

from yaksok.ledger.location import location_of
from yaksok.ledger.opening import open_for_reading
from yaksok.ledger.reader import stored_document
from yaksok.records.source import SourceText
from yaksok.views import document_parts
from yaksok.views.document_page import document_page
from yaksok.views.document_parts import load_part, skeleton
from yaksok.views.editions import Edition, editions, find_edition
from yaksok.views.original_page import has_pages, original_part, printed_page
from yaksok.views.reading_page import Marked, StatementBlock, Stretch, TableBlock, reading_page

FORMATS = Path(__file__).resolve().parents[2] / "examples" / "formats"
FILES = [
    FORMATS / "pdf" / "2025-self-evaluation.pdf",
    FORMATS / "hwpx" / "2019-self-evaluation.hwpx",
    FORMATS / "docx" / "2024-10-asean-joint-statement.docx",
    FORMATS / "hwp" / "2023-self-evaluation.hwp",
]
STEMS = [path.stem for path in FILES]


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    place = location_of(tmp_path_factory.mktemp("parts") / "yaksok.db")
    add_files(place, FILES)
    link(place)
    with open_for_reading(place).connect() as opened:
        yield opened


@pytest.fixture
def short_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, number in (("PART", 7), ("_WHOLE", 10), ("_LAST", 9)):
        monkeypatch.setattr(document_parts, name, number)


def edition(connection: Connection, stem: str) -> Edition:
    found = find_edition(connection, stem)
    assert found is not None
    return found


def stretches(blocks: object) -> Iterator[Stretch]:
    for block in blocks if isinstance(blocks, tuple) else ():
        if isinstance(block, StatementBlock):
            yield block.stretch
        elif isinstance(block, TableBlock):
            yield from _in_table(block)


def _in_table(table: TableBlock) -> Iterator[Stretch]:
    for row in table.rows:
        for spot in row:
            for entry in spot.content if spot else ():
                yield from _in_table(entry) if isinstance(entry, TableBlock) else entry


def shown(stretch: Stretch) -> tuple[object, ...]:
    runs = [
        (run.kind, run.text)
        for one in stretch.runs
        for run in (one.runs if isinstance(one, Marked) else (one,))
    ]
    told = [fact for one in stretch.runs if isinstance(one, Marked) for fact in one.told]
    kept = [run for run in runs if run[0] not in {"note", "remark"}]
    return stretch.n, stretch.role, stretch.act, stretch.mark, kept, told


@pytest.mark.parametrize("stem", STEMS)
@pytest.mark.usefixtures("short_parts")
def test_the_parts_together_are_the_whole(connection: Connection, stem: str) -> None:
    one = edition(connection, stem)
    whole = skeleton(connection, one.key)
    assert [n for part in whole.parts for n in part] == list(range(1, len(whole.nodes) + 1))
    assert len(whole.parts) > 2
    stored = stored_document(connection, one.key, with_layout=True).document
    source = SourceText(stored.text, one.media_type, one.source, None, one.address)
    everything = reading_page(source, stored)
    pieces = [
        reading_page(*load_part(connection, one, whole, part), ranks=whole.ranks) for part in whole.parts
    ]
    wanted = [shown(each) for each in stretches(everything.blocks)]
    assert [shown(each) for piece in pieces for each in stretches(piece.blocks)] == wanted
    notes = [[shown(each) for line in note.lines for each in line] for note in everything.notes]
    assert [
        [shown(each) for line in note.lines for each in line] for piece in pieces for note in piece.notes
    ] == notes


@pytest.mark.parametrize("stem", STEMS)
@pytest.mark.usefixtures("short_parts")
def test_the_page_of_a_statement_holds_it(connection: Connection, stem: str) -> None:
    one = edition(connection, stem)
    whole = skeleton(connection, one.key)
    for n in (1, 8, len(whole.nodes)):
        page = document_page(connection, one, whole, at=n)
        assert n in page.parts[page.part]
        assert sum(count.number for count in page.acts) <= page.statements
        assert {heading.n for heading in page.headings if heading.here} <= set(page.parts[page.part])
    assert document_page(connection, one, whole, part=10**6).part == len(whole.parts) - 1


@pytest.mark.parametrize("stem", STEMS[1:])
@pytest.mark.usefixtures("short_parts")
def test_paragraphs_and_statements_stand_in_rows(connection: Connection, stem: str) -> None:
    one = edition(connection, stem)
    whole = skeleton(connection, one.key)
    assert not has_pages(one)
    found = [original_part(connection, one, whole, at=1, part=part) for part in range(len(whole.parts))]
    numbers = [each.n for part in found for row in part.rows for each in row.statements]
    assert numbers == list(range(1, len(whole.nodes) + 1))
    paths = [place.path for part in found for row in part.rows for place in row.places]
    assert len(paths) == len(set(paths))
    assert len(paths) >= len(numbers) // 2


def test_statements_have_boxes_on_the_page_where_they_are_printed(connection: Connection) -> None:
    one = edition(connection, STEMS[0])
    whole = skeleton(connection, one.key)
    assert has_pages(one)
    pages = [printed_page(connection, one, whole, page=page, at=1) for page in (1, 2)]
    assert {each.n for page in pages for each in page.statements} == set(range(1, len(whole.nodes) + 1))
    assert all(each.boxes for page in pages for each in page.statements)
    last = pages[1].statements[-1].n
    assert printed_page(connection, one, whole, page=None, at=last).page == 2
    assert printed_page(connection, one, whole, page=99, at=1).statements == ()


def test_editions_are_found_by_stem_and_by_version(connection: Connection) -> None:
    one = edition(connection, STEMS[0])
    assert find_edition(connection, one.version) == one
    assert find_edition(connection, STEMS[0], one.version) == one
    assert editions(connection, one.document) == [one]
    assert find_edition(connection, STEMS[0], "0" * 32) is None
    assert find_edition(connection, STEMS[0], "x") is None
    assert find_edition(connection, "a\0b") is None
    assert find_edition(connection, "\ud800") is None
