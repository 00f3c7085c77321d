"""No pattern of the office readers, and no numbering, can be made to hang.

Every compiled pattern of their modules is tried on texts of repeated pieces, among them pieces of the pattern
itself; new modules are found by themselves.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import time
from collections import deque
from collections.abc import Iterator
from itertools import pairwise

import pytest

from yaksok.read.docx import numerals
from yaksok.read.hancom.number_formats import FORMATS, written
from yaksok.read.hancom.numbering import Bullet, Counter, LevelFormat, Numbering
from yaksok.read.hancom.private_use import shown

PACKAGES = ("read.hwpx", "read.hancom", "read.hwp", "read.pdf", "read.docx", "read.office", "outline")
PIECES = (
    "a", "0", "9", " ", "\t", "\n", "가", "A", "-", ".", ",", "/", "(", ")", "<", ">", "&", "^", "%", '"', "\\", "'", "1.",
    "^1", "%1.", "a b", "a.a", "a ", " a", "0 ", ". ", "- ", "http://", 'HYPERLINK "', "가나 ", "①", "※", "\0", "=", "_", "xmlns=",
    "section", "Section0", "HYPERLINK ", "\\l ", '"\\', "1)", "<a ", "a=", "''",
)  # fmt: skip
_LETTERS = 20_000
# These are only shown a piece of bounded length.
BOUNDED = frozenset({"outline.hyphens._LAST_WORD"})
Pattern = re.Pattern[str] | re.Pattern[bytes]
METHODS = frozenset({"match", "search", "fullmatch", "finditer", "findall", "split", "sub"})


def patterns() -> Iterator[tuple[str, Pattern, frozenset[str]]]:
    """Each pattern with the ways in which its module uses it: one that is only matched may search slowly."""
    for package in PACKAGES:
        parent = importlib.import_module(f"yaksok.{package}")
        for entry in pkgutil.iter_modules(parent.__path__):
            module = importlib.import_module(f"{parent.__name__}.{entry.name}")
            source = inspect.getsource(module)
            for name, value in vars(module).items():
                if isinstance(value, re.Pattern) and f"{package}.{entry.name}.{name}" not in BOUNDED:
                    used = METHODS & set(re.findall(rf"\b{name}\.(\w+)", source))
                    yield f"{package}.{entry.name}.{name}", value, frozenset(used) or METHODS


def own_pieces(pattern: Pattern) -> list[str]:
    """Letters that stand in the pattern, alone and in pairs: what its loops are made of."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    letters = [letter for letter in dict.fromkeys(source) if letter not in "[](){}?*+|\\^$"]
    return [*letters[:30], *(one + other for one, other in pairwise(letters[:30]))]


@pytest.mark.parametrize(
    ("name", "pattern", "methods"), [pytest.param(*each, id=each[0]) for each in patterns()]
)
def test_each_pattern_ends_in_good_time(name: str, pattern: Pattern, methods: frozenset[str]) -> None:
    for piece in (*PIECES, *own_pieces(pattern)):
        text = (piece * (_LETTERS // len(piece)))[:_LETTERS] + "\x01"
        start = time.process_time()
        _try(pattern, text if isinstance(pattern.pattern, str) else text.encode(), methods)
        # A linear pattern takes a few milliseconds; one that looks at all pairs of places takes seconds.
        assert time.process_time() - start < 1, f"{name} on {piece!r}"


def _try(pattern: Pattern, text: str | bytes, methods: frozenset[str]) -> None:
    for method in methods:
        if method == "sub":
            pattern.sub(text[:0], text)  # type: ignore[arg-type]
        elif method == "finditer":
            deque(pattern.finditer(text), maxlen=0)  # type: ignore[arg-type]
        else:
            getattr(pattern, method)(text)


def test_there_are_patterns_to_try() -> None:
    assert len(list(patterns())) > 5


# -- numbering --------------------------------------------------------------------------------

EXTREMES = (-(1 << 63), -1, 0, 1, 3_999, 4_000, 65_536, 1 << 31, 1 << 63, 10**30)


@pytest.mark.parametrize("number_format", [*FORMATS, "SYMBOL", "USER_CHAR", "unknown", ""])
def test_numbers_stay_short(number_format: str) -> None:
    for number in EXTREMES:
        assert len(written(number, number_format)) < 60


@pytest.mark.parametrize("format_name", [*sorted(numerals._FORMATS), "unknown", ""])
def test_numbers_of_word_stay_short(format_name: str) -> None:
    for number in EXTREMES:
        assert len(numerals.numeral(number, format_name)) < 250


@pytest.mark.parametrize(
    "template",
    [
        "^1" * 5_000,
        "^10" * 1_000,
        "^n" * 1_000,
        "^N^1^2^3^4^5^6^7^8^9^10",
        "^" * 10_000,
        "가" * 100_000,
        "\uf000" * 9_999,
    ],
)
def test_marks_stay_short(template: str) -> None:
    levels = tuple(LevelFormat(template, "ROMAN_CAPITAL", start) for start in (1 << 31, 0, -5, 3_888))
    counter = Counter([Numbering(1, levels, -1)], [Bullet(1, template)])
    counter.begin_section(1)
    start = time.process_time()
    for turn in range(2_000):
        for kind in ("NUMBER", "OUTLINE", "BULLET", "NONE", "unknown"):
            assert len(counter.mark(kind, 1, turn * 7_919 - 5)) <= 200
    assert time.process_time() - start < 8


def test_private_use_letters_cost_little() -> None:
    start = time.process_time()
    shown("".join(chr(0xE000 + number % 6_400) for number in range(1_000_000)))
    assert time.process_time() - start < 5
