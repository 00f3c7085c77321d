"""Where Hancom Office begins the first line of a paragraph."""

from __future__ import annotations


def first_line_indent(left: int, first_line: int) -> int:
    """The indent of a first line, in the unit of the margins.

    A first line that is set in (들여쓰기) begins behind the left margin. One that hangs out (내어쓰기, negative)
    begins at the margin, and the lines behind it are set in: the layouts that the program stores in its files
    flag those lines as indented, and not the first.
    """
    return left + max(0, first_line)
