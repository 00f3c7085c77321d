"""The same verdicts under the grading schemes of others, with what cannot be graded always shown.

`grading_schemes.csv` has the schemes and their grades, `grading_rules.csv` one row for each kind of
verdict and scheme: the grade, or why there is none. A cell of a rule is a value, several with `|`
between them, or `*` for any. Exactly one row of a scheme holds for a verdict.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple, cast, get_args

from yaksok.errors import UnknownScheme
from yaksok.records.commitment import Status, Verdict
from yaksok.records.statement import Language
from yaksok.reference.tables import rows

Looked = Literal["own", "others", "none"]
LOOKED: tuple[Looked, ...] = get_args(Looked)
Reported = Literal["whole", "part", "none"]
REPORTED: tuple[Reported, ...] = get_args(Reported)
Ungraded = Literal["not_testable", "not_looked", "only_others_looked", "replaced", "window_open"]
UNGRADED: tuple[Ungraded, ...] = get_args(Ungraded)

ANY = "*"


class Parts(NamedTuple):
    """What a grade is derived from.

    `done`: how much of it is reported done. `work`: whether work was reported. `looked`: whose later
    documents could tell: the issuer's own, those of others or of an unknown issuer only, or none.
    """

    status: Status
    late: bool
    done: Reported
    work: bool
    looked: Looked


@dataclass(frozen=True, slots=True)
class GradeName:
    """A grade of a scheme. `rated` is False where it says only that there is no rating yet."""

    id: str
    english: str
    korean: str
    rated: bool
    value: int | None
    note: str
    korean_note: str = ""

    def note_in(self, language: Language) -> str:
        """What is to be known of it, in one language; "" where nothing is."""
        return self.korean_note if language == "ko" else self.note


@dataclass(frozen=True, slots=True)
class Scheme:
    """A grading scheme with its grades in order."""

    id: str
    english: str
    korean: str
    grades: tuple[GradeName, ...]
    source: str
    note: str
    korean_note: str = ""

    def note_in(self, language: Language) -> str:
        """What is to be known of it, in one language; "" where nothing is."""
        return self.korean_note if language == "ko" else self.note

    @property
    def has_values(self) -> bool:
        """Whether its grades are numbers, so that a mean can be taken."""
        return any(grade.value is not None for grade in self.grades)


@dataclass(frozen=True, slots=True)
class Grade:
    """What a scheme says of a verdict: a grade, or why there is none; `note` is that of the rule."""

    name: GradeName | None
    ungraded: Ungraded | None
    source: str
    note: str
    korean_note: str = ""

    def note_in(self, language: Language) -> str:
        """What is to be known of the rule, in one language; "" where nothing is."""
        return self.korean_note if language == "ko" else self.note

    @property
    def rated(self) -> bool:
        """Whether the promise is graded: "not yet rated" is no rating."""
        return self.name is not None and self.name.rated


@dataclass(frozen=True, slots=True)
class Share:
    """How many verdicts have a grade. `share` is of all verdicts, those without a grade included.

    `most` is the share it would have if all that cannot be graded had it.
    """

    grade: GradeName
    count: int
    share: float
    most: float


@dataclass(frozen=True, slots=True)
class ClassCount:
    """The verdicts of one class: all, those that can be graded, and each grade's count."""

    name: str
    number: int
    graded: int
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Scorecard:
    """Verdicts under one scheme.

    `ungraded` counts those without a grade by reason, `ungraded_share` is their share of all. Of the graded,
    `on_reports` rest on reports of known issuers and `self_reported` on the promise's own issuer alone.
    `mean` is of the graded, where grades are numbers. Shares are None where they would be of nothing.
    """

    scheme: Scheme
    number: int
    graded: int
    shares: tuple[Share, ...]
    ungraded: tuple[tuple[str, int], ...]
    ungraded_share: float | None
    on_reports: int
    self_reported: int
    self_reported_share: float | None
    mean: float | None
    classes: tuple[ClassCount, ...]


def schemes() -> tuple[str, ...]:
    """The ids of all schemes."""
    return tuple(_schemes())


def scheme(name: str) -> Scheme:
    """The scheme with this id. Raises UnknownScheme."""
    found = _schemes().get(name)
    if found is None:
        raise UnknownScheme(value=name, known=", ".join(_schemes()))
    return found


def parts_of(verdict: Verdict) -> Parts:
    """What grades are derived from."""
    looked: Looked = "none"
    if verdict.search is not None and verdict.search.outcome != "not_looked":
        looked = "own" if verdict.search.scope.reach in {"issuer_and_kind", "issuer"} else "others"
    return Parts(verdict.status, verdict.late, verdict.done or "none", verdict.work, looked)


