"""Whether two documents are one: an original with its annex, translation, republication or excerpt.

The editions of a series (the work plans of two years, the 12th and 13th meeting) are documents of their own, however
alike they look.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from yaksok.links.alignment import chain
from yaksok.links.fingerprints import Fingerprint, squash, weight

Kind = Literal["annex", "translation", "republication", "excerpt"]

_DIGITS = re.compile(r"\d+")
_ANNEX = re.compile(
    r"^\W*(?:붙임|별첨|별지|첨부|부록|부속서|(?i:annex|appendix|attachment|enclosure)\b)|(?:부속서|부록|(?i:\bannex))\W*\d*\W*$"
)
_SHEET = re.compile(r"팩트\s?시트|설명자료|주요\s?내용|(?i:fact ?sheet)")
_STATEMENT = re.compile(r"성명|선언|합의문|발표문|(?i:statement|declaration|communiqu|joint vision)")
_FILE_MARK = re.compile(
    r"(?:[-_. ]?(?:붙임|별첨|첨부|국문|영문|번역|annex|attachment|korean|english|kor|eng|ko|kr|en)\d*)+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What two documents must share; measured on twins and on pairs of unlike documents.

    Shares of shingles: `text` of both documents where they are at most `near_days` apart,
    `text_apart` where they are more, `text_undated` where one has no date; `excerpt` of a part whose
    shingles are at most `excerpt_size` of the whole's and at least `excerpt_least`. `figures` is the least
    share of the same figures and days: a form letter has others each time.

    Across languages, weights of traits in the same order: `traits` is the share of the poorer text's,
    `lead` of the richer one's, `evidence` the least in all; `days` the most days between the two.
    `attached_title` is how much of a title must stand where the main text names its attachment.
    """

    text: float = 0.6
    text_apart: float = 0.85
    text_undated: float = 0.7
    near_days: int = 31
    excerpt: float = 0.8
    excerpt_size: float = 0.6
    excerpt_least: int = 12
    figures: float = 0.5
    traits: float = 0.55
    lead: float = 0.3
    evidence: int = 12
    days: int = 7
    attached_title: float = 0.8


DEFAULT = Limits()


@dataclass(frozen=True, slots=True)
class Kinship:
    """That `member` is a copy or part of `original` (both ids of versions), and how that is known.

    `score` lies between 0 and 1; each of the reasons is a phrase with its figure.
    """

    original: str
    member: str
    kind: Kind
    score: float
    reasons: tuple[str, ...]


def kinship(one: Fingerprint, other: Fingerprint, *, limits: Limits = DEFAULT) -> Kinship | None:
    """How the documents of two fingerprints are related."""
    if one.version == other.version:
        return None
    if one.language != other.language:
        return _translation(one, other, limits) or _annex(one, other, limits)
    return _same_text(one, other, limits) or _annex(one, other, limits)


def _same_text(one: Fingerprint, other: Fingerprint, limits: Limits) -> Kinship | None:
    shared = _shared(one.shingles, other.shingles)
    smaller, larger = sorted((one, other), key=lambda each: (len(each.shingles), each.version))
    if not shared:
        return None
    of_smaller, of_larger = shared / len(smaller.shingles), shared / len(larger.shingles)
    apart = _days_apart(one, other)
    reasons = [f"shared text: {of_smaller:.0%} and {of_larger:.0%}"]
    if _other_edition(one, other):
        return None
    if of_larger >= _least_text(apart, limits):
        if _others_concerned(one, other) or not _same_figures(one, other, limits):
            return None
        reasons += _about_time(apart)
        return _kinship(*_earlier_first(one, other), "republication", of_larger, reasons)
    if (
        of_smaller >= limits.excerpt
        and len(smaller.shingles) <= limits.excerpt_size * len(larger.shingles)
        and len(smaller.shingles) >= limits.excerpt_least
        and _same_figures(smaller, larger, limits)
    ):
        reasons += _about_time(apart)
        kind: Kind = "annex" if _ANNEX.search(smaller.raw_title) else "excerpt"
        return _kinship(larger, smaller, kind, of_smaller, reasons)
    return None


def _least_text(apart: int | None, limits: Limits) -> float:
    if apart is None:
        return limits.text_undated
    return limits.text if apart <= limits.near_days else limits.text_apart


def _translation(one: Fingerprint, other: Fingerprint, limits: Limits) -> Kinship | None:
    apart = _days_apart(one, other)
    if apart is None or apart > limits.days:
        return None
    anchors = chain(one.rows(), other.rows(), weighted=True)
    shared = sum(anchor.weight for anchor in anchors)
    totals = sorted(sum(map(weight, each.traits)) for each in (one, other))
    if shared < limits.evidence or shared < limits.traits * totals[0] or shared < limits.lead * totals[1]:
        return None
    figures = f"{shared / totals[0]:.0%} and {shared / totals[1]:.0%} in {len(anchors)} statements"
    reasons = [
        f"same amounts, times, parties and acronyms in the same order: {figures}",
        *_about_time(apart),
        *_about_issuer(one, other),
        *_about_names(one, other),
    ]
    original, member = _authentic_first(one, other)
    return _kinship(original, member, "translation", shared / totals[0], reasons)


