"""Lists, counts and cursors are those of the lines gone through one by one."""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yaksok.errors import BadParameter
from yaksok.fulfilment import shelf_columns
from yaksok.fulfilment.shelf_columns import Columns
from yaksok.fulfilment.shelf_cursors import cursor_at, place_of
from yaksok.fulfilment.shelf_lines import Line
from yaksok.fulfilment.shelf_replacing import MOST_MOVED
from yaksok.records.commitment import STATUSES
from yaksok.records.promise import LEVELS
from yaksok.records.standing import SORTS, Facet, Place, PromiseFilter, Sort
from yaksok.records.statement import Genre
from yaksok.reference.membership import concerns

GENRES: tuple[Genre, ...] = ("work_plan", "evaluation")
ISSUERS = ("누리부", "외교부")
PARTIES = ("VNM", "ASEAN", "PER", "EU", "GBR", "G7", "UN")
TOPICS = ("trade", "security")
STEMS = ("plan", "계획", "review")

days = st.dates(date(2015, 1, 1), date(2023, 12, 31)).map(date.isoformat)


def several(of: Sequence[str]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(of), max_size=3, unique=True).map(" ".join)


@st.composite
def lines(draw: st.DrawFn) -> list[Line]:
    """Promises of a few documents, in the order in which columns take them."""
    found = []
    for version in range(draw(st.integers(0, 6))):
        day, issuer = draw(st.none() | days), draw(st.sampled_from(("", *ISSUERS)))
        genre, stem = draw(st.sampled_from(GENRES)), draw(st.sampled_from(STEMS))
        found += [
            Line(
                version=version,
                n=n,
                day=day,
                issuer=issuer,
                genre=genre,
                stem=stem,
                status=draw(st.sampled_from(STATUSES)),
                search=draw(st.sampled_from(("found", "not_looked"))),
                due=draw(st.none() | days),
                late=draw(st.booleans()),
                self_reported=draw(st.none() | st.booleans()),
                testable=draw(st.booleans()),
                strength=draw(st.none() | st.sampled_from(LEVELS)),
                parties=draw(several(PARTIES)),
                topics=draw(several(TOPICS)),
            )
            for n in range(1, draw(st.integers(1, 5)))
        ]
    return sorted(found, key=lambda line: (line.day is None, line.day or "", line.version, line.n))


maybe = st.none() | st.booleans()
filters = st.builds(
    PromiseFilter,
    party=st.none() | st.sampled_from(PARTIES),
    statuses=st.frozensets(st.sampled_from(STATUSES), max_size=3),
    issuers=st.frozensets(st.sampled_from(ISSUERS), max_size=1),
    genres=st.frozensets(st.sampled_from(GENRES), max_size=1),
    topics=st.frozensets(st.sampled_from(TOPICS), max_size=1),
    documents=st.frozensets(st.sampled_from(STEMS), max_size=2),
    years=st.none() | st.tuples(st.integers(2014, 2020), st.integers(2018, 2024)),
    due_from=st.none() | days,
    due_until=st.none() | days,
    late=maybe,
    self_reported=maybe,
    testable=maybe,
    strengths=st.frozensets(st.sampled_from(LEVELS), max_size=2),
)
# Most filters leave nothing, so half of them restrict one thing only.
loose = st.one_of(
    *(
        filters.map(lambda one, name=name: PromiseFilter(**{name: getattr(one, name)}))  # type: ignore[misc]
        for name in PromiseFilter.__dataclass_fields__
    )
)


def meant(line: Line, wanted: PromiseFilter) -> bool:
    """Whether a filter means a promise, told without columns."""
    year = int(line.day[:4]) if line.day else None
    return all(
        (
            not wanted.statuses or line.status in wanted.statuses,
            not wanted.issuers or line.issuer in wanted.issuers,
            not wanted.genres or line.genre in wanted.genres,
            not wanted.topics or not wanted.topics.isdisjoint(line.topics.split()),
            not wanted.documents or line.stem in wanted.documents,
            not wanted.strengths or line.strength in wanted.strengths,
            wanted.years is None or (year is not None and wanted.years[0] <= year <= wanted.years[1]),
            wanted.due_from is None or (line.due is not None and line.due >= wanted.due_from),
            wanted.due_until is None or (line.due is not None and line.due <= wanted.due_until),
            wanted.late in {None, line.late},
            wanted.self_reported is None or line.self_reported is wanted.self_reported,
            wanted.testable in {None, line.testable},
            wanted.party is None or concerns(line.parties.split(), wanted.party, line.day) != "none",
        )
    )


