"""`yaksok verify` as a user runs it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from yaksok.errors import SourceEmpty
from yaksok.interfaces import verifying
from yaksok.interfaces.verifying import check_work, fingerprint_work, verify_many
from yaksok.read.bids import Reader, choose_reader
from yaksok.read.sources import RawSource
from yaksok.read.worker import Outcome, map_guarded

Run = Callable[..., tuple[int, str, str]]


def test_sound_files_are_told_one_a_line(run: Run, papers: Path) -> None:
    status, output, error = run("verify", str(papers))
    assert (status, error) == (0, "")
    plan, review = output.splitlines()
    assert re.fullmatch(
        r".*plan\.txt: 5 statements hold all \d+ characters, each once; two readings are the same\.", plan
    )
    assert "review.txt" in review


def test_standard_input(run: Run, papers: Path) -> None:
    status, output, _ = run("verify", "-", given=(papers / "plan.txt").read_bytes())
    assert (status, output[:2]) == (0, "-:")


def test_an_earlier_reading_holds_until_its_source_changes(run: Run, papers: Path, tmp_path: Path) -> None:
    plan = papers / "plan.txt"
    (tmp_path / "earlier.jsonl").write_text(run("read", str(papers))[1], encoding="utf-8")
    status, output, error = run("verify", str(papers), "--reading", "earlier.jsonl")
    assert (status, error) == (0, "")
    assert output.count("; the earlier reading holds.") == 2
    plan.write_text(plan.read_text(encoding="utf-8").replace("2개", "3개"), encoding="utf-8")
    status, output, error = run("verify", str(papers), "--reading", "earlier.jsonl")
    assert status == 1
    assert re.search(r'plan\.txt: statement \d+, text: expected ".*2개 설치", found ".*3개 설치"', output)
    assert "SHA-256 of the source" in output
    assert "review.txt: " in output
    assert re.fullmatch(r"Y121: .*plan\.txt does not verify; differences: 4\. Next: .*\n", error)


def test_a_file_without_an_earlier_reading(run: Run, papers: Path, tmp_path: Path) -> None:
    (tmp_path / "earlier.jsonl").write_text(run("read", str(papers))[1], encoding="utf-8")
    (tmp_path / "new.txt").write_text("협력을 확대한다.\n", encoding="utf-8")
    status, output, _ = run("verify", "new.txt", "--reading", "earlier.jsonl")
    assert status == 1
    assert "new.txt: earlier reading: expected one of new.txt, found 2 of other files" in output


@pytest.mark.parametrize(
    ("arguments", "number"),
    [
        (["missing.txt"], "Y101"),
        (["plan.txt", "--reading", "plan.txt"], "Y122"),
        (["plan.txt", "--reading", "x"], "Y101"),
    ],
)
def test_what_cannot_be_read_gives_its_number(
    run: Run, papers: Path, tmp_path: Path, arguments: list[str], number: str
) -> None:
    (papers / "plan.txt").rename(tmp_path / "plan.txt")
    status, _, error = run("verify", *arguments)
    assert status == 1
    assert error.startswith(f"{number}: ")


def test_a_file_that_cannot_be_read_does_not_stop_the_others(run: Run, papers: Path) -> None:
    (papers / "blank.txt").write_text(" \n", encoding="utf-8")
    status, output, error = run("verify", str(papers))
    assert status == 1
    assert len(output.splitlines()) == 2
    assert error.startswith(f"{SourceEmpty.wording.number}: ")


def test_two_readings_that_differ_are_noticed(papers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def other_fingerprints(
        function: Callable[[Any], Any], items: Iterable[Any], **named: Any
    ) -> Iterator[Outcome[Any]]:
        for outcome in map_guarded(function, items, **named):
            yield replace(outcome, value="other") if function is fingerprint_work else outcome

    monkeypatch.setattr(verifying, "map_guarded", other_fingerprints)
    reports = [verified.report for verified in verify_many([str(papers / "plan.txt")])]
    assert reports[0] is not None
    assert [each.line() for each in reports[0].differences] == [
        "second reading: expected the same as the first, found another"
    ]


def test_a_second_walk_of_the_file_is_held_against_the_reading(
    papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locate(_raw: RawSource) -> Iterator[tuple[str, str]]:
        yield "section0/p0", "없는 글"

    def with_walk(raw: RawSource) -> Reader:
        return replace(choose_reader(raw), locate=locate)

    monkeypatch.setattr(verifying, "choose_reader", with_walk)
    report = check_work(((str(papers / "plan.txt"), 10_000, None), None))
    assert [each.line() for each in report.differences] == [
        'paragraph "section0/p0": expected "없는 글" as in the file, found ""'
    ]
