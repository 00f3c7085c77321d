"""A reading as a page: complete, linked, and safe whatever the document holds."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import documents
from tests.support.flows import cell, read_flow, table
from tests.support.reading import read, source

from yaksok.read.office.flow import FlowAnnotation, FlowBlock, FlowLink, FlowNote, Paragraph
from yaksok.views.conversion_html import to_html
from yaksok.views.safety import is_safe_link, visible

HOSTILE = '</p></style><script>alert(1)</script><img src=x onerror="alert(2)">\'"&lt;'
ELEMENTS = set(
    "html head meta title style body header h1 h2 h3 h4 h5 h6 dl dt dd div strong p ul li main a span details "
    "summary table tr th td sup ins del section br aside ol q footer".split()
)
ATTRIBUTES = set(
    "lang charset http-equiv content name class id href title aria-label data-n rel rowspan colspan".split()
)
VOID = {"meta", "br"}


class Parsed(HTMLParser):
    """The elements of a page, its ids and links, and the words in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]

    def links(self) -> list[str]:
        return [attributes["href"] for _, attributes in self.elements if "href" in attributes]

    def with_class(self, name: str) -> list[dict[str, str]]:
        return [attributes for _, attributes in self.elements if name in attributes.get("class", "").split()]


def page(*blocks: FlowBlock) -> str:
    read_it = read_flow(*blocks)
    return to_html(read_it.source, read_it.document)


def check_safe(text: str) -> Parsed:
    """The page, parsed, with nothing in it but the program's own elements."""
    parsed = Parsed(text)
    assert parsed.open == []
    assert {tag for tag, _ in parsed.elements} <= ELEMENTS
    assert {name for _, attributes in parsed.elements for name in attributes} <= ATTRIBUTES
    assert all(link.startswith("#") or is_safe_link(link) for link in parsed.links())
    assert len(parsed.ids()) == len(set(parsed.ids()))
    assert {link[1:] for link in parsed.links() if link.startswith("#")} <= set(parsed.ids())
    return parsed


@given(documents())
@settings(max_examples=60, deadline=None)
def test_every_statement_is_an_element_with_number_act_and_role(text: str) -> None:
    document = read(text)
    parsed = check_safe(to_html(source(text), document))
    found = {int(each["data-n"]): each for each in parsed.with_class("s")}
    for statement in document.statements:
        classes = found[statement.n]["class"].split()
        assert {f"role-{statement.role}", f"act-{statement.act}"} <= set(classes)
        assert found[statement.n]["id"] == f"s{statement.n}"


@given(st.text(max_size=60), st.text(max_size=20), st.text(max_size=20), st.text(max_size=40))
@settings(max_examples=60, deadline=None)
def test_nothing_of_a_document_becomes_markup(text: str, author: str, mark: str, target: str) -> None:
    check_safe(
        page(
            Paragraph(
                f"p0{text}",
                f"협력 {text}",
                mark=mark,
                links=(FlowLink(0, 2, target),),
                annotations=(FlowAnnotation("memo", 0, 2, text, author, target),),
                notes=(FlowNote(1, "footnote", mark, (Paragraph("n", f"주 {text}"),)),),
            )
        )
    )


def test_hostile_words_stand_on_the_page_as_words() -> None:
    note = FlowNote(2, "endnote", HOSTILE, (Paragraph(f"note{HOSTILE}", HOSTILE),))
    changes = (
        FlowAnnotation("comment", 0, 2, HOSTILE, HOSTILE, HOSTILE),
        FlowAnnotation("inserted", 0, 2, "협력", HOSTILE, HOSTILE),
        FlowAnnotation("deleted", 3, 3, HOSTILE, HOSTILE, ""),
    )
    read_it = read_flow(
        Paragraph(f"p{HOSTILE}", f"협력 {HOSTILE}", mark=HOSTILE, notes=(note,), annotations=changes),
        table(cell(0, 0, HOSTILE), cell(0, 1, "나"), cell(1, 0, "다"), cell(1, 1, HOSTILE), path=HOSTILE),
        origin=f"{HOSTILE}.hwpx",
        title=HOSTILE,
    )
    text = to_html(read_it.source, read_it.document)
    parsed = check_safe(text)
    assert "<script" not in text
    assert "<img" not in text
    assert "".join(parsed.words).count("<script>alert(1)</script>") >= 6


