"""Page furniture: what is printed around the text and says nothing of its own.

Page numbers, running heads, site menus, contact lines, release tables, tables of contents.
Such lines become statements of role `meta`; sentences that they interrupt go on behind them.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise

from yaksok.outline.lines import Line
from yaksok.outline.marks import BULLETS
from yaksok.outline.release_heads import release_head_lines
from yaksok.records.mentions import Span
from yaksok.reference.tables import rows

_PAGE_NUMBER = re.compile(
    r"[-–—―‐~·\[(<|]*\s{0,2}(?:[Pp](?:age|\.)?\s?)?\d{1,4}(?:\s?(?:/|of|쪽|페이지|면)\s?\d{0,4})?\s{0,2}[-–—―‐~·\])>|]*$"
)
_PHONE = re.compile(
    r"(?:TEL|FAX|Tel|Fax|전화|팩스|☎|휴대폰)\s?[.:)]?\s?[+(]?(?:\d{1,4}[-).\s]\s?\d{2,4}|\d{3,4}(?!\d|\s?[가-힣]))|[(☎:]\s?0\d{1,2}[-)]\s?\d{3,4}-\d{4}"
)
_EMAIL = re.compile(r"\b[\w.+-]{1,40}@[\w-]{1,40}\.[\w.-]{2,40}")
_LINK = re.compile(r"\s?https?://\S{1,200}$|www\.\S{1,200}$")
_DIGIT = re.compile(r"\d")
_DATE_LINE = re.compile(
    r"[(\[]?(?:제\s?\d{1,5}\s?호[\])]?\s{1,3})?(?:['’‘]?\d{2,4}\s?[.년]\s?)\d{1,2}\s?[.월]?\s?(?:\d{1,2}\s?[.일]?)?"
    r"\s?(?:[(]?[월화수목금토일](?:요일)?[)]?)?\s?(?:,\s?\S{1,12}(?:\s\S{1,12}){0,2}|\s?\S{1,12}에서)?[)\]]?[.]?$"
)
_ENGLISH_DATE_LINE = re.compile(
    r"(?:[A-Z][\w.’' ]{2,40},\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?"
    r"(?:\d{1,2}\s)?(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?:\s\d{1,2})?,?\s\d{4}$"
)
_ATTACHED = re.compile(r"(?:붙임|첨부|별첨)\s?(?:\d\s?[.)]?|[:：])?\s?.{0,80}(?:끝\s?\.?|\d\s?부\s?\.)$")
_CONTENTS_HEAD = re.compile(
    r"[<〈\[【]?\s?(?:목\s{0,6}차|차\s{0,6}례|순\s{0,6}서|CONTENTS|Contents|Table of Contents)\s?[>〉\]】]?$"
)
_CONTENTS_ENTRY = re.compile(r"(?:.{2,80}?)(?:[.·․…‥]{2,}\s?|\t+\s?|\s{3,}|\s)(\d{1,3})$")
_LEADERS = ".·․…‥"
_LONGEST_PAGE_NUMBER = 3
_SENTENCE_END = re.compile(r"[다요까]\s?[.?!]\s?[\"”’']?$")
_RULE = re.compile(r"[^\w]{3,}$|_{3,}$")
_POSTAL = re.compile(r"\d{5}\s?[,)]?\s\S{2,10}(?:시|도)\s")
_END_MARK = re.compile(r"/\s?끝\s?/$|^Attachments?\s?[:：].{0,80}$")
_SIGNATORY = re.compile(
    r"(?:\S{2,14}\s){0,4}(?:대통령|총리|국왕|주석|장관|외교장관|대사|위원장|사무총장|대표|이사장|청장|원장|총장)\s?[:：]?\s?[가-힣○\s]{2,24}(?:\s\S{2,14}\s(?:대통령|총리|국왕|주석|장관|외교장관|대사)\s[가-힣○\s]{2,24})?$"
    r"|For the (?:Government|Republic|United|Kingdom|Ministry|Association).{0,90}[^.]$"
)
# The head of an office alone on a line, letter-spaced or not: "재 외 동 포 청 장".
_OFFICE_HEAD = re.compile(
    r"[가-힣]{2,20}(?:장관|처장|청장|시장|군수|구청장|지사|위원장|원장|총장|총리|대사|총영사|국장|소장|이사장|사장|교육감|본부장)"
    r"(?:[(\[]?(?:직인|관인)생략[)\]]?)?$"
)
_SIGNATURE = re.compile(r"(?:Done|Adopted|Issued|Signed)\s(?:at|in)\s[A-Z].{2,160}\d{4}.{0,80}$")
_SHORT = 60


@cache
def _cues() -> tuple[frozenset[str], tuple[str, ...], re.Pattern[str]]:
    lists: dict[str, list[str]] = {"line": [], "start": [], "part": []}
    for row in rows("furniture_cues"):
        lists[row["match"]].append(row["cue"])
    return (
        frozenset(lists["line"]),
        tuple(lists["start"]),
        re.compile("|".join(map(re.escape, lists["part"]))),
    )


def furniture_lines(lines: list[Line], chrome: tuple[Span, ...] = ()) -> set[int]:
    """Indexes of the lines that are page furniture.

    `chrome` holds stretches that the reader of the format knows to be furniture.
    """
    found = _inside(lines, chrome)
    found |= _running_heads(lines, found)
    found |= _contents(lines)
    found |= release_head_lines(lines)
    found |= _signed(lines)
    for index, line in enumerate(lines):
        if index not in found and (_is_furniture(line) or _is_page_number(lines, index)):
            found.add(index)
    return found


def repeated_title_lines(lines: list[Line], title: str) -> set[int]:
    """Lines at a page's edge that repeat the title or a part of it, as running heads do."""
    whole = re.sub(r"\W+", "", title)
    words = set(title.split())
    found = set()
    for index in sorted(_page_edges(lines) & set(range(len(lines)))):
        line = lines[index]
        short = " " in line.text and len(line.text) <= _SHORT and line.text[-1] != "." and not line.marked
        bare = re.sub(r"\W+", "", _without_page_number(line.text)) if short else ""
        repeats = len(bare) >= 8 and (bare in whole or whole in bare or set(line.text.split()) <= words)
        if repeats:
            found.add(index)
    return found


