from __future__ import annotations

import pytest
from tests.read.docx.wordml import flow, listed, p, paragraphs, run

from yaksok.read.office.flow import FlowNote, FlowTable, Paragraph


def reference(note_id: int, kind: str = "footnote", typed: str = "") -> str:
    custom = ' w:customMarkFollows="1"' if typed else ""
    mark = f"<w:t>{typed}</w:t>" if typed else ""
    return f'<w:r><w:rPr/><w:{kind}Reference{custom} w:id="{note_id}"/>{mark}</w:r>'


def note(note_id: int, text: str, kind: str = "footnote", *, typed: bool = False) -> str:
    own = "" if typed else f"<w:r><w:{kind}Ref/></w:r>"
    return f'<w:{kind} w:id="{note_id}">{p(own, run(text))}</w:{kind}>'


SEPARATORS = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'


def shown(notes: tuple[FlowNote, ...]) -> list[tuple[int, str, str]]:
    return [
        (one.offset, one.mark, "".join(block.text for block in one.blocks if isinstance(block, Paragraph)))
        for one in notes
    ]


def test_notes_are_anchored_where_their_mark_stands() -> None:
    footnotes = SEPARATORS + note(2, " 둘째 각주") + note(1, " 첫째 각주")
    (found,) = paragraphs(p("합의", reference(1), "를 이행", reference(2), "한다"), footnotes=footnotes)
    assert found.text == "합의를 이행한다"
    assert shown(found.notes) == [(2, "1", "첫째 각주"), (6, "2", "둘째 각주")]
    (block,) = found.notes[0].blocks
    assert isinstance(block, Paragraph)
    assert (block.path, block.kind) == ("section0/p0/footnote0/p0", "footnote")


def test_foot_and_endnotes_have_numbers_of_their_own() -> None:
    body = p("가", reference(1), "나", reference(1, "endnote"), "다", reference(2))
    (found,) = paragraphs(body, footnotes=note(1, "각1") + note(2, "각2"), endnotes=note(1, "미1", "endnote"))
    assert shown(found.notes) == [(1, "1", "각1"), (2, "i", "미1"), (3, "2", "각2")]
    assert [one.kind for one in found.notes] == ["footnote", "endnote", "footnote"]


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ('<w:numFmt w:val="decimalEnclosedCircle"/>', ["①", "②"]),
        ('<w:numFmt w:val="chicago"/><w:numStart w:val="2"/>', ["†", "‡"]),
    ],
)
def test_numbers_as_the_settings_say(properties: str, expected: list[str]) -> None:
    (found,) = paragraphs(
        p("가", reference(1), reference(2)),
        footnotes=note(1, "가") + note(2, "나"),
        settings=f"<w:footnotePr>{properties}</w:footnotePr>",
    )
    assert [one.mark for one in found.notes] == expected


def test_sections_may_begin_anew() -> None:
    section = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
    body = p("가", reference(1), properties=section) + p("나", reference(2)) + section
    found = paragraphs(body, footnotes=note(1, "가") + note(2, "나"))
    assert [one.mark for paragraph in found for one in paragraph.notes] == ["1", "1"]


def test_typed_marks_are_marks_and_no_text() -> None:
    body = p("가", reference(1, typed="*"), "나", reference(2))
    (found,) = paragraphs(body, footnotes=note(1, "* 뜻풀이", typed=True) + note(2, "각주"))
    assert found.text == "가나"
    assert shown(found.notes) == [(1, "*", "뜻풀이"), (2, "1", "각주")]


def test_deleted_and_hidden_references_are_not_counted() -> None:
    gone = f'<w:del w:author="가">{reference(1)}</w:del>'
    hidden = reference(2).replace("<w:rPr/>", "<w:rPr><w:vanish/></w:rPr>")
    (found,) = paragraphs(
        p("가", gone, hidden, reference(3)), footnotes=note(1, "가") + note(2, "나") + note(3, "다")
    )
    assert shown(found.notes) == [(1, "1", "다")]


def test_a_note_is_read_once_and_never_inside_itself() -> None:
    footnotes = f'<w:footnote w:id="1">{p("안", reference(1))}</w:footnote>'
    (found,) = paragraphs(p("가", reference(1), reference(1)), footnotes=footnotes)
    assert shown(found.notes) == [(1, "1", "안")]


def test_lists_and_tables_in_notes() -> None:
    footnotes = (
        f'<w:footnote w:id="1">{p("앞")}<w:tbl><w:tr><w:tc>{p("칸")}</w:tc></w:tr></w:tbl></w:footnote>'
    )
    (found,) = paragraphs(p("가", reference(1)), footnotes=footnotes)
    table = found.notes[0].blocks[1]
    assert isinstance(table, FlowTable)
    (inner,) = table.cells[0].blocks
    assert (inner.path, inner.kind) == (  # type: ignore[union-attr]
        "section0/p0/footnote0/p0/table0/r0c0/p0",
        "footnote",
    )


def test_lists_in_notes_count_apart_from_the_body() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    footnotes = f'<w:footnote w:id="1">{listed("각주 안", 1)}</w:footnote>'
    body = listed("하나", 1) + p("글", reference(1)) + listed("둘", 1)
    found = paragraphs(body, numbering=numbering, footnotes=footnotes)
    assert [one.mark for one in found] == ["1.", "", "2."]
    (inner,) = found[1].notes[0].blocks
    assert isinstance(inner, Paragraph)
    assert inner.mark == "1."


def test_a_missing_part_of_notes_is_a_problem() -> None:
    found = flow(p("가", reference(1)), footnotes=note(1, "가"), drop="footnotes")
    assert [problem.number for problem in found.problems] == ["Y157"]
    assert "word/footnotes.xml" in found.problems[0].message
