"""Tables and lines that only an attack would write: the time grows with their size, not its square."""

from __future__ import annotations

import time

import pytest
from tests.read.hwpx.building import cell, flow, head, p, paragraphs_of, table

from yaksok.errors import NestedTooDeep

MANY = 20_000
CHANGE = '<hp:insertBegin Id="1"/>글<hp:insertEnd Id="1"/>'
OPEN = '<hp:deleteBegin Id="1"/>글'
FIELD = '<hp:ctrl><hp:fieldBegin id="1" type="HYPERLINK" name="a:b"/></hp:ctrl>'


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param(table(cell(0, 0, p("칸")) * MANY), id="one address for all cells"),
        pytest.param(f"<hp:t>{CHANGE * MANY}</hp:t>", id="changes in one line"),
        pytest.param(f"<hp:t>{OPEN * MANY}</hp:t>", id="changes without end"),
        pytest.param((FIELD + "<hp:t>글</hp:t>") * MANY, id="links without end"),
        pytest.param("<hp:t>글</hp:t>" * MANY, id="pieces"),
    ],
)
def test_many(inside: str) -> None:
    begin = time.perf_counter()
    found = flow(p(inside))
    assert time.perf_counter() - begin < 8
    paths = [each.path for each in paragraphs_of(found.blocks)]
    assert len(set(paths)) == len(paths)


def test_a_numbering_of_hostile_values() -> None:
    heads = "".join(
        f'<hh:paraHead level="{n}" start="2147483647">{"^n" * 9999}</hh:paraHead>' for n in range(1, 11)
    )
    header = head(
        f'<hh:numberings><hh:numbering id="1">{heads}</hh:numbering></hh:numberings>',
        formats='<hh:paraPr id="1"><hh:heading type="NUMBER" idRef="1" level="999999999"/></hh:paraPr>',
    )
    found = paragraphs_of(flow(*[p("글", form="1")] * 2000, header=header).blocks)
    assert all(len(each.mark) <= 80 for each in found)


def test_tables_within_tables_beyond_all_measure() -> None:
    inside = p("속")
    for _ in range(60):
        inside = p(table(cell(0, 0, inside)))
    with pytest.raises(NestedTooDeep):
        flow(inside)


def test_tables_within_tables_as_deep_as_the_parser_goes() -> None:
    inside = p("속")
    for _ in range(35):
        inside = p(table(cell(0, 0, inside)))
    assert paragraphs_of(flow(inside).blocks)[-1].text == "속"
