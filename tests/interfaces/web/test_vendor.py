"""Files of others are those that their list names, unchanged, each with the text of its licence."""

from __future__ import annotations

import re
from hashlib import sha256

import pytest

from yaksok.interfaces.web.about_words import VENDOR, licences

TEXT = (VENDOR / "README.md").read_text(encoding="utf-8")
ROWS = re.findall(
    r"^\| `([^`]+)` \| \[([^]]+)\]\([^)]+\) \| ([\d.]+) \| ([^|]+) \| `([^`]+)` \| `([0-9a-f]{64})` \|$",
    TEXT,
    re.MULTILINE,
)
LICENCES = sorted(path.name for path in VENDOR.glob("LICENSE-*.txt"))


def test_every_file_is_listed() -> None:
    there = {path.name for path in VENDOR.iterdir() if path.is_file()} - {"README.md", *LICENCES}
    assert there == {row[0] for row in ROWS}
    assert "d3.min.js" in there


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_file_is_what_the_list_says(row: tuple[str, ...]) -> None:
    name, package, version, _licence, text, digest = row
    assert sha256((VENDOR / name).read_bytes()).hexdigest() == digest
    assert text == f"LICENSE-{package.removeprefix('@').replace('/', '-')}-{version}.txt"
    assert (VENDOR / text).is_file()


def test_every_licence_is_listed_and_whole() -> None:
    assert set(LICENCES) == set(re.findall(r"`(LICENSE-[^`]+)`", TEXT))
    for licence in licences():
        assert "Copyright" in licence.text or "Zero-Clause BSD" in licence.text, licence.library
        assert re.search(r"AS IS", licence.text), licence.library
        assert len(licence.text) > 500, licence.library


def test_nothing_is_fetched_from_elsewhere() -> None:
    """Our own scripts and sheets name no other host; what others wrote is held back by the pages' policy."""
    own = [path for path in VENDOR.parent.iterdir() if path.suffix in {".js", ".css", ".svg"}]
    assert own
    for path in own:
        found = re.findall(r"https?://[^\s\"')]+", path.read_text(encoding="utf-8"))
        assert [url for url in found if not url.startswith("http://www.w3.org/")] == [], path.name
