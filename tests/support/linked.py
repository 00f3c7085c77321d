"""Ledgers with linked documents, and what they answer in a form that can be compared."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from hypothesis import strategies as st
from sqlalchemy import Connection
from tests.support.full_ledgers import take
from tests.support.ledgers import CopyOf

from yaksok.interfaces.linking import link_ledger
from yaksok.ledger import opening
from yaksok.ledger.intake import Intake
from yaksok.ledger.linkings import stored_links
from yaksok.ledger.location import Location
from yaksok.ledger.reader import StoredDocument, current_documents
from yaksok.records.link import Link

Texts = Mapping[str, str]
"""Documents by the names of their files, without ending."""

End = tuple[str, int]
Pairs = dict[tuple[End, End, str], float]
"""The score of each link by its ends and its relation."""

OBJECTS = ("해양안전협정", "갯벌 연구소", "청년 교류", "수소 공급망", "항공 노선", "산림 협력 사업")
PARTIES = ("페루", "칠레", "몽골", "케냐")
PROMISED = ("체결 추진", "설치", "확대", "개최", "3개소 구축 추진", "강화")
DONE = ("체결(20.6월)", "설치 완료", "확대하였음", "개최(’21.3.4)", "1개소 구축", "지연", "중단")


def add(place: Location, texts: Texts, folder: Path) -> None:
    """Adds documents, or further versions of them, without linking."""
    folder.mkdir(exist_ok=True)
    with Intake(place, program="test", largest=10**6) as intake:
        for name, text in texts.items():
            path = folder / f"{name}.txt"
            path.write_text(text, encoding="utf-8")
            take(intake, str(path))


def add_files(place: Location, paths: Iterable[Path]) -> None:
    """Adds files that lie somewhere, without linking."""
    with Intake(place, program="test", largest=10**8) as intake:
        for path in paths:
            take(intake, str(path))


def link(place: Location, *, again: bool = False) -> None:
    """Links what is not linked, as `yaksok link` does."""
    deque(link_ledger(place, again=again), maxlen=0)


def linked_files(copy_of: CopyOf, folder: Path, pattern: str) -> Location:
    """A ledger of the files of a folder, linked; skips the test where there are none."""
    paths = sorted(folder.glob(pattern))
    if not paths:
        pytest.skip("the documents are not beside the checkout")

    def make(place: Location) -> None:
        add_files(place, paths)
        link(place)

    return copy_of(f"linked files of {folder.name}", make)


def documents_of(place: Location) -> list[StoredDocument]:
    """The current documents of a ledger."""
    with opening.open_for_reading(place).connect() as connection:
        return list(current_documents(connection))


def links_of(place: Location) -> list[Link]:
    """The links that count, each document by itself."""
    with opening.open_for_reading(place).connect() as connection:
        return links_in(connection)


def links_in(connection: Connection) -> list[Link]:
    """The same over a connection."""
    return [stored.link for stored in stored_links(connection)]


def pairs(links: Iterable[Link]) -> Pairs:
    """Links by their ends and relations."""
    return {
        ((link.source.doc, link.source.n), (link.target.doc, link.target.n), link.relation): link.score
        for link in links
    }


def assert_same(found: Iterable[Link], expected: Iterable[Link]) -> None:
    """Asserts that links join the same with the same relations and scores."""
    mine, theirs = pairs(found), pairs(expected)
    assert mine.keys() == theirs.keys()
    assert mine == pytest.approx(theirs, abs=1e-4)


def document(year: int, month: int, lines: Iterable[str], *, review: bool) -> str:
    """A plan, or a review of it, of a ministry."""
    kind = "자체평가 결과" if review else "주요업무 추진계획"
    body = "".join(f" ㅇ {line}\n" for line in lines)
    return f"{year}년 누리부 {kind}\n\n{year}. {month}.\n\n□ 협력 강화\n{body}"


def line_of(*, review: bool) -> st.SearchStrategy[str]:
    """A promise, or what was done."""
    deed = st.sampled_from(DONE if review else PROMISED)
    return st.tuples(st.sampled_from(PARTIES), st.sampled_from(OBJECTS), deed).map(
        lambda parts: f"{parts[0]}와 {parts[1]} {parts[2]}"
    )


@st.composite
def papers(draw: st.DrawFn, *, most: int = 5) -> dict[str, str]:
    """A few small documents of some years with plans and reviews about the same matters."""
    found = {}
    for number in range(draw(st.integers(1, most))):
        review = draw(st.booleans())
        lines = draw(st.lists(line_of(review=review), min_size=1, max_size=5))
        year, month = draw(st.integers(2018, 2023)), draw(st.integers(1, 12))
        found[f"paper{number}"] = document(year, month, lines, review=review)
    return found
