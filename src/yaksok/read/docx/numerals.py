"""List numbers as Word shows them: the formats of ST_NumberFormat (ECMA-376 part 1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LARGEST_ROMAN = 4999
# Word repeats a letter for every turn of the alphabet, and goes no further than 780 = 30 x 26.
_MOST_REPEATS = 30
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_GANADA = "가나다라마바사아자차카타파하"
_CHOSUNG = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_CHICAGO = "*†‡§"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_SINO_KOREAN = "영일이삼사오육칠팔구"
_IDEOGRAPHS = "〇一二三四五六七八九"
_IDEOGRAPHS_ZERO = "零一二三四五六七八九"
_FORMAL = "零壹貳參肆伍陸柒捌玖"
_FULL_WIDTH = "0123456789"
_NATIVE_ONES = ("", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉")
_NATIVE_TENS = ("", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")
_ENGLISH_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_ENGLISH_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_IRREGULAR_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip


def numeral(value: int, format_name: str) -> str:
    """A number in a format; plain digits where the format is unknown or ends before the number."""
    if value < 0:
        return str(value)
    write = _FORMATS.get(format_name)
    return write(value) if write is not None else str(value)


def padded(value: int, pattern: str) -> str:
    """A number as wide as the first of a custom format's examples, such as "001, 002, 003, ..."."""
    first = pattern.partition(",")[0].strip()
    width = len(first) if first.isdigit() and len(first) < 12 else 1
    return str(value).zfill(width)


def roman(value: int) -> str:
    """The Roman number in capitals, plain digits beyond 4999 and for zero."""
    if not 1 <= value <= _LARGEST_ROMAN:
        return str(value)
    letters = ""
    for worth, sign in _ROMAN:
        letters += sign * (value // worth)
        value %= worth
    return letters


def _repeated(signs: str) -> Callable[[int], str]:
    """The n-th sign; beyond the last one signs are doubled, tripled and so on."""

    def write(value: int) -> str:
        turn, place = divmod(value - 1, len(signs))
        return signs[place] * (turn + 1) if value >= 1 and turn < _MOST_REPEATS else str(value)

    return write


def _cycled(signs: str) -> Callable[[int], str]:
    """The n-th sign, beginning anew behind the last one."""
    return lambda value: signs[(value - 1) % len(signs)] if value >= 1 else str(value)


def _block(*ranges: tuple[int, int, int]) -> Callable[[int], str]:
    """Ready-made characters of Unicode: first number, last number, character of the first."""

    def write(value: int) -> str:
        found = (chr(start + value - first) for first, last, start in ranges if first <= value <= last)
        return next(found, str(value))

    return write


def _digits(signs: str) -> Callable[[int], str]:
    return lambda value: "".join(signs[int(digit)] for digit in str(value))


def _counting(ones: str, units: tuple[str, ...], *, leading_one: bool) -> Callable[[int], str]:
    """Numbers with words for ten, hundred and thousand, up to 9999."""

    def write(value: int) -> str:
        if not 1 <= value <= 9999:
            return _digits(ones)(value)
        words = ""
        for power in (3, 2, 1, 0):
            digit = value // 10**power % 10
            if digit:
                words += ("" if digit == 1 and power and not leading_one else ones[digit]) + units[power]
        return words

    return write


def _native_korean(value: int) -> str:
    return _NATIVE_TENS[value // 10] + _NATIVE_ONES[value % 10] if 1 <= value <= 99 else str(value)


def _cardinal(value: int) -> str:
    if value < 20:
        return _ENGLISH_ONES[value]
    if value < 100:
        ten, one = divmod(value, 10)
        return _ENGLISH_TENS[ten] + (f"-{_ENGLISH_ONES[one]}" if one else "")
    if value < 1000:
        hundred, rest = divmod(value, 100)
        return f"{_ENGLISH_ONES[hundred]} hundred" + (f" {_cardinal(rest)}" if rest else "")
    return str(value)


def _ordinal_word(value: int) -> str:
    words = _cardinal(value)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    head, last = words[:cut], words[cut:]
    if last.isdigit():
        return _ordinal(value)
    ending = _IRREGULAR_ORDINALS.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return head + ending


def _ordinal(value: int) -> str:
    ending = "th" if 10 < value % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


_CIRCLED = ((0, 0, 0x24EA), (1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1))
_KOREAN_COUNTING = _counting(_SINO_KOREAN, ("", "십", "백", "천"), leading_one=False)
_EASTERN_COUNTING = _counting(_IDEOGRAPHS, ("", "十", "百", "千"), leading_one=False)
_FORMAL_COUNTING = _counting(_FORMAL, ("", "拾", "佰", "仟"), leading_one=True)

_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda value: f"{value:02d}",
    "upperRoman": roman,
    "lowerRoman": lambda value: roman(value).lower(),
    "upperLetter": _repeated(_LATIN.upper()),
    "lowerLetter": _repeated(_LATIN),
    "russianLower": _repeated(_RUSSIAN),
    "russianUpper": _repeated(_RUSSIAN.upper()),
    "ordinal": _ordinal,
    "cardinalText": lambda value: _cardinal(value).capitalize(),
    "ordinalText": lambda value: _ordinal_word(value).capitalize(),
    "hex": lambda value: f"{value:X}",
    "chicago": _repeated(_CHICAGO),
    "numberInDash": lambda value: f"- {value} -",
    "ganada": _cycled(_GANADA),
    "chosung": _cycled(_CHOSUNG),
    "koreanDigital": _digits(_SINO_KOREAN),
    "koreanCounting": _KOREAN_COUNTING,
    "koreanLegal": _native_korean,
    "koreanDigital2": _digits(_IDEOGRAPHS_ZERO),
    "decimalEnclosedCircle": _block(*_CIRCLED),
    "decimalEnclosedCircleChinese": _block(*_CIRCLED),
    "decimalEnclosedParen": _block((1, 20, 0x2474)),
    "decimalEnclosedFullstop": _block((1, 20, 0x2488)),
    "decimalFullWidth": _digits(_FULL_WIDTH),
    "decimalFullWidth2": _digits(_FULL_WIDTH),
    "ideographDigital": _digits(_IDEOGRAPHS),
    "japaneseDigitalTenThousand": _digits(_IDEOGRAPHS),
    "taiwaneseDigital": _digits(_IDEOGRAPHS),
    "ideographEnclosedCircle": _block((1, 10, 0x3220)),
    "japaneseCounting": _EASTERN_COUNTING,
    "chineseCounting": _EASTERN_COUNTING,
    "chineseCountingThousand": _EASTERN_COUNTING,
    "taiwaneseCounting": _EASTERN_COUNTING,
    "taiwaneseCountingThousand": _EASTERN_COUNTING,
    "japaneseLegal": _FORMAL_COUNTING,
    "ideographLegalTraditional": _FORMAL_COUNTING,
    "ideographTraditional": _cycled(_STEMS),
    "ideographZodiac": _cycled(_BRANCHES),
    "none": lambda value: "",  # noqa: ARG005 - the format shows nothing
}
