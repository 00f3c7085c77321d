"""The fields of the query language: their names in both languages, and what their values mean."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import get_args

from yaksok.links.topics import topics_of
from yaksok.records.commitment import STATUSES
from yaksok.records.statement import Act, Genre, Language, Role
from yaksok.reference.parties import all_parties
from yaksok.reference.tables import rows
from yaksok.reference.topics import all_topics

NAMES: Mapping[str, tuple[str, ...]] = {
    "party": ("party", "parties", "country", "국가", "당사자", "상대", "상대국", "나라"),
    "act": ("act", "행위", "종류"),
    "role": ("role", "역할"),
    "status": ("status", "상태", "이행"),
    "issuer": ("issuer", "발행", "기관", "부처", "발행처", "발행기관"),
    "genre": ("genre", "type", "장르", "문서종류", "유형"),
    "year": ("year", "years", "연도", "년도"),
    "due": ("due", "기한", "시한"),
    "topic": ("topic", "주제", "분야"),
    "document": ("document", "doc", "문서"),
    "language": ("language", "lang", "언어"),
}
"""What each field may be called in a query; docs/search.md lists them."""

ENTITIES = ("party", "topic")
"""Fields that can have several values at once."""

# The words of docs/glossary.md for the values of fields.
_WORDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "act": {
        "commitment": ("약속", "계획", "다짐", "promise"),
        "result": ("성과", "한일"),
        "effect": ("기대효과", "효과"),
        "context": ("여건", "배경"),
        "position": ("입장", "평가"),
        "none": ("해당없음",),
    },
    "role": {
        "title": ("제목",),
        "heading": ("소제목",),
        "item": ("항목",),
        "note": ("주석",),
        "meta": ("부속정보",),
    },
    "status": {
        "kept": ("이행", "이행됨"),
        "partly_kept": ("일부이행",),
        "in_progress": ("추진중",),
        "not_yet_due": ("기한미도래",),
        "overdue_no_evidence": ("기한경과", "overdue"),
        "silent": ("언급없음", "침묵"),
        "superseded": ("대체",),
        "broken": ("불이행",),
        "not_testable": ("검증불가",),
    },
    "genre": {
        "work_plan": ("업무계획", "plan"),
        "agenda_page": ("국정과제", "국정과제안내"),
        "evaluation": ("평가",),
        "press_release": ("보도자료",),
        "fact_sheet": ("팩트시트",),
        "joint_statement": ("공동성명",),
        "speech": ("연설", "브리핑", "briefing"),
        "other": ("기타",),
    },
    "language": {"ko": ("한국어", "국문", "korean"), "en": ("영어", "영문", "english")},
}
_IDS: Mapping[str, tuple[str, ...]] = {
    "act": get_args(Act),
    "role": get_args(Role),
    "status": STATUSES,
    "genre": get_args(Genre),
    "language": get_args(Language),
}
_SIGNS = re.compile(r"[\s_\-·.,'’()]+")
_YEAR = r"[0-9]{4}"
_YEARS = re.compile(rf"({_YEAR})?년?(\.\.|[-~–])({_YEAR})?년?|({_YEAR})년?")
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{1,2}))?(?:-([0-9]{1,2}))?")


@cache
def _by_name() -> dict[str, str]:
    return {name: field for field, names in NAMES.items() for name in names}


def field_named(written: str) -> str | None:
    """The field of this name in either language; None if there is none."""
    return _by_name().get(written.lower())


def values_of(field: str, written: str) -> tuple[str, ...]:
    """The terms that a written value stands for in a field with terms; () if it stands for none.

    Not for `year` and `due`, nor for `document`, whose stems only a ledger knows.
    """
    key = plain(written)
    if field == "party":
        return _parties().get(key, ())
    if field == "topic":
        return _topics().get(key) or topics_of(written, (), "ko") or topics_of(written, (), "en")
    if field == "issuer":
        return tuple(dict.fromkeys((written, *_issuers().get(key, ()))))
    found = _ids(field).get(key)
    return (found,) if found else ()


def plain(written: str) -> str:
    """A value without case, blanks and joining signs."""
    return _SIGNS.sub("", written).casefold()


def years(written: str) -> tuple[int | None, int | None] | None:
    """The first and the last year that "2023", "2020..2024", "2020.." or "..2024" means; None for no years."""
    match = _YEARS.fullmatch(written.strip())
    if match is None or not any(match.groups()) or written in {"..", "-", "~", "–"}:
        return None
    if match[4]:
        return int(match[4]), int(match[4])
    first, last = (int(year) if year else None for year in (match[1], match[3]))
    return None if first is None and last is None else (first, last)


def days(written: str) -> tuple[str | None, str | None] | None:
    """The first and the last ISO day that "2025", "2025-01", "2025-01..2025-06" or "..2025" means."""
    first, dots, last = written.strip().partition("..")
    try:
        begins = _first_day(first) if first else None
        ends = _last_day(last if dots else first) if (last or not dots) else None
    except ValueError:
        return None
    return None if begins is None and ends is None else (begins, ends)


def _first_day(written: str) -> str:
    year, month, day = _parts(written)
    return date(year, month or 1, day or 1).isoformat()


def _last_day(written: str) -> str:
    year, month, day = _parts(written)
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1]).isoformat()


def _parts(written: str) -> tuple[int, int, int]:
    match = _DAY.fullmatch(written)
    if match is None:
        raise ValueError(written)
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if year == 0 or month > 12:
        raise ValueError(written)
    return year, month, day


@cache
def _ids(field: str) -> dict[str, str]:
    found = {plain(each): each for each in _IDS[field]}
    for each, words in _WORDS[field].items():
        for word in words:
            found.setdefault(plain(word), each)
    return found


@cache
def _parties() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for party in all_parties():
        for form in (*party.korean_forms, *party.english_forms):
            key = plain(form)
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), party.id)))
    # An id means its party alone, whatever else is written so.
    found.update({plain(party.id): (party.id,) for party in all_parties()})
    return found


@cache
def _topics() -> dict[str, tuple[str, ...]]:
    return {
        plain(name): (topic.id,) for topic in all_topics() for name in (topic.english, topic.korean, topic.id)
    }


@cache
def _issuers() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in rows("issuers"):
        for one, other in ((row["name"], row["english"]), (row["english"], row["name"])):
            found[plain(one)] = (*found.get(plain(one), ()), one, other)
    return found
