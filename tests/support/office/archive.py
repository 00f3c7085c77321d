"""ZIP packages that are the same whenever they are written, and text made safe for XML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_DAY = (2024, 1, 2, 3, 4, 6)
XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def package(members: Mapping[str, str | bytes], *, stored: frozenset[str] = frozenset()) -> bytes:
    """A package of the members in their order; those in `stored` are not compressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, _DAY)
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            # The system of the writing machine must not show.
            info.create_system = 0
            info.external_attr = 0
            archive.writestr(info, content)
    return out.getvalue()


def escape(text: str) -> str:
    """Text for an XML element or attribute."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
