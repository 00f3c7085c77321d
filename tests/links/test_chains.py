"""Chains derived from links: what joins, what hangs on, how they end, and that nothing depends on order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import Line, make_stored
from tests.support.chains import chains

from yaksok.ledger.reader import StoredDocument
from yaksok.links.chains import chain_of
from yaksok.records.chain import Chain
from yaksok.records.link import Link, LinkState, Reasons, Relation

Stored = Callable[..., StoredDocument]
Ledger = Sequence[StoredDocument]

RELATIONS: tuple[Relation, ...] = (
    "fulfilled_by",
    "partly_fulfilled_by",
    "progressed_by",
    "restated_as",
    "continued_as",
    "superseded_by",
    "contradicted_by",
)


def link(
    documents: Ledger,
    source: tuple[int, int],
    target: tuple[int, int],
    relation: Relation = "restated_as",
    score: float = 0.5,
    *,
    state: LinkState = "proposed",
) -> Link:
    """A link between statements given by the places of document and statement, both from 0."""
    ends = [documents[d].ref(documents[d].document.statements[n]) for d, n in (source, target)]
    return Link(ends[0], ends[1], relation, score, Reasons("made for a test"), state=state)


@pytest.fixture
def plans(stored: Stored, line: Any) -> Ledger:
    """Three plans of four promises about two matters, and a report of two results."""
    return [
        stored(f"plan{year}", f"{year}-03", *(line("commitment", text) for text in texts))
        for year, texts in (
            (
                2019,
                ("누리 갯벌 보전 지도 제작", "누리 갯벌 조사선 건조", "등대 박물관 보수", "등대 안내원 양성"),
            ),
            (
                2020,
                ("누리 갯벌 보전 지도 완성", "누리 갯벌 조사선 진수", "등대 박물관 증축", "등대 안내원 파견"),
            ),
            (
                2021,
                ("누리 갯벌 보전 지도 배포", "누리 갯벌 조사선 운항", "등대 박물관 개방", "등대 안내원 증원"),
            ),
        )
    ] + [
        stored(
            "review",
            "2022-01",
            line("result", "누리 갯벌 보전 지도 배포"),
            line("result", "등대 박물관 철회"),
        )
    ]


def shape(found: Iterable[Chain]) -> list[list[str]]:
    return [[f"{ref.doc}:{ref.n}" for ref in chain.promises] for chain in found if len(chain.promises) > 1]


def test_links_between_promises_join_them(plans: Ledger) -> None:
    found = chains(plans, [link(plans, (0, 0), (1, 0)), link(plans, (1, 0), (2, 0), "continued_as")])
    assert shape(found) == [["plan2019:1", "plan2020:1", "plan2021:1"]]
    chain = next(chain for chain in found if len(chain.promises) > 1)
    assert [(step.kind, step.date) for step in chain.steps] == [
        ("first_stated", "2019-03"),
        ("restated", "2020-03"),
        ("restated", "2021-03"),
    ]
    assert len(found) == 10


def test_a_weak_link_joins_nothing(plans: Ledger) -> None:
    assert shape(chains(plans, [link(plans, (0, 0), (1, 0), score=0.2)])) == []


def test_a_link_joins_where_each_end_is_the_best_of_the_other(plans: Ledger) -> None:
    rivals = [link(plans, (0, 0), (1, 0), score=0.5), link(plans, (0, 1), (1, 0), score=0.4)]
    assert shape(chains(plans, rivals)) == [["plan2019:1", "plan2020:1"]]
    assert shape(chains(plans, [*rivals, link(plans, (0, 1), (1, 1), score=0.45)])) == [
        ["plan2019:1", "plan2020:1"],
        ["plan2019:2", "plan2020:2"],
    ]


def test_what_shares_no_matter_joins_only_when_strong(plans: Ledger) -> None:
    assert shape(chains(plans, [link(plans, (0, 0), (1, 2), score=0.5)])) == []
    assert shape(chains(plans, [link(plans, (0, 0), (1, 2), score=0.7)])) == [["plan2019:1", "plan2020:3"]]


def test_a_person_joins_and_parts(plans: Ledger) -> None:
    weak = link(plans, (0, 0), (1, 2), score=0.01)
    assert shape(chains(plans, [replace(weak, state="accepted")])) == [["plan2019:1", "plan2020:3"]]
    assert shape(chains(plans, [replace(weak, state="relabelled")])) == [["plan2019:1", "plan2020:3"]]
    strong = link(plans, (0, 0), (1, 0), score=0.9)
    assert shape(chains(plans, [replace(strong, state="rejected")])) == []


def test_two_strong_links_into_one_promise_merge_two_chains(plans: Ledger) -> None:
    found = chains(plans, [link(plans, (0, 0), (1, 0), score=0.9), link(plans, (0, 1), (1, 0), score=0.8)])
    assert shape(found) == [["plan2019:1", "plan2020:1"]]
    going_on, ended = found[0], found[1]
    assert [change.kind for change in going_on.steps[1].changes] == ["merged"]
    assert going_on.steps[1].changes[0].before == "누리 갯벌 조사선 건조"
    assert (ended.steps[-1].kind, ended.steps[-1].into) == ("ended", going_on.id)
    assert ended.has_ended
    assert not going_on.has_ended


def test_a_merged_chain_with_a_promise_of_its_own_goes_on(plans: Ledger) -> None:
    found = chains(
        plans,
        [
            link(plans, (0, 0), (1, 0), score=0.9),
            link(plans, (0, 1), (1, 0), score=0.8),
            link(plans, (0, 1), (2, 1), score=0.7),
        ],
    )
    assert shape(found) == [["plan2019:1", "plan2020:1"], ["plan2019:2", "plan2021:2"]]
    assert [step.kind for step in found[1].steps] == ["first_stated", "reported", "restated"]


def test_a_promise_that_goes_on_as_two_is_split(plans: Ledger) -> None:
    found = chains(plans, [link(plans, (0, 0), (1, 0), score=0.9), link(plans, (0, 0), (1, 1), score=0.8)])
    assert shape(found) == [["plan2019:1", "plan2020:1", "plan2020:2"]]
    assert [[change.kind for change in step.changes] for step in found[0].steps] == [[], ["split"], ["split"]]


def test_reports_hang_on_the_chain_and_the_first_outcome_ends_it(plans: Ledger) -> None:
    found = chains(
        plans,
        [
            link(plans, (0, 0), (1, 0)),
            link(plans, (0, 0), (3, 0), "progressed_by"),
            link(plans, (1, 0), (3, 0), "fulfilled_by", 0.3),
            link(plans, (1, 0), (3, 1), "contradicted_by"),
        ],
    )
    assert [(step.kind, [change.kind for change in step.changes]) for step in found[0].steps] == [
        ("first_stated", []),
        ("restated", []),
        ("ended", ["fulfilled"]),
        ("reported", ["withdrawn"]),
    ]
    assert found[0].steps[2].link is not None
    assert found[0].steps[2].link.relation == "fulfilled_by"


def test_a_promise_after_an_outcome_opens_the_chain_again(plans: Ledger, stored: Stored, line: Any) -> None:
    later = stored("plan2023", "2023-03", line("commitment", "누리 갯벌 보전 지도 개정판 제작"))
    documents = [*plans, later]
    links = [link(documents, (0, 0), (3, 0), "fulfilled_by"), link(documents, (0, 0), (4, 0), score=0.7)]
    found = chains(documents, links)
    assert [step.kind for step in found[0].steps] == ["first_stated", "reported", "restated"]
    assert not found[0].has_ended


def test_what_is_replaced_by_a_result_ends_and_by_a_joined_promise_goes_on(plans: Ledger) -> None:
    ended = chains(plans, [link(plans, (0, 0), (3, 0), "superseded_by")])[0]
    assert [(step.kind, [change.kind for change in step.changes]) for step in ended.steps[1:]] == [
        ("ended", ["replaced"])
    ]
    joined = chains(plans, [link(plans, (0, 0), (1, 0), "superseded_by", 0.9)])[0]
    assert [(step.kind, [change.kind for change in step.changes]) for step in joined.steps[1:]] == [
        ("changed", ["replaced"])
    ]


def test_what_is_replaced_by_a_promise_of_another_chain_names_that_chain(plans: Ledger) -> None:
    links = [link(plans, (0, 2), (1, 0), "superseded_by", 0.2), link(plans, (0, 0), (1, 0), score=0.9)]
    found = {
        chain.steps[0].statement.n: chain
        for chain in chains(plans, links)
        if chain.promises[0].doc == "plan2019"
    }
    assert (found[3].steps[-1].kind, found[3].steps[-1].into) == ("ended", found[1].id)


def test_changes_are_compared_with_the_last_promise_before(stored: Stored, line: Any) -> None:
    def plan(year: int, words: str) -> StoredDocument:
        time = (words, None, f"{words[:4]}-12-31", "due")
        return stored(
            f"plan{year}", f"{year}-03", line("commitment", f"누리 포털 {words} 구축", times=[time])
        )

    documents = [plan(2019, "2020년까지"), plan(2020, "2022년까지"), plan(2021, "2022년까지")]
    links = [
        link(documents, (0, 0), (1, 0), score=0.7),
        link(documents, (0, 0), (2, 0), score=0.9),
        link(documents, (1, 0), (2, 0), score=0.8),
    ]
    (chain,) = chains(documents, links)
    assert [[change.kind for change in step.changes] for step in chain.steps] == [[], ["postponed"], []]


def test_amounts_for_other_parties_are_other_promises(stored: Stored, line: Any) -> None:
    one = line("commitment", "2030년까지 누리 원조를 2배로 확대", amounts=[("2배", 2, "times")])
    other = line(
        "commitment", "2030년까지 케냐 누리 원조를 2배로 확대", amounts=[("2배", 2, "times")], parties=["KEN"]
    )
    documents = [stored("plan2019", "2019", one), stored("plan2020", "2020", other)]
    assert shape(chains(documents, [link(documents, (0, 0), (1, 0), score=0.9)])) == []


def test_what_a_document_says_twice_is_one_promise(stored: Stored, line: Any) -> None:
    text = "누리 갯벌 보전 지도 제작"
    plan = stored(
        "plan", "2019", line("commitment", text), line("commitment", "등대 보수"), line("commitment", text)
    )
    assert shape(chains([plan], [])) == [["plan:1", "plan:3"]]
    short = stored("plan", "2019", line("commitment", "협력 강화"), line("commitment", "협력 강화"))
    assert shape(chains([short], [])) == []


def test_the_id_stays_while_the_first_statement_stands(plans: Ledger) -> None:
    alone = chains(plans, [])[0]
    joined = chains(
        plans, [link(plans, (0, 0), (1, 0), score=0.9), link(plans, (0, 0), (3, 0), "progressed_by")]
    )[0]
    assert alone.id == joined.id
    assert len({chain.id for chain in chains(plans, [])}) == 12


def test_links_to_documents_that_are_not_there_count_for_nothing(plans: Ledger) -> None:
    found = chains(plans[:1], [link(plans, (0, 0), (1, 0), score=0.9)])
    assert [len(chain.steps) for chain in found] == [1, 1, 1, 1]


def test_no_chain_for_what_is_no_promise(plans: Ledger) -> None:
    by_version = {stored.version: stored for stored in plans}
    report = plans[3].ref(plans[3].document.statements[0])
    assert chain_of(report, lambda _: (), by_version.__getitem__) is None


ENDS = st.tuples(st.integers(0, 3), st.integers(0, 3))
LINKS = st.lists(
    st.tuples(
        ENDS,
        ENDS,
        st.sampled_from(RELATIONS),
        st.sampled_from((0.1, 0.3, 0.35, 0.5, 0.6, 0.8)),
        st.sampled_from(("proposed", "proposed", "proposed", "accepted", "rejected")),
    ),
    max_size=24,
)


def _made(documents: Ledger, drawn: Sequence[tuple[Any, ...]]) -> list[Link]:
    return [
        link(documents, source, target, relation, score, state=state)
        for source, target, relation, score, state in drawn
        if all(n < len(documents[d].document.statements) for d, n in (source, target)) and source != target
    ]


@pytest.fixture(scope="module")
def drawn_on() -> Ledger:
    """Documents for properties; one of them has no date."""
    words = ("누리 갯벌 보전 지도", "누리 갯벌 조사선", "등대 박물관", "누리 갯벌 보전 지도")
    return [
        make_stored("plan2019", "2019-03", *(Line("commitment", f"{each} 마련") for each in words)),
        make_stored("plan2020", "2020-03", *(Line("commitment", f"{each} 점검") for each in words)),
        make_stored("plan", None, *(Line("commitment", f"{each} 정비") for each in words)),
        make_stored("review", "2022-01", *(Line("result", f"{each} 점검") for each in words[:3])),
    ]


@settings(max_examples=60, deadline=None)
@given(drawn=LINKS, random=st.randoms(use_true_random=False))
def test_properties(drawn_on: Ledger, drawn: Sequence[tuple[Any, ...]], random: Any) -> None:
    links = _made(drawn_on, drawn)
    found = chains(drawn_on, links)
    # Every promise in exactly one chain.
    members = Counter((ref.version, ref.n) for chain in found for ref in chain.promises)
    promised = set(members)
    assert set(members.values()) == {1}
    assert {
        (d.version, s.n) for d in drawn_on for s in d.document.statements if s.act == "commitment"
    } <= promised
    # Whatever the order of documents and links.
    documents, shuffled = list(drawn_on), list(links)
    random.shuffle(documents)
    random.shuffle(shuffled)
    assert chains(documents, shuffled) == found
    # Steps in the order of time; undated documents last.
    for chain in found:
        dates = [step.date or "9999" for step in chain.steps]
        assert dates == sorted(dates)


@settings(max_examples=30, deadline=None)
@given(drawn=LINKS)
def test_rejected_links_never_join(drawn_on: Ledger, drawn: Sequence[tuple[Any, ...]]) -> None:
    rejected = [replace(each, state="rejected") for each in _made(drawn_on, drawn)]
    assert chains(drawn_on, rejected) == chains(drawn_on, [])


def test_the_real_documents_make_no_blob(
    five_documents: list[StoredDocument], five_links: list[Link]
) -> None:
    found = chains(five_documents, five_links, from_each=False)
    sizes = [len(chain.promises) for chain in found]
    assert max(sizes) <= 8
    assert 20 <= sum(size > 1 for size in sizes) <= sum(sizes) / 5
