"""Which streams hold the text of a document, and their records.

It stands in BodyText. A distribution document has a notice there and its text, encrypted, in ViewText; one with
tracked changes has its final text in BodyText and that with all changes, not encrypted, in ViewText.
"""

from __future__ import annotations

from yaksok.errors import DamagedFile, UnpacksTooLarge
from yaksok.errors.notices import PART_MISSING
from yaksok.read.hwp import distribution
from yaksok.read.hwp.container import Container
from yaksok.read.hwp.records import MOST_RECORDS, PARA_HEADER, PARA_TEXT, Records, parse_records
from yaksok.records.problem import Problem

_BODY = "BodyText"
_VIEW = "ViewText"
_NOTICE = "이 문서는 상위 버전의 배포용 문서입니다".encode("utf-16-le")


def read_sections(container: Container, problems: list[Problem]) -> list[Records | None]:
    """The records of all sections in order, None for one that cannot be read while others can.

    Raises DamagedFile where there is none, UnpacksTooLarge or NestedTooDeep.
    """
    header = container.header
    body, view = container.sections(_BODY), container.sections(_VIEW)
    if header.distribution:
        # What stands in BodyText is never the document.
        if not view:
            raise container.damaged("it is a distribution document without its text (ViewText)")
        return _read(container, view, problems)
    if header.tracked and len(view) == len(body):
        try:
            return _read(container, view, [])
        except DamagedFile:
            problems.append(PART_MISSING.problem(part=_VIEW))
    sections = _read(container, body, problems)
    if view and any(records is not None and _is_notice(records) for records in sections):
        return _read(container, view, problems)
    return sections


def _read(container: Container, names: list[str], problems: list[Problem]) -> list[Records | None]:
    found: list[Records | None] = []
    damage: DamagedFile | None = None
    count = 0
    for name in names:
        try:
            records = _records(container, name)
            count += len(records)
            if count > MOST_RECORDS:
                raise UnpacksTooLarge(path=container.path, limit=f"{MOST_RECORDS:,} records")
            found.append(records)
        except DamagedFile as error:
            damage = error
            found.append(None)
            problems.append(PART_MISSING.problem(part=name))
    if not any(records is not None for records in found):
        raise damage or container.damaged("it has no section")
    return found


def _records(container: Container, name: str) -> Records:
    data = container.raw(name)
    if distribution.is_encrypted(data):
        data = distribution.decrypt(data)
    if container.header.compressed:
        data = container.inflate(data, name)
    records = parse_records(data, path=container.path)
    if PARA_HEADER not in records.tags:
        raise container.damaged(f"its part {name} holds no paragraph")
    return records


def _is_notice(records: Records) -> bool:
    """Whether a section is what distribution documents show to programs that cannot read them."""
    texts = [number for number, kind in enumerate(records.tags) if kind == PARA_TEXT]
    return len(texts) == 1 and _NOTICE in records.content(texts[0])
