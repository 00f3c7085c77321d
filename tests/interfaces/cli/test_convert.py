"""`yaksok convert` as a user runs it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

PAGE = """<!DOCTYPE html><html lang="ko"><head><meta charset="utf-8"><title>산림 협력</title></head><body>
<h2>산림 협력 위원회</h2><p>□ 누리부는 위원회를 열었다.<script>alert(1)</script><br>ㅇ 나무를 5 &lt; 6 &amp;lt; 심는다.</p>
</body></html>"""


@pytest.mark.parametrize(
    ("target", "begins"),
    [("md", "> 원본: "), ("html", "<!DOCTYPE html>"), ("jsonl", '{"element":"document"')],
)
def test_every_form_of_a_text(run: Run, papers: Path, target: str, begins: str) -> None:
    status, output, error = run("convert", str(papers / "plan.txt"), "--to", target)
    assert (status, error) == (0, "")
    assert output.startswith(begins)
    assert "갯벌 연구소 2개 설치" in output


def test_a_web_page_is_shown_without_running_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    status, output, _ = run("convert", "page.html", "--to", "html")
    assert status == 0
    assert "<script" not in output
    assert "나무를 5 &lt; 6 &amp;lt; 심는다." in output


def test_the_lines_of_a_text_are_its_objects(run: Run, papers: Path) -> None:
    _, output, _ = run("convert", str(papers / "plan.txt"), "--to", "jsonl")
    document, *lines = [json.loads(line) for line in output.splitlines()]
    assert document["media_type"] == "text/plain"
    assert [line["path"] for line in lines] == ["line1", "line3", "line5", "line6", "line7"]


def test_standard_input_and_a_file_for_the_output(run: Run, papers: Path, tmp_path: Path) -> None:
    given = (papers / "plan.txt").read_bytes()
    status, output, error = run("convert", "-", "--to", "md", "--output", "plan.md", given=given)
    assert (status, output, error) == (0, "", "")
    assert (tmp_path / "plan.md").read_text(encoding="utf-8").startswith("> 원본: \\- (text/plain)")


def test_an_output_that_cannot_be_written(run: Run, papers: Path) -> None:
    status, output, error = run("convert", str(papers / "plan.txt"), "--to", "md", "--output", "none/plan.md")
    assert (status, output) == (1, "")
    assert error.startswith("Y306: none/plan.md cannot be written: No such file or directory.")


@pytest.mark.parametrize("arguments", [["plan.txt"], ["plan.txt", "--to", "pdf"], ["--to", "md"]])
def test_a_wrong_command_line(run: Run, arguments: list[str]) -> None:
    status, output, error = run("convert", *arguments)
    assert (status, output) == (2, "")
    assert error.startswith("Y301: ")


def test_a_file_that_cannot_be_read(run: Run) -> None:
    status, output, error = run("convert", "missing.txt", "--to", "md")
    assert (status, output) == (1, "")
    assert error.startswith("Y101: ")
