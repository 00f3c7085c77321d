"""Web pages: the article as lines, the site's furniture in its place and marked."""

from __future__ import annotations

import pytest

from yaksok.errors import NestedTooDeep, SourceEmpty
from yaksok.read import read_raw
from yaksok.read.sources import from_bytes
from yaksok.records.source import SourceText


def read(markup: str, encoding: str = "utf-8") -> SourceText:
    return read_raw(from_bytes(markup.encode(encoding), origin="page.html"))


def body(markup: str) -> str:
    return read(f"<!DOCTYPE html><html><body>{markup}</body></html>").text


def lines(markup: str) -> list[str]:
    return [line for line in body(markup).split("\n") if line]


def furniture(source: SourceText) -> str:
    return "".join(source.text[start:end] for start, end in source.chrome)


def article(source: SourceText) -> str:
    pieces, place = [], 0
    for start, end in source.chrome:
        pieces.append(source.text[place:start])
        place = end
    return "".join((*pieces, source.text[place:]))


PAGE = """<!DOCTYPE html><html lang="ko"><head><meta charset="utf-8">
<title>산림 협력 위원회 열려 | 보도자료 | 누리부</title><script>var p = "<p>대본</p>";</script></head>
<body class="sub menu-open"><a href="#content" class="skip">본문 바로가기</a>
<header><h1><a href="/">누리부</a></h1><nav><ul><li><a href="/a">정책</a></li><li><a href="/b">소식</a></li></ul></nav></header>
<div id="wrap"><div class="location"><a href="/">홈</a> &gt; 보도자료</div>
<div class="board_view"><h3 class="tit">산림 협력 위원회 열려</h3>
<div class="info"><span>등록일 2024-05-02</span></div>
<div class="cont"><p>□ 정부는 5.2.(목) 산림 협력 <strong>위원회</strong>를 열었다.</p>
<p>&nbsp;ㅇ 양측은 내년까지 나무 3만 그루를 심기로 하였다.<br>&nbsp;&nbsp;- 자세한 일정은 하반기에 정한다.</p></div>
<div class="sns_share"><a href="#">공유하기</a></div>
<div class="view_files"><p>첨부</p><a href="f">240502 자료.hwp</a></div><a href="/list">목록</a></div></div>
<footer><address>세종특별자치시 한누리대로 1</address></footer></body></html>"""


def test_the_article_and_its_place_on_the_page() -> None:
    source = read(PAGE)
    assert [line for line in article(source).split("\n") if line] == [
        "산림 협력 위원회 열려",
        "등록일 2024-05-02",
        "□ 정부는 5.2.(목) 산림 협력 위원회를 열었다.",
        " ㅇ 양측은 내년까지 나무 3만 그루를 심기로 하였다.",
        "  - 자세한 일정은 하반기에 정한다.",
    ]
    for words in ("본문 바로가기", "정책", "홈 > 보도자료", "공유하기", "자료.hwp", "목록", "한누리대로"):
        assert words in furniture(source), words
    assert "대본" not in source.text


def test_what_the_page_says_of_itself() -> None:
    source = read(PAGE)
    assert (source.media_type, source.encoding) == ("text/html", "utf-8")
    assert (source.title_hint, source.language_hint) == ("산림 협력 위원회 열려", "ko")
    assert (
        read('<html lang="en-US"><body><h1>Press Release</h1><p>Text.</p></body></html>').language_hint
        == "en"
    )


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>협력 회의 개최 - 누리부</title>", "협력 회의 개최"),
        (
            '<meta property="og:title" content="협력 회의 개최 | 누리부"><title>보도자료</title>',
            "협력 회의 개최",
        ),
        ("", None),
    ],
)
def test_titles(head: str, title: str | None) -> None:
    assert read(f"<html><head>{head}</head><body><p>글이다.</p></body></html>").title_hint == title


def test_a_page_in_euc_kr_with_letters_beyond_it() -> None:
    markup = '<html><head><meta charset="euc-kr"></head><body><p>뷁 협력을 펲시와 확대한다.</p></body></html>'
    source = read(markup, "cp949")
    assert source.text == "뷁 협력을 펲시와 확대한다.\n"
    assert source.encoding == "cp949"


@pytest.mark.parametrize(
    "meta",
    [
        '<meta http-equiv="Content-Type" content="text/html; charset=ks_c_5601-1987">',
        "<META CHARSET=EUC-KR>",
        '<meta charset="utf-8">',
        "",
    ],
)
def test_the_charset_may_be_told_in_many_ways_or_wrongly(meta: str) -> None:
    markup = f"<html><head>{meta}</head><body><p>교역과 투자를 늘리기로 하였다.</p></body></html>"
    assert read(markup, "cp949").text == "교역과 투자를 늘리기로 하였다.\n"


def test_inline_marks_are_dropped_and_blanks_collapse() -> None:
    assert lines("<p>교역을   <b>크게</b>\n늘<i>린</i>다.</p>") == ["교역을 크게 늘린다."]


def test_paragraphs_stand_apart_and_breaks_do_not() -> None:
    assert body("<p>가</p><p>나<br>다</p><div>라</div><div>마</div>") == "가\n\n나\n다\n\n라\n마\n"


def test_entities() -> None:
    assert lines("<p>&lt;표&gt; A&amp;B &#44032;&#xB098; &middot;</p>") == ["<표> A&B 가나 ·"]


