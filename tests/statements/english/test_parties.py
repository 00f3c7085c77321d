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


MIXED = [
    ("Foreign Minister Cho Tae-yul held talks with U.S. Secretary of State Antony Blinken in Munich.", "USA"),
    ("The two Ministers shared concerns over Russia-North Korea military cooperation.", "RUS PRK"),
    ("They reaffirmed that the Alliance is the linchpin of peace in the Indo-Pacific.", "INDO_PACIFIC"),
    ("Korea and Viet Nam upgraded ties to a Comprehensive Strategic Partnership.", "VNM"),
    ("The Vietnamese side asked for support; Vietnam's prime minister agreed.", "VNM"),
    ("President Yoon and Prime Minister Albanese of Australia", "AUS"),
    (
        "Korea-Australia-Japan-New Zealand (IP4) leaders met on the margins of the NATO Summit.",
        "AUS JPN NZL IP4 NATO",
    ),
    ("ROK-U.S.-Japan Summit at Camp David", "USA JPN"),
    ("The Government of the Republic of Indonesia and the Government of the Republic of Korea", "IDN"),
    ("the Kingdom of Thailand, Thai companies", "THA"),
    ("the Philippines and Filipino communities", "PHL"),
    ("UNESCO, UNICEF and UNHCR programs", "UNESCO UNICEF UNHCR"),
    ("the UN Climate Change Conference (COP29) in Baku, Azerbaijan", "UN AZE"),
    ("Ukraine's reconstruction and Ukrainians", "UKR"),
    ("the Israeli-Palestinian conflict and Gaza", "ISR PSE"),
    ("Indian Ocean Rim Association (IORA)", "IORA"),
    ("South Korea's trade with China, Germany, France and Italy", "CHN DEU FRA ITA"),
    ("the Gulf Cooperation Council (GCC) and Saudi Arabia", "GCC SAU"),
    ("Central Asian states such as Uzbekistan and Kazakhstan", "CENTRAL_ASIA UZB KAZ"),
    ("The Mexican and Chilean presidents, Pacific Alliance", "MEX CHL PACIFIC_ALLIANCE"),
    ("the Group of Twenty", "G20"),
    ("Minerals Security Partnership (MSP) chair", "MSP"),
    ("Multilateral Sanctions Monitoring Team", "MSMT"),
    ("Food and Agriculture Organization of the United Nations (FAO)", "FAO"),
    ("Nuclear Suppliers Group and the Wassenaar Arrangement", "NSG WASSENAAR"),
    ("Turkish and Greek officials, Dutch firms, Swiss banks", "TUR GRC NLD CHE"),
    ("The DPRK's missile launches violate UNSC resolutions.", "PRK UNSC"),
    ("Russia's war against Ukraine", "RUS UKR"),
    ("the United Arab Emirates (UAE)", "ARE"),
    ("Secretary-General Stoltenberg", "NATO"),
    ("Secretary-General Guterres welcomed", "UN"),
    ("High Representative Borrell and President Michel", "EU"),
    ("the Lao PDR Chair of ASEAN", "LAO ASEAN"),
    ("Jordan and Chad are partners.", "JOR TCD"),
    ("Michael Jordan visited.", ""),
    ("Gulf of Guinea piracy", ""),
    ("Hyundai's plant in Georgia state", ""),
    ("a Korean American leader", "USA"),
    ("the American people", "USA"),
    ("North American auto parts", ""),
    ("US-China rivalry; US and UK", "USA CHN GBR"),
    ("the EU's Indo-Pacific strategy", "EU INDO_PACIFIC"),
    ("Trilateral Secretariat (ROK-Japan-China)", "JPN CHN"),
    ("International Criminal Police Organization (INTERPOL)", "INTERPOL"),
    ("the Czech nuclear project at Dukovany", "CZE"),
    ("Global South partners in Africa", "GLOBAL_SOUTH AFRICA"),
    ("Polish prime minister Tusk", "POL"),
    ("Prime Minister Tusk", "POL"),
    ("the Royal Thai Government", "THA"),
    ("AI Seoul Summit", ""),
    ("In March, Turkey and Syria", "TUR SYR"),
    ("People's Republic of China", "CHN"),
    ("Pope Leo XIV", "VAT"),
    ("Burma/Myanmar", "MMR"),
    ('"We stand with Japan," she said.', "JPN"),
    ("Chairman Kim Jong-un", "PRK"),
    ("the Republic of Kenya; the Republic of Türkiye", "KEN TUR"),
    ("the State of Kuwait, the Sultanate of Oman", "KWT OMN"),
    ("Federative Republic of Brazil and Hellenic Republic", "BRA GRC"),
    ("UN Command and USFK", "UNC USA"),
    ("Bosnia and Herzegovina", "BIH"),
    ("the Marshall Islands, Solomon Islands and Micronesia", "MHL SLB FSM"),
    ("The Hague, the Netherlands", "NLD"),
    ("Asian Development Bank (ADB), Asian Infrastructure Investment Bank", "ADB AIIB"),
    ("U.S. dollars", "USA"),
    ("East Asia Summit and East Asian history", "EAS EAST_ASIA"),
]


@pytest.mark.parametrize(
    ("text", "expected"), [*NAMES, *ORGANISATIONS, *REGIONS, *PERSONS_AND_AGENCIES, *MIXED]
)
def test_parties_in_order(text: str, expected: str) -> None:
    assert ids(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_others_are_no_parties(text: str) -> None:
    assert ids(text) == ""


def test_every_mention_is_kept_in_spans() -> None:
    mentions = party_spans("Japan thanked Japanese donors.")
    assert [(mention.text, mention.span) for mention in mentions] == [
        ("Japan", (0, 5)),
        ("Japanese", (14, 22)),
    ]


PIECES = st.sampled_from(
    ["U.S.", "US", " ", "-", "China", "s", "Sea", "UN", "Security Council", "von der Leyen", "3", "$"]
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_spans_give_their_words_back(text: str) -> None:
    mentions = party_spans(text)
    assert all(text[mention.span[0] : mention.span[1]] == mention.text for mention in mentions)
    unique = [mention.id for mention in find_parties(text)]
    assert len(unique) == len(set(unique))
