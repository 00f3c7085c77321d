"""The spacing statistics: their file, their form, what they say."""

from __future__ import annotations

import time
from importlib import resources

import pytest

from yaksok.reference.syllables import LENGTHS, RARE, SECTIONS, parse_space_odds, sign_of, space_odds

HEAD = "common\t가나다\nbias\t-10\n"


def data() -> str:
    return resources.files("yaksok.reference").joinpath("data", "spacing.txt").read_text(encoding="utf-8")


def test_the_file_names_its_source_licence_and_tool() -> None:
    head = "\n".join(line for line in data().splitlines() if line.startswith("#"))
    for wanted in ("korean-assembly-bills", "CC BY 4.0", "tools/build_spacing.py"):
        assert wanted in head


def test_the_file_holds_short_contexts_only_each_once() -> None:
    text = data()
    assert len(text.encode()) < 600_000
    sizes = {f"{lefts}{rights}": lefts + rights for lefts, rights in SECTIONS} | {"lengths": 2}
    common = frozenset(next(line for line in text.splitlines() if line.startswith("common\t"))[7:])
    assert len(common) == 1000
    seen: set[tuple[str, str]] = set()
    rows = [
        line.split("\t") for line in text.splitlines() if line[:2].isdigit() or line.startswith("lengths")
    ]
    for section, figure, keys in rows:
        assert abs(int(figure)) >= 2
        for key in keys.split(" "):
            assert len(key) == sizes[section]
            assert (section, key) not in seen
            seen.add((section, key))
            if section == "lengths":
                assert all(1 <= int(digit) <= LENGTHS for digit in key)
            else:
                assert all(sign in common or sign == RARE or sign < "가" or sign > "힣" for sign in key)
    assert len(seen) > 40_000


def test_loading_is_quick() -> None:
    text = data()
    times = []
    for _ in range(5):
        start = time.process_time()
        parse_space_odds(text)
        times.append(time.process_time() - start)
    assert min(times) < 0.03


@pytest.mark.parametrize(
    ("left", "right", "space"),
    [
        ("협력을", "강화하", True),
        ("협력", "을 강화", False),
        ("확대하", "기로", False),
        ("노력할", "것이다", True),
        ("및", "개선", True),
        ("국민", "들의", False),
        ("2025", "년까지", False),
        ("위하여", "필요한", True),
    ],
)
def test_clear_cases(left: str, right: str, space: bool) -> None:  # noqa: FBT001
    assert (space_odds().odds(left, right) > 0) is space


def test_contexts_are_added_up() -> None:
    odds = parse_space_odds(f"{HEAD}10\t25\t나\n01\t-5\t다\n11\t7\t나다 가가\nlengths\t3\t21\n")
    assert odds.odds("가나", "다") == pytest.approx((-10 + 25 - 5 + 7 + 3) / 10)
    assert odds.odds("나", "다") == pytest.approx((-10 + 25 - 5 + 7) / 10)
    assert odds.odds("가", "나") == pytest.approx(-1)


def test_a_rare_syllable_has_a_class_of_its_own() -> None:
    odds = parse_space_odds(f"{HEAD}10\t25\t{RARE}\n")
    assert odds.odds("뷁", "가") == pytest.approx(1.5)


def test_empty_sides_are_no_fault() -> None:
    assert isinstance(space_odds().odds("", ""), float)


@pytest.mark.parametrize("line", ["99\t1\t가", "10\t가", "10\tx\t가", "nonsense"])
def test_other_lines_are_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"section|invalid literal"):
        parse_space_odds(f"{HEAD}{line}\n")


@pytest.mark.parametrize(
    ("character", "sign"),
    [
        ("가", "가"),
        ("7", "0"),
        ("x", "A"),
        ("‧", "·"),
        ("「", "("),
        ("》", ")"),
        (" ", "_"),
        ("美", "H"),
        ("※", "*"),
    ],
)
def test_signs(character: str, sign: str) -> None:
    assert sign_of(character) == sign
