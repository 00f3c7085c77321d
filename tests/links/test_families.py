"""How relations between two documents become families."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import pytest

from yaksok.links import families as families_module
from yaksok.links.families import families, families_of, kinships
from yaksok.links.fingerprints import Fingerprint
from yaksok.links.kinship import Kind, Kinship
from yaksok.links.timeline import interval


def printed(name: str, day: str, keys: Sequence[int] = ()) -> Fingerprint:
    return Fingerprint(
        version=name,
        doc=name,
        language="ko",
        genre="other",
        issuer=None,
        published=interval(day),
        dated=True,
        title=name,
        raw_title=name,
        attached=(),
        main_parties=frozenset(),
        length=0,
        shingles=array("I"),
        traits=array("Q"),
        bounds=array("I", [0]),
        keys=array("Q", keys),
    )


NAMES = dict.fromkeys("abcdef", "")


def tied(original: str, member: str, score: float, kind: Kind = "republication") -> Kinship:
    return Kinship(original, member, kind, score, (f"{score:.0%}",))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([], []),
        ([tied("a", "b", 0.9)], ["a b<a"]),
        # Copies of copies hang on the first where they are equally near to it.
        ([tied("b", "c", 0.9), tied("a", "c", 0.9), tied("a", "b", 0.9)], ["a b<a c<a"]),
        ([tied("a", "b", 0.8), tied("b", "c", 0.9), tied("a", "c", 0.7)], ["a b<a c<b"]),
        # What two documents both quote does not make them one.
        ([tied("a", "c", 0.9, "excerpt"), tied("b", "c", 0.95, "excerpt")], ["b c<b"]),
        ([tied("a", "b", 0.9), tied("c", "d", 0.9), tied("c", "e", 0.8, "annex")], ["a b<a", "c d<c e<c"]),
        # A version that is no longer current.
        ([tied("old", "b", 0.9), tied("a", "c", 0.9)], ["a c<a"]),
        # Two that each were taken for the other's original: the surer relation holds.
        ([tied("a", "b", 0.7), tied("b", "a", 0.9)], ["b a<b"]),
    ],
)
def test_each_document_hangs_on_the_nearest(found: list[Kinship], expected: list[str]) -> None:
    written = [
        " ".join(f"{each.version}<{each.of}" if each.of else each.version for each in family.members)
        for family in families_of(NAMES, found)
    ]
    assert written == expected


def test_members_carry_kind_score_and_reasons() -> None:
    (family,) = families_of(NAMES, [tied("a", "b", 0.75, "translation")])
    assert family.id == family.original.version == "a"
    assert (family.original.kind, family.original.of) == ("original", None)
    member = family.members[1]
    assert (member.kind, member.of, member.score, member.reasons) == ("translation", "a", 0.75, ("75%",))


def test_each_document_is_compared_with_few(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[str, str]] = []

    def compare(one: Fingerprint, other: Fingerprint, **_limits: object) -> None:
        compared.append((one.version, other.version))

    monkeypatch.setattr(families_module, "kinship", compare)
    # All carry the same stock phrase; the last two share a rare one as well.
    prints = [printed(str(n), "2024-01-01", (1, 100 + n // 199 * n)) for n in range(200)]
    prints[150] = printed("150", "2024-01-01", (1, 299))
    assert list(kinships(prints)) == []
    assert len(compared) <= 24 * len(prints)
    assert next(one for one, other in compared if other == "199") == "150"


def test_no_documents_make_no_families() -> None:
    assert families([]) == ()
