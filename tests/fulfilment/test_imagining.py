"""What is foretold of a decision is what the rule tells after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.support.made_documents import DAY, DOCUMENTS
from tests.support.served import made_ledger

from yaksok.fulfilment.imagining import RELATIONS, Imagining
from yaksok.fulfilment.judging import Case, verdict_of
from yaksok.fulfilment.standing import Standing
from yaksok.interfaces.asking import documents_in, reading
from yaksok.ledger.location import Location
from yaksok.links.deciding import pair_of
from yaksok.records.link import Link


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Location:
    return made_ledger(tmp_path_factory.mktemp("imagined"), DOCUMENTS)


def cases(ledger: Location, decided: dict[tuple[str, int, str, int], Link] | None = None) -> list[Case]:
    """The cases of all promises, with some links as they are decided."""
    chosen = decided or {}

    def deciding(links: Sequence[Link]) -> list[Link]:
        return [chosen.get(pair_of(link.source, link.target), link) for link in links]

    with reading(ledger) as connection:
        standing = Standing(connection, as_of=DAY, deciding=deciding)
        return list(standing.cases(standing.places()))


def test_each_outcome_is_that_of_the_decided_link(ledger: Location) -> None:
    documents = {stored.version: stored for stored in documents_in(ledger)}
    days: dict[str, str | None] = {
        version: f"{stored.document.date}-01" for version, stored in documents.items()
    }
    tried = 0
    for case in cases(ledger):
        imagining = Imagining(case, documents, days)
        for link in case.links:
            found = imagining.outcomes(link)
            assert found.now.status == verdict_of(case).status
            wanted = [
                (replace(link, state="accepted"), found.accepted),
                (replace(link, state="rejected"), found.rejected),
            ]
            for relation, outcome in found.relabelled:
                wanted.append((replace(link, state="relabelled", relation=relation), outcome))
            assert len(wanted) == 2 + len(RELATIONS)
            for decided, outcome in wanted:
                after = cases(ledger, {pair_of(link.source, link.target): decided})
                verdict = next(verdict_of(one) for one in after if one.promise == case.promise)
                assert (verdict.status, verdict.late) == (outcome.status, outcome.late)
                tried += 1
    assert tried > len(RELATIONS)
