"""Measures how fast office files are read, beside the libraries that read them too.

    python bench/formats.py [FOLDER]          files of FOLDER (default: examples/formats), print
    python bench/formats.py FOLDER --write    also write the figures into docs/performance.md
    python bench/formats.py FOLDER --check    also end with status 1 where a target is missed

Every engine reads all files of a format in a process of its own, the engines in turn, the best of several rounds of CPU time.
Files below 20 KB are left out where larger ones are there: they are forms and fixtures, not papers.

Targets: HWPX 30 files a second, HWP 15, PDF 100 pages, memory below 300 MB.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from page import machine, write_page

ROOT = Path(__file__).resolve().parent.parent
_ENGINES = Path(__file__).resolve().parent / "engines.py"
_ROUNDS = 5
_SMALL = 20_000
_PEAK_MB = 300.0
_BEGIN, _END = "<!-- format figures -->", "<!-- end of format figures -->"

COMPARED = {
    "hwpx": ("yaksok_text", "yaksok_statements", "unhwp", "hwp2markdown", "python_hwpx"),
    "hwp": ("yaksok_text", "yaksok_statements", "unhwp", "hwp2markdown"),
    "pdf": ("yaksok_text", "yaksok_statements", "pypdfium2", "pdfplumber"),
    "docx": ("yaksok_text", "yaksok_statements", "python_docx"),
}
TARGETS = {"hwpx": 30.0, "hwp": 15.0, "pdf": 100.0}
"""Files a second, for PDF pages a second."""


@dataclass(frozen=True, slots=True)
class Speed:
    """One engine over all files of a format; `units` are files, for PDF pages."""

    format: str
    engine: str
    units: int
    megabytes: float
    seconds: float
    peak_mb: float

    @property
    def per_second(self) -> float:
        """Files, for PDF pages, a second."""
        return self.units / self.seconds


def files_of(folder: Path, suffix: str) -> list[Path]:
    """The readable files of a format below a folder."""
    found = [path for path in sorted(folder.rglob(f"*.{suffix}")) if not path.name.startswith("password")]
    large = [path for path in found if path.stat().st_size >= _SMALL]
    return large or found


def measure(files: list[Path], suffix: str) -> list[Speed]:
    """Every engine's speed over the files; an engine that is not installed is left out."""
    units = sum(map(_pages, files)) if suffix == "pdf" else len(files)
    megabytes = sum(path.stat().st_size for path in files) / 2**20
    found = []
    for engine in COMPARED[suffix]:
        command = [sys.executable, str(_ENGINES), engine, str(_ROUNDS), *map(str, files)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            print(f"left out: {engine}: {done.stderr.strip().splitlines()[-1]}", file=sys.stderr)
            continue
        answer = json.loads(done.stdout.splitlines()[-1])
        found.append(Speed(suffix, engine, units, megabytes, answer["seconds"], answer["peak_mb"]))
    return found


def _pages(path: Path) -> int:
    document = pypdfium2.PdfDocument(path)
    pages = len(document)
    document.close()
    return pages


def table(speeds: list[Speed]) -> str:
    """The figures as Markdown."""
    lines = [
        f"Measured on {machine()}.",
        "",
        "| format | engine | files (PDF: pages) | MB | a second | yaksok_text is faster by | peak memory |",
        "|---|---|---|---|---|---|---|",
    ]
    for speed in speeds:
        own = next(other for other in speeds if other.format == speed.format)
        lines.append(
            f"| {speed.format.upper()} | {speed.engine} | {speed.units} | {speed.megabytes:.1f} | {speed.per_second:.0f} "
            f"| {own.per_second / speed.per_second:.2g} | {speed.peak_mb:.0f} MB |"
        )
    return "\n".join(lines)


def missed(speeds: list[Speed]) -> list[str]:
    """The targets that yaksok misses, in words."""
    own = [speed for speed in speeds if speed.engine == "yaksok_text"]
    slow = [
        f"{speed.format.upper()}: {speed.per_second:.0f} a second, target {TARGETS[speed.format]:.0f}"
        for speed in own
        if speed.per_second < TARGETS.get(speed.format, 0.0)
    ]
    large = [f"{speed.format.upper()}: {speed.peak_mb:.0f} MB" for speed in own if speed.peak_mb > _PEAK_MB]
    return slow + large


def main() -> int:
    """Measures every format; 1 where `--check` finds a target missed."""
    parser = argparse.ArgumentParser(description="Measure the speed of reading office files.")
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "examples" / "formats")
    parser.add_argument("--write", action="store_true", help="write the figures into docs/performance.md")
    parser.add_argument("--check", action="store_true", help="status 1 where a target is missed")
    arguments = parser.parse_args()
    speeds = [
        speed
        for suffix in COMPARED
        if (files := files_of(arguments.folder, suffix))
        for speed in measure(files, suffix)
    ]
    print(table(speeds))
    if arguments.write:
        write_page(ROOT / "docs" / "performance.md", table(speeds), begin=_BEGIN, end=_END)
    misses = missed(speeds)
    for miss in misses:
        print(f"missed: {miss}", file=sys.stderr)
    return 1 if arguments.check and misses else 0


if __name__ == "__main__":
    raise SystemExit(main())
