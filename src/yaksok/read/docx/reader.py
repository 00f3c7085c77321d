"""A Word document to text: its stories in reading order, put into the flow that all office formats share."""

from __future__ import annotations

from dataclasses import replace

from yaksok.errors import DamagedFile, PasswordNeeded, ProtectedByRights
from yaksok.errors.notices import PRIVATE_USE
from yaksok.read.detect import DOCX, OLE_SIGNATURE, has_stream
from yaksok.read.docx.blocks import BlockReader
from yaksok.read.docx.document import WordDocument
from yaksok.read.docx.names import w
from yaksok.read.docx.parts import FORMAT
from yaksok.read.docx.properties import CoreProperties, read_core_properties
from yaksok.read.docx.sections import RunningHeads, sections
from yaksok.read.office.composing import compose
from yaksok.read.office.flow import Flow, FlowAnnotation, FlowBlock, FlowTable, Paragraph
from yaksok.read.sources import RawSource
from yaksok.records.source import SourceText


def read(raw: RawSource) -> SourceText:
    """The text of a Word document with its layout. Raises a ReadingError."""
    return compose(flow_of(raw), raw)


def flow_of(raw: RawSource) -> Flow:
    """What a Word document holds.

    Raises PasswordNeeded or ProtectedByRights for encrypted ones, DamagedFile if the package or its main part
    cannot be read, UnpacksTooLarge, UnsafeMarkup or NestedTooDeep; other broken parts are problems of the flow.
    """
    if raw.data.startswith(OLE_SIGNATURE):
        # [MS-OFFCRYPTO]: rights management transforms the package under this name, passwords do not.
        rights = has_stream(raw.data, "DRMEncryptedTransform") or has_stream(
            raw.data, "DRMEncryptedDataSpace"
        )
        raise ProtectedByRights(path=raw.origin) if rights else PasswordNeeded(path=raw.origin)
    document = WordDocument.open(raw.data, path=raw.origin)
    body = document.root.find(w("body"))
    if body is None:
        reason = f"its part {document.name} has no body"
        raise DamagedFile(path=raw.origin, format=FORMAT, reason=reason)
    blocks = _read_body(document)
    properties = read_core_properties(document.parts)
    unknown = [PRIVATE_USE.problem(count=document.unknown_signs)] if document.unknown_signs else []
    return Flow(
        blocks=tuple(blocks),
        media_type=DOCX.media_type,
        title=_title(document, properties, blocks),
        language=properties.language,
        problems=(*document.parts.problems, *unknown),
    )


def _read_body(document: WordDocument) -> list[FlowBlock]:
    body = document.root.find(w("body"))
    story = document.story("body", document.name, document.root)
    reader = BlockReader(story)
    running = RunningHeads(document)
    blocks: list[FlowBlock] = []
    for number, section in enumerate(sections(body) if body is not None else ()):
        path = f"section{number}"
        document.notes.open_section(section.properties)
        heads = running.of(section, path)
        own = reader.read(section.elements, path)
        begun = [*heads, *own]
        if number and section.begins_page:
            begun = _on_new_page(begun)
        blocks.extend(begun)
    return _with_rest(blocks, story.waiting)


def _on_new_page(blocks: list[FlowBlock]) -> list[FlowBlock]:
    """The blocks with the first paragraph of them at the head of a page."""
    for place, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            return [*blocks[:place], replace(block, new_page=True), *blocks[place + 1 :]]
    return blocks


def _with_rest(blocks: list[FlowBlock], rest: list[FlowAnnotation]) -> list[FlowBlock]:
    """The blocks with changes at the very end, which no paragraph follows, on the last paragraph."""
    place = next((at for at in reversed(range(len(blocks))) if isinstance(blocks[at], Paragraph)), None)
    if not rest or place is None:
        return blocks
    last = blocks[place]
    if isinstance(last, FlowTable):
        return blocks
    end = len(last.text)
    moved = tuple(replace(one, start=end, end=end) for one in rest)
    return [*blocks[:place], replace(last, annotations=(*last.annotations, *moved)), *blocks[place + 1 :]]


def _title(document: WordDocument, properties: CoreProperties, blocks: list[FlowBlock]) -> str | None:
    """The text in the title's style, or the title of the metadata if the text repeats it.

    Metadata alone proves nothing: it often names the document that this one was made from.
    """
    if document.titles:
        return " ".join(document.titles[0].split())
    wanted = "".join(properties.title.split())
    if not wanted:
        return None
    texts = (block.text for block in blocks if isinstance(block, Paragraph))
    return properties.title if any(wanted in "".join(text.split()) for text in texts) else None
