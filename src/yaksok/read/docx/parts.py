"""The parts of a Word package and how they refer to each other (Open Packaging Conventions, ECMA-376 part 2)."""

from __future__ import annotations

import codecs
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote

from yaksok.errors import DamagedFile, YaksokError
from yaksok.errors.notices import PART_MISSING
from yaksok.read.docx.names import STRICT
from yaksok.read.office.parts import Package, parse_xml
from yaksok.records.problem import Problem

if TYPE_CHECKING:
    from lxml.etree import _Element

FORMAT = "DOCX"
_MAIN_PART = "word/document.xml"
_STRICT_SIGN = b"purl.oclc.org"
_DECLARED_STRICT = re.compile(
    r"(xmlns(?::[\w.-]+)?\s*=\s*[\"'])(http://purl\.oclc\.org/ooxml/[\w/]+)(?=[\"'])"
)
_RELATION_TAG = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Relation:
    """What one part says of another: `kind` is the last word of its type, `target` a part or an address."""

    kind: str
    target: str
    external: bool


@dataclass(slots=True)
class Parts:
    """The parts of an open package. Those that are missing or broken become problems, but for the main part."""

    package: Package
    problems: list[Problem] = field(default_factory=list)
    _relations: dict[str, Mapping[str, Relation]] = field(default_factory=dict)
    _folded: dict[str, str] = field(default_factory=dict)

    @classmethod
    def open(cls, data: bytes, *, path: str) -> Parts:
        """The parts in some bytes. Raises DamagedFile."""
        package = Package.open(data, path=path, format_name=FORMAT)
        # Part names differ in case between programs, and count as equal.
        return cls(package, _folded={name.lower(): name for name in package.names})

    def main_name(self) -> str:
        """The name of the part with the body. Raises DamagedFile if there is none."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and self._member(relation.target):
                return relation.target
        if self._member(_MAIN_PART):
            return _MAIN_PART
        raise DamagedFile(path=self.package.path, format=FORMAT, reason=f"its part {_MAIN_PART} is missing")

    def tree(self, name: str) -> _Element:
        """The root of a part that must be there. Raises a ReadingError."""
        member = self._member(name)
        if member is None:
            reason = f"its part {name} is missing"
            raise DamagedFile(path=self.package.path, format=FORMAT, reason=reason)
        data = _transitional(self.package.read(member))
        return parse_xml(data, path=self.package.path, format_name=FORMAT, part=member)

    def optional_tree(self, name: str | None) -> _Element | None:
        """The root of a part; None with a problem if it is named but missing or broken."""
        if name is None:
            return None
        try:
            return self.tree(name)
        except DamagedFile:
            self.note_missing(name)
            return None

    def note_missing(self, name: str) -> None:
        """Records that a part was passed over."""
        problem = PART_MISSING.problem(part=name)
        if problem not in self.problems:
            self.problems.append(problem)

    def relations(self, name: str) -> Mapping[str, Relation]:
        """The relations of a part by their ids, "" for the package itself; none if they cannot be read."""
        known = self._relations.get(name)
        if known is None:
            known = self._relations[name] = self._read_relations(name)
        return known

    def related(self, name: str, kind: str) -> str | None:
        """The first part of a kind that a part names, such as "styles"."""
        found = (relation for relation in self.relations(name).values() if relation.kind == kind)
        return next((relation.target for relation in found if not relation.external), None)

    def _read_relations(self, name: str) -> Mapping[str, Relation]:
        folder, base = posixpath.split(name)
        member = self._member(posixpath.join(folder, "_rels", f"{base}.rels"))
        if member is None:
            return {}
        try:
            root = self.tree(member)
        except YaksokError:
            self.note_missing(member)
            return {}
        return {element.get("Id", ""): _relation(element, folder) for element in root.iter(_RELATION_TAG)}

    def _member(self, name: str) -> str | None:
        return name if name in self.package.names else self._folded.get(name.lower())


def _relation(element: _Element, folder: str) -> Relation:
    kind = element.get("Type", "").rpartition("/")[2]
    target = element.get("Target", "")
    if element.get("TargetMode", "").lower() == "external":
        return Relation(kind, target, external=True)
    joined = posixpath.normpath(posixpath.join("/" + folder, unquote(target)))
    return Relation(kind, joined.lstrip("/"), external=False)


def _transitional(data: bytes) -> bytes:
    """The part with the namespaces that all but strict files use."""
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if not wide and _STRICT_SIGN not in data:
        return data
    encoding = "utf-16" if wide else "utf-8"
    text = data.decode(encoding, "surrogateescape" if not wide else "replace")
    text = _DECLARED_STRICT.sub(lambda match: match[1] + STRICT.get(match[2], match[2]), text)
    return text.encode(encoding, "surrogateescape" if not wide else "replace")
