"""The bar on a terminal."""

from __future__ import annotations

from pathlib import Path

from yaksok.interfaces.cli.progress import with_bar


def test_the_bar_lets_every_result_through_in_order(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).touch()
    assert list(with_bar(iter([1, 2, 3]), [str(tmp_path)])) == [1, 2, 3]
