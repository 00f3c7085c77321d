"""Addresses of the files that pages load: all lie in the package, each named with a digest of its content."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

STATIC = Path(__file__).parent / "static"


@cache
def asset_url(name: str) -> str:
    """The address of a file in `static/`; it changes with its content, so that browsers may keep it."""
    digest = sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?v={digest}"
