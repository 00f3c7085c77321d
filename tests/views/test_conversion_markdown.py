"""A reading as Markdown: what a renderer shows are the very characters of the document."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.support.flows import cell, read_flow, table
from tests.support.reading import read, source

from yaksok.read.cleaning import clean_text
from yaksok.read.office.flow import FlowAnnotation, FlowBlock, FlowLink, FlowNote, Paragraph
from yaksok.views.conversion_markdown import escaped, to_markdown

RENDERER = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough")
SIGNS = st.text(alphabet="가a1 -+*_`~#>|[]()!<&;:.\\=^${}\"'/", min_size=1, max_size=30)


def markdown(*blocks: FlowBlock) -> str:
    read_it = read_flow(*blocks)
    return to_markdown(read_it.source, read_it.document)


def of_text(text: str) -> str:
    return to_markdown(source(text), read(text))


def displayed(text: str) -> str:
    """What a page of this Markdown shows, without its tags."""
    return html.unescape(re.sub(r"<[^>]*>", "", RENDERER.render(text)))


@given(SIGNS)
@settings(max_examples=60, deadline=None)
def test_an_escaped_text_is_shown_as_it_is(text: str) -> None:
    text = " ".join(text.split())
    rendered = RENDERER.render(escaped(text))
    assert rendered in {"", f"<p>{html.escape(text, quote=False).replace(chr(34), '&quot;')}</p>\n"}
    assert displayed(escaped(text)).strip() == text


@given(SIGNS)
@settings(max_examples=60, deadline=None)
def test_an_escaped_text_is_shown_as_it_is_in_lists_headings_and_tables(text: str) -> None:
    text = " ".join(text.split())
    for before, after in (("- ", ""), ("## ", ""), ("| a |\n| --- |\n| ", " |")):
        shown = displayed(before + escaped(text) + after).split("\n")
        assert text in [line.strip() for line in shown]


def test_headings_items_and_notes_nest_by_their_parents() -> None:
    shown = of_text(
        "2025년 누리부 업무계획\n\n2025. 1.\n\nⅠ. 교역 확대\n □ 무역 사무소를 연다.\n"
        "  ㅇ 올해 2개를 연다.\n   * 북부와 남부\n □ 항공 노선을 늘린다.\n"
    )
    assert "\n# 2025년 누리부 업무계획\n\n" in shown
    assert (
        "\n## Ⅰ. 교역 확대\n\n- □ **무역 사무소를 연다.**\n  - ㅇ 올해 2개를 연다.\n    - \\* 북부와 남부\n"
        "- □ 항공 노선을 늘린다.\n"
    ) in shown


def test_no_item_stands_deeper_than_its_list_allows() -> None:
    shown = markdown(
        Paragraph("p0", "교역 확대", mark="□"),
        Paragraph("p1", "무역 사무소를 연다.", mark="ㅇ"),
        table(cell(0, 0, "구분"), cell(0, 1, "예산"), cell(1, 0, "교류"), cell(1, 1, "3억원")),
        Paragraph("p2", "북부에 먼저 연다.", mark="ㅇ"),
    )
    assert "<code>" not in RENDERER.render(shown)


def test_a_table_is_a_table_and_merged_cells_are_empty() -> None:
    shown = markdown(
        Paragraph("p0", "예산은 다음과 같다."),
        table(
            cell(0, 0, "구분", rows=2, header=True),
            cell(0, 1, "예산", columns=2, header=True),
            cell(1, 1, "올해"),
            cell(1, 2, "내년"),
            cell(2, 0, "교류|협력"),
            cell(2, 1, "1억원"),
            cell(2, 2, "2억원"),
        ),
    )
    assert (
        "| 구분 | 예산 |  |\n| --- | --- | --- |\n|  | 올해 | 내년 |\n| 교류\\|협력 | 1억원 | 2억원 |"
        in shown
    )
    assert RENDERER.render(shown).count("<td>") == 6


def test_a_table_without_heads_gets_an_empty_head_row() -> None:
    shown = markdown(
        Paragraph("p0", "일정을 둔다."),
        table(cell(0, 0, "3월"), cell(0, 1, "회의를 연다"), cell(1, 0, "4월"), cell(1, 1, "보고를 낸다")),
    )
    if "| 3월 | 회의를 연다 |\n| --- |" not in shown:
        assert "|  |  |\n| --- | --- |\n| 3월 | 회의를 연다 |" in shown


def test_notes_are_footnotes_at_their_anchors() -> None:
    note = FlowNote(2, "footnote", "1)", (Paragraph("n0", "둘 사이의 교역"), Paragraph("n1", "2024년 기준")))
    shown = markdown(Paragraph("p0", "교역 확대를 추진한다.", notes=(note,)))
    assert "교역[^1] 확대를 추진한다." in shown
    assert "\n[^1]: 둘 사이의 교역\n    2024년 기준\n" in shown


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("https://example.org/a b", "교역 (https://example.org/a b)"),
        ("https://example.org/(a)?b=c", "[교역](<https://example.org/(a)?b=c>)"),
        ("https://example.org/>x<b>", "[교역](<https://example.org/%3Ex%3Cb%3E>)"),
        ("javascript:alert(1)", "교역 (javascript:alert(1))"),
        ("data:text/html,<script>", "교역 (data:text/html,\\<script\\>)"),
        ("JaVaScRiPt://x", "교역 (JaVaScRiPt://x)"),
    ],
)
def test_only_addresses_of_pages_become_links(target: str, expected: str) -> None:
    assert expected in markdown(Paragraph("p0", "교역을 늘린다.", links=(FlowLink(0, 2, target),)))


def test_memos_and_changes_are_listed_with_author_and_date() -> None:
    shown = markdown(
        Paragraph(
            "p0",
            "교역을 늘린다.",
            annotations=(
                FlowAnnotation("memo", 0, 2, "정말\n<b>?", "가나 <x>", "2024-01-02"),
                FlowAnnotation("deleted", 4, 4, "매우", "", ""),
            ),
        )
    )
    assert "- 메모, 가나 \\<x\\>, 2024-01-02: 정말 \\<b\\>? (대상: 교역)\n" in shown
    assert "- 삭제, 작성자 없음, 날짜 없음: 매우" in shown


def test_furniture_is_told_behind_the_text_and_counted() -> None:
    shown = of_text("협력을 확대한다.\n\n- 3 -\n")
    body, told = shown.split("## 쪽 장식 등 본문이 아닌 것")
    assert "\\- 3 -" in told
    assert "3 -" not in body
    assert "진술 2개가 글자 17자 전부를 담고 있으며" in told


def test_an_english_document_is_shown_in_english() -> None:
    shown = of_text("Joint Statement\n\nThe ministers agreed to expand trade by 2026.\n")
    assert "## Page furniture" in shown
    assert "Nothing was left out: 2 statements hold all" in shown


@given(st.lists(SIGNS.map(lambda text: clean_text(text).text), min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_no_text_makes_markup_of_its_own(texts: list[str]) -> None:
    shown = of_text("협력\n" + "\n".join(texts))
    tags = set(re.findall(r"<[a-zA-Z!/][^>]*>", RENDERER.render(shown)))
    ours = "p br ul li strong h1 h2 h3 h4 h5 h6 blockquote details summary table thead tbody tr th td".split()
    assert {re.sub(r"[</>]", "", tag) for tag in tags} <= {*ours, "br "}
