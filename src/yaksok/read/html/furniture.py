"""Which elements of a page are furniture, and which one holds the article.

Names of classes and ids are those that Korean ministries' sites and the usual frameworks give
their parts (gnb, lnb: global and local navigation bar; kogl: the public licence mark).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum


class Furniture(IntEnum):
    """How sure an element's own tag, role or name makes it that it is no part of the article."""

    NO = 0
    LIKELY = 1
    CERTAIN = 2


@dataclass(slots=True)
class Element:
    """One element that ends lines, with the letters below it; `parent` is its index, -1 at the top.

    `selector` is its address on the page.
    """

    parent: int
    furniture: Furniture
    letters: int = 0
    link_letters: int = 0
    tag: str = ""
    selector: str = "body"

    @property
    def prose(self) -> int:
        """Letters that are not in links, outside furniture."""
        return self.letters - self.link_letters


_CERTAIN_TAGS = frozenset({"nav", "footer", "aside", "button", "select", "dialog", "menu"})
_CERTAIN_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "menu", "menubar", "dialog", "toolbar"}
)
_LIKELY_WORDS = frozenset(
    (
        "gnb lnb snb tnb fnb nav navi navigation navbar menu submenu topmenu sidemenu sitemap header footer foot "
        "breadcrumb breadcrumbs location sns share print btn btns button buttons skip skipnav quick quickmenu banner "
        "copyright paging pagination pager attach attachment attachments filelist fileview files satisfaction "
        "survey prevnext comment comments cookie popup layer modal search family related kogl ccl nuri sidebar "
        "aside widget toolbar util utils blind screen reader sr hidden language lang login allmenu totalmenu"
    ).split()
)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LONG_ATTRIBUTE = 500


def judge(tag: str, attributes: Mapping[str, str | None]) -> Furniture:
    """What the element itself says of being furniture."""
    if tag in _CERTAIN_TAGS or attributes.get("role") in _CERTAIN_ROLES:
        return Furniture.CERTAIN
    if tag == "header":
        return Furniture.LIKELY
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if len(names) > 1 and not _LIKELY_WORDS.isdisjoint(_words(names[:_LONG_ATTRIBUTE])):
        return Furniture.LIKELY
    return Furniture.NO


def is_hidden(attributes: Mapping[str, str | None]) -> bool:
    """Whether a browser would not show the element at all."""
    if not attributes:
        return False
    style = attributes.get("style")
    return "hidden" in attributes or (style is not None and _HIDDEN_STYLE.search(style) is not None)


def add_up(elements: Sequence[Element]) -> None:
    """Adds each element's letters to those above it. Elements stand in document order."""
    for element in reversed(elements):
        if element.parent >= 0:
            above = elements[element.parent]
            above.letters += element.letters
            above.link_letters += element.link_letters


def settle(elements: Sequence[Element]) -> list[bool]:
    """For each element, whether it is furniture or stands in some, after `add_up`.

    A likely name does not count where the element holds much of the page's prose: then it is a wrapper,
    such as a body with a class "menu-open".
    """
    total = elements[0].prose if elements else 0
    result: list[bool] = []
    for element in elements:
        wrapper = element.furniture is Furniture.LIKELY and element.prose * 3 > total
        own = element.furniture is not Furniture.NO and not wrapper
        result.append(own or (element.parent >= 0 and result[element.parent]))
    return result


def article(elements: Sequence[Element], furniture: Sequence[bool]) -> int:
    """The index of the innermost container that still holds most of the page's prose outside furniture."""
    prose = [0] * len(elements)
    own = _own_prose(elements)
    for index in range(len(elements) - 1, -1, -1):
        if not furniture[index]:
            prose[index] += own[index]
            if elements[index].parent >= 0:
                prose[elements[index].parent] += prose[index]
    chosen = 0
    for index in range(1, len(elements)):
        if elements[index].parent == chosen and prose[index] * 10 >= prose[0] * 7:
            chosen = index
    return chosen


def linked_branches(elements: Sequence[Element], core: int) -> list[bool]:
    """For each element, whether it stands outside the article in a branch made mostly of links.

    A branch is what hangs beside the path from the top to the article. Prose beside the article stays.
    """
    path = set()
    place = core
    while place >= 0:
        path.add(place)
        place = elements[place].parent
    result: list[bool] = []
    for index, element in enumerate(elements):
        if index in path:
            result.append(False)
        elif element.parent in path and element.parent != core:
            result.append(element.link_letters * 10 >= element.letters * 4 and element.letters > 0)
        else:
            result.append(element.parent >= 0 and result[element.parent])
    return result


def _own_prose(elements: Sequence[Element]) -> list[int]:
    own = [element.prose for element in elements]
    for element in elements:
        if element.parent >= 0:
            own[element.parent] -= element.prose
    return own


def _words(names: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(names)]
