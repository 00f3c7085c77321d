"""Definitions of header.xml."""

from __future__ import annotations

import pytest
from tests.read.hwpx.building import flow, head, p, paragraphs_of

from yaksok.read.hwpx.formats import Change, Formats, formats_of
from yaksok.read.office.parts import parse_xml

MARGIN = '<hh:margin><hc:intent value="{0}"/><hc:left value="{1}"/></hh:margin>'


def defined(header: str) -> Formats:
    return formats_of(parse_xml(header.encode(), path="made.hwpx", format_name="HWPX", part="header"))


def switch(new: str, old: str) -> str:
    return f"<hp:switch><hp:case>{new}</hp:case><hp:default>{old}</hp:default></hp:switch>"


@pytest.mark.parametrize(
    ("inside", "height", "columns"),
    [
        pytest.param(MARGIN.format(0, 2000), 1000, 2, id="old units are halves"),
        pytest.param(
            switch(MARGIN.format(0, 1000), MARGIN.format(0, 2000)), 1000, 2, id="new units are whole"
        ),
        pytest.param(MARGIN.format(0, 4000), 2000, 2, id="larger letters"),
        pytest.param(MARGIN.format(-2600, 2000), 1000, 2, id="hanging: the lines behind are set in"),
        pytest.param(MARGIN.format(2000, 2000), 1000, 4, id="first line and margin"),
        pytest.param(MARGIN.format("x", "99999999999999"), 1000, 0, id="no numbers"),
        pytest.param(MARGIN.format(0, 2147483647), 1000, 200, id="never beyond a page"),
        pytest.param(MARGIN.format(0, 2000), 0, 2, id="letters without size"),
        pytest.param("", 1000, 0, id="none"),
    ],
)
def test_indents(inside: str, height: int, columns: int) -> None:
    header = head(
        formats=f'<hh:paraPr id="3">{inside}</hh:paraPr>', letters=f'<hh:charPr id="5" height="{height}"/>'
    )
    (paragraph,) = paragraphs_of(flow(p("글", form="3", letters="5"), header=header).blocks)
    assert paragraph.indent == columns


def test_heads_of_deep_levels_stand_in_a_switch() -> None:
    inside = switch(
        '<hh:heading type="OUTLINE" idRef="0" level="8"/>', '<hh:heading type="NONE" idRef="0" level="0"/>'
    )
    form = defined(head(formats=f'<hh:paraPr id="1">{inside}</hh:paraPr>')).paragraph("1")
    assert (form.head, form.level) == ("OUTLINE", 8)


def test_lists() -> None:
    formats = defined(
        head(
            '<hh:numberings><hh:numbering id="4" start="0">'
            '<hh:paraHead level="1" start="3" numFormat="HANGUL_SYLLABLE">^1.</hh:paraHead>'
            '<hh:paraHead level="11">^11</hh:paraHead></hh:numbering></hh:numberings>'
            '<hh:bullets><hh:bullet id="2" char="-" checkedChar="+"/></hh:bullets>'
        )
    )
    (numbering,) = formats.numberings
    assert (numbering.id, numbering.start, len(numbering.levels)) == (4, 0, 10)
    assert (numbering.levels[0].template, numbering.levels[0].number_format, numbering.levels[0].start) == (
        "^1.",
        "HANGUL_SYLLABLE",
        3,
    )
    assert [(each.id, each.glyph, each.checked_glyph) for each in formats.bullets] == [(2, "-", "+")]


@pytest.mark.parametrize(
    ("author_id", "reference", "name"),
    [("0", "1", "김담당"), ("1", "1", "김담당"), ("1", "2", ""), ("0", "x", "")],
)
def test_authors_of_changes(author_id: str, reference: str, name: str) -> None:
    formats = defined(
        head(
            changes=f'<hh:trackChanges><hh:trackChange type="Insert" date="2024-01-02" authorID="{reference}" id="7"/>'
            f'</hh:trackChanges><hh:trackChangeAuthors><hh:trackChangeAuthor name="김담당" id="{author_id}"/>'
            "</hh:trackChangeAuthors>"
        )
    )
    assert formats.changes == {"7": Change(name, "2024-01-02")}


def test_definitions_straight_below_the_head() -> None:
    formats = defined(head().replace("<hh:refList>", "").replace("</hh:refList>", ""))
    assert formats.paragraph("0").head == "NONE"
