"""The act of English statements, rule by rule of the reading contract (GUIDE-en 11-20).

Sentences of our own in the styles of many issuers: each was labelled before it was first read.
"""

from __future__ import annotations

from datetime import date

import pytest

from yaksok.records.statement import Act, Genre
from yaksok.statements.context import StatementContext
from yaksok.statements.english.acts import act_of

J: Genre = "joint_statement"
P: Genre = "press_release"
S: Genre = "speech"
F: Genre = "fact_sheet"
C: Act = "commitment"
R: Act = "result"
V: Act = "position"
E: Act = "effect"
X: Act = "context"
N: Act = "none"

Row = tuple[Act, Genre, str | None, str]

RULE_11: tuple[Row, ...] = (
    (
        C,
        J,
        None,
        "Noting the outcome of the Tokyo conference, and recalling the principles adopted there, the Ministers decided to set up a joint task force.",
    ),
    (
        V,
        J,
        None,
        "In order to deepen mutual understanding, the Leaders emphasised the role of youth exchanges, which had resumed in 2023.",
    ),
    (
        R,
        J,
        None,
        "The Foreign Ministers welcomed the progress made and adopted the Plan of Action for 2026-2030.",
    ),
    (V, J, None, "The two sides signed a joint action plan and expressed their satisfaction with the talks."),
    (
        C,
        J,
        None,
        "The Secretary expressed concern over the attacks, and both ministers agreed to step up joint patrols.",
    ),
    (
        R,
        P,
        "AUS",
        "Australia and Fiji today signed a new policing agreement, pledging to work more closely on transnational crime.",
    ),
    (
        V,
        J,
        None,
        "The Leaders reaffirmed the importance of the rules-based order so that all states, large and small, can prosper.",
    ),
    (
        R,
        P,
        "IND",
        "While in Accra, the External Affairs Minister called on the President and inaugurated the new chancery building.",
    ),
    (
        C,
        J,
        None,
        "Having reviewed the work of the Joint Commission, the two sides resolved to convene it every year.",
    ),
    (V, J, None, "As the world faces mounting debt distress, we urge creditors to act together."),
    (
        C,
        P,
        "JPN",
        "The two ministers exchanged views on the situation in the region and confirmed that they would continue to coordinate closely.",
    ),
    (
        V,
        J,
        None,
        "The Ministers, who met on the margins of the General Assembly, condemned the coup and called for the release of all detainees.",
    ),
    (
        R,
        P,
        "PHL",
        "After the meeting, the two Secretaries witnessed the exchange of notes and launched a maritime dialogue.",
    ),
    (
        V,
        J,
        None,
        "Guided by the spirit of Bandung, the two countries underscored their support for the Palestinian people.",
    ),
)

RULE_12: tuple[Row, ...] = (
    (
        C,
        F,
        "USA",
        "The United States intends to work with Congress to provide $60 million for coastal resilience.",
    ),
    (C, P, "GBR", "The UK will host the next Global Partnership summit in London."),
    (C, P, "CAN", "Canada is committing $75 million to expand its diplomatic presence in Southeast Asia."),
    (C, J, None, "We commit to ending new licences for coal by 2030 and to phasing out subsidies."),
    (
        C,
        J,
        None,
        "The EU and its Member States undertake to mobilise up to EUR 3 billion for the initiative.",
    ),
    (C, J, None, "The Ministers agreed on the launch of a feasibility study for an undersea cable."),
    (
        C,
        J,
        None,
        "The Prime Minister accepted with pleasure the invitation to visit Suva at a mutually convenient time.",
    ),
    (C, P, "JPN", "Japan has decided to extend emergency grant aid of 3 million US dollars to Vanuatu."),
    (C, P, "AUS", "Australia is building a new embassy in Port Vila."),
    (
        C,
        J,
        None,
        "The Leaders instructed their respective ministries to finalise the protocol before the end of the year.",
    ),
    (C, J, None, "The two sides aim to double bilateral trade to 50 billion dollars by 2030."),
    (
        C,
        P,
        "IND",
        "Both leaders directed officials to conclude negotiations on the Bilateral Investment Treaty at the earliest.",
    ),
    (
        C,
        F,
        "USA",
        "USAID, subject to the availability of funds, plans to invest an additional $12 million in early warning systems.",
    ),
    (C, J, None, "ASEAN and the EU shall strive to conclude the negotiations without delay."),
    (C, J, None, "The G7 is determined to reduce its dependence on single suppliers."),
    (
        C,
        P,
        "ZAF",
        "The Department of International Relations and Cooperation continues to provide consular assistance to the families.",
    ),
    (C, J, None, "To this end, we task our sherpas to report back to us before the next summit."),
)

