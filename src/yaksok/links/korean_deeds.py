"""Korean words of achievement with their objects, which stand before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from yaksok.links.aliases import concepts, squash
from yaksok.links.cues import BRACKETS, DEEDS, LEVELS, words_of
from yaksok.links.deed import MISSION, Deed, Told, kinds, units
from yaksok.links.words import is_stock, korean_stem, variant
from yaksok.reference.tables import rows

_PHRASE_END = re.compile(r"[,;/]|\s및\s")
_CLAUSE_END = re.compile(r"[,;]|(?:하고|하며|으나|지만|는데|면서|하여|이며)\s|\s및\s")
_DECIDED = re.compile(r"\s?[을를]?\s?(?:결정|확정)")
_DECIDED_AHEAD = frozenset({"hold", "found", "start", "visit"})
# Background: "수립한 바 있으며", "개통한 ‘…’의".
_PAST = re.compile(r"(?:한|된|했던|되었던)\s")
# An anniversary counts from a deed and is none: "체결 65년이 되는", "수립 30주년을 맞아".
_ANNIVERSARY = re.compile(r"\s?\d{1,3}주?년")
# Where and on which occasion something is done is not what is done: "… 정상회의에서", "…를 계기로".
_OCCASION = re.compile(
    r"에서(?:는|의|도)?\s|계기(?:로|에)?\s|에\s이어\s|에\s따라\s|통해\s|통하여\s|맞아\s|위해\s|위하여\s|위한\s"
    r"|(?:하|되|열|맺|높이|넓히|이루)(?:고|여|며|어)\s|하여\s|[:：)\]]"
)
# When it is done neither: without these "2020년 하반기 도입" and "도입" have the same object.
_TIME = re.compile(
    r"(?:['’‘]?(?:\d{2,4}[~-])?\d{2,4}년(?:대|도)?|\d{1,2}월|\d{1,2}(?:[~-]\d{1,2})?일|\d{2}\.\d{1,2}월"
    r"|[상하]반기|연내|연말|올해|금년|내년|작년|지난해|당초|초순|중순|하순|최초의|처음)"
    r"(?:에는|에|의|내|말|초|\s{0,4}(?:부터|까지)|\s?중(?=\s))?"
)
# "개최국" is a country, "방문객" people, "개정안" a draft: none says that anything was done.
_COMPOUND = re.compile(
    r"(?:(?:국|객|액|률|율|지|토의|자)(?!하)|동의안|(?:안|서)(?=[\s,.)·의을를이은는에]|$))"
)
_ADDED = re.compile(r"([가-힣]{2,6})[과와]\s")
_ATTACHED = re.compile(r"[가-힣]{2,12}")
# An event that is to be brought about: "정상회담 추진".
_BROUGHT_ABOUT = re.compile(
    r"([가-힣]{2,20})(?:[을를])?\s(?:추진|성사|실현|준비)(?![가-힣]*\s?(?:체계|위원회|단))"
)
_NEXT_WORD = re.compile(r"\s([가-힣]{2,})")
_FAILING = frozenset({"end", "undone"})
_BEFORE = 80  # letters before the verb in which its object is sought
_AFTER = 30  # letters after it that tell whether it failed
_OBJECT_LETTERS = 14
_ENOUGH_LETTERS = 4
_DATE = re.compile(r"\([^()]{0,40}?(?<![\w-])['’]?(?:\d{2,4}\.)?\d{1,2}(?:\.\d|월)[^()]{0,40}\)")
_SHARED = 40  # the longest phrase that may share the verb of the next one


class _Phrase(NamedTuple):
    """A stretch without a comma, its brackets blanked; `start` counts from the text's begin."""

    text: str
    start: int
    joined: bool


def korean_deeds(text: str, *, most: int) -> list[Deed]:
    """The achievements that the Korean words of a text name; `most` bounds them."""
    blanked = BRACKETS.sub(lambda match: " " * len(match[0]), text)
    found: list[Deed] = []
    waiting: _Phrase | None = None
    before = ""
    for phrase in _phrases(blanked):
        here = list(_of_phrase(text, blanked, phrase, before))
        if here and waiting is not None:
            found.append(_shared(here[0], waiting, text))
        if here:
            before = here[-1].object or before
            waiting = None
        else:
            waiting = phrase if _may_share(phrase) else None
        found.extend(here)
        if len(found) >= most:
            break
    return found[:most]


