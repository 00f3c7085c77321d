from __future__ import annotations

import pytest
from tests.read.docx.wordml import flow, listed, p, paragraphs, run

from yaksok.read.office.flow import FlowAnnotation, Paragraph

WHO = 'w:author="김" w:date="2024-05-06T07:08:09Z"'


def inserted(text: str) -> str:
    return f"<w:ins {WHO}>{run(text)}</w:ins>"


def deleted(text: str) -> str:
    return f'<w:del {WHO}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def noted(paragraph: Paragraph) -> list[tuple[str, int, int, str]]:
    return [(one.kind, one.start, one.end, one.text) for one in paragraph.annotations]


def test_inserted_words_stay_and_deleted_ones_go() -> None:
    (found,) = paragraphs(p("정부는 ", deleted("조속히 "), inserted("2024년까지 "), "추진한다"))
    assert found.text == "정부는 2024년까지 추진한다"
    assert noted(found) == [("deleted", 4, 4, "조속히 "), ("inserted", 4, 12, "2024년까지 ")]
    assert {(one.author, one.date) for one in found.annotations} == {("김", "2024-05-06T07:08:09Z")}


def test_moved_words() -> None:
    away = f"<w:moveFrom {WHO}>{run('협력을 ')}</w:moveFrom>"
    here = f"<w:moveTo {WHO}>{run('협력을 ')}</w:moveTo>"
    (found,) = paragraphs(p(away, "확대하고 ", here, "강화"))
    assert found.text == "확대하고 협력을 강화"
    assert noted(found) == [("moved_from", 0, 0, "협력을 "), ("moved_to", 5, 9, "협력을 ")]


def test_words_inserted_by_one_and_deleted_by_another() -> None:
    (found,) = paragraphs(p("가", f"<w:ins {WHO}>{deleted('나')}</w:ins>", "다"))
    assert (found.text, noted(found)) == ("가다", [("deleted", 1, 1, "나")])


def test_neighbours_of_one_hand_are_one_change() -> None:
    (found,) = paragraphs(p(inserted("가"), inserted("나"), deleted("다"), deleted("라")))
    assert noted(found) == [("inserted", 0, 2, "가나"), ("deleted", 2, 2, "다라")]


@pytest.mark.parametrize("change", [f"<w:del {WHO}/>", f"<w:moveFrom {WHO}/>"])
def test_a_deleted_paragraph_mark_joins_paragraphs(change: str) -> None:
    mark = f"<w:rPr>{change}</w:rPr>"
    body = (
        p("앞 단락이 ", properties=mark)
        + p("뒤 단락과 ", properties=mark)
        + p("이어진다", properties='<w:outlineLvl w:val="0"/>')
        + p("끝")
    )
    found = paragraphs(body)
    assert [(one.text, one.heading, one.path) for one in found] == [
        ("앞 단락이 뒤 단락과 이어진다", 1, "section0/p0"),
        ("끝", 0, "section0/p1"),
    ]


def test_a_paragraph_that_was_deleted_whole_is_gone_and_noted() -> None:
    body = p("앞") + p(deleted("지운 단락"), properties=f"<w:rPr><w:del {WHO}/></w:rPr>") + p("뒤")
    found = paragraphs(body)
    assert [one.text for one in found] == ["앞", "뒤"]
    assert noted(found[1]) == [("deleted", 0, 0, "지운 단락")]


def test_what_was_deleted_at_the_end_is_noted_on_the_last_paragraph() -> None:
    body = p("앞") + p(deleted("끝 단락"), properties=f"<w:rPr><w:del {WHO}/></w:rPr>")
    (found,) = paragraphs(body)
    assert noted(found) == [("deleted", 1, 1, "끝 단락")]


def test_deleted_list_paragraphs_take_no_number() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    gone = (
        listed("지움", 1)
        .replace("<w:numPr>", f"<w:rPr><w:del {WHO}/></w:rPr><w:numPr>")
        .replace(run("지움"), deleted("지움"))
    )
    assert [
        one.mark for one in paragraphs(listed("가", 1) + gone + listed("나", 1), numbering=numbering)
    ] == ["1.", "2."]


def test_hidden_paragraph_marks_join_too() -> None:
    body = p("제목 ", properties='<w:outlineLvl w:val="1"/><w:rPr><w:vanish/><w:specVanish/></w:rPr>') + p(
        "본문"
    )
    (found,) = paragraphs(body)
    assert (found.text, found.heading) == ("제목 본문", 2)


def test_hidden_paragraphs_are_gone() -> None:
    hidden = p(run("숨김", "<w:vanish/>"), properties="<w:rPr><w:vanish/></w:rPr>")
    assert [one.text for one in paragraphs(p("가") + hidden + p("나") + hidden)] == ["가", "나"]


def test_hidden_styles() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="P"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="C"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    body = p("숨김", properties='<w:pStyle w:val="P"/>') + p("가", run("나", '<w:rStyle w:val="C"/>'))
    assert [one.text for one in paragraphs(body, styles=styles)] == ["가"]


def comment(comment_id: int, *texts: str) -> str:
    return f'<w:comment w:id="{comment_id}" {WHO}>{"".join(p(text) for text in texts)}</w:comment>'


def start(comment_id: int) -> str:
    return f'<w:commentRangeStart w:id="{comment_id}"/>'


def end(comment_id: int) -> str:
    return f'<w:commentRangeEnd w:id="{comment_id}"/><w:r><w:commentReference w:id="{comment_id}"/></w:r>'


def test_comments_stand_apart_on_their_words() -> None:
    (found,) = paragraphs(p("이 ", start(0), "수치", end(0), "는"), comments=comment(0, "확인 요망", "출처?"))
    assert found.text == "이 수치는"
    assert found.annotations == (
        FlowAnnotation("comment", 2, 4, "확인 요망\n출처?", "김", "2024-05-06T07:08:09Z"),
    )


def test_comments_without_a_range_and_over_paragraphs() -> None:
    point = '<w:r><w:commentReference w:id="1"/></w:r>'
    body = p("가", start(0), "나") + p("다", end(0), point) + start(2) + p("라")
    found = paragraphs(body, comments=comment(0, "넓음") + comment(1, "점") + comment(2, "밖"))
    assert [noted(one) for one in found] == [
        [("comment", 1, 2, "넓음")],
        [("comment", 1, 1, "점")],
        [("comment", 0, 1, "밖")],
    ]


def test_other_documents_are_passed_over_with_a_notice() -> None:
    found = flow(p("가") + '<w:altChunk r:id="x"/>' + p("나"))
    assert [problem.number for problem in found.problems] == ["Y157"]
    assert [block.path for block in found.blocks] == ["section0/p0", "section0/p1"]