def test_the_policy_allows_nothing_but_the_page_s_own_style() -> None:
    text = page(Paragraph("p0", "협력을 확대한다."))
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    assert style
    assert policy
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert (
        policy[1] == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert re.findall(r"@import|url\(|https?:", style[1]) == []


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", " javascript:x", "data:text/html,x", "file:///x", "//x", ""]
)
def test_other_addresses_become_no_links(target: str) -> None:
    parsed = check_safe(page(Paragraph("p0", "교역을 늘린다.", links=(FlowLink(0, 2, target),))))
    assert [link for link in parsed.links() if not link.startswith("#")] == []


def test_links_lead_out_without_telling_from_where() -> None:
    text = page(Paragraph("p0", "교역을 늘린다.", links=(FlowLink(0, 2, "https://example.org/?a=1&b=2"),)))
    assert '<a href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer nofollow">교역</a>' in text


def test_tables_keep_their_spans_and_heads() -> None:
    text = page(
        Paragraph("p0", "예산은 다음과 같다."),
        table(
            cell(0, 0, "구분", rows=2, header=True),
            cell(0, 1, "예산", columns=2, header=True),
            cell(1, 1, "올해"),
            cell(1, 2, "내년"),
            cell(2, 0, "교류"),
            cell(2, 2, "2억원"),
        ),
    )
    parsed = check_safe(text)
    heads = [attributes for tag, attributes in parsed.elements if tag == "th"]
    assert {"rowspan": "2"} in heads
    assert {"colspan": "2"} in heads
    assert "<td></td>" in text, "a place without a cell keeps the others in their columns"
    assert "".join(parsed.words).count("2억원") == 1


def test_notes_are_linked_both_ways() -> None:
    note = FlowNote(2, "footnote", "1)", (Paragraph("n0", "둘 사이의 교역"),))
    text = page(Paragraph("p0", "교역 확대를 추진한다.", notes=(note,)))
    parsed = check_safe(text)
    assert {"anchor1", "note1"} <= set(parsed.ids())
    assert {"#anchor1", "#note1"} <= set(parsed.links())
    assert '교역<sup id="anchor1"><a href="#note1">1)</a></sup> 확대를' in text


def test_changes_are_marked_and_memos_stand_aside() -> None:
    text = page(
        Paragraph(
            "p0",
            "교역을 늘린다.",
            annotations=(
                FlowAnnotation("inserted", 0, 2, "교역", "가나", "2024-01-02"),
                FlowAnnotation("deleted", 3, 3, "매우", "가나", "2024-01-02"),
                FlowAnnotation("memo", 4, 7, "정말?", "다라", ""),
            ),
        )
    )
    check_safe(text)
    assert '<ins title="삽입, 가나, 2024-01-02">교역</ins>' in text
    assert '<del title="삭제, 가나, 2024-01-02">매우</del>' in text
    aside = text[text.index("<aside") :]
    assert "메모, 다라, 날짜 없음:" in aside
    assert "정말?" in aside
    assert '<q class="told">늘린다</q>' in aside


def test_the_address_of_a_statement_is_told() -> None:
    text = page(Paragraph("page2/line7", "교역을 늘린다.", page=2, box=(10.4, 20.2, 30.5, 40.0)))
    assert "page2/line7:0–8 · 2쪽 · 상자 10 20 30 40" in text


def test_a_long_piece_of_furniture_is_folded() -> None:
    menu = "처음 누리부 소개 정책 자료실 알림마당 " * 5
    text = page(
        Paragraph("p0", menu, kind="header"),
        Paragraph("p1", "교역을 늘린다."),
        Paragraph("p2", "협력을 넓힌다."),
    )
    parsed = check_safe(text)
    assert [tag for tag, attributes in parsed.elements if "meta" in attributes.get("class", "").split()] == [
        "details"
    ]


def test_hidden_signs_are_shown() -> None:
    assert visible("가\u202e나\x00다\ud800") == "가\ufffd나\ufffd다\ufffd"
    text = page(
        Paragraph("p0", "교역을 늘린다.", annotations=(FlowAnnotation("memo", 0, 2, "가", "\u202eevil", ""),))
    )
    assert "\u202e" not in text
