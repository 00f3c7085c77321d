"""Tables: what is read back from every format is what the ledger's records say."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

import yaksok
from yaksok.errors import UnknownTable
from yaksok.interfaces.exports.columns import SHAPES, Column
from yaksok.interfaces.exports.text_files import shielded, unshielded
from yaksok.records.link import StatementRef
from yaksok.records.mentions import Mention, NameMention, PartyMention, QuantityMention, TimeMention

DAY = "2025-06-30"
Rows = list[dict[str, Any]]


def rows_of(ledger: yaksok.Ledger, name: str) -> Rows:
    return list(ledger.table(name, as_of=DAY).rows())


# -- the rows are the records -----------------------------------------------------------------


def place(ref: StatementRef) -> dict[str, Any]:
    return {"doc": ref.doc, "version": ref.version, "n": ref.n}


def days(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)


def test_documents_are_the_records(ledger: yaksok.Ledger) -> None:
    rows = rows_of(ledger, "documents")
    stored = list(ledger.documents())
    assert len(rows) == len(stored) == 4
    for row, one in zip(rows, stored, strict=True):
        assert (row["doc"], row["version"], row["address"], row["source"]) == (
            *(one.doc, one.version, one.address),
            one.source,
        )
        document = one.document
        for name in ("title", "date", "issuer", "genre", "language", "text"):
            assert row[name] == getattr(document, name)
        assert row["statements"] == len(document.statements)
    plan = next(row for row in rows if row["doc"] == "plan")
    assert (plan["date"], plan["first_day"], plan["last_day"]) == (
        *("2024-01", date(2024, 1, 1)),
        date(2024, 1, 31),
    )


def test_statements_are_the_records(ledger: yaksok.Ledger) -> None:
    rows = rows_of(ledger, "statements")
    found = list(ledger.statements())
    assert len(rows) == len(found) > 50
    for row, one in zip(rows, found, strict=True):
        statement = one.statement
        assert row["id"] == one.ref.id
        assert {name: row[name] for name in ("doc", "version", "n")} == place(one.ref)
        assert ((row["span_start"], row["span_end"]), (row["extent_start"], row["extent_end"])) == (
            statement.span,
            statement.extent,
        )
        for name in ("role", "act", "marker", "text", "parent"):
            assert row[name] == getattr(statement, name)
        assert row["trail"] == list(statement.trail)
        assert row["parties"] == list(dict.fromkeys(party.id for party in statement.parties))
        assert [tuple(cell[0]) for cell in json.loads(row["cells"] or "[]")] == [
            cell.span for cell in statement.cells
        ]


def test_only_documents_with_addresses_have_paths(ledger: yaksok.Ledger) -> None:
    rows = rows_of(ledger, "statements")
    placed = {row["doc"] for row in rows if row["path"] is not None}
    assert placed == {"2024-work-plan", "2021-12-climate-press-release"}
    assert {row["page"] for row in rows if row["doc"] == "2021-12-climate-press-release"} > {1}
    assert all(row["path_to"] for row in rows if row["path"])


def test_mentions_are_the_records(ledger: yaksok.Ledger) -> None:
    rows = rows_of(ledger, "mentions")
    found = list(ledger.mentions())
    assert {row["kind"] for row in rows} == {"party", "time", "quantity", "name"}
    assert [(row["statement_id"], mention_of(row)) for row in rows] == [
        (one.ref.id, one.mention) for one in found
    ]


def mention_of(row: dict[str, Any]) -> Mention:
    text, span = row["text"], (row["span_start"], row["span_end"])
    match row["kind"]:
        case "party":
            return PartyMention(text, span, row["party"])
        case "time":
            first, last = (row[name] and row[name].isoformat() for name in ("time_start", "time_end"))
            return TimeMention(text, span, first, last, row["time_role"])
        case "quantity":
            exact = row["value_exact"]
            return QuantityMention(text, span, row["value"] if exact is None else int(exact), row["unit"])
        case _:
            return NameMention(text, span, row["name_type"])


def test_links_are_the_records(ledger: yaksok.Ledger) -> None:
    rows = rows_of(ledger, "links")
    links = ledger.links()
    assert len(rows) == len(links) > 0
    for row, link in zip(rows, links, strict=True):
        for name, ref in (("promise", link.source), ("later", link.target)):
            given = {part: row[f"{name}_{part}"] for part in ("version", "doc", "n", "text", "id")}
            span = (row[f"{name}_span_start"], row[f"{name}_span_end"])
            assert StatementRef(span=span, **given) == ref
        for name in ("relation", "score", "proposer", "state", "why"):
            assert row[name] == getattr(link, name)
        for name in ("words", "parties", "programmes", "names", "times", "amounts", "named"):
            assert tuple(row[name]) == getattr(link.reasons, name)
        assert (row["rule"], row["event"] or "") == (link.reasons.rule, link.reasons.event)
    assert {row["state"] for row in rows} >= {"accepted"}


def test_promises_are_the_verdicts(ledger: yaksok.Ledger) -> None:
    rows = rows_of(ledger, "promises")
    verdicts = ledger.promises(as_of=DAY)
    assert len(rows) == len(verdicts) > 10
    for row, verdict in zip(rows, verdicts, strict=True):
        assert row["id"] == verdict.promise.id
        assert {name: row[name] for name in ("doc", "version", "n")} == place(verdict.promise)
        for name in (
            "status",
            "late",
            "done",
            "effective",
            "work",
            "self_reported",
            "why",
            "rules",
            "issuer",
        ):
            assert row[name] == getattr(verdict, name)
        assert row["as_of"] == date(2025, 6, 30)
        assert row["due"] == (days(verdict.due.date) if verdict.due else None)
        assert row["evidence"] == [one.statement.id for one in verdict.evidence]
        assert row["evidence_relations"] == [one.relation for one in verdict.evidence]
        assert row["testable"] == verdict.testability.testable
        assert row["searched"] == (verdict.search.scope.number if verdict.search else None)
    assert any(row["evidence"] for row in rows)


def test_decisions_problems_and_sources_are_the_records(ledger: yaksok.Ledger) -> None:
    (row,) = rows_of(ledger, "decisions")
    decision = ledger.decisions()[0].decision
    assert decision.later is not None
    assert (row["id"], row["kind"], row["promise_id"], row["later_text"]) == (
        *(decision.id, "accept", decision.promise.id),
        decision.later.text,
    )
    assert (row["person"], row["note"], row["undoes"]) == ("김미나 & <누리>", "=읽어 봄", None)
    assert row["decided_at"] == datetime.fromisoformat(decision.decided_at)
    assert [row["number"] for row in rows_of(ledger, "problems")] == [
        problem.number for problem in ledger.problems()
    ]
    sources = {row["sha256"]: row for row in rows_of(ledger, "sources")}
    assert {one.source for one in ledger.documents()} <= set(sources)
    assert all(row["first_seen"].tzinfo and len(row["addresses"]) == 1 for row in sources.values())


def test_as_of_chooses_the_day_of_judging(ledger: yaksok.Ledger) -> None:
    before = {row["id"]: row["status"] for row in ledger.table("promises", as_of=date(2024, 2, 1)).rows()}
    after = {row["id"]: row["status"] for row in rows_of(ledger, "promises")}
    assert before
    assert set(before) < set(after)
    assert any(before[one] != after[one] for one in before)


# -- there and back ---------------------------------------------------------------------------


def from_json(column: Column, value: Any) -> Any:
    if value is None:
        return None
    if column.kind == "day":
        return date.fromisoformat(value)
    return datetime.fromisoformat(value) if column.kind == "moment" else value


def from_csv(column: Column, cell: str) -> Any:
    if not cell and column.nullable:
        return None
    match column.kind:
        case "text":
            return unshielded(cell)
        case "integer":
            return int(cell)
        case "number":
            return float(cell)
        case "truth":
            return {"true": True, "false": False}[cell]
        case "texts":
            return json.loads(cell)
        case "day":
            return date.fromisoformat(cell)
        case "moment":
            return datetime.fromisoformat(cell)


def read_jsonl(path: Path, columns: Sequence[Column]) -> Rows:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert all(list(row) == [column.name for column in columns] for row in rows)
    return [{column.name: from_json(column, row[column.name]) for column in columns} for row in rows]


def read_csv(path: Path, columns: Sequence[Column]) -> Rows:
    with path.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file, strict=True)
    assert head == [column.name for column in columns]
    return [
        {column.name: from_csv(column, cell) for column, cell in zip(columns, row, strict=True)}
        for row in rows
    ]


def read_parquet(path: Path, _columns: Sequence[Column]) -> Rows:
    rows: Rows = pyarrow.parquet.read_table(path).to_pylist()
    return rows


READERS: dict[str, Callable[[Path, Sequence[Column]], Rows]] = {
    "jsonl": read_jsonl,
    "csv": read_csv,
    "parquet": read_parquet,
}


@pytest.mark.parametrize("form", READERS)
def test_what_is_read_back_is_what_the_tables_say(ledger: yaksok.Ledger, tmp_path: Path, form: str) -> None:
    written = ledger.export(tmp_path / "out", format=form, as_of=DAY, bom=form == "csv")
    assert [one.path.stem for one in written] == list(SHAPES)
    for one in written:
        rows = rows_of(ledger, one.path.stem)
        assert one.records == len(rows) > 0
        assert READERS[form](one.path, SHAPES[one.path.stem].columns) == rows


@pytest.mark.parametrize("form", [*READERS, "prov", "annotations"])
def test_two_exports_are_the_same_byte_for_byte(ledger: yaksok.Ledger, tmp_path: Path, form: str) -> None:
    outputs = []
    for name in ("one", "two"):
        day = None if form == "annotations" else DAY
        written = ledger.export(tmp_path / name, format=form, as_of=day)
        outputs.append([one.path.read_bytes() for one in written])
    assert outputs[0] == outputs[1]


# -- cells ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["=1+1", "+82-2-2100", "-", "@이름", "\t=1", "\r=1", "\n=1", "＝1", "－", "'", "'=1"]
)
def test_what_a_spreadsheet_would_compute_is_shielded(text: str) -> None:
    assert shielded(text) == "'" + text


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_shield_is_taken_away_without_loss(text: str) -> None:
    cell = shielded(text)
    assert unshielded(cell) == text
    assert cell[:1] not in set("=+-@\t\r\n＝＋－＠")


def test_no_cell_of_the_files_begins_a_formula(ledger: yaksok.Ledger, tmp_path: Path) -> None:
    written = ledger.export(tmp_path / "out", format="csv", as_of=DAY)
    read = [csv.reader(io.StringIO(one.path.read_bytes().decode(), newline="")) for one in written]
    texts = [cell for rows in read for row in rows for cell in row]
    assert "'=읽어 봄" in texts
    assert "'-" in texts
    assert [text for text in texts if text[:1] in set("=+-@\t\r＝＋－＠") and text] == []


def test_the_mark_of_utf8_stands_only_where_it_is_asked_for(ledger: yaksok.Ledger, tmp_path: Path) -> None:
    ledger.export(tmp_path / "with.csv", format="csv", what="problems", bom=True)
    ledger.export(tmp_path / "without.csv", format="csv", what="problems")
    mark = b"\xef\xbb\xbf"
    assert (tmp_path / "with.csv").read_bytes() == mark + (tmp_path / "without.csv").read_bytes()


def test_a_name_that_is_no_table_says_which_there_are(ledger: yaksok.Ledger) -> None:
    with pytest.raises(UnknownTable, match="statements"):
        ledger.table("sentences")
