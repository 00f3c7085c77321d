"""docs/verdicts.md says what the rule, the records and the tables say; each status has one Korean name."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from tests.support.pages import DOCS, READMES, ROOT, explains, text_of

from yaksok.fulfilment import status
from yaksok.fulfilment.grading import UNGRADED, scheme, schemes
from yaksok.records.commitment import STATUSES, Provenance, Status
from yaksok.records.promise import LEVELS, PARTS, Comparison, DeadlineKind, Outcome
from yaksok.records.proof import ChangeKind, SearchOutcome

PAGE = DOCS / "verdicts.md"
KOREAN_PAGES = (READMES[1], ROOT / "examples" / "README.md")
_KOREAN = re.compile(r"^\| `(\w+)` \| ([^|]*[가-힣][^|]*) \|", re.MULTILINE)


def test_the_cases_are_those_of_the_rule() -> None:
    assert shown_cases(text_of(PAGE)) == shown_cases(status.__doc__ or "")


def shown_cases(text: str) -> list[tuple[str, ...]]:
    """Number, status and search of each case in a table."""
    rows = re.findall(r"^\| (\d+) \| [^|]+ \| ([^|]+) \| ([^|]+) \|$", text.replace("`", ""), re.MULTILINE)
    assert len(rows) > 10
    return rows


@pytest.mark.parametrize(
    "word",
    [
        *STATUSES,
        *get_args(SearchOutcome),
        *get_args(Provenance),
        *get_args(DeadlineKind),
        *get_args(Outcome),
        *PARTS,
        *LEVELS,
        *UNGRADED,
        *schemes(),
    ],
)
def test_words_of_the_output_are_explained(word: str) -> None:
    assert explains(PAGE, word)


@pytest.mark.parametrize("word", [*get_args(ChangeKind), *get_args(Comparison)])
def test_other_words_are_named(word: str) -> None:
    assert f"`{word}`" in text_of(PAGE)


@pytest.mark.parametrize("name", schemes())
def test_the_grades_of_a_scheme_are_named(name: str) -> None:
    (row,) = [line for line in text_of(PAGE).split("\n") if line.startswith(f"| `{name}` |")]
    # "partial compliance or work in progress" is shown by its first word.
    grades = [grade.english.replace(" compliance", "") for grade in scheme(name).grades]
    assert [grade for grade in grades if grade not in row] == []


# -- the Korean names -------------------------------------------------------------------------


def korean_names() -> dict[str, str]:
    """What the page calls each status in Korean."""
    section = text_of(PAGE).partition("## The statuses")[2].partition("\n## ")[0]
    return dict(_KOREAN.findall(section))


def test_the_glossary_has_the_same_names() -> None:
    glossary = {
        row[2]: row[1] for line in text_of(DOCS / "glossary.md").split("\n") if len(row := cells(line)) == 3
    }
    names = korean_names()
    assert names.keys() == set(STATUSES)
    assert {word: glossary[f"`{word}`"] for word in STATUSES} == names


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


@pytest.mark.parametrize("page", KOREAN_PAGES, ids=lambda path: path.parent.name)
def test_korean_pages_call_a_status_by_its_name(page: Path) -> None:
    names = korean_names()
    found: list[tuple[str, Status]] = re.findall(
        rf"([가-힣][가-힣 ()]*)\(({'|'.join(STATUSES)})\)", text_of(page)
    )
    assert found
    assert [(words, word) for words, word in found if not words.endswith(names[word])] == []
