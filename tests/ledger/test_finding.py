"""The promise that somebody means, found in a ledger: by id, by place, by words, whatever is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection
from tests.support.linked import add, link
from tests.support.postgresql import TestServer
from tests.support.shelf import MemoryShelf

from yaksok.errors import NotAPromise, PromiseAmbiguous, PromiseNotFound
from yaksok.ledger import opening
from yaksok.ledger.location import location_of
from yaksok.ledger.reader import current_documents
from yaksok.records.link import StatementRef
from yaksok.views.finding import find_promise
from yaksok.views.ledger_shelf import LedgerShelf

AS_OF = date(2022, 1, 1)
DATABASES = ("sqlite", "postgresql")
PAPERS = {
    "plan-2019": """2019년 누리부 주요업무 추진계획

2019. 3.

□ 페루 관계
 ㅇ 참여율 100% 달성 추진
 ㅇ 참여율 1000 달성 추진
 ㅇ 자료_공개 사이트 구축
 ㅇ 자료 공개 사이트 확대
 ㅇ 경로 C:\\papers 정리 추진
 ㅇ "누리 해양" 협정 '체결' 추진
 ㅇ 갯벌 연구소 설치
 ㅇ 도서관 Annex 개축 추진
""",
    "plan_2020": "2020년 누리부 주요업무 추진계획\n\n2020. 3.\n\n□ 칠레 관계\n ㅇ 수소 공급망 구축 추진\n",
    "plan-2023": "2023년 누리부 주요업무 추진계획\n\n2023. 3.\n\n□ 몽골 관계\n ㅇ 초원 숲 조성 추진\n",
}


@pytest.fixture(scope="module", params=DATABASES)
def connection(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Connection]:
    folder = tmp_path_factory.mktemp("finding")
    place = location_of(folder / "a.db")
    if request.param == "postgresql":
        server: TestServer = request.getfixturevalue("started_server")
        place = location_of(server.new_database())
    add(place, PAPERS, folder / "papers")
    link(place)
    engine = opening.open_for_reading(place)
    with engine.connect() as opened:
        yield opened
    engine.dispose()


@pytest.fixture(scope="module")
def find(connection: Connection) -> Callable[[str], StatementRef]:
    return lambda wanted: find_promise(wanted, LedgerShelf(connection, as_of=AS_OF), as_of=AS_OF)


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("%", "참여율 100% 달성 추진"),
        ("_", "자료_공개 사이트 구축"),
        ("\\", "경로 C:\\papers 정리 추진"),
        ("100% 달성", "참여율 100% 달성 추진"),
        ("자료_공개", "자료_공개 사이트 구축"),
        ("C:\\papers", "경로 C:\\papers 정리 추진"),
        ('"누리 해양"', "\"누리 해양\" 협정 '체결' 추진"),
        ("'체결'", "\"누리 해양\" 협정 '체결' 추진"),
        ("갯벌연구소설치", "갯벌 연구소 설치"),
        ("갯 벌  연구소", "갯벌 연구소 설치"),
        ("설치 연구소", "갯벌 연구소 설치"),
        ("ANNEX 개축", "도서관 Annex 개축 추진"),
        ("annex", "도서관 Annex 개축 추진"),
        ("갯벌\t연구소\n", "갯벌 연구소 설치"),
    ],
)
def test_found_by_words(find: Callable[[str], StatementRef], wanted: str, text: str) -> None:
    assert find(wanted).text == text


def test_found_by_id_and_place(find: Callable[[str], StatementRef]) -> None:
    promise = find("갯벌 연구소 설치")
    for wanted in (promise.id, promise.id[:6], f" {promise.id[:12].upper()} ", f"plan-2019:{promise.n}"):
        assert find(wanted) == promise


def test_a_sign_of_the_database_stands_for_itself_in_a_place(find: Callable[[str], StatementRef]) -> None:
    promise = find("수소 공급망")
    assert find(f"plan_2:{promise.n}") == promise
    with pytest.raises(PromiseNotFound):
        find(f"plan%2020:{promise.n}")


def test_a_heading_is_no_promise(find: Callable[[str], StatementRef]) -> None:
    n = find("갯벌 연구소 설치").n
    places = [place for place in range(1, n) if _is_none(find, f"plan-2019:{place}")]
    assert places


def _is_none(find: Callable[[str], StatementRef], wanted: str) -> bool:
    try:
        find(wanted)
    except NotAPromise:
        return True
    return False


@pytest.mark.parametrize(
    "wanted",
    [
        "",
        "   ",
        "100_",
        "%%",
        "없는 말",
        "ffffffff",
        "plan-2019:999",
        "plan-2019:999999999",
        "plan-2019:9999999999",
        ":1",
        "'; DROP TABLE statements; --",
        "초원 숲 조성",
        "\x00",
        "\ud800",
        "plan\ud800:3",
        "plan\x00:3",
        "\u3000",
        "가" * 5000,
        " ".join(f"말{number}" for number in range(2000)),
    ],
    ids=lambda wanted: repr(wanted[:20]),
)
def test_nothing_fits(find: Callable[[str], StatementRef], wanted: str) -> None:
    with pytest.raises(PromiseNotFound):
        find(wanted)


def test_several_fit(find: Callable[[str], StatementRef]) -> None:
    with pytest.raises(PromiseAmbiguous) as error:
        find("사이트")
    assert "자료_공개 사이트 구축" in str(error.value)


@given(
    wanted=st.lists(
        st.sampled_from(
            "갯벌 연구소 설치 100% 자료_공개 plan : 9 \\ ' % _ Annex ANNEX ß İ \x00 \ud800".split(" ")
        ),
        max_size=4,
    ).flatmap(lambda parts: st.sampled_from(["", " "]).map(lambda between: between.join(parts)))
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_ledger_finds_what_documents_in_memory_give(connection: Connection, wanted: str) -> None:
    documents = list(current_documents(connection))
    assert outcome(wanted, LedgerShelf(connection, as_of=AS_OF)) == outcome(
        wanted, MemoryShelf(documents, as_of=AS_OF)
    )


def outcome(wanted: str, shelf: LedgerShelf | MemoryShelf) -> tuple[str, str]:
    try:
        return "found", find_promise(wanted, shelf, as_of=AS_OF).id
    except (PromiseNotFound, PromiseAmbiguous, NotAPromise) as error:
        return type(error).__name__, ""
