"""Files of decisions: what is written is read back, and nothing else is taken."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.errors import BadDecisionFile
from yaksok.interfaces.decision_json import decision_record, decisions_from, moment
from yaksok.ledger.decisions import decision_id
from yaksok.records.decision import Decision, StatementKey

NOW = datetime(2025, 6, 1, tzinfo=UTC)


def finished(decision: Decision) -> Decision:
    return replace(decision, id=decision_id(decision))


REJECT = finished(
    Decision(
        id="",
        kind="reject",
        promise=StatementKey("a" * 32, "plan", "가온만에 등대를 세움"),
        later=StatementKey("b" * 32, "review", "등대 두 곳"),
        relation="fulfilled_by",
        person="김가온",
        note="두 줄의\n메모",
        decided_at="2025-01-02T03:04:05.000006+00:00",
    )
)
NOTE = finished(replace(REJECT, kind="note", later=None, relation=None))
UNDO = finished(replace(REJECT, kind="undo", undoes=REJECT.id))


def lines(*records: dict[str, Any]) -> bytes:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()


def taken(data: bytes) -> list[Decision]:
    return decisions_from(data, path="d.jsonl", now=NOW)


def refused(data: bytes) -> str:
    with pytest.raises(BadDecisionFile) as raised:
        taken(data)
    return raised.value.message()


def test_what_is_exported_is_imported() -> None:
    made = [REJECT, NOTE, UNDO]
    assert taken(lines(*map(decision_record, made))) == made


def test_empty_lines_a_mark_of_order_and_a_missing_last_line_end_do_no_harm() -> None:
    data = (
        b"\xef\xbb\xbf" + lines(decision_record(REJECT)) + b"\n  \r\n" + lines(decision_record(NOTE)).rstrip()
    )
    assert taken(data) == [REJECT, NOTE]
    assert taken(b"") == []


def changed(**values: Any) -> bytes:
    """A record that says something else, with the id of what it says where that can be told."""
    record = decision_record(REJECT) | values
    return lines({name: value for name, value in record.items() if value is not ...})


def signed(decision: Decision) -> bytes:
    return lines(decision_record(finished(decision)))


KEY = {"id": "a" * 32, "doc": "plan", "text": "x"}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"{", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b'{"a":' * 100_000, "not JSON"),
        (b"9" * 100_000, "not JSON"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b'"' + b"x" * 10_000_000 + b'"', "more than 1,048,576 bytes"),
        (b"[]", "no record of a decision"),
        (b"null", "no record of a decision"),
        (changed(record="statement"), "no record of a decision"),
        (changed(kind="destroy"), "kind is none of"),
        (changed(kind=None), "kind is no text"),
        (changed(kind=["reject"]), "kind is no text"),
        (changed(relation="kept"), "relation is none of"),
        (changed(relation=["fulfilled_by"]), "relation is none of"),
        (changed(relation=7), "relation is none of"),
        (changed(promise="plan"), "promise is no object"),
        (changed(promise=...), "promise is no object"),
        (changed(later=[]), "later is no object"),
        (changed(later=...), "reject names no later statement"),
        (changed(promise=KEY | {"id": "A" * 32}), "no id of a statement"),
        (changed(promise=KEY | {"id": "a" * 33}), "more than 32 letters"),
        (changed(promise=KEY | {"text": 1}), "text of promise is no text"),
        (changed(promise=KEY | {"text": "x" * 300_000}), "more than 200,000 letters"),
        (changed(promise=KEY | {"doc": "a\x00b"}), "signs that no text may hold"),
        (changed(promise=KEY | {"doc": "?"}).replace(b"?", b"\\ud800"), "signs that no text may hold"),
        (changed(person=...), "person is no text"),
        (changed(person=None), "person is no text"),
        (changed(person={"name": "x"}), "person is no text"),
        (changed(note=5), "note is no text"),
        (changed(undoes=5), "undoes is no text"),
        (changed(decided_at=1_700_000_000), "decided_at is no text"),
        (changed(person="다른 사람"), "its id is not that of what it says"),
        (changed(id=...), "its id is not that of what it says"),
        (changed(id=5), "its id is not that of what it says"),
        (signed(replace(REJECT, person="")), "the name is empty"),
        (signed(replace(REJECT, person=" ")), "the name is empty"),
        (signed(replace(REJECT, person="x" * 201)), "person has more than 200 letters"),
        (signed(replace(REJECT, person="\x1b[31m붉은")), "the name has control characters"),
        (signed(replace(REJECT, person="가\u202e온")), "the name has control characters"),
        (signed(replace(REJECT, person="가온\n나래")), "the name has control characters"),
        (signed(replace(REJECT, note="\x1b]0;title\x07")), "the note has control characters"),
        (signed(replace(REJECT, note="x" * 10_001)), "note has more than 10,000 letters"),
        (signed(replace(REJECT, decided_at="2025-01-02")), "decided_at is no moment"),
        (signed(replace(REJECT, decided_at="2025-01-02T03:04:05.000006")), "decided_at is no moment"),
        (signed(replace(REJECT, decided_at="2025-13-02T03:04:05.000006+00:00")), "decided_at is no moment"),
        (signed(replace(REJECT, decided_at="２025-01-02T03:04:05.000006+00:00")), "decided_at is no moment"),
        (signed(replace(REJECT, decided_at="9999-01-02T03:04:05.000006+00:00")), "lies in the future"),
        (signed(replace(REJECT, kind="undo")), "an undo names"),
        (signed(replace(REJECT, undoes="c" * 32)), "an undo names"),
        (signed(replace(UNDO, undoes="everything")), "an undo names"),
        (signed(replace(REJECT, kind="draw", relation=None)), "draw names no relation"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_refused(data: bytes, reason: str) -> None:
    assert reason in refused(data)


def test_the_line_is_named() -> None:
    assert "d.jsonl, line 3: " in refused(lines(decision_record(REJECT)) + b"\nnonsense\n")


def test_one_bad_line_is_enough_to_take_nothing() -> None:
    assert "line 2" in refused(lines(decision_record(REJECT)) + b"{}\n" + lines(decision_record(NOTE)))


def test_moments_sort_as_texts() -> None:
    times = [datetime(2025, 1, 1, tzinfo=UTC), datetime(2025, 1, 1, 0, 0, 0, 1, tzinfo=UTC), NOW]
    assert sorted(map(moment, times)) == list(map(moment, times))
    assert {len(moment(time)) for time in times} == {32}


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_or_hold_nothing(data: bytes) -> None:
    try:
        assert taken(data) == []
    except BadDecisionFile as error:
        assert error.number == "Y326"  # noqa: PT017 - both ends are right


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)


@given(st.dictionaries(st.sampled_from(sorted(decision_record(UNDO))), VALUES, min_size=1, max_size=3))
def test_any_other_values_are_refused(values: dict[str, Any]) -> None:
    record = decision_record(UNDO)
    data = json.dumps(record | values).encode()
    if all(record[name] == value and type(record[name]) is type(value) for name, value in values.items()):
        assert taken(data) == [UNDO]
    else:
        assert refused(data)
