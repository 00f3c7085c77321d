"""The READMEs: their commands run, their output is the program's, both say the same, the picture is fresh."""

from __future__ import annotations

import re
from typing import Any

import pytest
from tests.support.commands import run_here
from tests.support.pages import READMES, ROOT, blocks, prose_of, script, text_of

import yaksok
from yaksok.interfaces.cli.main import COMMANDS

TOUR = script(ROOT / "tools/readme_tour.py")


@pytest.fixture(scope="module", params=TOUR.PAGES.items(), ids=lambda page: page[0].name)
def runs(request: pytest.FixtureRequest) -> list[Any]:
    """Every yaksok command of a README, run in order in an empty folder beside the sample documents."""
    page, locale = request.param
    with pytest.MonkeyPatch.context() as patching:
        patching.setattr(TOUR.subprocess, "run", run_here)
        found: list[Any] = TOUR.tour(text_of(page), locale=locale)
    # What is told on standard error besides output is no error; errors and notices have numbers.
    wrong = [run.command for run in found if run.status or re.search(r"\bY\d{3}\b", run.errors)]
    assert wrong == []
    return found


def test_the_tour_shows_every_command_and_each_prints_something(runs: list[Any]) -> None:
    # What waits for somebody has its section in docs/serving.md.
    waiting = {"serve", "mcp", "accounts"}
    assert {run.command.split()[1] for run in runs} == set(COMMANDS) - {"demo"} - waiting
    assert [run.command for run in runs if not run.printed.strip()] == []


def test_the_output_in_the_readme_is_what_the_program_prints(runs: list[Any]) -> None:
    shown = [run for run in runs if run.shown]
    assert len(shown) > 3
    for run in shown:
        assert run.shown == TOUR.expected(run), "run python tools/readme_tour.py"


def test_the_make_commands_of_the_readme_exist() -> None:
    named = re.findall(r"^make (\w+)$", "\n".join(block.body for block in blocks(READMES[0])), re.MULTILINE)
    targets = set(re.findall(r"^(\w+):", text_of(ROOT / "Makefile"), re.MULTILINE))
    assert named == ["demo", "test", "serve"]
    assert set(named) <= targets


def test_the_python_names_of_the_readme_exist() -> None:
    for page in READMES:
        names = re.findall(r"`yaksok\.(\w+)\(", text_of(page))
        assert names
        assert [name for name in names if not hasattr(yaksok, name)] == []


# -- the two READMEs --------------------------------------------------------------------------


def test_both_readmes_have_the_same_sections() -> None:
    levels = [re.findall(r"^(#+) ", prose_of(page), re.MULTILINE) for page in READMES]
    assert levels[0] == levels[1]


def test_both_readmes_have_the_same_code_blocks() -> None:
    """What is printed is in the language of the page."""
    english, korean = (blocks(page) for page in READMES)
    assert [block.kind for block in english] == [block.kind for block in korean]
    pairs = list(zip(english, korean, strict=True))
    assert [one for one, other in pairs if one.kind != "text" and one != other] == []
    assert all(one != other for one, other in pairs if one.kind == "text")


def test_both_readmes_have_the_same_picture_and_lists() -> None:
    english, korean = (text_of(page) for page in READMES)
    assert re.findall(r"!\[.*\]\((.+)\)", english) == re.findall(r"!\[.*\]\((.+)\)", korean)
    assert len(re.findall(r"^- ", english, re.MULTILINE)) == len(re.findall(r"^- ", korean, re.MULTILINE))


# -- picture and scores -----------------------------------------------------------------------


def test_the_picture_is_what_the_demo_prints() -> None:
    picture = script(ROOT / "tools/readme_picture.py")
    drawn = picture.words(text_of(picture.PICTURE))
    assert "yaksok demo" in drawn
    present = picture.structure(picture.words(picture.draw(picture.shown(picture.demo_output()))))
    assert present, "the demo shows no status that the picture could show"
    assert picture.structure(drawn) == present, "run python tools/readme_picture.py"


def test_the_picture_needs_nothing_from_outside() -> None:
    svg = text_of(ROOT / "docs/images/demo.svg").replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert re.findall(r"https?:|@font-face|@import|url\((?!#)|<image|<script|href=", svg) == []
    assert str(ROOT) not in svg


def test_the_accuracy_page_claims_no_more_than_the_floors() -> None:
    page = script(ROOT / "tools/accuracy_page.py")
    floors = {name: floor["measures"] for name, floor in page.load_floors().items()}
    if not floors:
        pytest.skip("no scores are pinned")
    claimed = page.claimed(text_of(page.PAGE))
    assert claimed
    assert page.excess(text_of(page.PAGE), floors) == [], "run python tools/accuracy_page.py"
