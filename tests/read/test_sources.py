"""Opening files, folders and standard input."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from yaksok.errors import FolderEmpty, SourceEmpty, SourceNotFound, SourceNotReadable, SourceTooLarge
from yaksok.read.sources import expand_paths, open_source


def test_a_file_comes_with_its_hash(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"abc")
    raw = open_source(str(path))
    assert (raw.origin, raw.data) == (str(path), b"abc")
    assert raw.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_a_missing_file() -> None:
    with pytest.raises(SourceNotFound):
        open_source("no such file.txt")


def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    with pytest.raises(SourceEmpty):
        open_source(str(tmp_path / "a.txt"))


@pytest.mark.parametrize("name", [".", "bad\0name"])
def test_what_cannot_be_opened(name: str) -> None:
    with pytest.raises(SourceNotReadable):
        open_source(name)


def test_a_huge_file_is_judged_by_its_size_alone(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(1 << 30)
    with pytest.raises(SourceTooLarge) as caught:
        open_source(str(path))
    assert "1,073,741,824" in str(caught.value)
    assert "--max-bytes" in str(caught.value)


class Endless(io.RawIOBase):
    """Standard input that never ends, and counts what was taken from it."""

    taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        view[:] = b"a" * len(view)
        self.taken += len(view)
        return len(view)


def test_standard_input_is_read_no_further_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    endless = Endless()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(endless)))
    with pytest.raises(SourceTooLarge):
        open_source("-", max_bytes=1000)
    assert endless.taken < 1 << 20


def test_a_source_of_just_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * 1000)
    assert len(open_source(str(path), max_bytes=1000).data) == 1000


def test_folders_give_their_files_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden", "sub/c.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    found = list(expand_paths([str(tmp_path), "-", "x.txt"]))
    names = [Path(str(path)).relative_to(tmp_path).as_posix() for path in found[:-2]]
    assert names == ["a.txt", "b.txt", "sub/c.txt"]
    assert found[-2:] == ["-", "x.txt"]


def test_a_folder_without_files_is_told(tmp_path: Path) -> None:
    (found,) = expand_paths([str(tmp_path)])
    assert isinstance(found, FolderEmpty)


def test_ten_thousand_files(tmp_path: Path) -> None:
    for number in range(10_000):
        os.close(os.open(tmp_path / f"{number:05}.txt", os.O_CREAT | os.O_WRONLY))
    found = list(expand_paths([str(tmp_path)]))
    assert len(found) == 10_000
    assert found == sorted(map(str, found))
