"""What tests of commands share: their types, the day of asking, a plan and its review by one issuer, a quick run."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from yaksok.interfaces.cli.main import main

Run = Callable[..., tuple[int, str, str]]
Ask = Callable[..., list[dict[str, Any]]]
AS_OF = ("--as-of", "2021-06-01")

_PLAN = """2019년 {issuer} 주요업무 추진계획

2019. 3.

□ 페루와의 협력
 ㅇ 페루와 해양안전협정 체결
 ㅇ 2020년까지 갯벌 연구소 2개 설치
"""

_REVIEW = """2020년 {issuer} 자체평가 결과

2021. 1.

□ 페루와의 협력 성과
 ㅇ 페루와 해양안전협정 체결(20.6월)
"""


def write_papers(folder: Path, *, issuer: str) -> Path:
    """Makes the folder with the two papers in it."""
    folder.mkdir()
    (folder / "plan.txt").write_text(_PLAN.format(issuer=issuer), encoding="utf-8")
    (folder / "review.txt").write_text(_REVIEW.format(issuer=issuer), encoding="utf-8")
    return folder


def run_here(
    command: Sequence[str], *, cwd: Path, env: Mapping[str, str], **_streams: object
) -> subprocess.CompletedProcess[str]:
    """What `subprocess.run` gives for `yaksok` without standard input, in this process: Python is not started anew."""
    assert list(command[:3]) == [sys.executable, "-m", main.__module__]
    output, errors = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _stream in range(2))
    with (
        pytest.MonkeyPatch.context() as patching,
        contextlib.redirect_stdout(output),
        contextlib.redirect_stderr(errors),
    ):
        patching.chdir(cwd)
        for name in os.environ.keys() - env.keys():
            patching.delenv(name)
        for name, value in env.items():
            patching.setenv(name, value)
        patching.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
        status = main(command[3:])
    for stream in (output, errors):
        stream.seek(0)
    return subprocess.CompletedProcess(list(command), status, output.read(), errors.read())