def _may_share(phrase: _Phrase) -> bool:
    """Whether a phrase without a verb shares that of the next one; one that ends in a stock word has its own."""
    words = phrase.text.split()
    if not phrase.joined or not words or len(phrase.text) > _SHARED:
        return False
    return not is_stock(korean_stem(words[-1])) or words[-1].endswith(_events())


def _phrases(blanked: str) -> Iterator[_Phrase]:
    start = 0
    for match in _PHRASE_END.finditer(blanked):
        yield _Phrase(blanked[start : match.start()], start, joined=True)
        start = match.end()
    yield _Phrase(blanked[start:], start, joined=False)


def _of_phrase(text: str, blanked: str, phrase: _Phrase, before: str) -> Iterator[Deed]:
    words = _words()
    partly = _is_partial(phrase.text)
    for place, letter in enumerate(phrase.text):
        for word, group in words.get(letter, ()):
            if not phrase.text.startswith(word, place) or _within_word(phrase.text, place):
                continue
            end = phrase.start + place + len(word)
            if _COMPOUND.match(blanked, end) or _ANNIVERSARY.match(blanked, end) or _is_in_name(blanked, end):
                break
            told = _told(blanked, end, group)
            if told == "named" and _modifies(phrase.text, place + len(word)):
                break
            start = max(0, place - _BEFORE)
            own = phrase.text[start:place]
            deed = _deed(group, word, own, text[phrase.start + start : end - len(word)], before, end=end)
            if deed.head in words_of("vague") and group in {"draw", "found"}:
                continue
            yield _with(deed, told=told, partly=partly)
            break
    yield from _dated_events(text, phrase)
    yield from _coming_events(phrase)


def _is_in_name(text: str, end: int) -> bool:
    """Whether a word of achievement is a part of a name: the "면제" of "비자면제협정"."""
    match = _ATTACHED.match(text, end)
    return match is not None and korean_stem(match[0]) in kinds()


def _modifies(phrase: str, end: int) -> bool:
    """Whether a word of achievement only describes the noun behind it: "발급 시스템", "신설 공관"."""
    match = _NEXT_WORD.match(phrase, end)
    if match is None:
        return False
    stem = korean_stem(match[1])
    return not is_stock(stem) and stem not in words_of("beside")


def _within_word(phrase: str, place: int) -> bool:
    """Whether one syllable stands before the place: "내구성" names no "구성", "정상회의개최" an opening."""
    return _is_hangul(phrase[place - 1 : place]) and not _is_hangul(phrase[max(0, place - 2) : place - 1])


def _is_hangul(letter: str) -> bool:
    return "가" <= letter <= "힣"


def _dated_events(text: str, phrase: _Phrase) -> Iterator[Deed]:
    """Events named with their day only: "정상회의(24.5.27, 서울)"."""
    for match in _DATE.finditer(text, phrase.start, phrase.start + len(phrase.text)):
        before = text[max(phrase.start, match.start() - _BEFORE) : match.start()]
        head = squash(korean_stem(before.split()[-1])) if before[-1:].strip() else ""
        if any(word in match[0] for word in words_of("found")):
            continue  # the day on which a body was set up, not of a session
        if any(head.endswith(event) for event in _events() if event[-1] == head[-1:]):
            told: Told = "to_come" if "예정" in match[0] else "named"
            yield _with(_deed("hold", head, before, before, "", end=match.start()), told=told, partly=False)


def _coming_events(phrase: _Phrase) -> Iterator[Deed]:
    """Events that are only said to be sought, without a word for holding them: "정상회담 추진"."""
    if "추진" not in phrase.text and "성사" not in phrase.text and "실현" not in phrase.text:
        return
    for match in _BROUGHT_ABOUT.finditer(phrase.text):
        if any(match[1].endswith(event) for event in _events() if event[-1] == match[1][-1]):
            before = phrase.text[max(0, match.end(1) - _BEFORE) : match.end(1)]
            yield _with(
                _deed("hold", match[1], before, before, "", end=phrase.start + match.end(1)),
                told="to_come",
                partly=False,
            )


def _shared(deed: Deed, phrase: _Phrase, text: str) -> Deed:
    """The deed done also to what an earlier phrase names: the treaty in "협정 및 의정서 체결"."""
    own = text[phrase.start : phrase.start + len(phrase.text)]
    other = _deed(deed.group, deed.word, BRACKETS.sub("", phrase.text), own, "", end=deed.end)
    return _with(other, told=deed.told, partly=deed.partly)


