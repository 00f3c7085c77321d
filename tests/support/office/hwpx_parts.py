"""The parts of an HWPX file (OWPML, KS X 6101) beside its sections."""

from __future__ import annotations

from tests.support.office.archive import XML_HEAD, escape
from tests.support.office.description import AUTHOR, MOMENT, ChangeKind, Description, ListStyle
from tests.support.office.formats import ParagraphFormat

_BASE = "http://www.hancom.co.kr"
NAMESPACES = (
    " ".join(
        f'xmlns:{prefix}="{_BASE}/{path}"'
        for prefix, path in {
            "ha": "hwpml/2011/app",
            "hp": "hwpml/2011/paragraph",
            "hp10": "hwpml/2016/paragraph",
            "hs": "hwpml/2011/section",
            "hc": "hwpml/2011/core",
            "hh": "hwpml/2011/head",
            "hpf": "schema/2011/hpf",
        }.items()
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf/"'
)
_FORMATS = {
    "digit": "DIGIT",
    "hangul": "HANGUL_SYLLABLE",
    "circled": "CIRCLED_DIGIT",
    "roman": "ROMAN_CAPITAL",
    "latin": "LATIN_SMALL",
}
_LANGUAGES = ("HANGUL", "LATIN", "HANJA", "JAPANESE", "OTHER", "SYMBOL", "USER")
_SIDES = ("leftBorder", "rightBorder", "topBorder", "bottomBorder")
TITLE_LETTERS = 1
"""The number of the title's letters; the body's are 0."""


def fixed_parts(description: Description, preview: str) -> dict[str, str]:
    """Everything but header and section, in the order in which Hancom writes it."""
    language, title = description.language, escape(description.title)
    items = (
        ("header", "Contents/header.xml"),
        ("section0", "Contents/section0.xml"),
        ("settings", "settings.xml"),
    )
    manifest = "".join(
        f'<opf:item id="{name}" href="{path}" media-type="application/xml"/>' for name, path in items
    )
    return {
        "mimetype": "application/hwp+zip",
        "version.xml": (
            f'{XML_HEAD}<hv:HCFVersion xmlns:hv="{_BASE}/hwpml/2011/version" tagetApplication="WORDPROCESSOR" major="5" '
            'minor="1" micro="0" buildNumber="1" os="1" xmlVersion="1.4" application="yaksok"/>'
        ),
        "META-INF/container.xml": (
            f'{XML_HEAD}<ocf:container xmlns:ocf="urn:oasis:names:tc:opendocument:xmlns:container"><ocf:rootfiles>'
            '<ocf:rootfile full-path="Contents/content.hpf" media-type="application/hwpml-package+xml"/>'
            '<ocf:rootfile full-path="Preview/PrvText.txt" media-type="text/plain"/></ocf:rootfiles></ocf:container>'
        ),
        "META-INF/manifest.xml": (
            f'{XML_HEAD}<odf:manifest xmlns:odf="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
        ),
        "Contents/content.hpf": (
            f'{XML_HEAD}<opf:package {NAMESPACES} version="" unique-identifier="" id=""><opf:metadata>'
            f"<opf:title>{title}</opf:title><opf:language>{language}</opf:language>"
            f'<opf:meta name="CreatedDate" content="text">{MOMENT}</opf:meta></opf:metadata>'
            f'<opf:manifest>{manifest}</opf:manifest><opf:spine><opf:itemref idref="header" linear="no"/>'
            '<opf:itemref idref="section0" linear="yes"/></opf:spine></opf:package>'
        ),
        "settings.xml": (
            f"{XML_HEAD}<ha:HWPApplicationSetting {NAMESPACES}>"
            '<ha:CaretPosition listIDRef="0" paraIDRef="0" pos="0"/></ha:HWPApplicationSetting>'
        ),
        "Preview/PrvText.txt": preview,
    }


def header_part(
    description: Description, formats: tuple[ParagraphFormat, ...], changes: tuple[ChangeKind, ...]
) -> str:
    """Contents/header.xml: fonts, letters, lists, paragraph formats, styles, changes."""
    lists = description.lists
    numberings = "".join(_numbering(n, style) for n, style in enumerate(lists, 1))
    glyphs = bullets(lists)
    bullet = "".join(
        f'<hh:bullet id="{number}" char="{escape(glyph)}" useImage="0">{_head(0, "DIGIT", "")}</hh:bullet>'
        for glyph, number in glyphs.items()
    )
    paragraphs = "".join(_format(n, each, lists) for n, each in enumerate(formats))
    lists_part = _counted("numberings", numberings, len(lists)) + _counted("bullets", bullet, len(glyphs))
    return (
        f'{XML_HEAD}<hh:head {NAMESPACES} version="1.4" secCnt="1">'
        '<hh:beginNum page="1" footnote="1" endnote="1" pic="1" tbl="1" equation="1"/><hh:refList>'
        f"{_fonts()}{_borders()}{_letters()}"
        '<hh:tabProperties itemCnt="1"><hh:tabPr id="0" autoTabLeft="0" autoTabRight="0"/></hh:tabProperties>'
        f"{lists_part}{_counted('paraProperties', paragraphs, len(formats))}{_styles()}{_changes(changes)}"
        '</hh:refList><hh:compatibleDocument targetProgram="HWP201X"><hh:layoutCompatibility/></hh:compatibleDocument>'
        '<hh:docOption><hh:linkinfo path="" pageInherit="0" footnoteInherit="0"/></hh:docOption>'
        '<hh:trackchageConfig flags="56"/></hh:head>'
    )


def bullets(lists: tuple[ListStyle, ...]) -> dict[str, int]:
    """The glyphs of all bullets with their numbers, from 1."""
    glyphs = [level.template for style in lists for level in style.levels if level.format == "bullet"]
    return {glyph: number for number, glyph in enumerate(dict.fromkeys(glyphs), 1)}


def _counted(name: str, inside: str, count: int) -> str:
    return f'<hh:{name} itemCnt="{count}">{inside}</hh:{name}>' if count else ""


def _fonts() -> str:
    faces = "".join(
        f'<hh:fontface lang="{language}" fontCnt="1"><hh:font id="0" face="나눔고딕" type="TTF" isEmbedded="0"/>'
        "</hh:fontface>"
        for language in _LANGUAGES
    )
    return _counted("fontfaces", faces, len(_LANGUAGES))


def _borders() -> str:
    def border(number: int, kind: str) -> str:
        sides = "".join(f'<hh:{side} type="{kind}" width="0.12 mm" color="#000000"/>' for side in _SIDES)
        return (
            f'<hh:borderFill id="{number}" threeD="0" shadow="0" centerLine="NONE" breakCellSeparateLine="0">'
            '<hh:slash type="NONE" Crooked="0" isCounter="0"/><hh:backSlash type="NONE" Crooked="0" isCounter="0"/>'
            f'{sides}<hh:diagonal type="SOLID" width="0.1 mm" color="#000000"/></hh:borderFill>'
        )

    return _counted("borderFills", border(1, "NONE") + border(2, "SOLID"), 2)


def _letters() -> str:
    def each(name: str, value: int) -> str:
        values = " ".join(f'{language.lower()}="{value}"' for language in _LANGUAGES)
        return f"<hh:{name} {values}/>"

    inside = (
        each("fontRef", 0) + each("ratio", 100) + each("spacing", 0) + each("relSz", 100) + each("offset", 0)
    )
    letters = "".join(
        f'<hh:charPr id="{number}" height="{height}" textColor="#000000" shadeColor="none" useFontSpace="0" '
        f'useKerning="0" symMark="NONE" borderFillIDRef="1">{inside}</hh:charPr>'
        for number, height in enumerate((1000, 1600))
    )
    return _counted("charProperties", letters, 2)


def _numbering(number: int, style: ListStyle) -> str:
    """A numbering; levels with bullets are kept as bullets elsewhere, and hold their place here."""
    heads = "".join(
        _head(at, _FORMATS.get(level.format, "DIGIT"), level.template if level.format in _FORMATS else "")
        for at, level in enumerate(style.levels, 1)
    )
    return f'<hh:numbering id="{number}" start="0">{heads}</hh:numbering>'


def _head(level: int, kind: str, template: str) -> str:
    return (
        f'<hh:paraHead start="1" level="{level}" align="LEFT" useInstWidth="1" autoIndent="1" widthAdjust="0" '
        f'textOffsetType="PERCENT" textOffset="50" numFormat="{kind}" charPrIDRef="4294967295" checkable="0">'
        f"{escape(template)}</hh:paraHead>"
    )


def _format(number: int, each: ParagraphFormat, lists: tuple[ListStyle, ...]) -> str:
    def margin(factor: int, unit: str) -> str:
        values = {"intent": each.first, "left": each.left, "right": 0, "prev": 0, "next": 0}
        inside = "".join(f'<hc:{name} value="{value * factor}"{unit}/>' for name, value in values.items())
        return f'<hh:margin>{inside}</hh:margin><hh:lineSpacing type="PERCENT" value="160"{unit}/>'

    align = "CENTER" if each.title else "JUSTIFY"
    unit = ' unit="HWPUNIT"'
    # The default of the switch holds doubled values, for versions that do not know the unit.
    return (
        f'<hh:paraPr id="{number}" tabPrIDRef="0" condense="0" fontLineHeight="0" snapToGrid="1" '
        f'suppressLineNumbers="0" checked="0"><hh:align horizontal="{align}" vertical="BASELINE"/>'
        f"{_heading(each, lists)}"
        '<hh:breakSetting breakLatinWord="KEEP_WORD" breakNonLatinWord="KEEP_WORD" widowOrphan="0" keepWithNext="0" '
        'keepLines="0" pageBreakBefore="0" lineWrap="BREAK"/><hh:autoSpacing eAsianEng="0" eAsianNum="0"/>'
        f'<hp:switch><hp:case hp:required-namespace="{_BASE}/hwpml/2016/HwpUnitChar">'
        f"{margin(1, unit)}</hp:case><hp:default>{margin(2, '')}</hp:default></hp:switch>"
        '<hh:border borderFillIDRef="1" offsetLeft="0" offsetRight="0" offsetTop="0" offsetBottom="0" connect="0" '
        'ignoreMargin="0"/></hh:paraPr>'
    )


def _heading(each: ParagraphFormat, lists: tuple[ListStyle, ...]) -> str:
    mark = each.mark
    if mark is None:
        return '<hh:heading type="NONE" idRef="0" level="0"/>'
    number, style = next((n, style) for n, style in enumerate(lists, 1) if style.name == mark.list_name)
    level = style.levels[mark.level]
    if level.format == "bullet":
        return f'<hh:heading type="BULLET" idRef="{bullets(lists)[level.template]}" level="{mark.level}"/>'
    # The outline's numbering is named by the section.
    kind, reference = ("OUTLINE", 0) if style.outline else ("NUMBER", number)
    return f'<hh:heading type="{kind}" idRef="{reference}" level="{mark.level}"/>'


def _styles() -> str:
    names = [("바탕글", "Normal"), *((f"개요 {level}", f"Outline {level}") for level in range(1, 8))]
    styles = "".join(
        f'<hh:style id="{number}" type="PARA" name="{name}" engName="{english}" paraPrIDRef="0" charPrIDRef="0" '
        f'nextStyleIDRef="{number}" langID="1042" lockForm="0"/>'
        for number, (name, english) in enumerate(names)
    )
    return _counted("styles", styles, len(names))


def _changes(changes: tuple[ChangeKind, ...]) -> str:
    if not changes:
        return ""
    kinds = {"inserted": "Insert", "deleted": "Delete"}
    written = "".join(
        f'<hh:trackChange type="{kinds[change]}" date="{MOMENT}" authorID="1" hide="0" id="{number}"/>'
        for number, change in enumerate(changes, 1)
    )
    author = f'<hh:trackChangeAuthor name="{AUTHOR}" mark="1" id="1"/>'
    return _counted("trackChanges", written, len(changes)) + _counted("trackChangeAuthors", author, 1)