def grade(verdict: Verdict, name: str) -> Grade:
    """The grade of a verdict under a scheme. Raises UnknownScheme."""
    return grade_of(parts_of(verdict), name)


def grade_of(parts: Parts, name: str) -> Grade:
    """The grade of what a verdict is made of. Raises UnknownScheme."""
    names = {each.id: each for each in scheme(name).grades}
    row = next(matching(parts, name))
    ungraded = cast("Ungraded", row["ungraded"]) if row["ungraded"] else None
    return Grade(names.get(row["grade"]), ungraded, row["source"], row["note"], row["korean_note"])


def matching(parts: Parts, name: str) -> Iterator[Mapping[str, str]]:
    """The rules of a scheme that hold for a verdict; the tests hold that there is always exactly one."""
    said = {
        "status": parts.status,
        "late": "yes" if parts.late else "no",
        "done": parts.done,
        "work": "yes" if parts.work else "no",
        "looked": parts.looked,
    }
    for row in rows("grading_rules"):
        if row["scheme"] == name and all(_holds(row[column], value) for column, value in said.items()):
            yield row


def scorecard(
    verdicts: Sequence[Verdict], name: str, *, class_of: Callable[[Verdict], str] | None = None
) -> Scorecard:
    """The grades of many verdicts under a scheme, and by class where `class_of` gives one. Raises UnknownScheme."""
    chosen = scheme(name)
    graded = [(verdict, grade(verdict, name)) for verdict in verdicts]
    rated = [(verdict, each.name) for verdict, each in graded if each.rated and each.name]
    missing = len(verdicts) - len(rated)
    counts = Counter(each.id for _, each in rated)
    told = [verdict.self_reported for verdict, _ in rated if verdict.self_reported is not None]
    values = [each.value for _, each in rated if each.value is not None]
    return Scorecard(
        scheme=chosen,
        number=len(verdicts),
        graded=len(rated),
        shares=tuple(
            Share(
                each,
                counts[each.id],
                _share(counts[each.id], len(verdicts)) or 0.0,
                _share(counts[each.id] + missing, len(verdicts)) or 0.0,
            )
            for each in chosen.grades
            if each.rated
        ),
        ungraded=_reasons(each for _, each in graded),
        ungraded_share=_share(missing, len(verdicts)),
        on_reports=len(told),
        self_reported=sum(told),
        self_reported_share=_share(sum(told), len(told)),
        mean=round(sum(values) / len(values), 4) if values else None,
        classes=_classes(graded, class_of) if class_of else (),
    )


def _reasons(grades: Iterable[Grade]) -> tuple[tuple[str, int], ...]:
    """Why there is no grade, the most frequent reason first."""
    counts = Counter(
        each.ungraded or (each.name.id if each.name else "") for each in grades if not each.rated
    )
    return tuple(sorted(counts.items(), key=lambda found: (-found[1], found[0])))


def _classes(
    graded: Sequence[tuple[Verdict, Grade]], class_of: Callable[[Verdict], str]
) -> tuple[ClassCount, ...]:
    found: dict[str, list[Grade]] = {}
    for verdict, each in graded:
        found.setdefault(class_of(verdict), []).append(each)
    return tuple(_class(name, found[name]) for name in sorted(found))


def _class(name: str, grades: Sequence[Grade]) -> ClassCount:
    rated = Counter(each.name.id for each in grades if each.rated and each.name)
    return ClassCount(name, len(grades), rated.total(), tuple(sorted(rated.items())))


def _share(count: int, of: int) -> float | None:
    return round(count / of, 4) if of else None


def _holds(cell: str, value: str) -> bool:
    return cell == ANY or value in cell.split("|")


@cache
def _schemes() -> Mapping[str, Scheme]:
    heads = [row for row in rows("grading_schemes") if not row["grade"]]
    return {
        row["scheme"]: Scheme(
            id=row["scheme"],
            english=row["english"],
            korean=row["korean"],
            grades=tuple(_grades(row["scheme"])),
            source=row["source"],
            note=row["note"],
            korean_note=row["korean_note"],
        )
        for row in heads
    }


def _grades(name: str) -> Iterator[GradeName]:
    for row in rows("grading_schemes"):
        if row["scheme"] == name and row["grade"]:
            yield GradeName(
                id=row["grade"],
                english=row["english"],
                korean=row["korean"],
                rated=row["rated"] == "yes",
                value=int(row["value"]) if row["value"] else None,
                note=row["note"],
                korean_note=row["korean_note"],
            )
