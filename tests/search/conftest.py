"""Ledgers to be searched, and what must be found in them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.support.linked import Texts, add

from yaksok.ledger.location import Location, location_of
from yaksok.ledger.opening import open_for_reading
from yaksok.records.search import SearchResult
from yaksok.search.analysis import Analyser, SurfaceAnalyser, Token, is_latin, stem, written_words
from yaksok.search.asking import search
from yaksok.search.index import SearchIndex

PLAN = """2023년 외교부 주요업무 추진계획

2023. 1. 10.

□ 경제안보 강화
 ㅇ 베트남과 핵심광물 공급망 협력을 2024년까지 확대
 ㅇ 공급망 조기경보체계 구축 추진
 ㅇ 한-아세안 연대구상 이행 본격화

□ 양자 협력
 ㅇ 한미일 정상회의 정례화 추진
 ㅇ 일본과 셔틀외교 재개
"""

REVIEW = """2024년 외교부 자체평가 결과

2024. 12. 20.

□ 주요 성과
 ㅇ 베트남과 핵심광물 공급망 협력 양해각서 체결(24.6월)
 ㅇ 캠프 데이비드 정상회의 후속조치 이행
 ㅇ 아세안과 포괄적 전략 동반자 관계 수립
"""

ENGLISH = """Fact Sheet: Republic of Korea and Vietnam

June 22, 2024

The two leaders agreed to strengthen resilient supply chains for critical minerals.
The Ministry of Foreign Affairs will hold a foreign ministers' meeting in 2025.
"""

TEXTS = {"plan": PLAN, "review": REVIEW, "sheet": ENGLISH}


class Blanks:
    """Cuts words at blanks and takes one particle off, in the place of Kiwi: quick, and the same everywhere."""

    name = "blanks"

    def words(self, texts: Iterable[str]) -> Iterator[list[Token]]:
        for text in texts:
            yield [self._word(token) for token in written_words(text)]

    @staticmethod
    def _word(token: Token) -> Token:
        if is_latin(token.form):
            return Token(stem(token.form), token.start, token.end)
        bare = token.form.rstrip("을를과와의") or token.form
        return Token(bare, token.start, token.start + len(bare))


class Library:
    """A ledger with its index."""

    def __init__(
        self, place: Location, folder: Path, analyser: Analyser, *, index: Path | None = None
    ) -> None:
        self.place = place
        self.index = SearchIndex.open(place, folder=index)
        self.analyser = analyser
        self._folder = folder

    def add(self, texts: Texts) -> None:
        add(self.place, texts, self._folder)

    def update(self, **how: Any) -> None:
        with open_for_reading(self.place).connect() as connection:
            deque(self.index.update(connection, analyser=self.analyser, **how), maxlen=0)

    def search(self, query: str, *args: Any, as_of: date = date(2026, 1, 1), **how: Any) -> SearchResult:
        with open_for_reading(self.place).connect() as connection:
            return search(self.index, connection, query, *args, as_of=as_of, **how)

    def texts(self, query: str, *args: Any, **how: Any) -> list[str]:
        return [hit.text for hit in self.search(query, *args, limit=200, **how).hits]

    def titles(self, query: str, **how: Any) -> list[str]:
        return [hit.doc for hit in self.search(query, level="document", limit=200, **how).documents]


Libraries = Callable[..., Library]


@pytest.fixture
def new_library(tmp_path: Path) -> Libraries:
    """Makes a ledger of texts with its index."""
    numbers = iter(range(1000))

    def make(texts: Texts = TEXTS, *, analyser: Analyser | None = None) -> Library:
        number = next(numbers)
        place = location_of(tmp_path / f"{number}.db")
        library = Library(place, tmp_path / f"papers{number}", analyser or Blanks())
        library.add(texts)
        library.update()
        return library

    return make


@pytest.fixture(scope="module", params=["words", "pairs"])
def library(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The three papers, indexed with and without an analyser."""
    folder = tmp_path_factory.mktemp("library")
    analyser: Analyser = Blanks() if request.param == "words" else SurfaceAnalyser()
    made = Library(location_of(folder / "papers.db"), folder / "papers", analyser)
    made.add(TEXTS)
    made.update()
    return made
