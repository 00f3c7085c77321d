"""The most doubtful links first, each with its reasons."""

from __future__ import annotations

import pytest

from yaksok.records.commitment import Status
from yaksok.records.link import Link, LinkState, Reasons, Relation, StatementRef
from yaksok.views.doubt import by_doubt, doubt_of


def ref(n: int, text: str = "가온만 등대 건설") -> StatementRef:
    return StatementRef("v", "문서", n, text, (0, 1))


def link(
    relation: Relation,
    score: float,
    *,
    promise: int = 1,
    later: int = 2,
    text: str = "가온만 등대 건설",
    state: LinkState = "proposed",
) -> Link:
    return Link(ref(promise), ref(later, text), relation, score, Reasons("rule"), state=state)


def nothing_hangs(_link: Link) -> None:
    return None


def test_what_a_verdict_hangs_on_comes_first() -> None:
    links = [link("fulfilled_by", 0.9, promise=n, later=n + 10) for n in (1, 2, 3)]

    def without(one: Link) -> tuple[Status, Status]:
        return ("kept", "silent") if one.source.n == 2 else ("kept", "kept")

    found = by_doubt(links, without=without)
    assert [doubt.link.source.n for doubt in found] == [2, 1, 3]
    assert found[0].points == found[1].points + 2
    assert "the verdict kept hangs on it" in found[0].reasons


def test_the_nearer_the_limit_the_more_doubtful() -> None:
    scores = (0.9, 0.19, 0.25)
    links = [link("fulfilled_by", score, promise=n) for n, score in enumerate(scores)]
    assert [doubt.link.score for doubt in by_doubt(links, without=nothing_hangs)] == [0.19, 0.25, 0.9]


def test_links_that_speak_against_each_other() -> None:
    links = [
        link("fulfilled_by", 0.9, later=2),
        link("contradicted_by", 0.9, later=3),
        link("progressed_by", 0.9, later=4),
        link("fulfilled_by", 0.9, promise=5, later=6),
    ]
    found = {(one.link.source.n, one.link.target.n): one for one in by_doubt(links, without=nothing_hangs)}
    assert "another link of the promise says contradicted_by" in found[1, 2].reasons
    assert found[1, 2].points == found[5, 6].points + 1
    assert found[1, 4].points == 0


@pytest.mark.parametrize("state", ["accepted", "relabelled", "rejected"])
def test_what_was_decided_is_not_asked_but_speaks_unless_it_was_rejected(state: LinkState) -> None:
    links = [link("fulfilled_by", 0.9, later=2), link("contradicted_by", 0.9, later=3, state=state)]
    (found,) = by_doubt(links, without=nothing_hangs)
    against = any("contradicted_by" in reason for reason in found.reasons)
    assert against == (state != "rejected")


def test_words_that_do_not_agree() -> None:
    near = doubt_of(link("restated_as", 0.9), beside=(), without=None)
    far = doubt_of(link("restated_as", 0.9, text="누리호 발사 준비"), beside=(), without=None)
    assert (near.points, near.reasons) == (0, ())
    assert far.points == 1
    assert any("0 of " in reason for reason in far.reasons)


def test_a_score_below_the_limits_is_as_doubtful_as_one_at_them() -> None:
    found = doubt_of(link("restated_as", 0.05), beside=(), without=None)
    assert found.points == 2
