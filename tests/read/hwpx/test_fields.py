"""Addresses of links, marks of notes."""

from __future__ import annotations

import pytest
from tests.read.hwpx.building import NAMESPACES

from yaksok.read.hwpx.fields import link_target, note_mark, plain_text
from yaksok.read.office.parts import parse_xml


def element(xml: str) -> object:
    name, _, rest = xml.partition(" ")
    return parse_xml(f"{name} {NAMESPACES} {rest}".encode(), path="", format_name="", part="")


def test_the_path_of_a_link_is_its_address() -> None:
    begin = element(
        '<hp:fieldBegin type="HYPERLINK"><hp:parameters><hp:stringParam name="Command">a;1</hp:stringParam>'
        '<hp:stringParam name="Path">https://example.org/x y</hp:stringParam></hp:parameters></hp:fieldBegin>'
    )
    assert link_target(begin) == "https://example.org/x y"  # type: ignore[arg-type]  # an element


NUMBER = '<hp:p><hp:run><hp:ctrl><hp:autoNum num="{0}" numType="FOOTNOTE">{1}</hp:autoNum></hp:ctrl></hp:run></hp:p>'
SHAPE = '<hp:autoNumFormat type="{0}" userChar="{1}" prefixChar="{2}" suffixChar="{3}"/>'


@pytest.mark.parametrize(
    ("note", "mark"),
    [
        (
            f"<hp:footNote ><hp:subList>{NUMBER.format(3, SHAPE.format('DIGIT', '', '', ')'))}</hp:subList></hp:footNote>",
            "3)",
        ),
        (
            f"<hp:footNote ><hp:subList>{NUMBER.format(2, SHAPE.format('HANGUL_SYLLABLE', '', '(', ')'))}</hp:subList></hp:footNote>",
            "(나)",
        ),
        (
            f"<hp:footNote ><hp:subList>{NUMBER.format(1, SHAPE.format('USER_CHAR', '※', '', ''))}</hp:subList></hp:footNote>",
            "※",
        ),
        ('<hp:footNote number="5" prefixChar="0" suffixChar="41"/>', "5)"),
        ('<hp:footNote number="5"/>', "5"),
        ("<hp:footNote />", "9"),
    ],
)
def test_marks_of_notes(note: str, mark: str) -> None:
    assert note_mark(element(note), 9, None) == mark  # type: ignore[arg-type]  # an element


def test_the_sections_format_dresses_a_bare_number() -> None:
    shape = element(SHAPE.format("ROMAN_SMALL", "", "", "."))
    assert note_mark(element("<hp:endNote />"), 4, shape) == "iv."  # type: ignore[arg-type]  # elements


def test_words_of_a_memo() -> None:
    memo = element(
        "<hp:subList ><hp:p><hp:run><hp:t>첫<hp:tab/>줄</hp:t></hp:run></hp:p><hp:p><hp:run><hp:t>둘째 \uf06c</hp:t>"
        "</hp:run></hp:p></hp:subList>"
    )
    assert plain_text(memo) == "첫\t줄\n둘째 ●"  # type: ignore[arg-type]  # an element
