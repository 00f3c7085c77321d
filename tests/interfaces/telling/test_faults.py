"""Errors in Korean, with the reasons that stand in them: what a user typed or gave is told in Korean throughout."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import yaksok
from yaksok.errors import (
    BadAccount,
    BadUsage,
    CannotBeLinked,
    IncompleteDecision,
    NotAPromise,
    NotASeries,
    YaksokError,
)
from yaksok.interfaces.telling.faults import described, in_language, reason

SOURCE = Path(str(yaksok.__file__)).parent
FOR_DEVELOPERS = ("fulfilment", "views", "read/hwp/container.py", "read/pdf", "interfaces/api.py")
"""Reasons of the inside of a file or of a call from Python: they stay English."""


def given_reasons() -> Iterator[tuple[str, str]]:
    """The reasons that the code gives to errors, with X for what is filled in."""
    for path in sorted(SOURCE.rglob("*.py")):
        place = path.relative_to(SOURCE).as_posix()
        if place.startswith(FOR_DEVELOPERS):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            keywords = node.keywords if isinstance(node, ast.Call) else []
            for said in (each.value for each in keywords if each.arg == "reason"):
                if isinstance(said, ast.Constant) and isinstance(said.value, str):
                    yield place, said.value
                elif isinstance(said, ast.JoinedStr):
                    parts = (part.value if isinstance(part, ast.Constant) else "X" for part in said.values)
                    yield place, "".join(map(str, parts))


def test_every_reason_of_the_code_is_known() -> None:
    found = list(given_reasons())
    assert len(found) > 20
    allowed = {"X is not one of X."}
    unknown = [(place, said) for place, said in found if reason(said, "ko") == said and said not in allowed]
    assert unknown == []


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (BadUsage(reason="No such option '--x'.", command="yaksok"), "'--x' 옵션은 없습니다."),
        (
            BadUsage(reason="Invalid value for '--limit': 0 is not in the range x>=1.", command="yaksok"),
            "'--limit'의 값이 올바르지 않습니다: 0: x>=1 범위에 들지 않습니다.",
        ),
        (
            BadAccount(reason="a password has 12 to 200 characters"),
            "비밀번호는 12자 이상 200자 이하여야 합니다",
        ),
        (NotASeries(path="a.csv", reason="line 3: its value is no number"), "3번째 줄: 값이 수가 아닙니다"),
        (
            CannotBeLinked(promise="a:1", later="b:2", reason="they are one statement"),
            "두 진술이 같은 진술입니다",
        ),
        (IncompleteDecision(kind="draw", missing="a relation"), "관계"),
        (NotAPromise(place="a:1", act="none"), "해당 없음"),
    ],
)
def test_reasons_are_told(error: YaksokError, told: str) -> None:
    assert told in described(error, "ko")
    assert in_language(error, "ko").number == error.number
    assert described(error, "en") == error.describe("en")


def test_what_the_system_says_stays_as_it_is() -> None:
    assert "disk I/O error" in described(BadUsage(reason="disk I/O error", command="yaksok"), "ko")
