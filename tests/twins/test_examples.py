"""examples/formats/ holds what tools/make_examples.py writes."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.office.pdf_writer import has_weasyprint
from tests.support.office.samples import EXAMPLES, SAMPLES
from tests.support.office.twins import WRITERS
from tests.support.pages import ROOT, script

from yaksok.interfaces.samples import GIVEN_AS, sample_files

make_examples = script(ROOT / "tools" / "make_examples.py")
FORMATS = EXAMPLES / "formats"


def test_each_sample_lies_there_in_each_format() -> None:
    there = {path.relative_to(FORMATS) for path in FORMATS.rglob("*") if path.is_file()}
    assert there == {Path(kind, f"{Path(name).stem}.{kind}") for name in SAMPLES for kind in WRITERS}


def test_every_source_is_described() -> None:
    assert sorted(SAMPLES) == sorted(path.name for path in EXAMPLES.glob("[0-9]*.*"))


def test_the_files_are_what_the_script_writes() -> None:
    kinds = {kind for kind in WRITERS if kind != "pdf" or has_weasyprint()}
    changed = [
        path.name
        for path, data in make_examples.wanted(kinds)
        if not make_examples.same(path.read_bytes(), data, path.suffix[1:])
    ]
    assert changed == []


def test_a_changed_or_strange_file_is_found(tmp_path: Path) -> None:
    (tmp_path / "hwp").mkdir()
    for name in ("2018-second-half-plan.docx", "2018-second-half-plan.hwp", "2017-plan.hwp"):
        (tmp_path / "hwp" / name).write_bytes(b"")
    assert [path.name for path in make_examples.strangers(tmp_path)] == [
        "2017-plan.hwp",
        "2018-second-half-plan.docx",
    ]
    path, data = next(make_examples.wanted({"txt"}))
    assert not make_examples.same(path.read_bytes(), data.replace("평화".encode(), b"x"), "txt")


def test_the_files_are_small() -> None:
    sizes = {path.name: path.stat().st_size for path in FORMATS.rglob("*") if path.is_file()}
    assert max(sizes.values()) < 60_000
    assert sum(sizes.values()) < 2_000_000


def test_the_demo_reads_every_sample_once_and_every_format() -> None:
    files = sample_files(EXAMPLES)
    assert sorted(path.stem for path in files) == sorted(Path(name).stem for name in SAMPLES)
    assert all(path.is_file() for path in files)
    assert {path.suffix for path in files} == {".docx", ".html", ".hwp", ".hwpx", ".pdf", ".txt"}


@pytest.mark.parametrize("stem", GIVEN_AS)
def test_what_the_demo_reads_in_another_format_is_a_sample(stem: str) -> None:
    assert any(Path(name).stem == stem for name in SAMPLES)
