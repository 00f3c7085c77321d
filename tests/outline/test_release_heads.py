"""Heads of English releases and web pages: the title apart from the lines that tell of its publication."""

from __future__ import annotations

import pytest

from yaksok.pipeline import read_source
from yaksok.records.source import SourceText

_BODY = "\n\nThe Minister met her counterpart on Monday. They agreed to open a centre next year.\n"


@pytest.mark.parametrize(
    ("head", "title", "genre"),
    [
        (
            "Ministry for Foreign Affairs\nPress release 45/2025\n12 March 2025\n\nMinister Salo visits Ghana",
            "Minister Salo visits Ghana",
            "press_release",
        ),
        (
            "Minister Salo visits Ghana\n\nPublication date 12.3.2025 14.30\nPress release",
            "Minister Salo visits Ghana",
            "press_release",
        ),
        (
            "News Release\nMarch 12, 2025 – Ottawa, Ontario – Global Affairs Canada\n\nMinister Roy concludes visit to Ghana",
            "Minister Roy concludes visit to Ghana",
            "press_release",
        ),
        (
            "MINISTRY OF EXTERNAL AFFAIRS\nMedia Centre\nPress Releases\n\nVisit of Foreign Secretary to Ghana\nMarch 12, 2025",
            "Visit of Foreign Secretary to Ghana",
            "press_release",
        ),
        (
            "GOV.UK\n\nPress release\nUK and Ghana sign growth pact\n\nFrom: Foreign Office\nPublished 12 March 2025",
            "UK and Ghana sign growth pact",
            "press_release",
        ),
    ],
)
def test_title_and_genre(head: str, title: str, genre: str) -> None:
    document = read_source(SourceText(head + _BODY, "text/plain", "", "utf-8", "release.txt"))
    assert (document.title, document.date, document.genre) == (title, "2025-03-12", genre)


@pytest.mark.parametrize(
    ("lines", "roles"),
    [
        ("Target: 120 wells\nResult: 112 wells\n\nThe work went on in May.", ["item", "item", "item"]),
        ("Pillar 1: Security\n\nThe work went on in May.", ["heading", "item"]),
    ],
)
def test_fields_with_a_value_are_no_headings(lines: str, roles: list[str]) -> None:
    text = f"PROGRESS REPORT\n\nOslo, 12 March 2025\n\n1. Results\n\n{lines}\n\n2. Outlook\n\nThe plan ends in 2026.\n"
    document = read_source(SourceText(text, "text/plain", "", "utf-8", "report.txt"))
    below = [statement.role for statement in document.statements if statement.trail[:1] == ("Results",)]
    assert below == roles
