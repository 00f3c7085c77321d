"""Which statement of a translation or copy is which of the original."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok import read_document
from yaksok.ledger.reader import StoredDocument
from yaksok.links.alignment import chain, same_statement

HERE = Path(__file__).parent
GOLD = HERE.parents[1] / "tests" / "gold"


def stored(path: Path) -> StoredDocument:
    return StoredDocument(0, path.stem, path.stem, str(path), read_document(str(path)))


@pytest.fixture(scope="module")
def korean() -> StoredDocument:
    return stored(GOLD / "korean" / "joint_statement_poland.txt")


@pytest.fixture(scope="module")
def english() -> StoredDocument:
    return stored(HERE / "twins" / "joint_statement_poland.en.txt")


def texts(one: StoredDocument, other: StoredDocument) -> dict[str, str]:
    mine, theirs = ({each.n: each.text for each in side.document.statements} for side in (one, other))
    return {mine[n]: theirs[other_n] for n, other_n in same_statement(one, other).items()}


@pytest.mark.parametrize(
    ("begins", "says"),
    [
        ("이를 위해 양국 정상", "every two years"),
        ("국방·방산 공동위원회", "twice a year"),
        ("2024년 상반기 중", "first half of 2024"),
        ("두다 대통령은", "Audacious Initiative"),
        ("대한민국은 2023년 중 우크라이나", "$150 million"),
        ("교통·인프라", "high-speed railway"),
        ("방위산업: 2022년 7월", "July 2022"),
        ("대한민국측은 이를", "welcomed this"),
        ("양 정상은 2024년 2월까지", "by February 2024"),
        ("윤석열 대통령은 두다", "accepted the invitation"),
    ],
)
def test_a_translation_is_aligned(
    korean: StoredDocument, english: StoredDocument, begins: str, says: str
) -> None:
    found = [theirs for mine, theirs in texts(korean, english).items() if mine.startswith(begins)]
    assert len(found) == 1
    assert says in found[0]


def test_the_other_way_round_gives_the_same_pairs(korean: StoredDocument, english: StoredDocument) -> None:
    there, back = same_statement(korean, english), same_statement(english, korean)
    same = sum(back.get(other) == n for n, other in there.items())
    assert same >= 0.95 * len(there)


@pytest.mark.parametrize("name", [path.name for path in sorted((HERE / "twins").glob("*.txt"))])
def test_most_promises_of_a_translation_find_their_place(name: str) -> None:
    twin = stored(HERE / "twins" / name)
    source = next(
        path
        for folder in (GOLD / "korean", GOLD / "english", HERE.parents[1] / "examples")
        if (path := folder / f"{name.rsplit('.', 2)[0]}.txt").exists()
    )
    placed = same_statement(twin, stored(source))
    promises = [each.n for each in twin.document.statements if each.act == "commitment"]
    assert len([n for n in promises if n in placed]) >= 0.9 * len(promises)


def test_a_document_is_aligned_with_itself(korean: StoredDocument) -> None:
    content = [each.n for each in korean.document.statements if each.role != "meta" and len(each.text) > 5]
    assert same_statement(korean, korean).items() >= {n: n for n in content}.items()


def test_what_a_part_leaves_out_is_not_in_the_mapping(korean: StoredDocument) -> None:
    kept = tuple(each for each in korean.document.statements if each.n % 3)
    part = replace(korean, document=replace(korean.document, statements=kept))
    assert set(same_statement(part, korean).values()) <= {each.n for each in kept}


def test_different_texts_share_only_what_is_telling(korean: StoredDocument, english: StoredDocument) -> None:
    whole, apart = same_statement(korean, english), same_statement(korean, english, whole=False)
    assert apart.items() <= whole.items()
    assert 0 < len(apart) < len(whole)


@given(
    st.lists(st.sets(st.integers(0, 30), max_size=4), max_size=12),
    st.lists(st.sets(st.integers(0, 30), max_size=4), max_size=12),
)
def test_a_chain_rises_on_both_sides(one: list[set[int]], other: list[set[int]]) -> None:
    found = chain(one, other, weighted=False)
    assert found == sorted(found)
    assert len({each.one for each in found}) == len({each.other for each in found}) == len(found)
    assert all(each.weight == len(one[each.one] & other[each.other]) > 0 for each in found)
    assert sorted(each.other for each in found) == [each.other for each in found]


@given(st.lists(st.sets(st.integers(0, 8), max_size=3), max_size=7))
def test_no_chain_is_heavier(rows: list[set[int]]) -> None:
    # Of a text with itself, the heaviest chain has all that is in it.
    assert sum(each.weight for each in chain(rows, rows, weighted=False)) == sum(map(len, rows))
