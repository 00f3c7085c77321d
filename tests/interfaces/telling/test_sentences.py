"""Every kind of what can be told is told in both languages, and no sentence of one is left in the other."""

from __future__ import annotations

import re
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yaksok.fulfilment import sentences as english
from yaksok.fulfilment.grading import UNGRADED as WITHOUT
from yaksok.fulfilment.grading import Scheme, scheme, schemes
from yaksok.interfaces.deciding import Standing
from yaksok.interfaces.telling import messages, words
from yaksok.interfaces.telling.catalogues import catalogue
from yaksok.interfaces.telling.sentences import Sentences
from yaksok.interfaces.telling.telling import Telling
from yaksok.ledger.writer import Outcome as Taken
from yaksok.records import chain, commitment, decision, link, promise, proof, statement
from yaksok.records.commitment import STATUSES, Change
from yaksok.records.link import Reasons, StatementRef
from yaksok.records.promise import Deadline, NumericTarget, Term, Worded
from yaksok.records.proof import Miss, Point, Scope, Search
from yaksok.reference.tables import rows
from yaksok.views.places import Where

LATIN = re.compile(r"[a-z]{2,} [a-z]{2,}")
QUOTE = re.compile(r"“.*?”|「.*?」", re.DOTALL)
REF = StatementRef("v1", "2024-plan", 12, "협정을 체결하였다", (0, 9), "0" * 32)
LONG = StatementRef("v1", "2024-plan", 13, "가" * 200, (10, 210), "1" * 32)

days = st.dates().map(lambda day: day.isoformat())
published = st.one_of(st.none(), days, days.map(lambda day: day[:7]), days.map(lambda day: day[:4]))
refs = st.sampled_from((REF, LONG))
stems = st.lists(st.sampled_from(("2024-plan", "2025-self-evaluation", "x")), max_size=6).map(tuple)
texts = st.text(st.characters(codec="utf-8"), max_size=30)

points = st.builds(
    Point,
    kind=st.sampled_from(get_args(proof.PointKind)),
    statement=st.one_of(st.none(), refs),
    published=published,
    day=st.one_of(st.just(""), days),
    due=st.one_of(st.just(""), days),
    words=texts,
    inherited=st.booleans(),
    documents=stems,
    number=st.integers(0, 5000),
    reach=st.sampled_from(get_args(proof.Reach)),
)
searches = st.builds(
    Search,
    outcome=st.sampled_from(get_args(proof.SearchOutcome)),
    scope=st.builds(
        Scope,
        reach=st.sampled_from(get_args(proof.Reach)),
        number=st.integers(0, 5000),
        documents=stems,
        since=st.one_of(st.none(), days),
        until=st.one_of(st.none(), days),
        others=st.integers(0, 5000),
    ),
)
misses = st.builds(
    Miss,
    statement=refs,
    score=st.floats(0, 1),
    reason=st.sampled_from(get_args(proof.MissReason)),
    published=published,
)
changes = st.builds(
    Change,
    kind=st.sampled_from(get_args(proof.ChangeKind)),
    status=st.sampled_from(STATUSES),
    late=st.booleans(),
    weight=st.just(1.0),
    day=st.one_of(st.just(""), days),
    statements=st.lists(refs, min_size=1, max_size=3).map(tuple),
    score=st.floats(0, 1),
    documents=st.integers(0, 3),
)


def foreign(told: str) -> list[str]:
    """English words that are left in a Korean sentence, outside of quotes and names of documents."""
    plain = QUOTE.sub("", told).replace("2024-plan", "").replace("2025-self-evaluation", "")
    return LATIN.findall(plain)


@given(points)
@settings(max_examples=300, deadline=None)
def test_every_step_of_a_proof_is_told(point: Point) -> None:
    (korean,) = Sentences("ko").proof((point,))
    assert korean
    assert re.search("[가-힣]", korean)
    assert Sentences("en").proof((point,)) == english.proof_sentences((point,))
    assert Telling("ko", {}).point(point)
    assert Telling("en", {}).point(point)


@pytest.mark.parametrize("kind", get_args(proof.PointKind))
@pytest.mark.parametrize("reach", get_args(proof.Reach))
def test_no_step_is_left_in_english(kind: Any, reach: Any) -> None:
    point = Point(
        kind,
        REF,
        "2024-10",
        "2024-10-24",
        "2024-12-31",
        "연내",
        documents=("2024-plan",),
        number=1,
        reach=reach,
    )
    (told,) = Sentences("ko").proof((point,))
    assert foreign(told) == []
    assert ("연내" in told or REF.text in told or "2024" in told) or kind == "no_due"


@given(searches)
@settings(deadline=None)
def test_every_search_is_told(search: Search) -> None:
    told = Sentences("ko").search(search)
    assert foreign(told) == []
    assert re.search("[가-힣]", told)
    assert Sentences("en").search(search) == english.search_sentence(search)
    assert Sentences("ko").search(None) == Sentences("en").search(None) == ""


@given(misses)
@settings(deadline=None)
def test_every_near_miss_is_told(miss: Miss) -> None:
    told = Sentences("ko").miss(miss)
    assert foreign(told) == []
    assert miss.statement.text[:60] in told
    assert Sentences("en").miss(miss) == english.miss_sentence(miss)


