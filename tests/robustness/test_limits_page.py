"""The limits that docs/formats.md lists are those of the program."""

from __future__ import annotations

import pytest
from tests.support.pages import DOCS, text_of

from yaksok.read.hwp import container, records
from yaksok.read.office import limits, parts
from yaksok.read.pdf import library
from yaksok.read.worker import DEFAULT_LIMITS

_MIB, _GIB = 1 << 20, 1 << 30


@pytest.mark.parametrize(
    "row",
    [
        f"text and statements, in a worker process | {DEFAULT_LIMITS.output_bytes // _GIB} GiB |",
        f"| characters of an office document | {limits.MOST_CHARACTERS:,} |",
        f"| {limits.MOST_PARAGRAPHS:,}; {limits.MOST_CELLS:,}; {limits.MOST_NOTES:,} |",
        f"| tables, notes and boxes inside each other | {limits.DEEPEST_BLOCKS} |",
        f"| rows or columns of a table | {limits.LARGEST_ADDRESS:,} |",
        (
            f"HWPX, DOCX: bytes of one part, unpacked; of all parts that are read | {parts.PART_LIMIT // _MIB} MiB; "
            f"{parts.PACKAGE_LIMIT // _MIB} MiB |"
        ),
        f"| HWPX, DOCX: parts; XML tags of one part | {parts.MOST_MEMBERS:,}; {parts.MOST_TAGS:,} |",
        f"| HWPX, DOCX: nesting of XML elements | {parts.DEEPEST} |",
        (
            f"HWP: bytes of one stream, unpacked; of all streams that are read | {container.PART_LIMIT // _MIB} MiB; "
            f"{container.FILE_LIMIT // _MIB} MiB |"
        ),
        f"| HWP: sections; records of one stream | {container.MOST_SECTIONS:,}; {records.MOST_RECORDS:,} |",
        f"| HWP: nesting of records | {records.DEEPEST} |",
        f"| PDF: pages; characters | {library.MOST_PAGES:,}; {library.MOST_CHARACTERS:,} |",
        f"| {limits.LONGEST_MARK} characters; {limits.MOST_INDENT:,} columns |",
    ],
)
def test_the_page_names_each_limit(row: str) -> None:
    assert row in text_of(DOCS / "formats.md").partition("## Limits")[2]
