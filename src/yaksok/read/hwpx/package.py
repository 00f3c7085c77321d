"""The parts of an HWPX package: which are there, in what order they are read, whether they can be."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yaksok.errors import DamagedFile, PasswordNeeded, ProtectedByRights
from yaksok.read.hwpx.xml import child, children, local
from yaksok.read.office.parts import Package
from yaksok.read.sources import RawSource

if TYPE_CHECKING:
    from lxml.etree import _Element

FORMAT = "HWPX"
MANIFEST = "META-INF/manifest.xml"
CONTENT = "Contents/content.hpf"
HEADER = "Contents/header.xml"
_RIGHTS = "META-INF/rights.xml"
_SECTION = re.compile(r"(?:.*/)?section(\d{1,9})\.xml", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parts:
    """The sections in reading order, and what the package says of the document."""

    sections: tuple[str, ...]
    title: str | None
    language: str | None


def open_package(raw: RawSource) -> Package:
    """The package of a file that can be read. Raises DamagedFile, PasswordNeeded, ProtectedByRights."""
    package = Package.open(raw.data, path=raw.origin, format_name=FORMAT)
    encrypted = MANIFEST in package.names and b"encryption-data" in package.read(MANIFEST)
    if _RIGHTS in package.names and (encrypted or "META-INF/encryption.xml" in package.names):
        raise ProtectedByRights(path=raw.origin)
    if encrypted:
        raise PasswordNeeded(path=raw.origin)
    return package


def parts_of(package: Package) -> Parts:
    """The sections and metadata. Raises DamagedFile if there is no section."""
    by_name = _sections_by_name(package)
    if not by_name:
        raise DamagedFile(path=package.path, format=FORMAT, reason="it has no section")
    content = _content(package)
    if content is None:
        return Parts(by_name, None, None)
    spine = _spine(content)
    # A spine that leaves a section out, names one twice or names what is not there is not trusted.
    sections = spine if sorted(spine) == sorted(by_name) else by_name
    metadata = child(content, "metadata")
    return Parts(sections, _text(metadata, "title"), _text(metadata, "language"))


def _sections_by_name(package: Package) -> tuple[str, ...]:
    """Section 10 comes after section 9."""
    found = [(int(match.group(1)), name) for name in package.names if (match := _SECTION.fullmatch(name))]
    in_contents = [each for each in found if each[1].startswith("Contents/")]
    return tuple(name for _, name in sorted(in_contents or found))


def _content(package: Package) -> _Element | None:
    if CONTENT not in package.names:
        return None
    try:
        return package.tree(CONTENT)
    except DamagedFile:
        # Only the order of the sections and the title are lost, and names give the order.
        return None


def _spine(content: _Element) -> tuple[str, ...]:
    manifest, spine = child(content, "manifest"), child(content, "spine")
    if manifest is None or spine is None:
        return ()
    paths = {item.get("id"): item.get("href") or "" for item in children(manifest, "item")}
    named = [paths.get(item.get("idref"), "") for item in children(spine, "itemref")]
    resolved = [posixpath.normpath(path.lstrip("/")) for path in named if _SECTION.fullmatch(path)]
    return tuple(path if "/" in path else f"Contents/{path}" for path in resolved)


def _text(metadata: _Element | None, name: str) -> str | None:
    if metadata is None:
        return None
    for element in metadata:
        if local(element.tag) == name:
            return " ".join((element.text or "").split()) or None
    return None
