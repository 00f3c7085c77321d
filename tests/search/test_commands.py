"""`yaksok search` and the index that a server keeps fresh."""

from __future__ import annotations

import io
import json
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.search.conftest import PLAN, TEXTS, Libraries, Library
from tests.support.linked import add

from yaksok.errors import SearchIndexDamaged
from yaksok.interfaces.cli.main import main
from yaksok.interfaces.searching import FreshIndex, search_in
from yaksok.ledger.location import location_of
from yaksok.search import index
from yaksok.search.analysis import SurfaceAnalyser

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `yaksok search` in a folder with a ledger of the three papers."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("COLUMNS", "150")
    monkeypatch.setattr(index, "best_analyser", SurfaceAnalyser)
    add(location_of(tmp_path / "yaksok.db"), TEXTS, tmp_path / "papers")

    def run_it(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
        status = main(["search", *arguments])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run_it


def test_hits_are_lines_and_the_last_one_tells_of_the_search(run: Run) -> None:
    status, output, error = run("공급망 -party:VNM", "--limit", "5", "--facets")
    assert (status, error) == (0, "")
    *hits, told = [json.loads(line) for line in output.splitlines()]
    assert [hit["record"] for hit in hits] == ["hit"] * len(hits)
    assert hits[0]["text"] == "공급망 조기경보체계 구축 추진"
    assert hits[0]["matches"] == [[0, 3]]
    assert told["record"] == "search"
    assert told["total"] == len(hits)
    assert told["facets"]["act"]["commitment"] >= 1


def test_documents_and_tables(run: Run) -> None:
    status, output, _ = run("summit", "--documents", "--format", "table")
    assert status == 0
    assert "2024년 외교부 자체평가 결과" in output
    assert "found." in output
    status, output, _ = run("Vietnam", "--format", "table", "--facets")
    assert "party:" in output


def test_what_was_not_understood_is_told(run: Run) -> None:
    status, output, error = run("year:soon", '"open')
    assert status == 0
    assert "quotation mark" in error
    assert "soon is no period" in error
    assert json.loads(output.splitlines()[-1])["total"] == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["공급망", "--cursor", "abc"], "Y353"),
        (["공급망", "--ledger", "none.db"], "Y201"),
        (["공급망", "--as-of", "yesterday"], "Y302"),
        (["공급망", "--index", "papers/plan.txt/x"], "Y351"),
    ],
)
def test_what_cannot_be_done_is_told_by_number(run: Run, arguments: list[str], said: str) -> None:
    status, output, error = run(*arguments)
    assert (status, output) == (1, "")
    assert error.startswith(said)


def test_a_damaged_index_is_made_anew_by_itself(run: Run, tmp_path: Path) -> None:
    wanted = run("공급망")[1]
    damage(tmp_path / "yaksok.db.search")
    assert run("공급망")[:2] == (0, wanted)


def damage(folder: Path) -> None:
    """Changes the stored texts of an index, but not the end of their files, by which they are opened."""
    for path in folder.rglob("*.store"):
        content = path.read_bytes()
        kept = content.rindex(b'{"version"') - 40
        path.write_bytes(b"\xff" * kept + content[kept:])


def test_damage_is_told_by_number_and_mended_by_the_next_update(new_library: Libraries) -> None:
    library = new_library()
    wanted = library.texts("공급망")
    damage(library.index.folder)
    other = Library(library.place, Path("unused"), library.analyser)
    with pytest.raises(SearchIndexDamaged):
        other.texts("공급망")
    other.update()
    assert other.texts("공급망") == wanted


def test_a_server_keeps_its_index_fresh(new_library: Libraries, monkeypatch: pytest.MonkeyPatch) -> None:
    library = new_library()
    monkeypatch.setattr(index, "best_analyser", lambda: library.analyser)
    with FreshIndex(library.place, seconds=60) as fresh:
        library.add({"plan": PLAN.replace("조기경보체계", "비축기지")})
        fresh.hurry()
        found = 0
        for _ in range(200):
            found = search_in(library.place, fresh.index, '"비축기지"', as_of=date(2026, 1, 1)).total
            if found:
                break
            time.sleep(0.05)
        assert found == 1
        assert fresh.trouble is None


def test_a_server_says_what_is_wrong_with_its_index(tmp_path: Path) -> None:
    with FreshIndex(location_of(tmp_path / "none.db"), seconds=0.01) as fresh:
        for _ in range(200):
            if fresh.trouble is not None:
                break
            time.sleep(0.02)
    assert fresh.trouble is not None
    assert fresh.trouble.number == "Y201"