RULE_13: tuple[Row, ...] = (
    (
        R,
        P,
        "USA",
        "Secretary Blinken met today with Kenyan Prime Cabinet Secretary Musalia Mudavadi in Washington.",
    ),
    (R, P, "EU", "The Council today adopted a decision establishing a civilian mission in Armenia."),
    (
        R,
        P,
        "PHL",
        "The Philippines and Vietnam held the 10th meeting of their Joint Commission in Hanoi on 2 August.",
    ),
    (
        R,
        P,
        "JPN",
        "On July 12, commencing at 3:00 p.m., Ms. Kamikawa, Minister for Foreign Affairs, had a telephone talk with her Norwegian counterpart.",
    ),
    (R, J, None, "The upgraded Free Trade Agreement entered into force on 1 January 2025."),
    (R, P, "CAN", "The Minister announced $20 million in new humanitarian funding for Sudan."),
    (R, P, "IND", "The Prime Minister paid a State Visit to Nigeria from 16 to 17 November."),
    (R, P, "GBR", "Since 2022, the UK has sanctioned over 2,000 individuals and entities."),
    (
        R,
        P,
        "GHA",
        "The two Presidents witnessed the signing of seven agreements covering energy, tourism and health.",
    ),
    (R, J, None, "The Joint Committee on Fisheries was established in March and has met twice."),
    (R, P, "AUS", "Today we opened Australia's new High Commission in Malé."),
    (R, P, "NZL", "The pair were briefed on the clean-up and toured the damaged port."),
    (R, P, "JPN", "The Minister announced the dispatch of a survey team to the affected area."),
    (R, P, "UN", "The Assembly adopted the resolution by a recorded vote of 121 in favour."),
)

RULE_14: tuple[Row, ...] = (
    (
        V,
        P,
        "JPN",
        "Minister Iwaya expressed his gratitude for the warm hospitality extended to the delegation.",
    ),
    (V, P, "USA", "The United States condemns in the strongest terms the attack on the convoy."),
    (
        V,
        P,
        "EU",
        "The European Union calls on the authorities to release all political prisoners without conditions.",
    ),
    (V, P, "IND", "The two Ministers discussed cooperation in trade, digital payments, defence and culture."),
    (V, J, None, "We support the territorial integrity of the Democratic Republic of the Congo."),
    (V, P, "CAN", "Canada stands with the people of Ukraine."),
    (V, J, None, "Ministers voiced concern over the dangerous and coercive use of coast guard vessels."),
    (V, J, None, "All States should refrain from actions that raise tensions."),
    (V, P, "PHL", "The Secretary proposed the creation of a hotline between the two coast guards."),
    (V, J, None, "The Leaders looked forward to welcoming the next meeting in Honiara."),
    (
        V,
        P,
        "KEN",
        "The Cabinet Secretary explained the Government's position on the reform of the international financial architecture.",
    ),
    (V, P, "USA", "We urge both sides to de-escalate and to return to the negotiating table."),
    (V, J, None, "It is vital that Pacific voices are heard in the climate negotiations."),
    (V, P, "AUS", "The Australian Government is deeply concerned by reports of further executions."),
    (V, P, "GBR", "The UK remains gravely concerned about the treatment of journalists."),
    (V, S, "NOR", "The international community needs to act now."),
)

RULE_15: tuple[Row, ...] = (
    (
        C,
        J,
        None,
        "The Leaders reaffirmed their commitment to conclude a legally binding code of conduct by 2026.",
    ),
    (
        V,
        J,
        None,
        "The Leaders reaffirmed their commitment to multilateralism and the Charter of the United Nations.",
    ),
    (C, J, None, "Both sides expressed their intention to open direct flights in the coming months."),
    (C, J, None, "The Ministers expressed their determination to deepening practical cooperation at sea."),
    (V, J, None, "The Ministers welcomed Indonesia's pledge to retire its coal plants."),
    (V, J, None, "We welcome the launch of the Quad Maritime Initiative."),
    (
        V,
        P,
        "USA",
        "The Secretary reiterated the United States' ironclad commitment to the defense of the Philippines.",
    ),
    (C, P, "USA", "The Secretary reiterated the United States' commitment to provide 50 million doses."),
    (V, J, None, "We remain committed to the full implementation of the Paris Agreement."),
    (C, J, None, "We are committed to doubling the number of scholarships."),
    (V, P, "JPN", "The Minister welcomed the decision by Palau to open an embassy in Tokyo."),
    (V, J, None, "The EU and ASEAN are committed to the rule of law."),
    (C, J, None, "Leaders reaffirmed their resolve to eliminate all forms of violence against women."),
    (V, J, None, "The two sides noted the signing of the Memorandum of Understanding on migration."),
)

