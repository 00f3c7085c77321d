"""What a verification finds is told in Korean: every sentence of the code, whatever stands in it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import yaksok.ledger.audit
import yaksok.ledger.audited_ids
import yaksok.ledger.misfits
from yaksok.interfaces.telling.findings import EXPECTED, HOLDING, OF_LEDGERS, OF_READINGS, finding
from yaksok.views.verification import Difference

ENGLISH = re.compile(r"[a-z]{2,} [a-z]{2,}")
PLACE = re.compile(r"%\((\w+)\)s")


def sentences_of(module: ModuleType) -> Iterator[str]:
    """The findings in a module: what begins in lower case and has three words, with X for what is filled in."""
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    inner = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        said = ""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            said = node.value
        elif isinstance(node, ast.JoinedStr):
            said = "".join(str(part.value) if isinstance(part, ast.Constant) else "X" for part in node.values)
        if id(node) not in documentation | inner and len(said.split()) > 2 and said[0].islower():
            yield said


@pytest.mark.parametrize("module", [yaksok.ledger.audit, yaksok.ledger.audited_ids, yaksok.ledger.misfits])
def test_every_finding_of_a_ledger_is_known(module: ModuleType) -> None:
    found = [said for said in sentences_of(module) if "PRAGMA" not in said]
    assert found
    assert [
        said for said in found if finding(said, "ko") == said or ENGLISH.search(finding(said, "ko"))
    ] == []


@pytest.mark.parametrize("what", OF_READINGS)
@pytest.mark.parametrize("statement", [None, 7])
def test_every_difference_of_a_reading_is_told(what: str, statement: int | None) -> None:
    said = PLACE.sub("“가:나”", what)
    for expected in EXPECTED:
        side = PLACE.sub("12", expected)
        line = Difference(statement, said, side, "“다”, 4").line()
        told = finding(line, "ko")
        assert ENGLISH.search(told) is None, told
        assert "“다”, 4" in told
        assert finding(line, "en") == line


def test_what_no_template_fits_is_left_as_it_is() -> None:
    assert finding("row 5 missing from index documents_by_address", "ko").startswith("row 5 missing")
    assert len({*HOLDING, *OF_LEDGERS}) == len(HOLDING) + len(OF_LEDGERS)
