"""Decisions as JSON Lines, for another ledger, and back with every doubt about the file checked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, get_args

from yaksok.errors import BadDecisionFile
from yaksok.ledger.decisions import decision_id
from yaksok.records.decision import KINDS, MAKING_KINDS, Decision, StatementKey
from yaksok.records.link import Relation
from yaksok.views.safety import visible

LONGEST_LINE = 1 << 20
LONGEST_NAME = 200
LONGEST_NOTE = 10_000
LONGEST_KEY = 200_000
"""The longest words of a statement that a decision names, in letters."""

RELATIONS: tuple[Relation, ...] = get_args(Relation)
_ID = re.compile(r"[0-9a-f]{32}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00")
_UNFIT = re.compile(r"[\x00\ud800-\udfff]")
_AHEAD = timedelta(days=1)
"""Clocks differ; a decision from further ahead would outdo all that are made before that day."""


def decision_record(decision: Decision) -> dict[str, Any]:
    """A decision as a JSON object; what it has not is left out."""
    found = {
        "record": "decision",
        "id": decision.id,
        "kind": decision.kind,
        "promise": _key_record(decision.promise),
        "later": _key_record(decision.later) if decision.later else None,
        "relation": decision.relation,
        "person": decision.person,
        "note": decision.note or None,
        "decided_at": decision.decided_at,
        "undoes": decision.undoes or None,
    }
    return {name: value for name, value in found.items() if value is not None}


def moment(time: datetime) -> str:
    """A moment as decisions write it: in UTC, to the microsecond, so that texts sort as the times do."""
    return time.astimezone(UTC).isoformat(timespec="microseconds")


def decisions_from(data: bytes, *, path: str, now: datetime) -> list[Decision]:
    """The decisions of an exported file. Raises BadDecisionFile for the first line that is not right."""
    return list(_decisions(data, path, now))


def name_fault(name: str) -> str:
    """Why a name cannot be that of a person who decides; empty if it can."""
    if not name.strip():
        return "the name is empty"
    if len(name) > LONGEST_NAME:
        return f"the name has more than {LONGEST_NAME} letters"
    if visible(name) != name or "\n" in name or "\t" in name:
        return "the name has control characters"
    return ""


def note_fault(note: str) -> str:
    """Why a note cannot be kept; empty if it can."""
    if len(note) > LONGEST_NOTE:
        return f"the note has more than {LONGEST_NOTE:,} letters"
    if visible(note) != note:
        return "the note has control characters"
    return ""


def _decisions(data: bytes, path: str, now: datetime) -> Iterator[Decision]:
    latest = moment(now + _AHEAD)
    start, number = 0, 0
    while start < len(data):
        number += 1
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end
        fault = ""
        if end - start > LONGEST_LINE:
            fault = f"the line has more than {LONGEST_LINE:,} bytes"
        elif data[start:end].strip():
            try:
                yield _decision(_object(data[start:end]), latest)
            except ValueError as error:
                fault = str(error)
        if fault:
            raise BadDecisionFile(path=path, line=number, reason=fault)
        start = end + 1


def _object(line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise ValueError("it is not UTF-8") from None
    except (ValueError, RecursionError):
        raise ValueError("it is not JSON") from None
    if not isinstance(found, dict) or found.get("record") != "decision":
        raise ValueError("it is no record of a decision")
    return found


def _decision(found: dict[str, Any], latest: str) -> Decision:
    """Raises ValueError that says what is wrong."""
    kind, relation = _text(found, "kind", 20), found.get("relation")
    if kind not in KINDS:
        raise ValueError(f"kind is none of {', '.join(KINDS)}")
    if relation is not None and relation not in RELATIONS:
        raise ValueError(f"relation is none of {', '.join(RELATIONS)}")
    later = found.get("later")
    decision = Decision(
        id="",
        kind=kind,
        promise=_key(found.get("promise"), "promise"),
        later=None if later is None else _key(later, "later"),
        relation=relation,
        person=_text(found, "person", LONGEST_NAME),
        note=_text(found, "note", LONGEST_NOTE) if found.get("note") is not None else "",
        decided_at=_text(found, "decided_at", 32),
        undoes=_text(found, "undoes", 32) if found.get("undoes") is not None else "",
    )
    fault = _fault(decision, latest)
    identity = decision_id(decision) if not fault else ""
    if not fault and found.get("id") != identity:
        fault = "its id is not that of what it says"
    if fault:
        raise ValueError(fault)
    return Decision(**{**_fields(decision), "id": identity})


def _fields(decision: Decision) -> dict[str, Any]:
    return {name: getattr(decision, name) for name in Decision.__slots__}


def _fault(decision: Decision, latest: str) -> str:
    """What is wrong with what a decision says; empty if nothing is."""
    is_undo = decision.kind == "undo"
    if is_undo != bool(decision.undoes) or (is_undo and not _ID.fullmatch(decision.undoes)):
        return "an undo names the decision that it takes back, and nothing else does"
    if decision.later is None and decision.kind not in {"note", "undo"}:
        return f"{decision.kind} names no later statement"
    if decision.relation is None and decision.kind in MAKING_KINDS:
        return f"{decision.kind} names no relation"
    if not _is_moment(decision.decided_at):
        return "decided_at is no moment such as 2025-01-31T09:30:00.000000+00:00"
    if decision.decided_at > latest:
        return "decided_at lies in the future"
    return name_fault(decision.person) or note_fault(decision.note)


def _is_moment(written: str) -> bool:
    if not _MOMENT.fullmatch(written) or not written.isascii():
        return False
    try:
        datetime.fromisoformat(written)
    except ValueError:
        return False
    return True


def _key(found: Any, name: str) -> StatementKey:
    if not isinstance(found, dict):
        raise ValueError(f"{name} is no object")  # noqa: TRY004 - the reason of a bad file, caught as such
    identity = _text(found, "id", 32, of=name)
    if not _ID.fullmatch(identity):
        raise ValueError(f"the id of {name} is no id of a statement")
    return StatementKey(
        identity, _text(found, "doc", LONGEST_KEY, of=name), _text(found, "text", LONGEST_KEY, of=name)
    )


def _text(found: dict[str, Any], name: str, most: int, *, of: str = "") -> str:
    shown = f"{name} of {of}" if of else name
    value = found.get(name)
    if not isinstance(value, str):
        raise ValueError(f"{shown} is no text")  # noqa: TRY004 - the reason of a bad file, caught as such
    if len(value) > most:
        raise ValueError(f"{shown} has more than {most:,} letters")
    if _UNFIT.search(value):
        raise ValueError(f"{shown} has signs that no text may hold")
    return value


def _key_record(key: StatementKey) -> dict[str, str]:
    return {"id": key.id, "doc": key.doc, "text": key.text}
