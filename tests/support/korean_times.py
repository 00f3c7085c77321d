"""Times of Korean sentences in short, for tables of cases."""

from __future__ import annotations

from datetime import date

import pytest

from yaksok.records.mentions import TimeMention
from yaksok.statements.context import StatementContext
from yaksok.statements.korean.times import find_times

DAY = date(2025, 1, 17)
PLAN = StatementContext(document_date=DAY, date_precision="day", genre="work_plan")


def context(act: str = "commitment", day: str = "2025-01-17", **more: object) -> StatementContext:
    return StatementContext(
        **{
            "document_date": date.fromisoformat(day),
            "date_precision": "day",
            "act": act,
            "genre": "work_plan",
            **more,
        }  # type: ignore[arg-type]
    )


def short(mention: TimeMention) -> str:
    """`text|start..end|role`, with whole months and years in short."""
    start, end = mention.start or "", mention.end or ""
    return f"{mention.text}|{start}..{end}|{mention.role}"


def read(text: str, setting: StatementContext = PLAN) -> list[str]:
    return [short(mention) for mention in find_times(text, setting)]


def table(*rows: tuple[str, str]) -> pytest.MarkDecorator:
    """Rows of a text and what it must give, mentions parted by `; `."""
    cases = [pytest.param(text, [part for part in want.split("; ") if part], id=text) for text, want in rows]
    return pytest.mark.parametrize(("text", "want"), cases)
