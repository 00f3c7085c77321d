"""Every number has its class, its place in the drawn tree and its entry in docs/errors.md."""

from __future__ import annotations

import ast
import pickle
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from yaksok import errors
from yaksok.errors import Wording, YaksokError, notices

ROOT = Path(__file__).resolve().parents[2]


def classes(root: type[YaksokError] = YaksokError) -> Iterator[type[YaksokError]]:
    for kind in root.__subclasses__():
        yield kind
        yield from classes(kind)


NUMBERED = {kind.wording.number: kind for kind in classes() if "wording" in vars(kind)}
NOTICES = {wording.number: name for name, wording in vars(notices).items() if isinstance(wording, Wording)}
NAMES = {number: kind.__name__ for number, kind in NUMBERED.items()} | NOTICES
WORDINGS = {kind.__name__: kind.wording for kind in NUMBERED.values()} | {
    name: wording for name, wording in vars(notices).items() if isinstance(wording, Wording)
}


def entries() -> dict[str, tuple[str, str]]:
    page = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    parts = re.split(r"^## (Y\d+) (\w+)$", page, flags=re.MULTILINE)[1:]
    return {parts[i]: (parts[i + 1], parts[i + 2]) for i in range(0, len(parts), 3)}


def places(template: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(template) if name}


def all_places(wording: Wording) -> set[str]:
    texts = (wording.english, wording.english_next, wording.korean, wording.korean_next)
    return set().union(*(places(text) for text in texts))


def matches(template: str, text: str) -> bool:
    """Whether the text is the template with its places filled."""
    pattern = re.escape(template)
    for place in re.findall(r"\\\{[^}]*\\\}", pattern):
        pattern = pattern.replace(place, ".+?")
    return re.search(pattern, text) is not None


def test_numbers_are_used_once() -> None:
    kinds = [kind for kind in classes() if "wording" in vars(kind)]
    assert len(kinds) + len(NOTICES) == len(NAMES)


def test_the_drawn_tree_is_the_tree() -> None:
    drawn = dict(re.findall(r"(\w+) +(Y\d+)$", errors.__doc__ or "", flags=re.MULTILINE))
    assert {name: number for number, name in NAMES.items()} == drawn


def test_every_class_is_exported() -> None:
    assert {kind.__name__ for kind in classes()} | {"Wording", "YaksokError"} == set(errors.__all__)


def test_the_page_has_an_entry_for_each_number_and_no_other() -> None:
    assert {number: name for number, (name, _body) in entries().items()} == NAMES


@pytest.mark.parametrize("number", sorted(NAMES))
def test_an_entry_shows_the_message_and_next_step_in_both_languages(number: str) -> None:
    _name, body = entries()[number]
    wording = WORDINGS[NAMES[number]]
    for template in (wording.english, wording.english_next, wording.korean, wording.korean_next):
        assert matches(template, body), template
    assert body.count(f"{number}: ") == 2


@pytest.mark.parametrize("number", sorted(NAMES))
def test_languages_say_the_same_things(number: str) -> None:
    wording = WORDINGS[NAMES[number]]
    assert places(wording.english) | places(wording.english_next) == places(wording.korean) | places(
        wording.korean_next
    )
    assert re.search("[가-힣]", wording.korean)
    assert re.search("[가-힣]", wording.korean_next)


@pytest.mark.parametrize("number", sorted(NUMBERED))
def test_errors_survive_the_way_between_processes(number: str) -> None:
    kind = NUMBERED[number]
    error = kind(**dict.fromkeys(all_places(kind.wording), "value"))
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is kind
    assert copy.describe("ko") == error.describe("ko")
    assert str(error).startswith(f"{number}: ")


def raised() -> Iterator[tuple[str, int, str, set[str]]]:
    """Each place in the source where a numbered error or notice is made, with the fields it gives."""
    for path in sorted((ROOT / "src").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = None
            if isinstance(node.func, ast.Name):
                name = node.func.id
            elif isinstance(node.func, ast.Attribute) and node.func.attr == "problem":
                name = node.func.value.id if isinstance(node.func.value, ast.Name) else None
            if name in WORDINGS and all(keyword.arg for keyword in node.keywords):
                given = {keyword.arg for keyword in node.keywords if keyword.arg} - {"span"}
                yield path.name, node.lineno, name, given


def test_every_error_made_fills_exactly_its_places() -> None:
    wrong = [made for made in raised() if made[3] != all_places(WORDINGS[made[2]])]
    assert wrong == []
