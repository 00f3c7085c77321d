"""Asking a ledger: what is not linked is linked first; a ledger that cannot be written still answers."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, update
from tests.support.linked import add, document, documents_of, link
from tests.support.postgresql import TestServer

from yaksok.errors import LedgerNotFound, LedgerNotLinked
from yaksok.fulfilment.judging import judge
from yaksok.interfaces.asking import documents_in, links_in, verdicts_in
from yaksok.interfaces.explaining import card_in, scorecard_in
from yaksok.interfaces.linking import link_ledger
from yaksok.ledger import derived_tables as derived
from yaksok.ledger import opening, tables
from yaksok.ledger.location import Location, location_of
from yaksok.links.proposing import propose_links

AS_OF = date(2022, 1, 1)
PAPERS = {
    "plan-2019": document(2019, 3, ["페루와 「해양안전협정」 체결", "갯벌 연구소 2개소 설치"], review=False),
    "plan-2020": document(2020, 2, ["페루와 「해양안전협정」 체결", "몽골과 항공 노선 개설"], review=False),
    "review-2021": document(2021, 1, ["페루와 「해양안전협정」 체결(20.6월)"], review=True),
}
QUESTIONS: dict[str, Callable[[Location], Any]] = {
    "links": links_in,
    "promises": lambda place: verdicts_in(place, as_of=AS_OF),
    "promises of a party": lambda place: verdicts_in(place, as_of=AS_OF, party="PER"),
    "why": lambda place: card_in(place, "갯벌 연구소", as_of=AS_OF),
    "grade": lambda place: scorecard_in(place, "politifact", as_of=AS_OF),
}


@pytest.fixture
def unlinked(ledger_location: Location, tmp_path: Path) -> Location:
    add(ledger_location, PAPERS, tmp_path / "papers")
    return ledger_location


def links_stored(place: Location) -> int:
    with opening.open_for_reading(place).connect() as connection:
        return connection.execute(select(func.count()).select_from(tables.links)).scalar_one()


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_ledger_that_was_not_linked_is_linked_by_the_question(unlinked: Location, question: str) -> None:
    first = QUESTIONS[question](unlinked)
    stored = links_stored(unlinked)
    assert stored
    assert QUESTIONS[question](unlinked) == first
    assert links_stored(unlinked) == stored


def test_the_answers_are_those_of_the_documents_in_memory(unlinked: Location) -> None:
    documents = documents_of(unlinked)
    links = propose_links(documents)
    assert [(one.source, one.target, one.relation) for one in links_in(unlinked)] == [
        (one.source, one.target, one.relation) for one in links
    ]
    assert [one.status for one in verdicts_in(unlinked, as_of=AS_OF)] == [
        one.status for one in judge(documents, links, as_of=AS_OF)
    ]
    assert documents_in(unlinked) == documents


def _drop(connection: Any) -> None:
    derived.metadata.drop_all(connection)


def _drop_one(connection: Any) -> None:
    derived.postings.drop(connection)


def _other_format(connection: Any) -> None:
    connection.execute(update(derived.state).values(format="0"))


@pytest.mark.parametrize("damage", [_drop, _drop_one, _other_format])
def test_derived_tables_are_made_again_by_the_next_question(
    unlinked: Location, damage: Callable[[Any], None]
) -> None:
    before = verdicts_in(unlinked, as_of=AS_OF)
    engine = opening.open_for_writing(unlinked)
    with engine.begin() as connection:
        damage(connection)
    engine.dispose()
    stored = links_stored(unlinked)
    assert verdicts_in(unlinked, as_of=AS_OF) == before
    assert links_stored(unlinked) == stored  # the links themselves are records, and are there


def test_a_question_does_not_finish_what_somebody_else_began(
    unlinked: Location, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yaksok.links.linking.BATCH", 1)
    before = links_in(unlinked)
    stopped = link_ledger(unlinked, again=True)
    next(stopped)
    stopped.close()
    stored = links_stored(unlinked)
    assert links_in(unlinked) == before
    assert links_stored(unlinked) == stored


def test_an_empty_ledger_and_one_that_is_not_there(ledger_location: Location, tmp_path: Path) -> None:
    add(ledger_location, {}, tmp_path / "papers")
    assert links_in(ledger_location) == []
    assert verdicts_in(ledger_location, as_of=AS_OF) == []
    assert verdicts_in(ledger_location, as_of=AS_OF, party="PER") == []
    with pytest.raises(LedgerNotFound):
        links_in(location_of(tmp_path / "nothing.db"))
    assert not (tmp_path / "nothing.db").exists()


def test_questions_at_once_on_a_ledger_that_is_not_linked(unlinked: Location) -> None:
    answers: list[Any] = []
    threads = [
        threading.Thread(target=lambda: answers.append(verdicts_in(unlinked, as_of=AS_OF))) for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 3
    assert answers[0] == answers[1] == answers[2] == verdicts_in(unlinked, as_of=AS_OF)


# -- a ledger that cannot be written ----------------------------------------------------------

_ASKING = """
import os, sys
from datetime import date
from pathlib import Path
from yaksok.interfaces.asking import verdicts_in
from yaksok.errors import YaksokError
def count(path):
    return len(verdicts_in(Path(path), as_of=date(2022, 1, 1)))

count(sys.argv[2])  # whoever gives up the superuser's rights may not see the program's files any more
if os.geteuid() == 0:
    os.setuid(65534)
try:
    print(count(sys.argv[1]))
except YaksokError as error:
    print(error.number)
"""


@pytest.mark.parametrize("linked", [True, False])
def test_a_file_that_cannot_be_written(linked: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a parameter
    # The superuser may write everywhere, so the process gives its rights up.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "x.db"
        add(location_of(path), PAPERS, folder / "papers")
        if linked:
            link(location_of(path))
        add(location_of(tmp_path / "y.db"), PAPERS, tmp_path / "papers")
        path.chmod(0o444)
        folder.chmod(0o555)
        done = subprocess.run(
            [sys.executable, "-c", _ASKING, str(path), str(tmp_path / "y.db")],
            capture_output=True,
            text=True,
            check=False,
        )
        folder.chmod(0o755)
        number = LedgerNotLinked.wording.number
        expected = str(len(verdicts_in(path, as_of=AS_OF))) if linked else number
    assert done.stdout == f"{expected}\n", done.stderr


@pytest.mark.parametrize("linked", [True, False])
@pytest.mark.parametrize("how", ["read-only", "guest"])
def test_a_database_that_cannot_be_written(
    linked: bool,  # noqa: FBT001 - a parameter of the test
    how: str,
    postgresql: TestServer,
    tmp_path: Path,
) -> None:
    place = location_of(postgresql.new_database())
    add(place, PAPERS, tmp_path / "papers")
    if linked:
        link(place)
    assert place.server is not None
    name = place.server.database
    if how == "guest":
        postgresql.run(f"CREATE ROLE reader_of_{name} LOGIN", database=name)
        postgresql.run(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader_of_{name}", database=name)
        place = location_of(postgresql.url(name, user=f"reader_of_{name}"))
    else:
        postgresql.run(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    if linked:
        assert verdicts_in(place, as_of=AS_OF)
    else:
        with pytest.raises(LedgerNotLinked) as error:
            verdicts_in(place, as_of=AS_OF)
        assert "yaksok link" in error.value.next_step()
