"""Pictures of pages: drawn elsewhere, within limits, and kept."""

from __future__ import annotations

import struct
import zlib
from hashlib import sha256
from pathlib import Path

import pytest

from yaksok.errors import DamagedFile, PageNotFound, ReadingTooSlow, YaksokError
from yaksok.interfaces import page_pictures
from yaksok.interfaces.page_pictures import PagePictures
from yaksok.ledger.stored_readings import StoredCopy
from yaksok.read.pdf.picture import MOST_PIXELS, picture_of
from yaksok.read.sources import from_bytes
from yaksok.read.worker import Limits, Outcome

SAMPLE = Path(__file__).resolve().parents[2] / "examples/formats/pdf/2025-self-evaluation.pdf"


def copy_of(data: bytes) -> StoredCopy:
    return StoredCopy(sha256(data).hexdigest(), len(data), zlib.compress(data))


def pdf(width: float, height: float) -> bytes:
    """A PDF of one empty page."""
    text = (
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        f"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]>>endobj\n"
        "trailer<</Root 1 0 R>>\n%%EOF\n"
    )
    return text.encode()


def size_of(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def pixels_of(png: bytes) -> bytes:
    start = png.index(b"IDAT")
    (length,) = struct.unpack(">I", png[start - 4 : start])
    return zlib.decompress(png[start + 4 : start + 4 + length])


def test_a_page_is_drawn_in_a_worker_and_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    data = SAMPLE.read_bytes()
    pictures = PagePictures()
    drawn = pictures.picture(copy_of(data), "a.pdf", 1)
    assert (drawn.pages, round(drawn.width), round(drawn.height)) == (2, 595, 842)
    width, height = size_of(drawn.png)
    assert width / drawn.width == pytest.approx(2, abs=0.01)
    rows = pixels_of(drawn.png)
    assert len(rows) == height * (1 + 3 * width)
    assert len(set(rows[: 1 + 3 * width * 200])) > 10  # letters, not a blank page
    monkeypatch.setattr(page_pictures, "map_guarded", _never)
    assert pictures.picture(copy_of(data), "a.pdf", 1) is drawn


def _never(*_arguments: object, **_named: object) -> object:
    raise AssertionError


@pytest.mark.parametrize(("width", "height"), [(3000, 4000), (14_400, 14_400), (19_000, 2)])
def test_large_pages_are_drawn_coarser(width: float, height: float) -> None:
    drawn = picture_of((from_bytes(pdf(width, height), origin="a.pdf"), 1))
    across, down = size_of(drawn.png)
    assert across * down <= MOST_PIXELS * 1.01 + across + down
    assert (drawn.width, drawn.height) == (width, height)


@pytest.mark.parametrize("number", [0, 2, 10**6])
def test_pages_that_are_not_there_are_told(number: int) -> None:
    with pytest.raises(PageNotFound):
        picture_of((from_bytes(pdf(100, 100), origin="a.pdf"), number))


def test_what_is_no_pdf_is_told() -> None:
    with pytest.raises(DamagedFile):
        PagePictures().picture(copy_of(b"%PDF-1.4 nothing"), "a.pdf", 1)


def test_a_copy_that_is_not_what_its_hash_says_is_refused() -> None:
    copy = StoredCopy("0" * 64, 4, zlib.compress(b"%PDF"))
    with pytest.raises(DamagedFile):
        PagePictures().picture(copy, "a.pdf", 1)


def test_what_takes_too_long_is_stopped_and_not_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def slow(*_arguments: object, **_named: object) -> list[Outcome[object]]:
        asked.append("")
        return [Outcome("a.pdf", error=ReadingTooSlow(path="a.pdf", seconds="1"))]

    monkeypatch.setattr(page_pictures, "map_guarded", slow)
    pictures = PagePictures(Limits(seconds=1, processes=1))
    for _ in range(3):
        with pytest.raises(ReadingTooSlow):
            pictures.picture(copy_of(pdf(10, 10)), "a.pdf", 1)
    assert len(asked) == 1


def test_only_the_last_pictures_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []

    def draw(_function: object, work: list[tuple[object, int]], **_named: object) -> list[Outcome[object]]:
        drawn.append(work[0][1])
        return [Outcome("a.pdf", value=picture_of((from_bytes(pdf(50, 50), origin="a.pdf"), 1)))]

    monkeypatch.setattr(page_pictures, "map_guarded", draw)
    pictures = PagePictures(most_bytes=1)
    copy = copy_of(pdf(50, 50))
    for number in (1, 1, 2, 2, 1):
        pictures.picture(copy, "a.pdf", number)
    assert drawn == [1, 2, 1]


def test_errors_keep_their_numbers() -> None:
    with pytest.raises(YaksokError) as caught:
        PagePictures().picture(copy_of(pdf(100, 100)), "a.pdf", 7)
    assert caught.value.number == "Y340"
