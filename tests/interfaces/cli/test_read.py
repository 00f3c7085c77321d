"""`yaksok read` as a user runs it."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PLAN = """2025년 누리부 주요업무 추진계획

□ 교역 확대
 ㅇ 2025년 하반기까지 무역 사무소 2개를 새로 연다.
"""


@pytest.fixture
def readers() -> int:
    """Several, as for a user: order and outcome do not depend on which one is done first."""
    return 2


def yaksok(*arguments: str, given: bytes = b"", **environment: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "yaksok.interfaces.cli.main", *arguments],
        input=given,
        capture_output=True,
        check=False,
        env={"PATH": "/usr/bin:/bin", "LANG": "C", **environment},
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def parsed(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


def test_the_records_of_the_contract(plan: Path) -> None:
    status, output, errors = yaksok("read", str(plan))
    document, *statements = parsed(output)
    assert (status, errors) == (0, "")
    assert document["record"] == "document"
    assert document["text"] == PLAN
    assert {"title", "date", "issuer", "genre", "language"} <= document.keys()
    assert [statement["n"] for statement in statements] == list(range(1, len(statements) + 1))
    fields = "record n span role act marker text trail parties times quantities names extent parent".split()
    assert all(set(fields) == statement.keys() for statement in statements)
    assert "무역 사무소" in output, "letters are written as they are"


def test_standard_input(plan: Path) -> None:
    status, output, _errors = yaksok("read", "-", given=PLAN.encode("cp949"))
    document = parsed(output)[0]
    assert status == 0
    assert document["text"] == PLAN
    assert document["source"] == {
        "path": "-",
        "media_type": "text/plain",
        "encoding": "cp949",
        "sha256": document["source"]["sha256"],  # type: ignore[index]
    }
    assert yaksok("read", str(plan))[1].count("\n") == output.count("\n")


def test_several_files_and_folders_follow_one_another(tmp_path: Path, plan: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "b.txt").write_text(PLAN, encoding="utf-16")
    (folder / "a.html").write_text("<html><body><p>교역을 확대한다.</p></body></html>", encoding="utf-8")
    status, output, errors = yaksok("read", str(plan), str(folder))
    documents = [record for record in parsed(output) if record["record"] == "document"]
    paths = [Path(document["source"]["path"]).name for document in documents]  # type: ignore[index]
    assert (status, errors) == (0, "")
    assert paths == ["plan.txt", "a.html", "b.txt"]


def test_a_bad_file_is_told_and_the_rest_goes_on(tmp_path: Path, plan: Path) -> None:
    (tmp_path / "scan.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    status, output, errors = yaksok("read", "missing.txt", str(tmp_path / "scan.txt"), str(plan))
    assert status == 1
    assert [record["record"] for record in parsed(output)].count("document") == 1
    assert [line[:5] for line in errors.splitlines()] == ["Y101:", "Y105:"]
    assert all(" Next: " in line for line in errors.splitlines())


@pytest.mark.parametrize(
    ("name", "data", "number"),
    [
        ("empty.txt", b"", "Y104"),
        ("blank.txt", b" \n\n", "Y104"),
        ("noise.txt", bytes(range(256)) * 100, "Y107"),
        ("archive.txt", b"PK\x03\x04 something", "Y105"),
        ("report.html", b"%PDF-1.7 ...", "Y116"),
        ("plan.txt", b"{\\rtf1 text}", "Y106"),
        ("plan.hwp", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(2048, b"\0"), "Y106"),
        ("deep.html", b"<html><body>" + b"<div>" * 100_000, "Y113"),
    ],
)
def test_bad_input_gives_its_number_and_no_traceback(
    tmp_path: Path, name: str, data: bytes, number: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    status, output, errors = yaksok("read", str(path))
    assert (status, output) == (1, "")
    assert errors.startswith(f"{number}: {path}" if number != "Y107" else number)
    assert len(errors.splitlines()) == 1


def test_a_page_that_is_only_text_by_content(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PLAN, encoding="utf-8")
    assert parsed(yaksok("read", str(path))[1])[0]["source"]["media_type"] == "text/plain"  # type: ignore[index]


def test_a_zip_called_text_is_named(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("plan.txt", PLAN)
    path = tmp_path / "plan.txt"
    path.write_bytes(buffer.getvalue())
    assert "format ZIP" in yaksok("read", str(path))[2]


def test_the_size_limit_is_an_option(plan: Path) -> None:
    assert yaksok("read", str(plan), "--max-bytes", "10")[2].startswith("Y103: ")
    assert yaksok("read", str(plan), "--max-bytes", "100000")[0] == 0


def test_errors_speak_korean_in_a_korean_locale() -> None:
    assert "파일이 없습니다. 다음 단계:" in yaksok("read", "missing.txt", LC_ALL="ko_KR.UTF-8")[2]


def test_a_table_to_look_at(plan: Path) -> None:
    status, output, _errors = yaksok("read", "--format", "table", str(plan), COLUMNS="120")
    assert status == 0
    assert "statement" in output
    assert "무역 사무소 2개를" in output


@pytest.mark.parametrize(
    "arguments",
    [["read"], ["read", "--format", "xml", "x"], ["read", "--nonsense"], ["nonsense"], ["--nonsense"]],
)
def test_a_wrong_command_line(arguments: list[str]) -> None:
    status, output, errors = yaksok(*arguments)
    assert (status, output) == (2, "")
    assert errors.startswith("Y301: ")
    assert "--help" in errors


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("".join(f"□ {number}번째 과제를 추진한다.\n" for number in range(3000)), encoding="utf-8")
    command = f"{sys.executable} -m yaksok.interfaces.cli.main read {path} | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False, text=True)
    assert done.stderr == ""
    assert done.stdout.startswith('{"record":"document"')


def test_all_output_is_utf8_whatever_the_locale(plan: Path) -> None:
    assert "누리부" in yaksok("read", str(plan), LC_ALL="C", PYTHONIOENCODING="ascii")[1]
