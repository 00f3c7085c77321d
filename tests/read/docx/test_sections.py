from __future__ import annotations

from tests.read.docx.wordml import flow, p, paragraphs, run

from yaksok.read.office.flow import Paragraph


def section(*references: str, more: str = "") -> str:
    return f"<w:sectPr>{''.join(references)}{more}</w:sectPr>"


def refer(part: str, kind: str = "default") -> str:
    return f'<w:{part.rstrip("0123456789")}Reference w:type="{kind}" r:id="{part}"/>'


def kinds(body: str, **parts: str) -> list[tuple[str, str, str]]:
    return [
        (block.kind, block.path, block.text)
        for block in flow(body, **parts).blocks
        if isinstance(block, Paragraph)
    ]


PAGE = '<w:fldSimple w:instr=" PAGE ">' + run("1") + "</w:fldSimple>"


def test_headers_and_footers_stand_before_their_section() -> None:
    body = p("본문") + section(refer("header1"), refer("footer1"))
    assert kinds(body, header1=p("보도자료"), footer1=p("외교부") + p("- ", PAGE, " -")) == [
        ("header", "section0/header0/p0", "보도자료"),
        ("footer", "section0/footer0/p0", "외교부"),
        ("page_number", "section0/footer0/p1", "- 1 -"),
        ("body", "section0/p0", "본문"),
    ]


def test_a_footer_with_words_is_no_page_number() -> None:
    body = p("본문") + section(refer("footer1"))
    assert [one[0] for one in kinds(body, footer1=p("외교부 ", PAGE))] == ["footer", "body"]
    assert [one[0] for one in kinds(body, footer1=p(PAGE, " / 12쪽"))] == ["page_number", "body"]


def test_each_is_given_once_and_only_if_shown() -> None:
    first = section(refer("header1"), refer("header2", "first"), refer("header3", "even"))
    body = p("가", properties=first) + p("나", properties=section()) + p("다") + section(refer("header4"))
    parts = {f"header{number}": p(f"머리{number}") for number in (1, 2, 3, 4)}
    assert [text for _, _, text in kinds(body, **parts)] == ["머리1", "가", "나", "머리4", "다"]
    shown = body.replace("</w:sectPr>", "<w:titlePg/></w:sectPr>", 1)
    even = kinds(shown, settings="<w:evenAndOddHeaders/>", **parts)
    assert [text for _, _, text in even] == ["머리2", "머리1", "머리3", "가", "나", "머리4", "다"]


def test_empty_headers_are_left_out() -> None:
    assert kinds(p("가") + section(refer("header1")), header1=p()) == [("body", "section0/p0", "가")]


def test_sections_begin_pages_unless_they_run_on() -> None:
    on = section(more='<w:type w:val="continuous"/>')
    body = p("가", properties=section()) + p("나", properties=on) + p("다") + section()
    assert [(one.path, one.new_page) for one in paragraphs(body)] == [
        ("section0/p0", False), ("section1/p0", False), ("section2/p0", True),
    ]  # fmt: skip


def test_broken_headers_are_a_problem_and_no_more() -> None:
    found = flow(p("가") + section(refer("header1")), header1="<w:p>")
    assert [problem.number for problem in found.problems] == ["Y157"]
    assert [block.path for block in found.blocks] == ["section0/p0"]


BOX = "<w:txbxContent>{}</w:txbxContent>"
DRAWING = "<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>{}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
PICTURE = "<w:pict><v:shape><v:textbox>{}</v:textbox></v:shape></w:pict>"


def test_text_boxes_follow_their_paragraph_once() -> None:
    box = BOX.format(p("상자 글") + p("둘째"))
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{DRAWING.format(box)}</mc:Choice>'
        f"<mc:Fallback>{PICTURE.format(box)}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    old = f"<w:r>{PICTURE.format(BOX.format(p('옛 상자')))}</w:r>"
    assert kinds(p("앞", both, "뒤", old) + p("다음")) == [
        ("body", "section0/p0", "앞뒤"),
        ("box", "section0/p0/box0/p0", "상자 글"),
        ("box", "section0/p0/box0/p1", "둘째"),
        ("box", "section0/p0/box1/p0", "옛 상자"),
        ("body", "section0/p1", "다음"),
    ]


def test_a_choice_without_text_leaves_it_to_the_fallback() -> None:
    picture = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing/></mc:Choice>'
        f"<mc:Fallback>{PICTURE.format(BOX.format(p('글')))}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert [text for _, _, text in kinds(p(picture))] == ["", "글"]


def test_a_box_inside_the_result_of_a_field_keeps_the_field_open() -> None:
    opening = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    box = f"<w:r>{PICTURE.format(BOX.format(p('상자')))}</w:r>"
    body = p(opening, "차례", box) + p("둘째", '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    assert [text for _, _, text in kinds(body)] == ["차례", "상자", "둘째"]


def test_captions() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="caption"/></w:style>'
    body = p("표 1. 실적", properties='<w:pStyle w:val="c"/>')
    assert kinds(body, styles=styles) == [("caption", "section0/p0", "표 1. 실적")]
