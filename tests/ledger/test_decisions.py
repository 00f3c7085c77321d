"""Decisions in a ledger: what goes in comes out, once, named by the journal, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Engine, select
from tests.support.ledgers import NewLedger

from yaksok.ledger import opening, tables, writer
from yaksok.ledger.decisions import (
    add_decision,
    add_decisions,
    decision_id,
    decisions,
    newest_moment,
)
from yaksok.ledger.location import Location
from yaksok.ledger.matching import match_statements, squashed, statements_at, statements_by_id
from yaksok.ledger.reader import StoredDocument
from yaksok.ledger.units import units
from yaksok.records.decision import Decision, StatementKey
from yaksok.records.link import StatementRef

REJECT = Decision(
    id="",
    kind="reject",
    promise=StatementKey("a" * 32, "plan", "가온만에 등대를 세움"),
    later=StatementKey("b" * 32, "review", "등대 두 곳"),
    relation="fulfilled_by",
    person="김가온",
    note="다른 등대",
    decided_at="2025-01-02T03:04:05.000006+00:00",
)
NOTE = replace(REJECT, kind="note", later=None, relation=None, decided_at="2025-01-03T00:00:00.000000+00:00")


def opened(place: Location) -> tuple[Engine, int]:
    engine = opening.open_for_writing(place)
    return engine, writer.start_run(engine, command="decide", program="test", rules="test")


def all_decisions(engine: Engine) -> list[Decision]:
    with engine.connect() as connection:
        return decisions(connection)


class TestAdding:
    def test_decisions_come_back_in_order_with_their_ids(self, ledger_location: Location) -> None:
        engine, run = opened(ledger_location)
        undo = replace(REJECT, kind="undo", undoes=decision_id(REJECT))
        made = [add_decision(engine, one, run=run) for one in (NOTE, REJECT, undo)]
        assert all_decisions(engine) == made
        assert [replace(one, id="") for one in made] == [NOTE, REJECT, undo]
        with engine.connect() as connection:
            assert newest_moment(connection) == NOTE.decided_at

    def test_the_same_decision_twice_adds_nothing(self, ledger_location: Location) -> None:
        engine, run = opened(ledger_location)
        first = add_decision(engine, REJECT, run=run)
        assert add_decisions(engine, [REJECT, NOTE, NOTE], run=run) == [
            (first, False),
            (replace(NOTE, id=decision_id(NOTE)), True),
            (replace(NOTE, id=decision_id(NOTE)), False),
        ]
        assert len(all_decisions(engine)) == 2

    def test_the_journal_names_every_decision_as_the_tables_say_it(self, ledger_location: Location) -> None:
        engine, run = opened(ledger_location)
        add_decisions(engine, [REJECT, NOTE], run=run)
        add_decision(engine, REJECT, run=run)
        journal = tables.journal
        with engine.connect() as connection:
            query = select(journal.c.kind, journal.c.subject, journal.c.digest).order_by(journal.c.key)
            written = connection.execute(query.where(journal.c.kind == "decision")).all()
            assert [tuple(row) for row in written] == [tuple(unit) for unit in units(connection, "decision")]
        assert len(written) == 2

    def test_two_ledgers_give_the_same_ids(self, new_ledger: NewLedger) -> None:
        made = []
        for _ in range(2):
            engine, run = opened(new_ledger())
            made.append(add_decision(engine, REJECT, run=run).id)
        assert made[0] == made[1] == decision_id(REJECT)


@pytest.mark.parametrize(
    "other",
    [
        replace(REJECT, kind="accept"),
        replace(REJECT, promise=replace(REJECT.promise, doc="plans")),
        replace(REJECT, promise=replace(REJECT.promise, id="c" * 32)),
        replace(REJECT, later=None),
        replace(REJECT, later=StatementKey("", "", "")),
        replace(REJECT, relation=None),
        replace(REJECT, person="김가온다른 등대", note=""),
        replace(REJECT, decided_at="2025-01-02T03:04:05.000007+00:00"),
        replace(REJECT, undoes="d" * 32),
    ],
)
def test_whatever_a_decision_says_is_in_its_id(other: Decision) -> None:
    assert decision_id(other) != decision_id(REJECT)
    assert decision_id(replace(REJECT, id="ignored")) == decision_id(REJECT)


# -- finding statements again -----------------------------------------------------------------


@pytest.fixture
def ledger_of(
    line: Any, stored: Callable[..., StoredDocument], ledger_location: Location
) -> Callable[..., Engine]:
    """Makes a ledger of documents given as (address, hash letter, lines)."""

    def make(*documents: tuple[str, str, tuple[str, ...]]) -> Engine:
        engine, run = opened(ledger_location)
        for address, letter, texts in documents:
            document = stored("문서", "2024", *(line("commitment", text) for text in texts)).document
            stem = address.rpartition("/")[2].removesuffix(".txt")
            source = writer.Source(
                address=address, stem=stem, sha256=letter * 64, data=letter.encode(), rules="test"
            )
            writer.add_document(engine, source, document, run=run)
        return engine

    return make


def places(refs: tuple[StatementRef, ...]) -> list[tuple[str, int]]:
    return [(ref.doc, ref.n) for ref in refs]


def test_statements_are_found_by_id_then_by_document_then_by_words(ledger_of: Callable[..., Engine]) -> None:
    engine = ledger_of(
        ("/a/plan.txt", "a", ("등대를 세움", "항로를 엶", "협력 강화")),
        ("/a/other.txt", "b", ("등대를 세움", "협력 강화", "협력 강화")),
    )
    with engine.connect() as connection:
        (lighthouse,) = statements_at(connection, "plan", 1)
        keys = {
            "by id": StatementKey(lighthouse.id, "elsewhere", "다른 말"),
            "by document": StatementKey("0" * 32, "plan", "등대를  세움."),
            "by words": StatementKey("0" * 32, "gone", "“항로를 엶”"),
            "twice in all": StatementKey("0" * 32, "gone", "등대를 세움"),
            "twice in its document": StatementKey("0" * 32, "other", "협력 강화"),
            "nowhere": StatementKey("0" * 32, "plan", "없는 말"),
            "no words": StatementKey("0" * 32, "plan", "—"),
        }
        found = match_statements(connection, keys.values())
    told = {name: (found[key].how, places(found[key].refs)) for name, key in keys.items()}
    assert told == {
        "by id": ("id", [("plan", 1)]),
        "by document": ("document and words", [("plan", 1)]),
        "by words": ("words", [("plan", 2)]),
        "twice in all": ("ambiguous", []),
        "twice in its document": ("ambiguous", []),
        "nowhere": ("lost", []),
        "no words": ("lost", []),
    }


def test_only_current_versions_are_searched(ledger_of: Callable[..., Engine]) -> None:
    engine = ledger_of(
        ("/a/plan.txt", "a", ("등대를 세움", "항로를 엶")), ("/a/plan.txt", "c", ("항로를 엶", "부두를 지음"))
    )
    with engine.connect() as connection:
        (moved,) = statements_at(connection, "plan", 1)
        assert moved.text == "항로를 엶"
        gone = StatementKey("0" * 32, "plan", "등대를 세움")
        stays = StatementKey("0" * 32, "plan", "항로를 엶")
        found = match_statements(connection, [gone, stays])
        assert statements_by_id(connection, moved.id[:8]) == [moved]
    assert (found[gone].how, found[stays].refs) == ("lost", (moved,))


def test_many_keys_at_once(ledger_of: Callable[..., Engine]) -> None:
    texts = tuple(f"제{n}차 회의를 엶" for n in range(1, 901))
    engine = ledger_of(("/a/plan.txt", "a", texts))
    keys = [StatementKey(f"{n:032x}", "plan", f"제{n}차 회의를 엶") for n in range(1, 901)]
    with engine.connect() as connection:
        found = match_statements(connection, keys)
    assert [found[key].refs[0].n for key in keys] == list(range(1, 901))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("등대를  세움", "등대를\n세움."),
        ("“등대”를 세움", "'등대'를 세움"),
        ("한·미·일 협력", "한미일 협력"),
        ("(등대) 세움", "등대 세움"),
        ("Lighthouse Plan", "LIGHTHOUSE PLAN"),
        ("\u1100\u1161온", "가온"),
    ],
)
def test_words_are_the_same_however_they_are_set(one: str, other: str) -> None:
    assert squashed(one) == squashed(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1.5% 증가", "15% 증가"),
        ("-3% 성장", "3% 성장"),
        ("23.4월", "234월"),
        ("10~12월", "1012월"),
        ("$100 지원", "€100 지원"),
        ("5% 감축", "5 감축"),
        ("100,000명", "100.000명"),
    ],
)
def test_other_amounts_are_other_words(one: str, other: str) -> None:
    assert squashed(one) != squashed(other)
