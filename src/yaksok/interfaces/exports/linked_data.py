"""The IRIs that a ledger's records have in linked data, and JSON files written item by item."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, TextIO
from urllib.parse import quote

TERMS = "urn:yaksok:term:"
"""What the names of our own properties begin with; docs/exports.md says what each means."""

PATHS = "urn:yaksok:layout-path"
"""Names the rules by which a fragment is a structural address, those of docs/layout.md."""


def named(kind: str, identity: str) -> str:
    """The IRI of a record by its id."""
    return f"urn:yaksok:{kind}:{quote(identity, safe='')}"


def source_iri(sha256: str) -> str:
    """The IRI of a content by its hash, as RFC 6920 writes it."""
    return "ni:///sha-256;" + urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")


def instant(written: str) -> str:
    """A moment of a record as both vocabularies want it: in UTC, with a Z."""
    return datetime.fromisoformat(written).astimezone(UTC).isoformat().replace("+00:00", "Z")


def write_items(file: TextIO, before: str, items: Iterable[Any], after: str) -> int:
    """Write `before`, the items as a JSON list, one a line, and `after`; how many items."""
    count = 0
    file.write(before + "[")
    for count, item in enumerate(items, 1):
        file.write(("" if count == 1 else ",") + "\n" + compact(item))
    file.write("\n]" + after + "\n")
    return count


def up_to(value: dict[str, Any], name: str) -> str:
    """A JSON object written up to the value of a further key that ends it."""
    return f"{compact(value)[:-1]},{compact(name)}:"


def compact(value: Any) -> str:
    """JSON without blanks, letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
