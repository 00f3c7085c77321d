"""Paragraphs, notes, headers, tables and boxes in reading order, with their addresses."""

from __future__ import annotations

import pytest
from tests.read.hwpx.building import (
    NAMESPACES,
    cell,
    flow,
    head,
    p,
    paragraphs_of,
    raw,
    section,
    sub,
    table,
)

from yaksok.errors import SourceEmpty
from yaksok.read.hwpx.reader import flow_of, read
from yaksok.read.office.flow import FlowTable, Paragraph


def outline(*paragraphs: str, header: str | None = None) -> list[tuple[str, str, str]]:
    return [
        (each.path, each.kind, each.text) for each in paragraphs_of(flow(*paragraphs, header=header).blocks)
    ]


def test_empty_paragraphs_count() -> None:
    assert outline(p("하나"), p(), p("둘")) == [
        ("section0/p0", "body", "하나"),
        ("section0/p1", "body", ""),
        ("section0/p2", "body", "둘"),
    ]


def test_a_table_follows_its_paragraph_with_addresses_and_spans() -> None:
    inside = table(cell(0, 0, p("갑"), spans=(2, 1)) + cell(0, 1, p("을")), cell(1, 1, p("병"), p("정")))
    blocks = flow(p("앞", inside, "뒤"), p("끝")).blocks
    assert [each.path for each in blocks] == ["section0/p0", "section0/p0/table0", "section0/p1"]
    assert isinstance(blocks[0], Paragraph)
    assert blocks[0].text == "앞뒤"
    assert isinstance(blocks[1], FlowTable)
    assert [(each.row, each.column, each.row_span, each.column_span) for each in blocks[1].cells] == [
        (0, 0, 2, 1),
        (0, 1, 1, 1),
        (1, 1, 1, 1),
    ]
    assert [each.path for each in paragraphs_of((blocks[1],))] == [
        "section0/p0/table0/r0c0/p0",
        "section0/p0/table0/r0c1/p0",
        "section0/p0/table0/r1c1/p0",
        "section0/p0/table0/r1c1/p1",
    ]


def test_nested_tables_and_two_tables_in_one_paragraph() -> None:
    nested = table(cell(0, 0, p("안쪽", table(cell(0, 0, p("더 안쪽"))))))
    assert outline(p(nested, table(cell(0, 0, p("둘째"))))) == [
        ("section0/p0", "body", ""),
        ("section0/p0/table0/r0c0/p0", "body", "안쪽"),
        ("section0/p0/table0/r0c0/p0/table0/r0c0/p0", "body", "더 안쪽"),
        ("section0/p0/table1/r0c0/p0", "body", "둘째"),
    ]


def test_head_cells() -> None:
    (_, made) = flow(
        p(table(cell(0, 0, p("구분"), more='header="1"') + cell(0, 1, p("내용"), more='header="0"')))
    ).blocks
    assert isinstance(made, FlowTable)
    assert [each.header for each in made.cells] == [True, False]


def test_cells_without_or_with_the_same_address_are_told_apart() -> None:
    bare = f"<hp:tc>{sub(p('무'))}</hp:tc>"
    rows = (bare + bare, cell(0, 0, p("겹")) + cell(-3, -1, p("음수")) + cell(7, 1, p("멀리"), spans=(0, -2)))
    (_, made) = flow(p(table(*rows))).blocks
    assert isinstance(made, FlowTable)
    assert [(each.row, each.column) for each in made.cells] == [(0, 0), (0, 1), (0, 2), (0, 3), (7, 1)]
    assert [(each.row_span, each.column_span) for each in made.cells] == [(1, 1)] * 5
    paths = [each.path for each in paragraphs_of((made,))]
    assert len(set(paths)) == 5


@pytest.mark.parametrize(
    ("side", "order"),
    [
        ("TOP", ["표 1. 추이", "값"]),
        ("LEFT", ["표 1. 추이", "값"]),
        ("BOTTOM", ["값", "표 1. 추이"]),
        ("RIGHT", ["값", "표 1. 추이"]),
    ],
)
def test_captions_stand_where_they_are_shown(side: str, order: list[str]) -> None:
    caption = f'<hp:caption side="{side}">{sub(p("표 1. 추이"))}</hp:caption>'
    found = outline(p(table(cell(0, 0, p("값")), caption=caption)))[1:]
    assert [text for _, _, text in found] == order
    assert ("section0/p0/table0/caption/p0", "caption", "표 1. 추이") in found


