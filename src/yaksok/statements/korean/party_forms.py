"""The written forms of parties in Korean text, filed for look-up, with the conditions each needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from yaksok.reference.parties import all_parties, split_forms
from yaksok.reference.scanner import FormIndex
from yaksok.reference.tables import rows


@dataclass(frozen=True, slots=True)
class Form:
    """What a written form stands for and where it may stand.

    `ids` is empty for words that only look like a party: they win by length and give nothing.
    `joins` allows a prefix such as 주, 대 or 방 before the form. `language_name` says that a
    following 어 makes it the name of a language; `list_suffices` that a place in a list of parties
    counts as much as the words of `followed_by`.
    """

    ids: tuple[str, ...]
    joins: bool = True
    language_name: bool = False
    followed_by: tuple[str, ...] = ()
    not_followed_by: tuple[str, ...] = ()
    not_preceded_by: tuple[str, ...] = ()
    list_suffices: bool = False


_PERSON_TITLES = (
    "총리|대통령|주석|국가주석|장관|외교장관|국무장관|국방장관|상무장관|재무장관|외무장관|외상|외무상|외교부장|부장|"
    "위원|정치국|국왕|왕세자|여왕|왕|의장|상임의장|집행위원장|사무총장|사무국장|부통령|부총리|당선인|당선자|행정부|정부|내각|"
    "정권|담화|선언|보좌관|국가안보보좌관|특사|특별대표|대표|부장관|고위대표|총재|서기장|당서기장|하원의장|상무위원장|위원장|"
    "무역대표|방위상|방위대신|외무대신|관방장관|국무위원|신행정부|2기|1기|부주석|대사|상원의원|의원"
).split("|")

_OFFICE_TITLES = {
    "president": ("주석", "대통령", "국가주석", "국가 주석"),
    "premier": ("총리", "국무원 총리"),
    "prime minister": ("총리",),
    "foreign minister": ("부장", "위원", "외교부장", "장관", "외교장관", "국무위원", "정치국"),
    "general secretary": ("서기장", "당서기장"),
    "politburo member": ("위원", "정치국"),
}
"""Korean titles of the offices of the table, for surnames that are a common syllable (시 주석)."""


def _spellings(form: str) -> tuple[str, ...]:
    """A form with and without its spaces, and with UN or ASEAN for their Korean names."""
    found = [form]
    for korean, latin in (("유엔", "UN"), ("아세안", "ASEAN")):
        if form.startswith(korean) and len(form) > len(korean):
            found.append(latin + form[len(korean) :])
            if form[len(korean)] != " ":
                found.append(f"{latin} {form[len(korean) :]}")
    found += [spelling.replace(" ", "") for spelling in found if _is_korean(spelling) and " " in spelling]
    return tuple(found)


def _is_korean(form: str) -> bool:
    return any("가" <= letter <= "힣" for letter in form)


def _names() -> Iterator[tuple[str, Form]]:
    for party in all_parties():
        nation = party.kind in ("country", "territory")
        form = Form((party.id,), language_name=nation)
        for name in party.korean_forms:
            for spelling in _spellings(name):
                yield spelling, form
    for row in rows("agencies"):
        for name in split_forms(row["korean_forms"]):
            for spelling in _spellings(name):
                yield spelling, Form((row["id"],))


def _compounds() -> Iterator[tuple[str, Form]]:
    for row in rows("party_compounds"):
        yield (
            row["form"],
            Form(
                tuple(row["ids"].split("|")),
                joins=False,
                followed_by=split_forms(row["followed_by"]),
                not_followed_by=split_forms(row["not_followed_by"]),
            ),
        )


def _look_alikes() -> Iterator[tuple[str, Form]]:
    for row in rows("party_look_alikes"):
        if row["language"] == "ko":
            yield row["phrase"], Form(())


def _persons() -> Iterator[tuple[str, Form]]:
    """Office holders: full names, distinctive surnames, and other surnames where a title follows.

    A surname of one syllable (시, 왕) is filed together with the titles of its own office.
    """
    named = Form(("",), joins=False)
    for row in rows("office_holders"):
        plain = replace(named, ids=(row["id"],))
        titled = replace(plain, followed_by=tuple(_PERSON_TITLES))
        full = row["korean"]
        short = len(full) < 3
        for spelling in {full, full.replace(" ", "")}:
            yield spelling, titled if short else plain
        for surname in split_forms(row["korean_surnames"]):
            if len(surname) == 1:
                for title in _OFFICE_TITLES.get(row["office"], ()):
                    yield f"{surname} {title}", plain
                    yield f"{surname}{title}", plain
            else:
                yield surname, plain if row["distinctive"] == "yes" else titled


def _guarded(name: str, form: Form, guards: dict[str, dict[str, str]]) -> Form:
    """The form with the conditions that the table of guards sets for it, if any."""
    row = guards.get(name)
    if row is None or not form.ids:
        return form
    return replace(
        form,
        followed_by=split_forms(row["followed_by"]),
        not_followed_by=split_forms(row["not_followed_by"]),
        not_preceded_by=split_forms(row["not_preceded_by"]),
        list_suffices=True,
    )


@cache
def form_index() -> FormIndex[Form]:
    """All Korean forms: names, agencies, compounds, persons and look-alikes."""
    guards = {row["form"]: row for row in rows("party_guards") if row["language"] == "ko"}
    return FormIndex.build(
        (name, _guarded(name, form, guards))
        for source in (_look_alikes(), _compounds(), _names(), _persons())
        for name, form in source
        if len(name) > 1
    )


@cache
def single_syllable_names() -> dict[str, str]:
    """Names of one syllable that are no letter of a list (괌), by their text."""
    return {name: party.id for party in all_parties() for name in party.korean_forms if len(name) == 1}
