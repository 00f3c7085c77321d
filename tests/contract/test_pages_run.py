"""docs/python.md and docs/exports.md: every block runs and prints what the page shows; every column is explained."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from tests.support.pages import DOCS, READMES, ROOT, blocks, text_of

from yaksok.interfaces.cli.main import main
from yaksok.interfaces.exports.columns import FORMATS, SHAPES, Column


@pytest.fixture
def tour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder beside the sample documents, in which the test runs."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run_python(page: Path) -> list[str]:
    """Runs the blocks of a page in order in one namespace; gives what went otherwise than the page shows."""
    namespace: dict[str, Any] = {"__name__": "__main__"}
    wrong: list[str] = []
    printed = ""
    for block in blocks(page):
        if block.kind == "python":
            output = io.StringIO()
            with contextlib.redirect_stdout(output):
                exec(compile(block.body, page.name, "exec"), namespace)
            printed = output.getvalue()
        elif block.kind == "text" and block.body != printed:
            wrong.append(f"shown:\n{block.body}printed:\n{printed}")
    return wrong


@pytest.mark.usefixtures("tour")
def test_every_block_of_the_python_page_runs_and_prints_what_it_shows() -> None:
    assert sum(block.kind == "python" for block in blocks(DOCS / "python.md")) > 8
    assert run_python(DOCS / "python.md") == []


@pytest.mark.usefixtures("tour")
def test_the_python_of_the_readme_runs() -> None:
    # The Korean one has the same blocks.
    shown = [block for block in blocks(READMES[0]) if block.kind == "python"]
    assert shown
    for block in shown:
        exec(compile(block.body, "README", "exec"), {"__name__": "__main__"})


def test_every_command_of_the_export_page_runs(tour: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [
        line for block in blocks(DOCS / "exports.md") if block.kind == "sh" for line in block.body.split("\n")
    ]
    shown = [line for line in lines if line]
    assert len(shown) > len(FORMATS)
    for line in shown:
        program, *given = shlex.split(line)
        assert program == "yaksok"
        arguments = [
            name
            for argument in given
            for name in (
                sorted(str(path.relative_to(tour)) for path in tour.glob(argument))
                if "*" in argument
                else [argument]
            )
        ]
        assert main(arguments) == 0, line
        assert capsys.readouterr().err == "", line
    used = {
        given[given.index("--format") + 1] for line in shown if "--format" in (given := shlex.split(line))
    }
    assert used == set(FORMATS)


_TYPES = {"texts": "list of texts"}


def written_type(column: Column) -> str:
    """The type of a column as the page writes it."""
    return _TYPES.get(column.kind, column.kind) + (", may be empty" if column.nullable else "")


@pytest.mark.parametrize("name", SHAPES)
def test_every_column_is_explained_in_its_order_with_its_type(name: str) -> None:
    section = re.split(rf"^### {name}$", text_of(DOCS / "exports.md"), flags=re.MULTILINE)[1]
    section = re.split(r"^##", section, flags=re.MULTILINE)[0]
    explained = re.findall(r"^\| `(\w+)` \| ([^|]+) \| (.+) \|$", section, re.MULTILINE)
    wanted = [(column.name, written_type(column)) for column in SHAPES[name].columns]
    assert [(column, kind) for column, kind, _ in explained] == wanted
    assert [column for column, _, meaning in explained if not meaning.strip()] == []