def ordered(found: Sequence[Line], sort: Sort) -> list[Place]:
    """Promises in an order, told without columns: what has no day comes last."""
    if sort == "status":
        firsts = [(0, STATUSES.index(line.status)) for line in found]
    elif sort == "document":
        rank = {stem: number for number, stem in enumerate(sorted(STEMS))}
        firsts = [(0, rank[line.stem]) for line in found]
    else:
        said = [line.day if sort in {"day", "-day"} else line.due for line in found]
        sign = -1 if sort.startswith("-") else 1
        firsts = [(day is None, sign * int((day or "0").replace("-", ""))) for day in said]
    return [
        (found[place].version, found[place].n) for place in sorted(range(len(found)), key=firsts.__getitem__)
    ]


@settings(deadline=None)
@given(lines(), loose | filters, st.sampled_from(SORTS), st.integers(1, 4))
def test_pages_there_and_back(drawn: list[Line], wanted: PromiseFilter, sort: Sort, limit: int) -> None:
    columns = Columns(drawn)
    expected = ordered([line for line in drawn if meant(line, wanted)], sort)
    assert columns.count(wanted) == len(expected)
    found, page = [], columns.page(wanted, sort, limit=limit)
    found += page.places
    pages = [page.places]
    while page.after:
        _, key = place_of(cursor_at(sort, page.last, forwards=True), sort)
        page = columns.page(wanted, sort, limit=limit, after=key)
        found += page.places
        pages.append(page.places)
    assert found == expected
    for before in reversed(pages[:-1]):
        forwards, key = place_of(cursor_at(sort, page.first, forwards=False), sort)
        assert not forwards
        page = columns.page(wanted, sort, limit=limit, before=key)
        assert page.places == before
    assert not page.before


def values(line: Line, by: Facet) -> list[str]:
    """What a promise counts for."""
    return {
        "status": [line.status],
        "search": [line.search],
        "issuer": [line.issuer] if line.issuer else [],
        "genre": [line.genre],
        "year": [line.day[:4]] if line.day else [],
        "topic": line.topics.split(),
        "party": line.parties.split(),
        "document": [line.stem],
        "due_month": [line.due[:7]] if line.due else [],
        "strength": [line.strength] if line.strength else [],
    }[by]


FACETS: tuple[Facet, ...] = (
    *("status", "search", "issuer", "genre", "year"),
    *("topic", "party", "document", "due_month", "strength"),
)
facets = st.sampled_from(FACETS)


@settings(deadline=None)
@given(lines(), loose | filters, facets, facets)
def test_counts_and_cells(drawn: list[Line], wanted: PromiseFilter, by: Facet, other: Facet) -> None:
    columns = Columns(drawn)
    found = [line for line in drawn if meant(line, wanted)]
    expected = Counter(value for line in found for value in values(line, by))
    assert {one.value: one.number for one in columns.counts(wanted, by)} == expected
    cells = Counter(
        (row, column) for line in found for row in values(line, by) for column in values(line, other)
    )
    told = columns.cells(wanted, by, other)
    assert {(one.row, one.column): one.number for one in told} == cells
    some = {one.row for one in told[::2]}
    assert columns.cells(wanted, by, other, of=some) == [one for one in told if one.row in some]


