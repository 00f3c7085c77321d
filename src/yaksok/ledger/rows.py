"""Statements and mentions as rows of their tables, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from yaksok.ledger.identity import statement_id
from yaksok.records.mentions import NameMention, PartyMention, QuantityMention, TimeMention
from yaksok.records.statement import Statement, TableCell

Row = dict[str, Any]
AnyMention = PartyMention | TimeMention | QuantityMention | NameMention

_EMPTY_MENTION: Row = {
    "value": None,
    "number": None,
    "whole_number": None,
    "time_start": None,
    "time_end": None,
    "role": None,
}


def statement_rows(statements: Iterable[Statement], *, version: int, source_hash: str) -> list[Row]:
    """Rows for the statements of one version, in order."""
    trails: dict[int, tuple[str, ...]] = {}
    rows: list[Row] = []
    for statement in statements:
        derived = () if statement.parent is None else trails.get(statement.parent)
        trails[statement.n] = (*statement.trail, statement.text)
        rows.append(
            {
                "version": version,
                "n": statement.n,
                "id": statement_id(source_hash, statement.span, statement.text),
                "span_start": statement.span[0],
                "span_end": statement.span[1],
                "extent_start": statement.extent[0],
                "extent_end": statement.extent[1],
                "role": statement.role,
                "act": statement.act,
                "marker": statement.marker,
                "parent": statement.parent,
                "trail": None
                if statement.trail == derived
                else json.dumps(statement.trail, ensure_ascii=False),
                "text": statement.text,
                "cells": json.dumps([_cell_values(cell) for cell in statement.cells], ensure_ascii=False)
                if statement.cells
                else None,
            }
        )
    return rows


def mention_rows(statements: Iterable[Statement], *, version: int) -> list[Row]:
    """Rows for everything that the statements of one version mention."""
    rows: list[Row] = []
    for statement in statements:
        found: tuple[AnyMention, ...] = (
            *statement.parties,
            *statement.times,
            *statement.quantities,
            *statement.names,
        )
        for ordinal, mention in enumerate(found):
            rows.append(
                {
                    **_EMPTY_MENTION,
                    "version": version,
                    "n": statement.n,
                    "ordinal": ordinal,
                    "span_start": mention.span[0],
                    "span_end": mention.span[1],
                    "text": mention.text,
                    **_value_columns(mention),
                }
            )
    return rows


def statements_from_rows(
    rows: Iterable[Mapping[str, Any]], mentions: Iterable[Mapping[str, Any]]
) -> Iterator[Statement]:
    """The statements of one version, from their rows in order of `n` and their mentions' rows."""
    found: dict[int, list[Mapping[str, Any]]] = {}
    for mention in mentions:
        found.setdefault(mention["n"], []).append(mention)
    trails: dict[int, tuple[str, ...]] = {}
    for row in rows:
        trail = _trail(row, trails)
        trails[row["n"]] = (*trail, row["text"])
        own = found.get(row["n"])
        yield Statement(
            n=row["n"],
            span=(row["span_start"], row["span_end"]),
            extent=(row["extent_start"], row["extent_end"]),
            role=row["role"],
            act=row["act"],
            marker=row["marker"],
            text=row["text"],
            trail=trail,
            parent=row["parent"],
            parties=tuple([_party(m) for m in own if m["kind"] == "party"]) if own else (),
            times=tuple([_time(m) for m in own if m["kind"] == "time"]) if own else (),
            quantities=tuple([_quantity(m) for m in own if m["kind"] == "quantity"]) if own else (),
            names=tuple([_name(m) for m in own if m["kind"] == "name"]) if own else (),
            cells=tuple(_cell(*values) for values in json.loads(row["cells"])) if row["cells"] else (),
        )


def _cell_values(cell: TableCell) -> tuple[Any, ...]:
    return cell.span, cell.row, cell.column, cell.row_heads, cell.column_heads


def _cell(
    span: Sequence[int], row: int, column: int, row_heads: Sequence[str], column_heads: Sequence[str]
) -> TableCell:
    return TableCell((span[0], span[1]), row, column, tuple(row_heads), tuple(column_heads))


def _trail(row: Mapping[str, Any], trails: Mapping[int, tuple[str, ...]]) -> tuple[str, ...]:
    if row["trail"] is not None:
        return tuple(json.loads(row["trail"]))
    return () if row["parent"] is None else trails[row["parent"]]


def _value_columns(mention: AnyMention) -> Row:
    match mention:
        case PartyMention():
            return {"kind": "party", "value": mention.id}
        case TimeMention():
            return {
                "kind": "time",
                "time_start": mention.start,
                "time_end": mention.end,
                "role": mention.role,
            }
        case QuantityMention():
            whole = str(mention.value) if isinstance(mention.value, int) else None
            return {
                "kind": "quantity",
                "value": mention.unit,
                "number": None if whole else mention.value,
                "whole_number": whole,
            }
        case NameMention():
            return {"kind": "name", "value": mention.type}


def _span(row: Mapping[str, Any]) -> tuple[int, int]:
    return (row["span_start"], row["span_end"])


def _party(row: Mapping[str, Any]) -> PartyMention:
    return PartyMention(text=row["text"], span=_span(row), id=row["value"])


def _time(row: Mapping[str, Any]) -> TimeMention:
    return TimeMention(
        text=row["text"], span=_span(row), start=row["time_start"], end=row["time_end"], role=row["role"]
    )


def _quantity(row: Mapping[str, Any]) -> QuantityMention:
    whole = row["whole_number"]
    value = row["number"] if whole is None else int(whole)
    return QuantityMention(text=row["text"], span=_span(row), value=value, unit=row["value"])


def _name(row: Mapping[str, Any]) -> NameMention:
    return NameMention(text=row["text"], span=_span(row), type=row["value"])
