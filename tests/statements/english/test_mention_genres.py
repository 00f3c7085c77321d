"""Quantities and names of English in further genres, by GUIDE-en 28-30; wordings of our own, labelled before they were first read."""

from __future__ import annotations

from datetime import date

import pytest

from yaksok.statements.context import StatementContext
from yaksok.statements.english.names import find_names
from yaksok.statements.english.parties import party_spans
from yaksok.statements.english.quantities import find_quantities
from yaksok.statements.english.times import find_times

QUANTITIES: tuple[tuple[str, str], ...] = (
    (
        "Denmark has disbursed DKK 1.3 billion of the DKK 2 billion pledged.",
        "DKK 1.3 billion 1300000000 DKK | DKK 2 billion 2000000000 DKK",
    ),
    ("seven of the ten targets have been met", "seven 7 count | ten 10 count"),
    ("Target 3: 60 schools by 2026; achieved: 48", "60 60 count | 48 48 count"),
    ("Three out of four households now have piped water.", "Three 3 count | four 4 count"),
    (
        "The mission comprises 24 police officers, nine judges and one prosecutor.",
        "24 24 person | nine 9 person",
    ),
    ("an area of 1,250 square kilometres", "1,250 square kilometres 1250 square_kilometre"),
    ("a loan of EUR 150m and a grant of €12m", "EUR 150m 150000000 EUR | €12m 12000000 EUR"),
    ("between 40 and 50 per cent of the budget", "40 40 percent | 50 per cent 50 percent"),
    ("electricity for 1.2 million homes", "1.2 million 1200000 count"),
    ("1.2 million people fled", "1.2 million 1200000 person"),
    (
        "up to 20,000 tonnes of LNG and 3 bcm of gas",
        "20,000 tonnes 20000 tonne | 3 bcm 3000000000 cubic_metre",
    ),
    ("a 500-kilometre pipeline and a 330 kV line", "500-kilometre 500 kilometre | 330 kV 330 kilovolt"),
    ("the trilateral meeting of the three countries", "three 3 count"),
    ("the three Ministers agreed", "three 3 person"),
    ("The four Heads of State", "four 4 person"),
    ("12 of the 15 measures are complete, 80% in all", "12 12 count | 15 15 count | 80% 80 percent"),
    ("Over 500 delegates from 60 countries", "500 500 person | 60 60 count"),
    ("over 3,000 Ghanaians and 45 civil society organisations", "3,000 3000 person | 45 45 count"),
    ("abolished the death penalty for 13 offences", "13 13 count"),
    ("has ratified all nine core human rights treaties", "nine 9 count"),
    ("of 263 recommendations, Ghana accepted 241", "263 263 count | 241 241 count"),
    ("girls aged 10 to 14", "10 10 year | 14 14 year"),
    ("a 16-year-old girl", "16-year 16 year"),
    ("one in three women", "three 3 person"),
    ("a dozen ships; scores of villages; two dozen", "two dozen 24 count"),
    ("Euro 40 million and 30 million euros", "Euro 40 million 40000000 EUR | 30 million euros 30000000 EUR"),
    ("two-thirds of the fund; half of all pupils", ""),
    ("1.5 degrees Celsius; 1.5°C", "1.5 degrees Celsius 1.5 celsius"),
    ("9.30 a.m. at the 14th meeting, in Room 3", ""),
    ("6 MoUs, 3 agreements and 1 letter of intent", "6 6 count | 3 3 count | 1 1 count"),
    ("US$4.5bn over 10 years", "US$4.5bn 4500000000 USD | 10 years 10 year"),
    ("CLP 20 billion in credit", "CLP 20 billion 20000000000 CLP"),
    (
        "a 25 percent stake, 2 percentage points more",
        "25 percent 25 percent | 2 percentage points 2 percentage_point",
    ),
    ("quota of 9,000 tonnes of cherries", "9,000 tonnes 9000 tonne"),
    ("reduced from 12 days to 5", "12 days 12 day | 5 5 day"),
    (
        "15 vessels, 2,300 fishers, 4 million hectares",
        "15 15 count | 2,300 2300 person | 4 million hectares 4000000 hectare",
    ),
    ("the 3+1 format, the E3 and the G77", ""),
    ("Article 27 of the Charter, para. 14, Rule 6", ""),
    ("5,000 megawatts of offshore wind", "5,000 megawatts 5000 megawatt"),
    ("24/7 hotline; 5G; Mi-17; F-16", ""),
    ("women hold 38 of 275 seats", "38 38 count | 275 275 count"),
    ("at least 150 MPs and 12 mayors", "150 150 person | 12 12 person"),
    ("some 3 million Venezuelans", "3 million 3000000 person"),
    ("three visits in two years", "three 3 count | two years 2 year"),
    ("Cost: 3.4 million Danish kroner", "3.4 million Danish kroner 3400000 DKK"),
)