def is_date_line(text: str) -> bool:
    """Whether a line is nothing but a date, with an issue number or a place at most."""
    return bool(_DATE_LINE.match(text) or _ENGLISH_DATE_LINE.match(text))


def _is_furniture(line: Line) -> bool:
    text = line.text
    whole, start, part = _cues()
    bare = text.strip("|/ \t")
    if (bare in whole and not line.automatic) or _RULE.match(text) or _is_masthead(bare, whole):
        return True
    if text.startswith(start) and len(text) <= _SHORT * 2:
        return not _SENTENCE_END.search(text) or len(text) < _SHORT
    if not line.marked and len(text) <= _SHORT * 4 and part.search(text):
        return True
    if len(text) <= 400 and _is_contact(text):
        return True
    if text[0].isdigit() and len(text) <= 2 * _SHORT and _POSTAL.match(text):
        return True
    if _END_MARK.search(text) and len(text) <= _SHORT:
        return True
    if text[0] in "DAIS" and len(text) <= 200 and _SIGNATURE.match(text):
        return True
    return len(text) <= 100 and text[0] in "붙첨별" and _ATTACHED.match(text) is not None


def _is_masthead(text: str, whole: frozenset[str]) -> bool:
    """A sender beside the name of the form ("기획재정부 보도자료")."""
    if len(text) > 40:
        return False
    words = text.split()
    if len(words) < 2 or whole.isdisjoint(words):
        return False
    return all(word in whole or word in issuer_names() for word in words)


@cache
def issuer_names() -> tuple[str, ...]:
    """Names of bodies that publish, the longest first."""
    return tuple(sorted((row["name"] for row in rows("issuers")), key=len, reverse=True))


def _is_contact(text: str) -> bool:
    """Whether a line holds a telephone number or an address, or is a link."""
    if _DIGIT.search(text) and _PHONE.search(text):
        return True
    return ("@" in text and _EMAIL.search(text) is not None) or _LINK.match(text) is not None


def _signed(lines: list[Line]) -> set[int]:
    """Date and sender on two lines, as public notices have them between their words and the details."""
    found: set[int] = set()
    for index, (line, below) in enumerate(pairwise(lines)):
        if line.marked or below.marked or len(below.text) > _SHORT or not is_date_line(line.text):
            continue
        if _OFFICE_HEAD.match(below.text.replace(" ", "")):
            found.update((index, index + 1))
    return found


