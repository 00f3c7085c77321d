"""Cursors: where a page of a search begins. They say nothing to who gets them and fit one search only."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json

from yaksok.errors import BadSearchCursor

LAST = 10_000
"""Hits behind this one are counted and not shown: who looks so far narrows the search."""


def cursor_at(offset: int, search: object) -> str:
    """The cursor of the page that begins at an offset of a search; `search` is all that it depends on."""
    return base64.urlsafe_b64encode(f"{offset}.{_fingerprint(search)}".encode()).decode().rstrip("=")


def offset_of(cursor: str, search: object) -> int:
    """Where the page of a cursor begins; 0 for "". Raises BadSearchCursor for one of another search."""
    if not cursor:
        return 0
    try:
        written = base64.urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4)).decode()
        offset, _, fingerprint = written.partition(".")
        begins = int(offset)
    except (ValueError, binascii.Error, UnicodeError) as error:
        raise BadSearchCursor(value=cursor[:80]) from error
    if fingerprint != _fingerprint(search) or not 0 < begins < LAST:
        raise BadSearchCursor(value=cursor[:80])
    return begins


def _fingerprint(search: object) -> str:
    written = json.dumps(search, sort_keys=True, default=_plain, ensure_ascii=False)
    return hashlib.sha256(written.encode("utf-8", "replace")).hexdigest()[:12]


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, (frozenset, set)) else str(value)
