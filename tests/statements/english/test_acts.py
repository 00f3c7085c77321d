"""What English statements do: one table per genre, sentences of our own in the style of each."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.records.statement import Act, Genre, Role
from yaksok.statements.context import StatementContext
from yaksok.statements.english.acts import act_of, section_act_of


def read(
    text: str,
    genre: Genre = "joint_statement",
    *,
    section: Act = "none",
    role: Role = "item",
    children: bool = False,
    trail: tuple[str, ...] = ("Section",),
    home: str | None = "KOR",
) -> Act:
    context = StatementContext(
        document_date=date(2024, 11, 18), date_precision="day", role=role, genre=genre, trail=trail, home=home
    )
    return act_of(text, section_act=section, context=context, has_children=children)


JOINT_STATEMENTS: tuple[tuple[Act, str], ...] = (
    ("position", "We reiterate our strong support for an inclusive and sustainable recovery."),
    ("commitment", "We commit to phasing out inefficient fossil fuel subsidies by 2030."),
    (
        "commitment",
        "We are committed to ending plastic pollution and to concluding an ambitious treaty by the end of 2025.",
    ),
    ("position", "We remain deeply concerned about the humanitarian situation in Gaza."),
    (
        "position",
        "We call on all parties to respect international law and urge Russia to withdraw its forces.",
    ),
    (
        "commitment",
        "We will continue to provide financial, military and humanitarian assistance to Ukraine for as long as it takes.",
    ),
    ("position", "We welcome the outcome of the summit and look forward to the next meeting in Italy."),
    ("commitment", "We task our finance ministers with developing a framework before the autumn."),
    ("position", "We recognise that climate change poses an existential threat."),
    (
        "position",
        "The Leaders expressed their satisfaction with the steady growth of trade, which had doubled since 2015.",
    ),
    (
        "commitment",
        "The two leaders agreed to strengthen cooperation in semiconductors, batteries and critical minerals.",
    ),
    ("commitment", "Both sides agreed on the early launch of negotiations on a digital partnership."),
    ("position", "Both sides agreed on the importance of stable supply chains."),
    ("position", "Both sides agreed that the security of Europe and the Indo-Pacific is closely linked."),
    ("commitment", "Both sides agreed that the joint committee will convene twice a year."),
    ("result", "The Ministers signed the Agreement on Social Security, which will enter into force in 2026."),
    ("result", "The Leaders witnessed the signing of five memoranda of understanding."),
    ("result", "The two Presidents held talks in Warsaw on October 3 and adopted this Joint Declaration."),
    ("commitment", "Noting the progress made, the Ministers decided to extend the programme by two years."),
    (
        "position",
        "Recalling their shared history and looking ahead to the next decade, the leaders paid tribute to the veterans.",
    ),
    (
        "position",
        "The EU and Japan condemn in the strongest possible terms the missile launches by North Korea.",
    ),
    (
        "commitment",
        "The EU and Japan intend to deepen their Security and Defence Partnership, including by launching a dialogue on space.",
    ),
    ("position", "Prime Minister Kishida conveyed his condolences to the victims of the earthquake."),
    (
        "position",
        "The Leaders underlined the need to reform the Security Council and noted that the present structure no longer reflects reality.",
    ),
    ("commitment", "Japan pledged 100 million dollars for the reconstruction of the port."),
    (
        "commitment",
        "The ASEAN Member States reaffirmed their commitment to implement the Code of Conduct without delay.",
    ),
    (
        "position",
        "The ASEAN Member States reaffirmed their commitment to peace, stability and the freedom of navigation.",
    ),
    (
        "commitment",
        "The Ministers instructed senior officials to finalise the work plan before the next meeting.",
    ),
    (
        "position",
        "The Ministers commended Thailand for its able chairmanship and thanked it for its hospitality.",
    ),
    ("position", "The Leaders stressed that the use of force must be avoided and called for dialogue."),
    ("commitment", "Canada announced that it would open a trade office in Jakarta."),
    ("commitment", "Canada announced plans to double its contribution to the fund."),
    ("result", "Canada announced a contribution of 50 million dollars to the fund."),
    (
        "commitment",
        "In this context, they resolved to step up the exchange of information and to hold regular consultations.",
    ),
    (
        "position",
        "They shared the view that economic coercion poses a serious threat to the rules-based order.",
    ),
    (
        "position",
        "They reaffirmed that the Treaty on the Non-Proliferation of Nuclear Weapons remains the cornerstone of the global regime.",
    ),
    (
        "commitment",
        "The Prime Minister invited the President to visit Ottawa, and the President accepted the invitation.",
    ),
    ("position", "The two sides took note of the entry into force of the tax convention."),
    ("position", "The two sides exchanged views on regional and international issues of mutual interest."),
    ("commitment", "The working group is to submit its report by March 2027."),
    ("commitment", "The Dialogue will meet once a year, alternately in Seoul and Wellington."),
    ("effect", "The agreement will help businesses of both countries diversify their supply chains."),
    ("effect", "These measures are expected to create some 5,000 jobs and to lower costs for consumers."),
    ("context", "Trade in goods between the two countries stood at EUR 90 billion in 2022."),
    (
        "context",
        "The European Union is the largest investor in the country, and its firms employ more than 100,000 people.",
    ),
    ("context", "The two countries have been partners for more than 60 years."),
    ("result", "Since then, the two countries have concluded 27 agreements and opened three consulates."),
    ("context", "North Korea has launched more than 90 ballistic missiles since 2022."),
    ("position", "No country should be forced to choose sides."),
    ("position", "It is essential that all states implement the sanctions fully."),
    ("commitment", "Both sides are working towards the early conclusion of the negotiations."),
    ("commitment", "Both countries are determined to bring the negotiations to a swift conclusion."),
    (
        "position",
        "The Leaders supported the resumption of inter-Korean dialogue and hoped for its early success.",
    ),
    ("position", "The United States reaffirmed its ironclad commitment to the defense of the ROK."),
    (
        "position",
        "The President expressed appreciation for the efforts of Qatar to mediate, while the Emir voiced his support for denuclearization.",
    ),
    ("commitment", "The Leaders concurred that the two countries would launch a joint study on hydrogen."),
    ("position", "The Leaders concurred on the urgency of climate action."),
    ("commitment", "They further agreed, subject to domestic procedures, to waive visas for short stays."),
    (
        "result",
        "The Ministers launched negotiations on an upgraded agreement and established a steering committee.",
    ),
    (
        "position",
        "The two leaders appreciated Poland's decision to send 200 engineers and its pledge to accept refugees.",
    ),
)

PRESS_RELEASES: tuple[tuple[Act, str], ...] = (
    (
        "result",
        "Foreign Minister Cho Tae-yul attended the G20 Foreign Ministers' Meeting in Rio de Janeiro on February 21-22.",
    ),
    (
        "result",
        "The Ministry of Foreign Affairs held the 7th ROK-France Strategic Dialogue in Paris on May 3.",
    ),
    (
        "commitment",
        "The government plans to provide humanitarian assistance worth 2 million dollars to flood victims in Libya.",
    ),
    (
        "commitment",
        "The government has decided to provide 2 million dollars in aid to flood victims in Libya.",
    ),
    ("position", "Minister Cho stressed that the two countries should work closely together."),
    (
        "position",
        "Vice Minister Kim explained the government's policy on North Korea and asked for France's support.",
    ),
    ("commitment", "Vice Minister Kim said that Korea will play an active role in the Security Council."),
    ("context", "The French side said that it would send a frigate to the region next year."),
    ("position", "The French side expressed its support for Korea's policy."),
    ("context", "Germany plans to open a cultural center in Busan next year."),
    ("context", "This was the first visit to Kenya by a Korean foreign minister in ten years."),
    ("effect", "The visit is expected to serve as an occasion to deepen cooperation in Africa."),
    ("position", "The Ministry expects the agreement to contribute to closer ties."),
    ("commitment", "The Ministry will continue to make every effort to protect Korean nationals abroad."),
    ("commitment", "The two sides agreed to hold the next dialogue in Seoul in 2025."),
    ("result", "The meeting was attended by about 120 participants from government, business and academia."),
    ("commitment", "The next meeting is scheduled to take place in Canberra in 2026."),
    (
        "position",
        "The government strongly condemns the terrorist attack and extends its deepest condolences to the bereaved families.",
    ),
    ("result", "On the margins of the meeting, the Minister delivered a keynote address."),
    ("context", "Kenya is Korea's second largest trading partner in East Africa."),
    (
        "position",
        "The two ministers welcomed the fact that exchanges are increasing and discussed the situation in the Middle East.",
    ),
    (
        "commitment",
        "The Ministry is preparing a guidebook for travellers, which will be distributed at airports.",
    ),
    ("context", "Korean companies have invested more than 5 billion dollars in Hungary."),
    ("result", "As a result of the talks, 14 Korean nationals returned home on a government charter flight."),
)

FACT_SHEETS: tuple[tuple[Act, str], ...] = (
    (
        "commitment",
        "The Department of State intends to provide $15 million, working with Congress, for clean energy projects.",
    ),
    (
        "result",
        "Since 2021, the United States has invested over $2 billion in health programs in the region.",
    ),
    ("commitment", "The United States plans to launch a new fellowship for 50 young leaders in 2025."),
    ("result", "In June, USAID opened a regional office in Suva."),
    (
        "effect",
        "This investment will enable the island to generate 80 percent of its electricity from renewables.",
    ),
    ("commitment", "The program is designed to train 500 coast guard officers and will begin in January."),
    ("context", "The Pacific is home to the world's largest tuna fishery."),
    ("result", "The two countries have completed the first phase of the project."),
    ("commitment", "Japan is building a new pier in Dili."),
)

SPEECHES: tuple[tuple[Act, str], ...] = (
    ("position", "I would like to thank the organizers for this opportunity."),
    ("commitment", "We will stand with you every step of the way."),
    ("position", "I believe that our friendship has a bright future."),
    ("result", "Last year we opened five new embassies."),
    ("commitment", "We are making every effort to bring our citizens home."),
    ("context", "The world is changing faster than ever."),
    ("position", "We must not repeat the mistakes of the past."),
    ("none", "Let me turn to our relations with China."),
    ("none", "Has the Government protested to Moscow?"),
    ("position", "We ask for your understanding."),
    ("commitment", "My Government is determined to put an end to this practice."),
    ("context", "China lifted its ban in 2017."),
    ("context", "Thanks to these efforts, exports reached a record high last year."),
)


@pytest.mark.parametrize(("act", "text"), JOINT_STATEMENTS)
def test_joint_statement(act: Act, text: str) -> None:
    assert read(text, "joint_statement") == act


@pytest.mark.parametrize(("act", "text"), PRESS_RELEASES)
def test_press_release(act: Act, text: str) -> None:
    assert read(text, "press_release") == act


@pytest.mark.parametrize(("act", "text"), FACT_SHEETS)
def test_fact_sheet(act: Act, text: str) -> None:
    assert read(text, "fact_sheet") == act


@pytest.mark.parametrize(("act", "text"), SPEECHES)
def test_speech(act: Act, text: str) -> None:
    assert read(text, "speech") == act


@pytest.mark.parametrize(
    ("heading", "inherited", "act"),
    [
        ("Next steps", "none", "commitment"),
        ("Results to date", "none", "result"),
        ("Expected effects", "commitment", "effect"),
        ("Background", "none", "context"),
        ("SECURITY", "commitment", "commitment"),
        ("The two governments will:", "none", "commitment"),
        ("The Ministers also signed two documents:", "none", "result"),
    ],
)
def test_headings_hand_an_act_down(heading: str, inherited: Act, act: Act) -> None:
    assert section_act_of(heading, inherited) == act


@pytest.mark.parametrize(
    ("section", "text", "act"),
    [
        ("commitment", "share early warnings of supply disruptions; and", "commitment"),
        ("commitment", "Strengthening cooperation on cyber security", "commitment"),
        ("result", "Expansion of the exchange of officers", "result"),
        ("effect", "Transit time cut to five days", "effect"),
        ("result", "attended the opening of the new library;", "result"),
        ("none", "2027: launch of a joint satellite", "commitment"),
        ("none", "Target for 2027: 150 projects", "commitment"),
    ],
)
def test_lines_without_a_verb_follow_their_section(section: Act, text: str, act: Act) -> None:
    assert read(text, section=section) == act


@pytest.mark.parametrize(
    "text", ["SECURITY", "Trade and Investment", "Next steps", "Energy", "People-to-People Ties"]
)
def test_fields_and_relations_as_headings_do_nothing(text: str) -> None:
    assert read(text, "fact_sheet", children=True) == "none"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Two sides to open a joint laboratory next year", "commitment"),
        ("Ministers meet in Bali", "result"),
        ("Minister welcomes resumption of flights", "position"),
        ("Leaders agree to triple investment", "commitment"),
    ],
)
def test_headlines(text: str, act: Act) -> None:
    assert read(text, "press_release", trail=()) == act


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("“We will keep our word,” the Minister said.", "commitment"),
        ("“The alliance has never been stronger,” the Minister said.", "position"),
        ("“We will come back next year.”", "commitment"),
    ],
)
def test_quoted_words_decide(text: str, act: Act) -> None:
    assert read(text, "press_release") == act


@pytest.mark.parametrize("role", ["title", "meta"])
def test_titles_and_furniture_do_nothing(role: Role) -> None:
    assert read("The two sides will build a bridge.", role=role) == "none"


def test_notes_describe() -> None:
    assert read("Figures as of October; 2024 data are provisional.", role="note") == "context"


def test_a_label_before_the_sentence_does_not_count() -> None:
    assert read("Cost sharing: The two sides signed the agreement on October 4.") == "result"


@pytest.mark.parametrize(
    ("home", "text", "act"),
    [
        ("KOR", "Germany will open a cultural center in Busan.", "context"),
        ("DEU", "Germany will open a cultural center in Busan.", "commitment"),
        ("DEU", "Korea will open a cultural center in Bonn.", "context"),
        (None, "Germany will open a cultural center in Busan.", "commitment"),
        (None, "The German side will open a cultural center in Busan.", "context"),
        ("KEN", "The Cabinet Secretary said that Kenya will ratify the treaty.", "commitment"),
    ],
)
def test_whose_promise_it_is(home: str | None, text: str, act: Act) -> None:
    assert read(text, "press_release", home=home) == act


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("I am pleased to announce that Japan will host the next forum.", "commitment"),
        ("I am pleased to announce the opening of three clinics.", "result"),
        ("It is a great honour to speak here.", "position"),
        ("Let us work together for the ocean.", "position"),
        ("Our commitment to the region is unshakable.", "position"),
        ("We have been working on a new fund.", "commitment"),
        ("The government has, since 2021, trained 300 officers.", "result"),
    ],
)
def test_turns_of_speeches(text: str, act: Act) -> None:
    assert read(text, "speech", home="JPN") == act


@given(st.text(max_size=300))
def test_any_text_has_an_act(text: str) -> None:
    assert read(text) in {"commitment", "result", "effect", "context", "position", "none"}
