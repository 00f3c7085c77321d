"""What goes into a ledger comes out of it, once, and nothing is ever changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine
from tests.support.ledgers import NewLedger

from yaksok.ledger import opening, reader, tables, writer
from yaksok.ledger.identity import digest, statement_id
from yaksok.ledger.location import Location
from yaksok.ledger.rows import mention_rows, statement_rows, statements_from_rows
from yaksok.records.mentions import NameMention, PartyMention, QuantityMention, TimeMention
from yaksok.records.problem import Problem
from yaksok.records.statement import Document, Statement


@pytest.fixture
def document(line: Any, stored: Callable[..., reader.StoredDocument]) -> Document:
    return stored(
        "plan",
        "2019-03",
        line("none", "누리 협력", role="heading"),
        line(
            "commitment",
            "2020년까지 교역량 300억불 달성, 「가온 협정」 체결",
            parties=["RUS"],
            times=[("2020년까지", None, "2020-12-31", "due")],
            amounts=[("300억불", 30_000_000_000, "USD")],
            names=["「가온 협정」"],
            under=1,
        ),
        line("context", "비율은 0.15", amounts=[("0.15", 0.15, "percent")], under=2),
    ).document


def source(address: str = "/papers/plan.txt", sha256: str = "a" * 64) -> writer.Source:
    return writer.Source(address=address, stem=Path(address).stem, sha256=sha256, data=b"", rules="test")


def all_documents(place: Location) -> list[reader.StoredDocument]:
    with opening.open_for_reading(place).connect() as connection:
        return list(reader.current_documents(connection))


class TestAdding:
    def test_a_document_comes_back_as_it_was(self, ledger_location: Location, document: Document) -> None:
        engine = opening.open_for_writing(ledger_location)
        run = writer.start_run(engine, command="add", program="test", rules="test")
        assert writer.add_document(engine, source(), document, run=run) == ("added", "plan")
        assert [stored.document for stored in all_documents(ledger_location)] == [document]

    def test_the_same_file_twice_adds_nothing(self, ledger_location: Location, document: Document) -> None:
        engine = opening.open_for_writing(ledger_location)
        run = writer.start_run(engine, command="add", program="test", rules="test")
        writer.add_document(engine, source(), document, run=run)
        assert writer.add_document(engine, source(), document, run=run) == ("unchanged", "plan")
        with engine.connect() as connection:
            assert reader.totals(connection) == reader.Totals(1, 1, 3, 0)

    def test_a_copy_at_another_address_adds_nothing(
        self, ledger_location: Location, document: Document
    ) -> None:
        engine = opening.open_for_writing(ledger_location)
        run = writer.start_run(engine, command="add", program="test", rules="test")
        writer.add_document(engine, source(), document, run=run)
        copy = source("/elsewhere/copy.txt")
        assert writer.add_document(engine, copy, document, run=run) == ("copy", "plan")

    def test_a_changed_file_is_a_new_version_and_the_old_one_stays(
        self, ledger_location: Location, document: Document
    ) -> None:
        engine = opening.open_for_writing(ledger_location)
        run = writer.start_run(engine, command="add", program="test", rules="test")
        writer.add_document(engine, source(), document, run=run)
        changed = replace(document, title="둘째 판")
        assert writer.add_document(engine, source(sha256="b" * 64), changed, run=run)[0] == "new version"
        assert [stored.document.title for stored in all_documents(ledger_location)] == ["둘째 판"]
        with engine.connect() as connection:
            assert reader.totals(connection) == reader.Totals(1, 2, 3, 0)

    def test_a_file_changed_back_is_a_third_version(
        self, ledger_location: Location, document: Document
    ) -> None:
        engine = opening.open_for_writing(ledger_location)
        run = writer.start_run(engine, command="add", program="test", rules="test")
        for sha256 in ("a" * 64, "b" * 64, "a" * 64):
            outcome = writer.add_document(engine, source(sha256=sha256), document, run=run)[0]
        assert outcome == "new version"
        with engine.connect() as connection:
            assert reader.totals(connection).versions == 3
        assert len(all_documents(ledger_location)) == 1

    def test_what_the_reader_noticed_is_kept_with_its_place(
        self, ledger_location: Location, document: Document
    ) -> None:
        engine = opening.open_for_writing(ledger_location)
        run = writer.start_run(engine, command="add", program="test", rules="test")
        noticed = source()._replace(problems=(Problem("Y151", "control characters", "nothing", (3, 4)),))
        writer.add_document(engine, noticed, document, run=run)
        with engine.connect() as connection:
            rows = connection.execute(tables.problems.select()).all()
        assert [(row.number, row.span_start, row.span_end) for row in rows] == [("Y151", 3, 4)]

    def test_a_problem_is_recorded_once(self, ledger_location: Location) -> None:
        engine = opening.open_for_writing(ledger_location)
        run = writer.start_run(engine, command="add", program="test", rules="test")
        problem = Problem("Y107", "binary", "look")
        for _ in range(2):
            writer.add_problem(engine, address="/x", sha256="c" * 64, problem=problem, run=run)
        with engine.connect() as connection:
            assert reader.problems(connection) == [reader.StoredProblem("/x", "Y107", "binary", "look")]


class TestAppendOnly:
    def test_rows_of_earlier_runs_are_never_touched(
        self, ledger_location: Location, document: Document
    ) -> None:
        engine = opening.open_for_writing(ledger_location)
        run = writer.start_run(engine, command="add", program="test", rules="test")
        writer.add_document(engine, source(), document, run=run)
        before = dump(engine)
        writer.add_document(engine, source(sha256="b" * 64), document, run=run)
        writer.add_document(engine, source("/papers/other.txt", "c" * 64), document, run=run)
        after = dump(engine)
        assert all(rows <= after[table] for table, rows in before.items())


def dump(engine: Engine) -> dict[str, set[tuple[object, ...]]]:
    with engine.connect() as connection:
        return {
            name: {tuple(row) for row in connection.execute(table.select())}
            for name, table in tables.metadata.tables.items()
        }


class TestIdentity:
    def test_ids_do_not_depend_on_the_ledger(self, new_ledger: NewLedger, document: Document) -> None:
        ids = []
        for name in ("one", "two"):
            engine = opening.open_for_writing(new_ledger())
            run = writer.start_run(engine, command="add", program=name, rules="test")
            writer.add_document(engine, source(), document, run=run)
            with engine.connect() as connection:
                ids.append(connection.execute(tables.statements.select()).all())
        assert [row.id for row in ids[0]] == [row.id for row in ids[1]]

    def test_parts_are_kept_apart(self) -> None:
        assert digest(("ab", "c")) != digest(("a", "bc"))

    def test_a_statement_is_its_source_place_and_words(self) -> None:
        one = statement_id("a", (0, 2), "말")
        assert one == statement_id("a", (0, 2), "말")
        assert len({one, statement_id("b", (0, 2), "말"), statement_id("a", (0, 3), "말")}) == 3


words = st.text(max_size=12)
spans = st.tuples(st.integers(0, 9), st.integers(0, 9))
days = st.none() | st.dates().map(lambda day: day.isoformat())
numbers = st.integers(-(10**20), 10**20) | st.floats(allow_nan=False, allow_infinity=False)


@st.composite
def statements(draw: st.DrawFn) -> tuple[Statement, ...]:
    made: list[Statement] = []
    for n in range(1, draw(st.integers(1, 4)) + 1):
        parent = draw(st.none() | st.integers(1, n - 1)) if n > 1 else None
        derived = (*made[parent - 1].trail, made[parent - 1].text) if parent else ()
        made.append(
            Statement(
                n=n,
                span=draw(spans),
                extent=draw(spans),
                role="item",
                act="commitment",
                marker=draw(words),
                text=draw(words),
                trail=draw(st.just(derived) | st.tuples(words)),
                parent=parent,
                parties=tuple(draw(st.lists(st.builds(PartyMention, words, spans, words), max_size=2))),
                times=tuple(
                    draw(
                        st.lists(st.builds(TimeMention, words, spans, days, days, st.just("due")), max_size=2)
                    )
                ),
                quantities=tuple(
                    draw(st.lists(st.builds(QuantityMention, words, spans, numbers, words), max_size=2))
                ),
                names=tuple(draw(st.lists(st.builds(NameMention, words, spans, st.just("law")), max_size=2))),
            )
        )
    return tuple(made)


class TestRows:
    @settings(max_examples=60, deadline=None)
    @given(statements())
    def test_statements_survive_their_rows(self, made: tuple[Statement, ...]) -> None:
        rows = statement_rows(made, version=1, source_hash="a")
        mentions = mention_rows(made, version=1)
        assert tuple(statements_from_rows(rows, mentions)) == made
