"""The parts of a DOCX file beside its body: styles, lists, notes, headers, relations, properties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tests.support.office.archive import XML_HEAD, escape
from tests.support.office.description import MOMENT, Description, ListStyle, NoteKind

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "application/vnd.openxmlformats-package"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": _OFFICE,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
_FORMATS = {
    "digit": "decimal",
    "hangul": "ganada",
    "circled": "decimalEnclosedCircle",
    "roman": "upperRoman",
    "latin": "lowerLetter",
    "bullet": "bullet",
}


def numbering_part(lists: Iterable[ListStyle]) -> str:
    """word/numbering.xml; the first list has the number 1."""
    lists = tuple(lists)
    abstract = "".join(_abstract(number, style) for number, style in enumerate(lists, 1))
    used = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number, _ in enumerate(lists, 1)
    )
    return f"{XML_HEAD}<w:numbering {NAMESPACES}>{abstract}{used}</w:numbering>"


def _abstract(number: int, style: ListStyle) -> str:
    levels = []
    for at, level in enumerate(style.levels):
        link = f'<w:pStyle w:val="Heading{at + 1}"/>' if style.outline else ""
        levels.append(
            f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{_FORMATS[level.format]}"/>{link}'
            f'<w:lvlText w:val="{escape(level.template.replace("^", "%"))}"/><w:lvlJc w:val="left"/></w:lvl>'
        )
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{"".join(levels)}'
        "</w:abstractNum>"
    )


def notes_part(kind: NoteKind, notes: Iterable[str]) -> str:
    """word/footnotes.xml or word/endnotes.xml, with the two separators that Word puts in front."""
    separators = "".join(
        f'<w:{kind} w:type="{name}" w:id="{number}"><w:p><w:r><w:{name}/></w:r></w:p></w:{kind}>'
        for name, number in (("separator", -1), ("continuationSeparator", 0))
    )
    written = "".join(f'<w:{kind} w:id="{number}">{note}</w:{kind}>' for number, note in enumerate(notes, 1))
    return f"{XML_HEAD}<w:{kind}s {NAMESPACES}>{separators}{written}</w:{kind}s>"


def running_part(kind: str, text: str, *, page_numbers: bool = False) -> dict[str, str]:
    """word/header1.xml or word/footer1.xml; none where nothing runs."""
    tag = "hdr" if kind == "header" else "ftr"
    lines = [f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'] if text else []
    if page_numbers:
        lines.append(
            '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t xml:space="preserve">- </w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText>'
            '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> -</w:t></w:r></w:p>'
        )
    if not lines:
        return {}
    return {f"word/{kind}1.xml": f"{XML_HEAD}<w:{tag} {NAMESPACES}>{''.join(lines)}</w:{tag}>"}


def fixed_parts(description: Description, targets: Iterable[str], parts: Mapping[str, str]) -> dict[str, str]:
    """Content types, relations, styles and properties for the parts that there are."""
    relations = {
        "styles": "styles",
        "numbering": "numbering",
        "footnotes": "footnotes",
        "endnotes": "endnotes",
        "comments": "comments",
        **{f"{kind}1": kind for kind in ("header", "footer") if f"word/{kind}1.xml" in parts},
    }
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_CONTENT}.{kind}+xml"/>'
        for name, kind in {"document": "document.main", **relations}.items()
    )
    linked = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{name}.xml"/>'
        for name, kind in relations.items()
    ) + "".join(
        f'<Relationship Id="link{number}" Type="{_OFFICE}/hyperlink" Target="{escape(target)}" TargetMode="External"/>'
        for number, target in enumerate(targets, 1)
    )
    package = "http://schemas.openxmlformats.org/package/2006"
    return {
        "[Content_Types].xml": (
            f'{XML_HEAD}<Types xmlns="{package}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{types}'
            f'<Override PartName="/docProps/core.xml" ContentType="{_PACKAGE}.core-properties+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'{XML_HEAD}<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="document" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
            f'<Relationship Id="core" Type="{package}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
            "</Relationships>"
        ),
        "word/_rels/document.xml.rels": (
            f'{XML_HEAD}<Relationships xmlns="{package}/relationships">{linked}</Relationships>'
        ),
        "word/styles.xml": _styles(description),
        "docProps/core.xml": _core(description),
    }


def _styles(description: Description) -> str:
    outline = next((n for n, style in enumerate(description.lists, 1) if style.outline), None)
    levels = len(description.lists[outline - 1].levels) if outline else 0
    headings = []
    for level in range(1, 10):
        numbered = outline is not None and level <= levels
        number = (
            f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{outline}"/></w:numPr>'
            if numbered
            else ""
        )
        headings.append(
            f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
            f'<w:basedOn w:val="Normal"/><w:pPr>{number}<w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
        )
    title = '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="32"/></w:rPr>'
    others = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>{look}</w:style>'
        for name, look in (("Title", title), ("Caption", ""))
    )
    font = "NanumGothic" if description.language == "ko" else "Liberation Serif"
    return (
        f"{XML_HEAD}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{font}" w:eastAsia="{font}" w:hAnsi="{font}"/><w:sz w:val="20"/></w:rPr></w:rPrDefault>'
        '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        f"{''.join(headings)}{others}"
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>'
        + "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        + "</w:tblBorders></w:tblPr></w:style></w:styles>"
    )


def _core(description: Description) -> str:
    return (
        f'{XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(description.title)}</dc:title><dc:language>{description.language}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{MOMENT}</dcterms:created></cp:coreProperties>'
    )
