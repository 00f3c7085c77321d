"""Figures with a counter that are no quantity all the same.

A counter word can also end an ordinal (2기 행정부, 22대 국회), a place on the globe (북위 38도), an
age group (20대 청년), a generation (동포 3세) or a rate (1인당); what stands around decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from yaksok.statements.korean.numerals import Numeral
from yaksok.statements.korean.quantity_units import UnitRead, currency_prefixes

CLOCK_BEFORE = re.compile(r"\d{1,2}\s?시\s?$")
MONTH_BEFORE = re.compile(r"\d\s?월\s?$")
DATE_MARK_BEFORE = re.compile(r"(?<!\d)\d{1,2}\.\s?$")
ENGINES_BEFORE = re.compile(
    r"(?:원전|원자로|위성|미사일|발사체|로켓|발전기|항공기|헬기|전투기|드론|무인기|터빈|레이더|엔진|풍력|설비|충전기|크레인|탄두|"
    r"핵무기|SMR|시설|처리장|플랜트|저장고|탱크|타워|안테나|펌프|보일러|장비|발전소|등대|부표|기념비|동상|묘)[^0-9]{0,8}$"
)
ENGINES_AFTER = re.compile(
    r"\s?(?:의\s)?(?:건설|발사|도입|수출|수주|배치|가동|운영|보유|규모|이상|추가|건조|의\s?(?:원전|원자로|위성|미사일|SMR))"
)
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
FIRST_YEAR, LAST_YEAR = 1300, 2300
SMALL_AGE = 5
RATES = ("인당", "명당", "개당", "건당", "회당")
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


class Counted(NamedTuple):
    """A figure with a counter: its text, where figure and counter begin and end, and its value."""

    text: str
    start: int
    end: int
    value: int | Decimal

    def before(self, pattern: re.Pattern[str], reach: int) -> bool:
        """Whether the pattern ends right before the figure, within `reach` characters."""
        return pattern.search(self.text, max(0, self.start - reach), self.start) is not None

    def after(self, pattern: re.Pattern[str]) -> bool:
        """Whether the pattern begins right behind the counter."""
        return pattern.match(self.text, self.end) is not None


def is_counted(text: str, start: int, unit: UnitRead, numeral: Numeral) -> bool:
    """Whether a figure with the unit behind it is a quantity."""
    if unit.money:
        return unit.word != "불" or numeral.scaled or numeral.grouped or numeral.value >= SMALL_MONEY
    check = _CHECKS.get(unit.word)
    return check is None or check(Counted(text, start, unit.end, numeral.value))


def is_artwork_count(text: str, start: int, unit: UnitRead) -> bool:
    """Whether 점 counts works of art and finds, not points of a mark."""
    return unit.word == "점" and ARTWORK_BEFORE.search(text, max(0, start - 12), start) is not None


def _minutes(figure: Counted) -> bool:
    return not figure.before(CLOCK_BEFORE, 6)


def _days(figure: Counted) -> bool:
    if figure.before(MONTH_BEFORE, 4) or figure.before(DATE_MARK_BEFORE, 5):
        return False
    if figure.before(OFFICE_ANNIVERSARY_BEFORE, 4):
        return False
    return not (figure.value == 1 and figure.after(PER_DAY_AFTER))


def _years(figure: Counted) -> bool:
    return not FIRST_YEAR <= figure.value <= LAST_YEAR


def _engines(figure: Counted) -> bool:
    return figure.before(ENGINES_BEFORE, 14) or figure.after(ENGINES_AFTER)


def _degrees(figure: Counted) -> bool:
    return figure.value not in DEGREES_OF_TURN and not figure.before(LATITUDE_BEFORE, 4)


def _ages(figure: Counted) -> bool:
    if figure.value > SMALL_AGE:
        return True
    return figure.after(AGE_LIMIT_AFTER) and not figure.before(GENERATION_BEFORE, 4)


def _ranked(figure: Counted) -> bool:
    return not (figure.value % 10 == 0 and figure.value < 100 and figure.after(AGE_GROUP_AFTER))


def _copies(figure: Counted) -> bool:
    return figure.value > 3 or figure.before(COPIES_BEFORE, 12)


def _per_many(figure: Counted) -> bool:
    return figure.value > 1


def _times(figure: Counted) -> bool:
    return figure.after(TIMES_AFTER)


_CHECKS: dict[str, Callable[[Counted], bool]] = {
    "분": _minutes, "일": _days, "년": _years, "기": _engines, "도": _degrees, "세": _ages, "살": _ages,
    "대": _ranked, "부": _copies, "번": _times,
    **dict.fromkeys(RATES, _per_many),
}  # fmt: skip
