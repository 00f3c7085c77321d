"""The documentation says what the program does: links lead somewhere, words are explained, examples hold."""

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
from typing import get_args

import click
import pytest
from tests.support.pages import (
    DOCS,
    PAGES,
    READMES,
    ROOT,
    anchors,
    blocks,
    explains,
    prose_of,
    script,
    shell_lines,
    text_of,
)
from tests.support.reading import read as read_text

from yaksok.interfaces.cli.main import COMMANDS, HANCOM_NOTICE
from yaksok.interfaces.records_json import statement_record
from yaksok.read.html.reader import DEEPEST
from yaksok.read.sources import DEFAULT_MAX_BYTES
from yaksok.read.worker import DEFAULT_LIMITS
from yaksok.records.commitment import STATUSES
from yaksok.records.link import Relation
from yaksok.records.mentions import NameType, TimeRole
from yaksok.records.statement import Act, Document, Genre, Role
from yaksok.reference.tables import rows

TABLES = sorted((ROOT / "src/yaksok/reference/data").glob("*.csv"))
_LINK = re.compile(r"\]\((?!https?:)([^)\s]+)\)")


# -- links ------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    broken = []
    for target in _LINK.findall(prose_of(page)):
        name, _, anchor = target.partition("#")
        place = page.parent / name if name else page
        if not place.exists() or (anchor and anchor not in anchors(place)):
            broken.append(target)
    assert broken == []


def test_the_index_names_every_page() -> None:
    named = {target.partition("#")[0] for target in _LINK.findall(text_of(DOCS / "index.md"))}
    assert {path.name for path in DOCS.glob("*.md")} - {"index.md"} <= named


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_file_that_a_page_names_exists(page: Path) -> None:
    named = re.findall(r"`([\w./-]+\.(?:py|csv|json|md))`", prose_of(page))
    names = [name for name in named if "*" not in name]
    places = (
        ROOT,
        ROOT / "src/yaksok",
        ROOT / "src/yaksok/reference/data",
        ROOT / "docs",
        ROOT / "tests/gold",
    )
    missing = [
        name
        for name in names
        if not any((place / name).exists() for place in places)
        and ("/" in name or not any((ROOT / "src/yaksok").rglob(name)))
    ]
    assert missing == []


# -- words ------------------------------------------------------------------------------------


@pytest.mark.parametrize("word", [*get_args(Role), *get_args(Act), *get_args(Genre), *get_args(TimeRole)])
@pytest.mark.parametrize("page", ["statement.md", "glossary.md"])
def test_roles_acts_and_genres_are_explained(page: str, word: str) -> None:
    assert explains(DOCS / page, word)


@pytest.mark.parametrize("word", get_args(NameType))
@pytest.mark.parametrize("page", ["statement.md", "glossary.md"])
def test_types_of_names_are_explained(page: str, word: str) -> None:
    assert explains(DOCS / page, word)


@pytest.mark.parametrize("word", [*STATUSES, *get_args(Relation)])
@pytest.mark.parametrize("page", ["design.md", "glossary.md"])
def test_statuses_and_relations_are_explained(page: str, word: str) -> None:
    assert explains(DOCS / page, word)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented_and_changelogged(name: str) -> None:
    assert f"\n## yaksok {name}\n" in text_of(DOCS / "cli.md")
    assert f"`yaksok {name}`" in text_of(ROOT / "CHANGELOG.md")
    assert f"yaksok {name} " in text_of(READMES[0])


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)
def test_every_table_and_column_is_documented(table: Path) -> None:
    lines = [
        line for line in text_of(DOCS / "reference-data.md").split("\n") if f"| `{table.name}` |" in line
    ]
    assert len(lines) == 1
    with table.open(encoding="utf-8") as file:
        columns = next(csv.reader(file))
    if not re.search(r"\bas (?:above|organisations)\b", lines[0]):
        assert [column for column in columns if f"`{column}`" not in lines[0]] == []


def test_every_record_column_is_documented() -> None:
    record = statement_record(specimen().statements[0])
    assert [column for column in record if not explains(DOCS / "statement.md", column)] == []


# -- the import table -------------------------------------------------------------------------


def test_the_design_has_the_import_table_of_the_contract() -> None:
    contract = script(Path(__file__).with_name("test_import_direction.py"))
    allowed = {package: others - {package} for package, others in contract.ALLOWED.items()}
    assert import_table() == allowed


def import_table() -> dict[str, set[str]]:
    """The table of docs/design.md, with its "the above" written out."""
    section = text_of(DOCS / "design.md").partition("### Who may import whom")[2].partition("\n## ")[0]
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


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_command_line_names_commands_and_options_that_exist(page: Path) -> None:
    group = yaksok_command()
    for line in re.findall(rf"yaksok ((?:{'|'.join(COMMANDS)})\b[^`\n]*)", shell_lines(page)):
        name, *arguments = shlex.split(line)
        command = group.get_command(click.Context(group), name)
        assert command is not None
        if isinstance(command, click.Group) and arguments and not arguments[0].startswith("-"):
            command = command.get_command(click.Context(command), arguments[0])
            assert command is not None, line
        options = {option for parameter in command.params for option in parameter.opts}
        given = [argument for argument in arguments if argument.startswith("--")]
        # docs/errors.md shows a mistyped option on purpose.
        assert [option for option in given if option not in options | {"--help", "--fromat"}] == []


def yaksok_command() -> click.Group:
    group = importlib.import_module("yaksok.interfaces.cli.main").yaksok
    assert isinstance(group, click.Group)
    return group


# The beginning of a file of Hancom Office before 2000.
_HWP_3 = b"HWP Document File V3.00 \x1a\x01\x02\x03\x04\x05"


def test_the_refusal_on_the_formats_page_is_what_the_program_says(tmp_path: Path) -> None:
    shown = [block.body for block in blocks(DOCS / "formats.md") if block.body.startswith("$ ")]
    assert shown
    for body in shown:
        command, wanted = body.split("\n", maxsplit=1)
        name = command.split()[-1]
        (tmp_path / name).write_bytes(_HWP_3)
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
    section = text_of(DOCS / "formats.md").partition("## Limits")[2]
    assert f"| {value}" in section


@pytest.mark.parametrize(
    "page",
    [*READMES, DOCS / "formats.md", DOCS / "cli.md", ROOT / "src/yaksok/read/hwp/reader.py"],
    ids=lambda path: path.name,
)
def test_hancoms_notice_stands_where_hancom_asks_for_it(page: Path) -> None:
    assert HANCOM_NOTICE in text_of(page)


def test_units_named_in_the_docs_are_units_of_the_tables() -> None:
    known = {
        row["unit"] for name in ("korean_counters", "korean_units", "english_units") for row in rows(name)
    }
    known |= {row["code"] for row in rows("currencies")}
    section = text_of(DOCS / "statement.md").partition("Units are ")[2].partition("Dates are")[0]
    named = set(re.findall(r"`(\w+)`", section))
    assert len(named) > 10
    assert named <= known
