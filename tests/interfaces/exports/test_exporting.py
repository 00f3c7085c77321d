"""Files appear whole or not at all, and nothing is replaced unasked."""

from __future__ import annotations

import importlib
import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest

import yaksok
from yaksok.errors import (
    BadUsage,
    ExportTargetTaken,
    LedgerNotFound,
    OutputNotWritable,
    TablePackageMissing,
    UnknownExportFormat,
    UnknownTable,
)
from yaksok.interfaces.cli.main import main
from yaksok.interfaces.exports import exporting
from yaksok.interfaces.exports.text_files import write_jsonl


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_one_table_is_a_file_and_several_are_a_folder(ledger: yaksok.Ledger, tmp_path: Path) -> None:
    ledger.export(tmp_path / "alone.jsonl", what="problems")
    ledger.export(tmp_path / "some", what=["sources", "problems"])
    ledger.export(tmp_path / "some", what="documents")
    assert names(tmp_path) == ["alone.jsonl", "some"]
    assert names(tmp_path / "some") == ["documents.jsonl", "problems.jsonl", "sources.jsonl"]
    assert (tmp_path / "alone.jsonl").read_bytes() == (tmp_path / "some" / "problems.jsonl").read_bytes()


def test_nothing_is_replaced_without_force(ledger: yaksok.Ledger, tmp_path: Path) -> None:
    taken = tmp_path / "out" / "sources.csv"
    taken.parent.mkdir()
    taken.write_text("mine", encoding="utf-8")
    with pytest.raises(ExportTargetTaken, match=r"sources\.csv"):
        ledger.export(tmp_path / "out", format="csv", what=["problems", "sources"])
    assert names(taken.parent) == ["sources.csv"]
    assert taken.read_text(encoding="utf-8") == "mine"
    ledger.export(tmp_path / "out", format="csv", what=["problems", "sources"], force=True)
    assert taken.read_text(encoding="utf-8").startswith("sha256,")
    assert names(taken.parent) == ["problems.csv", "sources.csv"]


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_is_never_replaced(ledger: yaksok.Ledger, tmp_path: Path, *, force: bool) -> None:
    with pytest.raises(ExportTargetTaken):
        ledger.export(tmp_path, format="prov", force=force)


def test_a_file_that_appears_meanwhile_is_kept(
    ledger: yaksok.Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.jsonl"

    def slowly(*given: Any) -> int:
        target.write_text("theirs", encoding="utf-8")
        return write_jsonl(*given)

    monkeypatch.setattr(exporting, "write_jsonl", slowly)
    with pytest.raises(ExportTargetTaken):
        ledger.export(target, what="problems")
    assert names(tmp_path) == ["out.jsonl"]
    assert target.read_text(encoding="utf-8") == "theirs"


@pytest.mark.parametrize("wrong", [KeyboardInterrupt, MemoryError])
def test_a_call_that_is_stopped_leaves_nothing(
    ledger: yaksok.Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: type[BaseException]
) -> None:
    def stop(*_given: Any) -> int:
        raise wrong

    monkeypatch.setattr(exporting, "write_csv", stop)
    with pytest.raises(wrong):
        ledger.export(tmp_path / "out", format="csv")
    assert names(tmp_path) == []


def test_a_file_has_the_rights_of_any_new_file(ledger: yaksok.Ledger, tmp_path: Path) -> None:
    ledger.export(tmp_path / "out.jsonl", what="problems")
    (tmp_path / "new").touch()
    modes = {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("out.jsonl", "new")}
    assert len(modes) == 1


def test_a_folder_that_is_not_there_or_cannot_be_written(ledger: yaksok.Ledger, tmp_path: Path) -> None:
    with pytest.raises(OutputNotWritable):
        ledger.export(tmp_path / "no" / "such" / "out.jsonl", what="problems")
    (tmp_path / "file").touch()
    with pytest.raises(OutputNotWritable):
        ledger.export(tmp_path / "file" / "out.jsonl", what="problems")


def test_what_cannot_be_asked_for_writes_nothing(ledger: yaksok.Ledger, tmp_path: Path) -> None:
    with pytest.raises(BadUsage, match="csv"):
        ledger.export(tmp_path / "out", format="parquet", bom=True)
    with pytest.raises(UnknownExportFormat, match="parquet"):
        ledger.export(tmp_path / "out", format="xlsx")
    with pytest.raises(UnknownTable, match="mentions"):
        ledger.export(tmp_path / "out", what=["sentences"])
    with pytest.raises(LedgerNotFound):
        yaksok.Ledger(tmp_path / "none.db").export(tmp_path / "out")
    assert names(tmp_path) == []


@pytest.mark.parametrize("missing", ["pyarrow", "polars", "pandas"])
def test_a_missing_package_is_named_with_what_to_install(
    ledger: yaksok.Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    load = importlib.import_module

    def without(name: str) -> Any:
        if name.partition(".")[0] == missing:
            raise ImportError(name)
        return load(name)

    monkeypatch.setattr(importlib, "import_module", without)
    table = ledger.table("problems")
    asked = {
        "pyarrow": lambda: ledger.export(tmp_path / "out", format="parquet"),
        "polars": table.to_polars,
        "pandas": table.to_pandas,
    }
    with pytest.raises(TablePackageMissing, match=rf"{missing}.*yaksok\[tables\]"):
        asked[missing]()
    assert list(table.rows())
    assert names(tmp_path) == []


# -- the command ------------------------------------------------------------------------------


def test_the_command_tells_what_it_wrote(
    ledger: yaksok.Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    where = str(ledger).split("'")[1]
    monkeypatch.chdir(tmp_path)
    given = ["export", "--ledger", where, "--format", "jsonl", "--what", "documents, decisions", "-o", "out"]
    assert main(given) == 0
    out = capsys.readouterr().out.replace(os.sep, "/")
    assert out == "out/documents.jsonl: 4 records\nout/decisions.jsonl: 1 record\n"
    assert json.loads((tmp_path / "out/decisions.jsonl").read_text(encoding="utf-8"))["note"] == "=읽어 봄"
    assert main(given) == 1
    assert "Y330" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (["--format", "jsonl", "--bom"], ("Y301", 2)),
        (["--format", "prov", "--what", "links"], ("Y301", 2)),
        (["--format", "annotations", "--as-of", "2025-01-01"], ("Y301", 2)),
        (["--format", "csv", "--what", "links", "--as-of", "2025-01-01"], ("Y301", 2)),
        (["--format", "csv", "--as-of", "spring"], ("Y302", 1)),
        (["--format", "csv", "--what", "sentences"], ("Y332", 1)),
        (["--format", "xlsx"], ("Y301", 2)),
    ],
)
def test_the_command_refuses_what_means_nothing(
    ledger: yaksok.Ledger,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    given: list[str],
    wanted: tuple[str, int],
) -> None:
    where = str(ledger).split("'")[1]
    number, status = wanted
    assert main(["export", "--ledger", where, *given, "-o", str(tmp_path / "out")]) == status
    assert capsys.readouterr().err.startswith(number)
    assert names(tmp_path) == []
