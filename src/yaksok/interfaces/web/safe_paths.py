"""Addresses that came from outside and are to be followed: only those within this site."""

from __future__ import annotations

from urllib.parse import urlsplit


def own_path(written: str) -> str:
    """The path if it stays within this site, else "/"."""
    parts = urlsplit(written)
    is_own = written.startswith("/") and not written.startswith(("//", "/\\")) and not parts.netloc
    plain = written.isprintable() and "\\" not in written
    return written if is_own and not parts.scheme and plain else "/"
