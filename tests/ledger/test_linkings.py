"""Links on record: what was stored comes back, the journal names every pass, and read-only ledgers."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, select
from tests.support.linked import add, add_files, assert_same, document, documents_of, link, links_of

from yaksok.ledger import opening, tables
from yaksok.ledger.audit import audit
from yaksok.ledger.linkings import (
    NONE,
    StoredLink,
    add_linking,
    complete_generation,
    counting_generation,
    covered_among,
    is_complete,
    newest_generation,
    newest_keys,
    newest_pass,
    reasons_from,
    reasons_json,
    stored_links,
)
from yaksok.ledger.location import Location
from yaksok.ledger.reader import current_documents
from yaksok.ledger.units import units
from yaksok.links.linking import is_finished
from yaksok.links.proposing import propose_links
from yaksok.records.link import Link, Reasons

KILLS = int(os.environ.get("YAKSOK_LINK_KILLS", "6"))
PAPERS = {
    "plan-2019": document(2019, 3, ["페루와 「해양안전협정」 체결", "갯벌 연구소 2개소 설치"], review=False),
    "review-2021": document(2021, 1, ["페루와 「해양안전협정」 체결(20.6월)"], review=True),
}

word = st.text('가나 a"\\%{}\n\x00', max_size=6)
words = st.lists(word, max_size=3).map(tuple)
REASONS = st.builds(
    Reasons, **{one.name: word if one.name in {"rule", "event"} else words for one in fields(Reasons)}
)


@given(REASONS)
def test_reasons_are_the_same_when_they_are_read_again(reasons: Reasons) -> None:
    assert reasons_from(reasons_json(reasons)) == reasons


@pytest.fixture
def connection(ledger_location: Location, tmp_path: Path) -> Iterator[Connection]:
    """A transaction of a writer on a ledger with two documents that are not linked."""
    add(ledger_location, PAPERS, tmp_path / "papers")
    engine = opening.open_for_writing(ledger_location)
    with engine.begin() as opened:
        yield opened
    engine.dispose()


def made(connection: Connection, score: float = 0.5) -> StoredLink:
    plan, review = current_documents(connection)
    reasons = Reasons("체결", words=("협정", "'\"\\%"), parties=("PER",), event="6월")
    link = Link(
        plan.ref(plan.document.statements[-2]),
        review.ref(review.document.statements[-1]),
        "fulfilled_by",
        score,
        reasons,
        proposer="rules test",
    )
    return StoredLink(link, plan.key, review.key, counts=True, background=False, occurred="2020-06-01")


def covering(connection: Connection) -> list[tuple[int, str]]:
    return [(one.key, one.version) for one in current_documents(connection)]


def test_a_link_comes_back_as_it_was_stored(connection: Connection) -> None:
    links = [made(connection, 0.25), replace(made(connection, 0.75), counts=False, occurred=None)]
    add_linking(connection, 1, covering(connection), links, rules="test", run=1)
    assert list(stored_links(connection)) == []
    complete_generation(connection, 1, rules="test", run=1)
    assert list(stored_links(connection)) == links[::-1]
    assert list(stored_links(connection, tables.links.c.score > 0.5)) == links[1:]


def test_only_the_newest_complete_generation_counts(connection: Connection) -> None:
    assert newest_generation(connection)[:2] == (NONE, True)
    assert newest_keys(connection)[1] == 0
    for generation in (1, 2, 3):
        add_linking(
            connection, generation, covering(connection), [made(connection, generation / 8)], rules="a", run=1
        )
        if generation < 3:
            complete_generation(connection, generation, rules="a", run=1)
    assert counting_generation(connection) == 2
    assert newest_generation(connection)[:2] == (3, False)
    assert [one.link.score for one in stored_links(connection)] == [0.25]
    # One that lags behind writes on; it is not taken for the newest.
    add_linking(connection, 1, [], [], rules="a", run=1)
    assert newest_generation(connection)[:2] == (3, False)
    keys = [key for key, _ in covering(connection)]
    assert covered_among(connection, keys, 3) == set(keys)
    assert covered_among(connection, keys[1:], 3) == set(keys[1:])
    assert covered_among(connection, keys, 4) == set()


def test_generations_are_complete_since_the_pass_that_closed_them(connection: Connection) -> None:
    assert (newest_pass(connection, 1), is_complete(connection, 1)) == (0, False)
    add_linking(connection, 1, covering(connection), [], rules="a", run=1)
    covered = newest_pass(connection, 1)
    complete_generation(connection, 1, rules="a", run=1)
    closed = newest_pass(connection, 1)
    add_linking(connection, 1, [], [], rules="a", run=1)
    add_linking(connection, 2, [], [], rules="a", run=1)
    assert covered < closed < newest_pass(connection, 1) < newest_pass(connection, 2)
    assert is_complete(connection, 1)
    assert not is_complete(connection, 2)
    assert is_complete(connection, 1, by=closed)
    assert not is_complete(connection, 1, by=covered)
    assert counting_generation(connection) == 1


def test_the_journal_names_every_pass(connection: Connection) -> None:
    add_linking(connection, 1, covering(connection), [made(connection)], rules="test", run=1)
    add_linking(connection, 1, [], [], rules="test", run=1)
    complete_generation(connection, 1, rules="test", run=1)
    journal = tables.journal
    rows = connection.execute(
        select(journal.c.kind, journal.c.subject, journal.c.digest)
        .where(journal.c.kind == "linking")
        .order_by(journal.c.key)
    )
    assert [tuple(row) for row in rows] == [tuple(unit) for unit in units(connection, "linking")]


def test_a_ledger_that_was_linked_verifies(ledger_location: Location, tmp_path: Path) -> None:
    add(ledger_location, PAPERS, tmp_path / "papers")
    link(ledger_location)
    add(
        ledger_location,
        {"plan-2019": PAPERS["plan-2019"] + " ㅇ 케냐와 항공 노선 개설\n"},
        tmp_path / "papers",
    )
    link(ledger_location)
    link(ledger_location, again=True)
    with opening.open_for_reading(ledger_location).connect() as connection:
        assert list(audit(connection)) == []
        linkings = list(units(connection, "linking"))
    assert len(linkings) == 6  # a batch and its end, three times


# -- killed -----------------------------------------------------------------------------------

_LINKING = """
import sys
from collections import deque
from pathlib import Path
from yaksok.interfaces.linking import link_ledger
from yaksok.links import linking
from yaksok.ledger.location import location_of
linking.BATCH = 1
print("ready", flush=True)
deque(link_ledger(location_of(sys.argv[1]), again=sys.argv[2] == "again"), maxlen=0)
print("done", flush=True)
"""


def test_a_kill_while_linking_leaves_a_ledger_that_the_next_call_completes(tmp_path: Path) -> None:
    """Killed at some moment; what it left verifies, and is linked to what documents in memory give."""
    examples = sorted((Path(__file__).resolve().parents[2] / "examples").glob("20*"))[:6]
    place = Location(shown=str(tmp_path / "a.db"), path=tmp_path / "a.db")
    add_files(place, examples)
    chance = random.Random(20)
    expected = propose_links(documents_of(place))
    killed, seconds = 0, 1.0
    for number in range(KILLS):
        again = "again" if number % 2 else ""
        process = subprocess.Popen(
            [sys.executable, "-c", _LINKING, place.shown, again], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        started = time.monotonic()
        time.sleep(chance.uniform(0, seconds))
        process.send_signal(signal.SIGKILL)
        ended = process.stdout.read() == "done\n"
        process.stdout.close()
        process.wait()
        killed += not ended
        if ended:
            seconds = min(seconds, time.monotonic() - started)
        with opening.open_for_reading(place).connect() as connection:
            assert list(audit(connection)) == []
        link(place)
        with opening.open_for_reading(place).connect() as connection:
            assert is_finished(connection)
        assert_same(links_of(place), expected)
    assert killed
