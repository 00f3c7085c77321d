"""Memberships by date: known sizes on known days, and the form of the tables."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.reference.membership import (
    Membership,
    concerns,
    group_lists,
    groups_of,
    members,
    memberships,
    through_groups,
)
from yaksok.reference.parties import is_party
from yaksok.reference.tables import rows

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2030, 12, 31))
GROUPS = st.sampled_from(sorted(group_lists()))


@pytest.mark.parametrize(
    ("group", "on", "member"),
    [
        ("EU", date(2020, 1, 31), "GBR"),
        ("EU", date(2013, 7, 1), "HRV"),
        ("NATO", date(2023, 4, 4), "FIN"),
        ("NATO", date(2024, 3, 7), "SWE"),
        ("ASEAN", date(2025, 10, 26), "TLS"),
        ("G8", date(2014, 3, 24), "RUS"),
        ("G20", date(2023, 9, 9), "AU"),
        ("CPTPP", date(2024, 12, 15), "GBR"),
        ("MERCOSUR", date(2016, 12, 1), "VEN"),
        ("UNSC", date(2024, 6, 1), "KOR"),
        ("UN", date(2012, 1, 1), "SSD"),
        ("MIKTA", date(2024, 1, 1), "TUR"),
        ("CENTRAL_ASIA", date(2024, 1, 1), "UZB"),
    ],
)
def test_member_on_a_day(group: str, on: date, member: str) -> None:
    assert member in members(group, on)
    assert group in groups_of(member, on)


@pytest.mark.parametrize(
    ("group", "on", "member"),
    [
        ("EU", date(2020, 2, 1), "GBR"),
        ("EU", date(2013, 6, 30), "HRV"),
        ("NATO", date(2023, 4, 3), "FIN"),
        ("NATO", date(2024, 3, 6), "SWE"),
        ("ASEAN", date(2025, 10, 25), "TLS"),
        ("G8", date(2014, 3, 25), "RUS"),
        ("G20", date(2023, 9, 8), "AU"),
        ("CPTPP", date(2024, 12, 14), "GBR"),
        ("MERCOSUR", date(2016, 12, 2), "VEN"),
        ("MERCOSUR", date(2012, 8, 1), "PRY"),
        ("PIF", date(2012, 1, 1), "FJI"),
        ("BRICS", date(2023, 12, 31), "EGY"),
        ("OPEC", date(2019, 1, 1), "QAT"),
        ("UNSC", date(2026, 1, 1), "KOR"),
        ("UN", date(2010, 1, 1), "SSD"),
    ],
)
def test_no_member_on_a_day(group: str, on: date, member: str) -> None:
    assert member not in members(group, on)
    assert group not in groups_of(member, on)


@pytest.mark.parametrize(
    ("group", "year", "size"),
    [
        *[("ASEAN", 1996, 7), ("ASEAN", 2019, 10), ("ASEAN", 2026, 11), ("ASEAN_PLUS_THREE", 2019, 13)],
        *[("EU", 1990, 12), ("EU", 2000, 15), ("EU", 2005, 25), ("EU", 2010, 27), ("EU", 2019, 28)],
        *[("EU", 2021, 27), ("NATO", 1990, 16), ("NATO", 2000, 19), ("NATO", 2005, 26), ("NATO", 2010, 28)],
        *[("NATO", 2018, 29), ("NATO", 2022, 30), ("NATO", 2023, 31), ("NATO", 2024, 32)],
        *[("G7", 2024, 7), ("G8", 2010, 8), ("G8", 2015, 0), ("G20", 2023, 20), ("G20", 2024, 21)],
        *[("BRICS", 2010, 4), ("BRICS", 2012, 5), ("BRICS", 2024, 9), ("BRICS", 2025, 10)],
        *[("OECD", 2000, 29), ("OECD", 2011, 34), ("OECD", 2024, 38), ("APEC", 2025, 21), ("PIF", 2024, 18)],
        *[("RCEP", 2024, 15), ("CPTPP", 2019, 7), ("CPTPP", 2025, 12), ("IPEF", 2024, 14), ("DEPA", 2025, 4)],
        *[("SCO", 2010, 6), ("SCO", 2018, 8), ("SCO", 2025, 10), ("GCC", 2024, 6), ("MERCOSUR", 2014, 5)],
        *[("MERCOSUR", 2020, 4), ("MERCOSUR", 2025, 5), ("PACIFIC_ALLIANCE", 2024, 4), ("CARICOM", 2024, 15)],
        *[("AU", 2003, 53), ("AU", 2012, 54), ("AU", 2018, 55), ("LAS", 2010, 22), ("LAS", 2015, 21)],
        *[("EAS", 2010, 16), ("EAS", 2020, 18), ("ARF", 2020, 27), ("ASEM", 2003, 26), ("ASEM", 2020, 53)],
        *[("MIKTA", 2024, 5), ("QUAD", 2024, 4), ("V4", 2024, 4), ("CENTRAL_ASIA", 2024, 5), ("SICA", 2024, 8)],
        *[("ANDEAN_COMMUNITY", 2000, 5), ("ANDEAN_COMMUNITY", 2024, 4), ("EFTA", 1990, 6), ("EFTA", 2024, 4)],
        *[("EAEU", 2024, 5), ("BIMSTEC", 2024, 7), ("SAARC", 2024, 8), ("IORA", 2024, 23), ("OIC", 2010, 57)],
        *[("OPEC", 2018, 14), ("OPEC", 2024, 12), ("NSG", 2020, 48), ("MTCR", 2020, 35), ("WASSENAAR", 2020, 42)],
        *[("AUSTRALIA_GROUP", 2020, 43), ("COE", 2020, 47), ("COE", 2024, 46), ("OSCE", 2020, 57)],
        *[("ECOWAS", 2024, 15), ("ECOWAS", 2026, 12), ("SADC", 2024, 16), ("EAC", 2025, 8), ("CIS", 2024, 9)],
        *[("CELAC", 2024, 33), ("CICA", 2024, 28), ("FEALAC", 2024, 36), ("UN", 2000, 189), ("UN", 2024, 193)],
        *[("MSMT", 2025, 11), ("MSP", 2025, 15), ("PARIS_CLUB", 2024, 23), *[("UNSC", y, 15) for y in range(2010, 2027)]],
    ],
)  # fmt: skip
def test_size_in_the_middle_of_a_year(group: str, year: int, size: int) -> None:
    assert len(members(group, date(year, 6, 1))) == size


def test_a_party_without_listed_members_has_none() -> None:
    assert members("IAEA", date(2024, 1, 1)) == frozenset()


def test_an_unknown_group_raises_key_error() -> None:
    with pytest.raises(KeyError):
        members("ATLANTIS", date(2024, 1, 1))


def test_members_are_parties_and_groups_are_listed() -> None:
    assert sorted({each.member for each in memberships() if not is_party(each.member)}) == []
    assert {each.group for each in memberships()} == set(group_lists())


def test_a_group_that_is_no_party_has_names_and_a_party_has_none_here() -> None:
    for row in rows("group_lists"):
        named = bool(row["english"] and row["korean"])
        assert named != is_party(row["group"]), row["group"]


def test_nobody_leaves_before_joining_or_joins_twice() -> None:
    times: defaultdict[tuple[str, str], list[Membership]] = defaultdict(list)
    for each in memberships():
        assert each.left is None or each.joined <= each.left, each
        assert each.member != each.group
        times[each.group, each.member].append(each)
    for several in times.values():
        several.sort(key=lambda each: each.joined)
        for one, other in pairwise(several):
            assert one.left is not None, one
            assert one.left < other.joined, other


def test_a_list_is_complete_only_after_the_group_had_members() -> None:
    for group, listed in group_lists().items():
        assert members(group, listed.complete_since), group
        late = [
            each
            for each in memberships()
            if each.group == group and each.certainty == "earlier" and each.joined > listed.complete_since
        ]
        assert late == []


@given(GROUPS, DAYS)
def test_members_and_groups_mirror_each_other(group: str, on: date) -> None:
    for member in members(group, on):
        assert group in groups_of(member, on)


@given(st.sampled_from(memberships()))
def test_the_last_day_counts_and_the_next_does_not(item: Membership) -> None:
    assert item.member in members(item.group, item.joined)
    if item.left is not None:
        assert item.member in members(item.group, item.left)
        assert item.member not in members(item.group, item.left + timedelta(days=1))


@pytest.mark.parametrize(
    ("parties", "party", "published", "expected"),
    [
        (["VNM", "ASEAN"], "VNM", "2019-03", "itself"),
        (["ASEAN"], "VNM", "2019-03-01", "member"),
        (["ASEAN"], "TLS", "2025", "none"),
        (["ASEAN"], "TLS", date(2025, 10, 26), "member"),
        (["EU"], "GBR", "2020-01", "member"),
        (["EU"], "GBR", "2020-03", "none"),
        (["CENTRAL_ASIA"], "KAZ", "2024-06", "member"),
        (["RCEP"], "JPN", "2023", "member"),
        (["VNM"], "ASEAN", "2023", "none"),
        (["ASEAN"], "VNM", None, "none"),
        (["VNM"], "VNM", None, "itself"),
        (["UN"], "VNM", "2024", "none"),
        (["APEC"], "VNM", "2024", "none"),
        ([], "VNM", "2024", "none"),
    ],
)
def test_concerns(parties: list[str], party: str, published: date | str | None, expected: str) -> None:
    assert concerns(parties, party, published) == expected


def test_a_forum_counts_where_it_is_asked_for() -> None:
    assert concerns(["APEC"], "VNM", "2024", through={"forum"}) == "member"
    assert concerns(["ASEAN"], "VNM", "2024", through={"forum"}) == "none"


def test_through_which_groups() -> None:
    assert through_groups(["USA", "MEKONG", "ASEAN", "UN"], "VNM", "2021-05") == ("ASEAN", "MEKONG")


@pytest.mark.parametrize(
    ("parties", "published", "groups"),
    [
        (["VNM", "ASEAN"], "2021-05", ()),
        (["ASEAN"], "1994", ()),
        (["ASEAN"], "1996", ("ASEAN",)),
        (["ASEAN", "APEC"], None, ("ASEAN",)),
        ([], None, ()),
    ],
)
def test_a_party_named_itself_is_concerned_through_no_group(
    parties: list[str], published: str | None, groups: tuple[str, ...]
) -> None:
    assert through_groups(parties, "VNM", published) == groups
