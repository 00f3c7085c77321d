"""The chain of a promise is the same whether its neighbours are loaded together or one by one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path

from tests.support.linked import add, document, link

from yaksok.fulfilment.standing import Standing
from yaksok.ledger.location import Location
from yaksok.ledger.opening import open_for_reading
from yaksok.ledger.reader import StoredDocument, stored_document, stored_documents
from yaksok.links.chains import chain_of
from yaksok.records.link import StatementRef
from yaksok.views.promise_chain import chain_around, wording

DAY = date(2026, 1, 1)
LINES = ["페루와 「해양안전협정」 체결 추진", "갯벌 연구소 2개소 설치", "한-아세안 청년 교류 확대"]
PAPERS = {
    **{f"plan-{year}": document(year, 2, LINES, review=False) for year in range(2018, 2022)},
    "review": document(
        2022, 1, ["페루와 「해양안전협정」 체결(21.6월)", "갯벌 연구소 2개소 설치"], review=True
    ),
}


def test_chains_are_the_same(ledger_location: Location, tmp_path: Path) -> None:
    add(ledger_location, PAPERS, tmp_path / "papers")
    link(ledger_location)
    with open_for_reading(ledger_location).connect() as connection:
        standing = Standing(connection, as_of=DAY)

        def one_by_one(version: str) -> StoredDocument:
            return stored_document(connection, standing.key_of(version))

        def together(versions: Collection[str]) -> dict[str, StoredDocument]:
            loaded = stored_documents(connection, [standing.key_of(version) for version in versions])
            assert loaded == [one_by_one(version) for version in versions]
            return {stored.version: stored for stored in loaded}

        lengths = []
        for case in standing.cases(list(standing.places())):
            promise: StatementRef = case.promise
            touching = standing.links_at((promise.version, promise.n))
            found = chain_around(standing, promise, touching, together)
            assert found == chain_of(promise, standing.links_at, one_by_one, wording=wording)
            assert found is not None
            lengths.append(len(found.steps))
    assert max(lengths) > 3
