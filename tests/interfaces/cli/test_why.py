"""`yaksok why` as a user runs it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.commands import AS_OF, Ask, Run


@pytest.fixture
def issuer() -> str:
    """A body that is known, so that its word is told from that of others."""
    return "외교부"


def test_a_text_to_read(run: Run, papers: Path) -> None:
    run("add", str(papers))
    status, output, error = run("why", "해양안전협정 체결", *AS_OF)
    assert (status, error) == (0, "")
    for words in (
        "페루와 해양안전협정 체결",
        "plan:",
        "parties: PER",
        "due: no date worded",
        "kept",
        "self-reported",
        "Evidence for it",
        "reports it done in June 2020:",
        "kept, effective June 2020, self-reported",
        "fulfilled_by, score",
        "Looked and found: 1: review",
        "Rejecting the link to review:",
    ):
        assert words in output


def test_the_reason_of_silence_and_what_would_change_it(run: Run, papers: Path) -> None:
    run("add", str(papers))
    output = run("why", "갯벌 연구소", *AS_OF)[1]
    assert "overdue_no_evidence (as of 2021-06-01" in output
    assert "due: 2020-12-31 (“2020년까지”)" in output
    assert "A report that it was done by 2020-12-31: then kept." in output


def test_by_place_and_id_as_json(ask: Ask) -> None:
    by_words = ask("why", "갯벌 연구소", *AS_OF, "--format", "json")[0]
    place = f"{by_words['doc']}:{by_words['n']}"
    assert ask("why", place, *AS_OF, "--format", "json") == [by_words]
    assert ask("why", by_words["id"][:10], *AS_OF, "--format", "json") == [by_words]
    assert by_words["why"] == " ".join(point["sentence"] for point in by_words["proof"])


def test_as_of_an_earlier_day(ask: Ask) -> None:
    told = ask("why", "갯벌 연구소", "--as-of", "2020-01-01", "--format", "json")[0]
    assert (told["status"], told["search"]["outcome"]) == ("not_yet_due", "not_looked")
    assert told["would_change"][0]["kind"] == "later_day"


@pytest.mark.parametrize(
    ("arguments", "number"),
    [
        (("plan:99",), "Y307"),
        (("plan:1",), "Y308"),
        (("없는 약속",), "Y307"),
        (("0123456789ab",), "Y307"),
        (("갯벌", "--as-of", "soon"), "Y302"),
        (("갯벌", "--as-of", "2010-01-01"), "Y307"),
    ],
)
def test_what_cannot_be_explained(run: Run, papers: Path, arguments: tuple[str, ...], number: str) -> None:
    run("add", str(papers))
    status, output, error = run("why", *arguments)
    assert (status, output) == (1, "")
    assert error.startswith(f"{number}: ")
    assert len(error.splitlines()) == 1


def test_several_are_listed(run: Run, papers: Path) -> None:
    (papers / "next.txt").write_text(
        "2020년 누리부 업무계획\n\n2020. 2.\n\n ㅇ 갯벌 연구소 장비 구입 추진\n", encoding="utf-8"
    )
    run("add", str(papers))
    status, _, error = run("why", "갯벌 연구소", *AS_OF)
    assert status == 1
    assert error.startswith("Y309: ")
    assert "plan:" in error
    assert "next:" in error


RECURRING = """2019년 외교부 주요업무 추진계획

2019. 3.

□ 갯벌 보전
 ㅇ 누리 갯벌 조사 보고서를 매년 발간
"""


def test_the_times_at_which_a_promise_falls_due_again(run: Run, papers: Path) -> None:
    (papers / "yearly.txt").write_text(RECURRING, encoding="utf-8")
    run("add", str(papers))
    output = run("why", "조사 보고서", *AS_OF)[1]
    assert "when: recurring (“매년”)" in output
    assert "to be kept 3 times so far, in 2019, 2020, 2021 (not over)" in output
    output = run("why", "조사 보고서", "--as-of", "2029-06-01")[1]
    assert "to be kept 11 times so far, the newest in 2024, 2025, 2026, 2027, 2028, 2029 (not over)" in output
    assert "to be kept" not in run("why", "갯벌 연구소", *AS_OF)[1]


def test_the_times_as_json(ask: Ask, papers: Path) -> None:
    (papers / "yearly.txt").write_text(RECURRING, encoding="utf-8")
    (deadline,) = ask("why", "조사 보고서", "--as-of", "2020-01-01", "--format", "json")[0]["deadlines"]
    assert deadline["occurrences"] == [
        {"start": "2019-01-01", "end": "2019-12-31", "passed": True},
        {"start": "2020-01-01", "end": "2020-12-31", "passed": False},
    ]
    (fixed,) = ask("why", "갯벌 연구소", *AS_OF, "--format", "json")[0]["deadlines"]
    assert (fixed["kind"], fixed["occurrences"]) == ("fixed", [])
