from __future__ import annotations

import pytest

from yaksok.read.hancom.indents import first_line_indent


@pytest.mark.parametrize(
    ("left", "first_line", "indent"),
    [(0, 0, 0), (2000, 0, 2000), (0, 1000, 1000), (2000, 1000, 3000), (2000, -1500, 2000), (0, -1500, 0)],
)
def test_a_hanging_first_line_begins_at_the_margin(left: int, first_line: int, indent: int) -> None:
    assert first_line_indent(left, first_line) == indent
