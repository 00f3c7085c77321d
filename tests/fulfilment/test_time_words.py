"""A day is told no more exactly than its source words it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.fulfilment.time_words import during, period, worded


@pytest.mark.parametrize(
    ("first", "last", "words", "adverb"),
    [
        ("2024-10-24", "2024-10-24", "2024-10-24", "on 2024-10-24"),
        ("2024-10-01", "2024-10-31", "October 2024", "in October 2024"),
        ("2024-02-01", "2024-02-29", "February 2024", "in February 2024"),
        ("2023-02-01", "2023-02-28", "February 2023", "in February 2023"),
        ("2024-04-01", "2024-06-30", "the second quarter of 2024", "in the second quarter of 2024"),
        ("2024-01-01", "2024-06-30", "the first half of 2024", "in the first half of 2024"),
        ("2024-07-01", "2024-12-31", "the second half of 2024", "in the second half of 2024"),
        ("2024-01-01", "2024-12-31", "2024", "in 2024"),
        ("2024-03-11", "2024-03-20", "2024-03-11 to 2024-03-20", "between 2024-03-11 and 2024-03-20"),
        ("2024-11-01", "2025-02-28", "2024-11-01 to 2025-02-28", "between 2024-11-01 and 2025-02-28"),
    ],
)
def test_periods(first: str, last: str, words: str, adverb: str) -> None:
    days = date.fromisoformat(first), date.fromisoformat(last)
    assert (period(*days), during(*days)) == (words, adverb)


@pytest.mark.parametrize(
    ("day", "text", "published", "words"),
    [
        ("2024-10-01", "누리 협력 협정 체결(24.10월)", "2025-01", "October 2024"),
        ("2024-10-01", "누리 협력 협정 체결(24.10.1.)", "2025-01", "2024-10-01"),
        ("2024-10-24", "누리 협력 협정 체결(24.10.24)", "2025-01", "2024-10-24"),
        ("2024-01-01", "2024년 누리 협력 협정을 체결하였다", "2025-01", "2024"),
        ("2024-04-01", "2분기에 누리 사무소를 열었다", "2024-12", "the second quarter of 2024"),
        ("2024-07-01", "24년 하반기 누리 도로 개통", None, "the second half of 2024"),
        ("2024-03-11", "3월 중순 누리 회의 개최", "2024-05-01", "2024-03-11 to 2024-03-20"),
        ("2024-06-01", "지난달 누리 협정에 서명", "2024-07-03", "June 2024"),
        ("2024-10-01", "24.10월부터 누리 서비스를 제공", "2025-01", "October 2024"),
        ("2019-01-01", "2019년부터 누리 사업을 시행 중", "2025", "2019"),
        ("2024-06-01", "The Nuri accord was signed in June 2024.", "2025-01", "June 2024"),
        ("2024-06-01", "The Nuri mission opened on June 1, 2024.", "2025-01", "2024-06-01"),
        ("2024-01-01", "The Nuri fund has grown since 2024.", None, "2024"),
        # The year, and with it the whole time, stands in a heading.
        ("2024-01-01", "누리 협력 협정 체결", "2025-01", "2024"),
        ("2024-06-01", "누리 협력 협정 체결", "2025-01", "June 2024"),
        ("2024-06-05", "누리 협력 협정 체결", "2025-01", "2024-06-05"),
    ],
)
def test_as_the_source_words_it(day: str, text: str, published: str | None, words: str) -> None:
    assert period(*worded(day, text, published=published)) == words


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 1, 1)), st.integers(0, 800))
def test_the_words_of_two_periods_are_never_the_same(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    words = period(first, last)
    assert words not in {
        period(first, last + timedelta(days=1)),
        period(first - timedelta(days=1), last),
        *([period(first + timedelta(days=1), last)] if days else []),
    }


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 1, 1)), st.text(max_size=60))
def test_any_sentence_leaves_the_day_in_its_period(day: date, text: str) -> None:
    first, last = worded(day.isoformat(), text, published=None)
    assert first == day <= last
