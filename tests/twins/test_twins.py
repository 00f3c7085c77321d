"""The same document in six formats gives the same statements."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from tests.support.office.pdf_writer import converted, has_weasyprint, office_program
from tests.support.office.samples import EXAMPLES, SAMPLES
from tests.support.office.twins import WRITERS, Reading, differences, likeness, reading_of, shares
from tests.twins.cases import CASES

LEAST = 0.98
STEMS = [Path(name).stem for name in SAMPLES]


@cache
def _read(path: Path) -> Reading:
    return reading_of(path.read_bytes(), path.name)


def _differing(readings: dict[str, Reading]) -> list[str]:
    """A line for each pair of readings that are not alike enough, with the statements that differ."""
    return [
        "\n".join((f"{some} and {other}: {share:.3f}", *differences(readings[some], readings[other])))
        for some, other in combinations(readings, 2)
        if (share := likeness(readings[some], readings[other])) < LEAST
    ]


@pytest.mark.parametrize("stem", STEMS)
def test_samples_say_the_same_in_every_format(stem: str) -> None:
    readings = {kind: _read(EXAMPLES / "formats" / kind / f"{stem}.{kind}") for kind in WRITERS}
    assert min(len(reading.rows) for reading in readings.values()) > 15
    assert not _differing(readings)


@pytest.mark.parametrize("kind", ["html", "docx", "hwpx", "hwp"])
@pytest.mark.parametrize("stem", STEMS)
def test_all_that_is_said_of_statements_is_the_same(stem: str, kind: str) -> None:
    text = _read(EXAMPLES / "formats" / "txt" / f"{stem}.txt")
    found = shares(text, _read(EXAMPLES / "formats" / kind / f"{stem}.{kind}"))
    assert {name: share for name, share in found.items() if share < LEAST} == {}


@pytest.mark.parametrize("name", [name for name in SAMPLES if name.endswith((".txt", ".md"))])
def test_samples_say_what_their_sources_say(name: str) -> None:
    twin = _read(EXAMPLES / "formats" / "hwpx" / f"{Path(name).stem}.hwpx")
    assert not _differing({"source": _read(EXAMPLES / name), "hwpx": twin})


@pytest.mark.parametrize("name", CASES)
def test_each_kind_of_content_is_the_same_in_every_format(name: str) -> None:
    kinds = [kind for kind in WRITERS if kind != "pdf" or has_weasyprint()]
    readings = {kind: reading_of(WRITERS[kind](CASES[name]), f"{name}.{kind}") for kind in kinds}
    assert not _differing(readings)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """DOCX files printed by LibreOffice, all in one run."""
    program = office_program()
    if program is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("printed")
    files = [EXAMPLES / "formats" / "docx" / f"{stem}.docx" for stem in STEMS]
    found = dict(zip(STEMS, converted(files, folder, program=program), strict=True))
    return found.__getitem__


@pytest.mark.parametrize("stem", STEMS)
def test_what_libreoffice_prints_says_the_same(stem: str, printed: Callable[[str], Path]) -> None:
    text = _read(EXAMPLES / "formats" / "txt" / f"{stem}.txt")
    assert not _differing({"txt": text, "printed pdf": _read(printed(stem))})