NAMES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("the Universal Periodic Review of the Human Rights Council", ("Universal Periodic Review",)),
    (
        "the Convention on the Rights of Persons with Disabilities (CRPD)",
        ("Convention on the Rights of Persons with Disabilities (CRPD)",),
    ),
    (
        "the International Covenant on Civil and Political Rights",
        ("International Covenant on Civil and Political Rights",),
    ),
    ("the African Charter on Human and Peoples' Rights", ("African Charter on Human and Peoples' Rights",)),
    ("the Maputo Protocol", ("Maputo Protocol",)),
    ("the East Mediterranean Gas Forum (EMGF)", ("East Mediterranean Gas Forum (EMGF)",)),
    (
        "the Global Compact for Safe, Orderly and Regular Migration",
        ("Global Compact for Safe, Orderly and Regular Migration",),
    ),
    (
        "the Barcelona Process and the Union for the Mediterranean",
        ("Barcelona Process", "Union for the Mediterranean"),
    ),
    (
        "the Cairo Declaration and the Joint Action Plan 2025-2028",
        ("Cairo Declaration", "Joint Action Plan 2025-2028"),
    ),
    (
        "the Free Secondary Education Policy and the Livelihood Empowerment Programme",
        ("Free Secondary Education Policy", "Livelihood Empowerment Programme"),
    ),
    (
        "the Domestic Violence Act and the Office of the Special Prosecutor",
        ("Domestic Violence Act", "Office of the Special Prosecutor"),
    ),
    ("the Ghana School Feeding Programme", ("Ghana School Feeding Programme",)),
    ("the Finnish-Vietnamese Joint Economic Committee", ("Finnish-Vietnamese Joint Economic Committee",)),
    ("the EU-Vietnam Free Trade Agreement (EVFTA)", ("EU-Vietnam Free Trade Agreement (EVFTA)",)),
    ("the Just Energy Transition Partnership (JETP)", ("Just Energy Transition Partnership (JETP)",)),
    ("the Korea-Chile Free Trade Agreement", ("Korea-Chile Free Trade Agreement",)),
    ("the Pacific Alliance", ()),
    (
        "the Antarctic Treaty System and King Sejong Station",
        ("Antarctic Treaty System", "King Sejong Station"),
    ),
    ("the Digital Economy Partnership Agreement (DEPA)", ("Digital Economy Partnership Agreement (DEPA)",)),
    (
        "the Arctic Council and the Kingdom of Denmark's Arctic Strategy 2021-2030",
        ("Arctic Strategy 2021-2030",),
    ),
    ("the Danish Energy Agency and the State of Green", ()),
    ("the P4G Summit and the Green Growth Alliance", ("P4G Summit", "Green Growth Alliance")),
    (
        "the Comprehensive and Progressive Agreement for Trans-Pacific Partnership (CPTPP)",
        ("Comprehensive and Progressive Agreement for Trans-Pacific Partnership (CPTPP)",),
    ),
    (
        "the Lisbon Agenda, the Stockholm Declaration and the Aarhus Convention",
        ("Lisbon Agenda", "Stockholm Declaration", "Aarhus Convention"),
    ),
    ("our Feminist Foreign Policy", ("Feminist Foreign Policy",)),
    ("under Horizon Europe's Pillar II", ("Horizon Europe",)),
    (
        "the ASEAN-EU Comprehensive Air Transport Agreement (CATA)",
        ("ASEAN-EU Comprehensive Air Transport Agreement (CATA)",),
    ),
    ("the ASEAN Regional Forum Statement on Disarmament", ("ASEAN Regional Forum Statement on Disarmament",)),
    ("The Ministers met in Room A of the Palais des Nations.", ()),
    ("the Accra Initiative and the Yaoundé Code of Conduct", ("Accra Initiative", "Yaoundé Code of Conduct")),
    (
        "the Istanbul Convention; the Budapest Convention on Cybercrime",
        ("Istanbul Convention", "Budapest Convention on Cybercrime"),
    ),
    ("the 10th Trilateral Summit of Egypt, Greece and Cyprus", ("10th Trilateral Summit",)),
    ("the Eastern Mediterranean Tripartite Forum", ("Eastern Mediterranean Tripartite Forum",)),
    ("UN Security Council Resolution 1701", ()),
    ("the 1967 borders and the Arab Peace Initiative", ("Arab Peace Initiative",)),
    ("the Migration and Asylum Pact of the EU", ("Migration and Asylum Pact",)),
    (
        "the EU-Egypt Strategic and Comprehensive Partnership",
        ("EU-Egypt Strategic and Comprehensive Partnership",),
    ),
    ("the Suez Canal Economic Zone", ()),
    (
        "Vision 2035 and the New Agenda for the Mediterranean",
        ("Vision 2035", "New Agenda for the Mediterranean"),
    ),
    ("the Green Transition Dialogue held in Hanoi", ("Green Transition Dialogue",)),
    ("Finnpartnership and Business Finland", ()),
    ("a Memorandum of Understanding on Education", ("Memorandum of Understanding on Education",)),
    ("the Memorandum of Understanding between the two ministries", ()),
    ("Team Finland", ()),
    (
        "the Agreement on Mutual Legal Assistance in Criminal Matters",
        ("Agreement on Mutual Legal Assistance in Criminal Matters",),
    ),
    (
        "the 8th Free Trade Commission and the 5th Policy Consultation",
        ("8th Free Trade Commission", "5th Policy Consultation"),
    ),
    ("the Chile-Korea Antarctic Cooperation Centre", ("Chile-Korea Antarctic Cooperation Centre",)),
    ("the Lithium Triangle and Codelco", ()),
    ("the Working Holiday Programme", ("Working Holiday Programme",)),
    (
        "the Mutual Recognition Agreement on Authorised Economic Operators",
        ("Mutual Recognition Agreement on Authorised Economic Operators",),
    ),
    ("ASEAN Community Vision 2045", ("ASEAN Community Vision 2045",)),
    ("the ASEAN Power Grid and the ASEAN Single Window", ("ASEAN Power Grid", "ASEAN Single Window")),
    ("the Jakarta Declaration on Human Rights", ("Jakarta Declaration on Human Rights",)),
    ("the ASEAN-EU Plan of Action (2023-2027)", ("ASEAN-EU Plan of Action (2023-2027)",)),
    ("the Five-Point Consensus", ("Five-Point Consensus",)),
    (
        "the ASEAN Centre for Humanitarian Assistance (AHA Centre)",
        ("ASEAN Centre for Humanitarian Assistance (AHA Centre)",),
    ),
    (
        "the EU Strategy for Cooperation in the Indo-Pacific",
        ("EU Strategy for Cooperation in the Indo-Pacific",),
    ),
    ("the Black Sea Strategy and the Danube Commission", ("Black Sea Strategy", "Danube Commission")),
    ("the African Peer Review Mechanism", ("African Peer Review Mechanism",)),
    ("the Export Guarantee Scheme for Ukraine", ("Export Guarantee Scheme for Ukraine",)),
    ("the Nordic-Baltic Eight", ()),
    ("the Ocean Decade and Ramsar Convention sites", ("Ocean Decade", "Ramsar Convention")),
    ("the Beijing Platform for Action", ("Beijing Platform for Action",)),
    ("the Hague Programme; the Lugano Principles", ("Hague Programme", "Lugano Principles")),
)


