"""The newest decision that holds decides on a pair; undone ones do not count; lost ones are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.ledger.matching import Match
from yaksok.links.deciding import apply_decisions, key_of, standing, taken_back
from yaksok.records.decision import Decision, DecisionKind, StatementKey
from yaksok.records.link import Link, Reasons, Relation, StatementRef

START = datetime(2025, 1, 1, tzinfo=UTC)


def ref(doc: str, n: int) -> StatementRef:
    return StatementRef(f"version of {doc}", doc, n, f"{doc}의 {n}번", (n, n + 1), id=f"{doc}-{n}")


PROMISE, LATER, OTHER = ref("plan", 1), ref("review", 1), ref("review", 2)
LINK = Link(PROMISE, LATER, "progressed_by", 0.4, Reasons("the rule"))
REFS = {key_of(one): one for one in (PROMISE, LATER, OTHER)}


def find(key: StatementKey) -> Match:
    return Match((REFS[key],), "id") if key in REFS else Match((), "lost")


def decision(
    kind: DecisionKind,
    *,
    at: int,
    later: StatementRef | None = LATER,
    relation: Relation | None = "progressed_by",
    undoes: str = "",
    name: str = "",
) -> Decision:
    return Decision(
        id=name or f"{kind} {at}",
        kind=kind,
        promise=key_of(PROMISE),
        later=key_of(later) if later else None,
        relation=relation,
        person="가온",
        note="",
        decided_at=(START + timedelta(seconds=at)).isoformat(timespec="microseconds"),
        undoes=undoes,
    )


@pytest.mark.parametrize(
    ("kind", "state"),
    [("accept", "accepted"), ("reject", "rejected"), ("relabel", "relabelled"), ("note", "proposed")],
)
def test_a_decision_gives_a_link_its_state(kind: DecisionKind, state: str) -> None:
    made = decision(kind, at=1)
    (link,) = apply_decisions([LINK], [made], find=find)
    assert (link.state, link.decision) == (state, made.id if kind != "note" else "")
    assert (link.score, link.reasons, link.proposer) == (LINK.score, LINK.reasons, LINK.proposer)


def test_what_was_accepted_keeps_its_relation_when_the_program_proposes_another() -> None:
    made = decision("accept", at=1, relation="fulfilled_by")
    assert apply_decisions([LINK], [made], find=find)[0].relation == "fulfilled_by"


def test_what_was_rejected_shows_the_relation_of_the_program() -> None:
    made = decision("reject", at=1, relation="fulfilled_by")
    assert apply_decisions([LINK], [made], find=find)[0].relation == "progressed_by"


def test_the_newest_holds_whatever_the_order_of_writing() -> None:
    old, new = decision("accept", at=1), decision("reject", at=2)
    for order in ([old, new], [new, old]):
        assert apply_decisions([LINK], order, find=find)[0].state == "rejected"


@pytest.mark.parametrize(
    ("kind", "state"), [("draw", "accepted"), ("accept", "accepted"), ("relabel", "relabelled")]
)
def test_links_that_the_program_does_not_propose_come_back_as_the_persons(
    kind: DecisionKind, state: str
) -> None:
    made = decision(kind, at=1, later=OTHER, relation="restated_as")
    first, second = apply_decisions([LINK], [made], find=find)
    assert (first.source, first.target, first.relation) == (PROMISE, OTHER, "restated_as")
    assert (first.proposer, first.state, first.score, first.decision) == ("가온", state, 1.0, made.id)
    assert second == LINK


def test_what_was_rejected_and_is_not_proposed_is_no_link() -> None:
    assert apply_decisions([], [decision("draw", at=1), decision("reject", at=2)], find=find) == []


def test_two_decisions_with_other_keys_of_one_pair_meet() -> None:
    old_key = StatementKey("id of an earlier reading", LATER.doc, LATER.text)
    matches = {**REFS, old_key: LATER}
    old = replace(decision("reject", at=1), later=old_key)
    new = decision("accept", at=2)
    (link,) = apply_decisions([LINK], [old, new], find=lambda key: Match((matches[key],), "id"))
    assert link.state == "accepted"


def test_lost_statements_are_never_guessed() -> None:
    lost = replace(decision("accept", at=1), later=StatementKey("gone", "review", "사라진 말"))
    assert apply_decisions([LINK], [lost], find=find) == [LINK]


def test_an_undo_of_an_undo_restores() -> None:
    reject = decision("reject", at=1)
    undo = decision("undo", at=2, undoes=reject.id, name="first")
    again = decision("undo", at=3, undoes="first", name="second")
    states = [
        apply_decisions([LINK], made, find=find)[0].state
        for made in ([reject], [reject, undo], [reject, undo, again])
    ]
    assert states == ["rejected", "proposed", "rejected"]


def test_an_undo_without_its_decision_waits_for_it() -> None:
    reject = decision("reject", at=1)
    undo = decision("undo", at=2, undoes=reject.id)
    assert taken_back([undo]) == {reject.id}
    assert apply_decisions([LINK], [undo, reject], find=find)[0].state == "proposed"


def test_a_long_chain_of_undos_is_followed_to_its_end() -> None:
    chain = [decision("reject", at=0, name="0")]
    chain += [decision("undo", at=n, undoes=str(n - 1), name=str(n)) for n in range(1, 5_001)]
    assert apply_decisions([LINK], chain, find=find)[0].state == "rejected"
    assert apply_decisions([LINK], chain[:-1], find=find)[0].state == "proposed"


def test_undos_that_name_each_other_end() -> None:
    # Ids are hashes of what a decision undoes, so this cannot come about; it must not hang all the same.
    circle = [decision("undo", at=n, undoes=str((n + 1) % 3), name=str(n)) for n in range(3)]
    assert taken_back(circle) == set()


class Model:
    """What should hold, by the simplest means: a list of decisions, each with the undos on it."""

    def __init__(self) -> None:
        self.made: list[Decision] = []
        self.numbers = count(1)

    def add(self, kind: DecisionKind, *, undoes: str = "") -> None:
        at = next(self.numbers)
        self.made.append(decision(kind, at=at, undoes=undoes, name=f"d{at}"))

    def holds(self, identity: str) -> bool:
        return not any(one.undoes == identity and self.holds(one.id) for one in self.made)

    def state(self) -> str:
        states = {"accept": "accepted", "reject": "rejected", "relabel": "relabelled", "draw": "accepted"}
        found = [states[one.kind] for one in self.made if one.kind in states and self.holds(one.id)]
        return found[-1] if found else "proposed"


STEPS = st.one_of(
    st.sampled_from(["accept", "reject", "relabel", "draw", "note"]), st.integers(min_value=0, max_value=11)
)


@given(st.lists(STEPS, max_size=12), st.randoms(use_true_random=False))
def test_any_sequence_of_decisions_and_undos(steps: list[str | int], random: object) -> None:
    model = Model()
    for step in steps:
        if isinstance(step, str):
            model.add(step)  # type: ignore[arg-type]
        elif step < len(model.made):
            model.add("undo", undoes=model.made[step].id)
    written = list(model.made)
    random.shuffle(written)  # type: ignore[attr-defined]
    assert apply_decisions([LINK], written, find=find)[0].state == model.state()
    assert {one.id for one in standing(written)} == {one.id for one in model.made if model.holds(one.id)}
