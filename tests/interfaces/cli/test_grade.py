"""`yaksok grade` as a user runs it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str, str]]
Ask = Callable[..., list[dict[str, Any]]]
AS_OF = ("--as-of", "2021-06-01")

PLAN = """2019년 외교부 주요업무 추진계획

2019. 3.

□ 페루와의 협력
 ㅇ 페루와 해양안전협정 체결
 ㅇ 2020년까지 갯벌 연구소 2개 설치
"""

REVIEW = """2020년 외교부 자체평가 결과

2021. 1.

□ 페루와의 협력 성과
 ㅇ 페루와 해양안전협정 체결(20.6월)
"""


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A plan and its review by one issuer."""
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "plan.txt").write_text(PLAN, encoding="utf-8")
    (folder / "review.txt").write_text(REVIEW, encoding="utf-8")
    return folder


def test_a_scorecard_as_json(ask: Ask) -> None:
    card = ask("grade", "--scheme", "g7", *AS_OF, "--format", "json")[0]
    assert card["scheme"] == "g7"
    assert card["promises"] == card["graded"] + sum(card["ungraded"].values())
    assert {each["grade"]: each["count"] for each in card["grades"]} == {"full": 1, "partial": 0, "none": 1}
    assert card["mean"] == 0.0
    assert (card["on_reports"], card["self_reported"]) == (1, 1)
    assert sum(each["promises"] for each in card["classes"]) == card["promises"]


@pytest.mark.parametrize("scheme", ["cpp", "politifact", "g7", "korea"])
def test_a_table_always_shows_what_is_not_graded(run: Run, papers: Path, scheme: str) -> None:
    run("add", str(papers))
    status, output, error = run("grade", "--scheme", scheme, *AS_OF)
    assert (status, error) == (0, "")
    assert "not graded" in output
    assert "own word alone" in output


def test_only_one_party_or_document(ask: Ask) -> None:
    for arguments in (("--party", "per"), ("--document", "plan")):
        card = ask("grade", "--scheme", "cpp", *AS_OF, "--format", "json", *arguments)[0]
        assert card["promises"] >= 1
    assert ask("grade", "--scheme", "cpp", "--party", "CHL", "--format", "json")[0]["ungraded_share"] is None


@pytest.mark.parametrize(
    ("arguments", "number"),
    [
        (("--scheme", "stars"), "Y310"),
        (("--scheme", "cpp", "--party", "KOR"), "Y311"),
        (("--scheme", "cpp", "--party", "ATLANTIS"), "Y303"),
        (("--scheme", "cpp", "--document", "elsewhere"), "Y322"),
        (("--scheme", "cpp", "--as-of", "soon"), "Y302"),
    ],
)
def test_what_cannot_be_graded(run: Run, papers: Path, arguments: tuple[str, ...], number: str) -> None:
    run("add", str(papers))
    status, output, error = run("grade", *arguments)
    assert (status, output) == (1, "")
    assert error.startswith(f"{number}: ")
