"""docs/ledger.md names every table and column of a ledger, and no other."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from sqlalchemy import Table
from tests.support.pages import DOCS, blocks, text_of

from yaksok.ledger import derived_tables, tables
from yaksok.ledger.journal import Kind
from yaksok.ledger.location import ENCRYPTION
from yaksok.records.decision import KINDS

PAGE = DOCS / "ledger.md"
TABLES: dict[str, Table] = {**tables.metadata.tables, **derived_tables.metadata.tables}


def sections() -> dict[str, str]:
    """The sections that describe one table each, by its name."""
    parts = re.split(r"^### (\w+)$", text_of(PAGE), flags=re.MULTILINE)
    return {
        name: re.split(r"^## ", body, flags=re.MULTILINE)[0]
        for name, body in zip(parts[1::2], parts[2::2], strict=True)
    }


def described(section: str) -> list[str]:
    """The columns in the first cells of a section's table."""
    cells = re.findall(r"^\| (`[^|]+) \|", section, re.MULTILINE)
    return [name for cell in cells for name in re.findall(r"`(\w+)`", cell)]


def test_the_page_describes_the_tables_of_a_ledger() -> None:
    assert sections().keys() == TABLES.keys()


@pytest.mark.parametrize("name", TABLES)
def test_the_page_names_the_columns_of_a_table(name: str) -> None:
    assert sorted(described(sections()[name])) == sorted(column.name for column in TABLES[name].columns)


def test_tables_that_are_no_records_can_be_told_by_their_names() -> None:
    derived = {name for name in TABLES if name.startswith("derived_")}
    assert derived == set(derived_tables.metadata.tables)
    assert {table.name for table in tables.RECORDS} == TABLES.keys() - derived


def test_kinds_are_named() -> None:
    assert [kind for kind in get_args(Kind) if f"`{kind}`" not in sections()["journal"]] == []
    assert [kind for kind in KINDS if f"`{kind}`" not in sections()["decisions"]] == []


def test_what_a_url_may_say_of_encryption_is_named() -> None:
    section = text_of(PAGE).partition("\n## PostgreSQL\n")[2].partition("\n## ")[0]
    assert [word for word in ENCRYPTION if f"`{word}`" not in section] == []


def test_the_page_shows_how_to_check_and_to_copy() -> None:
    shown = "\n".join(block.body for block in blocks(PAGE) if block.kind == "sh")
    assert "yaksok verify --ledger" in shown
    assert "--head" in shown
    assert "yaksok backup" in shown
