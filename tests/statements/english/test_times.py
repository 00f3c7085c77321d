"""English times: wording, interval and role."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.records.statement import Act
from yaksok.statements.context import StatementContext
from yaksok.statements.english.times import find_times

Expected = list[tuple[str, str | None, str | None, str]]


def setting(act: Act = "commitment") -> StatementContext:
    return StatementContext(document_date=date(2024, 11, 18), date_precision="day", role="item", act=act)


TIMES: tuple[tuple[str, Act, Expected], ...] = (
    ("by the end of 2026", "commitment", [("by the end of 2026", None, "2026-12-31", "due")]),
    (
        "no later than March 31, 2026",
        "commitment",
        [("no later than March 31, 2026", None, "2026-03-31", "due")],
    ),
    ("since 2019 it has grown", "context", [("since 2019", "2019-01-01", None, "period")]),
    (
        "Since the summit of August 2023 we met",
        "result",
        [("August 2023", "2023-08-01", "2023-08-31", "occurred")],
    ),
    ("In 2023 trade stood at", "context", [("2023", "2023-01-01", "2023-12-31", "occurred")]),
    ("cut emissions from 2020 levels", "commitment", [("2020", "2020-01-01", "2020-12-31", "reference")]),
    (
        "From 2024 to 2028 it will run",
        "commitment",
        [("From 2024 to 2028", "2024-01-01", "2028-12-31", "period")],
    ),
    ("the plan for 2026-2030", "commitment", [("2026-2030", "2026-01-01", "2030-12-31", "period")]),
    ("held on June 4 and 5", "result", [("June 4 and 5", "2024-06-04", "2024-06-05", "occurred")]),
    ("met in Seoul on October 6-7", "result", [("October 6-7", "2024-10-06", "2024-10-07", "occurred")]),
    (
        "will start in the first quarter",
        "commitment",
        [("first quarter", "2025-01-01", "2025-03-31", "planned")],
    ),
    ("in mid-2025 the hub will open", "commitment", [("mid-2025", "2025-05-01", "2025-08-31", "planned")]),
    ("in late 2025", "commitment", [("late 2025", "2025-09-01", "2025-12-31", "planned")]),
    ("early next year", "commitment", [("early next year", "2025-01-01", "2025-04-30", "planned")]),
    ("in Q3 2025", "commitment", [("Q3 2025", "2025-07-01", "2025-09-30", "planned")]),
    (
        "over the next three years",
        "commitment",
        [("the next three years", "2024-11-18", "2027-11-18", "period")],
    ),
    (
        "Over the past five years, exports rose",
        "context",
        [("the past five years", "2019-11-18", "2024-11-18", "period")],
    ),
    ("within 60 days the ministers will", "commitment", [("within 60 days", None, "2025-01-17", "due")]),
    ("within five years of entry into force", "commitment", []),
    ("each year and every six months", "commitment", []),
    ("In FY2023, Japan allocated", "result", [("FY2023", "2023-04-01", "2024-03-31", "occurred")]),
    ("net zero by 2050", "commitment", [("by 2050", None, "2050-12-31", "due")]),
    (
        "the 2030 Agenda for Sustainable Development",
        "position",
        [("2030", "2030-01-01", "2030-12-31", "reference")],
    ),
    ("will host the 2025 APEC Summit", "commitment", [("2025", "2025-01-01", "2025-12-31", "planned")]),
    ("the 2030 target of 40 percent", "commitment", [("2030", "2030-01-01", "2030-12-31", "due")]),
    (
        "beginning in January 2025",
        "commitment",
        [("beginning in January 2025", "2025-01-01", None, "planned")],
    ),
    ("as of October 31", "context", [("as of October 31", "2024-10-31", "2024-10-31", "reference")]),
    (
        "on 12 and 13 September 2024 in Vienna",
        "result",
        [("12 and 13 September 2024", "2024-09-12", "2024-09-13", "occurred")],
    ),
    (
        "from 28 February to 2 March 2025",
        "commitment",
        [("from 28 February to 2 March 2025", "2025-02-28", "2025-03-02", "planned")],
    ),
    ("between 2019 and 2023", "context", [("between 2019 and 2023", "2019-01-01", "2023-12-31", "period")]),
    ("in the 1990s", "context", [("1990s", "1990-01-01", "1999-12-31", "period")]),
    ("may not exceed the limit", "context", []),
    ("they march on", "context", []),
    ("in May", "result", [("May", "2024-05-01", "2024-05-31", "occurred")]),
    ("will be held in May", "commitment", [("May", "2025-05-01", "2025-05-31", "planned")]),
    ("Resolution 1970 (2011)", "position", [("2011", "2011-01-01", "2011-12-31", "occurred")]),
    ("2000 students and 1950 soldiers", "context", []),
    ("last month", "result", [("last month", "2024-10-01", "2024-10-31", "occurred")]),
    ("this week", "result", [("this week", "2024-11-18", "2024-11-24", "occurred")]),
    ("before the end of the year", "commitment", [("before the end of the year", None, "2024-12-31", "due")]),
    ("until 2030", "commitment", [("until 2030", None, "2030-12-31", "due")]),
    ("rose 5 percent compared with 2019", "context", [("2019", "2019-01-01", "2019-12-31", "reference")]),
    ("an increase of 10 percent over 2023", "context", [("2023", "2023-01-01", "2023-12-31", "reference")]),
    ("three years ago", "result", [("three years ago", "2021-01-01", "2021-12-31", "occurred")]),
    (
        "in the second half of this year",
        "commitment",
        [("second half of this year", "2024-07-01", "2024-12-31", "planned")],
    ),
    (
        "on Monday, November 18, 2024",
        "result",
        [("Monday, November 18, 2024", "2024-11-18", "2024-11-18", "occurred")],
    ),
    ("the summer of 2026", "commitment", [("summer of 2026", "2026-06-01", "2026-08-31", "planned")]),
    ("throughout 2025", "commitment", [("2025", "2025-01-01", "2025-12-31", "planned")]),
    ("by the first half of 2027", "commitment", [("by the first half of 2027", None, "2027-06-30", "due")]),
    ("the 60th anniversary and the 9th meeting", "context", []),
    ("from January 1, 2025", "commitment", [("from January 1, 2025", "2025-01-01", None, "planned")]),
    ("from 1 July 2025 onwards", "commitment", [("from 1 July 2025 onwards", "2025-07-01", None, "planned")]),
    (
        "In 2022 and 2023, we trained",
        "result",
        [("2022", "2022-01-01", "2022-12-31", "occurred"), ("2023", "2023-01-01", "2023-12-31", "occurred")],
    ),
    (
        "launched on 3 May and 4 June 2024",
        "result",
        [
            ("3 May", "2024-05-03", "2024-05-03", "occurred"),
            ("4 June 2024", "2024-06-04", "2024-06-04", "occurred"),
        ],
    ),
    (
        "from April to June 2025",
        "commitment",
        [("from April to June 2025", "2025-04-01", "2025-06-30", "planned")],
    ),
    ("In the 21st century", "context", [("21st century", "2001-01-01", "2100-12-31", "reference")]),
    ("in November 2024", "result", [("November 2024", "2024-11-01", "2024-11-30", "occurred")]),
    ("after 2030 the tariff", "commitment", [("after 2030", "2031-01-01", None, "planned")]),
    ("later this year", "commitment", [("this year", "2024-01-01", "2024-12-31", "planned")]),
    ("at the end of October", "result", [("end of October", "2024-10-21", "2024-10-31", "occurred")]),
)


@pytest.mark.parametrize(("text", "act", "expected"), TIMES)
def test_times(text: str, act: Act, expected: Expected) -> None:
    found = find_times(text, setting(act))
    assert [(m.text, m.start, m.end, m.role) for m in found] == expected


def test_a_section_year_is_the_year_of_its_months() -> None:
    context = StatementContext(document_date=date(2024, 11, 18), date_precision="day", section_year=2022)
    assert [m.start for m in find_times("opened in March", context)] == ["2022-03-01"]


def test_without_a_document_date_only_what_names_its_year_is_resolved() -> None:
    assert [m.text for m in find_times("today, in May and in May 2024", StatementContext())] == ["May 2024"]


def test_the_same_time_is_listed_once() -> None:
    assert len(find_times("In 2023 exports rose, and in 2023 imports fell.", setting("context"))) == 1


@given(st.text(alphabet="0123456789 ,.-–/MayQFYthe next within 90 days of by since ago", max_size=200))
def test_spans_give_the_text_back(text: str) -> None:
    for mention in find_times(text, setting()):
        assert text[mention.span[0] : mention.span[1]] == mention.text
        assert mention.start is None or mention.end is None or mention.start <= mention.end


@pytest.mark.parametrize("piece", ["2024-", "May ", "first half of ", "the next ", "12 ", "from "])
def test_long_lines_take_linear_time(piece: str) -> None:
    started = time.perf_counter()
    find_times(piece * 20_000, setting())
    assert time.perf_counter() - started < 5
