"""Parties, times, quantities, names and sentences of English, by rule of the reading contract (GUIDE-en 2-8, 21-30).

Wordings of our own in the styles of many issuers: each was labelled before it was first read.
"""

from __future__ import annotations

from datetime import date

import pytest

from yaksok.records.statement import Act
from yaksok.statements.context import StatementContext
from yaksok.statements.english.names import find_names
from yaksok.statements.english.parties import find_parties, party_spans
from yaksok.statements.english.quantities import find_quantities
from yaksok.statements.english.sentences import split_inline, split_sentences
from yaksok.statements.english.times import find_times

RULE_21: tuple[tuple[str, str], ...] = (
    ("The Department of State and the White House welcomed the visit of the Korean delegation.", "USA"),
    ("Secretary Rubio spoke with Philippine Foreign Secretary Lazaro.", "USA PHL"),
    ("The DFA thanked Tokyo and Canberra; Filipino seafarers returned home.", "PHL"),
    ("Kim Jong Un and the leaders of both sides met on the Korean Peninsula.", "PRK"),
    ("The two Presidents, the Alliance and the region", ""),
    ("Asian economies trade across the South China Sea and the Pacific Ocean.", ""),
    ("Latin American and Caribbean partners", "LATIN_AMERICA"),
    ("resolution 2728 of the United Nations Security Council", "UNSC"),
    ("members of Asia-Pacific Economic Cooperation and of the Group of Twenty", "APEC G20"),
    ("Dutch, Danish, Swiss and Irish officials", "NLD DNK CHE IRL"),
    ("the Kingdom of the Netherlands, the Swiss Confederation and the Holy See", "NLD CHE VAT"),
    ("His Majesty the King of Bhutan and the Bhutanese people", "BTN"),
    ("the Lao PDR, Timor-Leste and Brunei Darussalam", "LAO TLS BRN"),
    ("the FSM, PNG and the Cook Islands", "FSM PNG COK"),
    ("the Pacific Islands Forum Secretariat and the Pacific Community", "PIF SPC"),
    ("Courses are held in French, English and Arabic.", ""),
    ("Ni-Vanuatu and i-Kiribati students, Samoans and Tongans", "VUT KIR WSM TON"),
    ("Kenyan, Rwandan, Burundian and Ugandan traders", "KEN RWA BDI UGA"),
    ("ECOWAS, SADC, IGAD and the East African Community", "ECOWAS SADC IGAD EAC"),
    ("UNHCR, UNICEF, WFP and the ICRC", "UNHCR UNICEF WFP ICRC"),
    ("Russia's war against Ukraine; Moscow and Kyiv", "RUS UKR"),
    ("Washington, Beijing and Brussels", ""),
    ("New Zealanders, Australians and Canadians", "NZL AUS CAN"),
    ("the Turkish Cypriot community; Republic of Türkiye", "TUR CYP"),
    ("The GCC, the Arab League and the Organisation of Islamic Cooperation", "GCC LAS OIC"),
    ("Her Excellency Saudi Vice Minister; Omani and Qatari mediators", "SAU OMN QAT"),
    ("Guinean and Papua New Guinean delegates", "GIN PNG"),
)

RULE_22: tuple[tuple[str, str], ...] = (
    ("President Macron and Chancellor Merz", "FRA DEU"),
    ("Prime Minister Modi received Prime Minister Albanese.", "IND AUS"),
    ("the UN Framework Convention on Climate Change", "UN"),
    ("the ASEAN Outlook on the Indo-Pacific", "ASEAN INDO_PACIFIC"),
    ("President Ruto, President Zelenskyy and President Lula", "KEN UKR BRA"),
    ("the President and the Prime Minister", ""),
    ("Prime Minister Starmer and President von der Leyen", "GBR EU"),
    ("UN Secretary-General Guterres", "UN"),
    ("Foreign Minister Penny Wong and Foreign Secretary Lammy", "AUS GBR"),
    ("Minister Jaishankar met Foreign Minister Wang Yi and Minister Lavrov.", "IND CHN RUS"),
    ("the African Continental Free Trade Area", "AFRICA"),
    ("the Indo-Pacific Economic Framework", "INDO_PACIFIC"),
    ("Prime Minister Rabuka and Prime Minister Marape", "FJI PNG"),
    ("President Ramaphosa, President Tinubu and President Mahama", "ZAF NGA GHA"),
)

