from __future__ import annotations

import pytest
from tests.read.docx.wordml import flow, p, paragraphs, run, texts


def field(code: str, *result: str) -> str:
    shown = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{"".join(result)}' if result else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">{code}</w:instrText>'
        f'</w:r>{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (run("한국") + run("과"), "한국과"),
        ("<w:r><w:t> 앞뒤 빈칸 </w:t></w:r>", "앞뒤 빈칸"),
        ('<w:r><w:t xml:space="preserve"> 둔 빈칸 </w:t></w:r>', " 둔 빈칸 "),
        ("<w:r><w:t>가</w:t><w:tab/><w:t>나</w:t><w:br/><w:t>다</w:t><w:cr/><w:t>라</w:t></w:r>", "가\t나\n다\n라"),
        ("<w:r><w:t>2023</w:t><w:noBreakHyphen/><w:t>2025</w:t><w:softHyphen/></w:r>", "2023-2025"),
        (run("전\u00ad략"), "전략"),
        (run("\u00ad 항목"), "- 항목"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✔"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "≥"),
        (run("\uf0e0", '<w:rFonts w:ascii="Symbol"/>'), "◊"),
        (run("abc", '<w:rFonts w:ascii="Symbol"/>'), "αβχ"),
        (run("가나", '<w:rFonts w:ascii="Symbol"/>'), "가나"),
        ('<w:hyperlink w:anchor="here">' + run("이동") + "</w:hyperlink>", "이동"),
        ("<w:smartTag>" + run("서울") + "</w:smartTag>", "서울"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + run("칸") + "</w:sdtContent></w:sdt>", "칸"),
        ("<w:bdo><w:customXml>" + run("안") + "</w:customXml></w:bdo>", "안"),
        (
            "<w:r><w:ruby><w:rt>" + run("やく") + "</w:rt><w:rubyBase>" + run("約") + "</w:rubyBase></w:ruby></w:r>",
            "約(やく)",
        ),
        (run("보임") + run("숨김", "<w:vanish/>") + run("도", '<w:vanish w:val="0"/>'), "보임도"),
        (field(" PAGEREF a ", run("12")), "12"),
        (field(" IF ", run("참")) + run("뒤"), "참뒤"),
        (field(" XE 색인어 ") + run("뒤"), "뒤"),
        (field(" IF " + "</w:instrText></w:r>" + field("MERGEFIELD x", run("안 보임")) + "<w:r><w:instrText>", run("보임")), "보임"),
        ('<w:fldSimple w:instr="SEQ 표">' + run("3") + "</w:fldSimple>", "3"),
        ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1"),
    ],
)  # fmt: skip
def test_text(inside: str, expected: str) -> None:
    assert texts(p(inside)) == [expected]


