"""What the command line costs before it does anything. The margins are wide: machines differ."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

HEAVY = ("sqlalchemy", "selectolax", "rich", "charset_normalizer", "multiprocessing", "asyncio", "hypothesis")


def unmeasured() -> dict[str, str]:
    """The environment without coverage, which loads modules of its own."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("COVERAGE", "COV_"))}


def fastest(arguments: list[str], *, runs: int = 5) -> float:
    times = []
    for _run in range(runs):
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "yaksok.interfaces.cli.main", *arguments], check=True, capture_output=True
        )
        times.append(time.perf_counter() - start)
    return min(times)


def test_help_is_quick() -> None:
    assert fastest(["--help"]) < 0.4


def test_reading_a_short_file_is_quick(tmp_path: Path) -> None:
    path = tmp_path / "short.txt"
    path.write_text(
        "2025년 주요업무 추진계획\n\n□ 협력 확대\n ㅇ 내년까지 공관 2개를 새로 연다.\n", encoding="utf-8"
    )
    assert fastest(["read", str(path)]) < 1.0


@pytest.mark.parametrize("arguments", [["--help"], ["read", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    program = (
        "import sys; from yaksok.interfaces.cli.main import main; status = main(sys.argv[1:]); "
        f"print(status, [name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        check=True,
        capture_output=True,
        text=True,
        env=unmeasured(),
    )
    assert done.stderr.strip() == "0 []"


def test_reading_text_loads_no_parser_and_no_database(tmp_path: Path) -> None:
    path = tmp_path / "short.txt"
    path.write_text("협력을 확대한다.\n", encoding="utf-8")
    program = (
        "import sys; from yaksok.interfaces.cli.main import main; main(sys.argv[1:]); "
        "print([name for name in ('sqlalchemy', 'selectolax', 'rich') if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "read", str(path)], check=True, capture_output=True, text=True
    )
    assert done.stderr.strip() == "[]"
