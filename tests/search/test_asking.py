"""What is found: words, phrases, exclusions, fields, names in the other language, pages, facets."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.search.conftest import TEXTS, Libraries, Library

from yaksok.errors import BadSearchCursor
from yaksok.ledger.opening import open_for_reading
from yaksok.ledger.reader import current_documents
from yaksok.records.search import SearchFilter, SearchResult
from yaksok.search.analysis import surface

WORDS = (
    "공급망",
    "베트남",
    "정상회의",
    "협력",
    "supply",
    "chains",
    "2024",
    "핵심광물",
    "없는말",
    "일본",
    "한",
    "의",
)
MIXED = st.lists(
    st.one_of(
        st.sampled_from(WORDS),
        st.sampled_from(WORDS).map(lambda word: f"-{word}"),
        st.sampled_from(
            ['"정상회의 정례화"', '"supply chains"', "party:VNM", "act:result", "year:2024", "OR", "(", ")"]
        ),
    ),
    max_size=6,
).map(" ".join)


def every_text(library: Library) -> list[str]:
    with open_for_reading(library.place).connect() as connection:
        return [each.text for one in current_documents(connection) for each in one.document.statements]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("조기경보체계", "공급망 조기경보체계 구축 추진"),
        ("공급망을 조기경보체계가", "공급망 조기경보체계 구축 추진"),
        ("셔틀외교", "일본과 셔틀외교 재개"),
        (
            "leaders agreed",
            "The two leaders agreed to strengthen resilient supply chains for critical minerals.",
        ),
    ],
)
def test_words_find_statements(library: Library, query: str, first: str) -> None:
    assert library.texts(query)[0] == first


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("supply chain", "공급망 조기경보체계 구축 추진"),
        ("공급망", "The two leaders agreed to strengthen resilient supply chains for critical minerals."),
        ("KASI", "한-아세안 연대구상 이행 본격화"),
        ("Camp David", "캠프 데이비드 정상회의 후속조치 이행"),
        ("summit", "캠프 데이비드 정상회의 후속조치 이행"),
        ("Vietnam", "베트남과 핵심광물 공급망 협력을 2024년까지 확대"),
        ("비엣남 Japan", "일본과 셔틀외교 재개"),
        ("ASEAN", "아세안과 포괄적 전략 동반자 관계 수립"),
        ("외교장관회의", "The Ministry of Foreign Affairs will hold a foreign ministers' meeting in 2025."),
    ],
)
def test_names_find_each_other_across_languages(library: Library, query: str, found: str) -> None:
    assert found in library.texts(query)


def test_other_names_are_told(library: Library) -> None:
    assert ("Camp David", "캠프 데이비드") in library.search("Camp David").also
    assert ("Vietnam", "VNM") in library.search("Vietnam").also


@given(data=st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_phrase_finds_exactly_where_it_stands(library: Library, data: st.DataObject) -> None:
    texts = every_text(library)
    words = data.draw(st.sampled_from([text for text in texts if len(text.split()) > 1])).split()
    start = data.draw(st.integers(0, len(words) - 1))
    phrase = " ".join(words[start : start + data.draw(st.integers(1, 3))]).replace('"', "")
    run = [token.form for token in surface(phrase)]
    if run:
        assert Counter(library.texts(f'"{phrase}"')) == Counter(text for text in texts if holds(text, run))


def holds(text: str, run: list[str]) -> bool:
    forms = [token.form for token in surface(text)]
    return any(forms[at : at + len(run)] == run for at in range(len(forms)))


def test_exclusions_take_out_words_to_the_letter(library: Library) -> None:
    found = library.texts("협력 -베트남")
    assert found
    assert not [text for text in found if "베트남" in text]
    assert len(found) < len(library.texts("협력"))
    assert not [text for text in library.texts('정상회의 -"캠프 데이비드"') if "캠프" in text]


def test_only_exclusions_find_all_else(library: Library) -> None:
    assert Counter(library.texts("-정상회의")) == Counter(
        text for text in every_text(library) if "정상회의" not in text
    )


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("document:plan act:commitment 조기경보체계", {"공급망 조기경보체계 구축 추진"}),
        ("국가:베트남 행위:성과", {"베트남과 핵심광물 공급망 협력 양해각서 체결(24.6월)"}),
        (
            'party:"Viet Nam",JPN year:2023 role:item',
            {
                "베트남과 핵심광물 공급망 협력을 2024년까지 확대",
                "한미일 정상회의 정례화 추진",
                "일본과 셔틀외교 재개",
            },
        ),
        ("party:JPN party:USA", {"한미일 정상회의 정례화 추진"}),
        ("party:VNM party:JPN", set()),
        ('기관:"Ministry of Foreign Affairs" "셔틀외교"', {"일본과 셔틀외교 재개"}),
        ('year:2024.. "공급망" lang:ko', {"베트남과 핵심광물 공급망 협력 양해각서 체결(24.6월)"}),
        ('year:..2023 "공급망" -party:VNM', {"공급망 조기경보체계 구축 추진"}),
        (
            '("셔틀외교" OR "조기경보") 유형:업무계획',
            {"공급망 조기경보체계 구축 추진", "일본과 셔틀외교 재개"},
        ),
        ('"셔틀외교" OR party:AUS', {"일본과 셔틀외교 재개"}),
    ],
)
def test_fields_restrict(library: Library, query: str, found: set[str]) -> None:
    assert set(library.texts(query)) == found


def test_typed_filters_say_the_same_as_written_ones(library: Library) -> None:
    typed = SearchFilter(parties=frozenset({"VNM"}), acts=frozenset({"commitment"}), years=(2023, 2023))
    assert library.texts("협력", typed) == library.texts("협력 party:VNM act:commitment year:2023")
    assert library.texts("협력", typed)
    assert library.texts("", SearchFilter(documents=frozenset({"review"}))) == library.texts(
        "document:review"
    )


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("party:Atlantis", "unknown value"),
        ("status:perhaps", "unknown value"),
        ("year:soon", "bad period"),
        ("due:2024-13", "bad period"),
        ("", "nothing to search for"),
        ("- OR )", "nothing to search for"),
        ("status:silent", "not linked"),
    ],
)
def test_what_cannot_be_found_is_told(library: Library, query: str, kind: str) -> None:
    result = library.search(query)
    assert kind in [notice.kind for notice in result.notices]
    assert (result.hits, result.total) == ((), 0)


def test_hits_are_marked_where_they_match(library: Library) -> None:
    hit = next(
        hit
        for hit in library.search("공급망 Vietnam").hits
        if hit.text.startswith("베트남과 핵심광물 공급망 협력을")
    )
    assert {hit.text[start:end] for start, end in hit.matches} == {"공급망", "베트남"}
    with open_for_reading(library.place).connect() as connection:
        text = next(one.document.text for one in current_documents(connection) if one.doc == hit.doc)
    assert [text[start:end] for start, end in hit.places] == [
        hit.text[start:end] for start, end in hit.matches
    ]


@pytest.mark.parametrize("level", ["statement", "document"])
@pytest.mark.parametrize("sort", ["relevance", "day", "-day"])
def test_pages_hold_everything_once(library: Library, level: str, sort: str) -> None:
    query = "협력 추진 이행 supply 공급망"
    how: dict[str, Any] = {"level": level, "sort": sort}
    whole = library.search(query, limit=200, **how)
    cursor = ""
    seen: list[tuple[int, int]] = []
    while True:
        page = library.search(query, limit=2, cursor=cursor, **how)
        assert page.total == whole.total
        seen += places(page)
        if not page.next:
            break
        cursor = page.next
    assert seen == places(whole)
    assert len(seen) == whole.total > 2


def places(page: SearchResult) -> list[tuple[int, int]]:
    return [(hit.key, hit.n) for hit in page.hits] + [(document.key, 0) for document in page.documents]


def test_a_cursor_is_of_one_search(library: Library) -> None:
    cursor = library.search("협력 추진", limit=1).next
    assert cursor
    assert library.search("협력 추진", limit=1, cursor=cursor).previous == ""
    for query, bad in (("추진", cursor), ("협력 추진", "x"), ("협력 추진", "MA"), ("협력 추진", "가")):
        with pytest.raises(BadSearchCursor):
            library.search(query, cursor=bad)


def test_days_sort(library: Library) -> None:
    days = [hit.day or "" for hit in library.search("협력 공급망 supply", sort="-day").hits]
    assert days == sorted(days, reverse=True)
    assert len(set(days)) > 1


def test_facets_count_all_hits(library: Library) -> None:
    hits = library.search("협력 공급망 이행", limit=100).hits
    facets = {
        facet.name: {count.value: count.number for count in facet.counts}
        for facet in library.search("협력 공급망 이행", limit=1).facets
    }
    assert facets["act"] == Counter(hit.act for hit in hits)
    assert facets["party"] == Counter(party for hit in hits for party in hit.parties)
    assert facets["topic"] == Counter(topic for hit in hits for topic in hit.topics)
    assert facets["year"] == Counter(hit.day[:4] for hit in hits if hit.day)
    assert facets["language"] == Counter(hit.language for hit in hits)


def test_only_what_was_published_by_the_day_is_found(library: Library) -> None:
    assert {hit.doc for hit in library.search("공급망", as_of=date(2023, 6, 1)).hits} == {"plan"}
    assert library.search("공급망", as_of=date(2022, 1, 1)).total == 0
    assert library.titles("공급망", as_of=date(2023, 6, 1)) == ["plan"]


def test_documents_come_with_their_best_statements(library: Library) -> None:
    found = library.search("캠프 데이비드 정상회의", level="document").documents
    assert found[0].doc == "review"
    assert found[0].statements[0].text == "캠프 데이비드 정상회의 후속조치 이행"
    assert len({document.doc for document in found}) == len(found)


def test_fields_of_documents_must_hold_for_one_statement(library: Library) -> None:
    # The plan names Vietnam and Japan, but no statement of it promises something to both.
    assert library.titles("party:VNM act:result") == ["review"]
    assert library.titles("party:JPN act:commitment") == ["plan"]


def test_headings_help_to_rank(library: Library) -> None:
    assert "공급망 조기경보체계 구축 추진" in library.texts("경제안보")


@given(query=MIXED)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_query_is_answered(library: Library, query: str) -> None:
    statements = library.search(query, limit=200)
    assert len(statements.hits) == statements.total
    for hit in statements.hits:
        assert all(0 <= start < end <= len(hit.text) for start, end in hit.matches)
    documents = library.search(query, level="document")
    assert len(documents.documents) == documents.total <= len(TEXTS)


@pytest.mark.parametrize(
    "query",
    [
        "가" * 100_000,
        "a " * 50_000,
        "(" * 100_000,
        '"' * 1001,
        "-" * 5000,
        "\0\x01\x02",
        "\ud800",
        "party:" * 9000,
        "OR " * 9000,
        "𝕏𝕐 🇰🇷",
        "ㆍㆍㆍ",
        '"ㆍㆍ" -"ㆍ"',
        '"²" ① "½"',
        "%_\\*?~^",
        "\u202e공급망",
        "ﬁ ß İ",
        "a" * 1000 + " b",
        "year:99999",
        "year:2024..2020",
        "due:2025..2024",
        "due:0000-00-00",
    ],
)
def test_hostile_queries_are_answered(library: Library, query: str) -> None:
    for level in ("statement", "document"):
        library.search(query, level=level)


def test_an_empty_ledger_finds_nothing(new_library: Libraries) -> None:
    library = new_library({})
    assert library.search("공급망").total == 0
    assert library.search("party:VNM", level="document").total == 0
    assert library.search("").hits == ()


def test_without_an_index_nothing_is_found(new_library: Libraries, tmp_path: Path) -> None:
    library = new_library()
    bare = Library(library.place, tmp_path, library.analyser, index=tmp_path / "elsewhere")
    assert bare.search("공급망").total == 0