def test_form_fields_show_their_state() -> None:
    def form(inside: str) -> str:
        return (
            f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{inside}</w:ffData></w:fldChar></w:r>'
            '<w:r><w:instrText>FORM</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    ticked = form('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>')
    empty = form('<w:checkBox><w:default w:val="0"/></w:checkBox>')
    choice = form(
        '<w:ddList><w:result w:val="1"/><w:listEntry w:val="가"/><w:listEntry w:val="나"/></w:ddList>'
    )
    assert texts(p(ticked, empty, choice)) == ["☒☐나"]


def test_a_field_that_never_ends_does_not_swallow_the_rest() -> None:
    broken = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    assert texts(p(broken) + p("다음 단락")) == ["", "다음 단락"]


def test_a_field_over_several_paragraphs() -> None:
    first = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("1장")
    )
    body = p(first) + p("2장") + p(run("3장"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>') + p("본문")
    assert texts(body) == ["1장", "2장", "3장", "본문"]


def test_links() -> None:
    outer = '<w:hyperlink r:id="L1" w:anchor="a">' + run("누리집") + "</w:hyperlink>"
    inner = '<w:hyperlink w:anchor="b">' + run("본문") + "</w:hyperlink>"
    coded = field(' HYPERLINK "https://example.org/b" \\t "_blank" ', run("링"), run("크"))
    local = field(' HYPERLINK \\l "place" ', run("자리"))
    (found,) = paragraphs(p("앞 ", outer, inner, coded, local), links={"L1": "https://example.org/a"})
    assert found.text == "앞 누리집본문링크자리"
    assert [(found.text[link.start : link.end], link.target) for link in found.links] == [
        ("누리집", "https://example.org/a#a"),
        ("링크", "https://example.org/b"),
    ]


@pytest.mark.parametrize(
    ("name", "style_id", "expected"),
    [
        ("heading 1", "1", 1),
        ("Heading 3", "Heading3", 3),
        ("제목 2", "x", 2),
        ("", "제목 4", 4),
        ("heading 1 char", "z", 0),
        ("List Paragraph", "l", 0),
    ],
)
def test_heading_styles(name: str, style_id: str, expected: int) -> None:
    styles = f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/></w:style>'
    (found,) = paragraphs(p("글", properties=f'<w:pStyle w:val="{style_id}"/>'), styles=styles)
    assert found.heading == expected


def test_headings_by_outline_level_and_inheritance() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="R"><w:basedOn w:val="S"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="S"><w:basedOn w:val="R"/></w:style>'
    )
    body = "".join(
        p("글", properties=properties)
        for properties in (
            '<w:pStyle w:val="B"/>',
            '<w:pStyle w:val="B"/><w:outlineLvl w:val="9"/>',
            '<w:outlineLvl w:val="0"/>',
            '<w:pStyle w:val="R"/>',
        )
    )
    assert [one.heading for one in paragraphs(body, styles=styles)] == [2, 0, 1, 0]


def test_the_title_comes_from_its_style_or_from_metadata_that_the_text_repeats() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    assert flow(p("업무  계획", properties='<w:pStyle w:val="T"/>'), styles=styles).title == "업무 계획"
    assert (
        flow(p("한-호주 회담 개최"), core="<dc:title>한-호주  회담 개최</dc:title>").title
        == "한-호주 회담 개최"
    )
    assert flow(p("본문"), core="<dc:title>서식 파일</dc:title>").title is None
    assert flow(p("text"), core="<dc:language>en-US</dc:language>").language == "en"


def test_page_breaks_are_for_what_follows() -> None:
    page = '<w:r><w:br w:type="page"/></w:r>'
    body = (
        p("가") + p(page) + p("나") + p("다", page) + p("라") + p(page, "마") + p("바", page, "사")
        + p("아", properties="<w:pageBreakBefore/>")
    )  # fmt: skip
    found = paragraphs(body)
    assert [(one.text, one.new_page) for one in found] == [
        ("가", False), ("", False), ("나", True), ("다", False), ("라", True), ("마", True), ("바\n사", False), ("아", True),
    ]  # fmt: skip


def test_pages_count_where_the_program_kept_them() -> None:
    broken = "<w:r><w:lastRenderedPageBreak/></w:r>"
    found = paragraphs(p("가") + p("나", broken, "둘째 쪽") + p("다") + p(broken, "라"))
    assert [one.page for one in found] == [1, 1, 2, 3]
    assert [one.page for one in paragraphs(p("가"))] == [None]


def test_content_controls_and_choices_around_paragraphs() -> None:
    body = (
        "<w:sdt><w:sdtContent>" + p("가") + "<w:customXml>" + p("나") + "</w:customXml></w:sdtContent></w:sdt>"
        "<mc:AlternateContent><mc:Choice Requires='x'>" + p("다") + "</mc:Choice><mc:Fallback>" + p("라")
        + "</mc:Fallback></mc:AlternateContent>"
    )  # fmt: skip
    found = paragraphs(body)
    assert [(one.text, one.path) for one in found] == [
        ("가", "section0/p0"), ("나", "section0/p1"), ("다", "section0/p2"),
    ]  # fmt: skip


def formula(inside: str) -> str:
    return f"<m:oMathPara><m:oMath>{inside}</m:oMath></m:oMathPara>"


def t(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (f"<m:f><m:fPr/><m:num>{t('a+b')}</m:num><m:den>{t('2')}</m:den></m:f>", "(a+b)/2"),
        (f"<m:sSup><m:e>{t('x')}</m:e><m:sup>{t('2')}</m:sup></m:sSup>", "x^2"),
        (f"<m:sSub><m:e>{t('x')}</m:e><m:sub>{t('i')}</m:sub></m:sSub>", "x_i"),
        (f"<m:rad><m:radPr/><m:deg/><m:e>{t('x+1')}</m:e></m:rad>", "√(x+1)"),
        (f"<m:d><m:e>{t('a')}</m:e></m:d>", "(a)"),
        (f'<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val=""/></m:dPr><m:e>{t("a")}</m:e></m:d>', "[a"),
        (f'<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>{t("i")}</m:sub><m:sup>{t("n")}</m:sup><m:e>{t("x")}</m:e></m:nary>', "∑_i^nx"),
    ],
)  # fmt: skip
def test_formulas_on_one_line(inside: str, expected: str) -> None:
    assert texts(p(formula(inside))) == [expected]
