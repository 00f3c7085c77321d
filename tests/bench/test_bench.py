"""The benchmark itself: its documents, its targets, its page. Speed is not tested here."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

BENCH = Path(__file__).resolve().parents[2] / "bench"


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Loads a module of the benchmark, which is a folder of scripts."""
    monkeypatch.syspath_prepend(str(BENCH))

    def module(name: str) -> ModuleType:
        return importlib.import_module(name)

    yield module
    for name in ("engines", "formats", "generated", "measures", "page", "reader", "run"):
        sys.modules.pop(name, None)


def figures(bench: Any, *, kiwi: float = 1.0, peak_mb: float = 40.0, last: float = 0.6) -> Any:
    measures, page = bench("measures"), bench("page")
    loads = [measures.Load(100, 1, 1, 0.06, peak_mb), measures.Load(1000, 1, 1, last, peak_mb)]
    return page.Figures("machine", "texts", [measures.Ratio("texts", 1, 1, kiwi, 0.1)], loads, 0.1, 0.4)


def test_the_same_seed_gives_the_same_documents(bench: Any) -> None:
    documents = bench("generated").documents
    assert list(documents(5)) == list(documents(5))
    assert list(documents(5)) != list(documents(5, seed=1))
    assert all(100 < len(text) < 2000 for text in documents(50))


def test_reading_is_measured_in_a_process_of_its_own(bench: Any) -> None:
    texts = list(bench("generated").documents(30))
    found = bench("measures").load(texts)
    assert (found.documents, found.characters) == (30, sum(map(len, texts)))
    assert found.statements > 30 * 5
    assert 5 < found.peak_mb < 300


@pytest.mark.parametrize(
    ("change", "word"),
    [({"kiwi": 0.4}, "Kiwi"), ({"peak_mb": 400.0}, "memory"), ({"last": 1.2}, "as much")],
)
def test_a_missed_target_is_named(bench: Any, change: dict[str, float], word: str) -> None:
    assert bench("page").missed(figures(bench)) == []
    (miss,) = bench("page").missed(figures(bench, **change))
    assert word in miss


def test_figures_go_between_the_marks(bench: Any, tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text("before\n<!-- figures -->\nold\n<!-- end of figures -->\nafter\n", encoding="utf-8")
    bench("page").write_page(path, bench("page").table(figures(bench)))
    text = path.read_text(encoding="utf-8")
    assert text.startswith("before\n<!-- figures -->\nMeasured on machine.")
    assert text.endswith("\n<!-- end of figures -->\nafter\n")
    assert "old" not in text
    path.write_text("no marks", encoding="utf-8")
    with pytest.raises(ValueError, match="no place"):
        bench("page").write_page(path, bench("page").table(figures(bench)))


def test_a_document_costs_the_same_among_many(bench: Any) -> None:
    generated, measures = bench("generated"), bench("measures")
    few, many = measures.load(generated.documents(40)), measures.load(generated.documents(400))
    # Flat is 1; the margin is for machines that do other things at the same time.
    assert many.milliseconds < 2 * few.milliseconds


def test_small_files_stand_back_behind_large_ones(bench: Any, tmp_path: Path) -> None:
    formats = bench("formats")
    for name, size in (("form.hwpx", 10), ("plan.hwpx", 30_000), ("password-1.hwpx", 30_000), ("a.hwp", 10)):
        (tmp_path / name).write_bytes(b"x" * size)
    assert [path.name for path in formats.files_of(tmp_path, "hwpx")] == ["plan.hwpx"]
    assert [path.name for path in formats.files_of(tmp_path, "hwp")] == ["a.hwp"]


def test_a_slow_or_large_reader_is_named(bench: Any) -> None:
    formats = bench("formats")
    fast = formats.Speed("hwpx", "yaksok_text", 60, 1.0, 1.0, 50.0)
    slow = formats.Speed("hwp", "yaksok_text", 60, 1.0, 10.0, 500.0)
    other = formats.Speed("hwp", "unhwp", 60, 1.0, 100.0, 50.0)
    assert formats.missed([fast]) == []
    assert formats.missed([slow, other]) == ["HWP: 6 a second, target 15", "HWP: 500 MB"]
    assert "| HWP | unhwp | 60 | 1.0 | 1 | 10 | 50 MB |" in formats.table([fast, slow, other])


@pytest.mark.parametrize("engine", ["yaksok_text", "yaksok_statements"])
def test_an_engine_reads_files(bench: Any, tmp_path: Path, engine: str) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("2025년 업무계획\n\n□ 협정을 체결한다.\n", encoding="utf-8")
    assert bench("engines").ENGINES[engine](path) > 20
