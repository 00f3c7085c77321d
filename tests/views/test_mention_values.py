"""Values of mentions with the rule behind them."""

from __future__ import annotations

import pytest

from yaksok.records.mentions import NameMention, PartyMention, QuantityMention, TimeMention
from yaksok.views.mention_values import AnyMention, Rule, told

SPAN = (0, 1)


@pytest.mark.parametrize(
    ("text", "party", "rule"),
    [
        ("칠레", "CHL", "usual_name"),
        ("Chile", "CHL", "usual_name"),
        ("아세안", "ASEAN", "usual_name"),
        ("한-칠레", "CHL", "form_in_words"),
        ("어느 나라", "NOWHERE", "form_in_words"),
    ],
)
def test_parties(text: str, party: str, rule: Rule) -> None:
    said = told(PartyMention(text, SPAN, party))
    assert (said.kind, said.value, said.rule) == ("party", party, rule)


@pytest.mark.parametrize(
    ("start", "end", "rule"),
    [
        ("2025-03-01", "2025-03-01", "day"),
        ("2025-02-01", "2025-02-28", "month"),
        ("2024-02-01", "2024-02-28", "interval"),
        ("2024-02-01", "2024-02-29", "month"),
        ("2025-04-01", "2025-06-30", "quarter"),
        ("2025-05-01", "2025-07-31", "interval"),
        ("2025-07-01", "2025-12-31", "half_year"),
        ("2025-04-01", "2025-09-30", "interval"),
        ("2025-01-01", "2025-12-31", "year"),
        ("2025-01-01", "2029-12-31", "interval"),
        ("2025-01-01", None, "from"),
        (None, "2025-12-31", "until"),
        (None, None, "open"),
        ("2025", "2026", "interval"),
    ],
)
def test_times(start: str | None, end: str | None, rule: Rule) -> None:
    said = told(TimeMention("때", SPAN, start, end, "due"))
    assert (said.rule, said.start, said.end, said.value) == (rule, start, end, "due")


@pytest.mark.parametrize(
    ("text", "value", "rule", "factor"),
    [
        ("3개소", 3, "as_written", None),
        ("1,200명", 1200, "as_written", None),
        ("0.21%", 0.21, "as_written", None),
        ("250억불", 25_000_000_000, "multiplied", 100_000_000),
        ("2.5만명", 25_000, "multiplied", 10_000),
        ("두 차례", 2, "in_words", None),
        ("3만 5천 톤", 35_000, "in_words", None),
        ("0건", 5, "in_words", None),
    ],
)
def test_quantities(text: str, value: float, rule: Rule, factor: float | None) -> None:
    said = told(QuantityMention(text, SPAN, value, "USD"))
    assert (said.rule, said.factor, said.number) == (rule, factor, value)


def test_names() -> None:
    said = told(NameMention("「해양\u202e 협정」\n", SPAN, "agreement"))
    assert (said.kind, said.value, said.text) == ("name", "agreement", "「해양\ufffd 협정」")


@pytest.mark.parametrize(
    "mention",
    [NameMention("가" * 500, SPAN, "law"), PartyMention("나" * 500, SPAN, "CHL")],
    ids=["name", "party"],
)
def test_long_words_are_cut(mention: AnyMention) -> None:
    assert len(told(mention).text) == 120