@given(changes)
@settings(deadline=None)
def test_every_change_is_told(change: Change) -> None:
    told = Sentences("ko").change(change)
    assert foreign(told) == []
    assert told.rsplit(" → ", 1)[1].startswith(catalogue("ko").gettext(words.STATUS_WORDS[change.status]))
    assert Sentences("en").change(change) == english.change_sentence(change)


@given(
    st.sampled_from(get_args(promise.DeadlineKind)),
    st.one_of(st.none(), days),
    st.integers(0, 30),
    st.integers(0, 90),
)
@settings(deadline=None)
def test_every_deadline_is_told(kind: Any, day: str | None, months: int, count: int) -> None:
    deadline = Deadline(
        kind, "연내", (0, 2), date=day, interval=Term(months, count), every=Term(months=months, days=count)
    )
    assert foreign(Telling("ko", {}).deadline(deadline)) == []
    assert Telling("en", {}).deadline(deadline)


@pytest.mark.parametrize("comparison", get_args(promise.Comparison))
def test_every_target_is_told(comparison: Any) -> None:
    target = NumericTarget(
        indicator=Worded("교역액", (0, 3)),
        value=2000,
        unit="USD",
        comparison=comparison,
        words=Worded("2,000억불", (4, 10)),
        by="2025-12-31",
    )
    assert foreign(Telling("ko", {}).target(target)) == []


@given(st.builds(Where, *(st.integers(0, 9) for _ in range(6)), texts))
@settings(deadline=None)
def test_every_place_is_told(place: Where) -> None:
    korean, plain = Sentences("ko").where(place), Sentences("en").where(place)
    assert bool(korean) == bool(plain)
    assert foreign(korean) == []


def test_reasons_keep_the_words_that_are_shared() -> None:
    reasons = Reasons(
        "the later statement reports where it stands",
        words=("체결",),
        parties=("USA",),
        programmes=("KASI",),
        names=("협정",),
        times=("10월",),
        amounts=("3건",),
        event="a part of what its heading names (개최)",
    )
    told = Sentences("ko").reasons(reasons)
    assert foreign(told) == []
    for word in ("체결", "미국", "KASI", "협정", "10월", "3건", "개최"):
        assert word in told
    assert Sentences("en").reasons(reasons) == reasons.sentence()


# -- tables of messages -----------------------------------------------------------------------

TABLES: dict[str, tuple[dict[str, str], Any]] = {
    "status": (words.STATUS_WORDS, commitment.Status),
    "act": (words.ACT_WORDS, statement.Act),
    "role": (words.STATEMENT_ROLE_WORDS, statement.Role),
    "genre": (words.GENRE_WORDS, statement.Genre),
    "language": (words.LANGUAGE_WORDS, statement.Language),
    "relation": (words.RELATION_WORDS, link.Relation),
    "strength": (words.STRENGTH_WORDS, promise.Level),
    "search": (words.SEARCH_WORDS, proof.SearchOutcome),
    "reach": (messages.REACHES, proof.Reach),
    "miss": (messages.MISSES, proof.MissReason),
    "provenance": (messages.PROVENANCES, commitment.Provenance),
    "state": (messages.STATES, link.LinkState),
    "part": (messages.PARTS, promise.PartName),
    "deadline": (messages.DEADLINES, promise.DeadlineKind),
    "comparison": (messages.COMPARISONS, promise.Comparison),
    "outcome": (messages.OUTCOMES, promise.Outcome),
    "step": (messages.STEPS, chain.StepKind),
    "change": (messages.CHAIN_CHANGES, chain.ChangeKind),
    "decision": (messages.DECISIONS, decision.DecisionKind),
    "standing": (messages.STANDINGS, Standing),
    "taken": (messages.TAKEN, Taken),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_a_word_for_each_value_and_no_other(name: str) -> None:
    table, values = TABLES[name]
    assert set(table) == set(get_args(values))
    korean = [catalogue("ko").gettext(message) for message in table.values()]
    assert [told for told in korean if re.search("[a-z]", re.sub(r"%\(\w+\)s", "", told))] == []


def test_every_reason_for_no_grade_has_its_words() -> None:
    assert set(messages.UNGRADED) == set(WITHOUT)


# -- notes of grading schemes -----------------------------------------------------------------


@pytest.mark.parametrize("table", ["grading_schemes", "grading_rules"])
def test_every_note_stands_in_both_languages(table: str) -> None:
    odd = [row for row in rows(table) if bool(row["note"]) != bool(row["korean_note"])]
    assert odd == []
    told = [row["korean_note"] for row in rows(table) if row["korean_note"]]
    assert told
    assert [note for note in told if not re.search("[가-힣]", note) or LATIN.search(note)] == []
    # The same note is told in one way.
    assert len({row["note"] for row in rows(table)}) == len({row["korean_note"] for row in rows(table)})


def test_a_scheme_gives_its_note_in_the_language() -> None:
    noted: list[Scheme] = [scheme(name) for name in schemes() if scheme(name).note]
    assert noted
    for one in noted:
        assert one.note_in("en") == one.note
        assert one.note_in("ko") == one.korean_note != one.note