# (text, act, "text start end role" separated by " | "), on 2 June 2025.
TIMES: tuple[tuple[str, Act, str], ...] = (
    ("Three days ago a cyclone made landfall.", "context", "Three days ago 2025-05-30 2025-05-30 occurred"),
    (
        "The centre, closed since March 2023, will reopen on 1 September.",
        "commitment",
        "since March 2023 2023-03-01 null period | 1 September 2025-09-01 2025-09-01 planned",
    ),
    (
        "Trade reached £2 billion in 2024, a tenth more than in the previous year.",
        "context",
        "2024 2024-01-01 2024-12-31 occurred | the previous year 2023-01-01 2023-12-31 reference",
    ),
    (
        "From 4 to 6 July the Minister will visit Nauru.",
        "commitment",
        "From 4 to 6 July 2025-07-04 2025-07-06 planned",
    ),
    (
        "The two sides will meet in the second half of next year.",
        "commitment",
        "second half of next year 2026-07-01 2026-12-31 planned",
    ),
    (
        "no later than the end of June 2027",
        "commitment",
        "no later than the end of June 2027 null 2027-06-30 due",
    ),
    (
        "Since its opening in 1997, the school has trained 900 pilots.",
        "result",
        "1997 1997-01-01 1997-12-31 occurred",
    ),
    ("The plan covers the years 2026 to 2030.", "context", "2026 to 2030 2026-01-01 2030-12-31 period"),
    ("She will travel to Apia next week.", "commitment", "next week 2025-06-09 2025-06-15 planned"),
    ("Last month we signed the treaty.", "result", "Last month 2025-05-01 2025-05-31 occurred"),
    (
        "to reduce emissions by 45 per cent from 2010 levels by 2030",
        "commitment",
        "2010 2010-01-01 2010-12-31 reference | by 2030 null 2030-12-31 due",
    ),
    ("in fiscal year 2026", "commitment", "fiscal year 2026 2026-01-01 2026-12-31 planned"),
    (
        "The call took place on Monday, 26 May 2025, at 9 p.m.",
        "result",
        "Monday, 26 May 2025 2025-05-26 2025-05-26 occurred",
    ),
    ("Deadline: 30.09.2026", "commitment", "30.09.2026 2026-09-30 2026-09-30 due"),
    ("over the next three years", "commitment", "the next three years 2025-06-02 2028-06-02 period"),
    ("over four years, every six months", "commitment", ""),
    ("in the coming years and each year", "commitment", ""),
    ("as of 31 March", "context", "as of 31 March 2025-03-31 2025-03-31 reference"),
    ("Tomorrow the ministers will fly to Lagos.", "commitment", "Tomorrow 2025-06-03 2025-06-03 planned"),
)

QUANTITIES: tuple[tuple[str, str], ...] = (
    ("6,500 people, and 3,900 of them have completed their courses", "6,500 6500 person | 3,900 3900 person"),
    ("A$75 million and NZ$ 12.5 million", "A$75 million 75000000 AUD | NZ$ 12.5 million 12500000 NZD"),
    ("EUR 1.2 billion and €30 million", "EUR 1.2 billion 1200000000 EUR | €30 million 30000000 EUR"),
    ("£35 million in grants to 14 counties", "£35 million 35000000 GBP | 14 14 count"),
    ("C$9 million; CAD 4 million", "C$9 million 9000000 CAD | CAD 4 million 4000000 CAD"),
    (
        "1.2 billion shillings and ¥500 million",
        "1.2 billion shillings 1200000000 KES | ¥500 million 500000000 JPY",
    ),
    ("Rs 250 crore and INR 40 lakh", "Rs 250 crore 2500000000 INR | INR 40 lakh 4000000 INR"),
    ("a third of the islands; the two countries", ""),
    ("330 million dollars a year", "330 million dollars 330000000 USD"),
    ("twelve patrol boats and two airports", "twelve 12 count | two 2 count"),
    ("80 MW of solar power and 12 hectares of mangroves", "80 MW 80 megawatt | 12 hectares 12 hectare"),
    ("met three times; exports tripled", "three times 3 count | tripled 3 times"),
    ("within 48 hours; over four years", "48 hours 48 hour | four years 4 year"),
    ("from 10 to 17 flights a week", "10 10 count | 17 17 count"),
    ("No. 5, Section 301, resolution 2758, G20, COP30", ""),
    ("hundreds of visitors and several thousand homes", ""),
    ("1,400 troops and 60 judges", "1,400 1400 person | 60 60 person"),
    (
        "2.5 percentage points; 40 per cent",
        "2.5 percentage points 2.5 percentage_point | 40 per cent 40 percent",
    ),
)

