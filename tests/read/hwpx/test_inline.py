"""What stands within a line, by phenomenon."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.hwpx.building import flow, head, p, paragraphs_of, sub

from yaksok.read.hancom.private_use import shown
from yaksok.read.office.flow import Paragraph


def one(*inside: str, header: str | None = None) -> Paragraph:
    return paragraphs_of(flow(p(*inside), header=header).blocks)[0]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<hp:t>앞<hp:tab/>뒤</hp:t>", "앞\t뒤"),
        ("<hp:t>앞<hp:lineBreak/>뒤</hp:t>", "앞\n뒤"),
        ("<hp:t>앞<hp:nbSpace/>뒤</hp:t>", "앞\u00a0뒤"),
        ("<hp:t>앞<hp:fwSpace/>뒤</hp:t>", "앞 뒤"),
        ("<hp:t>앞<hp:hyphen/>뒤</hp:t>", "앞-뒤"),
        ("<hp:t>앞<hp:titleMark ignore='1'/>뒤</hp:t>", "앞뒤"),
        ("<hp:t>앞<hp:markpenBegin/>강조<hp:markpenEnd/>뒤</hp:t>", "앞강조뒤"),
        ("<hp:t>앞\n  뒤</hp:t>", "앞   뒤"),
        ("<hp:t>\u00ad 항목</hp:t>", "- 항목"),
        ("<hp:t>\U000f02b1 \uf06c</hp:t>", "① ●"),
        ("<hp:t>둘</hp:t><hp:t/><hp:t>셋</hp:t>", "둘셋"),
        ('<hp:compose circleType="SHAPE_CIRCLE" composeText="2"/>', "②"),
        (
            "<hp:dutmal><hp:mainText>협약</hp:mainText><hp:subText>Treaty</hp:subText></hp:dutmal>",
            "협약(Treaty)",
        ),
        ("<hp:dutmal><hp:mainText>협약</hp:mainText></hp:dutmal>", "협약"),
        ("<hp:equation><hp:script>a  over\n b</hp:script></hp:equation>", "a over b"),
        ('<hp:checkBtn caption="동의"/>', "동의"),
        ('<hp:comboBox selectedValue="서울"/>', "서울"),
        ("<hp:edit><hp:text>홍길동</hp:text></hp:edit>", "홍길동"),
        ('<hp:ctrl><hp:fieldBegin id="1" type="CLICK_HERE"/></hp:ctrl><hp:t>누름틀</hp:t>', "누름틀"),
        (
            '<hp:ctrl><hp:bookmark name="책갈피"/><hp:indexmark><hp:firstKey>색인</hp:firstKey></hp:indexmark></hp:ctrl>',
            "",
        ),
        ('<hp:ctrl><hp:pageNum pos="BOTTOM_CENTER" formatType="DIGIT" sideChar="-"/></hp:ctrl>', ""),
        (
            "<hp:switch><hp:case><hp:t>새</hp:t></hp:case><hp:default><hp:t>옛</hp:t></hp:default></hp:switch>",
            "새",
        ),
        ("<hp:switch><hp:default><hp:t>옛</hp:t></hp:default></hp:switch>", "옛"),
        ("<hp:neverHeardOf><hp:t>숨은 글</hp:t></hp:neverHeardOf>", ""),
    ],
)
def test_text(inside: str, text: str) -> None:
    assert one(inside).text == text


def number(kind: str, num: str = "", suffix: str = "") -> str:
    return (
        f'<hp:ctrl><hp:autoNum numType="{kind}" {num}><hp:autoNumFormat type="DIGIT" suffixChar="{suffix}"/>'
        "</hp:autoNum></hp:ctrl>"
    )


def test_numbers_of_tables_are_text_and_numbers_of_pages_are_not() -> None:
    named = p("표 ", number("TABLE", 'num="4"'), ". 추이 ", number("PAGE", 'num="9"'))
    counted = p("표 ", number("TABLE"), ". 현황")
    anew = p('<hp:ctrl><hp:newNum numType="TABLE" num="8"/></hp:ctrl>', "표 ", number("TABLE", suffix=")"))
    texts = [each.text for each in paragraphs_of(flow(named, counted, anew).blocks)]
    assert texts == ["표 4. 추이 ", "표 5. 현황", "표 8)"]


def field(kind: str, inside: str, *, key: str = "1", more: str = "") -> str:
    return (
        f'<hp:ctrl><hp:fieldBegin id="{key}" type="{kind}">{more}</hp:fieldBegin></hp:ctrl>{inside}'
        f'<hp:ctrl><hp:fieldEnd beginIDRef="{key}"/></hp:ctrl>'
    )


def parameters(**values: str) -> str:
    inside = "".join(
        f'<hp:stringParam name="{name}">{value}</hp:stringParam>' for name, value in values.items()
    )
    return f"<hp:parameters>{inside}</hp:parameters>"


def test_links() -> None:
    outside = field("HYPERLINK", "<hp:t>누리집</hp:t>", more=parameters(Path="https://example.org"))
    within = field("HYPERLINK", "<hp:t>처음</hp:t>", key="2", more=parameters(Command="|처음;0;0;0;"))
    paragraph = one("자료는 ", outside, " 참고, ", within)
    assert paragraph.text == "자료는 누리집 참고, 처음"
    assert [(paragraph.text[each.start : each.end], each.target) for each in paragraph.links] == [
        ("누리집", "https://example.org")
    ]


@pytest.mark.parametrize(
    ("inside", "links"),
    [
        (field("HYPERLINK", "", more=parameters(Path="https://example.org")), []),
        ('<hp:ctrl><hp:fieldEnd beginIDRef="7"/></hp:ctrl><hp:t>글</hp:t>', []),
        (
            f'<hp:ctrl><hp:fieldBegin id="1" type="HYPERLINK">{parameters(Path="a:b")}</hp:fieldBegin></hp:ctrl><hp:t>글</hp:t>',
            [(0, 1, "a:b")],
        ),
    ],
    ids=["nothing to click", "an end alone", "no end"],
)
def test_odd_links(inside: str, links: list[tuple[int, int, str]]) -> None:
    assert [(each.start, each.end, each.target) for each in one(inside).links] == links


def test_memos_stand_apart() -> None:
    more = parameters(Author="박검토", CreateDateTime="2024-03-04") + sub(p("확인 필요"), p("다시"))
    paragraph = one("예산 ", field("MEMO", "<hp:t>10억</hp:t>", more=more), " 편성")
    (memo,) = paragraph.annotations
    assert paragraph.text == "예산 10억 편성"
    assert (memo.kind, paragraph.text[memo.start : memo.end]) == ("memo", "10억")
    assert (memo.text, memo.author, memo.date) == ("확인 필요\n다시", "박검토", "2024-03-04")


def test_hidden_comments_stand_apart() -> None:
    paragraph = one("앞", f"<hp:ctrl><hp:hiddenComment>{sub(p('속말'))}</hp:hiddenComment></hp:ctrl>", "뒤")
    (comment,) = paragraph.annotations
    assert (paragraph.text, comment.kind, comment.start, comment.end, comment.text) == (
        "앞뒤",
        "comment",
        1,
        1,
        "속말",
    )


CHANGES = head(
    changes='<hh:trackChanges><hh:trackChange id="1" authorID="1" date="2024-05-06"/><hh:trackChange id="2" authorID="2" date="2024-05-07"/>'
    '</hh:trackChanges><hh:trackChangeAuthors><hh:trackChangeAuthor id="0" name="가"/><hh:trackChangeAuthor id="1" name="나"/>'
    "</hh:trackChangeAuthors>"
)


def change(kind: str, key: str, inside: str) -> str:
    return f'<hp:{kind}Begin Id="{key}" TcId="{key}"/>{inside}<hp:{kind}End Id="{key}" TcId="{key}" paraend="0"/>'


def test_tracked_changes() -> None:
    paragraph = one(
        f"<hp:t>내년 {change('delete', '2', '상반<hp:tab/>기')}{change('insert', '1', '하반기')}에</hp:t>",
        header=CHANGES,
    )
    assert paragraph.text == "내년 하반기에"
    found = {
        each.kind: (each.start, each.end, each.text, each.author, each.date) for each in paragraph.annotations
    }
    assert found == {
        "inserted": (3, 6, "하반기", "가", "2024-05-06"),
        "deleted": (3, 3, "상반\t기", "나", "2024-05-07"),
    }


def test_deleted_words_do_not_swallow_the_next_paragraph() -> None:
    broken = p('<hp:t>남고 <hp:deleteBegin Id="1" TcId="1"/>빠짐</hp:t>')
    assert [each.text for each in paragraphs_of(flow(broken, p("다음")).blocks)] == ["남고 ", "다음"]


_SHOWN = {"<hp:tab/>": "\t", "<hp:lineBreak/>": "\n", "<hp:hyphen/>": "-"}
WORDS = st.text("가나다 abc\uf06c\U000f02ba\U000f02c5\u00ad\ue001", max_size=5)
PIECES = st.one_of(
    WORDS.map(lambda word: ("text", word)),
    WORDS.map(lambda word: ("link", word)),
    WORDS.map(lambda word: ("deleted", word)),
    WORDS.map(lambda word: ("inserted", word)),
    st.just(("note", "")),
    st.sampled_from(sorted(_SHOWN)).map(lambda sign: ("sign", sign)),
)


@given(st.lists(PIECES, max_size=12))
def test_offsets_point_at_the_words(pieces: list[tuple[str, str]]) -> None:
    inside: list[str] = []
    for at, (kind, word) in enumerate(pieces):
        text = f"<hp:t>{word}</hp:t>"
        if kind == "link":
            text = field("HYPERLINK", text, key=str(at), more=parameters(Path=f"x:{at}"))
        elif kind in ("deleted", "inserted"):
            text = f"<hp:t>{change({'deleted': 'delete', 'inserted': 'insert'}[kind], str(at), word)}</hp:t>"
        elif kind == "note":
            text = f"<hp:ctrl><hp:footNote>{sub(p('주'))}</hp:footNote></hp:ctrl>"
        inside.append(text)
    paragraph = one(*inside)
    plain = {
        at: _SHOWN.get(word, shown(word)[0].replace("\u00ad", "-")) for at, (_, word) in enumerate(pieces)
    }
    assert paragraph.text == "".join(
        plain[at] for at, (kind, _) in enumerate(pieces) if kind not in ("deleted", "note")
    )
    assert [paragraph.text[each.start : each.end] for each in paragraph.links] == [
        plain[at] for at, (kind, word) in enumerate(pieces) if kind == "link" and word
    ]
    for each in paragraph.annotations:
        assert 0 <= each.start <= each.end <= len(paragraph.text)
        assert paragraph.text[each.start : each.end] == (each.text if each.kind == "inserted" else "")
    lengths = [0]
    for at, (kind, _) in enumerate(pieces):
        lengths.append(lengths[-1] + (len(plain[at]) if kind not in ("deleted", "note") else 0))
    assert [each.offset for each in paragraph.notes] == [
        lengths[at] for at, (kind, _) in enumerate(pieces) if kind == "note"
    ]