def _deed(group: str, word: str, before: str, marked: str, inherited: str, *, end: int) -> Deed:
    """A deed whose object stands in `before`; `marked` is the same stretch with its brackets."""
    own = _object_words(before)
    stems = [korean_stem(part) for part in _TIME.sub(" ", own).split()]
    named = [stem for stem in stems if stem not in _unnamed()]
    letters = squash(" ".join(named or stems))[-_OBJECT_LETTERS:] or inherited
    head = _head(squash((named or stems)[-1])) if stems else ""
    drafted = word in words_of("drafting") and head.endswith(_drafts())
    beside = marked[marked.rfind(own.split()[0]) :] if own else marked
    return Deed(
        group="draw" if drafted else group,
        word=word,
        object=letters,
        head=head,
        units=units(letters),
        object_concepts=concepts(beside[-40:]),
        told="named",
        partly=False,
        end=end,
        preparing=max((word for word in words_of("preparing") if head.endswith(word)), key=len, default=""),
    )


@cache
def _unnamed() -> frozenset[str]:
    """Words beside a name that are no part of it: in which form it is done, and by whom."""
    return words_of("aside").union(*(words_of(level) for level in LEVELS))


def _head(word: str) -> str:
    return MISSION if word.endswith(tuple(words_of("mission"))) else variant(word)


def _object_words(before: str) -> str:
    """The words before a verb without those that say where, when or on what occasion it is done."""
    own = ""
    for part in reversed(_OCCASION.split(before)):
        own = f"{_after_other_act(part)} {own}".strip()
        if len(squash(own)) >= _ENOUGH_LETTERS:
            break
    return own


def _after_other_act(words: str) -> str:
    """What stands behind an act that the verb is only added to: the relations in "구상의 이행과 관계 격상"."""
    for match in reversed(list(_ADDED.finditer(words))):
        rest = words[match.end() :]
        if is_stock(match[1]) and len(squash(rest)) >= _ENOUGH_LETTERS:
            return rest
    return words


def _with(deed: Deed, *, told: Told, partly: bool) -> Deed:
    return replace(deed, told=told, partly=partly)


def _told(blanked: str, end: int, group: str) -> Told:
    clause_end = _CLAUSE_END.search(blanked, end, end + _AFTER)
    rest = squash(blanked[end : clause_end.start() if clause_end else end + _AFTER])
    if group == "lost" or any(word in rest for kind in _FAILING for word in words_of(kind)):
        return "failed"
    if any(word in rest for word in words_of("delayed")):
        return "to_come"
    if _to_come().match(blanked, end) or (group in _DECIDED_AHEAD and _DECIDED.match(blanked, end)):
        return "to_come"
    return "past" if _PAST.match(blanked, end) else "named"


@cache
def _to_come() -> re.Pattern[str]:
    """What follows a word of achievement that is still to come: "개최하기로 합의", "체결을 위한 협상"."""
    ahead, toward, wished = (
        "|".join(sorted(word for word in words_of(group) if not word.isascii()))
        for group in ("ahead", "toward", "wished")
    )
    return re.compile(
        rf"\s?(?:(?:에|에\s대해|에\s대하여|에\s대한|키로)\s?(?:{toward})|[을를]?\s?(?:{wished})"
        rf"|하기로|하기\s?위|할|될|하고자|하도록|되도록|하려|[을를]?\s?위[한해]|{ahead}|중(?![가-힣]))"
    )


def _is_partial(phrase: str) -> bool:
    partial = words_of("partial")
    return any(word.startswith(each) for word in phrase.split() for each in partial)


@cache
def _words() -> dict[str, tuple[tuple[str, str], ...]]:
    """Words of achievement by their first syllable, the longest first."""
    by_first: dict[str, list[tuple[str, str]]] = {}
    for row in rows("deed_words"):
        if row["group"] in DEEDS and row["language"] == "ko":
            by_first.setdefault(row["word"][0], []).append((row["word"], row["group"]))
    return {first: tuple(sorted(found, key=lambda one: -len(one[0]))) for first, found in by_first.items()}


@cache
def _events() -> tuple[str, ...]:
    """Last words of names of events that are held on a day."""
    named = [row["head"] for row in rows("korean_name_heads") if row["type"] == "event"]
    return tuple(head for head in (*named, *words_of("session")) if head not in words_of("ongoing"))


@cache
def _drafts() -> tuple[str, ...]:
    """Last words for what is drawn up: it exists once it is announced."""
    return tuple(words_of("draft"))
