"""Word packages for tests, written part by part."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from yaksok.read.docx.reader import flow_of
from yaksok.read.office.flow import Flow, FlowTable, Paragraph
from yaksok.read.sources import from_bytes

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_ROOTS = {
    "styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes",
    "comments": "comments", "settings": "settings", "header": "hdr", "footer": "ftr",
}  # fmt: skip


def package(
    body: str, *, links: Mapping[str, str] | None = None, core: str = "", drop: str = "", **parts: str
) -> bytes:
    """A package with a body and parts such as `styles` or `header1`; `links` are outer addresses by id.

    A part may be left out by naming it in `drop`; it is still referred to.
    """
    relations = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for name in parts
    )
    relations += "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/hyperlink" Target="{target}" TargetMode="External"/>'
        for name, target in (links or {}).items()
    )
    members = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": (
            f'<Relationships xmlns="{_RELATIONS}">'
            f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
            '<Relationship Id="b" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/'
            'core-properties" Target="docProps/core.xml"/></Relationships>'
        ),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>',
    }
    if core:
        members["docProps/core.xml"] = (
            '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/">{core}</c:coreProperties>'
        )
    for name, inside in parts.items():
        root = _ROOTS[name.rstrip("0123456789")]
        members[f"word/{name}.xml"] = f"<w:{root} {NAMESPACES}>{inside}</w:{root}>"
    members.pop(f"word/{drop}.xml", None)
    return archive(members)


def archive(members: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive with these members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package_file:
        for name, content in members.items():
            package_file.writestr(name, content)
    return file.getvalue()


def run(text: str, properties: str = "") -> str:
    """A run with a text."""
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*inside: str, properties: str = "") -> str:
    """A paragraph of runs; bare text becomes a run."""
    runs = "".join(piece if piece.startswith("<") else run(piece) for piece in inside)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def listed(text: str, num_id: int, level: int = 0) -> str:
    """A paragraph of a list."""
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>')


def level(number: int, format_name: str, text: str, more: str = "", start: int = 1) -> str:
    """A level of a list's definition."""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{format_name}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def flow(body: str, **parts: object) -> Flow:
    """The flow of a package with this body."""
    return flow_of(from_bytes(package(body, **parts), origin="test.docx"))  # type: ignore[arg-type]


def paragraphs(body: str, **parts: object) -> list[Paragraph]:
    """The paragraphs of a body, those of tables left out."""
    return [block for block in flow(body, **parts).blocks if isinstance(block, Paragraph)]


def texts(body: str, **parts: object) -> list[str]:
    """The texts of the paragraphs."""
    return [paragraph.text for paragraph in paragraphs(body, **parts)]


def marks(body: str, **parts: object) -> list[str]:
    """The automatic marks of the paragraphs."""
    return [paragraph.mark for paragraph in paragraphs(body, **parts)]


def table_of(body: str, **parts: object) -> FlowTable:
    """The only table of a body."""
    (table,) = (block for block in flow(body, **parts).blocks if isinstance(block, FlowTable))
    return table
