"""The documentation says what the program does: links lead somewhere, words are documented, examples run."""

from __future__ import annotations

import csv
import importlib.util
import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import NamedTuple, get_args

import click
import pytest
from tests.support.reading import read as read_text

import yaksok
from yaksok.interfaces.cli.main import COMMANDS
from yaksok.interfaces.records_json import statement_record
from yaksok.read.html.reader import DEEPEST
from yaksok.read.sources import DEFAULT_MAX_BYTES
from yaksok.read.worker import DEFAULT_LIMITS
from yaksok.records.commitment import STATUSES
from yaksok.records.link import Relation
from yaksok.records.mentions import NameType, TimeRole
from yaksok.records.statement import Act, Document, Genre, Role
from yaksok.reference.tables import rows

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
READMES = (ROOT / "README.md", ROOT / "README.ko.md")
PAGES = (*READMES, ROOT / "CHANGELOG.md", *sorted(DOCS.glob("*.md")))
TABLES = sorted((ROOT / "src/yaksok/reference/data").glob("*.csv"))
_LINK = re.compile(r"\]\((?!https?:)([^)\s]+)\)")
_BLOCK = re.compile(r"^```(?P<kind>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A fenced block: the word behind its fence, and what it holds."""

    kind: str
    body: str


class Run(NamedTuple):
    """A command of the README, what it printed, and the block of output that the README shows."""

    command: str
    printed: str
    shown: str


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def blocks(path: Path) -> list[Block]:
    return [Block(match["kind"], match["body"]) for match in _BLOCK.finditer(read(path))]


def anchors(path: Path) -> set[str]:
    """The names under which a page's headings can be linked to."""
    headings = re.findall(r"^#+ (.+)$", _BLOCK.sub("", read(path)), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def documented(page: str, word: str) -> bool:
    """Whether a page's tables explain a word: it opens a row or stands in its last cell, as code."""
    rows_of_page = [line.strip("| ").split(" | ") for line in read(DOCS / page).split("\n") if "|" in line]
    return any(f"`{word}`" in cells[0] or cells[-1].startswith(f"`{word}`") for cells in rows_of_page)


def tool(name: str) -> ModuleType:
    """A script of tools/ as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# -- links ------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    broken = []
    for target in _LINK.findall(_BLOCK.sub("", read(page))):
        name, _, anchor = target.partition("#")
        place = page.parent / name if name else page
        if not place.exists() or (anchor and anchor not in anchors(place)):
            broken.append(target)
    assert broken == []


def test_the_index_names_every_page() -> None:
    named = {target.partition("#")[0] for target in _LINK.findall(read(DOCS / "index.md"))}
    assert {path.name for path in DOCS.glob("*.md")} - {"index.md"} <= named


# -- words ------------------------------------------------------------------------------------


@pytest.mark.parametrize("word", [*get_args(Role), *get_args(Act), *get_args(Genre), *get_args(TimeRole)])
@pytest.mark.parametrize("page", ["statement.md", "glossary.md"])
def test_roles_acts_and_genres_are_explained(page: str, word: str) -> None:
    assert documented(page, word)


@pytest.mark.parametrize("word", get_args(NameType))
@pytest.mark.parametrize("page", ["statement.md", "glossary.md"])
def test_types_of_names_are_explained(page: str, word: str) -> None:
    assert documented(page, word)


@pytest.mark.parametrize("word", [*STATUSES, *get_args(Relation)])
@pytest.mark.parametrize("page", ["design.md", "glossary.md"])
def test_statuses_and_relations_are_explained(page: str, word: str) -> None:
    assert documented(page, word)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented_and_changelogged(name: str) -> None:
    assert f"\n## yaksok {name}\n" in read(DOCS / "cli.md")
    assert f"`yaksok {name}`" in read(ROOT / "CHANGELOG.md")
    assert f"yaksok {name} " in read(READMES[0])


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)
def test_every_table_and_column_is_documented(table: Path) -> None:
    lines = [line for line in read(DOCS / "reference-data.md").split("\n") if f"| `{table.name}` |" in line]
    assert len(lines) == 1
    with table.open(encoding="utf-8") as file:
        columns = next(csv.reader(file))
    if not re.search(r"\bas (?:above|organisations)\b", lines[0]):
        assert [column for column in columns if f"`{column}`" not in lines[0]] == []


def test_every_record_column_is_documented() -> None:
    record = statement_record(specimen().statements[0])
    assert [column for column in record if not documented("statement.md", column)] == []


# -- the import table -------------------------------------------------------------------------


def test_the_design_has_the_import_table_of_the_contract() -> None:
    spec = importlib.util.spec_from_file_location(
        "import_direction", Path(__file__).with_name("test_import_direction.py")
    )
    assert spec is not None
    assert spec.loader is not None
    contract = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(contract)
    allowed = {package: others - {package} for package, others in contract.ALLOWED.items()}
    assert import_table() == allowed


def import_table() -> dict[str, set[str]]:
    """The table of docs/design.md, with its "the above" written out."""
    section = read(DOCS / "design.md").partition("### Who may import whom")[2].partition("\n## ")[0]
    found: dict[str, set[str]] = {}
    above: set[str] = set()
    for package, allowed in re.findall(r"^\| `(\w+)` \| (.+) \|$", section, re.MULTILINE):
        plain = allowed.partition(";")[0]
        names = set(re.findall(r"`(\w+)`", plain.partition("without")[0]))
        if plain == "everything":
            found[package] = set(found)
            continue
        if "the above" in plain:
            names |= above
        names -= set(re.findall(r"`(\w+)`", plain.partition("without")[2]))
        found[package] = above = names
    return found


# -- examples ---------------------------------------------------------------------------------


def specimen() -> Document:
    """The document of docs/statement.md, as the program reads it."""
    return read_text(next(block.body for block in blocks(DOCS / "statement.md") if block.kind == "text"))


def example_lines() -> list[str]:
    shown = [block.body for block in blocks(DOCS / "statement.md") if block.kind == "json"]
    return [line for body in shown for line in body.split("\n") if line]


@pytest.mark.parametrize("line", example_lines(), ids=lambda line: line[:40])
def test_the_records_of_the_statement_page_are_what_reading_gives(line: str) -> None:
    wanted = json.loads(line)
    document = specimen()
    if wanted["record"] == "document":
        given = {"record": "document", **{key: getattr(document, key) for key in wanted if key != "record"}}
    else:
        given = statement_record(document.statements[wanted["n"] - 1])
    assert wanted == {key: given[key] for key in wanted}


def commands_of(body: str) -> list[str]:
    return [line for line in body.split("\n") if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> list[Run]:
    """Every yaksok command of the README, run in order in an empty folder beside the sample documents."""
    folder = tmp_path_factory.mktemp("tour")
    (folder / "examples").symlink_to(ROOT / "examples")
    environment = os.environ | {"COLUMNS": "80", "LC_ALL": "C.UTF-8", "NO_COLOR": "1"}
    found: list[Run] = []
    for block in blocks(READMES[0]):
        if block.kind == "text" and found:
            found[-1] = found[-1]._replace(shown=block.body)
        for command in commands_of(block.body) if block.kind == "sh" else ():
            if not command.startswith(".venv/bin/yaksok "):
                continue
            program, *arguments = shlex.split(command)
            names = [
                name
                for argument in arguments
                for name in sorted(map(str, folder.glob(argument)) if "*" in argument else [argument])
            ]
            assert program == ".venv/bin/yaksok"
            done = subprocess.run(
                [sys.executable, "-m", "yaksok.interfaces.cli.main", *names],
                cwd=folder,
                env=environment,
                capture_output=True,
                encoding="utf-8",
                check=False,
            )
            assert (done.returncode, done.stderr) == (0, ""), command
            found.append(Run(command, done.stdout, ""))
    return found


def test_the_tour_shows_every_command_and_each_prints_something(runs: list[Run]) -> None:
    assert {run.command.split()[1] for run in runs} == set(COMMANDS) - {"demo"}
    assert [run.command for run in runs if not run.printed.strip()] == []


def test_the_output_in_the_readme_is_what_the_program_prints(runs: list[Run]) -> None:
    shown = [run for run in runs if run.shown]
    assert shown
    for run in shown:
        printed = [line.rstrip() for line in run.printed.split("\n")]
        assert [line.rstrip() for line in run.shown.split("\n") if line] == printed[: len(printed) - 1]


def test_the_make_commands_of_the_readme_exist() -> None:
    named = re.findall(r"^make (\w+)$", "\n".join(block.body for block in blocks(READMES[0])), re.MULTILINE)
    targets = set(re.findall(r"^(\w+):", read(ROOT / "Makefile"), re.MULTILINE))
    assert named == ["demo", "test"]
    assert set(named) <= targets


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_command_line_names_commands_and_options_that_exist(page: Path) -> None:
    group = yaksok_command()
    for line in re.findall(r"yaksok ((?:read|add|links|promises|demo)\b[^`\n]*)", _shell_lines(page)):
        name, *arguments = shlex.split(line)
        command = group.get_command(click.Context(group), name)
        assert command is not None
        options = {option for parameter in command.params for option in parameter.opts}
        given = [argument for argument in arguments if argument.startswith("--")]
        # docs/errors.md shows a mistyped option on purpose.
        assert [option for option in given if option not in options | {"--help", "--fromat"}] == []


def _shell_lines(page: Path) -> str:
    """Lines of a page that are commands: in shell blocks, and behind a dollar sign."""
    lines = [line for block in blocks(page) if block.kind == "sh" for line in block.body.split("\n")]
    return "\n".join([*lines, *re.findall(r"^\$ (.+)$", read(page), re.MULTILINE)])


def yaksok_command() -> click.Group:
    group = importlib.import_module("yaksok.interfaces.cli.main").yaksok
    assert isinstance(group, click.Group)
    return group


def test_the_python_names_of_the_readme_exist() -> None:
    for page in READMES:
        names = re.findall(r"`yaksok\.(\w+)\(", read(page))
        assert names
        assert [name for name in names if not hasattr(yaksok, name)] == []


def test_the_refusal_on_the_formats_page_is_what_the_program_says(tmp_path: Path) -> None:
    shown = [block.body for block in blocks(DOCS / "formats.md") if block.body.startswith("$ ")]
    assert shown
    for body in shown:
        command, wanted = body.split("\n", maxsplit=1)
        name = command.split()[-1]
        (tmp_path / name).write_bytes(b"%PDF-1.7\n")
        done = subprocess.run(
            [sys.executable, "-m", "yaksok.interfaces.cli.main", "read", name],
            cwd=tmp_path,
            env=os.environ | {"LC_ALL": "C.UTF-8"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert (done.returncode, done.stderr) == (1, wanted)


@pytest.mark.parametrize(
    "value",
    [
        f"{DEFAULT_MAX_BYTES:,} (64 MiB)",
        f"{DEFAULT_LIMITS.seconds:g} seconds",
        f"{DEFAULT_LIMITS.memory_bytes // 1024**3} GiB",
        f"{DEEPEST:,}",
    ],
)
def test_the_limits_on_the_formats_page_are_those_of_the_program(value: str) -> None:
    section = read(DOCS / "formats.md").partition("## Limits")[2]
    assert f"| {value}" in section


# -- the two READMEs --------------------------------------------------------------------------


def test_both_readmes_have_the_same_sections() -> None:
    levels = [re.findall(r"^(#+) ", _BLOCK.sub("", read(page)), re.MULTILINE) for page in READMES]
    assert levels[0] == levels[1]


def test_both_readmes_have_the_same_code_blocks() -> None:
    assert blocks(READMES[0]) == blocks(READMES[1])


def test_both_readmes_have_the_same_picture_and_lists() -> None:
    english, korean = (read(page) for page in READMES)
    assert re.findall(r"!\[.*\]\((.+)\)", english) == re.findall(r"!\[.*\]\((.+)\)", korean)
    assert len(re.findall(r"^- ", english, re.MULTILINE)) == len(re.findall(r"^- ", korean, re.MULTILINE))


# -- picture and scores -----------------------------------------------------------------------


def test_the_picture_is_what_the_demo_prints() -> None:
    picture = tool("readme_picture")
    drawn = picture.words(read(picture.PICTURE))
    assert "yaksok demo" in drawn
    present = picture.structure(picture.words(picture.draw(picture.shown(picture.demo_output()))))
    assert present, "the demo shows no status that the picture could show"
    assert picture.structure(drawn) == present, "run python tools/readme_picture.py"


def test_the_picture_needs_nothing_from_outside() -> None:
    svg = read(ROOT / "docs/images/demo.svg").replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert re.findall(r"https?:|@font-face|@import|url\((?!#)|<image|<script|href=", svg) == []
    assert str(ROOT) not in svg


def test_the_accuracy_page_claims_no_more_than_the_floors() -> None:
    page = tool("accuracy_page")
    floors = {name: floor["measures"] for name, floor in page.load_floors().items()}
    if not floors:
        pytest.skip("no scores are pinned")
    claimed = page.claimed(read(page.PAGE))
    assert claimed
    assert page.excess(read(page.PAGE), floors) == [], "run python tools/accuracy_page.py"


def test_units_named_in_the_docs_are_units_of_the_tables() -> None:
    known = {
        row["unit"] for name in ("korean_counters", "korean_units", "english_units") for row in rows(name)
    }
    known |= {row["code"] for row in rows("currencies")}
    section = read(DOCS / "statement.md").partition("Units are ")[2].partition("Dates are")[0]
    named = set(re.findall(r"`(\w+)`", section))
    assert len(named) > 10
    assert named <= known
