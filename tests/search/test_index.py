"""The index follows its ledger: made, brought up to date, made anew where it cannot be used, safe for several."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import deque
from datetime import date
from pathlib import Path

import pytest
from tests.search.conftest import PLAN, REVIEW, TEXTS, Blanks, Libraries, Library
from tests.support.ledgers import NewLedger

from yaksok.errors import SearchIndexBusy, SearchIndexNotWritable, SearchPackageMissing
from yaksok.ledger.opening import open_for_reading
from yaksok.search import index as index_module
from yaksok.search.analysis import SurfaceAnalyser, has_kiwi
from yaksok.search.folder import NOTE, folder_of, read_note, writing
from yaksok.search.index import SearchIndex


def generation(library: Library) -> Path:
    note = read_note(library.index.folder)
    assert note is not None
    return library.index.folder / note.generation


@pytest.mark.parametrize("database", ["each"])
def test_both_databases_give_the_same_answers(
    new_ledger: NewLedger, tmp_path: Path, database: str, new_library: Libraries
) -> None:
    library = Library(new_ledger(), tmp_path / database, Blanks(), index=tmp_path / "index")
    library.add(TEXTS)
    library.update()
    twin = new_library()
    for query in ("공급망 협력", '"정상회의 정례화"', "party:VNM -act:result", "summit", "year:2024"):
        for level in ("statement", "document"):
            mine, its = library.search(query, level=level), twin.search(query, level=level)
            assert [(hit.doc, hit.n, hit.matches, hit.places, hit.trail) for hit in mine.hits] == [
                (hit.doc, hit.n, hit.matches, hit.places, hit.trail) for hit in its.hits
            ]
            assert [hit.doc for hit in mine.documents] == [hit.doc for hit in its.documents]
            assert mine.facets == its.facets
            assert mine.total > 0


def test_a_new_version_takes_the_place_of_the_old_one(new_library: Libraries) -> None:
    library = new_library()
    before = generation(library)
    library.add({"plan": PLAN.replace("조기경보체계", "비축기지")})
    assert library.texts("조기경보체계")
    library.update()
    assert library.texts("조기경보체계") == []
    assert library.texts("비축기지") == ["공급망 비축기지 구축 추진"]
    assert library.titles("공급망") == list(dict.fromkeys(library.titles("공급망")))
    assert generation(library) == before


def test_nothing_is_written_where_nothing_changed(new_library: Libraries) -> None:
    library = new_library()
    before = sorted((path, path.stat().st_mtime_ns) for path in library.index.folder.rglob("*"))
    library.update()
    assert sorted((path, path.stat().st_mtime_ns) for path in library.index.folder.rglob("*")) == before


def test_a_missing_index_is_made(new_library: Libraries) -> None:
    library = new_library()
    shutil.rmtree(library.index.folder)
    assert library.search("공급망").total == 0
    library.update()
    assert library.search("공급망").total > 0


@pytest.mark.parametrize("damage", ["cut", "gone", "no note", "bad note", "no folder", "noise"])
def test_a_damaged_index_is_made_anew(new_library: Libraries, damage: str) -> None:
    library = new_library()
    wanted = library.texts("공급망 협력")
    folder = generation(library)
    note = library.index.folder / NOTE
    if damage == "cut":
        for path in folder.rglob("*.store"):
            path.write_bytes(path.read_bytes()[:10])
    elif damage == "gone":
        for path in folder.rglob("*.term"):
            path.unlink()
    elif damage == "noise":
        for path in folder.rglob("meta.json"):
            path.write_text("{", encoding="utf-8")
    elif damage == "no note":
        note.unlink()
    elif damage == "bad note":
        note.write_text('{"format": 1, "what": 2}', encoding="utf-8")
    else:
        shutil.rmtree(folder)
    other = Library(library.place, Path("unused"), library.analyser)
    other.update()
    assert other.texts("공급망 협력") == wanted
    assert [path for path in library.index.folder.iterdir() if path.is_dir()] == [generation(library)]


@pytest.mark.parametrize("change", [{"format": 0}, {"analyser": "another"}, {"journal": "0" * 32}])
def test_an_index_that_does_not_fit_is_made_anew(new_library: Libraries, change: dict[str, object]) -> None:
    library = new_library()
    before = generation(library)
    note = library.index.folder / NOTE
    said = json.loads(note.read_text(encoding="utf-8"))
    note.write_text(json.dumps({**said, **change, "newest": 0}), encoding="utf-8")
    library.update()
    assert generation(library) != before
    assert library.search("공급망").total > 0


def test_another_ledger_in_the_same_place_is_noticed(new_library: Libraries) -> None:
    library, other = new_library(), new_library({"review": REVIEW})
    path, its = library.place.path, other.place.path
    assert path is not None
    assert its is not None
    shutil.copy(its, path)
    library.update()
    assert library.titles("공급망 OR 협력") == ["review"]


def test_an_update_that_was_stopped_goes_on(new_library: Libraries, monkeypatch: pytest.MonkeyPatch) -> None:
    library = new_library({})
    library.add(TEXTS)
    monkeypatch.setattr("yaksok.search.generation._ENTRIES", 1)
    with open_for_reading(library.place).connect() as connection:
        steps = library.index.update(connection, analyser=library.analyser)
        next(steps)
        steps.close()
    assert library.search("year:2000..", level="document").total == 1
    assert "index incomplete" in [notice.kind for notice in library.search("공급망").notices]
    library.update()
    assert library.search("year:2000..", level="document").total == 3
    assert library.search("공급망").notices == ()


def test_a_killed_process_leaves_an_index_that_the_next_one_completes(new_library: Libraries) -> None:
    library = new_library({})
    library.add(TEXTS)
    script = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from yaksok.ledger.opening import open_for_reading\n"
        "from yaksok.search import generation\n"
        "from yaksok.search.analysis import SurfaceAnalyser\n"
        "from yaksok.search.index import SearchIndex\n"
        "generation._ENTRIES = 1\n"
        "place = Path(sys.argv[1])\n"
        "with open_for_reading(place).connect() as connection:\n"
        "    for step in SearchIndex.open(place).update(connection, again=True, analyser=SurfaceAnalyser()):\n"
        "        os._exit(9)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(library.place)], check=False)
    assert done.returncode == 9
    library.analyser = SurfaceAnalyser()
    library.update()
    assert sorted(library.titles("year:2000..")) == ["plan", "review", "sheet"]


def test_one_writes_and_others_read(new_library: Libraries) -> None:
    library = new_library()
    with writing(library.index.folder, wait_seconds=0):
        assert library.search("공급망").total > 0
        library.update()  # nothing to do, so nobody is waited for
        with pytest.raises(SearchIndexBusy):
            library.update(again=True, wait_seconds=0)
    library.update(again=True, wait_seconds=0)


def test_readers_see_the_old_index_until_the_new_one_is_whole(new_library: Libraries) -> None:
    library = new_library()
    other = Library(library.place, Path("unused"), SurfaceAnalyser())
    wanted = library.texts("공급망")
    with open_for_reading(library.place).connect() as connection:
        steps = other.index.update(connection, again=True, analyser=other.analyser)
        assert library.texts("공급망") == wanted
        deque(steps, maxlen=0)
    assert library.search("공급망").analyser == "pairs"
    assert set(library.texts('"공급망"')) == set(wanted) & set(library.texts('"공급망"'))


def test_a_folder_that_cannot_be_made_is_told(new_library: Libraries, tmp_path: Path) -> None:
    library = new_library()
    (tmp_path / "file").write_text("", encoding="utf-8")
    elsewhere = Library(library.place, tmp_path, library.analyser, index=tmp_path / "file" / "index")
    with pytest.raises(SearchIndexNotWritable):
        elsewhere.update()


def test_without_the_engine_the_next_step_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_module, "find_spec", lambda _name: None)
    with pytest.raises(SearchPackageMissing):
        SearchIndex.open(Path("ledger.db"))


def test_where_an_index_lies(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from yaksok.ledger.location import location_of

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert folder_of(Path("a/tour.db")) == Path("a/tour.db.search")
    one = folder_of(location_of("postgresql://kim:secret@db.example/ledger"))
    assert one == folder_of(location_of("postgresql://lee@db.example/ledger?sslmode=require"))
    assert one != folder_of(location_of("postgresql://kim@db.example/other"))
    assert one.is_relative_to(tmp_path)
    assert "secret" not in str(one)


@pytest.mark.skipif(not has_kiwi(), reason="Kiwi is not installed")
def test_kiwi_finds_words_in_any_form(new_library: Libraries) -> None:
    from yaksok.search.analysis import KiwiAnalyser

    library = new_library({"review": REVIEW}, analyser=KiwiAnalyser())
    assert library.search("동반자").analyser.startswith("kiwi")
    assert library.texts("전략적인 동반자")[0] == "아세안과 포괄적 전략 동반자 관계 수립"
    hit = library.search("전략을").hits[0]
    assert [hit.text[start:end] for start, end in hit.matches] == ["전략"]
    assert library.search("수립", as_of=date(2024, 12, 19)).total == 0
