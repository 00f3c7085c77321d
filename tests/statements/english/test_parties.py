"""Parties named in English statements, by phenomenon."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.statements.english.parties import find_parties, party_spans


def ids(text: str) -> str:
    """The ids found in a text, in order, joined by spaces."""
    return " ".join(mention.id for mention in find_parties(text))


NAMES = [
    ("The United States and the Republic of Korea signed the agreement.", "USA"),
    ("U.S.-ROK-Japan trilateral cooperation", "USA JPN"),
    ("The U.S. side thanked the UK, U.K. and British delegations.", "USA GBR"),
    ("American companies and Filipino workers", "USA PHL"),
    ("Talks with the DPRK, also called North Korea, and inter-Korean dialogue", "PRK"),
    ("the Lao People's Democratic Republic and Lao PDR", "LAO"),
    ("Türkiye, formerly Turkey, hosted the Turkish leg.", "TUR"),
    ("South Sudan borders Sudan.", "SSD SDN"),
    ("Niger and Nigeria", "NER NGA"),
    ("Papua New Guinea, Guinea-Bissau, Equatorial Guinea and Guinea", "PNG GNB GNQ GIN"),
    ("the Democratic Republic of the Congo and the Republic of the Congo", "COD COG"),
    ("the Dominican Republic and the Commonwealth of Dominica", "DOM DMA"),
    ("Georgia's foreign minister met the Georgian diaspora.", "GEO"),
    ("Chinese and Japanese firms", "CHN JPN"),
    ("the Czech Republic, Slovakia and Polish industry", "CZE SVK POL"),
    ("the People’s Republic of China and Taiwan", "CHN TWN"),
    ("New Caledonia, Hong Kong and Kosovo", "NCL HKG XKX"),
    ("Emiratis and Saudis attended.", "ARE SAU"),
    ("JOINT STATEMENT OF THE UNITED STATES AND JAPAN", "USA JPN"),
    ("Relations with Côte d’Ivoire and Cabo Verde", "CIV CPV"),
    ("Anti-American and pro-Russian posts", "USA RUS"),
    ("South Africa and the Central African Republic", "ZAF CAF"),
]

ORGANISATIONS = [
    ("resolutions of the United Nations Security Council", "UNSC"),
    ("The UN Secretary-General addressed the UN General Assembly.", "UN UNGA"),
    ("the UN Convention on the Law of the Sea", "UN"),
    ("the ASEAN Outlook on the Indo-Pacific", "ASEAN INDO_PACIFIC"),
    ("Asia-Pacific Economic Cooperation (APEC)", "APEC"),
    ("the ASEAN Secretariat and the ASEAN Regional Forum", "ASEAN_SECRETARIAT ARF"),
    ("NATO, the European Union and the European Commission", "NATO EU"),
    ("the G7, G20 and Quad Leaders", "G7 G20 QUAD"),
    ("World Bank Group and the International Monetary Fund", "WORLD_BANK IMF"),
    ("Pacific Islands Forum members", "PIF"),
    ("the African Union and the African Development Bank", "AU AFDB"),
    ("IPEF, RCEP and CPTPP talks", ""),
    ("Hamas, Hezbollah and Houthi attacks", "HAMAS HEZBOLLAH HOUTHIS"),
    ("the Inter-American Development Bank", "IDB"),
    ("the National Security Council met in Seoul", ""),
]

REGIONS = [
    ("Southeast Asia and Southeast Asian partners", "SOUTHEAST_ASIA"),
    ("Latin American and Caribbean countries", "LATIN_AMERICA"),
    ("Central American and Latin American partners", "CENTRAL_AMERICA LATIN_AMERICA"),
    ("African nations and the Middle East", "AFRICA MIDDLE_EAST"),
    ("Pacific Island countries in the Indo-Pacific", "PACIFIC_ISLANDS INDO_PACIFIC"),
    ("the Global South and Central Asia", "GLOBAL_SOUTH CENTRAL_ASIA"),
    ("European partners and Northeast Asia", "EUROPE NORTHEAST_ASIA"),
    ("the Mekong region and the Black Sea", "MEKONG BLACK_SEA"),
    ("an Asia-Pacific power", "ASIA_PACIFIC"),
]

PERSONS_AND_AGENCIES = [
    ("President Marcos and Prime Minister Kishida", "PHL JPN"),
    ("President Xi met President Putin.", "CHN RUS"),
    ("the Biden Administration", "USA"),
    ("Kim Jong Un's speech", "PRK"),
    ("Secretary Blinken and Foreign Minister Wang Yi", "USA CHN"),
    ("President von der Leyen", "EU"),
    ("the White House and the Department of State", "USA"),
    ("Prime Minister Modi, Chancellor Scholz, Prime Minister Starmer", "IND DEU GBR"),
    ("USAID and JICA", "USA JPN"),
]

NOTHING = [
    "The ROK will host Korean and South Korean experts.",
    "both sides and the two Presidents",
    "peace on the Korean Peninsula",
    "Washington, Beijing and Tokyo agreed.",
    "the South China Sea, the Sea of Japan and the Indian Ocean",
    "Asian values and South Asian markets",
    "North American markets",
    "a plant near Savannah, Georgia",
    "the Gulf of Mexico and New Mexico",
    "It costs US$200.",
    "Chinese language courses",
    "the President said so",
    "They polished the text and turkeys ran.",
    "the Alliance and the region",
    "Mr. Harrison and Mrs. Vancement",
]


@pytest.mark.parametrize(("text", "expected"), [*NAMES, *ORGANISATIONS, *REGIONS, *PERSONS_AND_AGENCIES])
def test_parties_in_order(text: str, expected: str) -> None:
    assert ids(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_others_are_no_parties(text: str) -> None:
    assert ids(text) == ""


def test_every_mention_is_kept_in_spans() -> None:
    mentions = party_spans("Japan thanked Japanese donors.")
    assert [(mention.text, mention.span) for mention in mentions] == [("Japan", (0, 5)), ("Japanese", (14, 22))]


PIECES = st.sampled_from(["U.S.", "US", " ", "-", "China", "s", "Sea", "UN", "Security Council", "von der Leyen", "3", "$"])


@given(st.lists(PIECES, max_size=12).map("".join))
def test_spans_give_their_words_back(text: str) -> None:
    mentions = party_spans(text)
    assert all(text[mention.span[0] : mention.span[1]] == mention.text for mention in mentions)
    unique = [mention.id for mention in find_parties(text)]
    assert len(unique) == len(set(unique))
