"""Files to documents: one in this process, many in workers, with the same result."""

from __future__ import annotations

from pathlib import Path

import pytest

import yaksok
from yaksok.errors import ReadingTooSlow, SourceNotFound
from yaksok.interfaces.documents import read_many, read_one
from yaksok.read.worker import Limits

PLAN = "2025년 누리부 추진계획\n\n□ 교역 확대\n ㅇ 하반기까지 사무소 2개를 새로 연다.\n"
PAGE = f"<html><body><pre>{PLAN}</pre></body></html>"

pytestmark = pytest.mark.usefixtures("real_workers")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    return tmp_path


def test_one_and_many_read_the_same(folder: Path) -> None:
    paths = [str(folder / "page.html"), str(folder / "plan.txt")]
    many = list(read_many(paths))
    assert [outcome.origin for outcome in many] == paths
    assert [outcome.read for outcome in many] == [read_one(path) for path in paths]


def test_errors_keep_their_place_in_the_order(folder: Path) -> None:
    (folder / "empty").mkdir()
    many = list(read_many(["missing.txt", str(folder / "empty"), str(folder / "plan.txt")]))
    assert [outcome.error.number if outcome.error else None for outcome in many] == ["Y101", "Y111", None]


def test_a_page_that_takes_too_long_is_stopped(folder: Path) -> None:
    with pytest.raises(ReadingTooSlow):
        read_one(str(folder / "page.html"), limits=Limits(seconds=0.001, processes=1))


def test_the_public_way(folder: Path) -> None:
    document = yaksok.read_document(str(folder / "plan.txt"))
    assert document.text == PLAN
    with pytest.raises(SourceNotFound):
        yaksok.read_document("missing.txt")
