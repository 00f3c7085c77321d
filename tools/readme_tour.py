"""Runs the tour of each README and writes what the program prints into it: in English, and in Korean.

python tools/readme_tour.py            writes README.md and README.ko.md
python tools/readme_tour.py --check    fails if they show something else than the program prints

A line "…" in a block of output stands for lines left out; the lines behind it begin where their first one is printed.
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PAGES = {ROOT / "README.md": "C.UTF-8", ROOT / "README.ko.md": "ko_KR.UTF-8"}
"""Each page with the locale that its reader has."""

PROGRAM = ".venv/bin/yaksok"
LEFT_OUT = "…"
_BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


class Run(NamedTuple):
    """A command of the tour, what became of it, and the block of output that the page shows ("" for none)."""

    command: str
    status: int
    printed: str
    errors: str
    shown: str


def tour(page: str, *, locale: str) -> list[Run]:
    """Every yaksok command of a page, run in order in an empty folder beside the sample documents."""
    found: list[Run] = []
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "examples").symlink_to(ROOT / "examples")
        for block in _BLOCK.finditer(page):
            if block["kind"] == "text" and found:
                found[-1] = found[-1]._replace(shown=block["body"])
            if block["kind"] == "sh":
                found += [_run(command, Path(folder), locale) for command in _commands(block["body"])]
    return found


def _commands(body: str) -> list[str]:
    return [line for line in body.split("\n") if line.startswith(PROGRAM + " ")]


def _run(command: str, folder: Path, locale: str) -> Run:
    names = [
        name
        for argument in shlex.split(command)[1:]
        for name in (sorted(map(str, folder.glob(argument))) if "*" in argument else [argument])
    ]
    done = subprocess.run(
        [sys.executable, "-m", "yaksok.interfaces.cli.main", *names],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name != "YAKSOK_LANGUAGE"}
        | {"COLUMNS": "80", "LC_ALL": locale, "NO_COLOR": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Run(command, done.returncode, done.stdout, done.stderr, "")


def expected(run: Run) -> str:
    """The block of output as it should be. Raises ValueError where what it shows is not printed any more."""
    printed = [line.rstrip() for line in run.printed.rstrip("\n").split("\n")]
    shown = run.shown.rstrip("\n").split("\n")
    if LEFT_OUT not in shown:
        return "\n".join(printed) + "\n"
    return "\n".join(_excerpt(printed, shown)) + "\n"


def _excerpt(printed: Sequence[str], shown: Sequence[str]) -> Iterator[str]:
    begins = True
    at = 0
    for line in shown:
        if line == LEFT_OUT:
            yield line
            begins = True
            continue
        if begins:
            # Where an as-of date or a score stands behind it, the first words still tell the place.
            words = line.split(",")[0]
            at = next((n for n in range(at, len(printed)) if printed[n].startswith(words)), -1)
            if at < 0:
                raise ValueError(f"not printed: {line}")
            begins = False
        yield printed[at] if at < len(printed) else ""
        at += 1


def fresh(page: str, runs: Sequence[Run]) -> str:
    """The page with the blocks of output that the runs gave."""
    for run in runs:
        if run.shown:
            page = page.replace(f"```text\n{run.shown}```", f"```text\n{expected(run)}```", 1)
    return page


def main() -> int:
    """Writes or checks the pages; 1 if one is stale or a command fails."""
    parser = argparse.ArgumentParser(description="Write the output of the tour into the READMEs.")
    parser.add_argument("--check", action="store_true", help="only look whether a page is stale")
    check = parser.parse_args().check
    pages = {path: path.read_text(encoding="utf-8") for path in PAGES}
    runs = {path: tour(page, locale=PAGES[path]) for path, page in pages.items()}
    failed = [run for ran in runs.values() for run in ran if run.status]
    for run in failed:
        print(f"{run.command}\n{run.errors}")
    stale = {path: text for path, page in pages.items() if (text := fresh(page, runs[path])) != page}
    for path, text in stale.items():
        if check:
            print(f"{path.name} is stale: run python tools/readme_tour.py")
        else:
            path.write_text(text, encoding="utf-8")
    return int(bool(failed) or (check and bool(stale)))


if __name__ == "__main__":
    sys.exit(main())
