"""HWPX files with just the parts that a test names."""

from __future__ import annotations

from collections.abc import Mapping

from tests.support.office.archive import package

from yaksok.read.hwpx.reader import flow_of
from yaksok.read.office.flow import Flow, FlowBlock, FlowTable, Paragraph
from yaksok.read.sources import RawSource, from_bytes

BASE = "http://www.hancom.co.kr/hwpml"
NAMESPACES = (
    f'xmlns:hp="{BASE}/2011/paragraph" xmlns:hs="{BASE}/2011/section" xmlns:hh="{BASE}/2011/head" '
    f'xmlns:hc="{BASE}/2011/core"'
)
SECTION = "Contents/section0.xml"


def section(*paragraphs: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><hs:sec {NAMESPACES}>{"".join(paragraphs)}</hs:sec>'


def head(
    lists: str = "", *, formats: str = "", letters: str = "", styles: str = "", changes: str = ""
) -> str:
    return (
        f"<hh:head {NAMESPACES}><hh:refList><hh:charProperties>{letters}</hh:charProperties>{lists}"
        f"<hh:paraProperties>{formats}</hh:paraProperties><hh:styles>{styles}</hh:styles>{changes}</hh:refList></hh:head>"
    )


def p(*inside: str, form: str = "0", style: str = "0", letters: str = "0", more: str = "") -> str:
    """A paragraph of one run; plain words become its text."""
    run = "".join(each if each.startswith("<") else f"<hp:t>{each}</hp:t>" for each in inside)
    return f'<hp:p paraPrIDRef="{form}" styleIDRef="{style}" {more}><hp:run charPrIDRef="{letters}">{run}</hp:run></hp:p>'


def sub(*paragraphs: str) -> str:
    return f"<hp:subList>{''.join(paragraphs)}</hp:subList>"


def cell(row: int, column: int, *paragraphs: str, spans: tuple[int, int] = (1, 1), more: str = "") -> str:
    return (
        f"<hp:tc {more}>{sub(*paragraphs)}"
        f'<hp:cellAddr colAddr="{column}" rowAddr="{row}"/><hp:cellSpan colSpan="{spans[1]}" rowSpan="{spans[0]}"/></hp:tc>'
    )


def table(*rows: str, caption: str = "") -> str:
    return f"<hp:tbl>{caption}{''.join(f'<hp:tr>{row}</hp:tr>' for row in rows)}</hp:tbl>"


def raw(parts: Mapping[str, str | bytes]) -> RawSource:
    data = package({"mimetype": "application/hwp+zip", **parts}, stored=frozenset({"mimetype"}))
    return from_bytes(data, origin="made.hwpx")


def flow(*paragraphs: str, header: str | None = None) -> Flow:
    """The flow of one section."""
    return flow_of(raw({"Contents/header.xml": header or head(), SECTION: section(*paragraphs)}))


def paragraphs_of(blocks: tuple[FlowBlock, ...]) -> list[Paragraph]:
    """All paragraphs in reading order, those of cells among them."""
    found: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, FlowTable):
            for each in block.cells:
                found.extend(paragraphs_of(each.blocks))
        else:
            found.append(block)
    return found
