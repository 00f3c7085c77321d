"""English names: which capitals make one, and where it begins and ends."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.records.mentions import NameType, PartyMention
from yaksok.reference.tables import rows
from yaksok.statements.english.name_heads import heads
from yaksok.statements.english.names import find_names

NAMES: tuple[tuple[str, list[str]], ...] = (
    ("the UN Convention on the Law of the Sea (UNCLOS)", ["UN Convention on the Law of the Sea (UNCLOS)"]),
    ("the ASEAN Outlook on the Indo-Pacific (AOIP)", ["ASEAN Outlook on the Indo-Pacific (AOIP)"]),
    ("signed the Agreement and the Joint Statement at the Summit", []),
    ("a working group on shipbuilding and the Working Group met", []),
    ("the Ministry of Foreign Affairs and the Department of State", []),
    ("Hyundai Motor Group and Samsung Electronics Co., Ltd.", []),
    ("the Korean War and the Vietnam War", []),
    ("their comprehensive strategic partnership", ["comprehensive strategic partnership"]),
    ("the Special Strategic Partnership between Korea and the UAE", ["Special Strategic Partnership"]),
    (
        "the Partnership for Global Infrastructure and Investment",
        ["Partnership for Global Infrastructure and Investment"],
    ),
    (
        "at the 12th ROK-U.S. Integrated Defense Dialogue (KIDD) in Seoul",
        ["12th ROK-U.S. Integrated Defense Dialogue (KIDD)"],
    ),
    ("the Free and Open Indo-Pacific vision", ["Free and Open Indo-Pacific"]),
    (
        "the Paris Agreement and the Global Biodiversity Framework",
        ["Paris Agreement", "Global Biodiversity Framework"],
    ),
    (
        "under the Inflation Reduction Act and the CHIPS and Science Act",
        ["Inflation Reduction Act", "CHIPS and Science Act"],
    ),
    (
        "the Treaty on the Non-Proliferation of Nuclear Weapons (NPT)",
        ["Treaty on the Non-Proliferation of Nuclear Weapons (NPT)"],
    ),
    ("the Washington Declaration of April 2023", ["Washington Declaration"]),
    ("the Seoul Declaration adopted at the AI Seoul Summit in May", ["Seoul Declaration", "AI Seoul Summit"]),
    ("the Belt and Road Initiative", ["Belt and Road Initiative"]),
    (
        "the Global Digital Compact, the Pact for the Future and the Summit of the Future",
        ["Global Digital Compact", "Pact for the Future", "Summit of the Future"],
    ),
    ("Women, Peace and Security agenda", ["Women, Peace and Security"]),
    ("The Mekong-ROK Cooperation Fund will finance", ["Mekong-ROK Cooperation Fund"]),
    ("the Foreign Minister of Japan and the President of France", []),
    ("the Erasmus+ programme and Horizon Europe", ["Erasmus+", "Horizon Europe"]),
    ("in the United States and the Republic of Korea", []),
    ("the “Global Korea Initiative” will", ["Global Korea Initiative"]),
    (
        "the Busan Partnership for Effective Development Co-operation",
        ["Busan Partnership for Effective Development Co-operation"],
    ),
    ("on the East China Sea and the South China Sea", []),
    ("the National Assembly and the Supreme Court", []),
    ("the ROK-Poland Defence Industry Joint Committee", ["ROK-Poland Defence Industry Joint Committee"]),
    ("the EU-Japan Economic Partnership Agreement (EPA)", ["EU-Japan Economic Partnership Agreement (EPA)"]),
    ("Minister Park met Minister Wong at the Shangri-La Dialogue on June 1", ["Shangri-La Dialogue"]),
)


def parties_in(text: str) -> list[PartyMention]:
    forms = {
        "UN": "UN",
        "ASEAN": "ASEAN",
        "EU": "EU",
        "U.S.": "USA",
        "Japan": "JPN",
        "France": "FRA",
        "Poland": "POL",
    }
    return [
        PartyMention(text=form, span=(text.find(form), text.find(form) + len(form)), id=party)
        for form, party in forms.items()
        if form in text
    ]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names(text: str, expected: list[str]) -> None:
    assert [m.text for m in find_names(text, parties_in(text))] == expected


def test_a_name_that_is_only_a_party_is_left_out() -> None:
    text = "the Nuclear Suppliers Group (NSG) met"
    party = PartyMention(text="Nuclear Suppliers Group", span=(4, 27), id="NSG")
    assert find_names(text, [party]) == ()


def test_a_foreign_agency_is_no_name() -> None:
    text = "the U.S. National Science Foundation awarded grants"
    assert find_names(text, parties_in(text)) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("the Paris Agreement", "agreement"),
        ("the New Colombo Plan", "initiative"),
        ("the Lagos Action Plan", "document"),
        ("the Nuclear Consultative Group (NCG)", "body"),
        ("the 3rd Canberra Energy Dialogue", "event"),
        ("the Camp David Summit", "event"),
        ("the Early Warning System (EWS)", "system"),
        ("the Inflation Reduction Act", "law"),
    ],
)
def test_types(text: str, kind: NameType) -> None:
    assert [m.type for m in find_names(text, ())] == [kind]


def test_every_head_has_a_known_type() -> None:
    assert set(heads().values()) <= {"agreement", "initiative", "body", "event", "system", "law", "document"}
    assert all(row["source"] for row in rows("english_name_heads"))


@given(st.text(alphabet="ABcd of on the and (UN) Summit's “” Fund 12th ", max_size=200))
def test_spans_give_the_text_back(text: str) -> None:
    for mention in find_names(text, ()):
        assert text[mention.span[0] : mention.span[1]] == mention.text


@pytest.mark.parametrize("piece", ["Fund ", "A of ", "Group (NCG) ", "“A ", "U.S.-", "The "])
def test_long_lines_take_linear_time(piece: str) -> None:
    started = time.perf_counter()
    find_names(piece * 20_000, ())
    assert time.perf_counter() - started < 5
