"""`yaksok links` as a user runs it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., tuple[int, str, str]]
Ask = Callable[..., list[dict[str, Any]]]


def test_links_name_both_ends_and_their_places(ask: Ask, papers: Path) -> None:
    links = ask("links")
    best = links[0]
    assert set(best) == {"from", "to", "relation", "score", "why", "proposer", "state", "decision"}
    assert (best["state"], best["decision"]) == ("proposed", None)
    assert (best["from"]["doc"], best["to"]["doc"], best["relation"]) == ("plan", "review", "fulfilled_by")
    for end in (best["from"], best["to"]):
        text = (papers / f"{end['doc']}.txt").read_text(encoding="utf-8")
        assert text[slice(*end["span"])] == end["text"]
    assert [link["score"] for link in links] == sorted((link["score"] for link in links), reverse=True)


def test_a_table_to_look_at(run: Run, papers: Path) -> None:
    run("add", str(papers))
    status, output, error = run("links", "--format", "table")
    assert (status, error) == (0, "")
    assert "fulfilled_by" in output


def test_without_a_ledger(run: Run) -> None:
    status, output, error = run("links")
    assert (status, output) == (1, "")
    assert error.startswith("Y201: ")