def test_lists_keep_their_depth_and_marks() -> None:
    markup = (
        "<ul><li>첫째 목표<ol><li>세부 하나<li>세부 둘<ul><li><p>더 세부</p><p>이어지는 글</p></ul></ol></li>"
        "<li>□ 제 표시가 있는 글</li><li>- 줄표로 시작</li><li>1) 번호로 시작</li></ul>"
    )
    assert lines(markup) == [
        "  • 첫째 목표",
        "    1. 세부 하나",
        "    2. 세부 둘",
        "      • 더 세부",
        "        이어지는 글",
        "  □ 제 표시가 있는 글",
        "  - 줄표로 시작",
        "  1) 번호로 시작",
    ]


@pytest.mark.parametrize(
    ("opening", "marks"),
    [
        ("<ol>", ["1.", "2."]),
        ("<ol start=4>", ["4.", "5."]),
        ("<ol type=a>", ["a.", "b."]),
        ("<ol type=I start=4>", ["IV.", "V."]),
        ("<ol start=x>", ["1.", "2."]),
    ],
)
def test_ordered_lists_count_as_browsers_do(opening: str, marks: list[str]) -> None:
    assert [line.split()[0] for line in lines(f"{opening}<li>가<li>나</ol>")] == marks


def test_a_list_item_may_set_its_number() -> None:
    assert lines("<ol><li>가<li value=7>나<li>다</ol>") == ["  1. 가", "  7. 나", "  8. 다"]


def test_table_rows_are_lines_with_tabs() -> None:
    markup = (
        "<table><caption>주요 일정</caption><thead><tr><th>구분</th><th>일<br>시</th><th>장소</th></tr></thead>"
        "<tbody><tr><td>개회식</td><td><p>5.2.</p></td><td></td></tr><tr><td></td><td>5.3.</td><td>서울</td></tr></table>"
    )
    assert lines(markup) == ["주요 일정", "구분\t일 시\t장소", "개회식\t5.2.", "\t5.3.\t서울"]


def test_cells_with_bullets_keep_their_lines() -> None:
    markup = "<table><tr><td>전략</td><td><p>□ 교역 확대</p><p>□ 투자 유치</p></td></tr></table>"
    assert lines(markup) == ["전략", "□ 교역 확대", "□ 투자 유치"]


def test_a_table_for_layout_gives_its_content() -> None:
    markup = "<table><tr><td><table><tr><td>가</td><td>나</td></tr></table><p>이어지는 글이다.</p></td></tr></table>"
    assert lines(markup) == ["가\t나", "이어지는 글이다."]


def test_a_table_in_a_list() -> None:
    assert lines("<ul><li>다음 표와 같다.<table><tr><td>가<td>나</table></ul>") == [
        "  • 다음 표와 같다.",
        "    가\t나",
    ]


def test_preformatted_text_keeps_its_lines_and_indent() -> None:
    assert body("<pre>□ 가\n  ㅇ 나\n\n    - 다</pre>") == "□ 가\n  ㅇ 나\n    - 다\n"


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>숨은 글</p>",
        '<p style="display:none">숨은 글</p>',
        "<noscript>숨은 글</noscript>",
        "<style>숨은 글</style>",
        "<!-- 숨은 글 -->",
        "<template><p>숨은 글</p></template>",
    ],
)
def test_what_a_browser_does_not_show_is_no_text(hidden: str) -> None:
    assert lines(f"<p>글</p>{hidden}") == ["글"]


def test_a_page_with_no_article_wrapper_keeps_all_its_prose() -> None:
    source = read(
        "<html><body><h1>제목</h1><p>첫 문단이 여기에 있다.</p><p>둘.</p><p>셋째 문단은 조금 더 길다.</p></body></html>"
    )
    assert source.chrome == ()


def test_a_telling_class_on_a_wrapper_does_not_hide_the_article() -> None:
    source = read(
        '<html><body class="layer popup-open"><div id="search_result_layer"><p>본문이다.</p></div></body></html>'
    )
    assert source.chrome == ()


def test_spans_of_furniture_are_whole_lines_in_order() -> None:
    source = read(PAGE)
    place = 0
    for start, end in source.chrome:
        assert place <= start < end
        assert source.text[end - 1] == "\n"
        assert start == 0 or source.text[start - 1] == "\n"
        place = end


def test_characters_that_references_bring_are_cleaned_too() -> None:
    source = read("<html><body><p>약&#8203;속&#x202e; 이행</p></body></html>")
    assert source.text == "약속 이행\n"
    assert [problem.number for problem in source.problems] == ["Y152"]


def test_a_page_without_text_is_empty() -> None:
    with pytest.raises(SourceEmpty):
        read("<html><body><script>1</script><img src=a></body></html>")


@pytest.mark.parametrize("nested", ["<div>", "<ul><li>", "<b>", "<table><tr><td>", "<span><font>"])
@pytest.mark.parametrize("close", [False, True])
def test_absurd_nesting_is_refused_before_parsing(nested: str, close: bool) -> None:  # noqa: FBT001
    closing = "".join(f"</{tag[1:]}" for tag in reversed([f"<{part}" for part in nested.split("<")[1:]]))
    with pytest.raises(NestedTooDeep):
        read(f"<html><body>{nested * 50_000}글{closing * 50_000 if close else ''}</body></html>")


def test_deep_nesting_below_the_limit_is_read() -> None:
    assert "글" in read(f"<html><body>{'<div>' * 2_000}글{'</div>' * 2_000}</body></html>").text


def test_many_unclosed_paragraphs_are_not_deep() -> None:
    assert body("<p>글이다." * 20_000).count("글이다.") == 20_000
