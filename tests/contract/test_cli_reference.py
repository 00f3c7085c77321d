"""docs/cli.md is what the program says of itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from yaksok.interfaces.cli.main import COMMANDS

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_is_fresh() -> None:
    done = subprocess.run(
        [sys.executable, "tools/cli_reference.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_section(name: str) -> None:
    assert f"\n## yaksok {name}\n" in (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
