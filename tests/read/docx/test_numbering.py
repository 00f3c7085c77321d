from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.docx.wordml import level, listed, marks, p, paragraphs

from yaksok.read.docx.numerals import numeral, padded, roman

THREE = "".join((level(0, "upperRoman", "%1."), level(1, "decimal", "%1-%2."), level(2, "ganada", "(%3)")))


def numbering(*abstracts: str, nums: str = "") -> str:
    written = "".join(
        f'<w:abstractNum w:abstractNumId="{number}">{inside}</w:abstractNum>'
        for number, inside in enumerate(abstracts)
    )
    plain = "".join(
        f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in range(len(abstracts))
    )
    return written + plain + nums


@pytest.mark.parametrize(
    ("format_name", "expected"),
    [
        ("decimal", ["1", "2", "15", "30"]),
        ("decimalZero", ["01", "02", "15", "30"]),
        ("upperRoman", ["I", "II", "XV", "XXX"]),
        ("lowerRoman", ["i", "ii", "xv", "xxx"]),
        ("upperLetter", ["A", "B", "O", "DD"]),
        ("lowerLetter", ["a", "b", "o", "dd"]),
        ("ordinal", ["1st", "2nd", "15th", "30th"]),
        ("cardinalText", ["One", "Two", "Fifteen", "Thirty"]),
        ("ordinalText", ["First", "Second", "Fifteenth", "Thirtieth"]),
        ("hex", ["1", "2", "F", "1E"]),
        ("ganada", ["가", "나", "가", "나"]),
        ("chosung", ["ㄱ", "ㄴ", "ㄱ", "ㄴ"]),
        ("koreanDigital", ["일", "이", "일오", "삼영"]),
        ("koreanCounting", ["일", "이", "십오", "삼십"]),
        ("koreanLegal", ["하나", "둘", "열다섯", "서른"]),
        ("koreanDigital2", ["一", "二", "一五", "三零"]),
        ("decimalEnclosedCircle", ["①", "②", "⑮", "㉚"]),
        ("decimalEnclosedParen", ["⑴", "⑵", "⒂", "30"]),
        ("decimalEnclosedFullstop", ["⒈", "⒉", "⒖", "30"]),
        ("ideographDigital", ["一", "二", "一五", "三〇"]),
        ("japaneseCounting", ["一", "二", "十五", "三十"]),
        ("ideographTraditional", ["甲", "乙", "戊", "癸"]),
        ("numberInDash", ["- 1 -", "- 2 -", "- 15 -", "- 30 -"]),
        ("chicago", ["*", "†", "‡‡‡‡", "††††††††"]),
        ("none", ["", "", "", ""]),
        ("no such format", ["1", "2", "15", "30"]),
    ],
)
def test_formats(format_name: str, expected: list[str]) -> None:
    assert [numeral(number, format_name) for number in (1, 2, 15, 30)] == expected


@given(
    st.integers(-5, 1 << 31),
    st.sampled_from(["lowerRoman", "lowerLetter", "ganada", "koreanLegal", "cardinalText"]),
)
def test_no_number_makes_a_long_mark(number: int, format_name: str) -> None:
    assert 0 < len(numeral(number, format_name)) <= 60


@given(st.integers(1, 4999))
def test_roman_numbers_read_back(number: int) -> None:
    worth = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    values = [worth[sign] for sign in roman(number)]
    pairs = zip(values, [*values[1:], 0], strict=True)
    assert sum(-one if one < following else one for one, following in pairs) == number


def test_a_custom_format_pads_with_zeros() -> None:
    assert [padded(number, "001, 002, 003, ...") for number in (1, 12, 1234)] == ["001", "012", "1234"]


def test_levels_count_and_begin_anew() -> None:
    body = "".join(listed("글", 1, depth) for depth in (0, 1, 2, 2, 1, 2, 0, 1))
    assert marks(body, numbering=numbering(THREE)) == [
        "I.", "I-1.", "(가)", "(나)", "I-2.", "(가)", "II.", "II-1.",
    ]  # fmt: skip


def test_a_level_that_was_left_out_counts_as_shown() -> None:
    # As LibreOffice shows it: 1.1, 1.2, and the first of the upper level is then 2.
    two = level(0, "decimal", "%1") + level(1, "decimal", "%1.%2")
    body = listed("a", 1, 1) + listed("b", 1, 1) + listed("c", 1) + listed("d", 1, 1)
    assert marks(body, numbering=numbering(two)) == ["1.1", "1.2", "2", "2.1"]


def test_lists_of_one_definition_share_their_numbers_unless_one_starts_anew() -> None:
    nums = (
        '<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="8"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
        "</w:lvlOverride></w:num>"
    )
    body = listed("a", 1) + listed("b", 7) + listed("c", 8) + listed("d", 8) + listed("e", 1)
    one = level(0, "decimal", "%1)")
    assert marks(body, numbering=numbering(one, nums=nums)) == ["1)", "2)", "5)", "6)", "7)"]


def test_an_override_may_change_the_form() -> None:
    nums = (
        '<w:num w:numId="9"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        f"{level(0, 'decimalEnclosedCircle', '%1')}</w:lvlOverride></w:num>"
    )
    assert marks(
        listed("a", 9) + listed("b", 9), numbering=numbering(level(0, "decimal", "%1."), nums=nums)
    ) == ["①", "②"]


