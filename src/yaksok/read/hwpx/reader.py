"""An HWPX file to a flow, and to text."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING

from yaksok.errors import DamagedFile
from yaksok.errors.notices import PART_MISSING, PRIVATE_USE
from yaksok.read.detect import HWPX
from yaksok.read.hancom.numbering import Counter
from yaksok.read.hwpx.formats import Formats, formats_of
from yaksok.read.hwpx.inline import Inline
from yaksok.read.hwpx.package import FORMAT, HEADER, open_package, parts_of
from yaksok.read.hwpx.walk import Walker
from yaksok.read.office.composing import compose
from yaksok.read.office.flow import Flow, FlowBlock, FlowTable, Paragraph
from yaksok.read.office.parts import Package
from yaksok.read.sources import RawSource
from yaksok.records.problem import Problem
from yaksok.records.source import SourceText

if TYPE_CHECKING:
    from lxml.etree import _Element

_FIRST_PARAGRAPHS = 60
_SHORTEST_TITLE = 5


def read(raw: RawSource) -> SourceText:
    """The text of an HWPX file. Raises what `flow_of` raises, and SourceEmpty."""
    return compose(flow_of(raw), raw)


def flow_of(raw: RawSource) -> Flow:
    """The paragraphs of an HWPX file.

    A section or header that cannot be read is passed over with a problem as long as another section can be.
    Raises DamagedFile, PasswordNeeded, ProtectedByRights, UnpacksTooLarge, UnsafeMarkup, NestedTooDeep.
    """
    package = open_package(raw)
    parts = parts_of(package)
    problems: list[Problem] = []
    formats = _formats(package, problems)
    walker = Walker(formats, Counter(formats.numberings, formats.bullets), Inline(formats.changes))
    blocks: list[FlowBlock] = []
    for at, root in enumerate(_roots(package, parts.sections, problems)):
        if root is not None:
            blocks.extend(walker.section(root, at))
    if walker.unknown:
        problems.append(PRIVATE_USE.problem(count=walker.unknown))
    return Flow(
        tuple(blocks),
        HWPX.media_type,
        title=_title(parts.title, blocks),
        language=parts.language,
        problems=tuple(problems),
    )


def _formats(package: Package, problems: list[Problem]) -> Formats:
    """The definitions; without them there are no automatic marks and no indents."""
    try:
        if HEADER in package.names:
            return formats_of(package.tree(HEADER))
    except DamagedFile:
        problems.append(PART_MISSING.problem(part=HEADER))
        return Formats()
    problems.append(PART_MISSING.problem(part=HEADER))
    return Formats()


def _roots(package: Package, names: tuple[str, ...], problems: list[Problem]) -> Iterable[_Element | None]:
    """The sections one after the other, None for a broken one."""
    damage: DamagedFile | None = None
    sound = 0
    for name in names:
        try:
            root = package.tree(name)
        except DamagedFile as error:
            damage = error
            problems.append(PART_MISSING.problem(part=name))
            yield None
            continue
        sound += 1
        yield root
    if damage is not None and not sound:
        raise DamagedFile(path=package.path, format=FORMAT, reason=str(damage.fields.get("reason", "")))


def _title(title: str | None, blocks: list[FlowBlock]) -> str | None:
    """The title in the file's properties, if the first page shows it: it is often left over from another file."""
    wanted = "".join((title or "").split())
    if len(wanted) < _SHORTEST_TITLE:
        return None
    first = islice(_paragraphs(blocks), _FIRST_PARAGRAPHS)
    return title if any("".join(each.text.split()) == wanted for each in first) else None


def _paragraphs(blocks: Iterable[FlowBlock]) -> Iterable[Paragraph]:
    for block in blocks:
        if isinstance(block, FlowTable):
            for cell in block.cells:
                yield from _paragraphs(cell.blocks)
        else:
            yield block