RULE_16: tuple[Row, ...] = (
    (C, P, "JPN", "The two ministers agreed that the two countries would resume working-level talks."),
    (V, J, None, "The two sides agreed that terrorism is a threat to all humanity."),
    (V, J, None, "The Ministers agreed that the Secretariat should be strengthened."),
    (C, P, "JPN", "Minister Kamikawa stated that Japan would continue to support efforts towards peace."),
    (V, P, "JPN", "Minister Kamikawa stated that the situation in Gaza was of serious concern."),
    (V, P, "IND", "The Foreign Secretary said that all outstanding issues had been resolved."),
    (C, P, "GBR", "The Foreign Secretary said: “We will never stand by while civilians starve.”"),
    (V, P, "GBR", "The Foreign Secretary said: “This agreement is a milestone for our two countries.”"),
    (C, P, "CAN", "“Canada will be there for as long as it takes,” said Minister Joly."),
    (V, P, "CAN", "“Our partners can count on us,” said the Minister of International Development."),
    (C, J, None, "They underlined that the working group will convene before March."),
    (V, J, None, "They stressed that there is no military solution to the conflict."),
    (C, P, "NZL", "Mr Peters confirmed that New Zealand plans to reopen its mission."),
    (V, P, "AUS", "The Minister noted that the two economies are highly complementary."),
    (
        V,
        P,
        "PHL",
        "She stressed that the 2016 arbitral award has been accepted by the international community.",
    ),
)

RULE_17: tuple[Row, ...] = (
    (C, J, None, "Indonesia will contribute 2,000 tonnes of rice to the reserve."),
    (R, J, None, "Germany delivered the first two vessels in March."),
    (C, J, None, "Viet Nam and Norway shall exchange information on stolen vessels."),
    (X, P, "JPN", "The Government of Samoa will build a new terminal with funds of its own."),
    (X, P, "GBR", "Ghana plans to recruit 300 additional border officers next year."),
    (X, P, "AUS", "Japan has pledged A$40 million to the same project."),
    (V, P, "AUS", "Japan welcomed the announcement."),
    (V, P, "IND", "The Bhutanese side thanked India for its timely assistance."),
    (X, P, "IND", "The Bhutanese side agreed to open two more check posts."),
    (X, P, "KEN", "The United Kingdom undertook to waive the surcharge for nurses."),
    (C, P, "KEN", "Kenya and the United Kingdom will set up a joint task force."),
    (X, P, "CAN", "The Philippines is sending 40 officers for training."),
    (V, P, "USA", "Foreign Minister Penny Wong reaffirmed Australia's support for the mission."),
    (X, S, "FJI", "China built the bridge across the river in 2015."),
    (X, S, "JPN", "Australia and New Zealand have trained hundreds of police officers."),
)

RULE_18: tuple[Row, ...] = (
    (E, F, "USA", "This project will help 40,000 households gain access to clean water."),
    (E, J, None, "The new route is expected to cut transit times by a third."),
    (E, F, None, "The agreement enables companies from both sides to bid for public contracts."),
    (E, P, "GBR", "The deal will create 1,500 jobs in Wales and boost exports."),
    (C, J, None, "The Dialogue will meet annually at the level of deputy ministers."),
    (C, J, None, "The fund will finance small projects in rural areas."),
    (V, P, "JPN", "The Ministry expects that the visit will further strengthen bilateral relations."),
    (C, P, "CAN", "The Office will monitor the implementation of the strategy."),
    (E, P, "AUS", "The upgrade will allow larger aircraft to land in all weather."),
    (E, P, "IND", "Once completed, the line would reduce travel time to Dhaka by four hours."),
    (C, J, None, "The Centre will offer courses to diplomats from all member states."),
    (E, J, None, "These steps will contribute to stability in the Red Sea."),
    (C, P, "NZL", "The programme will run until 2029."),
    (C, J, None, "The Working Group shall report to the Ministers once a year."),
)