def test_boxes_pictures_and_groups() -> None:
    box = f"<hp:rect><hp:shapeComment>사각형입니다.</hp:shapeComment><hp:drawText>{sub(p('상자'), p('둘째 줄'))}</hp:drawText></hp:rect>"
    picture = f'<hp:pic><hp:shapeComment>그림입니다.</hp:shapeComment><hp:caption side="BOTTOM">{sub(p("사진 1"))}</hp:caption></hp:pic>'
    group = f"<hp:container><hp:ellipse><hp:drawText>{sub(p('묶음 속'))}</hp:drawText></hp:ellipse><hp:pic/></hp:container>"
    art = '<hp:textart text="글맵시"/>'
    assert outline(p("글", box, picture, group, art)) == [
        ("section0/p0", "body", "글"),
        ("section0/p0/box0/p0", "box", "상자"),
        ("section0/p0/box0/p1", "box", "둘째 줄"),
        ("section0/p0/picture0/caption/p0", "caption", "사진 1"),
        ("section0/p0/box1/p0", "box", "묶음 속"),
        ("section0/p0/box2/p0", "box", "글맵시"),
    ]


def note(kind: str, words: str, *, more: str = "") -> str:
    number = f'<hp:ctrl><hp:autoNum num="1" numType="{kind.upper()}"><hp:autoNumFormat type="DIGIT" suffixChar=")"/></hp:autoNum></hp:ctrl>'
    return f"<hp:ctrl><hp:{kind}>{sub(p(number, words), more) if words else sub(p())}</hp:{kind}></hp:ctrl>"


def test_notes_hang_on_their_mark_and_the_sentence_goes_on() -> None:
    (paragraph,) = flow(
        p("협의", note("footNote", " 부속서 참조."), "를 마쳤다.", note("endNote", "끝"))
    ).blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == "협의를 마쳤다."
    assert [(each.offset, each.kind, each.mark) for each in paragraph.notes] == [
        (2, "footnote", "1)"),
        (8, "endnote", "1)"),
    ]
    first, second = (paragraphs_of(each.blocks)[0] for each in paragraph.notes)
    assert (first.path, first.kind, first.text) == ("section0/p0/footnote0/p0", "footnote", " 부속서 참조.")
    assert (second.path, second.kind) == ("section0/p0/endnote0/p0", "endnote")


def test_notes_without_number_are_counted_in_the_sections_format() -> None:
    properties = (
        "<hp:secPr><hp:footNotePr><hp:autoNumFormat type='LATIN_SMALL' suffixChar='.'/><hp:numbering type='ON_SECTION'/>"
        "</hp:footNotePr></hp:secPr>"
    )
    parts: dict[str, str | bytes] = {"Contents/header.xml": head()}
    for n in range(2):
        parts[f"Contents/section{n}.xml"] = section(
            p(properties, "글", note("footNote", ""), note("footNote", ""))
        )
    marks = [each.mark for block in paragraphs_of(flow_of(raw(parts)).blocks) for each in block.notes]
    assert marks == ["a.", "b.", "a.", "b."]


def test_a_table_in_a_note_belongs_to_the_note() -> None:
    inside = f"<hp:ctrl><hp:footNote>{sub(p(table(cell(0, 0, p('주석 표')))))}</hp:footNote></hp:ctrl>"
    (paragraph,) = flow(p("글", inside)).blocks
    assert isinstance(paragraph, Paragraph)
    assert [(each.path, each.kind) for each in paragraphs_of(paragraph.notes[0].blocks)] == [
        ("section0/p0/footnote0/p0", "footnote"),
        ("section0/p0/footnote0/p0/table0/r0c0/p0", "footnote"),
    ]


def header_of(kind: str, *inside: str) -> str:
    return f'<hp:ctrl><hp:{kind} applyPageType="BOTH">{sub(*inside)}</hp:{kind}></hp:ctrl>'


PAGE = '<hp:ctrl><hp:autoNum num="3" numType="PAGE"/></hp:ctrl>'


