"""`yaksok promises` as a user runs it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.support.commands import Ask, Run


def by_text(records: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {record["text"]: record for record in records}


def test_every_promise_has_a_verdict_with_its_reason(ask: Ask) -> None:
    told = by_text(ask("promises", "--as-of", "2021-06-01"))
    kept = told["페루와 해양안전협정 체결"]
    assert (kept["status"], kept["due"], kept["testable"]) == ("kept", None, True)
    assert [(one["doc"], one["relation"]) for one in kept["evidence"]] == [("review", "fulfilled_by")]
    late = told["2020년까지 갯벌 연구소 2개 설치"]
    assert (late["status"], late["due"], late["evidence"]) == ("overdue_no_evidence", "2020-12-31", [])
    assert all(record["why"].endswith(".") for record in told.values())


def test_as_of_an_earlier_day(ask: Ask) -> None:
    told = by_text(ask("promises", "--as-of", "2020-01-01"))
    assert {record["status"] for record in told.values()} <= {"not_yet_due", "not_testable"}
    assert told["페루와 해양안전협정 체결"]["evidence"] == []


def test_only_one_party_or_status(ask: Ask) -> None:
    for arguments in (("--party", "per"), ("--status", "kept")):
        texts = [record["text"] for record in ask("promises", "--as-of", "2021-06-01", *arguments)]
        assert "페루와 해양안전협정 체결" in texts
    assert ask("promises", "--party", "CHL") == []


@pytest.mark.parametrize(
    ("arguments", "number"),
    [
        (("--as-of", "31.1.2025"), "Y302"),
        (("--party", "ATLANTIS"), "Y303"),
        (("--status", "lost"), "Y304"),
        (("--party", "kor"), "Y311"),
    ],
)
def test_what_cannot_be_asked(run: Run, papers: Path, arguments: tuple[str, str], number: str) -> None:
    run("add", str(papers))
    status, output, error = run("promises", *arguments)
    assert (status, output) == (1, "")
    assert error.startswith(f"{number}: ")


def test_a_table_to_look_at(run: Run, papers: Path) -> None:
    run("add", str(papers))
    status, output, error = run("promises", "--as-of", "2021-06-01", "--format", "table")
    assert (status, error) == (0, "")
    assert "overdue_no_evidence" in output


def test_what_was_looked_through_is_told(ask: Ask) -> None:
    told = by_text(ask("promises", "--as-of", "2021-06-01"))
    overdue = told["2020년까지 갯벌 연구소 2개 설치"]["search"]
    assert (overdue["outcome"], overdue["number"], overdue["documents"]) == ("nothing_found", 1, ["review"])
    assert told["페루와 해양안전협정 체결"]["search"]["outcome"] == "found"
    assert told["페루와 해양안전협정 체결"]["self_reported"] is None  # their issuer is no known body


def test_the_table_tells_not_looked_from_not_due(run: Run, papers: Path) -> None:
    run("add", str(papers))
    output = run("promises", "--as-of", "2020-01-01", "--format", "table")[1]
    rows = [line.split("│") for line in output.splitlines()]
    status = {row[1].strip(): row[0].strip() for row in rows if len(row) == 4 and row[0].strip()}
    assert status == {"": "not_yet_due, not looked", "2020-12-31": "not_yet_due"}


ASEAN = """2019년 누리부 주요업무 추진계획

2019. 3.

□ 아세안과의 협력
 ㅇ 아세안 해양 쓰레기 연구소 2020년까지 설립
 ㅇ 베트남과 갯벌 보전 양해각서 체결
"""


def test_what_concerns_a_party_through_a_group_is_marked(run: Run, ask: Ask, papers: Path) -> None:
    (papers / "asean.txt").write_text(ASEAN, encoding="utf-8")
    told = by_text(ask("promises", "--party", "vnm", "--as-of", "2019-06-01"))
    assert told["아세안 해양 쓰레기 연구소 2020년까지 설립"]["through"] == ["ASEAN"]
    assert told["베트남과 갯벌 보전 양해각서 체결"]["through"] == []
    assert all("through" not in record for record in ask("promises", "--as-of", "2019-06-01"))
    output = run("promises", "--party", "VNM", "--as-of", "2019-06-01", "--format", "table")[1]
    assert (
        output.count("through ASEAN") == sum(record["through"] == ["ASEAN"] for record in told.values()) > 0
    )
    assert "through" not in run("promises", "--as-of", "2019-06-01", "--format", "table")[1]