RULE_19: tuple[Row, ...] = (
    (X, P, "GBR", "Trade between the UK and Kenya stood at £1.9 billion in the four quarters to June 2024."),
    (X, P, "IND", "India is the third largest development partner of the Maldives."),
    (X, F, "USA", "Cambodian textile makers employ some 750,000 workers."),
    (X, P, "JPN", "Tonga was hit by a powerful earthquake on the morning of March 30."),
    (X, S, "FJI", "For centuries our people sailed these waters by the stars."),
    (X, P, "AUS", "Bilateral relations were established in 1970."),
    (X, P, "CAN", "More than 9 million people have been displaced since the fighting began."),
    (X, P, "EU", "The EU is the largest donor of humanitarian aid to Syria."),
    (X, P, "PHL", "Russian forces have continued their attacks on power plants."),
    (X, P, "USA", "The Quad is a partnership of Australia, India, Japan and the United States."),
    (X, P, "KEN", "The two countries share a border of 680 kilometres."),
    (X, S, "JPN", "Sea levels in the Pacific have risen twice as fast as the world average."),
    (X, P, "GBR", "British companies have invested over £3 billion in the country."),
    (X, P, "NZL", "The Pacific Islands Forum comprises 18 members."),
    (X, P, "ZAF", "China fired missiles over the strait in August."),
)

SPEECHES: tuple[Row, ...] = (
    (C, S, "AUS", "I am pleased to announce that we will double our contribution to the Green Climate Fund."),
    (R, S, "AUS", "I am pleased to announce a new package of 80 million dollars."),
    (R, S, "GBR", "We have imposed sanctions on those who finance the war."),
    (V, S, "GBR", "Let us be clear about who is to blame."),
    (C, S, "JPN", "My government stands ready to share its experience of disaster prevention."),
    (V, S, "NOR", "I call on all members of the Council to shoulder their responsibility."),
    (V, S, "FJI", "We must keep 1.5 degrees within reach."),
    (N, S, "FJI", "How many more reports do we need?"),
    (X, S, "IRL", "As a young lawyer, I visited a refugee camp in Jordan."),
    (X, S, "IRL", "A woman there told me her story."),
    (N, S, "USA", "First, on climate."),
    (N, S, "USA", "That brings me to my second point."),
    (N, S, "CAN", "I will make three points today."),
    (X, S, "CAN", "Nelson Mandela once said that it always seems impossible until it is done."),
    (V, S, "SGP", "We cannot afford to wait."),
    (V, S, "SGP", "Small states have no choice but to defend international law."),
    (X, S, "SGP", "Singapore is a small island with no natural resources."),
    (C, S, "DEU", "We are not going to look away."),
    (C, S, "DEU", "That is why we are investing two billion euros in renewable energy in Africa."),
    (R, S, "KEN", "In the last two years we planted 500 million trees."),
    (V, S, "IND", "I am delighted to be in Georgetown this morning."),
    (V, S, "IND", "I congratulate Guyana on its election to the Security Council."),
    (X, S, "NZL", "My grandfather fished these waters every day of his life."),
    (C, S, "NZL", "You have my word that we will see this through."),
    (V, S, "PHL", "No threat will make us yield."),
    (N, S, "PHL", "Allow me to share a few thoughts on each of these."),
    (V, S, "EU", "Europe has to become more independent in defence."),
    (C, S, "EU", "And this is what we will do."),
    (X, S, "EU", "Three years ago, Russian tanks rolled towards Kyiv."),
    (V, S, "GHA", "We commend the mediators for their patience."),
    (C, S, "GHA", "Ghana will not be found wanting."),
    (V, S, "UN", "The choice is ours."),
    (X, S, "UN", "One in nine people goes to bed hungry."),
)

