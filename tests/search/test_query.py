"""The query language: any text is understood somehow, and what is written plainly is understood so."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yaksok.search.analysis import written_words
from yaksok.search.query import LONGEST, AllOf, AnyOf, Field, Node, Not, Phrase, Words, parse

OPERATORS = (
    "OR",
    "또는",
    "NOT",
    "AND",
    "-",
    "party:",
    "국가:",
    "year:",
    "..",
    "가",
    "a",
    "\0",
    "\ud800",
    " ",
)
SIGNS = st.one_of(st.sampled_from('"“”()|,:-–:'), st.sampled_from(OPERATORS))
QUERIES = st.one_of(st.text(max_size=60), st.lists(SIGNS, max_size=30).map("".join))


def understood(query: str) -> tuple[Node, ...]:
    return parse(query).root.nodes


@pytest.mark.parametrize(
    ("query", "nodes"),
    [
        ("공급망", (Words("공급망"),)),
        ("공급망 안정", (Words("공급망 안정"),)),
        ('"정상회의 개최"', (Phrase("정상회의 개최"),)),
        ("“정상회의 개최”", (Phrase("정상회의 개최"),)),
        ("「해양협정」 체결", (Phrase("해양협정"), Words("체결"))),
        ("공급망 -일본", (Words("공급망"), Not(Words("일본")))),
        ('-"joint statement"', (Not(Phrase("joint statement")),)),
        ("NOT 일본", (Not(Words("일본")),)),
        ("한-아세안", (Words("한-아세안"),)),
        ("party:VNM", (Field("party", ("VNM",)),)),
        ("국가:베트남,태국", (Field("party", ("베트남", "태국")),)),
        ('issuer:"Ministry of Foreign Affairs"', (Field("issuer", ("Ministry of Foreign Affairs",)),)),
        ("-status:kept", (Not(Field("status", ("kept",))),)),
        ("연도: 2023", (Words("2023"),)),
        ("http://example.org", (Words("http://example.org"),)),
        ("12:30", (Words("12:30"),)),
        ("가 OR 나", (AnyOf((Words("가"), Words("나"))),)),
        ("가 또는 나 | 다", (AnyOf((Words("가"), Words("나"), Words("다"))),)),
        ("가 (나 다) 라", (Words("가 나 다 라"),)),
        ("가 (나 -다)", (Words("가"), AllOf((Words("나"), Not(Words("다")))))),
        ("가 나 다 라 마 바 또는 사 그리고 아", (Words("가 나 다 라 마 바 또는 사 그리고 아"),)),
        ("가 나 OR 다", (Words("가"), AnyOf((Words("나"), Words("다"))))),
        ('(가 OR "나 다") 라', (AllOf((AnyOf((Words("가"), Phrase("나 다"))),)), Words("라"))),
        ("-(가 나)", (Not(AllOf((Words("가 나"),))),)),
        ("가 AND 나", (Words("가 나"),)),
        ("", ()),
        ("- ( ) OR", ()),
        ("party:", ()),
    ],
)
def test_what_is_written_is_understood(query: str, nodes: tuple[Node, ...]) -> None:
    if query == "party:":
        assert understood(query) == ()
    else:
        assert understood(query) == nodes


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ('"open', "unclosed quotation mark"),
        ("(open", "unclosed parenthesis"),
        ('"--"', "empty phrase"),
        ('"ㆍㆍ"', "empty phrase"),
        ("가" * (LONGEST + 1), "cut"),
    ],
)
def test_what_is_not_understood_is_told(query: str, kind: str) -> None:
    assert [notice.kind for notice in parse(query).notices] == [kind]


def test_operators_are_told_nothing_about() -> None:
    assert parse('가 -나 "다" (라 OR 마) party:VNM').notices == ()


@given(QUERIES)
@settings(deadline=None)
def test_any_text_is_understood_somehow(query: str) -> None:
    for node in leaves(parse(query).root):
        if isinstance(node, (Words, Phrase)):
            assert written_words(node.text)
        else:
            assert node.values


@given(st.lists(st.sampled_from(["공급망", "베트남", "summit", "2030", "협력"]), min_size=1, max_size=6))
@settings(deadline=None)
def test_plain_words_stay_as_they_are(words: list[str]) -> None:
    assert understood(" ".join(words)) == (Words(" ".join(words)),)


@given(st.integers(1, 3000))
@settings(deadline=None)
def test_depth_is_bounded(depth: int) -> None:
    assert deepest(parse("(" * depth + "가" + ")" * depth).root) <= 10


def leaves(node: Node) -> list[Words | Phrase | Field]:
    if isinstance(node, (AllOf, AnyOf)):
        return [leaf for each in node.nodes for leaf in leaves(each)]
    return leaves(node.node) if isinstance(node, Not) else [node]


def deepest(node: Node) -> int:
    if isinstance(node, (AllOf, AnyOf)):
        return 1 + max(map(deepest, node.nodes), default=0)
    return 1 + deepest(node.node) if isinstance(node, Not) else 1
