"""What tests of commands share: their types, the day of asking, a plan and its review by one issuer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

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
