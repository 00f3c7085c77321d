"""Files of documents to be taken along: none of them is ever shown as a page of this site."""

from __future__ import annotations

import re
from pathlib import PurePath
from urllib.parse import quote

from starlette.responses import Response

_UNFIT = re.compile(r"[^\w .()\[\]+,-]|\.\.+")
_LONGEST = 120
_SANDBOX = {
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
}


def attachment(name: str) -> str:
    """The header by which a browser stores an answer under a name and does not show it."""
    plain = safe_name(name)
    ascii_name = re.sub(r"[^A-Za-z0-9._-]+", "_", plain).strip("_.") or "document"
    return f"attachment; filename=\"{ascii_name}\"; filename*=UTF-8''{quote(plain, safe='')}"


def safe_name(name: str) -> str:
    """The name of a file without folders and without signs that lead elsewhere."""
    last = PurePath(name.replace("\\", "/")).name
    stem, dot, ending = _UNFIT.sub("_", last).rpartition(".")
    kept = f"{stem[:_LONGEST]}{dot}{ending[:12]}" if dot else ending[:_LONGEST]
    return kept.strip(" ._") or "document"


def file_answer(content: bytes | str, media_type: str, name: str) -> Response:
    """A file to be stored. What is given out as it came in has to be `application/octet-stream`."""
    headers = {**_SANDBOX, "content-disposition": attachment(name)}
    return Response(content, media_type=media_type, headers=headers)
