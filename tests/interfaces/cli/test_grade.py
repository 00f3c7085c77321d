"""`yaksok grade` as a user runs it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.commands import AS_OF, Ask, Run


@pytest.fixture
def issuer() -> str:
    """A body that is known, so that its word is told from that of others."""
    return "외교부"


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
