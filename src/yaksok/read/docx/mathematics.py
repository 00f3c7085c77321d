"""Formulas on one line: OMML (ECMA-376 part 1, 22.1) written the way Word's linear format does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yaksok.read.docx.names import MATHEMATICS, w

if TYPE_CHECKING:
    from lxml.etree import _Element

_DELETED = frozenset({w("del"), w("moveFrom")})
_SPACE = f"{{{MATHEMATICS}}}"
_PROPERTIES_END = "Pr"


def m(name: str) -> str:
    """The tag or attribute of this name in mathematics."""
    return f"{{{MATHEMATICS}}}{name}"


_TEXT = m("t")
_DELIMITED = m("d")
_RADICAL = m("rad")
_LARGE_OPERATOR = m("nary")
_BEFORE = {m("num"): "", m("den"): "/", m("sub"): "_", m("sup"): "^", m("lim"): "_"}


def linear(formula: _Element) -> str:
    """The text of a formula."""
    return "".join(_pieces(formula))


def _pieces(element: _Element) -> list[str]:
    tag = element.tag
    if tag == _TEXT:
        return [element.text or ""]
    if tag in _DELETED or (tag.startswith(_SPACE) and tag.endswith(_PROPERTIES_END)):
        return []
    if tag == _DELIMITED:
        return _delimited(element)
    if tag == _LARGE_OPERATOR:
        sign = _property(element, "naryPr", "chr")
        return ["∫" if sign is None else sign, *_children(element)]
    if tag == _RADICAL:
        degree = "".join(_pieces_of(element, "deg"))
        root = {"": "√", "3": "∛", "4": "∜"}.get(degree, f"√[{degree}]")
        return [root, _grouped("".join(_pieces_of(element, "e")))]
    before = _BEFORE.get(tag)
    if before is None:
        return _children(element)
    inside = "".join(_children(element))
    return [before, _grouped(inside)] if inside else []


def _children(element: _Element) -> list[str]:
    return [piece for child in element for piece in _pieces(child)]


def _pieces_of(element: _Element, name: str) -> list[str]:
    return [piece for child in element.iterfind(m(name)) for piece in _children(child)]


def _delimited(element: _Element) -> list[str]:
    opening = _property(element, "dPr", "begChr")
    between = _property(element, "dPr", "sepChr")
    closing = _property(element, "dPr", "endChr")
    parts = ["".join(_children(child)) for child in element.iterfind(m("e"))]
    inside = ("|" if between is None else between).join(parts)
    return ["(" if opening is None else opening, inside, ")" if closing is None else closing]


def _property(element: _Element, properties: str, name: str) -> str | None:
    child = element.find(f"{m(properties)}/{m(name)}")
    return child.get(m("val"), "") if child is not None else None


def _grouped(text: str) -> str:
    """The text in brackets where one sign alone would be taken for what belongs together."""
    return text if text.isalnum() else f"({text})"
