"""How well a reading agrees with a gold file: the measures of the reading contract.

A second, independent writing of the contract's scorer, so that the quality gate needs nothing from outside
of the repository. Rows are the JSON objects of the contract; the result maps each measure to a share between 0 and 1.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

Row = dict[str, Any]
Bag = Counter[Hashable]

_DECORATION = re.compile(r"<[^>]{1,80}>|\*\*|[\s*|▲▴•·‧ㆍ□ㅇ○▪※\-–─]+")
_LEAST_LIKENESS = 0.6
DOCUMENT_FIELDS = ("title", "date", "genre", "language")
MENTION_FIELDS = ("parties", "times", "times_role", "quantities", "names")


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold statement and the read one that stands for it; `exact` says that their texts are the same."""

    gold: Row
    read: Row | None
    exact: bool


def squash(text: str) -> str:
    """A text without white space, bullets and decoration: what two readings of it must share."""
    return _DECORATION.sub("", text)


def load(path: Path) -> tuple[Row, list[Row]]:
    """The document record and the statement records of a JSON Lines file."""
    return split_records(json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip())


def split_records(records: Iterable[Row]) -> tuple[Row, list[Row]]:
    """The document record ({} if there is none) and the statement records."""
    document: Row = {}
    statements: list[Row] = []
    for record in records:
        if record.get("record") == "statement":
            statements.append(record)
        elif record.get("record") == "document" and not document:
            document = record
    return document, statements


def measures(gold: Sequence[Row], read: Sequence[Row], document: Row, gold_document: Row) -> dict[str, float]:
    """Every measure of the contract; furniture counts only for provenance."""
    wanted = [row for row in gold if row["role"] != "meta"]
    content = [row for row in read if row["role"] != "meta"]
    pairs = align(wanted, content)
    result = _statement_measures(pairs, len(content))
    for field in MENTION_FIELDS:
        result[f"{field}_f1"] = _mention_f1(field, pairs, content)
    if gold_document:
        same = [
            squash(str(gold_document.get(field))) == squash(str(document.get(field)))
            for field in DOCUMENT_FIELDS
        ]
        result["document"] = sum(same) / len(same)
    result["provenance"] = provenance(document.get("text"), read)
    return result


def align(gold: Sequence[Row], read: Sequence[Row]) -> list[Pair]:
    """A pair for each gold statement: by equal text first, then by the likeness of what is left.

    Texts that stand several times are paired in order. Each read statement is used once.
    """
    places: dict[str, list[int]] = {}
    for place, row in enumerate(read):
        places.setdefault(_key(row), []).append(place)
    free = {key: iter(numbers) for key, numbers in places.items()}
    found: list[int | None] = [next(free.get(_key(row), iter(())), None) for row in gold]
    taken = set(found)
    left = {place: squash(row["text"]) for place, row in enumerate(read) if place not in taken}
    pairs = []
    for row, same in zip(gold, found, strict=True):
        chosen = _most_alike(squash(row.get("text", "")), left) if same is None else same
        if chosen is None:
            pairs.append(Pair(row, None, exact=False))
            continue
        left.pop(chosen, None)
        pairs.append(Pair(row, read[chosen], exact=same is not None))
    return pairs


def provenance(text: str | None, read: Sequence[Row]) -> float:
    """The share of statements whose span gives their text back."""
    if text is None:
        return 0.0
    traced = sum(1 for row in read if row.get("span") and is_traced(text, row["text"], row["span"]))
    return traced / max(1, len(read))


def is_traced(text: str, words: str, span: Sequence[int]) -> bool:
    """Whether words stand, white space and decoration apart, in a stretch of a document's text."""
    return squash(words) in squash(text[span[0] : span[1]])


def _key(row: Row) -> str:
    """What names a statement's text; gold files of texts that may not be copied hold only this."""
    return row.get("key") or _digest(row["text"])


def _digest(text: str) -> str:
    return hashlib.sha1(squash(text).encode()).hexdigest()


def _parent_key(row: Row) -> str:
    if "parent_key" in row:
        return str(row["parent_key"])
    trail = row.get("trail") or []
    return _digest(trail[-1]) if trail else ""


def _most_alike(wanted: str, left: dict[int, str]) -> int | None:
    """The place of the text most like the wanted one, the earliest of equals; None if none is like it."""
    best, best_ratio = None, _LEAST_LIKENESS
    for place, text in left.items() if wanted else ():
        matcher = SequenceMatcher(None, wanted, text, autojunk=False)
        # The quick ratios are upper bounds; they spare the full comparison.
        if matcher.real_quick_ratio() > best_ratio and matcher.quick_ratio() > best_ratio:
            ratio = matcher.ratio()
            if ratio > best_ratio:
                best, best_ratio = place, ratio
    return best


def _statement_measures(pairs: Sequence[Pair], found: int) -> dict[str, float]:
    exact = [pair for pair in pairs if pair.exact]
    spaced = [pair for pair in exact if "text" in pair.gold]
    aligned = [(pair.gold, pair.read) for pair in pairs if pair.read is not None]
    total = max(1, len(pairs))
    return {
        "statements_f1": _f1(len(exact), found, len(pairs)),
        "spacing": sum(1 for pair in spaced if _words(pair.gold) == _words(pair.read)) / max(1, len(spaced)),
        "role": sum(1 for gold, read in aligned if gold["role"] == read.get("role")) / total,
        "act": sum(1 for gold, read in aligned if gold["act"] == read.get("act")) / total,
        "parent": sum(1 for gold, read in aligned if _parent_key(gold) == _parent_key(read)) / total,
    }


def _words(row: Row | None) -> list[str]:
    return str(row["text"]).split() if row is not None else []


def _mention_f1(field: str, pairs: Sequence[Pair], content: Sequence[Row]) -> float:
    hits = wanted = 0
    for pair in pairs:
        want = _bag(pair.gold, field)
        wanted += want.total()
        if pair.read is not None:
            hits += (want & _bag(pair.read, field)).total()
    return _f1(hits, sum(_bag(row, field).total() for row in content), wanted)


def _bag(row: Row, field: str) -> Bag:
    """What a statement mentions, as far as the measure looks at it."""
    if field == "parties":
        return Counter(party if isinstance(party, str) else party["id"] for party in row.get("parties", []))
    if field == "times":
        return Counter((time.get("start"), time.get("end")) for time in row.get("times", []))
    if field == "times_role":
        return Counter(
            (time.get("start"), time.get("end"), time.get("role")) for time in row.get("times", [])
        )
    if field == "quantities":
        return Counter((round(float(each["value"]), 6), each["unit"]) for each in row.get("quantities", []))
    return Counter(squash(name["text"]) for name in row.get("names", []))


def _f1(hits: int, found: int, wanted: int) -> float:
    return 2 * hits / (found + wanted) if found + wanted else 1.0
