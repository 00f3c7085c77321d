"""What holds of every reading: provenance, order, trails, determinism, and time that grows with length."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.strategies import any_text, documents
from tests.support.growth import takes_at_most
from tests.support.reading import read
from tests.support.scoring import is_traced

from yaksok.records.mentions import Mention
from yaksok.records.statement import Document, Statement

TEXTS = st.one_of(documents(), documents(), any_text())
SPACE = re.compile(r"\s+")
ACTS = {"commitment", "result", "effect", "context", "position", "none"}


def mentions(statement: Statement) -> tuple[Mention, ...]:
    return (*statement.parties, *statement.times, *statement.quantities, *statement.names)


def check_tiles(document: Document) -> None:
    place = 0
    for number, each in enumerate(document.statements, 1):
        assert each.n == number
        assert each.extent[0] == place
        assert each.extent[0] <= each.span[0] <= each.span[1] <= each.extent[1]
        place = each.extent[1]
    assert place == len(document.text) or not document.text.strip()


def check_provenance(document: Document) -> None:
    for each in document.statements:
        assert is_traced(document.text, each.text, each.span), each
        for mention in mentions(each):
            assert each.span[0] <= mention.span[0] < mention.span[1] <= each.span[1]
            assert is_traced(document.text, mention.text, mention.span), mention


def check_trails(document: Document) -> None:
    for each in document.statements:
        if each.parent is None:
            assert each.trail == ()
            continue
        parent = document.statements[each.parent - 1]
        assert parent.n < each.n
        assert parent.role not in {"meta", "title"}
        assert each.trail == (*parent.trail, parent.text)


def check_records(document: Document) -> None:
    for each in document.statements:
        assert each.act in ACTS
        assert each.text == SPACE.sub(" ", each.text).strip()
        if each.role == "meta":
            assert (each.act, each.trail, mentions(each)) == ("none", (), ())
        else:
            assert each.text


@given(TEXTS)
@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example("")
@example("산림* 강화\n□ *  강화")
@example("\n \n")
@example("□ 협력 강화*\n  * 항공\n- 1 -\n 확대")
def test_every_reading_keeps_its_source(text: str) -> None:
    document = read(text)
    assert Counter(document.text) == Counter(text)
    check_tiles(document)
    check_provenance(document)
    check_trails(document)
    check_records(document)


@given(TEXTS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read(text) == read(text)


@pytest.mark.parametrize("text", ["|", "| |\n|", "\u200b", "가", "※", "---", "1"])
def test_no_ink_is_dropped_unseen(text: str) -> None:
    check_tiles(read(text))
    assert read(text).statements


Shape = Callable[[int], str]

HOSTILE: dict[str, Shape] = {
    "nested bullets": lambda n: "".join(
        f"{' ' * (k % 300)}{'□ㅇ-•'[k % 4]} 과제 {k}\n" for k in range(n // 30)
    ),
    "deep indents": lambda n: "".join(f"{' ' * k}- 과제\n" for k in range(int(n**0.5))),
    "one long line": lambda n: "협력을 확대하고 " * (n // 9),
    "one long paragraph": lambda n: "정부는 2026년까지 칠레와 협력을 추진한다. " * (n // 27),
    "one long word": lambda n: "가" * n,
    "asterisks": lambda n: "협력* 강화 " * (n // 7),
    "asterisk notes": lambda n: "□ 협력* 강화\n  * 항공\n" * (n // 18),
    "notes without a pointer": lambda n: "□ 협력*·항공* 강화\n" * (n // 14) + "* 항공\n",
    "brackets": lambda n: "(가)" * (n // 3),
    "brackets opened": lambda n: "협력(" * (n // 3),
    "marks like footnotes": lambda n: "협력1) 강화 " * (n // 8) + "\n1) 항공\n",
    "footnotes": lambda n: "".join(f"□ 협력{k % 99 + 1}) 강화\n{k % 99 + 1}) 항공\n" for k in range(n // 20)),
    "numbered inline": lambda n: " ".join(f"{k}) 협력" for k in range(1, n // 8)),
    "short lines": lambda n: "가\n" * (n // 2),
    "short lines in a list": lambda n: "▲가\n" * (n // 3),
    "paragraph of short lines": lambda n: "협력 및\n" * (n // 5),
    "wrapped paragraph": lambda n: f"{'협력 강화 ' * 8}및\n" * (n // 50),
    "tab rows": lambda n: "항공\t3건\t’25년\n" * (n // 12),
    "bar rows": lambda n: "| 항공 | 3건 |\n" * (n // 13),
    "stacked cells": lambda n: "〈 일정 〉\n" + "항공\n3건\n" * (n // 6),
    "page numbers": lambda n: "".join(f"협력을 위한\n- {k} -\n" for k in range(n // 15)),
    "running heads": lambda n: "".join(f"누리부 업무계획\n- {k} -\n협력 강화\n" for k in range(n // 22)),
    "different running heads": lambda n: "".join(f"표제 {k // 2}호 계획\n- {k} -\n" for k in range(n // 18)),
    "headings": lambda n: "협력 분야\n\n" * (n // 7),
    "questions": lambda n: "<질문> 협력은?\n<답변> 있다.\n" * (n // 18),
    "answers": lambda n: "<답변> 있다.\n" * (n // 9),
    "captions": lambda n: "〈 일정 〉\n" * (n // 7),
    "table rules": lambda n: "|---|---|\n" * (n // 10),
    "notes that nothing points to": lambda n: "□ 협력* 강화\n  ※ 항공\n" * (n // 18),
    "headings with footnotes": lambda n: "1. 협력1) 강화\n" * (n // 11) + "1) 항공\n",
    "list over lines": lambda n: "목표 ▲가\n" + "▲나\n" * (n // 3),
    "slashes": lambda n: "항공 협력 확대 / " * (n // 11),
    "short slashes": lambda n: "가 / " * (n // 4),
    "notes in a line": lambda n: "협력 * 항공 " * (n // 8),
    "dots inside": lambda n: f"협력{'.' * n}강화",
    "blanks and dots": lambda n: f"협력{'. ' * (n // 2)}강화",
    "bracketed tail": lambda n: f"협력 {'(가) ' * (n // 4)}강화했다.",
    "questions in brackets": lambda n: "(협력? " * (n // 6),
    "bold": lambda n: "**협력** " * (n // 7),
    "bold opened": lambda n: "** 협력 " * (n // 6),
    "tags": lambda n: "<ul><li>• 협력</li></ul> | 항공\n" * (n // 27),
    "hyphens": lambda n: "co-\noperation is good and\n" * (n // 25),
    "one English line": lambda n: "The ministers agreed to expand trade with Chile by 2026. " * (n // 57),
    "English clauses": lambda n: "and the ministers agreed to expand trade, " * (n // 42),
    "English marks": lambda n: "We will (i) expand trade, " * (n // 26),
    "English quotes": lambda n: "“We act. " * (n // 9),
    "English capitals": lambda n: "Global Green Growth " * (n // 20),
    "English names in quotes": lambda n: "the “Global Plan” and " * (n // 22),
    "Korean quotes": lambda n: "‘협력 구상’ 및 " * (n // 10),
    "Korean names": lambda n: "한-아세안 연대구상·신남방정책 " * (n // 17),
    "quotes opened": lambda n: "「협력 " * (n // 4),
    "years": lambda n: "2025년 " * (n // 6),
    "digits": lambda n: "1" * n,
    "countries": lambda n: "한미일중러" * (n // 5),
    "page numbers in one sentence": lambda n: ("가" * 40 + "\n- 3 -\n") * (n // 47),
}


@pytest.mark.parametrize("shape", HOSTILE)
def test_time_grows_with_length(shape: str) -> None:
    make = HOSTILE[shape]
    # Four times the length: linear is 4, quadratic 16; the floor of 15 ms keeps noise out.
    large, small = make(24_000), make(6_000)
    assert takes_at_most(9, lambda: read(large), lambda: read(small), floor=0.015)


def test_twenty_thousand_nested_bullets_are_read() -> None:
    text = "".join(f"{' ' * (k % 40)}{'□ㅇ-•'[k % 4]} 과제\n" for k in range(20_000))
    assert len(read(text).statements) == 20_000


def test_the_rule_of_a_table_within_a_row_keeps_extents_apart() -> None:
    """Found by damaging documents: rows that run on over rules of their table (seeds 853 and 7005)."""
    text = (
        "# 2025년 누리부 사업\n**목표**: 올해까지 [안내](https://exam예산 |\n|------|------|\n| 교류 예산 |"
    )
    place = 0
    for statement in read(text).statements:
        assert statement.extent[0] == place
        assert statement.extent[0] <= statement.span[0] <= statement.span[1] <= statement.extent[1]
        place = statement.extent[1]
    assert place == len(text)
