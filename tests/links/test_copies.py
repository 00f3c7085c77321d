"""Families count once: copies of statements, links inside a family, the same event told twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from yaksok.ledger.reader import StoredDocument
from yaksok.links.copies import Collapsed, Copies, collapse, copies
from yaksok.links.families import Family, Member, MemberKind, originals
from yaksok.records.link import Link, Reasons, Relation, StatementRef

Stored = Callable[..., StoredDocument]

PLEDGES = (
    "페루 연안 등대 열두 곳의 무인화 장비를 내년까지 교체하기로 하였다",
    "양국 조선소가 쇄빙 순찰선 두 척의 선체를 나누어 건조하기로 하였다",
    "갯벌 복원 현황을 위성 사진으로 해마다 함께 조사할 계획이다",
)


@pytest.fixture
def world(stored: Stored, line: Any) -> dict[str, StoredDocument]:
    """A statement, its republication with one more sentence, and a later report."""
    lines = [line("commitment", text, parties=["PER"]) for text in PLEDGES]
    extra = line("commitment", "선원 자격증을 서로 인정하는 절차를 간소화할 계획이다", parties=["PER"])
    made = [
        stored("statement", "2024-05-07", *lines),
        stored("again", "2024-05-08", extra, *lines),
        stored("report", "2025-03-02", line("result", "등대 열두 곳의 장비를 교체", parties=["PER"])),
        stored("report again", "2025-03-02", line("result", "등대 열두 곳의 장비를 교체", parties=["PER"])),
    ]
    return {each.doc: each for each in made}


def family(world: dict[str, StoredDocument], kind: MemberKind, *docs: str, score: float = 0.9) -> Family:
    first, *rest = (world[doc].version for doc in docs)
    return Family(
        first,
        (
            Member(first, docs[0], "original"),
            *(Member(version, doc, kind, first, score) for version, doc in zip(rest, docs[1:], strict=True)),
        ),
    )


def by_version(world: dict[str, StoredDocument]) -> dict[str, StoredDocument]:
    return {each.version: each for each in world.values()}


def ref(world: dict[str, StoredDocument], doc: str, n: int) -> StatementRef:
    statement = next(each for each in world[doc].document.statements if each.n == n)
    return world[doc].ref(statement)


def link(
    world: dict[str, StoredDocument],
    source: tuple[str, int],
    target: tuple[str, int],
    relation: Relation = "fulfilled_by",
    score: float = 0.5,
) -> Link:
    return Link(ref(world, *source), ref(world, *target), relation, score, Reasons("rule"))


@pytest.fixture
def found(world: dict[str, StoredDocument]) -> tuple[tuple[Family, ...], Copies]:
    families = (
        family(world, "republication", "statement", "again"),
        family(world, "republication", "report", "report again"),
    )
    return families, copies(families, by_version(world))


def counts(found: Copies, version: str, n: int) -> bool:
    """Whether a statement counts by itself: it is neither a copy nor a piece of a translation."""
    return (version, n) not in found.of and (version, n) not in found.unplaced


def collapsed(found: tuple[tuple[Family, ...], Copies], *links: Link) -> Collapsed:
    return collapse(links, *found)


def test_copies_lead_to_the_original(
    world: dict[str, StoredDocument], found: tuple[tuple[Family, ...], Copies]
) -> None:
    copy = world["again"].version
    assert {n: found[1].of[copy, n].n for n in (2, 3, 4)} == {2: 1, 3: 2, 4: 3}
    assert not counts(found[1], copy, 2)
    assert counts(found[1], copy, 1), "the sentence that only the republication has"
    assert counts(found[1], world["statement"].version, 1)


def test_originals_of_versions(
    world: dict[str, StoredDocument], found: tuple[tuple[Family, ...], Copies]
) -> None:
    home = originals(found[0])
    assert home[world["again"].version] == home[world["statement"].version] == world["statement"].version


def test_a_copy_does_not_restate_the_original(
    world: dict[str, StoredDocument], found: tuple[tuple[Family, ...], Copies]
) -> None:
    repeats = link(world, ("statement", 1), ("again", 2), "restated_as")
    result = collapsed(found, repeats)
    assert (result.links, result.left_out) == ((), (repeats,))


def test_one_event_told_twice_is_one_link(
    world: dict[str, StoredDocument], found: tuple[tuple[Family, ...], Copies]
) -> None:
    one = link(world, ("statement", 1), ("report", 1), score=0.5)
    two = link(world, ("statement", 1), ("report again", 1), score=0.9)
    three = link(world, ("again", 2), ("report", 1), score=0.8)
    for order in ((one, two, three), (three, two, one)):
        result = collapsed(found, *order)
        assert (result.links, result.left_out) == ((one,), ())


def test_what_only_the_copy_was_linked_to_counts_for_the_original(
    world: dict[str, StoredDocument], found: tuple[tuple[Family, ...], Copies]
) -> None:
    result = collapsed(found, link(world, ("again", 2), ("report again", 1), score=0.4))
    assert [(each.source.doc, each.source.n, each.target.doc, each.score) for each in result.links] == [
        ("statement", 1, "report", 0.4)
    ]


def test_a_link_to_what_was_only_published_again_later_goes(
    world: dict[str, StoredDocument], found: tuple[tuple[Family, ...], Copies]
) -> None:
    back = link(world, ("report", 1), ("again", 2), "restated_as")
    days = {world["statement"].version: date(2024, 5, 7), world["report"].version: date(2025, 3, 2)}
    assert collapse([back], *found, days=days).links == ()
    assert len(collapse([back], *found).links) == 1


@pytest.mark.parametrize(("relation", "left"), [("fulfilled_by", 1), ("restated_as", 0)])
def test_an_annex_reports_as_a_part_of_the_document_would(
    world: dict[str, StoredDocument], relation: Relation, left: int
) -> None:
    families = (family(world, "annex", "statement", "report"),)
    within = link(world, ("statement", 1), ("report", 1), relation)
    result = collapse([within], families, copies(families, by_version(world)))
    assert len(result.links) == left


@pytest.mark.parametrize(("score", "left"), [(0.9, 0), (0.65, 1)])
def test_pieces_of_a_faithful_translation_do_not_count(
    world: dict[str, StoredDocument], score: float, left: int
) -> None:
    english = replace(world["again"].document, language="en")
    world["again"] = replace(world["again"], document=english)
    families = (family(world, "translation", "statement", "again", score=score),)
    found = copies(families, by_version(world))
    version = world["again"].version
    placed = {n for n in range(1, 5) if (version, n) in found.of}
    unplaced = set(range(1, 5)) - placed
    assert unplaced
    assert all(counts(found, version, n) == bool(left) for n in unplaced)
    lost = link(world, ("again", min(unplaced)), ("report", 1))
    assert len(collapse([lost], families, found).links) == left


def test_copies_of_copies_lead_to_the_first(world: dict[str, StoredDocument]) -> None:
    third = replace(world["again"], version="version of third", doc="third")
    first, second = world["statement"].version, world["again"].version
    chained = Family(
        first,
        (
            Member(first, "statement", "original"),
            Member(third.version, "third", "republication", second),
            Member(second, "again", "republication", first),
        ),
    )
    found = copies([chained], {**by_version(world), third.version: third})
    assert found.of[third.version, 2] == ref(world, "statement", 1)
    assert found.of[third.version, 1] == ref(world, "again", 1)


def test_a_member_that_is_not_at_hand_has_no_copies(world: dict[str, StoredDocument]) -> None:
    families = (family(world, "republication", "statement", "again"),)
    assert copies(families, {}).of == {}


def test_links_of_documents_on_their_own_stay(world: dict[str, StoredDocument]) -> None:
    links = [link(world, ("statement", 1), ("report", 1)), link(world, ("statement", 2), ("report", 1))]
    result = collapse(links, (), Copies({}, frozenset()))
    assert result == Collapsed(tuple(links), ())