def _annex(one: Fingerprint, other: Fingerprint, limits: Limits) -> Kinship | None:
    """An annex by what the documents say of themselves: published together, and one announces the other."""
    apart = _days_apart(one, other)
    if apart not in {0, 1} or not _together(one, other):
        return None
    for main, annex in ((one, other), (other, one)):
        announced = max((_alike(title, annex.title) for title in main.attached), default=0.0)
        if announced >= limits.attached_title:
            reasons = [f"named as attachment: {announced:.0%} of the title"]
        elif _ANNEX.search(annex.raw_title) and not _ANNEX.search(main.raw_title):
            reasons = [f"title of an annex: {annex.raw_title[:40]}"]
        elif _is_sheet_of(annex, main):
            reasons = ["fact sheet of the statement of the day"]
        else:
            continue
        parties = ", ".join(sorted(main.main_parties & annex.main_parties))
        reasons += [f"same parties: {parties}", *_about_time(apart), *_about_issuer(one, other)]
        return _kinship(
            main, annex, "annex", 0.9 if announced else 0.7, [*reasons, *_about_names(one, other)]
        )
    return None


def _is_sheet_of(sheet: Fingerprint, main: Fingerprint) -> bool:
    """Whether a fact sheet belongs to a statement: both are about exactly the same parties."""
    if sheet.genre != "fact_sheet" and not _SHEET.search(sheet.raw_title):
        return False
    if main.genre != "joint_statement" or _SHEET.search(main.raw_title):
        return False
    names = _STATEMENT.search(sheet.raw_title) is not None
    return names or (sheet.main_parties == main.main_parties and sheet.language == main.language)


def _together(one: Fingerprint, other: Fingerprint) -> bool:
    """Whether two documents can come from one desk: days, parties in common, no two different issuers."""
    if any(each.published.first != each.published.last for each in (one, other)):
        return False
    if one.issuer and other.issuer and one.issuer != other.issuer and one.language == other.language:
        return False
    return bool(one.main_parties & other.main_parties)


def _other_edition(one: Fingerprint, other: Fingerprint) -> bool:
    """Whether the titles are the same but for their numbers, or number another meeting or year."""
    mine, theirs = _DIGITS.findall(one.raw_title), _DIGITS.findall(other.raw_title)
    if mine == theirs:
        return False
    same = squash(_DIGITS.sub("", one.raw_title)) == squash(_DIGITS.sub("", other.raw_title))
    return same or _numbers_at_odds(one, other)


def _others_concerned(one: Fingerprint, other: Fingerprint) -> bool:
    """Whether titles differ and each document is about parties, none of them the same."""
    mine, theirs = one.main_parties, other.main_parties
    return one.title != other.title and bool(mine) and bool(theirs) and not mine & theirs


def _numbers_at_odds(one: Fingerprint, other: Fingerprint) -> bool:
    """Whether both titles carry numbers, and none that is the same."""
    mine, theirs = set(_DIGITS.findall(one.raw_title)), set(_DIGITS.findall(other.raw_title))
    return bool(mine) and bool(theirs) and not mine & theirs


def _same_figures(one: Fingerprint, other: Fingerprint, limits: Limits) -> bool:
    """Whether the figures and days of the poorer one stand in the other: a form letter has others each time."""
    mine, theirs = ({each for each in side.traits if weight(each) > 1} for side in (one, other))
    least = min(len(mine), len(theirs))
    return least < 4 or len(mine & theirs) >= limits.figures * least


def _days_apart(one: Fingerprint, other: Fingerprint) -> int | None:
    """The least number of days between two dates, of which one may be a month or a year; None without dates."""
    if not one.dated or not other.dated:
        return None
    first, last = one.published, other.published
    if not (first.first and first.last and last.first and last.last):
        return None
    return max(0, (last.first - first.last).days, (first.first - last.last).days)


def _earlier_first(one: Fingerprint, other: Fingerprint) -> tuple[Fingerprint, Fingerprint]:
    """The one published first; of the same day the longer one."""

    def rank(each: Fingerprint) -> tuple[date, int, str, str]:
        return each.day or date.max, -each.length, each.doc, each.version

    first, second = sorted((one, other), key=rank)
    return first, second


def _authentic_first(one: Fingerprint, other: Fingerprint) -> tuple[Fingerprint, Fingerprint]:
    """The text that was translated: by day, else the one whose issuer is named, else the Korean one."""

    def rank(each: Fingerprint) -> tuple[date, bool, bool]:
        return each.day or date.max, each.issuer is None, each.language != "ko"

    first, second = sorted((one, other), key=rank)
    return first, second


def _kinship(
    original: Fingerprint, member: Fingerprint, kind: Kind, score: float, reasons: list[str]
) -> Kinship:
    return Kinship(original.version, member.version, kind, round(min(1.0, score), 4), tuple(reasons))


def _about_time(apart: int | None) -> list[str]:
    if apart is None:
        return []
    return ["same day" if apart == 0 else f"{apart} days apart"]


def _about_issuer(one: Fingerprint, other: Fingerprint) -> list[str]:
    return [f"same issuer: {one.issuer}"] if one.issuer and one.issuer == other.issuer else []


def _about_names(one: Fingerprint, other: Fingerprint) -> list[str]:
    """A weak sign that is only told: names of files that differ in a mark of language or annex."""
    mine, theirs = (_FILE_MARK.sub("", each.doc).lower() for each in (one, other))
    return ["names of files alike"] if mine == theirs and mine else []


def _alike(one: str, other: str) -> float:
    """The share of pairs of letters that two squashed titles have in common, of the shorter one's.

    0 where they end differently: photographs of a meeting are not its statement.
    """
    if one[-2:] != other[-2:]:
        return 0.0
    mine, theirs = ({a + b for a, b in pairwise(title)} for title in (one, other))
    least = min(len(mine), len(theirs))
    return len(mine & theirs) / least if least else 0.0


def _shared(one: array[int], other: array[int]) -> int:
    return len(set(one).intersection(other))
