"""The review on pages: order, filters, skipping, and what the page of one link shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import mean

import pytest
from starlette.testclient import TestClient
from tests.support.served import copied

from yaksok.fulfilment.evidence import DECIDING
from yaksok.interfaces.asking import reading
from yaksok.interfaces.reviewing import Review
from yaksok.interfaces.web.app import create_app
from yaksok.interfaces.web.settings import Settings
from yaksok.ledger.location import Location
from yaksok.views.review_page import BLOCK, ReviewFilter, ReviewQueue, name_of


@pytest.fixture
def ledger(sample_ledger: tuple[Location, date], tmp_path: Path) -> Location:
    return copied(sample_ledger[0], tmp_path)


@pytest.fixture
def writing(ledger: Location, sample_ledger: tuple[Location, date]) -> Iterator[TestClient]:
    day = sample_ledger[1]
    app = create_app(Settings(ledger=ledger, person="Tester", today=lambda: day))
    with TestClient(app, base_url="http://127.0.0.1") as made:
        yield made


def ends(page: str) -> tuple[str, str]:
    """The ids of the link that a page shows."""
    promise = re.search(r'name="promise" value="(\w+)"', page)
    later = re.search(r'name="later" value="(\w+)"', page)
    assert promise
    assert later
    return promise[1], later[1]


def test_blocks_go_through_every_link_once(sample_ledger: tuple[Location, date]) -> None:
    place, day = sample_ledger
    with reading(place) as connection:
        queue = ReviewQueue(connection, as_of=day, ruling={})
        number, seen = 0, []
        while (block := queue.block(ReviewFilter(), first=number)).doubts:
            assert len(block.doubts) <= BLOCK
            assert [doubt.points for doubt in block.doubts] == sorted(
                (doubt.points for doubt in block.doubts), reverse=True
            )
            seen += [name_of(doubt.link) for doubt in block.doubts]
            number = block.number + 1
    assert len(seen) == len(set(seen))
    with Review(place, person="Tester", as_of=day) as review:
        every = {name_of(doubt.link) for doubt in review.queue()}
    assert set(seen) == every


def test_blocks_come_by_what_can_be_told_without_their_words(sample_ledger: tuple[Location, date]) -> None:
    """Links that decide verdicts come before the others, and each block by all that is weighed."""
    place, day = sample_ledger
    with Review(place, person="Tester", as_of=day) as review:
        points = [doubt.points for doubt in review.queue()]
    with reading(place) as connection:
        queue = ReviewQueue(connection, as_of=day, ruling={})
        blocks = [queue.block(ReviewFilter(), first=number).doubts for number in range(3)]
    first = [doubt for block in blocks for doubt in block]
    assert all(doubt.link.relation in DECIDING for doubt in first)
    assert mean(doubt.points for doubt in first) > mean(points) + 1


def test_the_page_shows_both_statements_with_their_shared_words(client: TestClient) -> None:
    page = client.get("/review?lang=en").text
    assert page.count('class="side card"') == 2
    assert page.count("<mark>") >= 2
    assert "Why it is doubtful" in page
    assert page.count("verdict stays") + page.count("verdict then:") == 2


def test_skipping_shows_another_link_and_comes_to_an_end(client: TestClient) -> None:
    path, seen = "/review?lang=en&relation=superseded_by", []
    for _ in range(60):
        page = client.get(path).text
        if 'name="later"' not in page:
            break
        seen.append(ends(page))
        skip = re.search(r'href="(/review\?[^"]*)" data-key="s"', page)
        assert skip
        path = skip[1].replace("&amp;", "&")
    assert len(seen) == len(set(seen)) > 2
    assert "There is no link to decide on." in page


def test_what_was_decided_on_does_not_come_again(writing: TestClient) -> None:
    page = writing.get("/review?lang=en").text
    promise, later = ends(page)
    form = {"promise": promise, "later": later, "kind": "accept", "back": "/review?lang=en"}
    answer = writing.post("/decisions", data=form, follow_redirects=False)
    assert answer.headers["location"].startswith("/review?lang=en&decided=accept")
    page = writing.get(answer.headers["location"]).text
    assert ends(page) != (promise, later)
    assert "1 link decided on" in page
    assert ends(writing.get("/review?state=accepted").text) == (promise, later)
    assert 'name="later"' not in writing.get("/review?state=rejected").text


@pytest.mark.parametrize("party", ["USA", "ASEAN"])
def test_links_are_filtered_by_party(client: TestClient, party: str) -> None:
    page = client.get(f"/review?party={party.lower()}").text
    assert 'name="later"' in page


def test_links_are_filtered_by_document_and_relation(client: TestClient) -> None:
    page = client.get("/review?document=2019-work-plan&relation=fulfilled_by&lang=en").text
    assert "2019-work-plan:" in page
    assert "<strong>fulfilled by</strong>" in page


@pytest.mark.parametrize(
    "asked",
    [
        "party=KOR",
        "party=XYZW",
        "document=nothing",
        "relation=liked_by",
        "state=new",
        "block=x",
        "block=9999999",
    ],
)
def test_what_no_review_can_have_is_refused(client: TestClient, asked: str) -> None:
    assert client.get(f"/review?{asked}").status_code in {400, 404}


def test_a_block_beyond_the_last_is_empty(client: TestClient) -> None:
    page = client.get("/review?block=99999&lang=en")
    assert page.status_code == 200
    assert "There is no link to decide on." in page.text
