"""What of a query could not be taken as it stands, in words."""

from __future__ import annotations

from collections.abc import Mapping

from yaksok.errors.particles import fitted
from yaksok.records.search import NoticeKind, SearchNotice
from yaksok.records.statement import Language

_WORDS: Mapping[NoticeKind, tuple[str, str]] = {
    "cut": (
        "Only the first {value} characters of the query were looked at.",
        "검색어는 처음 {value}자까지만 보았습니다.",
    ),
    "unclosed quotation mark": (
        "A quotation mark is not closed: the phrase goes on to the end.",
        "닫히지 않은 따옴표가 있어 끝까지를 한 구절로 보았습니다.",
    ),
    "unclosed parenthesis": (
        "A parenthesis is not closed: it was closed at the end.",
        "닫히지 않은 괄호가 있어 끝에서 닫았습니다.",
    ),
    "empty phrase": (
        "A phrase without a letter or a figure was passed over.",
        "글자나 숫자가 없는 구절은 건너뛰었습니다.",
    ),
    "unknown value": (
        "{field} has no value {value}; nothing can match it.",
        "{field}에 {value}(이)라는 값이 없어 맞는 것이 없습니다.",
    ),
    "bad period": (
        "{value} is no period; write {field}:2024, {field}:2020..2024 or for days {field}:2025-01..2025-06.",
        "{value}은(는) 기간이 아닙니다. {field}:2024, {field}:2020..2024, 날짜는 {field}:2025-01..2025-06처럼 쓰십시오.",
    ),
    "nothing to search for": (
        "There is nothing to search for: give a word, a phrase or a field.",
        "검색할 것이 없습니다. 낱말, 구절 또는 항목을 쓰십시오.",
    ),
    "standing incomplete": (
        "Only the first {value} promises were looked at for their status or due date.",
        "이행 상태나 기한은 처음 {value}개 약속까지만 보았습니다.",
    ),
    "statuses not counted": (
        "Statuses are counted where a search finds at most {value} statements.",
        "이행 상태별 건수는 검색 결과가 {value}건 이하일 때 셉니다.",
    ),
    "not linked": (
        "The ledger was not linked yet, so no status or due date is known: run yaksok link.",
        "장부가 아직 연결되지 않아 이행 상태와 기한을 알 수 없습니다. yaksok link를 실행하십시오.",
    ),
    "index incomplete": (
        "The index does not yet hold all documents of the ledger.",
        "색인에 아직 장부의 모든 문서가 들어 있지 않습니다.",
    ),
}


def in_words(notice: SearchNotice, language: Language = "en") -> str:
    """A notice as a sentence."""
    english, korean = _WORDS[notice.kind]
    fields = {"field": notice.field, "value": repr(notice.value)[1:-1]}
    return fitted(korean if language == "ko" else english, fields).format(**fields)
