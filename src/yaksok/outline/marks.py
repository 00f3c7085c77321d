"""The marks that open an item: numbers, letters, squares, circles, dashes, note signs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

MarkKind = Literal[
    "roman",
    "number",
    "bare_number",
    "decimal",
    "letter",
    "hangul",
    "number_paren",
    "hangul_paren",
    "paren_number",
    "paren_hangul",
    "paren_letter",
    "letter_paren",
    "paren_roman",
    "circled",
    "circled_hangul",
    "chapter",
    "bracket",
    "square",
    "circle",
    "dash",
    "dot",
    "arrow",
    "inline",
    "private",
    "star",
    "reference",
    "footnote",
    "speaker",
    "attachment",
]

NUMBERED: frozenset[str] = frozenset(
    {
        "roman",
        "number",
        "bare_number",
        "decimal",
        "letter",
        "hangul",
        "number_paren",
        "hangul_paren",
        "paren_number",
        "paren_hangul",
        "paren_letter",
        "letter_paren",
        "paren_roman",
        "circled",
        "circled_hangul",
        "chapter",
        "bracket",
    }
)
BULLETS: frozenset[str] = frozenset({"square", "circle", "dash", "dot", "arrow", "inline", "private"})
NOTES: frozenset[str] = frozenset({"star", "reference", "footnote"})

# Order of numbered marks in Korean official papers, outermost first: article 13 of the
# enforcement rule of the Regulation on Efficiency and Cooperation in Administrative Work
# (1. 가. 1) 가) (1) (가) ① ㉮), with Roman numerals and chapters above it by custom.
NUMBER_RANK: dict[str, float] = {
    "chapter": 0,
    "roman": 1,
    "bracket": 2,
    "letter": 2,
    "number": 3,
    "bare_number": 3,
    "decimal": 3.5,
    "hangul": 4,
    "number_paren": 5,
    "hangul_paren": 6,
    "paren_number": 7,
    "paren_letter": 8,
    "letter_paren": 8,
    "paren_hangul": 8,
    "paren_roman": 9,
    "circled": 9,
    "circled_hangul": 10,
}

# Order of bullets where the indent is lost (GUIDE Decision 45: square > circle > dash > star).
BULLET_RANK: dict[str, float] = {
    "square": 0,
    "arrow": 0.5,
    "circle": 1,
    "private": 1.5,
    "dash": 2,
    "dot": 2,
    "inline": 3,
}

_GLYPHS: dict[str, MarkKind] = {
    **dict.fromkeys("□■◆◇❑❏❒▣◈◙☐▢◻◼⬛⬜❖", "square"),
    **dict.fromkeys("ㅇ○●◦❍◯〇⚪⚫◎⚬ᄋ⦁", "circle"),
    **dict.fromkeys("-–—―‒−⁃", "dash"),
    **dict.fromkeys("•·▪▫‣∙⋅・ㆍ▸▹◾◽◘", "dot"),
    **dict.fromkeys("▶▷►▻➜➔➤➢➣➡➩➪☞✓✔√", "arrow"),
    **dict.fromkeys("▲▴△▵", "inline"),
    **dict.fromkeys("*＊†‡", "star"),
    **dict.fromkeys("※", "reference"),
}
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_CIRCLED_SETS = (_CIRCLED, "❶❷❸❹❺❻❼❽❾❿", "➊➋➌➍➎➏➐➑➒➓", "➀➁➂➃➄➅➆➇➈➉", "⓵⓶⓷⓸⓹⓺⓻⓼⓽⓾")
_PAREN_NUMBERS = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿"
_CIRCLED_HANGUL = "㉮㉯㉰㉱㉲㉳㉴㉵㉶㉷㉸㉹㉺㉻"
_HANGUL_ORDER = "가나다라마바사아자차카타파하"
_ROMAN_SIGNS = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
_ROMAN_SMALL = "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ"
_ROMAN_LETTERS = {
    name: value
    for value, name in enumerate(
        "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split(), start=1
    )
}

CIRCLED_VALUES: dict[str, int] = {
    sign: value for signs in _CIRCLED_SETS for value, sign in enumerate(signs, start=1)
}
PAREN_NUMBER_VALUES: dict[str, int] = {sign: n for n, sign in enumerate(_PAREN_NUMBERS, start=1)}

_NUMBERED = re.compile(
    r"""
      (?P<roman>[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ])[ ]?[.．)]?(?=\s|[^\W\d_]|[「『‘“\[(<])
    | (?P<roman_letters>(?:XI{0,3}|XIV|XV|IX|IV|VI{0,3}|I{1,3}|X|V))[ ]?[.．](?=\s|[가-힣「『‘“])
    | (?P<number>\d{1,2})[ ]?[.．](?![\d])(?=\s|[가-힣A-Z「『‘“"'\[(<\u4e00-\u9fff\uf900-\ufaff])
    | (?P<number_paren>\d{1,2})[)）](?=\s|[^\W\d_]|[「『‘“"'\[(<])
    | [(（](?P<paren_number>\d{1,2})[)）](?=\s|[^\W\d_]|[「『‘“"'\[<])
    | (?P<hangul>[가나다라마바사아자차카타파하])[.．](?=\s|[^\W\d_]|[「『‘“(<\[])
    | (?P<hangul_paren>[가나다라마바사아자차카타파하])[)）](?=\s|[^\W\d_]|[「『‘“(<\[])
    | [(（](?P<paren_hangul>[가나다라마바사아자차카타파하])[)）](?=\s|[^\W\d_]|[「『‘“<\[])
    | [(（](?P<paren_roman>ii|iii|iv|vi|vii|viii|ix|xi|xii|[ivx])[)）](?=\s|\w)
    | [(（](?P<paren_letter>[a-hj-uwyz])[)）](?=\s|\w)
    | (?P<letter_paren>[a-z])[)）](?=\s)
    | (?P<small_letter>[a-z])\.(?=\s)
    | (?P<letter>[A-Z])\.(?=\s+[^\W\d_][^.])
    | (?P<chapter>제\s?\d{1,3}\s?[장절편조])(?=[\s.(]|$)
    """,
    re.VERBOSE,
)
_SPEAKER = re.compile(
    r"[<〈\[(]?\s?(?P<who>질문|답변|질의|응답|문|답)\s?\d{0,2}\s?[>〉\])](?=\s|[^\W\d_]|[\"“‘'])"
    r"|(?P<letter>Q|A|문|답)\s?\d{0,2}\s?[.:：)](?=\s)"
    r"|(?P<name>QUESTION|ANSWER|Question|Answer)\s?\d{0,2}\s?[:：](?=\s)"
)
_ATTACHMENT = re.compile(r"[<\[〈【(]?\s?(붙임|별첨|참고|별지|첨부)\s?\d{0,2}\s?[>\]〉】)]?(?=\s|$|[:：.])")
_BRACKET = re.compile(r"[\[【]\s?([^\[\]【】]{2,60}?)\s?[\]】]$")
# "Note:" opens a note and stays in its text (reading contract for English, 8).
_WORDED_NOTE = re.compile(r"(?:Note|Notes|NOTE)\s?:\s")
_BRACKET_NOTE = re.compile(r"\[(\d{1,2})\](?=\s)")
_DECIMAL = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+(?=[A-Z가-힣「『“‘(])")
_BARE_NUMBER = re.compile(r"(\d{1,2})[ \t]+(?=[^\W\d_]|[「『‘“\[(])")
_AFTER_DASH = re.compile(r"[\s가-힣A-Za-z「『‘“\[(<'\"▲▴*※①'’\u4e00-\u9fff]")
_FIRST_SIGNS = frozenset(
    "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹIVXABCDEFGHJKLMNOPQRSTUWYZabcdefghijklmnopqrstuvwxyz"
    "0123456789(（가나다라마바사아자차카타파하제붙별참첨질응문답"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark as it stands, its kind, its place in a sequence (0 if it has none), its length."""

    glyph: str
    kind: MarkKind
    value: int
    length: int

    @property
    def family(self) -> str:
        """What makes two marks the same level: the kind, and for bullets the glyph's family."""
        if self.kind == "decimal":
            return f"decimal{self.glyph.rstrip('.').count('.')}"
        if self.kind == "chapter":
            return self.kind + self.glyph[-1]
        return self.kind + self.glyph if self.kind in ("private", "dot", "inline") else self.kind


_PLAIN_MARKS = {glyph: Mark(glyph, kind, 0, 1) for glyph, kind in _GLYPHS.items()}


def mark_at(text: str) -> Mark | None:
    """The mark that opens a line, None if there is none."""
    if not text:
        return None
    first = text[0]
    if first == "N" and _WORDED_NOTE.match(text):
        return Mark("", "reference", 0, 0)
    kind = _GLYPHS.get(first)
    if kind is not None:
        return _glyph_mark(text, first, kind)
    if "\ue000" <= first <= "\uf8ff" or first >= "\U000f0000":
        return Mark(first, "private", 0, 1) if len(text) > 1 else None
    if first in CIRCLED_VALUES:
        return Mark(first, "circled", CIRCLED_VALUES[first], 1)
    if first in PAREN_NUMBER_VALUES:
        return Mark(first, "paren_number", PAREN_NUMBER_VALUES[first], 1)
    if first in _CIRCLED_HANGUL:
        return Mark(first, "circled_hangul", _CIRCLED_HANGUL.index(first) + 1, 1)
    if first == "o" and len(text) > 2 and text[1] == " " and text[2] != " ":
        return Mark("o", "circle", 0, 1)
    if first in _FIRST_SIGNS or first in "<〈[【":
        return _written_mark(text, first)
    return None


def decimal_at(text: str) -> tuple[Mark, int] | None:
    """A number such as "2.1" before a heading, with its first figure; only the sequence can tell."""
    match = _DECIMAL.match(text)
    if match is None:
        return None
    last = int(match.group(1).rpartition(".")[2])
    return Mark(match.group(1), "decimal", last, match.end(1)), int(match.group(1).partition(".")[0])


def bare_number_at(text: str) -> Mark | None:
    """A number without a dot before a heading ("3 균형 있는 협력외교"); only its sequence can tell."""
    match = _BARE_NUMBER.match(text)
    if match is None:
        return None
    return Mark(match.group(1), "bare_number", int(match.group(1)), match.end(1))


def _glyph_mark(text: str, glyph: str, kind: MarkKind) -> Mark | None:
    following = text[1:2]
    if kind == "circle" and following == glyph:
        # ○○○ stands for a name left out.
        return None
    if kind == "dash" and (not following or not _AFTER_DASH.match(following)):
        return None
    if kind == "dash" and glyph == "-" and text[:3] == "---":
        return None
    if kind == "star":
        length = len(text) - len(text.lstrip(glyph))
        if length > 3 or len(text) == length:
            return None
        return Mark(text[:length], kind, length, length)
    if glyph in "△▵" and following.isdigit():
        return None
    if glyph == "ㅇ" and following in "ㅇㄱㄴㄷㅋㅎ" and following:
        return None
    return _PLAIN_MARKS[glyph] if len(text) > 1 else None


def _written_mark(text: str, first: str) -> Mark | None:
    if first in "<〈[【(QA문답질응":
        speaker = _SPEAKER.match(text)
        if speaker:
            return Mark(speaker.group().strip(), "speaker", _speaker_value(speaker), speaker.end())
    if first in "<〈[【(붙별참첨":
        attachment = _ATTACHMENT.match(text)
        if attachment and (len(text) == attachment.end() or _is_attachment(text, attachment)):
            length = attachment.end() + (text[attachment.end() : attachment.end() + 1] in (".", ":", "："))
            return Mark(attachment.group().strip("<>[]〈〉【】() "), "attachment", 0, length)
    if first in "[【":
        note = _BRACKET_NOTE.match(text)
        if note:
            return Mark(note.group(), "footnote", int(note.group(1)), note.end())
        bracket = _BRACKET.match(text)
        return Mark("[ ]", "bracket", 0, 0) if bracket else None
    match = _NUMBERED.match(text)
    if match is None or match.lastgroup is None:
        return None
    return _numbered_mark(match, match.lastgroup)


def _is_attachment(text: str, match: re.Match[str]) -> bool:
    """Whether a line opens an attachment; "참고" and "첨부" alone are ordinary words."""
    return len(text) <= 70 and (match.group(1) in ("붙임", "별첨", "별지") or match.end() > 2)


def _speaker_value(match: re.Match[str]) -> int:
    """1 for a question, 2 for an answer."""
    word = match.group("who") or match.group("letter") or match.group("name")
    return 1 if word in ("질문", "질의", "문", "Q", "QUESTION", "Question") else 2


def _numbered_mark(match: re.Match[str], group: str) -> Mark:
    glyph = match.group().strip()
    token = match.group(group)
    kind: MarkKind
    if group == "roman":
        signs = _ROMAN_SIGNS if token in _ROMAN_SIGNS else _ROMAN_SMALL
        return Mark(glyph, "roman", signs.index(token) + 1, match.end())
    if group == "roman_letters":
        return Mark(glyph, "roman", _ROMAN_LETTERS[token], match.end())
    if group in ("number", "number_paren", "paren_number"):
        kind = group  # type: ignore[assignment]  # the three names are mark kinds
        return Mark(glyph, kind, int(token), match.end())
    if group in ("hangul", "hangul_paren", "paren_hangul"):
        kind = group  # type: ignore[assignment]  # the three names are mark kinds
        return Mark(glyph, kind, _HANGUL_ORDER.index(token) + 1, match.end())
    if group == "paren_roman":
        return Mark(glyph, "paren_roman", _ROMAN_LETTERS[token.upper()], match.end())
    if group == "chapter":
        return Mark(glyph, "chapter", int(re.sub(r"\D", "", token)), match.end())
    value = ord(token.lower()) - ord("a") + 1
    kind = {"small_letter": "letter_paren", "letter_paren": "letter_paren"}.get(group, group)  # type: ignore[assignment]
    return Mark(glyph, kind, value, match.end())