RULE_30: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "We adopted the Honiara Declaration on Law Enforcement Cooperation.",
        ("Honiara Declaration on Law Enforcement Cooperation",),
    ),
    (
        "the Convention on Biological Diversity and its Cartagena Protocol",
        ("Convention on Biological Diversity", "Cartagena Protocol"),
    ),
    (
        "at the 57th ASEAN Foreign Ministers' Meeting (AMM) in Vientiane",
        ("57th ASEAN Foreign Ministers' Meeting (AMM)",),
    ),
    (
        "The Pacific Islands Leaders Meeting (PALM) is held every three years.",
        ("Pacific Islands Leaders Meeting (PALM)",),
    ),
    ("At PALM10 and TICAD 9 we met many of you.", ("PALM10", "TICAD 9")),
    ("the UK-Kenya Strategic Partnership 2025-2030", ("UK-Kenya Strategic Partnership 2025-2030",)),
    (
        "the Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children",
        ("Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children",),
    ),
    ("Women, Peace and Security", ("Women, Peace and Security",)),
    ("the Agreement, the Summit and this Statement", ()),
    ("a memorandum of understanding on fisheries", ()),
    ("the Ministry of Foreign Affairs, Global Affairs Canada and Airbus", ()),
    ("under the Kigali Amendment to the Montreal Protocol", ("Kigali Amendment to the Montreal Protocol",)),
    (
        "the Treaty of Amity and Cooperation in Southeast Asia (TAC)",
        ("Treaty of Amity and Cooperation in Southeast Asia (TAC)",),
    ),
    ("the Addis Ababa Action Agenda", ("Addis Ababa Action Agenda",)),
    ("the Pandemic Fund and the Loss and Damage Fund", ("Pandemic Fund", "Loss and Damage Fund")),
    (
        "the India-Middle East-Europe Economic Corridor (IMEC)",
        ("India-Middle East-Europe Economic Corridor (IMEC)",),
    ),
    ("our Colombo Plan scholarships", ("Colombo Plan",)),
    ("the 2050 Strategy for the Blue Pacific Continent", ("2050 Strategy for the Blue Pacific Continent",)),
    ("the Blue Pacific is our home", ()),
    ("the Luanda Process and the Nairobi Process", ("Luanda Process", "Nairobi Process")),
    (
        "the Rome Statute of the International Criminal Court",
        ("Rome Statute of the International Criminal Court",),
    ),
    ("the Black Sea Grain Initiative", ("Black Sea Grain Initiative",)),
    ("the Second World War and the Cold War", ()),
    ("the 78th session of the UN General Assembly", ()),
    (
        "the Mutual Defense Treaty and the Enhanced Defense Cooperation Agreement (EDCA)",
        ("Mutual Defense Treaty", "Enhanced Defense Cooperation Agreement (EDCA)"),
    ),
    ("our New Colombo Plan and the Chevening Scholarships", ("New Colombo Plan", "Chevening Scholarships")),
    (
        "the Sendai Framework for Disaster Risk Reduction 2015-2030",
        ("Sendai Framework for Disaster Risk Reduction 2015-2030",),
    ),
    (
        "Agenda 2063 and the 2030 Agenda for Sustainable Development",
        ("Agenda 2063", "2030 Agenda for Sustainable Development"),
    ),
    ("the Samoa Agreement between the EU and its partners", ("Samoa Agreement",)),
    ("PROTOCOL TO THE AIR SERVICES AGREEMENT SIGNED", ("PROTOCOL TO THE AIR SERVICES AGREEMENT",)),
)

