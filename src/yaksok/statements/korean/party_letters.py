"""Countries written as one letter: 미‧일, (중), 미 의회, 美 신행정부, 對北, 韓中日.

One Hangul letter is also an ordinary syllable (발표 중, 24일), so it counts only in a list with
other countries, as a bracketed label, or before the name of a government body. Chinese letters
are rarer and count wherever no other Chinese letter stands beside them, apart from 中 ("during")
and 日 ("day").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from yaksok.reference.parties import HOME, split_forms
from yaksok.reference.tables import rows

Found = tuple[int, int, str]
"""Start, end and party id."""

_JOINTS = "·/-"
_LISTED_BEFORE = tuple(
    "정상|외교|국방|장관|관계|대화|회담|협력|통상|안보|동맹|갈등|경쟁|전쟁|패권|무역|양국|3국|4국|3자|4자|2+2|고위|공동|실무|"
    "접경|국경|협상|핵|공조|경제|어업|대사|총리|전략|해양|환경|원자력|투자|FTA|수교|교류|의회|산업|방산|기술|사이버|영사|문화".split(
        "|"
    )
)
_PARTICLES = "와과간의은는이가을를도에로등측발내군나및"
_BEFORE_HANJA = "對访訪駐在反親嫌脫赴從克抗離"
_AFTER_HANJA = "側軍國産核政會系發製艦船"
_NEW_OR_FORMER = "新前現舊次"
_DURING_AFTER = "은는를을와과및,./(‘“「『[·:;’”"
"""A letter 중 or 中 with a space before counts only after these: a noun before it means "during"."""
_CLAUSE_ENDS = tuple(
    "으로 에서 부터 까지 에도 에게 하고 되고 이고 면서 하며 되며 따라 통해 위해 대해 하여 되어 한 된".split()
)
"""Particles and endings that no noun before 中 has either."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter's country, whether it may stand alone, and the letters it needs beside it, if any."""

    id: str
    alone: bool
    only_beside: tuple[str, ...]


@cache
def letters(script: str) -> dict[str, Letter]:
    """The letters of one script (`hangul` or `hanja`) by their text."""
    return {
        row["letter"]: Letter(row["id"], row["use"] == "alone", split_forms(row["only_beside"]))
        for row in rows("party_letters")
        if row["script"] == script
    }


@cache
def _any_letter() -> dict[str, Letter]:
    return {**letters("hanja"), **letters("hangul")}


@cache
def _hangul_pattern() -> re.Pattern[str]:
    """One Hangul letter with no letter or figure before it, and a joint, space, bracket or 對 at one side."""
    some = "".join(letters("hangul"))
    beside = rf"(?=[·/\-, ):])|(?<=[·/\-].)|(?<=, .)|(?<=[{_BEFORE_HANJA}].)"
    return re.compile(rf"[{some}](?<![가-힣0-9A-Za-z].)(?:{beside})")


_HANJA_RUN = re.compile("[一-鿿]+")


@cache
def _followers() -> dict[str, dict[str, tuple[str, ...]]]:
    """Words that make the letter before them a country, by class and first character."""
    filed: dict[str, dict[str, list[str]]] = {}
    for row in rows("party_followers"):
        filed.setdefault(row["after"], {}).setdefault(row["word"][0], []).append(row["word"])
    return {group: {first: tuple(words) for first, words in table.items()} for group, table in filed.items()}


def _follower_at(text: str, at: int, country: str) -> bool:
    """Whether a word that follows a country's letter starts at `at`."""
    groups = ["institution"]
    if country in ("USA", "PRK"):
        groups.append(country.lower())
    first = text[at : at + 1]
    return any(text.startswith(_followers()[group].get(first, ()), at) for group in groups)


def hangul_positions(text: str) -> list[int]:
    """The offsets of Hangul letters that may be countries by what stands directly beside them."""
    return [match.start() for match in _hangul_pattern().finditer(text)]


def find_hangul(
    text: str, positions: list[int], starts: dict[int, str], ends: dict[int, str]
) -> Iterator[Found]:
    """Those of the Hangul letters at `positions` that are countries.

    `text` has its dots and dashes unified; `starts` and `ends` give the names that were found
    already, by the offset where they start and end.
    """
    for at in positions:
        letter = letters("hangul")[text[at]]
        if letter.id != HOME and (
            _in_list(text, at, letter, starts, ends) or (letter.alone and _stands_alone(text, at, letter))
        ):
            yield at, at + 1, letter.id


def _in_list(text: str, at: int, letter: Letter, starts: dict[int, str], ends: dict[int, str]) -> bool:
    """Whether a country is joined to the letter at `at` by a dot, dash, slash or comma."""
    left = _left_neighbour(text, at, ends)
    right = _right_neighbour(text, at, starts)
    if letter.only_beside and left not in letter.only_beside and right not in letter.only_beside:
        return False
    return bool(right) or (bool(left) and _list_may_end(text, at + 1))