RELEASES: tuple[Row, ...] = (
    (
        X,
        P,
        "GBR",
        "The funding forms part of the UK's £11.6 billion commitment to international climate finance.",
    ),
    (R, P, "GBR", "He also visited a solar farm near Nakuru and met local entrepreneurs."),
    (
        C,
        P,
        "AUS",
        "Over the next four years, the Albanese Government will invest $120 million in regional health.",
    ),
    (C, P, "CAN", "Minister Anand will travel to Kyiv from 4 to 6 June to meet her counterparts."),
    (C, P, "CAN", "While there, she will announce further support for displaced families."),
    (R, P, "PHL", "The DFA lodged a diplomatic protest over the incident."),
    (V, P, "PHL", "The Department assures the public that the situation is being monitored closely."),
    (
        C,
        P,
        "IND",
        "The External Affairs Minister is scheduled to hold bilateral meetings with several counterparts.",
    ),
    (
        R,
        P,
        "KEN",
        "Present at the ceremony were the Principal Secretary and members of the diplomatic corps.",
    ),
    (R, P, "KEN", "The meeting was co-chaired by the two Principal Secretaries."),
    (X, P, "EU", "The mission has a mandate of two years and is based in Yerevan."),
    (R, P, "EU", "With today's decision, the Council has prolonged the sanctions for a further six months."),
    (C, P, "EU", "The EU will not recognise the results of these sham elections."),
    (R, P, "USA", "Today, the Department of State is imposing sanctions on eleven individuals."),
    (X, P, "USA", "The actions follow an attack on a vessel last week."),
    (R, P, "ZAF", "South Africa has recalled its ambassador for consultations."),
    (C, P, "NGA", "The Ministry is working with the Ghanaian authorities to secure their release."),
    (V, P, "NGA", "Nigerians in the country are advised to avoid crowded places."),
    (R, P, "JPN", "A signing ceremony took place in Nuku'alofa on February 3."),
)

TABLES = {
    "11": RULE_11, "12": RULE_12, "13": RULE_13, "14": RULE_14, "15": RULE_15, "16": RULE_16, "17": RULE_17,
    "18": RULE_18, "19": RULE_19, "speeches": SPEECHES, "releases": RELEASES,
}  # fmt: skip

# Rule 20 and decisions 11 to 13: headlines, headings, lines without a verb: (act, genre, section's act, has children, trail, text).
Line = tuple[Act, Genre, Act, bool, tuple[str, ...], str]
RULE_20: tuple[Line, ...] = (
    (C, P, N, False, (), "Canada to open five new missions in Africa"),
    (R, P, N, False, (), "Foreign Ministers meet in Jakarta"),
    (R, P, N, False, (), "UK and Ghana sign health partnership"),
    (V, P, N, False, (), "Minister condemns attack on embassy"),
    (C, P, N, False, (), "Two sides agree to resume ferry service"),
    (C, P, N, False, (), "£20 million in new aid to be delivered by December"),
    (R, P, N, False, (), "New consulate opens in Cebu"),
    (C, P, N, False, (), "Government pledges to halve processing times"),
    (N, J, N, True, (), "Trade"),
    (N, J, N, True, (), "PEACE AND SECURITY"),
    (N, J, N, True, (), "Next Steps"),
    (N, J, N, True, (), "Energy Security and Climate"),
    (C, J, N, True, (), "Strengthening Maritime Cooperation"),
    (C, J, N, True, (), "Expansion of People-to-People Exchanges"),
    (R, F, R, True, ("Results",), "Supporting Clean Energy Transitions"),
    (N, F, N, True, (), "Ties that Bind"),
    (C, J, C, False, ("The two sides will:",), "a regular exchange of experts;"),
    (R, J, R, False, ("The Ministers signed:",), "a memorandum of understanding on tourism; and"),
    (C, J, N, False, ("Timeline",), "2028: launch of the joint satellite"),
    (E, J, E, False, ("Expected results",), "shorter waiting times at the border"),
    (X, P, X, False, ("Background",), "population of 1.3 million, 330 islands"),
    (C, "work_plan", C, False, ("Objectives",), "reduction of processing times to ten days"),
    (C, "work_plan", N, False, ("Trade",), "Two workshops on customs procedures"),
    (R, P, N, False, (), "Third round of talks held in Windhoek"),
)  # fmt: skip


def read(text: str, genre: Genre, *, home: str | None, section: Act = "none", children: bool = False,
         trail: tuple[str, ...] = ("Section",)) -> Act:  # fmt: skip
    context = StatementContext(
        document_date=date(2025, 6, 2), date_precision="day", genre=genre, trail=trail, home=home
    )
    return act_of(text, section_act=section, context=context, has_children=children)


@pytest.mark.parametrize(
    ("rule", "act", "genre", "home", "text"),
    [(rule, *row) for rule, table in TABLES.items() for row in table],
)
def test_act_by_rule(rule: str, act: Act, genre: Genre, home: str | None, text: str) -> None:
    assert read(text, genre, home=home) == act, rule


@pytest.mark.parametrize(("act", "genre", "section", "children", "trail", "text"), RULE_20)
def test_lines_without_a_finite_verb(
    act: Act, genre: Genre, section: Act, *, children: bool, trail: tuple[str, ...], text: str
) -> None:
    assert read(text, genre, home=None, section=section, children=children, trail=trail) == act
