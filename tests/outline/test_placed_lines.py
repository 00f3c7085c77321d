"""Automatic marks, heading styles and notes, as the outline takes them from the file's layout."""

from __future__ import annotations

import pytest
from tests.support.blocks import line, note, read

from yaksok.outline.placed_lines import automatic_mark


@pytest.mark.parametrize(
    ("glyph", "kind", "value"),
    [
        ("1.", "number", 1),
        ("가.", "hangul", 1),
        ("나)", "hangul_paren", 2),
        ("(3)", "paren_number", 3),
        ("②", "circled", 2),
        ("Ⅳ.", "roman", 4),
        ("□", "square", 0),
        ("ㅇ", "circle", 0),
        ("-", "dash", 0),
        ("1.2.", "decimal", 2),
        ("제3조", "chapter", 3),
        ("제2호", "number", 2),
        ("#", "dot", 0),
    ],
)
def test_kinds_of_automatic_marks(glyph: str, kind: str, value: int) -> None:
    mark = automatic_mark(glyph)
    assert (mark.glyph, mark.kind, mark.value, mark.length) == (glyph, kind, value, 0)


def test_automatic_marks_nest_as_written_ones_do() -> None:
    document = read(
        line("경제안보 강화", mark="1."),
        line("공급망을 안정시킨다.", 1, mark="가."),
        line("조기경보체계를 만든다.", 2, mark="나."),
        line("지역 협력 확대", 3, mark="2."),
    )
    assert [(s.marker, s.text, s.parent) for s in document.statements[2:]] == [
        ("1.", "경제안보 강화", None),
        ("가.", "공급망을 안정시킨다.", 3),
        ("나.", "조기경보체계를 만든다.", 3),
        ("2.", "지역 협력 확대", None),
    ]
    assert "가." not in document.text


def test_heading_styles_nest() -> None:
    document = read(
        line("외교 정책", heading=1),
        line("신흥 안보", 1, heading=2),
        line("정부는 협정을 체결할 계획이다.", 2),
        line("영사 정책", 3, heading=1),
        line("정부는 재외국민을 보호할 계획이다.", 4),
    )
    trails = {s.text: s.trail for s in document.statements}
    assert trails["정부는 협정을 체결할 계획이다."] == ("외교 정책", "신흥 안보")
    assert trails["정부는 재외국민을 보호할 계획이다."] == ("영사 정책",)


def test_paragraphs_do_not_run_on() -> None:
    document = read(line("e-government will be expanded"), line("digital trade rules will be agreed", 1))
    assert len(document.statements) == 4


def test_a_forced_break_does_not_end_a_paragraph() -> None:
    document = read(line("1. 과제"), line("정부는 협정의 조속한\n발효를 추진한다.", 1, mark="ㅇ"))
    assert document.statements[-1].text == "정부는 협정의 조속한 발효를 추진한다."


def test_all_paragraphs_of_a_note_hang_on_its_statement() -> None:
    from yaksok.read.office.flow import FlowNote

    long = FlowNote(6, "footnote", "1)", (line("첫째 문단이다.", 8), line("둘째 문단이다.", 9)))
    document = read(line("1. 과제"), line("협정을 체결한다. 연내에 발효한다.", 1, notes=(long,)))
    target = next(s for s in document.statements if s.text == "협정을 체결한다.")
    notes = [s for s in document.statements if s.role == "note"]
    assert [(s.marker, s.text, s.parent) for s in notes] == [
        ("1)", "첫째 문단이다.", target.n),
        ("", "둘째 문단이다.", target.n),
    ]


def test_a_note_in_the_second_sentence_hangs_on_it() -> None:
    document = read(
        line("1. 과제"),
        line("협정을 체결한다. 연내에 발효한다.", 1, notes=(note(17, "2)", "국회 동의가 필요하다."),)),
    )
    target = next(s for s in document.statements if s.text == "연내에 발효한다.")
    assert next(s for s in document.statements if s.role == "note").parent == target.n


def test_a_line_with_an_automatic_mark_is_no_title() -> None:
    from tests.support.blocks import composed

    from yaksok.pipeline import read_source

    document = read_source(composed(line("경제안보 강화", mark="1."), line("공급망 안정", 1, mark="2.")))
    assert (document.title, [s.role for s in document.statements]) == ("", ["heading", "heading"])


def test_a_page_of_nothing_but_paragraphs_parts_nothing_by_empty_lines() -> None:
    from yaksok.pipeline import read_source
    from yaksok.read import read_raw
    from yaksok.read.sources import from_bytes

    lines = (
        "2025년 자체평가",
        "결과보고서",
        "2025. 3. 4.",
        "□ 공급망 안정",
        "ㅇ 조기경보체계를 만들었다.",
        "ㅇ 협정을 체결하였다.",
    )
    page = "<html><body>" + "".join(f"<p>{line}</p>" for line in lines) + "</body></html>"
    web = read_source(read_raw(from_bytes(page.encode(), origin="page.html")))
    typed = read_source(read_raw(from_bytes("\n".join(lines).encode(), origin="text.txt")))
    assert [(s.role, s.text) for s in web.statements] == [(s.role, s.text) for s in typed.statements]