def _left_neighbour(text: str, at: int, ends: dict[int, str]) -> str:
    joint = text[at - 1] if at else ""
    if joint == " " and text[at - 2 : at - 1] == ",":
        return text[at - 3] if at >= 3 and _isolated_letter(text, at - 3) else ""
    if joint == "," and at >= 2:
        return text[at - 2] if _isolated_letter(text, at - 2) else ""
    if not joint or joint not in _JOINTS:
        return ""
    if at - 1 in ends:
        return ends[at - 1]
    return text[at - 2] if at >= 2 and _isolated_letter(text, at - 2) else ""


def _right_neighbour(text: str, at: int, starts: dict[int, str]) -> str:
    joint = text[at + 1 : at + 2]
    if joint == ",":
        there = at + 3 if text[at + 2 : at + 3] == " " else at + 2
        single = there < len(text) and text[there] in _any_letter() and _list_may_end(text, there + 1)
        return text[there] if single and not _opens_word(text, there + 1) else ""
    if not joint or joint not in _JOINTS:
        return ""
    there = at + 2
    if there in starts:
        return starts[there]
    if there < len(text) and text[there] in _any_letter() and _list_may_end(text, there + 1):
        return text[there]
    return ""


def _opens_word(text: str, at: int) -> bool:
    return "가" <= text[at : at + 1] <= "힣"


def _isolated_letter(text: str, at: int) -> bool:
    """Whether the character is a country's letter with no word running into it from the left."""
    if text[at] not in _any_letter():
        return False
    before = text[at - 1] if at else " "
    return not (before.isalnum() and before not in _any_letter())


def _list_may_end(text: str, at: int) -> bool:
    """Whether what follows a letter is no part of an ordinary word: a joint, a space, a particle, a deed."""
    after = text[at : at + 1]
    if not ("가" <= after <= "힣"):
        return not after.isalnum() or after > "힣" or text.startswith(_LISTED_BEFORE, at)
    return after in _PARTICLES or text.startswith(_LISTED_BEFORE, at)


def _stands_alone(text: str, at: int, letter: Letter) -> bool:
    after = text[at + 1 : at + 2]
    if at and text[at - 1] in _BEFORE_HANJA:
        return _list_may_end(text, at + 1)
    if after == " ":
        if text[at] == "중" and not _at_clause_start(text, at):
            return False
        return _follower_at(text, at + 2, letter.id)
    if after == ")":
        return _is_label(text, at)
    return after == ":" and at == 0


def _at_clause_start(text: str, at: int) -> bool:
    before = text[max(0, at - 4) : at].rstrip(" ")
    return not before or before[-1] in _DURING_AFTER or before.endswith(_CLAUSE_ENDS)


def _is_label(text: str, at: int) -> bool:
    """A bracketed label "(미)", not the weekday of a date "(일)"."""
    if text[at - 1 : at] != "(":
        return False
    before = text[max(0, at - 4) : at - 1]
    if before.endswith(" "):
        before = before[:-1]
        return not (before[-1:].isdigit() or before.endswith((".", "일", "’", "'")))
    return not before or not (before[-1].isalnum() or before[-1] in ".’')")


def find_hanja(text: str, starts: dict[int, str], ends: dict[int, str]) -> Iterator[Found]:
    """Chinese letters that are countries; `starts` and `ends` as for `find_hangul`."""
    for match in _HANJA_RUN.finditer(text):
        start, run = match.start(), match.group()
        core_start, core = _core(run)
        if not core or any(letter not in letters("hanja") for letter in core):
            continue
        if len(run) == 1 and not _single_hanja(text, start, starts, ends):
            continue
        for offset, letter in enumerate(core):
            country = letters("hanja")[letter].id
            if country != HOME:
                at = start + core_start + offset
                yield at, at + 1, country


def _core(run: str) -> tuple[int, str]:
    """The country letters of a run of Chinese letters, without 對, 訪 before or 側, 新 after them."""
    start = 1 if len(run) > 1 and run[0] in _BEFORE_HANJA else 0
    end = len(run)
    while end - start > 1 and run[end - 1] in _AFTER_HANJA + _NEW_OR_FORMER:
        end -= 1
    return start, run[start:end]


def _single_hanja(text: str, at: int, starts: dict[int, str], ends: dict[int, str]) -> bool:
    letter = letters("hanja")[text[at]]
    if _in_list(text, at, letter, starts, ends):
        return True
    before = text[at - 1] if at else " "
    if not letter.alone or ("가" <= before <= "힣" and before not in "대주방친반탈재한"):
        return False
    if text[at] == "日" and before.isdigit():
        return False
    if text[at] != "中" or _at_clause_start(text, at):
        return True
    gap = 1 if text[at + 1 : at + 2] == " " else 0
    return _follower_at(text, at + 1 + gap, "USA")
