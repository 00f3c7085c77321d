"""Files that were sent: their names, and what becomes of them in the ledger."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from tests.support.linked import document

from yaksok.interfaces.linking import link_ledger
from yaksok.interfaces.shelving import keep
from yaksok.interfaces.uploading import (
    LONGEST_NAME,
    Upload,
    add_uploads,
    found_since,
    mark_before,
    plain_name,
    plain_names,
)
from yaksok.ledger import tables
from yaksok.ledger.location import Location
from yaksok.ledger.opening import open_for_reading

NewLedger = Callable[[], Location]
PLAN = document(2019, 2, ["페루와 해양안전협정 체결 추진(20.12월)"], review=False)
DAY = date(2021, 6, 1)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("계획.hwp", "계획.hwp"),
        ("/etc/passwd", "passwd"),
        ("..\\..\\C:\\plan.pdf", "plan.pdf"),
        ("../", "document"),
        ("", "document"),
        (".hidden.txt", "hidden.txt"),
        ("a\nb\0c.txt", "abc.txt"),
        ("\u1100\u1161\u11a8.txt", "각.txt"),
        ("x" * 400 + ".pdf", "x" * (LONGEST_NAME - 4) + ".pdf"),
    ],
)
def test_names(written: str, name: str) -> None:
    assert plain_name(written) == name


@given(st.lists(st.text(max_size=30), max_size=8))
def test_names_are_plain_and_differ(written: list[str]) -> None:
    names = plain_names(written)
    assert len(set(names)) == len(written)
    for name in names:
        assert name
        assert not set(name) & {"/", "\\", "\0", "\n"}
        assert not name.startswith(".")
        assert len(name) <= LONGEST_NAME + 6


def sent(folder: Path, **texts: str | bytes) -> list[Upload]:
    folder.mkdir(exist_ok=True)
    uploads = []
    for number, (name, text) in enumerate(texts.items()):
        path = folder / str(number)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        uploads.append(Upload(name.replace("_", "."), path))
    return uploads


def test_what_becomes_of_files(new_ledger: NewLedger, tmp_path: Path) -> None:
    place = new_ledger()
    uploads = sent(tmp_path / "a", plan_txt=PLAN, same_txt=PLAN, empty_txt="", broken_pdf=b"%PDF-1.4 nothing")
    taken = list(add_uploads(place, uploads, max_bytes=10_000))
    assert [one.origin for one in taken] == ["plan.txt", "same.txt", "empty.txt", "broken.pdf"]
    assert taken[0].outcome == "added"
    assert taken[0].statements > 0
    assert [one.error.number if one.error else "" for one in taken[2:]] == ["Y104", "Y116"]
    assert all(str(tmp_path) not in one.error.describe() for one in taken if one.error)
    (again,) = add_uploads(place, sent(tmp_path / "b", plan_txt=PLAN), max_bytes=10_000)
    assert again.outcome == "unchanged"
    (copy,) = add_uploads(place, sent(tmp_path / "c", other_txt=PLAN), max_bytes=10_000)
    assert (copy.outcome, copy.stem) == ("copy", "plan")
    (newer,) = add_uploads(
        place, sent(tmp_path / "d", plan_txt=PLAN + " ㅇ 케냐와 교류 확대\n"), max_bytes=10_000
    )
    assert newer.outcome == "new version"
    with open_for_reading(place).connect() as connection:
        addresses = set(connection.execute(select(tables.documents.c.address)).scalars())
        problems = set(connection.execute(select(tables.problems.c.address)).scalars())
    assert addresses == {"upload:plan.txt"}
    assert {"upload:empty.txt", "upload:broken.pdf"} <= problems


def test_a_file_is_too_large_by_its_name(new_ledger: NewLedger, tmp_path: Path) -> None:
    (taken,) = add_uploads(new_ledger(), sent(tmp_path / "a", plan_txt=PLAN), max_bytes=10)
    assert taken.error is not None
    assert taken.error.number == "Y103"
    assert "plan.txt" in taken.error.message("ko")


def test_a_file_of_the_server_is_never_opened_by_a_name(
    new_ledger: NewLedger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "secret.txt").write_text("비밀", encoding="utf-8")
    place = new_ledger()
    (taken,) = add_uploads(place, sent(tmp_path / "a", secret_txt=""), max_bytes=1000)
    assert taken.error is not None
    with open_for_reading(place).connect() as connection:
        ids = set(connection.execute(select(tables.problems.c.id)).scalars())
    (other,) = add_uploads(new_ledger(), sent(tmp_path / "b", secret_txt=""), max_bytes=1000)
    assert other.error is not None
    assert len(ids) == 1


def test_what_an_upload_brought(new_ledger: NewLedger, tmp_path: Path) -> None:
    place = new_ledger()
    first = mark_before(place, DAY)
    list(add_uploads(place, sent(tmp_path / "a", plan_txt=PLAN), max_bytes=10_000))
    deque(link_ledger(place), maxlen=0)
    deque(keep(place, today=DAY), maxlen=0)
    found = found_since(place, first, ["plan"], today=DAY)
    ((stem, number),) = found.promises
    assert stem == "plan"
    assert found.promise_count == number >= 1
    assert not found.news.moved
    second = mark_before(place, DAY)
    review = document(2021, 3, ["페루와 해양안전협정 체결(20.6월)"], review=True)
    list(add_uploads(place, sent(tmp_path / "b", review_txt=review), max_bytes=10_000))
    deque(link_ledger(place), maxlen=0)
    deque(keep(place, today=DAY), maxlen=0)
    found = found_since(place, second, ["review"], today=DAY)
    assert ("overdue_no_evidence", "kept") in [(each.before, each.now.status) for each in found.news.moved]