SENTENCES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "The talks began at 3:00 p.m. The Minister then left.",
        ("The talks began at 3:00 p.m.", "The Minister then left."),
    ),
    ("The talks began at 3 p.m. on Monday.", ("The talks began at 3 p.m. on Monday.",)),
    ("She left for the U.S. The visit was her first.", ("She left for the U.S.", "The visit was her first.")),
    ("U.S. Ambassador Lee and St. Lucia's envoy met.", ("U.S. Ambassador Lee and St. Lucia's envoy met.",)),
    ("See Resolution No. 5 of 2019. It is in force.", ("See Resolution No. 5 of 2019.", "It is in force.")),
    (
        "He paused... “We will not yield.” The hall rose.",
        ("He paused...", "“We will not yield.”", "The hall rose."),
    ),
    ("“We act,” he said. “We will report.”", ("“We act,” he said.", "“We will report.”")),
    ("John F. Kennedy and W. E. B. Du Bois came.", ("John F. Kennedy and W. E. B. Du Bois came.",)),
    ("Dr. A. Singh, M.P., spoke. Mr. Rao replied.", ("Dr. A. Singh, M.P., spoke.", "Mr. Rao replied.")),
    ("Was it enough? No! We must do more.", ("Was it enough?", "No!", "We must do more.")),
    ("(The text is attached.) The Ministers left.", ("(The text is attached.)", "The Ministers left.")),
    (
        "The firm, ABC Co. Ltd. of Fiji, won; the others, etc., lost.",
        ("The firm, ABC Co. Ltd. of Fiji, won; the others, etc., lost.",),
    ),
    ("Prices rose by 1.5 percent. Wages fell.", ("Prices rose by 1.5 percent.", "Wages fell.")),
    (
        "The envoy (Ms. Ito) arrived on Sept. 3. She met H.E. President Ali.",
        ("The envoy (Ms. Ito) arrived on Sept. 3.", "She met H.E. President Ali."),
    ),
    ("We thank you… We leave enriched.", ("We thank you…", "We leave enriched.")),
    (
        "The deal covers the U.K., the U.S., etc. Both gain.",
        ("The deal covers the U.K., the U.S., etc.", "Both gain."),
    ),
    ("“Is this fair?” she asked. “It is not.”", ("“Is this fair?” she asked.", "“It is not.”")),
    ("Article 3, para. 2 applies. Art. 4 does not.", ("Article 3, para. 2 applies.", "Art. 4 does not.")),
)

INLINE: tuple[tuple[str, str | None, tuple[str, ...]], ...] = (
    (
        "The two sides will: (a) exchange data; (b) train officers; and (c) meet yearly.",
        "The two sides will",
        ("exchange data", "train officers", "meet yearly."),
    ),
    (
        "We agreed to (i) open a centre, (ii) fund it and (iii) report on it.",
        "We agreed to",
        ("open a centre", "fund it", "report on it."),
    ),
    ("under Article 5 (a) and (b) of the Treaty", None, ()),
    (
        "Support will go to 1) schools, 2) clinics, 3) roads.",
        "Support will go to",
        ("schools", "clinics", "roads."),
    ),
    ("First, we will act; second, we will report.", None, ()),
)


def context(act: Act = "commitment") -> StatementContext:
    return StatementContext(
        document_date=date(2025, 6, 2), date_precision="day", genre="press_release", act=act
    )


@pytest.mark.parametrize(("text", "ids"), RULE_21 + RULE_22)
def test_parties(text: str, ids: str) -> None:
    assert " ".join(mention.id for mention in find_parties(text)) == ids


@pytest.mark.parametrize(("text", "act", "want"), TIMES)
def test_times(text: str, act: Act, want: str) -> None:
    found = [
        f"{t.text} {t.start or 'null'} {t.end or 'null'} {t.role}" for t in find_times(text, context(act))
    ]
    assert " | ".join(found) == want


@pytest.mark.parametrize(("text", "want"), QUANTITIES)
def test_quantities(text: str, want: str) -> None:
    assert " | ".join(
        f"{q.text} {q.value:g} {q.unit}" for q in find_quantities(text, find_times(text, context()))
    ) == plain(want)


def plain(want: str) -> str:
    """The expected values in the short form of `:g`."""
    parts = []
    for part in want.split(" | ") if want else []:
        words = part.split(" ")
        parts.append(" ".join([*words[:-2], f"{float(words[-2]):g}", words[-1]]))
    return " | ".join(parts)


@pytest.mark.parametrize(("text", "names"), RULE_30)
def test_names(text: str, names: tuple[str, ...]) -> None:
    assert tuple(name.text for name in find_names(text, party_spans(text))) == names


@pytest.mark.parametrize(("text", "sentences"), SENTENCES)
def test_sentences(text: str, sentences: tuple[str, ...]) -> None:
    assert tuple(text[a:b] for a, b in split_sentences(text)) == sentences


@pytest.mark.parametrize(("text", "lead", "elements"), INLINE)
def test_inline(text: str, lead: str | None, elements: tuple[str, ...]) -> None:
    span, found = split_inline(text)
    assert (text[slice(*span)] if span else None) == lead
    assert tuple(text[a:b] for _, (a, b) in found) == elements
