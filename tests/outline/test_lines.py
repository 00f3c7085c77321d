"""Lines: indent, width, Markdown, blank lines, page breaks."""

from __future__ import annotations

import pytest

from yaksok.outline.lines import display_width, indent_columns, split_lines


@pytest.mark.parametrize(
    ("text", "columns"), [("", 0), ("abc", 3), ("가나", 4), ("가 1", 4), ("□", 2), ("‘가’", 6)]
)
def test_width_counts_korean_letters_twice(text: str, columns: int) -> None:
    assert display_width(text) == columns


@pytest.mark.parametrize(
    ("blank", "columns"), [("", 0), ("  ", 2), ("\t", 4), ("\u3000", 2), ("\u00a0 ", 2), ("\u200b ", 1)]
)
def test_indent_columns(blank: str, columns: int) -> None:
    assert indent_columns(blank) == columns


def test_offsets_give_the_body_back() -> None:
    text = "  □ 교역 확대  \n\n\tㅇ 항공\n"
    lines = split_lines(text)
    assert [text[line.start : line.end] for line in lines] == ["□ 교역 확대", "ㅇ 항공"]
    assert [text[line.full_end : line.full_end + 1] for line in lines] == ["\n", "\n"]
    assert [(line.indent, line.blanks, line.trailing_space, line.marked) for line in lines] == [
        (2, 0, True, True),
        (4, 1, False, True),
    ]
    assert lines[0].width == 2 + display_width("□ 교역 확대")


@pytest.mark.parametrize(
    ("line", "body", "hashes"),
    [
        ("## 추진 과제", "추진 과제", 2),
        ("**추진 과제**", "추진 과제", 0),
        ("> 인용한 말", "인용한 말", 0),
        ("# **추진 과제**", "추진 과제", 1),
        ("#협력", "#협력", 0),
        ("**협력** 강화", "**협력** 강화", 0),
        ("* 협력", "* 협력", 0),
    ],
)
def test_markdown(line: str, body: str, hashes: int) -> None:
    (found,) = split_lines(line)
    assert (found.text, found.hashes) == (body, hashes)
    assert line[found.start : found.end] == body


def test_page_breaks_open_the_next_line_with_ink() -> None:
    text = "가\n\n나\n다\n"
    assert [line.new_page for line in split_lines(text, (2,))] == [False, True, False]
    assert [line.new_page for line in split_lines(text, (3, 5))] == [False, True, True]
    assert [line.new_page for line in split_lines(text)] == [False, False, False]


def test_text_without_ink_has_no_lines() -> None:
    assert split_lines("\n \n\u3000\n|\n") == []
