"""What a server keeps: the last values, each made once."""

from __future__ import annotations

from functools import partial

from yaksok.interfaces.web.kept import Kept


def test_values_are_made_once_and_the_oldest_go() -> None:
    made: list[str] = []

    def make(key: str) -> str:
        made.append(key)
        return key.upper()

    kept: Kept[str] = Kept(2)
    for key in ("a", "b", "a", "c", "a", "b"):
        assert kept.get(key, partial(make, key)) == key.upper()
    assert made == ["a", "b", "c", "b"]
