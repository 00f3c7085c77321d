"""Ends of English sentences and inline enumerations."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.statements.english.sentences import split_inline, split_sentences


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met. They left.", ["They met.", "They left."]),
        ("The U.S. and ROK navies met on Jan. 5.", ["The U.S. and ROK navies met on Jan. 5."]),
        ("He lives in the U.S. The others do not.", ["He lives in the U.S.", "The others do not."]),
        ("He spoke at the U.S. Department of State.", ["He spoke at the U.S. Department of State."]),
        ("Mr. Kim met Dr. Lee. They spoke.", ["Mr. Kim met Dr. Lee.", "They spoke."]),
        ("H.E. John F. Roe spoke, e.g. on trade.", ["H.E. John F. Roe spoke, e.g. on trade."]),
        ("See No. 5 and Art. 7. No. They agreed.", ["See No. 5 and Art. 7.", "No.", "They agreed."]),
        (
            "It rose by 3.5 percent; trade fell: all of it.",
            ["It rose by 3.5 percent; trade fell: all of it."],
        ),
        ("“We act,” he said. “We will report.”", ["“We act,” he said.", "“We will report.”"]),
        ("“We act!” he said. Why? Because.", ["“We act!” he said.", "Why?", "Because."]),
        ("It is done.1) The rest follows.", ["It is done.1)", "The rest follows."]),
        ("1. The two sides met.", ["1. The two sides met."]),
        ("Firms such as Roe Co., Ltd. signed it.", ["Firms such as Roe Co., Ltd. signed it."]),
        ("", []),
    ],
)
def test_sentence_ends(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(max_size=300))
def test_every_character_but_white_space_is_in_one_sentence(text: str) -> None:
    spans = split_sentences(text)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(a < b for a, b in spans)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))


@pytest.mark.parametrize(
    ("text", "lead", "elements"),
    [
        (
            "They will: (i) build ships; (ii) train crews, old and new; and (iii) report.",
            "They will",
            [("(i)", "build ships"), ("(ii)", "train crews, old and new"), ("(iii)", "report.")],
        ),
        ("(a) one, (b) two, and (c) three.", None, [("(a)", "one"), ("(b)", "two"), ("(c)", "three.")]),
        ("to 1) plan and 2) act", "to", [("1)", "plan"), ("2)", "act")]),
        ("Steps: ① plan ② act", "Steps", [("①", "plan"), ("②", "act")]),
        ("Article 3(a) and (b) apply", None, []),
        ("under paragraphs (a) and (b) of it", None, []),
        ("see (a) only", None, []),
        ("first (b) then (a)", None, []),
        ("First, they plan; second, they act.", None, []),
    ],
)
def test_inline_enumerations(text: str, lead: str | None, elements: list[tuple[str, str]]) -> None:
    span, found = split_inline(text)
    assert (text[span[0] : span[1]] if span else None) == lead
    assert [(mark, text[a:b]) for mark, (a, b) in found] == elements


@pytest.mark.parametrize("piece", ["a. ", ". ", "(a) ", "U.S. ", "“. ", "1) "])
def test_long_lines_take_linear_time(piece: str) -> None:
    text = piece * 20_000
    started = time.perf_counter()
    split_sentences(text)
    split_inline(text)
    assert time.perf_counter() - started < 5
