"""An HWP 5 document to a flow of paragraphs and tables, and that to text.

This product was developed with reference to the HWP document file (.hwp) format published by Hancom.
본 제품은 한글과컴퓨터의 한글 문서 파일(.hwp) 공개 문서를 참고하여 개발하였습니다.
"""

from __future__ import annotations

from yaksok.errors import DamagedFile, OldHancomFormat
from yaksok.errors.notices import PART_MISSING, PRIVATE_USE, READ_WITH_DOUBT
from yaksok.read.detect import HWP3, HWP5, HWPML, detect
from yaksok.read.hancom.numbering import Counter
from yaksok.read.hwp.body import Body
from yaksok.read.hwp.container import Container
from yaksok.read.hwp.docinfo import DocInfo, parse_doc_info
from yaksok.read.hwp.doubt import doubts
from yaksok.read.hwp.memos import read_memos
from yaksok.read.hwp.reading import Reading
from yaksok.read.hwp.records import Records, parse_records
from yaksok.read.hwp.sections import read_sections
from yaksok.read.hwp.summary import shown_title
from yaksok.read.office.composing import compose
from yaksok.read.office.flow import Flow, FlowBlock
from yaksok.read.sources import RawSource
from yaksok.records.problem import Problem
from yaksok.records.source import SourceText


def read(raw: RawSource) -> SourceText:
    """The text of an HWP document. Raises a ReadingError."""
    return compose(flow_of(raw), raw)


def flow_of(raw: RawSource) -> Flow:
    """What an HWP 5 file holds.

    A section that cannot be read is passed over with a problem as long as another section can be. Raises
    OldHancomFormat for HWP 3 and HWPML, PasswordNeeded, ProtectedByRights, DamagedFile, UnpacksTooLarge or
    NestedTooDeep.
    """
    kind = detect(raw.data)
    if kind is not None and kind in {HWP3, HWPML}:
        raise OldHancomFormat(path=raw.origin, format=kind.name)
    container = Container.open(raw.data, path=raw.origin)
    problems: list[Problem] = []
    sections = read_sections(container, problems)
    reading = _begin(container, sections, problems)
    blocks: list[FlowBlock] = []
    for number, records in enumerate(sections):
        if records is not None:
            blocks += Body(reading, records, f"section{number}").read(new_page=number > 0)
    reasons = doubts(reading, container, sections, blocks)
    problems += [READ_WITH_DOUBT.problem(reason=reason) for reason in reasons]
    if reading.unknown:
        problems.append(PRIVATE_USE.problem(count=reading.unknown))
    return Flow(
        tuple(blocks),
        HWP5.media_type,
        title=shown_title(container, blocks),
        problems=tuple(problems),
    )


def _begin(container: Container, sections: list[Records | None], problems: list[Problem]) -> Reading:
    """The definitions and memos; without definitions there are no automatic marks and no indents."""
    info = DocInfo()
    try:
        info = parse_doc_info(parse_records(container.stream("DocInfo"), path=container.path))
    except DamagedFile:
        problems.append(PART_MISSING.problem(part="DocInfo"))
    reading = Reading(container.path, info, Counter(info.numberings, info.bullets))
    if info.sections is not None and info.sections != len(sections):
        reading.doubt(f"it claims {info.sections} sections and has {len(sections)}")
    for records in sections:
        if records is not None:
            read_memos(reading, records)
    return reading
