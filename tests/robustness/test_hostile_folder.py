"""A folder with hostile files among good ones: the good ones are read, and each other one is on record."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from tests.robustness.office_specimens import LINES, NOTICE
from tests.robustness.pdf_builder import PAGES, build, text_objects, text_pdf
from tests.robustness.test_hostile_compound import with_stream
from tests.robustness.test_hostile_packages import MAIN, members_of, nested, parts_of
from tests.robustness.unpacking import packed_zip
from tests.robustness.zip_builder import Member, archive, bomb
from tests.support.office.docx_writer import write_docx
from tests.support.office.hwp_writer import write_hwp
from tests.support.office.hwpx_writer import write_hwpx

from yaksok.interfaces.documents import read_many
from yaksok.read.worker import Limits

GOOD = {
    "a.hwpx": write_hwpx(NOTICE),
    "h.hwp": write_hwp(NOTICE),
    "p.docx": write_docx(NOTICE),
    "v.pdf": text_pdf([LINES]),
    "z.txt": "□ 정부는 올해 숲에 나무를 심는다.\n".encode(),
}
# Files that are what their content is, whatever they are called.
MISLABELLED = {
    "b.hwp": write_hwpx(NOTICE),
    "c.hwpx": write_hwp(NOTICE),
    "d.txt": write_docx(NOTICE),
    "e.docx": text_pdf([LINES]),
}
HOSTILE = {
    "g1.hwpx": (
        archive(members_of("hwpx", Member(MAIN["hwpx"], packed=bomb(1_536), size=1_536 << 20))),
        "Y117",
    ),
    "g2.docx": (nested("docx", "<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>", 30_000), "Y113"),
    "g3.hwp": (with_stream("BodyText/Section0", bomb(1_536)), "Y117"),
    "g4.docx": (
        packed_zip(parts_of("docx") | {MAIN["docx"]: b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
        "Y118",
    ),
    "g5.hwpx": (write_hwpx(NOTICE)[:2_000], "Y116"),
    "g6.hwp": (write_hwp(NOTICE)[:2_000], "Y116"),
    "g7.pdf": (b"%PDF-1.7\n%%EOF", "Y116"),
    "g8.pdf": (build(text_objects([]) | {PAGES: b"<</Type/Pages/Kids[2 0 R]/Count 1>>"}), None),
    "g9.hwpx": (b"", "Y104"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("hostile")
    for name, data in (
        GOOD | MISLABELLED | {name: data for name, (data, _number) in HOSTILE.items()}
    ).items():
        (place / name).write_bytes(data)
    return place


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "yaksok.interfaces.cli.main", *arguments],
        env=os.environ | {"LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def test_read_goes_on(folder: Path) -> None:
    done = run("read", str(folder))
    assert done.returncode == 1
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert sum("source" in record for record in records) == len(GOOD) + len(MISLABELLED)
    lines = done.stderr.splitlines()
    assert len(lines) == len(HOSTILE)
    for line, (name, (_data, number)) in zip(lines, HOSTILE.items(), strict=True):
        assert name in line
        assert number is None or line.startswith(f"{number}: ")


@pytest.mark.parametrize("name", [*HOSTILE])
def test_a_hostile_file_alone_is_one_line(folder: Path, name: str) -> None:
    done = run("read", str(folder / name))
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith(HOSTILE[name][1] or "Y1")


def test_add_goes_on_and_records_each_problem(folder: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.db"
    done = run("add", "--ledger", str(ledger), str(folder))
    assert done.returncode == 1
    assert f"{len(HOSTILE)} not readable" in done.stdout
    with sqlite3.connect(ledger) as connection:
        rows = connection.execute("SELECT address, number FROM problems WHERE version IS NULL").fetchall()
    connection.close()
    found = {Path(address).name: number for address, number in rows}
    assert set(found) == set(HOSTILE)
    assert all(number is None or found[name] == number for name, (_data, number) in HOSTILE.items())
    again = run("add", "--ledger", str(ledger), str(folder))
    assert again.returncode == 1
    assert "unchanged" in again.stdout


def test_a_text_that_explodes_is_cut_off(folder: Path) -> None:
    limits = Limits(seconds=60, processes=1, output_bytes=1_500)
    found = list(read_many([str(folder / "a.hwpx"), str(folder / "z.txt")], limits=limits))
    assert found[0].error is not None
    assert found[0].error.number == "Y117"
    assert "1,500 bytes" in str(found[0].error)
    assert found[1].read is not None
