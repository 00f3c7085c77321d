"""The figures as a table, against their targets, and in docs/performance.md."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from pathlib import Path

from measures import Load, Ratio

TIMES_KIWI = 5.0
GROWTH = 1.25
"""How much more a document may cost at the largest number of documents than at the smallest; 1 is flat."""
PEAK_MB = 300.0
HELP_SECONDS = 0.2
READ_SECONDS = 0.5

_BEGIN, _END = "<!-- figures -->", "<!-- end of figures -->"


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of one run. `collection` names the texts that `loads` were measured with."""

    machine: str
    collection: str
    ratios: list[Ratio]
    loads: list[Load]
    help_seconds: float
    read_seconds: float


def machine() -> str:
    """The machine in general words: system, architecture, processors, Python."""
    return (
        f"{platform.system()} on {platform.machine()}, {os.cpu_count()} processors, "
        f"{platform.python_implementation()} {platform.python_version()}"
    )


def missed(figures: Figures) -> list[str]:
    """The targets that the figures miss, in words."""
    found = [
        f"{ratio.name}: {ratio.times:.1f} times as fast as Kiwi, target {TIMES_KIWI:g}"
        for ratio in figures.ratios
        if ratio.times < TIMES_KIWI
    ]
    growth = figures.loads[-1].milliseconds / figures.loads[0].milliseconds
    if growth > GROWTH:
        found.append(f"a document costs {growth:.2f} times as much in the largest load as in the smallest")
    peak = max(load.peak_mb for load in figures.loads)
    if peak > PEAK_MB:
        found.append(f"peak memory {peak:.0f} MB, target {PEAK_MB:.0f} MB")
    for name, seconds, target in (
        ("yaksok --help", figures.help_seconds, HELP_SECONDS),
        ("yaksok read", figures.read_seconds, READ_SECONDS),
    ):
        if seconds > target:
            found.append(f"{name} takes {seconds:.2f} s, target {target:g} s")
    return found


def table(figures: Figures) -> str:
    """The figures as Markdown."""
    lines = [
        f"Measured on {figures.machine}.",
        "",
        "| text | characters | statements | Kiwi | reading | reading is faster by |",
        "|---|---|---|---|---|---|",
        *(
            f"| {ratio.name} | {ratio.characters:,} | {ratio.statements:,} | {1000 * ratio.kiwi:.0f} ms "
            f"| {1000 * ratio.reading:.0f} ms | {ratio.times:.1f} times |"
            for ratio in figures.ratios
        ),
        "",
        f"| {figures.collection} | characters | statements | CPU time a document | peak memory |",
        "|---|---|---|---|---|",
        *(
            f"| {load.documents:,} | {load.characters:,} | {load.statements:,} | {load.milliseconds:.2f} ms "
            f"| {load.peak_mb:.0f} MB |"
            for load in figures.loads
        ),
        "",
        "| command | wall-clock time |",
        "|---|---|",
        f"| `yaksok --help` | {figures.help_seconds:.2f} s |",
        f"| `yaksok read` of a short file | {figures.read_seconds:.2f} s |",
    ]
    return "\n".join(lines)


def write_page(path: Path, figures: str, *, begin: str = _BEGIN, end: str = _END) -> None:
    """Puts figures between two marks of the page."""
    before, _, rest = path.read_text(encoding="utf-8").partition(begin)
    _, found, after = rest.partition(end)
    if not found:
        raise ValueError(f"{path.name} has no place for figures: {begin} … {end}")
    path.write_text(f"{before}{begin}\n{figures}\n{end}{after}", encoding="utf-8")
