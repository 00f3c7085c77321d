"""`yaksok observe` as a user runs it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str, str]]
AS_OF = ("--as-of", "2025-01-31")
PLAN = """2019년도 외교부 업무계획

2019. 3. 4.
외교부

1. 경제외교 추진
 □ 무역 확대
  ㅇ 2020년까지 한-페루 교역액 300억불 달성
  ㅇ 2030년까지 방한 관광객 2,000만명 유치
"""
VALUES = "날짜,값,출처,비고\n2018년,250,무역협회,\n2019년,270,무역협회,\n2020년,{},무역협회,잠정\n2021년,n/a,무역협회,\n"


@pytest.fixture
def plan(tmp_path: Path, run: Run) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    assert run("add", str(path))[0] == 0
    return path


def series(tmp_path: Path, last: str = "310") -> str:
    path = tmp_path / "trade.csv"
    path.write_text(VALUES.format(last), encoding="cp949")
    return str(path)


def observe(run: Run, path: str, *more: str) -> list[dict[str, Any]]:
    status, output, _ = run("observe", path, "--unit", "억불", *AS_OF, *more)
    assert status == 0
    return [json.loads(line) for line in output.splitlines()]


def test_a_target_beside_its_series(plan: Path, tmp_path: Path, run: Run) -> None:
    expected = [("310", "reached", 1e9), ("290", "short", -1e9), ("240", "wrong_direction", -6e9)]
    for last, outcome, margin in expected:  # each a new version of the same file
        (found,) = observe(run, series(tmp_path, last), "--indicator", "한-페루 교역액")
        assert (found["outcome"], found["margin"], found["date"]) == (outcome, margin, "2020-12-31")
        assert found["target"]["value"] == 30_000_000_000
        assert found["promise"]["doc"] == plan.stem
        assert found["promise"]["text"] == "2020년까지 한-페루 교역액 300억불 달성"
        assert "무역협회" in found["why"]


def test_what_was_read_and_passed_over_is_told(plan: Path, tmp_path: Path, run: Run) -> None:
    assert plan.exists()
    _, output, error = run(
        "observe",
        series(tmp_path),
        "--indicator",
        "한-페루 교역액",
        "--unit",
        "억불",
        *AS_OF,
        "--format",
        "table",
    )
    assert "3 values of 한-페루 교역액 in USD, 2018-01-01 to 2020-12-31 (added)" in error
    assert "Y160: Line 5 of the series is no measured value" in error
    assert output.startswith("plan:")
    assert "reached: 한-페루 교역액: 31,000,000,000 USD" in output


def test_an_indicator_that_no_promise_names_is_told(plan: Path, tmp_path: Path, run: Run) -> None:
    assert plan.exists()
    status, output, error = run(
        "observe", series(tmp_path), "--indicator", "쌀 수출액", "--unit", "억불", *AS_OF
    )
    assert (status, output) == (0, "")
    assert "No promise made by 2025-01-31 has a target that names 쌀 수출액" in error


def test_one_promise_by_its_words(plan: Path, tmp_path: Path, run: Run) -> None:
    assert plan.exists()
    path = series(tmp_path)
    assert observe(run, path, "--indicator", "양국 무역") == []
    (found,) = observe(run, path, "--indicator", "양국 무역", "--promise", "교역액 300억불")
    assert found["outcome"] == "reached"
    assert run("verify", "--ledger", "yaksok.db")[0] == 0


def test_what_cannot_be_done_has_a_number(plan: Path, tmp_path: Path, run: Run) -> None:
    assert plan.exists()
    path = series(tmp_path)
    for more, number, status in (
        (("--indicator", "교역액", "--unit", "쌀가마"), "Y301", 1),
        (("--indicator", "교역액"), "Y301", 2),
        (("--indicator", "교역액", "--unit", "억불", "--promise", "없는 약속"), "Y3", 1),
    ):
        done, output, error = run("observe", path, *more)
        assert (done, output) == (status, "")
        assert error.startswith(number)


def test_a_file_that_is_no_series(plan: Path, run: Run) -> None:
    status, _, error = run("observe", str(plan), "--indicator", "교역액", "--unit", "억불")
    assert (status, error[:4]) == (1, "Y123")