@pytest.mark.parametrize(
    ("restart", "expected"),
    [
        ("", ["1.", "a)", "i)", "b)", "i)", "2.", "i)"]),
        ('<w:lvlRestart w:val="0"/>', ["1.", "a)", "i)", "b)", "ii)", "2.", "iii)"]),
        ('<w:lvlRestart w:val="1"/>', ["1.", "a)", "i)", "b)", "ii)", "2.", "i)"]),
    ],
)
def test_restart(restart: str, expected: list[str]) -> None:
    levels = (
        level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)") + level(2, "lowerRoman", "%3)", restart)
    )
    body = "".join(listed("글", 1, depth) for depth in (0, 1, 2, 1, 2, 0, 2))
    assert marks(body, numbering=numbering(levels)) == expected


def test_legal_numbers_are_plain_digits() -> None:
    levels = level(0, "upperRoman", "제%1장") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    assert marks(listed("가", 1) + listed("나", 1, 1), numbering=numbering(levels)) == ["제I장", "1.1"]


def test_bullets_of_symbol_fonts() -> None:
    def bullet(number: int, sign: str, font: str) -> str:
        return (
            f'<w:lvl w:ilvl="{number}"><w:numFmt w:val="bullet"/><w:lvlText w:val="{sign}"/>'
            f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr></w:lvl>'
        )

    levels = (
        bullet(0, "\uf0b7", "Symbol") + bullet(1, "o", "Courier New") + bullet(2, "\uf0a7", "Wingdings")
        + bullet(3, "l", "Wingdings") + bullet(4, "\uf075", "Wingdings 3") + bullet(5, "□", "바탕")
    )  # fmt: skip
    body = "".join(listed("글", 1, depth) for depth in range(6))
    assert marks(body, numbering=numbering(levels)) == ["•", "○", "▪", "●", "▶", "□"]


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="plain"><w:name w:val="unnumbered"/><w:basedOn w:val="1"/>'
    '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
)


def styled(text: str, style: str, more: str = "") -> str:
    return p(text, properties=f'<w:pStyle w:val="{style}"/>{more}')


def test_numbers_from_styles_take_the_level_that_names_the_style() -> None:
    levels = level(0, "decimal", "%1", '<w:pStyle w:val="1"/>') + level(
        1, "decimal", "%1.%2", '<w:pStyle w:val="2"/>'
    )
    body = (
        styled("개요", "1")
        + styled("배경", "2")
        + styled("목적", "2")
        + styled("본론", "1")
        + styled("표지", "plain")
    )
    found = paragraphs(body, numbering=numbering(levels), styles=STYLES)
    assert [(one.mark, one.mark_level, one.heading) for one in found] == [
        ("1", 0, 1), ("1.1", 1, 2), ("1.2", 1, 2), ("2", 0, 1), ("", 0, 1),
    ]  # fmt: skip


def test_a_list_id_of_zero_takes_the_number_away() -> None:
    body = styled("개요", "1", '<w:numPr><w:numId w:val="0"/></w:numPr>') + styled("본론", "1")
    assert marks(body, numbering=numbering(level(0, "decimal", "%1.")), styles=STYLES) == ["", "1."]


def test_the_level_that_a_style_sets_goes_before_the_level_that_names_its_base() -> None:
    styles = STYLES.replace(
        '<w:basedOn w:val="1"/></w:style>',
        '<w:basedOn w:val="1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>',
    )
    levels = level(0, "decimal", "%1.", '<w:pStyle w:val="1"/>') + level(1, "decimal", "%1.%2.")
    body = styled("개요", "1") + styled("배경", "2") + styled("본론", "1") + styled("추진", "2")
    assert marks(body, numbering=numbering(levels), styles=styles) == ["1.", "1.1.", "2.", "2.1."]


def test_the_end_of_a_section_alone_has_no_number() -> None:
    in_list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    end = in_list + "<w:sectPr/>"
    body = p(properties=end) + listed("배경", 1) + p("목적", properties=end) + p(properties=in_list)
    found = marks(body, numbering=numbering(level(0, "decimal", "%1.")))
    assert found == ["", "1.", "2.", "3."]


def test_a_picture_at_the_end_of_a_section_has_a_number() -> None:
    end = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:sectPr/>'
    body = p("<w:r><w:drawing/></w:r>", properties=end) + listed("배경", 1)
    assert marks(body, numbering=numbering(level(0, "decimal", "%1."))) == ["1.", "2."]


def test_list_styles_lead_to_their_definition_and_circles_end() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="numbering" w:styleId="C"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    )
    parts = numbering(
        '<w:numStyleLink w:val="L"/>', level(0, "koreanDigital", "%1."), '<w:numStyleLink w:val="C"/>'
    )
    assert marks(listed("가", 1) + listed("나", 3), numbering=parts, styles=styles) == ["일.", ""]


def test_a_list_that_is_not_there_gives_no_mark() -> None:
    assert marks(listed("글", 42), numbering=numbering(THREE)) == [""]
    assert marks(listed("글", 1)) == [""]


def test_a_template_without_end_is_no_mark() -> None:
    assert marks(listed("글", 1), numbering=numbering(level(0, "decimal", "%1" * 5000))) == [""]


def test_indents_come_from_the_paragraph_the_list_or_the_style() -> None:
    levels = level(0, "decimal", "%1.").replace(
        "</w:lvl>", '<w:pPr><w:ind w:left="800" w:hanging="400"/></w:pPr></w:lvl>'
    )
    size = '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults>'
    body = (
        listed("목록", 1)
        + p("첫 줄", properties='<w:ind w:firstLine="200"/>')
        + p("글자 수", properties='<w:ind w:left="9999" w:leftChars="150"/>')
        + p("내어쓰기", properties='<w:ind w:left="100" w:hanging="400"/>')
    )
    found = paragraphs(body, numbering=numbering(levels), styles=size)
    assert [one.indent for one in found] == [4, 2, 3, 0]
