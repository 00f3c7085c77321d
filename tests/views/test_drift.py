"""Plan against plan over the sample ledger: what links decide, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Connection
from tests.support.samples import sample_ledger_in

from yaksok.fulfilment.shelf import Shelf
from yaksok.fulfilment.standing import Deciding
from yaksok.interfaces.asking import reading
from yaksok.ledger.location import Location
from yaksok.records.link import Link
from yaksok.views.drift import Comparison, compare
from yaksok.views.plans import in_order, likely_pairs, plan_named, plans


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> tuple[Location, date]:
    return sample_ledger_in(tmp_path_factory.mktemp("drift"), tmp_path_factory)


@pytest.fixture
def opened(samples: tuple[Location, date]) -> Iterator[tuple[Connection, Shelf, date]]:
    place, day = samples
    with reading(place) as connection:
        yield connection, Shelf(connection, as_of=day), day


def proposed(links: Sequence[Link]) -> Sequence[Link]:
    return links


def rejected(links: Sequence[Link]) -> Sequence[Link]:
    return [replace(link, state="rejected") for link in links]


def accepted(links: Sequence[Link]) -> Sequence[Link]:
    return [replace(link, state="accepted") for link in links]


def compared(
    opened: tuple[Connection, Shelf, date], one: str, other: str, *, deciding: Deciding = proposed
) -> Comparison:
    connection, shelf, day = opened
    plan, later = (plan_named(connection, stem, as_of=day) for stem in (one, other))
    assert plan is not None
    assert later is not None
    return compare(connection, shelf, deciding, plan.version, later.version)


def test_every_promise_stands_once_at_least(opened: tuple[Connection, Shelf, date]) -> None:
    found = compared(opened, "2024-work-plan", "2025-work-plan")
    earlier = {each.earlier.n for each in found.drifts if each.earlier}
    later = {each.later.n for each in found.drifts if each.later}
    assert (len(earlier), len(later)) == (found.earlier_promises, found.later_promises)
    assert found.share_continued is not None
    assert 0 < found.share_continued < 1


def test_rejected_links_join_nothing_and_report_nothing(opened: tuple[Connection, Shelf, date]) -> None:
    found = compared(opened, "2024-work-plan", "2025-work-plan", deciding=rejected)
    assert {each.kind for each in found.drifts} == {"dropped", "new"}
    assert not any(each.reports for each in found.drifts)
    assert found.share_continued == 0


def test_accepted_links_join_and_say_so(opened: tuple[Connection, Shelf, date]) -> None:
    found = compared(opened, "2024-work-plan", "2025-work-plan", deciding=accepted)
    joined = [each for each in found.drifts if each.earlier and each.later]
    assert len(joined) >= len(
        [
            each
            for each in compared(opened, "2024-work-plan", "2025-work-plan").drifts
            if each.earlier and each.later
        ]
    )
    assert all(each.decided for each in joined if each.score is not None)


def test_kinds_follow_from_the_changes(opened: tuple[Connection, Shelf, date]) -> None:
    for each in compared(opened, "2024-work-plan", "2025-work-plan").drifts:
        kinds = {change.kind for change in each.changes}
        if each.earlier and each.later:
            assert each.kind == (
                "continued" if not kinds else "renamed" if kinds == {"renamed"} else "changed"
            )


def test_promises_are_followed_over_the_documents_between(opened: tuple[Connection, Shelf, date]) -> None:
    found = compared(opened, "2019-work-plan", "2024-work-plan")
    assert found.between == ("2021-work-plan",)


def test_pairs_follow_each_other_in_time(opened: tuple[Connection, Shelf, date]) -> None:
    connection, _, day = opened
    pairs = likely_pairs(plans(connection, as_of=day))
    assert pairs
    for earlier, later in pairs:
        assert (earlier.issuer, earlier.genre) == (later.issuer, later.genre)
        assert earlier.day <= later.day
        assert in_order(later, earlier) == (earlier, later)


def test_only_what_was_published_by_then_can_be_chosen(opened: tuple[Connection, Shelf, date]) -> None:
    connection, _, _ = opened
    then = date(2021, 6, 1)
    assert {plan.stem for plan in plans(connection, as_of=then)} == {
        "2018-second-half-plan",
        "2019-work-plan",
        "2021-work-plan",
    }
    assert plan_named(connection, "2024-work-plan", as_of=then) is None
