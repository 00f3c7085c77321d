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
    for name in ("generated", "measures", "page", "run"):
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
    bench("page").write_page(path, figures(bench))
    text = path.read_text(encoding="utf-8")
    assert text.startswith("before\n<!-- figures -->\nMeasured on machine.")
    assert text.endswith("\n<!-- end of figures -->\nafter\n")
    assert "old" not in text
    path.write_text("no marks", encoding="utf-8")
    with pytest.raises(ValueError, match="no place"):
        bench("page").write_page(path, figures(bench))


def test_a_document_costs_the_same_among_many(bench: Any) -> None:
    generated, measures = bench("generated"), bench("measures")
    few, many = measures.load(generated.documents(40)), measures.load(generated.documents(400))
    # Flat is 1; the margin is for machines that do other things at the same time.
    assert many.milliseconds < 2 * few.milliseconds
