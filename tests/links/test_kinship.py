"""Which documents are one, and which only look alike; measured on twins and on all pairs of unlike documents."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from yaksok import read_document
from yaksok.ledger.reader import StoredDocument
from yaksok.links.families import families
from yaksok.links.fingerprints import family_keys, fingerprint
from yaksok.links.kinship import Kinship, kinship
from yaksok.records.mentions import PartyMention
from yaksok.records.statement import Document, Genre, Language, Statement

ROOT = Path(__file__).resolve().parents[2]
TWINS = Path(__file__).parent / "twins"
# The text that each twin was translated from, by its file name without the mark of language.
SOURCES = {
    path.stem: path
    for folder in ("examples", "tests/gold/korean", "tests/gold/english")
    for path in sorted((ROOT / folder).glob("*.*"))
    if path.suffix in {".txt", ".md", ".html"} and path.name not in {"README.md", "SOURCES.md"}
}


def stored(path: Path) -> StoredDocument:
    return StoredDocument(0, path.name, path.stem, str(path), read_document(str(path)))


@pytest.fixture(scope="module")
def world() -> list[StoredDocument]:
    """Every document of the project and its translations, decoys of them, and the real ones where they are.

    Decoys tell of the same meeting on the same days in the other language, but are no translations.
    """
    shared = sorted((ROOT.parent / "shared" / "corpus").glob("*.txt"))
    return [stored(path) for path in (*SOURCES.values(), *sorted(TWINS.rglob("*.txt")), *shared)]


@pytest.fixture(scope="module")
def originals(world: list[StoredDocument]) -> list[StoredDocument]:
    return [each for each in world if len(each.document.statements) >= 20]


def twins() -> set[frozenset[str]]:
    return {
        frozenset({path.name, SOURCES[path.stem.rpartition(".")[0]].name}) for path in TWINS.glob("*.txt")
    }


# The fact sheet among the decoys belongs to the Korean text of its statement.
SHEET = frozenset({"leaders_joint_statement.ko.txt", "australia_sheet.ko.txt"})


def test_translations_are_found_and_nothing_else_is(world: list[StoredDocument]) -> None:
    prints = [fingerprint(each) for each in world]
    found = [found for one, other in combinations(prints, 2) if (found := kinship(one, other))]
    kinds = {frozenset({each.original, each.member}): each.kind for each in found}
    assert kinds == {**dict.fromkeys(twins(), "translation"), SHEET: "annex"}


def test_relatives_share_a_key(world: list[StoredDocument]) -> None:
    keys = {each.version: set(family_keys(each)) for each in world}
    assert all(keys[one] & keys[other] for one, other in twins())
    assert max(map(len, keys.values())) < 80


def test_families_of_all_documents(world: list[StoredDocument]) -> None:
    found = {frozenset(member.version for member in each.members) for each in families(world)}
    with_sheet = next(pair for pair in twins() if pair & SHEET)
    assert found == (twins() - {with_sheet}) | {with_sheet | SHEET}


# --- republications, excerpts and editions, made from every document


def reworded(document: Document, rate: int) -> Document:
    """Every `rate`-th word of each statement changed; numbers stay."""

    def change(text: str) -> str:
        words = text.split(" ")
        return " ".join(
            "고침" if place % rate == rate - 1 and not re.search(r"\d", word) else word
            for place, word in enumerate(words)
        )

    return replace(
        document, statements=tuple(replace(each, text=change(each.text)) for each in document.statements)
    )


def thinned(document: Document, rate: int) -> Document:
    """Without every `rate`-th statement."""
    return replace(document, statements=tuple(each for each in document.statements if each.n % rate))


def part(document: Document) -> Document:
    third = len(document.statements) // 3
    return replace(document, title="발췌", statements=document.statements[third : 2 * third])


def next_edition(document: Document) -> Document:
    """Every number one higher, a year on."""

    def on(text: str) -> str:
        return re.sub(r"\d+", lambda match: str(int(match[0]) + 1), text)

    statements = tuple(
        replace(
            each,
            text=on(each.text),
            times=tuple(replace(time, start="2031-01-01", end="2031-01-02") for time in each.times),
            quantities=tuple(replace(amount, value=amount.value + 1) for amount in each.quantities),
        )
        for each in document.statements
    )
    date = document.date and f"{int(document.date[:4]) + 1}{document.date[4:]}"
    return replace(document, title=on(document.title), date=date, statements=statements)


def same_family(one: StoredDocument, other: StoredDocument) -> Kinship | None:
    return kinship(fingerprint(one), fingerprint(other))


def related(
    originals: Sequence[StoredDocument], change: Callable[[Document], Document]
) -> list[Kinship | None]:
    return [
        same_family(each, replace(each, version=f"copy of {each.version}", document=change(each.document)))
        for each in originals
    ]


@pytest.mark.parametrize(
    ("change", "kind", "least"),
    [
        (lambda document: document, "republication", 1.0),
        (lambda document: reworded(document, 20), "republication", 0.98),
        (lambda document: thinned(document, 6), "republication", 0.95),
        (lambda document: replace(document, date=None), "republication", 1.0),
        (lambda document: replace(document, date="2033-03-03"), "republication", 1.0),
        (part, "excerpt", 0.95),
    ],
    ids=["same", "reworded", "thinned", "undated", "years later", "part"],
)
def test_copies_are_found(
    originals: list[StoredDocument], change: Callable[[Document], Document], kind: str, least: float
) -> None:
    found = [each.kind if each else "" for each in related(originals, change)]
    assert found.count(kind) >= least * len(found)


def test_the_next_edition_is_another_document(originals: list[StoredDocument]) -> None:
    numbered = [each for each in originals if re.search(r"\d", each.document.title)]
    assert len(numbered) > 10
    assert related(numbered, next_edition) == [None] * len(numbered)


def test_the_longer_text_is_the_original_of_a_part(originals: list[StoredDocument]) -> None:
    whole = originals[0]
    excerpt = replace(whole, version="part", document=replace(part(whole.document), date="2000-01-01"))
    for found in (same_family(whole, excerpt), same_family(excerpt, whole)):
        assert found is not None
        assert (found.original, found.member) == (whole.version, "part")


# --- annexes

MATTERS = (
    "양국 조선소가 쇄빙 순찰선의 선체를 나누어 건조",
    "등대 무인화 장비를 부표까지 넓혀 시험 운용",
    "갯벌 복원 현황을 위성 사진으로 함께 조사",
    "선원 자격증을 서로 인정하는 절차를 간소화",
    "항만 전기 공급 설비의 규격을 맞추는 연구 착수",
    "해난 구조대의 야간 훈련을 교대로 주관",
)


def issued(
    title: str,
    *lines: str,
    date: str = "2024-05-07",
    issuer: str | None = "외교부",
    genre: Genre = "press_release",
    parties: Sequence[str] = ("PER",),
    language: Language = "ko",
) -> StoredDocument:
    statements = tuple(
        Statement(
            n=n,
            span=(0, 0),
            extent=(0, 0),
            role="title" if n == 0 else "item",
            act="commitment",
            marker="",
            text=text,
            trail=(),
            parent=None,
            parties=tuple(PartyMention(each, (0, 0), each) for each in parties) if n == 1 else (),
        )
        for n, text in enumerate((title, *lines))
    )
    document = Document(title, date, issuer, genre, language, "\n".join((title, *lines)), statements)
    return StoredDocument(0, title, title, title, document)


@pytest.mark.parametrize(
    ("main", "annex"),
    [
        (
            issued("한-페루 해양 협의회 열려", *MATTERS[:3], "붙임 : 한-페루 해양협력 공동성명 1부.  끝."),
            issued("한-페루 해양협력 공동성명", *MATTERS[3:], genre="joint_statement", issuer=None),
        ),
        (issued("한-페루 해양 공동성명", *MATTERS[:3]), issued("붙임 2. 이행 일정표", *MATTERS[3:])),
        (
            issued("Peru and Korea agree on the sea", *MATTERS[:3], language="en"),
            issued("Annex I: Timetable", *MATTERS[3:], language="en"),
        ),
        (
            issued("한-페루 공동성명", *MATTERS[:3], genre="joint_statement"),
            issued("한-페루 공동성명 팩트시트", *MATTERS[3:], genre="fact_sheet"),
        ),
    ],
    ids=["named", "titled", "English", "fact sheet"],
)
def test_an_annex_is_told_by_what_is_said_of_it(main: StoredDocument, annex: StoredDocument) -> None:
    for found in (same_family(main, annex), same_family(annex, main)):
        assert found is not None
        assert (found.kind, found.original, found.member) == ("annex", main.version, annex.version)
        assert any("PER" in reason for reason in found.reasons)
    assert set(family_keys(main)) & set(family_keys(annex))


@pytest.mark.parametrize(
    "other",
    [
        issued("붙임 2. 이행 일정표", *MATTERS[3:], date="2024-05-27"),
        issued("붙임 2. 이행 일정표", *MATTERS[3:], parties=("CHL",)),
        issued("붙임 2. 이행 일정표", *MATTERS[3:], issuer="국방부"),
        issued("붙임 2. 이행 일정표", *MATTERS[3:], date="2024-05"),
        issued("한-페루 어업 회담 열려", *MATTERS[3:]),
    ],
    ids=["another day", "another party", "another issuer", "a month", "no annex"],
)
def test_what_is_no_annex(other: StoredDocument) -> None:
    assert same_family(issued("한-페루 해양 공동성명", *MATTERS[:3]), other) is None


def test_photographs_of_a_meeting_are_not_its_statement() -> None:
    main = issued(
        "제5차 한-페루 해양 협의회 열려", *MATTERS[:3], "붙임 : 제5차 한-페루 해양 협의회 사진.  끝."
    )
    other = issued("제5차 한-페루 해양 협의회 설명", *MATTERS[3:])
    assert same_family(main, other) is None


def test_a_form_letter_to_another_party_is_another_document() -> None:
    one = issued("한-페루 해양 협의회 열려", *MATTERS)
    other = issued("한-칠레 해양 협의회 열려", *MATTERS, parties=("CHL",))
    assert same_family(one, other) is None
    assert same_family(one, issued("한-페루 해양 협의회 개최 결과", *MATTERS)) is not None


def test_a_document_is_no_relative_of_itself() -> None:
    one = issued("한-페루 해양 협의회 열려", *MATTERS)
    assert same_family(one, one) is None


def test_fingerprints_do_not_hang_on_layout() -> None:
    one = issued("한-페루 해양 협의회 열려", *MATTERS)
    other = issued("한-페루 해양 협의회 열려", *(text.replace(" ", "\n  ") for text in MATTERS))

    assert fingerprint(one).shingles == fingerprint(other).shingles
    assert family_keys(one) == family_keys(other)
