"""Marks of lists and outlines, by phenomenon."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.read.hancom.number_formats import FORMATS
from yaksok.read.hancom.numbering import MOST_LEVELS, Bullet, Counter, LevelFormat, Numbering

OFFICIAL = (
    LevelFormat("^1."),
    LevelFormat("^2.", "HANGUL_SYLLABLE"),
    LevelFormat("^3)"),
    LevelFormat("^4)", "HANGUL_SYLLABLE"),
    LevelFormat("(^5)"),
    LevelFormat("(^6)", "HANGUL_SYLLABLE"),
    LevelFormat("^7", "CIRCLED_DIGIT"),
    LevelFormat(),
    LevelFormat(),
    LevelFormat(),
)
LEGAL = tuple(LevelFormat("".join(f"^{n}." for n in range(1, depth + 1))) for depth in range(1, 8))


def numbers(levels: tuple[LevelFormat, ...], *shown: int) -> list[str]:
    counter = Counter([Numbering(1, levels)])
    return [counter.mark("NUMBER", 1, level) for level in shown]


@pytest.mark.parametrize(
    ("levels", "shown", "expected"),
    [
        pytest.param(OFFICIAL, (0, 0, 0), ["1.", "2.", "3."], id="counts"),
        pytest.param(OFFICIAL, (0, 1, 1, 0, 1), ["1.", "가.", "나.", "2.", "가."], id="deeper begins anew"),
        pytest.param(
            OFFICIAL,
            (0, 1, 2, 3, 4, 5, 6, 7),
            ["1.", "가.", "1)", "가)", "(1)", "(가)", "①", ""],
            id="seven levels, the eighth without mark",
        ),
        pytest.param(LEGAL, (0, 1, 1, 0, 1), ["1.", "1.1.", "1.2.", "2.", "2.1."], id="path of numbers"),
        pytest.param(
            LEGAL,
            (0, 3, 3, 2, 3),
            ["1.", "1.1.1.1.", "1.1.1.2.", "1.1.2.", "1.1.2.1."],
            id="skipped levels count",
        ),
        pytest.param(OFFICIAL, (0, 2, 1), ["1.", "1)", "나."], id="a skipped level goes on behind"),
        pytest.param(OFFICIAL, (2, 2, 0), ["1)", "2)", "2."], id="begins deep"),
        pytest.param(
            (LevelFormat("제^1장", start=3),), (0, 0), ["제3장", "제4장"], id="begins with another number"
        ),
        pytest.param((LevelFormat("-"),), (0, 0), ["-", "-"], id="template without number"),
        pytest.param(
            (LevelFormat("^1."), LevelFormat("^n)"), LevelFormat("^N")),
            (0, 1, 2),
            ["1.", "1.1)", "1.1.1."],
            id="whole path",
        ),
        pytest.param((LevelFormat("^1^3"),), (0,), ["11"], id="names a deeper level"),
        pytest.param((LevelFormat("^10."),), (0,), ["10."], id="one and a nought on the first level"),
        pytest.param(
            (*LEGAL, *[LevelFormat()] * 2, LevelFormat("^10.")), (9, 9), ["1.", "2."], id="tenth level"
        ),
        pytest.param((LevelFormat("\uf06c ^1"),), (0,), ["● 1"], id="private sign in a template"),
    ],
)
def test_numbers(levels: tuple[LevelFormat, ...], shown: tuple[int, ...], expected: list[str]) -> None:
    assert numbers(levels, *shown) == expected


def test_a_definition_is_one_list_across_others() -> None:
    counter = Counter([Numbering(1, OFFICIAL), Numbering(2, OFFICIAL, start=0)])
    marks = [counter.mark("NUMBER", each, 0) for each in (1, 1, 2, 1, 2)]
    assert marks == ["1.", "2.", "1.", "3.", "2."]


def test_lists_and_outline_count_apart() -> None:
    counter = Counter([Numbering(1, OFFICIAL)])
    counter.begin_section(1)
    marks = [counter.mark(kind, 1, 0) for kind in ("OUTLINE", "NUMBER", "OUTLINE", "NUMBER")]
    assert marks == ["1.", "1.", "2.", "2."]


@pytest.mark.parametrize(("start", "expected"), [(0, ["2.", "나."]), (1, ["1.", "가."])])
def test_the_outline_goes_on_in_the_next_section_or_begins_anew(start: int, expected: list[str]) -> None:
    counter = Counter([Numbering(1, OFFICIAL), Numbering(2, OFFICIAL, start=start)])
    counter.begin_section(1)
    counter.mark("OUTLINE", 0, 0)
    counter.mark("OUTLINE", 0, 1)
    counter.begin_section(2)
    following = Counter([Numbering(1, OFFICIAL), Numbering(2, OFFICIAL, start=start)])
    following.begin_section(1)
    following.mark("OUTLINE", 0, 0)
    following.mark("OUTLINE", 0, 1)
    following.begin_section(2)
    assert [counter.mark("OUTLINE", 0, 0), following.mark("OUTLINE", 0, 1)] == expected


def test_a_section_with_the_same_outline_goes_on() -> None:
    counter = Counter([Numbering(1, OFFICIAL)])
    marks = []
    for _ in range(2):
        counter.begin_section(1)
        marks.append(counter.mark("OUTLINE", 0, 0))
    assert marks == ["1.", "2."]


@pytest.mark.parametrize("kind", ["NONE", "OUTLINE", "NUMBER", "BULLET", "", "SOMETHING"])
def test_what_is_not_defined_has_no_mark(kind: str) -> None:
    counter = Counter([Numbering(1, OFFICIAL)], [Bullet(1, "-")])
    counter.begin_section(7)
    assert counter.mark(kind, 9, 0) == ""


def test_bullets() -> None:
    counter = Counter((), [Bullet(1, "\uf06c"), Bullet(2, "☐", "☑"), Bullet(3, "")])
    assert counter.mark("BULLET", 1, 0) == "●"
    assert counter.mark("BULLET", 2, 3) == "☐"
    assert counter.mark("BULLET", 2, 0, checked=True) == "☑"
    assert counter.mark("BULLET", 1, 0, checked=True) == "●"
    assert counter.mark("BULLET", 3, 0) == ""


LEVELS = st.builds(
    LevelFormat, st.text("^123nN0.() 가", max_size=12), st.sampled_from(FORMATS), st.integers(-(2**33), 2**33)
)
DEFINITIONS = st.lists(
    st.builds(Numbering, st.integers(0, 3), st.lists(LEVELS, max_size=12).map(tuple), st.integers(0, 2)),
    max_size=4,
)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["NUMBER", "OUTLINE", "BULLET", "SECTION"]),
        st.integers(-1, 4),
        st.integers(-(2**40), 2**40),
    ),
    max_size=30,
)


@given(DEFINITIONS, STEPS)
def test_nothing_makes_it_fail_or_write_at_length(
    definitions: list[Numbering], steps: list[tuple[str, int, int]]
) -> None:
    counter = Counter(definitions, [Bullet(1, "\U000f02b1" * 500)])
    for kind, reference, level in steps:
        if kind == "SECTION":
            counter.begin_section(reference)
        else:
            assert len(counter.mark(kind, reference, level)) <= 80


def test_a_huge_template_does_not_hang() -> None:
    levels = (LevelFormat("^1" * 100_000, "ROMAN_CAPITAL", 2**31),) * MOST_LEVELS
    counter = Counter([Numbering(1, levels)])
    assert all(len(counter.mark("NUMBER", 1, 10**9)) <= 80 for _ in range(1000))