def plain(want: str) -> str:
    """The expected values in the short form of `:g`."""
    parts = []
    for part in want.split(" | ") if want else []:
        words = part.split(" ")
        parts.append(" ".join([*words[:-2], f"{float(words[-2]):g}", words[-1]]))
    return " | ".join(parts)


@pytest.mark.parametrize(("text", "want"), QUANTITIES)
def test_quantities(text: str, want: str) -> None:
    context = StatementContext(document_date=date(2025, 6, 2), date_precision="day", genre="press_release")
    found = find_quantities(text, find_times(text, context))
    assert " | ".join(f"{quantity.text} {quantity.value:g} {quantity.unit}" for quantity in found) == plain(
        want
    )


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Trade with Africa (SEK million) 21,400 23,900", [(21_400_000_000, "SEK"), (23_900_000_000, "SEK")]),
        ("Trainees (persons) 5,150 6,320", [(5150, "person"), (6320, "person")]),
        (
            "Wells reached 640,000 people, against a target of 600,000.",
            [(640_000, "person"), (600_000, "person")],
        ),
        ("The number of pupils rose from 8,000 to 14,000.", [(8000, "person"), (14_000, "person")]),
    ],
)
def test_figures_without_a_noun(text: str, want: list[tuple[float, str]]) -> None:
    assert [(quantity.value, quantity.unit) for quantity in find_quantities(text, ())] == want


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names(text: str, names: tuple[str, ...]) -> None:
    assert tuple(name.text for name in find_names(text, party_spans(text))) == names
