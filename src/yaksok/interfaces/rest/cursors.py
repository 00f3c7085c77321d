"""Cursors: where a list goes on, as a text that means nothing to the caller."""

from __future__ import annotations

import base64
import binascii
import json
from typing import Any

from yaksok.errors import BadParameter

LONGEST = 2_000


def to_cursor(*values: str | int | None) -> str:
    """The cursor that holds some values."""
    written = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(written).decode().rstrip("=")


def from_cursor(written: str, *kinds: type) -> tuple[Any, ...] | None:
    """The values of a cursor, each of its kind; None for the beginning. Raises BadParameter."""
    if not written:
        return None
    fault = BadParameter(name="cursor", value=written[:40], known="what the last page gave as next")
    if len(written) > LONGEST:
        raise fault
    try:
        values = json.loads(base64.urlsafe_b64decode(written.encode() + b"=" * (-len(written) % 4)))
    except (binascii.Error, ValueError, RecursionError):
        raise fault from None
    fits = isinstance(values, list) and len(values) == len(kinds)
    if not fits or any(type(value) is not kind for value, kind in zip(values, kinds, strict=True)):
        raise fault
    if any(kind is int and abs(value) > 2**62 for value, kind in zip(values, kinds, strict=True)):
        raise fault
    return tuple(values)