def closing_lines(lines: list[Line], furniture: set[int]) -> set[int]:
    """The signature block at the end: place and date, offices with names (GUIDE Decision 36)."""
    found: set[int] = set()
    for index in range(len(lines) - 1, max(-1, len(lines) - 16), -1):
        if index in furniture:
            continue
        text = lines[index].text
        if not (is_date_line(text) or (len(text) <= 2 * _SHORT and _SIGNATORY.match(text))):
            break
        found.add(index)
    return found if any(is_date_line(lines[index].text) for index in found) else set()


def _is_page_number(lines: list[Line], index: int) -> bool:
    """A page number: signs around it, or a bare number apart from the text."""
    text = lines[index].text
    if lines[index].automatic:
        return False
    if len(text) > 14 or not _PAGE_NUMBER.match(text) or not any(sign.isdigit() for sign in text):
        return False
    if not text.isdigit():
        return True
    below = lines[index + 1] if index + 1 < len(lines) else None
    apart = lines[index].blanks > 0 and (below is None or below.blanks > 0 or below.new_page)
    return apart or lines[index].new_page


def _inside(lines: list[Line], chrome: tuple[Span, ...]) -> set[int]:
    found: set[int] = set()
    spans = iter(sorted(chrome))
    span = next(spans, None)
    for index, line in enumerate(lines):
        while span is not None and span[1] <= line.start:
            span = next(spans, None)
        if span is None:
            break
        if span[0] <= line.start and line.end <= span[1]:
            found.add(index)
    return found


def _running_heads(lines: list[Line], told: set[int]) -> set[int]:
    """Short lines that come back again and again beside page numbers or page breaks.

    Lines that the file tells are no evidence: a title that also runs on every page stays the title.
    """
    edges = _page_edges(lines) - told
    if not edges:
        return set()
    counts = Counter(
        _without_page_number(line.text)
        for index, line in enumerate(lines)
        if index not in told and 3 < len(line.text) <= _SHORT and not _is_bullet(line)
    )
    repeated: dict[str, list[int]] = {
        text: [] for text, count in counts.items() if count >= 2 and len(text) > 3
    }
    if not repeated:
        return set()
    for index, line in enumerate(lines):
        if index not in told and not _is_bullet(line):
            repeated.get(_without_page_number(line.text), []).append(index)
    found: set[int] = set()
    for places in repeated.values():
        beside = sum(1 for i in places if i in edges)
        if beside >= 2 and beside * 2 >= len(places):
            found.update(i for i in places if i > 0 or i in edges)
    return found


def _is_bullet(line: Line) -> bool:
    """Whether a line opens with a bullet, as no running head does."""
    return line.mark is not None and line.mark.kind in BULLETS


def _page_edges(lines: list[Line]) -> set[int]:
    """Indexes of the lines beside a page number or a page break."""
    edges: set[int] = set()
    for index, line in enumerate(lines):
        if line.new_page:
            edges.update((index - 1, index))
        text = line.text
        if line.automatic:
            continue
        if len(text) <= 14 and _PAGE_NUMBER.match(text) and any(map(str.isdigit, text)):
            edges.update((index - 1, index + 1))
    return edges


def _contents(lines: list[Line]) -> set[int]:
    """A table of contents: its head and its entries, up to where the first entry stands again."""
    for index, line in enumerate(lines[:200]):
        if len(line.text) <= 30 and _CONTENTS_HEAD.match(line.text):
            return _contents_below(lines, index)
    return set()


def _contents_below(lines: list[Line], head: int) -> set[int]:
    if head + 1 >= len(lines):
        return {head}
    first = _entry_text(lines[head + 1].text)
    for index in range(head + 2, min(len(lines), head + 200)):
        if first and _entry_text(lines[index].text) == first:
            return set(range(head, index))
    found = {head}
    for index in range(head + 1, min(len(lines), head + 200)):
        if not _CONTENTS_ENTRY.match(lines[index].text):
            break
        found.add(index)
    return found


def _entry_text(text: str) -> str:
    return re.sub(r"\s+", "", _without_page_number(text))


def _without_page_number(text: str) -> str:
    """A line without the number at its end and the dots or blanks that lead to it."""
    end = len(text)
    while end and len(text) - end < _LONGEST_PAGE_NUMBER and text[end - 1].isdecimal():
        end -= 1
    while end and (text[end - 1] in _LEADERS or text[end - 1].isspace()):
        end -= 1
    return text[:end]