@given(lines(), loose | filters, st.integers(0, 3), st.integers(0, 2))
def test_what_falls_due(drawn: list[Line], wanted: PromiseFilter, limit: int, of_a_day: int) -> None:
    due = sorted(
        (line for line in drawn if line.due and meant(line, wanted)),
        key=lambda line: (line.due, line.day is None, line.day or "", line.version, line.n),
    )
    found = Columns(drawn).due(wanted, limit=limit, of_a_day=of_a_day)
    assert found.by_day == Counter(line.due for line in due)
    first = [
        line
        for place, line in enumerate(due)
        if place < limit or sum(one.due == line.due for one in due[:place]) < of_a_day
    ]
    assert found.first == [((line.version, line.n), line.due, line.stem) for line in first]


@given(st.text(max_size=60) | st.text(string.ascii_letters, max_size=60), st.sampled_from(SORTS))
def test_a_cursor_that_no_list_gave(cursor: str, sort: Sort) -> None:
    with pytest.raises(BadParameter):
        place_of(cursor, sort)


@pytest.mark.parametrize("other", [sort for sort in SORTS if sort != "day"])
def test_a_cursor_of_another_order(other: Sort) -> None:
    with pytest.raises(BadParameter):
        place_of(cursor_at("day", (20190101, 20190101, 1, 1), forwards=True), other)


@given(lines(), filters, st.sampled_from(SORTS), st.integers(1, 4))
def test_few_and_many_are_put_into_one_order(
    found: list[Line], wanted: PromiseFilter, sort: Sort, limit: int
) -> None:
    columns = Columns(found)
    with pytest.MonkeyPatch.context() as patch:
        shown: list[list[Place]] = []
        for dense in (0, 1_000_000):  # each filter means few; each means many
            patch.setattr(shelf_columns, "_DENSE", dense)
            whole = columns.page(wanted, sort, limit=1_000)
            first = columns.page(wanted, sort, limit=limit)
            after = columns.page(wanted, sort, limit=limit, after=first.last)
            before = columns.page(wanted, sort, limit=limit, before=after.first) if after.first else after
            shown += [whole.places, [*first.places, *after.places], before.places]
    assert shown[:3] == shown[3:]


def looks(columns: Columns) -> list[object]:
    """All that columns answer by."""
    filters = [PromiseFilter(), PromiseFilter(party="VNM"), PromiseFilter(documents=frozenset({"plan"}))]
    return [
        *(columns.page(wanted, sort, limit=1_000) for wanted in filters for sort in SORTS),
        *(columns.counts(PromiseFilter(), by) for by in FACETS),
        *(columns.having(name, value) for name in ("late", "work", "done") for value in ("true", "whole")),
        columns.due(PromiseFilter(), limit=3, of_a_day=1),
    ]


@settings(deadline=None)
@given(lines(), lines(), st.sets(st.integers(0, 6)), st.none() | st.sampled_from(SORTS))
def test_what_is_brought_up_to_date_is_as_if_read_anew(
    before: list[Line], after: list[Line], versions: set[int], order: Sort | None
) -> None:
    columns = Columns(before)
    if order:  # an order that was worked out before is brought along
        columns.page(PromiseFilter(), order, limit=1)
    kept = [line for line in before if line.version not in versions]
    fresh = [line for line in after if line.version in versions]
    whole = sorted([*kept, *fresh], key=lambda line: (line.day is None, line.day or "", line.version, line.n))
    old = {line.version: line.day for line in before}
    made = columns.with_lines(versions, fresh)
    is_moved = any(old.get(line.version, line.day) != line.day for line in fresh)
    assert (made is None) == is_moved
    if made is not None:
        assert looks(made) == looks(Columns(whole))
        assert looks(columns) == looks(Columns(before))


def test_too_many_that_come_or_go_are_read_anew() -> None:
    one = Line(
        0, 1, "2020-01-01", "", "work_plan", "plan", "kept", "found", None, False, None, True, None, "", ""
    )
    columns = Columns([one._replace(version=version) for version in range(MOST_MOVED + 2)])
    assert columns.with_lines(range(MOST_MOVED + 1), []) is None
    same = [one._replace(version=version, status="silent") for version in range(MOST_MOVED + 1)]
    made = columns.with_lines(range(MOST_MOVED + 1), same)
    assert made is not None
    assert made.count(PromiseFilter(statuses=frozenset({"silent"}))) == MOST_MOVED + 1
