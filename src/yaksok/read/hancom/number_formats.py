"""Numbers as Hancom Office writes them in lists and notes: 3 is ③, 다, iii, 丙.

The names are those of OWPML (KS X 6101, types NumberType1 and NumberType2); their order is that of the codes in
HWP 5 (Hancom's format description, tables 41 and 134).
"""

from __future__ import annotations

FORMATS: tuple[str, ...] = (
    "DIGIT",
    "CIRCLED_DIGIT",
    "ROMAN_CAPITAL",
    "ROMAN_SMALL",
    "LATIN_CAPITAL",
    "LATIN_SMALL",
    "CIRCLED_LATIN_CAPITAL",
    "CIRCLED_LATIN_SMALL",
    "HANGUL_SYLLABLE",
    "CIRCLED_HANGUL_SYLLABLE",
    "HANGUL_JAMO",
    "CIRCLED_HANGUL_JAMO",
    "HANGUL_PHONETIC",
    "IDEOGRAPH",
    "CIRCLED_IDEOGRAPH",
    "DECAGON_CIRCLE",
    "DECAGON_CIRCLE_HANJA",
)
"""The formats in the order of their HWP 5 codes, 0 to 16; 0x80 is SYMBOL, 0x81 USER_CHAR."""

# Beyond 하 official papers count on with 거, 너 and so on (Enforcement Rule of the Regulation on
# Efficiency and Cooperation in Administrative Work, article 13).
_SYLLABLES = "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호"
_SYMBOLS = "*†‡§"
_TABLES: dict[str, str] = {
    "CIRCLED_DIGIT": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "CIRCLED_LATIN_CAPITAL": "ⒶⒷⒸⒹⒺⒻⒼⒽⒾⒿⓀⓁⓂⓃⓄⓅⓆⓇⓈⓉⓊⓋⓌⓍⓎⓏ",
    "CIRCLED_LATIN_SMALL": "ⓐⓑⓒⓓⓔⓕⓖⓗⓘⓙⓚⓛⓜⓝⓞⓟⓠⓡⓢⓣⓤⓥⓦⓧⓨⓩ",
    "HANGUL_SYLLABLE": _SYLLABLES,
    "CIRCLED_HANGUL_SYLLABLE": "㉮㉯㉰㉱㉲㉳㉴㉵㉶㉷㉸㉹㉺㉻",
    "HANGUL_JAMO": "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ",
    "CIRCLED_HANGUL_JAMO": "㉠㉡㉢㉣㉤㉥㉦㉧㉨㉩㉪㉫㉬㉭",
    "CIRCLED_IDEOGRAPH": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
}
# The ten stems begin again after the tenth.
_STEMS = {"DECAGON_CIRCLE": "갑을병정무기경신임계", "DECAGON_CIRCLE_HANJA": "甲乙丙丁戊己庚辛壬癸"}
_WORDS = {"HANGUL_PHONETIC": ("일이삼사오육칠팔구", "천백십"), "IDEOGRAPH": ("一二三四五六七八九", "千百十")}
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_HIGHEST_ROMAN = 3999
_HIGHEST_LETTERS = 26 + 26 * 26
_HIGHEST_WORDS = 9999
_HIGHEST = 2**32


def written(number: int, number_format: str) -> str:
    """A number in one of the formats; digits for an unknown format and beyond what a format can write."""
    number = max(0, min(number, _HIGHEST))
    if number == 0:
        return "0"
    table = _TABLES.get(number_format)
    if table is not None:
        return table[number - 1] if number <= len(table) else str(number)
    stems = _STEMS.get(number_format)
    if stems is not None:
        return stems[(number - 1) % len(stems)]
    if number_format in _WORDS:
        return _in_words(number, *_WORDS[number_format])
    if number_format in ("ROMAN_CAPITAL", "ROMAN_SMALL"):
        # Letters, not the signs Ⅰ and Ⅱ: the previews that Hancom Office stores in its files show them so.
        roman = _roman(number)
        return roman if number_format == "ROMAN_CAPITAL" else roman.lower()
    if number_format in ("LATIN_CAPITAL", "LATIN_SMALL"):
        letters = _letters(number)
        return letters if number_format == "LATIN_CAPITAL" else letters.lower()
    if number_format == "SYMBOL":
        return _SYMBOLS[(number - 1) % len(_SYMBOLS)] * min(1 + (number - 1) // len(_SYMBOLS), 3)
    return str(number)


def format_name(code: int) -> str:
    """The name of an HWP 5 code; DIGIT for an unknown one."""
    if 0 <= code < len(FORMATS):
        return FORMATS[code]
    return {0x80: "SYMBOL", 0x81: "USER_CHAR"}.get(code, "DIGIT")


def _roman(number: int) -> str:
    if number > _HIGHEST_ROMAN:
        return str(number)
    pieces: list[str] = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        pieces.append(letters * count)
    return "".join(pieces)


def _letters(number: int) -> str:
    if number > _HIGHEST_LETTERS:
        return str(number)
    first, last = divmod(number - 1, 26)
    return (chr(ord("A") + first - 1) if first else "") + chr(ord("A") + last)


def _in_words(number: int, ones: str, powers: str) -> str:
    if number > _HIGHEST_WORDS:
        return str(number)
    words = ""
    for power, sign in zip((1000, 100, 10), powers, strict=True):
        count, number = divmod(number, power)
        words += ("" if count < 2 else ones[count - 1]) + (sign if count else "")
    return words + (ones[number - 1] if number else "")
