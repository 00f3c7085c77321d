"""The sample documents show every relation, every status and every kind of story; kinds are pinned, not texts."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest

from yaksok import read_document
from yaksok.fulfilment.coverage import Coverage
from yaksok.fulfilment.judging import judge
from yaksok.interfaces.samples import sample_files, sample_folder
from yaksok.ledger.reader import StoredDocument
from yaksok.links.aliases import concepts
from yaksok.links.proposing import propose_links
from yaksok.records.commitment import STATUSES, Status, Verdict
from yaksok.records.link import PROMISE_RELATIONS, WORK_RELATIONS, Link
from yaksok.views.stories import MOST_STEPS, Story, stories
from yaksok.views.turns import TURNS

AS_OF = date(2025, 12, 31)


class Samples(NamedTuple):
    """The sample documents with all that is derived from them."""

    documents: list[StoredDocument]
    links: list[Link]
    verdicts: list[Verdict]
    stories: tuple[Story, ...]


@pytest.fixture(scope="module")
def samples() -> Samples:
    documents = [
        StoredDocument(key, f"version of {path.stem}", path.stem, str(path), read_document(str(path)))
        for key, path in enumerate(sample_files(sample_folder()))
    ]
    links = propose_links(documents)
    verdicts = judge(documents, links, as_of=AS_OF)
    told = stories(documents, verdicts, coverage=Coverage.of(documents, as_of=AS_OF))
    return Samples(documents, links, verdicts, told)


def test_every_relation_and_every_status_occurs(samples: Samples) -> None:
    relations = {link.relation for link in samples.links}
    assert relations == {*WORK_RELATIONS, *PROMISE_RELATIONS, "contradicted_by"}
    assert {verdict.status for verdict in samples.verdicts} == set(STATUSES)


@pytest.mark.parametrize(
    ("programme", "status"),
    [
        ("CSP", "kept"),
        ("OKA", "kept"),
        ("EPASSPORT", "in_progress"),
        ("G4K", "in_progress"),
        ("NETZERO", "not_yet_due"),
        ("EXPO2030", "broken"),
        ("NSP", "superseded"),
    ],
)
def test_what_became_of_a_programme(samples: Samples, programme: str, status: Status) -> None:
    told = {verdict.status for verdict in samples.verdicts if programme in concepts(verdict.promise.text)}
    assert status in told


def test_each_kind_of_story_is_told_once(samples: Samples) -> None:
    assert tuple(story.turn for story in samples.stories) == TURNS


def test_stories_are_short_and_quote_the_documents(samples: Samples) -> None:
    texts = {stored.doc: stored.document.text for stored in samples.documents}
    for story in samples.stories:
        assert len(story.steps) <= MOST_STEPS
        dates = [step.quote.date or "" for step in story.steps]
        assert dates == sorted(dates)
        for quote in (story.promise, *(step.quote for step in story.steps)):
            assert letters(quote.text) in letters(texts[quote.doc][slice(*quote.span)])


def letters(text: str) -> str:
    """Without spaces, broken lines and note marks."""
    return "".join(letter for letter in text if letter.isalnum())


def test_no_statement_is_told_twice(samples: Samples) -> None:
    quotes = [
        (quote.doc, quote.span)
        for story in samples.stories
        for quote in (story.promise, *(step.quote for step in story.steps))
    ]
    assert len(quotes) == len(set(quotes))


def test_what_was_broken_is_looked_for_in_the_later_plans(samples: Samples) -> None:
    broken = next(story for story in samples.stories if story.turn == "broken")
    assert len(broken.silent) > 1
    assert all(doc in broken.why for doc in broken.silent)
    by_stem = {stored.doc: stored.document for stored in samples.documents}
    named = concepts(broken.promise.text)
    for doc in broken.silent:
        assert (by_stem[doc].date or "") > (broken.promise.date or "")
        assert not named & concepts(by_stem[doc].text)
