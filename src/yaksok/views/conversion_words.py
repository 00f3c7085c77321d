"""The words that a conversion adds to a document, in the document's language."""

from __future__ import annotations

from dataclasses import dataclass

from yaksok.records.statement import Language


@dataclass(frozen=True, slots=True)
class Wordings:
    """One language's words. `kinds` names roles, acts, genres and annotations by their ids."""

    source: str
    issuer: str
    published: str
    genre: str
    characters: str
    statements: str
    page: str
    page_break: str
    notes: str
    apart: str
    furniture: str
    nothing_dropped: str
    legend: str
    notices: str
    next_step: str
    statement: str
    box: str
    place: str
    concerns: str
    back: str
    undated: str
    nobody: str
    kinds: dict[str, str]


_ENGLISH = Wordings(
    source="Source",
    issuer="Issuer",
    published="Date",
    genre="Kind of document",
    characters="characters",
    statements="statements",
    page="page {page}",
    page_break="new page",
    notes="Notes",
    apart="Memos, comments and changes",
    furniture="Page furniture",
    nothing_dropped=(
        "Nothing was left out: {statements} statements hold all {characters} characters of the text; "
        "{furniture} of them are page furniture."
    ),
    legend="What a statement does",
    notices="Notices",
    next_step="Next",
    statement="statement",
    box="box",
    place="characters",
    concerns="on",
    back="back to the text",
    undated="undated",
    nobody="author unknown",
    kinds={
        "title": "title",
        "heading": "heading",
        "item": "item",
        "note": "note",
        "meta": "page furniture",
        "commitment": "commitment",
        "result": "result",
        "effect": "effect",
        "context": "context",
        "position": "position",
        "none": "none",
        "work_plan": "work plan",
        "agenda_page": "agenda page",
        "evaluation": "evaluation",
        "press_release": "press release",
        "fact_sheet": "fact sheet",
        "joint_statement": "joint statement",
        "speech": "speech",
        "other": "other",
        "memo": "memo",
        "comment": "comment",
        "inserted": "inserted",
        "deleted": "deleted",
        "moved_from": "moved from here",
        "moved_to": "moved to here",
    },
)
_KOREAN = Wordings(
    source="원본",
    issuer="발행 기관",
    published="날짜",
    genre="문서 유형",
    characters="자",
    statements="개 진술",
    page="{page}쪽",
    page_break="쪽 나눔",
    notes="주석",
    apart="메모와 변경 내용",
    furniture="쪽 장식 등 본문이 아닌 것",
    nothing_dropped=(
        "빠진 글은 없습니다. 진술 {statements}개가 글자 {characters}자 전부를 담고 있으며, "
        "그 가운데 {furniture}개는 본문이 아닌 부속 정보입니다."
    ),
    legend="진술이 하는 일",
    notices="알림",
    next_step="다음 단계",
    statement="진술",
    box="상자",
    place="글자",
    concerns="대상",
    back="본문으로",
    undated="날짜 없음",
    nobody="작성자 없음",
    kinds={
        "title": "제목",
        "heading": "소제목",
        "item": "항목",
        "note": "주석",
        "meta": "부속 정보",
        "commitment": "약속",
        "result": "성과",
        "effect": "기대효과",
        "context": "여건·배경",
        "position": "입장·평가",
        "none": "해당 없음",
        "work_plan": "업무계획",
        "agenda_page": "국정과제 안내",
        "evaluation": "평가",
        "press_release": "보도자료",
        "fact_sheet": "팩트시트",
        "joint_statement": "공동성명",
        "speech": "연설, 브리핑",
        "other": "기타",
        "memo": "메모",
        "comment": "의견",
        "inserted": "삽입",
        "deleted": "삭제",
        "moved_from": "옮겨 감",
        "moved_to": "옮겨 옴",
    },
)


def page_label(words: Wordings, page: int | None) -> str:
    """What stands where a page begins."""
    return words.page_break if page is None else words.page.format(page=page)


def wordings(language: Language) -> Wordings:
    """The words for documents in a language."""
    return _KOREAN if language == "ko" else _ENGLISH