def test_headers_and_footers_come_first_and_once() -> None:
    found = outline(
        p("첫 문단"),
        p(header_of("header", p("부처 이름"), p(table(cell(0, 0, p("머리 표"))))), "둘째"),
        p(header_of("footer", p("- ", PAGE, " -")), header_of("header", p(), p("  "))),
    )
    assert found == [
        ("section0/header0/p0", "header", "부처 이름"),
        ("section0/header0/p1", "header", ""),
        ("section0/header0/p1/table0/r0c0/p0", "header", "머리 표"),
        ("section0/footer0/p0", "page_number", "-  -"),
        ("section0/p0", "body", "첫 문단"),
        ("section0/p1", "body", "둘째"),
        ("section0/p2", "body", ""),
    ]


LISTS = head(
    '<hh:numberings><hh:numbering id="1" start="1"><hh:paraHead level="1">^1.</hh:paraHead>'
    '<hh:paraHead level="2" numFormat="HANGUL_SYLLABLE">^2.</hh:paraHead></hh:numbering></hh:numberings>'
    '<hh:bullets><hh:bullet id="1" char="&#xf06e;"/></hh:bullets>',
    formats='<hh:paraPr id="1"><hh:heading type="NUMBER" idRef="1" level="0"/></hh:paraPr>'
    '<hh:paraPr id="2"><hh:heading type="BULLET" idRef="1" level="2"/></hh:paraPr>'
    '<hh:paraPr id="3"><hh:heading type="OUTLINE" idRef="0" level="1"/></hh:paraPr>',
    styles='<hh:style id="4" name="개요 2"/>',
)


def test_marks_are_no_text_and_the_table_counts_after_its_paragraph() -> None:
    holder = p(table(cell(0, 0, p("안", form="1"))), form="1")
    properties = "<hp:secPr outlineShapeIDRef='1'/>"
    found = flow(
        p(properties, "하나", form="1"),
        holder,
        p("셋", form="1"),
        p("점", form="2"),
        p("개요", form="3", style="4"),
        header=LISTS,
    )
    assert [
        (each.mark, each.mark_level, each.heading, each.text) for each in paragraphs_of(found.blocks)
    ] == [
        ("1.", 0, 0, "하나"),
        ("2.", 0, 0, ""),
        ("3.", 0, 0, "안"),
        ("4.", 0, 0, "셋"),
        ("■", 2, 0, "점"),
        ("가.", 1, 2, "개요"),
    ]


def test_pages_begin_at_breaks_and_sections() -> None:
    parts: dict[str, str | bytes] = {"Contents/header.xml": head()}
    parts["Contents/section0.xml"] = section(p("하나"), p("둘", more='pageBreak="1"'))
    parts["Contents/section1.xml"] = section(p("셋"))
    assert [each.new_page for each in paragraphs_of(flow_of(raw(parts)).blocks)] == [False, True, True]


@pytest.mark.parametrize("year", ["2016/paragraph", "2024/paragraph"])
def test_other_namespaces(year: str) -> None:
    text = section(p("글", table(cell(0, 0, p("칸"))))).replace("2011/paragraph", year)
    parts: dict[str, str | bytes] = {"Contents/header.xml": head(), "Contents/section0.xml": text}
    assert [each.text for each in paragraphs_of(flow_of(raw(parts)).blocks)] == ["글", "칸"]


def test_unknown_private_signs_are_told() -> None:
    found = flow(p("\ue001\ue002"), p(table(cell(0, 0, p("\ue003")))), p('<hp:textart text="\ue004"/>'))
    assert [(each.number, "4" in each.message) for each in found.problems] == [("Y158", True)]


@pytest.mark.parametrize(
    ("title", "kept"), [("연례 협력 보고", "연례 협력 보고"), ("다른 문서", None), ("보고", None), ("", None)]
)
def test_a_title_is_kept_if_the_page_shows_it(title: str, kept: str | None) -> None:
    content = f"<a><metadata><title>{title}</title><language>ko</language></metadata></a>"
    parts: dict[str, str | bytes] = {
        "Contents/header.xml": head(),
        "Contents/content.hpf": content,
        "Contents/section0.xml": section(p(table(cell(0, 0, p("연례  협력 보고"))), "보고")),
    }
    found = flow_of(raw(parts))
    assert (found.title, found.language) == (kept, "ko")


def test_nothing_to_read() -> None:
    with pytest.raises(SourceEmpty):
        read(raw({"Contents/header.xml": head(), "Contents/section0.xml": f"<hs:sec {NAMESPACES}/>"}))
