"""Figures with a counter that are no quantity all the same.

A counter word can also end an ordinal (2기 행정부, 22대 국회), a place on the globe (북위 38도), an
age group (20대 청년), a generation (동포 3세) or a rate (1인당); what stands around decides.
"""

from __future__ import annotations

import re

from yaksok.statements.korean.numerals import Numeral
from yaksok.statements.korean.quantity_units import UnitRead, currency_prefixes

CLOCK_BEFORE = re.compile(r"\d{1,2}\s?시\s?$")
MONTH_BEFORE = re.compile(r"\d\s?월\s?$")
DATE_MARK_BEFORE = re.compile(r"(?<!\d)\d{1,2}\.\s?$")
ENGINES_BEFORE = re.compile(
    r"(?:원전|원자로|위성|미사일|발사체|로켓|발전기|항공기|헬기|전투기|드론|무인기|터빈|레이더|엔진|풍력|설비|충전기|크레인|탄두|"
    r"핵무기|SMR|발전소|등대|부표|기념비|동상|묘)[^0-9]{0,8}$"
)
ENGINES_AFTER = re.compile(r"\s?(?:건설|발사|도입|수출|수주|배치|가동|운영|보유|규모|이상|추가|건조|의\s?(?:원전|원자로|위성|미사일|SMR))")
ARTWORK_BEFORE = re.compile(r"(?:작품|유물|문화재|미술품|출품|사진|회화|자료|도서|유품|그림)[^0-9]{0,6}$")
LATITUDE_BEFORE = re.compile(r"(?:북위|남위|동경|서경|위도|경도|서해|이북)\s?$")
DEGREES_OF_TURN = frozenset({90, 180, 270, 360})
GENERATION_BEFORE = re.compile(r"(?:동포|한인|고려인|교포|이민|재일|[·,]|[1-9]세)\s?$")
AGE_LIMIT_AFTER = re.compile(r"\s?(?:이상|이하|미만|까지|초과|[~∼\-])")
AGE_GROUP_AFTER = re.compile(r"\s?(?:[·,~∼]\s?\d0대|가\s|와\s|의\s(?:청년|젊)|층)")
OFFICE_ANNIVERSARY_BEFORE = re.compile(r"(?:취임|출범|탄생|개막|D-?)\s?$")
PER_DAY_AFTER = re.compile(r"\s?(?:평균|\d|당)")
COPIES_BEFORE = re.compile(r"(?:붙임|책자|자료|발간|배포|부수|인쇄|문서|보고서|각)[^0-9]{0,8}$")
TIMES_AFTER = re.compile(r"(?:의\s|이나|에\s?걸)")
YEAR_NUMBERS = range(1300, 2301)
SMALL_AGE = 5
SMALL_MONEY = 10


def is_part_of_other(text: str, start: int) -> bool:
    """Whether the figure at `start` continues a code, ordinal or other number (G20, 제3국, 1.2.3, 2+2)."""
    if start == 0:
        return False
    before = text[start - 1]
    if before in "제#^_" or (before == "+" and start > 1 and text[start - 2].isdigit()):
        return True
    if before.isascii() and before.isalpha():
        return text[max(0, start - 3) : start] not in currency_prefixes()
    if before in ".,:/" and start > 1 and text[start - 2].isdigit():
        return True
    if before in "-–" and start > 1:
        earlier = text[start - 2]
        return earlier.isascii() and earlier.isalpha()
    return False


def is_counted(text: str, start: int, unit: UnitRead, numeral: Numeral) -> bool:
    """Whether a figure with the unit behind it is a quantity."""
    word, end = unit.word, unit.end
    if unit.money:
        return word != "불" or numeral.scaled or numeral.grouped or numeral.value >= SMALL_MONEY
    check = _CHECKS.get(word)
    return check is None or check(text, start, end, numeral)


def _minutes(text: str, start: int, end: int, numeral: Numeral) -> bool:
    return not CLOCK_BEFORE.search(text, max(0, start - 6), start)


def _days(text: str, start: int, end: int, numeral: Numeral) -> bool:
    if MONTH_BEFORE.search(text, max(0, start - 4), start) or DATE_MARK_BEFORE.search(text, max(0, start - 5), start):
        return False
    if OFFICE_ANNIVERSARY_BEFORE.search(text, max(0, start - 4), start):
        return False
    return not (numeral.value == 1 and PER_DAY_AFTER.match(text, end))


def _years(text: str, start: int, end: int, numeral: Numeral) -> bool:
    return numeral.scaled or numeral.grouped or int(numeral.value) not in YEAR_NUMBERS


def _engines(text: str, start: int, end: int, numeral: Numeral) -> bool:
    return bool(ENGINES_BEFORE.search(text, max(0, start - 14), start) or ENGINES_AFTER.match(text, end))


def is_artwork_count(text: str, start: int, unit: UnitRead) -> bool:
    """Whether 점 counts works of art and finds, not points of a mark."""
    return unit.word == "점" and ARTWORK_BEFORE.search(text, max(0, start - 12), start) is not None


def _degrees(text: str, start: int, end: int, numeral: Numeral) -> bool:
    return numeral.value not in DEGREES_OF_TURN and not LATITUDE_BEFORE.search(text, max(0, start - 4), start)


def _ages(text: str, start: int, end: int, numeral: Numeral) -> bool:
    if numeral.value > SMALL_AGE:
        return True
    return bool(AGE_LIMIT_AFTER.match(text, end)) and not GENERATION_BEFORE.search(text, max(0, start - 4), start)


def _ranked(text: str, start: int, end: int, numeral: Numeral) -> bool:
    return not (numeral.value % 10 == 0 and numeral.value < 100 and AGE_GROUP_AFTER.match(text, end))


def _copies(text: str, start: int, end: int, numeral: Numeral) -> bool:
    return numeral.value > 3 or bool(COPIES_BEFORE.search(text, max(0, start - 12), start))


def _times(text: str, start: int, end: int, numeral: Numeral) -> bool:
    return TIMES_AFTER.match(text, end) is not None


_CHECKS = {
    "분": _minutes, "일": _days, "년": _years, "기": _engines, "도": _degrees, "세": _ages, "살": _ages,
    "대": _ranked, "부": _copies, "번": _times,
}  # fmt: skip
