"""Draws the picture of the README: what `yaksok demo` prints, from the statuses to the last trail.

python tools/readme_picture.py            writes docs/images/demo.svg
python tools/readme_picture.py --check    fails if the picture shows other statuses or trails than the demo
"""

from __future__ import annotations

import argparse
import io
import os
import re
import subprocess
import sys
import tempfile
from html import unescape
from pathlib import Path

from rich.console import Console
from rich.text import Text

from yaksok.records.commitment import STATUSES

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "images" / "demo.svg"
WIDTH = 96
TRAILS = 3
"""How many trails are shown: what fits on a screen."""

FONTS = "Menlo, Consolas, 'DejaVu Sans Mono', D2Coding, 'Noto Sans Mono CJK KR', monospace"
_ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
# Web fonts, a note with an address, and a style that widens Latin letters where a font can.
_NOT_WANTED = re.compile(
    r"@font-face\s*\{[^{}]*\}\s*|<!--.*?-->\s*|font-variant-east-asian: full-width;\s*", re.DOTALL
)
_TEXT = re.compile(r"<text[^>]*>(.*?)</text>", re.DOTALL)


def demo_output() -> str:
    """What the demo prints on a terminal of `WIDTH` columns, with colours and without this machine's paths."""
    asked = {"COLUMNS": str(WIDTH), "FORCE_COLOR": "1", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | asked
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-m", "yaksok.interfaces.cli.main", "demo", "--ledger", "demo.db"],
            cwd=folder,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
    return done.stdout.replace(f"{ROOT}{os.sep}", "")


def shown(output: str) -> list[str]:
    """The lines of the picture: the statuses and the first trails, without the list of documents."""
    lines = output.split("\n")
    plain = [_ESCAPE.sub("", line) for line in lines]
    first = next(at for at, line in enumerate(plain) if re.match(r"\d+ promises by status", line))
    chosen: list[str] = []
    blanks = 0
    for line, bare in zip(lines[first:], plain[first:], strict=True):
        blanks += not bare.strip()
        if blanks > TRAILS or bare.startswith("The ledger is"):
            break
        chosen.append(line.rstrip())
    return chosen


def draw(lines: list[str]) -> str:
    """The lines as an SVG picture that needs nothing from outside."""
    console = Console(
        record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor"
    )
    console.print(Text.from_ansi("\n".join(["$ yaksok demo", "…", *lines])))
    svg = console.export_svg(title="yaksok demo", unique_id="yaksok-demo")
    svg = _NOT_WANTED.sub("", svg).replace("Fira Code, monospace", FONTS)
    # Editors and diffs dislike blanks at line ends.
    return "\n".join(line.rstrip() for line in svg.split("\n")).strip() + "\n"


def words(svg: str) -> str:
    """The text of a picture, one line for each of its lines, blanks as blanks."""
    by_line: dict[str, list[str]] = {}
    for match in _TEXT.finditer(svg):
        place = re.search(r'\by="([\d.]+)"', match.group(0))
        if place is not None:
            by_line.setdefault(place.group(1), []).append(unescape(match.group(1)))
    return "\n".join("".join(pieces).replace("\xa0", " ") for pieces in by_line.values())


def structure(text: str) -> list[str]:
    """What must agree between picture and demo: the statuses counted and the titles of the trails, in order."""
    found = []
    for line in text.split("\n"):
        start = re.match(r"\s?([a-z][a-z_ ]+?)(?:\s{2,}\d|, due|\s*$)", line)
        if start and start.group(1).replace(" ", "_") in STATUSES:
            found.append(start.group(1))
        title = re.match(r"\s?(A promise [a-z ,]+?)(?: \(due|\s*$)", line)
        if title:
            found.append(title.group(1))
    return found


def main() -> int:
    """Writes or checks the picture; 1 if it is stale."""
    parser = argparse.ArgumentParser(description="Draw the picture of the README.")
    parser.add_argument(
        "--check", action="store_true", help="fail if the picture is stale, and write nothing"
    )
    arguments = parser.parse_args()
    svg = draw(shown(demo_output()))
    if not arguments.check:
        PICTURE.parent.mkdir(exist_ok=True)
        PICTURE.write_text(svg, encoding="utf-8")
        return 0
    if structure(words(svg)) != structure(words(PICTURE.read_text(encoding="utf-8"))):
        print("docs/images/demo.svg is stale: run python tools/readme_picture.py")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
