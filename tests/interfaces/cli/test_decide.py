"""`yaksok decide` and `yaksok decisions` as a user runs them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str, str]]

PROMISE = "페루와 해양안전협정 체결"
REPORT = "페루와 해양안전협정 체결(20.6월)"


@pytest.fixture
def told(run: Run, papers: Path) -> Callable[..., list[dict[str, Any]]]:
    """Adds the papers once; then gives the records of a command that must go well."""
    assert run("add", str(papers))[0] == 0

    def records(*arguments: str) -> list[dict[str, Any]]:
        status, output, error = run(*arguments)
        assert (status, error) == (0, "")
        return [json.loads(line) for line in output.splitlines()]

    return records


Told = Callable[..., list[dict[str, Any]]]


def the_link(told: Told, ledger: str = "yaksok.db") -> dict[str, Any]:
    return next(
        link
        for link in told("links", "--ledger", ledger)
        if (link["from"]["text"], link["to"]["text"]) == (PROMISE, REPORT)
    )


def verdict(told: Told, ledger: str = "yaksok.db") -> str:
    found = told("promises", "--as-of", "2021-06-01", "--ledger", ledger)
    return str(next(one["status"] for one in found if one["text"] == PROMISE))


def named(end: dict[str, Any]) -> str:
    return f"{end['doc']}:{end['n']}"


def ends(told: Told) -> tuple[str, str]:
    link = the_link(told)
    return named(link["from"]), named(link["to"])


def test_a_rejected_link_changes_the_verdict_until_it_is_taken_back(run: Run, told: Told) -> None:
    promise, later = ends(told)
    assert verdict(told) == "kept"
    status, output, error = run("decide", promise, later, "reject", "--person", "가온", "--note", "다른 협정")
    assert (status, error) == (0, "")
    assert the_link(told)["state"] == "rejected"
    assert verdict(told) != "kept"
    (record,) = told("decisions", "list")
    assert record["id"].startswith(output.split()[-1].rstrip("."))
    assert (record["kind"], record["person"], record["note"], record["standing"]) == (
        "reject",
        "가온",
        "다른 협정",
        "holds",
    )
    assert run("decisions", "undo", record["id"][:8], "--person", "나래")[0] == 0
    assert (the_link(told)["state"], verdict(told)) == ("proposed", "kept")
    undo = told("decisions", "list")[1]
    assert run("decisions", "undo", undo["id"], "--person", "나래")[0] == 0
    assert the_link(told)["state"] == "rejected"


def test_a_relabelled_link_keeps_its_score_and_changes_the_verdict(run: Run, told: Told) -> None:
    promise, later = ends(told)
    before = the_link(told)
    assert run("decide", promise, later, "relabel", "--relation", "contradicted_by", "--person", "x")[0] == 0
    after = the_link(told)
    assert (after["state"], after["relation"]) == ("relabelled", "contradicted_by")
    assert (after["score"], after["why"], after["proposer"]) == (
        before["score"],
        before["why"],
        before["proposer"],
    )
    assert verdict(told) == "broken"


def test_a_drawn_link_is_the_persons_and_counts(run: Run, told: Told) -> None:
    late = next(one for one in told("promises", "--as-of", "2021-06-01") if "갯벌" in one["text"])
    assert late["status"] == "overdue_no_evidence"
    _, later = ends(told)
    drawn = ("decide", late["id"], later, "draw", "--relation", "fulfilled_by", "--person", "가온")
    assert run(*drawn)[0] == 0
    link = next(link for link in told("links") if link["from"]["id"] == late["id"])
    assert (link["proposer"], link["state"], link["score"]) == ("가온", "accepted", 1.0)
    again = next(one for one in told("promises", "--as-of", "2021-06-01") if one["id"] == late["id"])
    assert again["status"] in {"kept", "partly_kept"}
    assert run(*drawn)[2].startswith("Y231: ")
    assert run("decide", late["id"], later, "reject", "--person", "가온")[0] == 0
    assert all(link["from"]["id"] != late["id"] for link in told("links"))


def test_a_note_may_stand_on_a_promise_alone(run: Run, told: Told) -> None:
    promise, later = ends(told)
    assert run("decide", promise, "note", "--note", "확인 필요", "--person", "x")[0] == 0
    assert run("decide", promise, later, "note", "--note", "더 찾을 것", "--person", "x")[0] == 0
    assert [("later" in one["found_by"], one["found_by"]["later"]) for one in told("decisions", "list")] == [
        (True, None),
        (True, "id"),
    ]
    assert verdict(told) == "kept"


def test_a_decision_outlives_a_new_version_of_both_documents(run: Run, told: Told, papers: Path) -> None:
    promise, later = ends(told)
    assert run("decide", promise, later, "reject", "--person", "x")[0] == 0
    for name, new in (("plan", "ㅇ 새로 든 첫 항목 검토"), ("review", "ㅇ 칠레와 연구 교류")):
        path = papers / f"{name}.txt"
        text = path.read_text(encoding="utf-8")
        place = text.index(" ㅇ")
        path.write_text(f"{text[:place]} {new}\n{text[place:]}", encoding="utf-8")
    assert "2 new version" in run("add", str(papers))[1]
    assert ends(told) != (promise, later)
    assert (the_link(told)["state"], verdict(told) != "kept") == ("rejected", True)
    (record,) = told("decisions", "list")
    assert set(record["found_by"].values()) == {"document and words"}


def test_decisions_go_to_a_ledger_of_the_same_files_elsewhere(
    run: Run, told: Told, papers: Path, tmp_path: Path
) -> None:
    promise, later = ends(told)
    run("decide", promise, later, "relabel", "--relation", "progressed_by", "--person", "x")
    run("decide", promise, "note", "--note", "메모", "--person", "x")
    assert run("decisions", "export", "out.jsonl")[0] == 0
    elsewhere = papers.rename(tmp_path / "elsewhere")
    for path in elsewhere.iterdir():  # other bytes, so that no id is the same
        path.write_text("\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert run("add", str(elsewhere), "--ledger", "other.db")[0] == 0
    status, output, error = run("decisions", "import", "out.jsonl", "--ledger", "other.db")
    assert (status, error) == (0, "")
    assert "2 decisions taken over, 0 there already." in output
    assert "id: 0, document and words: 2" in output
    link = the_link(told, "other.db")
    assert (link["state"], link["relation"]) == ("relabelled", "progressed_by")
    assert verdict(told, "other.db") == verdict(told)
    assert run("decisions", "import", "out.jsonl", "--ledger", "other.db")[1].startswith(
        "0 decisions taken over, 2 there already."
    )
    assert told("decisions", "export", "-", "--ledger", "other.db") == told("decisions", "export", "-")


def test_what_is_not_found_is_told_and_waits_for_its_document(
    run: Run, told: Told, papers: Path, tmp_path: Path
) -> None:
    promise, later = ends(told)
    run("decide", promise, later, "reject", "--person", "x")
    run("decisions", "export", "out.jsonl")
    (tmp_path / "half").mkdir()
    half = (papers / "plan.txt").rename(tmp_path / "half" / "plan.txt")
    assert run("add", str(half), "--ledger", "other.db")[0] == 0
    output = run("decisions", "import", "out.jsonl", "--ledger", "other.db")[1]
    assert f"“{REPORT}” (review) is not in this ledger." in output
    assert told("decisions", "list", "--ledger", "other.db")[0]["standing"] == "unmatched"
    assert run("add", str(papers / "review.txt"), "--ledger", "other.db")[0] == 0
    assert the_link(told, "other.db")["state"] == "rejected"


def test_an_empty_export_is_imported_as_nothing(run: Run, told: Told) -> None:
    assert the_link(told)
    assert run("decisions", "export", "out.jsonl")[1].startswith("0 decisions written")
    assert run("decisions", "import", "out.jsonl")[:2] == (0, "0 decisions taken over, 0 there already.\n")


def test_a_table_to_look_at(run: Run, told: Told) -> None:
    promise, later = ends(told)
    run("decide", promise, later, "accept", "--person", "가온")
    status, output, error = run("decisions", "list", "--format", "table")
    assert (status, error) == (0, "")
    assert "holds" in output
    assert "가온" in output


def test_what_cannot_be_decided(run: Run, told: Told) -> None:
    promise, later = ends(told)
    who = ("--person", "x")
    wrong: list[tuple[str, tuple[str, ...]]] = [
        ("Y230", (promise, promise, "accept", *who)),
        ("Y231", (promise, later, "draw", "--relation", "fulfilled_by", *who)),
        ("Y232", (later, promise, "draw", "--relation", "fulfilled_by", *who)),
        ("Y232", (promise, promise, "draw", "--relation", "fulfilled_by", *who)),
        ("Y320", (promise, later, "relabel", "--relation", "done", *who)),
        ("Y321", ("plan:999", later, "accept", *who)),
        ("Y321", (promise, "review:99999999999999999999999", "accept", *who)),
        ("Y321", (promise, "review:٣", "accept", *who)),
        ("Y321", ("ffffffffff", later, "accept", *who)),
        ("Y321", ("%", later, "accept", *who)),
        ("Y323", (promise, later, "accept", "--person", " ")),
        ("Y323", (promise, later, "accept", "--person", "x\x1b[31m")),
        ("Y324", (promise, later, "accept", "--note", "bell \x07", *who)),
        ("Y325", (promise, later, "relabel", *who)),
        ("Y325", (promise, later, "draw", *who)),
        ("Y325", (promise, "accept", *who)),
        ("Y325", (promise, "note", *who)),
        ("Y301", (promise, later, later, "accept", *who)),
        ("Y301", (promise, later, "maybe", *who)),
    ]
    for number, arguments in wrong:
        status, output, error = run("decide", *arguments)
        assert (status, output) == (2 if number == "Y301" else 1, ""), arguments
        assert error.startswith(f"{number}: "), (arguments, error)
    assert told("decisions", "list") == []


def test_what_cannot_be_undone(run: Run, told: Told) -> None:
    promise, later = ends(told)
    run("decide", promise, later, "accept", "--person", "x")
    (record,) = told("decisions", "list")
    for value in ("", "zz", "f" * 32):
        assert run("decisions", "undo", value, "--person", "x")[2].startswith("Y234: ")
    assert run("decisions", "undo", record["id"], "--person", "x")[0] == 0
    assert run("decisions", "undo", record["id"], "--person", "x")[2].startswith("Y233: ")
    assert len(told("decisions", "list")) == 2


@pytest.mark.parametrize("arguments", [("list", "x"), ("undo",), ("export",), ("import",), ("sell",)])
def test_actions_take_what_they_take(run: Run, told: Told, arguments: tuple[str, ...]) -> None:
    assert the_link(told)
    status, _, error = run("decisions", *arguments)
    assert (status, error[:5]) == (2, "Y301:")


def test_deciding_makes_no_ledger(run: Run, tmp_path: Path) -> None:
    (tmp_path / "d.jsonl").write_text("", encoding="utf-8")
    for arguments in (
        ("decide", "a:1", "b:2", "accept"),
        ("decisions", "list"),
        ("decisions", "import", "d.jsonl"),
        ("decisions", "undo", "abcdef"),
        ("review",),
    ):
        assert run(*arguments)[2].startswith("Y201: "), arguments
    assert not (tmp_path / "yaksok.db").exists()


def test_a_file_that_cannot_be_written_or_read(run: Run, told: Told) -> None:
    assert the_link(told)
    assert run("decisions", "export", "no/such/folder/x")[2].startswith("Y306: ")
    assert run("decisions", "import", "missing.jsonl")[2].startswith("Y101: ")
