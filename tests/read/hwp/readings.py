"""What the tests of the HWP reader look at: a document of some records, its paragraphs, its doubts."""

from __future__ import annotations

from collections.abc import Iterator

from tests.read.hwp import pieces
from tests.support.office.hwp_records import control

from yaksok.read.hwp.reader import flow_of
from yaksok.read.office.flow import Flow, FlowBlock, Paragraph

TABLE, SHAPE, NOTE, NUMBER, HEAD, FIELD = (
    control(11, "tbl "), control(11, "gso "), control(17, "fn  "), control(18, "atno"), control(16, "head"), control(3, "%hlk"),
)  # fmt: skip


def flow(*records: bytes, info: bytes | None = None) -> Flow:
    return flow_of(pieces.document(*records, info=info))


def paragraphs(blocks: tuple[FlowBlock, ...]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
            for note in block.notes:
                yield from paragraphs(note.blocks)
        else:
            for each in block.cells:
                yield from paragraphs(each.blocks)


def shown(found: Flow) -> list[tuple[str, str, str]]:
    return [(each.path, each.kind, each.text) for each in paragraphs(found.blocks)]


def doubts(found: Flow) -> list[str]:
    return [each.message for each in found.problems if each.number == "Y156"]
