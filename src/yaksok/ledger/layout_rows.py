"""A layout as compressed JSON for its row, and back: every record as the list of its fields in order."""

from __future__ import annotations

import json
import zlib
from dataclasses import fields
from typing import Any

from yaksok.records.layout import Annotation, Cell, Hyperlink, Layout, Note, Place, Table

_RECORDS: dict[str, type[Any]] = {
    "places": Place,
    "notes": Note,
    "annotations": Annotation,
    "links": Hyperlink,
}


def layout_bytes(layout: Layout) -> bytes:
    """A layout as it is stored."""
    found: dict[str, Any] = {name: [_values(one) for one in getattr(layout, name)] for name in _RECORDS}
    found["tables"] = [
        [table.span, table.path, [_values(cell) for cell in table.cells]] for table in layout.tables
    ]
    found["unbroken"], found["whole_words"] = layout.unbroken, layout.whole_words
    return zlib.compress(json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode())


def layout_from(stored: bytes) -> Layout:
    """The layout that was stored. Raises ValueError or TypeError for bytes that hold none."""
    try:
        found = json.loads(zlib.decompress(stored))
    except zlib.error as error:
        raise ValueError(str(error)) from error
    return Layout(
        **{name: tuple(kind(*map(_tuple, one)) for one in found[name]) for name, kind in _RECORDS.items()},
        tables=tuple(
            Table(_tuple(span), path, tuple(Cell(*map(_tuple, cell)) for cell in cells))
            for span, path, cells in found["tables"]
        ),
        unbroken=found["unbroken"],
        whole_words=found["whole_words"],
    )


def _values(record: Any) -> list[Any]:
    return [getattr(record, field.name) for field in fields(record)]


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
