"""Real files, against their twins and against what the eye sees on their pages."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from tests.read.pdf.printing import cells, paragraphs

from yaksok.read import choose_reader
from yaksok.read.office.flow import Flow, FlowTable
from yaksok.read.pdf.reader import flow_of
from yaksok.read.sources import open_source

SAMPLES = Path(__file__).parents[4] / "shared" / "samples"
_WORD = re.compile(r"\w+")


def sample(name: str) -> Flow:
    return flow_of(open_source(str(SAMPLES / name)))


def words(path: Path) -> Counter[str]:
    raw = open_source(str(path))
    return Counter(_WORD.findall(choose_reader(raw).read(raw).text))


@pytest.mark.parametrize(
    ("name", "twin"),
    [
        ("public-safety-rfp-p1.pdf", "public-safety-rfp-p1.hwpx"),
        ("benchmark.pdf", "benchmark.hwp"),
        ("distribution.pdf", "distribution.hwp"),
    ],
)
def test_words_are_those_of_the_twin(name: str, twin: str) -> None:
    if not (SAMPLES / name).exists():
        pytest.skip("the samples are not here")
    read, wanted = words(SAMPLES / name), words(SAMPLES / twin)
    shared = sum((read & wanted).values())
    assert 2 * shared / (sum(read.values()) + sum(wanted.values())) >= 0.93


@pytest.mark.skipif(not (SAMPLES / "distribution.pdf").exists(), reason="the samples are not here")
def test_furniture_tables_and_paragraphs_of_a_real_document() -> None:
    flow = sample("distribution.pdf")
    kinds = Counter(line.kind for line in paragraphs(flow.blocks))
    assert (kinds["header"], kinds["page_number"]) == (9, 9)
    tables = [block for block in flow.blocks if isinstance(block, FlowTable)]
    assert [len(table.cells) for table in tables] == [12, 9, 9, 3, 9]
    assert cells(tables[0])[1, 1] == "ViewText/Section"
    page = [line for line in paragraphs(flow.blocks) if line.page == 4 and line.kind == "body"]
    # Five paragraphs below the heading, set off by a little white or by size; blanks at line ends where words end.
    assert sum(1 for line in page if line.gap) == 5
    assert {line.text[-1:] == " " for line in page[1:7]} == {True, False}


@pytest.mark.skipif(not (SAMPLES / "benchmark.pdf").exists(), reason="the samples are not here")
def test_merged_cells_within_dotted_frames() -> None:
    flow = sample("benchmark.pdf")
    tables = {block.path: block for block in flow.blocks if isinstance(block, FlowTable)}
    spans = {
        (cell.row, cell.column): (cell.row_span, cell.column_span) for cell in tables["page3/table0"].cells
    }
    assert spans[1, 1] == (1, 4)
    assert spans[6, 0] == (2, 1)
    assert [line.kind for line in paragraphs(flow.blocks)].count("page_number") == 8
