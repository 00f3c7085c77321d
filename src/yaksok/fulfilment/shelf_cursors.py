"""Cursors: where a page of a list begins, in letters that mean nothing to those who hand them on."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode

from yaksok.errors import BadParameter
from yaksok.fulfilment.shelf_columns import SortKey
from yaksok.records.standing import Sort

_LONGEST = 1000
_KNOWN = "the cursors that the list itself gives, in the same order"


def cursor_at(sort: Sort, key: SortKey | None, *, forwards: bool) -> str:
    """The cursor of the page after a promise, or of the one before it; "" for no promise."""
    if key is None:
        return ""
    said = json.dumps([sort, forwards, *key], separators=(",", ":"), ensure_ascii=False)
    return urlsafe_b64encode(said.encode()).decode().rstrip("=")


def place_of(cursor: str, sort: Sort) -> tuple[bool, SortKey]:
    """Whether a cursor leads forwards, and from which sort key on. Raises BadParameter."""
    try:
        padded = cursor[:_LONGEST] + "=" * (-len(cursor) % 4)
        of, forwards, *key = json.loads(urlsafe_b64decode(padded.encode("ascii")))
    except (ValueError, TypeError, RecursionError):
        raise BadParameter(name="cursor", value=cursor[:40], known=_KNOWN) from None
    kinds = (str if sort == "document" else int, int, int, int)
    if of != sort or not isinstance(forwards, bool) or tuple(map(type, key)) != kinds:
        raise BadParameter(name="cursor", value=cursor[:40], known=_KNOWN)
    return forwards, tuple(key)
