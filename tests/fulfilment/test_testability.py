"""What can be checked and what cannot."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from yaksok.fulfilment.testability import testability as judged
from yaksok.ledger.reader import StoredDocument


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("누리 해양 안전 협정 체결", {}),
        ("「가온 구상」 확대", {"names": ["「가온 구상」"]}),
        ("교역 300억불", {"amounts": [("300억불", 30_000_000_000, "USD")]}),
        ("2020년까지 확대", {"times": [("2020년까지", None, "2020-12-31", "due")]}),
        ("갯벌 철새 서식지 조사 지원", {}),
        ("establish a liaison office", {}),
    ],
)
def test_testable(stored: Callable[..., StoredDocument], line: Any, text: str, more: Any) -> None:
    statement = stored("plan", "2019", line("commitment", text, **more)).document.statements[0]
    assert judged(statement).testable


@pytest.mark.parametrize(
    "text", ["협력 강화", "국제사회와의 전략적 소통 지속", "적극적인 노력을 통해 관계 발전"]
)
def test_rhetorical(stored: Callable[..., StoredDocument], line: Any, text: str) -> None:
    statement = stored("plan", "2019", line("commitment", text)).document.statements[0]
    verdict = judged(statement)
    assert not verdict.testable
    assert "no action with an end" in verdict.reason
