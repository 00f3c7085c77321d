"""The index of a ledger: what it packs, what it finds, and what is left when a version goes."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from yaksok.ledger import derived_tables as derived
from yaksok.ledger import opening
from yaksok.ledger.location import Location
from yaksok.links.postings import (
    LARGEST_N,
    Entry,
    Features,
    Postings,
    add_to_index,
    entry_of,
    feature_hash,
    hashed,
    packed,
    take_from_index,
    unpacked,
)

VERSIONS = st.integers(1, (1 << 39) - 1)
ENTRIES = st.builds(
    Entry,
    VERSIONS,
    st.sampled_from([0, 1, LARGEST_N - 1, LARGEST_N]) | st.integers(0, LARGEST_N),
    st.booleans(),
)
WEIGHTS = st.integers(1, 1 << 14).map(lambda steps: steps / 1024)
HASHES = st.integers(-(1 << 63), (1 << 63) - 1)


@given(ENTRIES)
def test_an_entry_is_one_integer_that_both_databases_hold(entry: Entry) -> None:
    assert entry_of(entry.key) == entry
    assert 0 < entry.key < 1 << 63


@given(ENTRIES, ENTRIES)
def test_entries_are_in_the_order_of_versions_and_statements(one: Entry, other: Entry) -> None:
    assert (one < other) == (one.key < other.key)


@given(st.dictionaries(HASHES, WEIGHTS, max_size=8))
def test_features_are_the_same_when_they_are_read_again(features: Features) -> None:
    assert unpacked(packed(features)) == features


@given(st.text(max_size=20))
def test_a_feature_has_a_hash_of_64_bits(feature: str) -> None:
    assert -(1 << 63) <= feature_hash(feature) < 1 << 63


def test_hashes_are_the_same_everywhere() -> None:
    assert feature_hash("협정") == -7019950951164876752
    assert feature_hash("\ud800") != feature_hash("\udfff")


@pytest.fixture
def connection(ledger_location: Location) -> Iterator[Connection]:
    engine = opening.open_for_writing(ledger_location)
    with engine.begin() as connection:
        derived.make_derived_tables(connection)
        yield connection
    engine.dispose()


def statements(version: int, *texts: str) -> list[tuple[Entry, Features]]:
    return [
        (Entry(version, n, n % 2 == 1), hashed(dict.fromkeys(text.split(), 1.0)))
        for n, text in enumerate(texts, 1)
    ]


def cosine(query: str, text: str, every: list[str]) -> float:
    frequency = Counter(word for each in every for word in set(each.split()))

    def vector(words: str) -> dict[str, float]:
        found = {
            word: math.log(1 + len(every) / frequency[word])
            for word in set(words.split())
            if word in frequency
        }
        length = math.sqrt(sum(weight**2 for weight in found.values()))
        return {word: weight / length for word, weight in found.items()}

    mine, theirs = vector(query), vector(text)
    return sum(mine[word] * theirs.get(word, 0.0) for word in mine)


TEXTS = st.lists(
    st.lists(st.sampled_from("가 나 다 라 마 바".split()), min_size=1, max_size=4).map(" ".join),
    min_size=1,
    max_size=8,
)


@given(TEXTS, TEXTS, st.sampled_from([0.05, 0.3, 0.6]))
def test_everything_near_is_found_with_its_cosine(
    connection_to_empty: Connection, first: list[str], second: list[str], least: float
) -> None:
    connection = connection_to_empty
    derived.empty_derived_tables(connection)
    for version, texts in ((1, first), (2, second)):
        add_to_index(connection, [(version, statements(version, *texts))])
    every = [*first, *second]
    query = hashed(dict.fromkeys(first[0].split(), 1.0))
    found = Postings(connection).similar(query, least=least, eligible=lambda _: True)
    expected = {
        Entry(version, n, n % 2 == 1).key: score
        for version, texts in ((1, first), (2, second))
        for n, text in enumerate(texts, 1)
        if (score := cosine(first[0], text, every)) >= least
    }
    assert found == pytest.approx(expected, abs=1e-6)


@pytest.fixture(scope="module")
def connection_to_empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    engine = opening.open_for_writing(tmp_path_factory.mktemp("postings") / "a.db")
    with engine.begin() as connection:
        derived.make_derived_tables(connection)
        yield connection
    engine.dispose()


def test_only_what_is_eligible_is_found(connection: Connection) -> None:
    add_to_index(connection, [(7, statements(7, "협정 체결", "협정 체결", "협정 체결"))])
    found = Postings(connection).similar(
        hashed({"협정": 1.0}), least=0.1, eligible=lambda key: not entry_of(key).promises
    )
    assert list(map(entry_of, found)) == [Entry(7, 2, promises=False)]


def test_a_statement_without_an_entry_only_makes_its_features_common(connection: Connection) -> None:
    listed = statements(1, "협정 체결", "협정 설치")
    add_to_index(connection, [(1, [listed[0], (None, listed[1][1])])])
    postings = Postings(connection)
    assert set(postings.similar(listed[1][1], least=0.01, eligible=lambda _: True)) == {listed[0][0].key}
    assert postings.rarity([feature_hash("협정")])[feature_hash("협정")] == pytest.approx(math.log(2))


def test_features_nobody_has_find_nothing(connection: Connection) -> None:
    add_to_index(connection, [(1, statements(1, "협정"))])
    postings = Postings(connection)
    assert postings.similar(hashed({"없음": 1.0}), least=0.0, eligible=lambda _: True) == {}
    assert postings.similar({}, least=0.0, eligible=lambda _: True) == {}


def test_what_was_taken_out_is_as_if_it_had_never_been_there(connection: Connection) -> None:
    kept, taken = statements(1, "협정 체결", "협정"), statements(2, "협정 설치", "연구소 설치", "협정")
    add_to_index(connection, [(1, kept)])
    before = contents(connection)
    add_to_index(connection, [(2, taken)])
    take_from_index(connection, 2)
    assert contents(connection) == before
    take_from_index(connection, 2)
    assert contents(connection) == before


def contents(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
    found = {}
    for table in (derived.entries, derived.postings, derived.indexed):
        rows = connection.execute(select(table).order_by(*table.primary_key.columns))
        found[table.name] = [tuple(row) for row in rows]
    terms = derived.terms
    rows = connection.execute(select(terms).where(terms.c.statements != 0).order_by(terms.c.term))
    found[terms.name] = [tuple(row) for row in rows]
    return found


def test_more_features_than_one_query_takes(connection: Connection) -> None:
    words = {f"말{number}": 1.0 for number in range(2500)}
    add_to_index(connection, [(1, [(Entry(1, 1, promises=True), hashed(words))])])
    found = Postings(connection).similar(hashed(words), least=0.9, eligible=lambda _: True)
    assert found == pytest.approx({Entry(1, 1, promises=True).key: 1.0})
    take_from_index(connection, 1)
    assert contents(connection)["derived_postings"] == []
