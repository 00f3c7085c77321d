"""Hypothesis generators: lines, marked outlines and whole documents in the style of a ministry, and any text."""

from __future__ import annotations

from hypothesis import strategies as st

NOUNS = "산림 협력 항공 노선 교역 청년 교류 공급망 수소 해양 안전 영사 지원 체계 기반 공동 연구 문화".split()
DEEDS = "강화 확대 추진 구축 개최 체결 정비 점검 논의 지원".split()
PARTIES = "칠레 몽골 아세안 유럽연합 페루 한미일 대북 케냐 G20 유엔".split()
TIMES = "2026년 ’25년 2027년까지 10월 상반기 연내 ’24.3월 향후 5년간 2025~2028년".split()
AMOUNTS = ("3개국", "1,500명", "25억불", "12%", "10만 톤", "64개 사업")
PREDICATES = ("추진한다.", "체결하였다.", "확대할 계획이다.", "강조했다.", "마련하겠습니다.", "기대된다.")
MARKS = ("□", "ㅇ", "-", "*", "※", "•", "1.", "가.", "①", "1)", "가)", "(1)", "Ⅰ.", "▲", "[1]", "\uf000")
FURNITURE = ("- 3 -", "12", "보도자료", "담당 부서 산림협력과", "붙임 1부. 끝.", "- 1 / 20 -")
INTERRUPTIONS = (
    " ▲",
    " ①",
    " ②",
    " 1)",
    " /",
    " * ",
    " ※ ",
    "*",
    "1)",
    " (가) ",
    "「",
    "」",
    "(",
    ")",
    "→",
    "\t",
)


def _joined(parts: list[str]) -> str:
    return " ".join(parts)


def phrases() -> st.SearchStrategy[str]:
    """A noun phrase with parties, times and amounts in it."""
    words = st.sampled_from([*NOUNS, *PARTIES, *TIMES, *AMOUNTS])
    return st.lists(words, min_size=1, max_size=8).map(_joined)


def lines() -> st.SearchStrategy[str]:
    """A line without its mark: a phrase that closes in a deed or a verb, sometimes with signs in the middle."""
    ending = st.sampled_from([*DEEDS, *PREDICATES, ""])
    inside = st.lists(st.one_of(phrases(), st.sampled_from(INTERRUPTIONS)), min_size=1, max_size=5).map(
        "".join
    )
    return st.tuples(st.one_of(phrases(), inside), ending).map(lambda pair: " ".join(pair).strip() or "협력")


def marked_lines() -> st.SearchStrategy[str]:
    """A line with an indent and a mark."""
    return st.tuples(st.integers(0, 8), st.sampled_from([*MARKS, ""]), lines()).map(
        lambda parts: f"{' ' * parts[0]}{parts[1]}{' ' if parts[1] else ''}{parts[2]}"
    )


def outlines() -> st.SearchStrategy[str]:
    """Marked lines one below the other, with furniture and blank lines between them."""
    line = st.one_of(marked_lines(), marked_lines(), st.sampled_from(FURNITURE), st.just(""))
    return st.lists(line, min_size=1, max_size=25).map("\n".join)


def tables() -> st.SearchStrategy[str]:
    """Rows of a table, with a caption or without, cells parted in one of the ways that extraction leaves."""
    cells = st.lists(st.sampled_from([*NOUNS, *AMOUNTS, *TIMES, *PARTIES]), min_size=2, max_size=4)
    rows = st.lists(cells, min_size=2, max_size=5)
    between = st.sampled_from(["\t", " | ", "   ", "\n"])
    caption = st.sampled_from(["", "〈 추진 일정 〉\n", "(단위: 억 달러)\n"])
    return st.tuples(caption, rows, between).map(
        lambda parts: parts[0] + "\n".join(parts[2].join(row) for row in parts[1])
    )


def wrapped(text: str, width: int) -> str:
    """A text broken after every `width` characters, also inside words."""
    return "\n".join(
        line[at : at + width] for line in text.split("\n") for at in range(0, max(1, len(line)), width)
    )


def documents() -> st.SearchStrategy[str]:
    """A title with a date above outlines and tables; one in three has its lines broken by layout."""
    head = st.sampled_from(["2025년 누리부 업무계획\n2025. 1. 17.\n\n", "보도자료\n\n산림 협정 서명\n\n", ""])
    body = st.lists(st.one_of(outlines(), tables()), min_size=1, max_size=3).map("\n\n".join)
    width = st.sampled_from([0, 0, 38])
    return st.tuples(head, body, width).map(
        lambda parts: parts[0] + (wrapped(parts[1], parts[2]) if parts[2] else parts[1])
    )


def any_text() -> st.SearchStrategy[str]:
    """Letters and signs that mean something to some rule, in any order."""
    signs = "가나다힣ㅇ한미일 \t\n.,:;/()[]<>「」‘’“”\"'0123456789년월~-*※•▲□○①②Ⅰ억불%→#|\\†\u3000\u00a0\uf000Qa1)1. "
    return st.text(alphabet=st.sampled_from(signs), max_size=300)
