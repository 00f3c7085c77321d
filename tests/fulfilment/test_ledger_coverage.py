"""What could be searched is counted by the database as it is counted in memory."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, delete, insert
from tests.support.postgresql import TestServer

from yaksok.fulfilment.coverage import MOST_NAMED, Coverage, Dated
from yaksok.fulfilment.ledger_coverage import LedgerCoverage
from yaksok.ledger import derived_tables as derived
from yaksok.ledger import opening
from yaksok.ledger.location import location_of
from yaksok.ledger.reader import StoredDocument
from yaksok.links.timeline import published
from yaksok.records.statement import Document, Genre

DATABASES = ("sqlite", "postgresql")
GENRES: tuple[Genre, ...] = get_args(Genre)
DAYS = st.dates(date(2019, 1, 1), date(2019, 1, 20)).map(date.isoformat) | st.sampled_from(
    [None, "2019", "2019-01"]
)
PAPERS = st.lists(
    st.tuples(
        DAYS, st.sampled_from(["누리부", "바다청", "", None]), st.sampled_from(GENRES[:4]), st.booleans()
    ),
    min_size=1,
    max_size=3 * MOST_NAMED,
)


@pytest.fixture(scope="module", params=DATABASES)
def connection(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Connection]:
    place = location_of(tmp_path_factory.mktemp("coverage") / "a.db")
    if request.param == "postgresql":
        server: TestServer = request.getfixturevalue("started_server")
        place = location_of(server.new_database())
    engine = opening.open_for_writing(place)
    with engine.begin() as opened:
        derived.make_derived_tables(opened)
        yield opened
    engine.dispose()


def dated(number: int, day: str | None, issuer: str | None, genre: Genre) -> Dated:
    document = Document("", day, issuer, genre, "ko", "", ())
    stored = StoredDocument(number, f"version {number}", f"문서 {number % 7}-{number}", "", document)
    return Dated(stored, published(document), {})


def row(one: Dated, *, counted: bool) -> dict[str, object]:
    day = one.published.reckoned()
    return {
        "version": one.stored.key,
        "stem": one.stored.doc,
        "first": None,
        "last": None,
        "estimated": False,
        "day": day.isoformat() if day else None,
        "issuer": one.stored.document.issuer,
        "genre": one.stored.document.genre,
        "counted": counted,
    }


@given(papers=PAPERS, as_of=st.dates(date(2018, 12, 30), date(2019, 1, 22)))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_same_documents_are_searched(
    papers: list[tuple[str | None, str | None, Genre, bool]], as_of: date, connection: Connection
) -> None:
    documents = [(dated(n, *paper[:3]), paper[3]) for n, paper in enumerate(papers)]
    connection.execute(delete(derived.dated))
    connection.execute(insert(derived.dated), [row(one, counted=counted) for one, counted in documents])
    mine = LedgerCoverage(connection, as_of=as_of)
    theirs = Coverage((one for one, counted in documents if counted), as_of=as_of)
    for one, counted in documents:
        if counted and one.published.by(as_of):
            assert mine.scope(one) == theirs.scope(one)
            assert mine.accounts(one) == theirs.accounts(one)
            assert mine.accounts_since(one, [one]) == theirs.accounts_since(one, [one])
