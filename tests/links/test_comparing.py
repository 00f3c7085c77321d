"""What is left out before it is loaded could not have been linked."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from tests.support.linked import Texts, add, documents_of, papers

from yaksok.ledger.location import location_of
from yaksok.links.index import Index
from yaksok.links.profile import Profile, profiles
from yaksok.links.proposing import DEFAULT, is_followed, links_of, may_be_linked, may_promise


def could_be(one: Profile, other: Profile, score: float, *, promises: bool) -> bool:
    return may_be_linked(
        one,
        promises=promises,
        score=score,
        meets=bool(one.all_parties & other.all_parties),
        knows_other=bool(other.all_parties),
        thresholds=DEFAULT,
    )


@settings(max_examples=15, deadline=None)
@given(papers(most=5))
def test_whatever_is_linked_could_be_linked_seen_from_either_end(texts: Texts) -> None:
    with TemporaryDirectory() as name:
        place = location_of(Path(name) / "a.db")
        add(place, texts, Path(name) / "papers")
        found = list(profiles(documents_of(place)))
    index = Index(found, may_follow=is_followed)
    for promise, earlier in enumerate(found):
        if may_promise(earlier):
            scores = index.similar(promise)
            for _, other in links_of(index, promise, DEFAULT):
                if found[other].position != earlier.position:
                    assert could_be(earlier, found[other], scores[other], promises=True)
                    assert could_be(found[other], earlier, scores[other], promises=False)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Profile]:
    """Profiles of statements by their texts."""
    texts = {
        "promise": "페루와 「해양안전협정」 체결 추진",
        "result": "페루와 「해양안전협정」 체결(20.6월)",
        "nobody": "갯벌 연구소 설치",
    }
    folder, numbers = tmp_path_factory.mktemp("comparing"), count(1)
    place = location_of(folder / "a.db")
    written = "".join(f"ㅇ {text}\n" for text in texts.values())
    add(place, {f"paper-{next(numbers)}": f"2019년 계획\n\n2019. 3.\n\n{written}"}, folder / "papers")
    found = {each.statement.text: each for each in profiles(documents_of(place))}
    return {name: found[text] for name, text in texts.items()}


@pytest.mark.parametrize(
    ("name", "promises", "meets", "knows_other", "least"),
    [
        ("promise", False, True, True, 0.1),
        ("promise", False, False, False, 0.1),  # the other has no parties, so that none differ
        ("promise", False, False, True, 0.1 / 0.3),
        ("nobody", False, False, True, 0.1),
        ("promise", True, False, True, 0.05 / 0.3),  # it may be a part of what a heading names
        ("result", False, True, True, 0.05),  # in a month, with a party
        ("result", False, False, True, 0.1 / 0.3),
    ],
)
def test_the_least_score_follows_from_what_is_known(
    plain: dict[str, Profile], name: str, *, promises: bool, meets: bool, knows_other: bool, least: float
) -> None:
    for score, expected in ((least * 1.01, True), (least * 0.99, False)):
        found = may_be_linked(
            plain[name],
            promises=promises,
            score=score,
            meets=meets,
            knows_other=knows_other,
            thresholds=DEFAULT,
        )
        assert found is expected
