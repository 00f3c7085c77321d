"""Several statements about one event."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from yaksok.links.events import Telling, events, is_one_event, telling_of

Day = tuple[str, str, str]


@pytest.fixture
def telling(stored: Any, line: Any) -> Any:
    """A report that a statement of one document makes; days are given as (words, first, last)."""

    def made(
        doc: str, text: str, *days: Day, parties: tuple[str, ...] = ("PER",), act: Any = "result"
    ) -> Telling:
        times = [(words, first, last, "occurred") for words, first, last in days]
        document = stored(doc, "2021-01", line(act, text, parties=parties, times=times)).document
        return telling_of((doc, 1), document.statements[0])

    return made


MAY = ("20.5월", "2020-05-01", "2020-05-31")
DAY = ("5월 2일", "2020-05-02", "2020-05-02")
OTHER_DAY = ("5월 20일", "2020-05-20", "2020-05-20")
NEXT_YEAR = ("21.5월", "2021-05-01", "2021-05-31")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("한-페루 광물대화 개최(20.5월)", MAY), ("5월 2일 한-페루 광물대화가 리마에서 열렸다.", DAY)),
        (("한-페루 항공협정 서명(20.5월)", MAY), ("한-페루 항공협정 체결(20.5월)", MAY)),
        (("리마 디지털협력센터 개소(20.5월)", MAY), ("리마 디지털협력센터 설치",)),
        (("한-페루 광물대화 개최",), ("한-페루 광물대화를 개최하였다.",)),
    ],
)
def test_one_event(telling: Any, one: Any, other: Any) -> None:
    first, second = telling("plan", *one), telling("review", *other)
    assert is_one_event(first, second)
    assert len(set(events([first, second]))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("한-페루 광물대화 개최(20.5월)", MAY), ("한-페루 광물대화 개최(21.5월)", NEXT_YEAR)),
        (("한-페루 광물대화 개최(20.5월)", MAY), ("한-페루 외교장관회담 개최(20.5월)", MAY)),
        (("한-페루 항공협정 서명(20.5월)", MAY), ("한-페루 항공협정 발효(20.5월)", MAY)),
        (("제1차 한-페루 광물대화 개최",), ("제2차 한-페루 광물대화 개최",)),
        (("5월 2일 한-페루 광물대화 개최", DAY), ("5월 20일 한-페루 광물대화 개최", OTHER_DAY)),
        (("한-페루 광물대화 개최(20.5월)", MAY), ("한-페루 광물대화를 개최하기로 합의",)),
    ],
)
def test_other_events(telling: Any, one: Any, other: Any) -> None:
    first, second = telling("plan", *one), telling("review", *other)
    assert not is_one_event(first, second)
    assert len(set(events([first, second]))) == 2


def test_another_party_is_another_event(telling: Any) -> None:
    first = telling("plan", "광물대화 개최(20.5월)", MAY)
    second = telling("review", "광물대화 개최(20.5월)", MAY, parties=("CHL",))
    assert not is_one_event(first, second)


def test_two_days_of_a_month_stay_two_and_the_month_joins_neither_twice(telling: Any) -> None:
    tellings = [
        telling("a", "한-페루 광물대화 개최(20.5월)", MAY),
        telling("b", "5월 2일 한-페루 광물대화 개최", DAY),
        telling("c", "5월 20일 한-페루 광물대화 개최", OTHER_DAY),
    ]
    keys = events(tellings)
    assert keys[1] != keys[2]
    assert keys[0] in keys[1:]


def test_an_undated_report_joins_only_where_one_event_fits(telling: Any) -> None:
    first = telling("a", "한-페루 광물대화 개최(20.5월)", MAY)
    second = telling("b", "한-페루 광물대화 개최(21.5월)", NEXT_YEAR)
    undated = telling("c", "한-페루 광물대화 개최")
    assert len(set(events([first, undated]))) == 1
    assert len(set(events([first, second, undated]))) == 3


def test_keys_do_not_depend_on_the_order(telling: Any) -> None:
    tellings = [
        telling("a", "한-페루 광물대화 개최(20.5월)", MAY),
        telling("b", "5월 2일 한-페루 광물대화가 열렸다.", DAY),
        telling("c", "한-페루 광물대화 개최"),
        telling("d", "한-페루 항공협정 서명(20.5월)", MAY),
    ]
    expected = dict(zip((one.place for one in tellings), events(tellings), strict=True))
    for order in permutations(tellings):
        assert dict(zip((one.place for one in order), events(order), strict=True)) == expected


def test_what_reports_no_deed_has_no_event(telling: Any) -> None:
    promise = telling("a", "한-페루 광물대화 개최", act="commitment")
    assert events([promise, telling("b", "페루와 소통 강화")]) == ("", "")
