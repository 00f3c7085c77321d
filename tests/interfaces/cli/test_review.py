"""`yaksok review` as a user runs it, with keys from standard input."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def review(run: Run, papers: Path) -> Callable[..., str]:
    """Adds the papers, then gives what a review shows for the keys typed."""
    assert run("add", str(papers))[0] == 0

    def typed(keys: str, *arguments: str) -> str:
        status, output, error = run("review", "--person", "가온", *arguments, given=keys.encode())
        assert (status, error) == (0, "")
        return output

    return typed


def listed(run: Run) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("decisions", "list")[1].splitlines()]


def states(run: Run) -> list[tuple[str, str]]:
    links = [json.loads(line) for line in run("links")[1].splitlines()]
    return [(link["state"], link["relation"]) for link in links]


def test_a_link_is_shown_with_both_statements_in_their_places(review: Callable[..., str]) -> None:
    shown = review("q\n", "--relation", "fulfilled_by")
    for words in (
        "promise plan:",
        "2019-03",
        "페루와의 협력",
        "> [페루와] [해양안전협정] [체결]",
        "… ㅇ 2020년까지 갯벌 연구소 2개 설치",
        "later review:",
        "2021-01",
        "relation fulfilled_by: the later one reports it done",
        "the verdict kept hangs on it",
        "verdict kept; if rejected",
        "0 decisions; 1 of 1 links left.",
    ):
        assert words in shown, words


@pytest.mark.parametrize(
    ("keys", "state", "relation"),
    [
        ("a\n", "accepted", "fulfilled_by"),
        ("r\n", "rejected", "fulfilled_by"),
        ("l progressed_by\n", "relabelled", "progressed_by"),
        ("l\n3\n", "relabelled", "progressed_by"),
        ("l\nnonsense\nr\n", "rejected", "fulfilled_by"),
        ("x\n\n  \nA\n", "accepted", "fulfilled_by"),
        ("ㅁ\n", "accepted", "fulfilled_by"),
        ("s\n", "proposed", "fulfilled_by"),
        ("", "proposed", "fulfilled_by"),
        ("u\nq\na\n", "proposed", "fulfilled_by"),
    ],
)
def test_keys(run: Run, review: Callable[..., str], keys: str, state: str, relation: str) -> None:
    review(keys, "--relation", "fulfilled_by")
    assert (state, relation) in states(run)


def test_notes_stand_beside_decisions(run: Run, review: Callable[..., str]) -> None:
    shown = review("n\n확인함\nr 다른 협정\n", "--relation", "fulfilled_by")
    assert "Noted." in shown
    assert "2 decisions (1 note, 1 reject)" in shown
    assert [(one["kind"], one["note"], one["person"]) for one in listed(run)] == [
        ("note", "확인함", "가온"),
        ("reject", "다른 협정", "가온"),
    ]


def test_a_note_with_control_characters_is_refused_and_the_review_goes_on(
    run: Run, review: Callable[..., str]
) -> None:
    shown = review("n bell\x07\na \x1b]0;x\x07\na\n", "--relation", "fulfilled_by")
    assert shown.count("Y324: ") == 2
    assert [one["kind"] for one in listed(run)] == ["accept"]


def test_only_what_this_review_decided_is_undone(run: Run, review: Callable[..., str]) -> None:
    review("a\n", "--relation", "fulfilled_by")
    assert "Nothing of this review is left to undo" in review("u\n")
    assert [one["kind"] for one in listed(run)] == ["accept"]


def test_undo_within_a_review(run: Run, review: Callable[..., str], papers: Path) -> None:
    plan = papers / "plan.txt"
    text = plan.read_text(encoding="utf-8") + " ㅇ 칠레와 어업협정 체결\n"
    plan.write_text(text, encoding="utf-8")
    later = papers / "review.txt"
    later.write_text(
        later.read_text(encoding="utf-8") + " ㅇ 칠레와 어업협정 체결(20.7월)\n", encoding="utf-8"
    )
    assert run("add", str(papers))[0] == 0
    shown = review("a\nu\nr\nq\n", "--relation", "fulfilled_by", "--limit", "2")
    assert "Taken back: accept." in shown
    assert shown.count("1 of 2 ─") == 2
    assert [one["kind"] for one in listed(run)] == ["accept", "undo", "reject"]
    assert [state for state, relation in states(run) if relation == "fulfilled_by"].count("rejected") == 1


def test_what_was_decided_is_not_asked_again(review: Callable[..., str]) -> None:
    review("a\n", "--relation", "fulfilled_by")
    assert "There is no link to decide on." in review("", "--relation", "fulfilled_by")


def test_only_some_links(run: Run, review: Callable[..., str]) -> None:
    assert "페루" in review("q\n", "--party", "per")
    assert "no link" in review("q\n", "--party", "CHL")
    assert "페루" in review("q\n", "--document", "review")
    for arguments, number in (
        (("--document", "nowhere"), "Y322"),
        (("--relation", "done"), "Y320"),
        (("--party", "ATLANTIS"), "Y303"),
        (("--person", ""), "Y323"),
    ):
        status, _, error = run("review", *arguments)
        assert (status, error[:4]) == (1, number)


def test_what_the_screen_says_comes_true(run: Run, review: Callable[..., str]) -> None:
    shown = review("q\n", "--relation", "fulfilled_by")
    told = re.search(r"verdict (\w+); if rejected (\w+)", shown)
    assert told is not None
    text = "페루와 해양안전협정 체결"

    def status() -> str:
        records = [json.loads(line) for line in run("promises")[1].splitlines()]
        return str(next(record["status"] for record in records if record["text"] == text))

    assert status() == told[1]
    review("r\n", "--relation", "fulfilled_by")
    assert status() == told[2]


def test_documents_cannot_write_to_the_terminal(run: Run, papers: Path) -> None:
    """A file's name is the one thing of a document that its reader does not clean."""
    (papers / "plan.txt").rename(papers / "plan\x1b[2J\x07\u202e.txt")
    assert run("add", str(papers))[0] == 0
    _, shown, _ = run("review", "--person", "x", given=b"n note\na\n")
    assert "promise plan" in shown
    assert "later review" in shown
    _, table, _ = run("decisions", "list", "--format", "table")
    assert "accept" in table
    for output in (shown, table):
        assert not set(output) & {"\x1b", "\x07", "\u202e"}
