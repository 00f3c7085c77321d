"""The act of English statements in further genres: statements in UN bodies, progress reports, communiqués, releases.

Sentences of our own, labelled by GUIDE-en 11-20 before they were first read.
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
C: Act = "commitment"
R: Act = "result"
V: Act = "position"
E: Act = "effect"
X: Act = "context"

Row = tuple[Act, Genre, str | None, str]

FURTHER: tuple[Row, ...] = (
    (V, S, "GHA", "Ghana aligns itself with the statement delivered by the African Group."),
    (V, S, "GHA", "We take note of the report of the High Commissioner."),
    (V, S, "GHA", "My delegation shares the concern of the Special Rapporteur over attacks on journalists."),
    (R, S, "GHA", "In July 2024, Parliament passed the bill on affirmative action."),
    (R, S, "GHA", "Ghana abolished the death penalty for ordinary crimes last year."),
    (C, S, "GHA", "We will submit our fourth report in the first quarter of next year."),
    (C, S, "GHA", "The Government has committed itself to ending child labour by 2028."),
    (C, S, "GHA", "A national action plan on business and human rights is being drafted."),
    (V, S, "GHA", "We remain convinced that dialogue is the best way to protect rights."),
    (X, S, "GHA", "Women make up 51 per cent of our population."),
    (X, S, "GHA", "Prison overcrowding remains a challenge."),
    (V, S, "GHA", "We encourage all States to extend standing invitations."),
    (C, S, "GHA", "We pledge to cooperate fully with all treaty bodies."),
    (V, S, "GHA", "In conclusion, Ghana reaffirms that human rights are universal and indivisible."),
    (X, S, "GHA", "Some 400,000 girls leave school early every year."),
    (E, S, "GHA", "This law will raise the share of women in public office to 30 per cent."),
    (V, S, "GHA", "No one should be persecuted for what they believe."),
    (C, S, "GHA", "It is our intention to ratify the optional protocol before the end of 2026."),
    (R, "evaluation", "DNK", "All five embassies moved to renewable electricity in 2024."),
    (R, "evaluation", "DNK", "The target was not met: only 48 of 60 schools were opened."),
    (R, "evaluation", "DNK", "Disbursements reached DKK 1.3 billion, 65 per cent of the commitment."),
    (X, "evaluation", "DNK", "The security situation in the Sahel deteriorated during the reporting period."),
    (V, "evaluation", "DNK", "The Ministry assesses the progress as satisfactory."),
    (C, "evaluation", "DNK", "The remaining twelve schools will be completed in 2026."),
    (R, "evaluation", "DNK", "A mid-term review was carried out in May."),
    (R, "evaluation", "DNK", "Denmark chaired the working group and hosted two of its meetings."),
    (X, "evaluation", "DNK", "Delays were caused by floods and by the late arrival of equipment."),
    (V, "evaluation", "DNK", "Greater attention should be paid to local partners."),
    (V, J, None, "We reiterated our unwavering support for a just settlement of the Cyprus problem."),
    (V, J, None, "We agreed on the need to respect the sovereign rights of all coastal states."),
    (C, J, None, "We agreed to convene our Permanent Secretariat in Nicosia twice a year."),
    (C, J, None, "We tasked our Ministers of Energy to explore the electricity interconnection."),
    (V, J, None, "We attach great importance to the protection of cultural heritage."),
    (C, J, None, "Egypt will host the next Summit in 2026."),
    (V, J, None, "Cyprus and Greece commended Egypt for hosting large numbers of refugees."),
    (C, J, None, "We are resolved to work closely together on migration."),
    (
        C,
        J,
        None,
        "Greece and Cyprus reaffirmed their readiness to support Egypt in its relations with the EU.",
    ),
    (R, P, "FIN", "Minister Valtonen and her counterpart signed an agreement on mobility."),
    (C, P, "FIN", "Finland will open a trade office in Ho Chi Minh City in the autumn."),
    (X, P, "FIN", "Vietnam will, for its part, ease the rules for foreign specialists."),
    (X, P, "FIN", "Vietnam is Finland's most important trading partner in Southeast Asia."),
    (V, P, "FIN", "“Vietnam is a key partner for us,” says Minister Valtonen."),
    (
        C,
        P,
        "FIN",
        "“We want to bring our companies closer together and will send a delegation next spring,” says Minister Tavio.",
    ),
    (
        R,
        P,
        "FIN",
        "The visit included meetings with the Prime Minister and the President of the National Assembly.",
    ),
    (C, P, "FIN", "The Minister will be accompanied by representatives of 15 companies."),
    (X, P, "FIN", "Diplomatic relations between the countries were established in 1973."),
    (C, P, "KOR", "The two sides decided to begin talks on upgrading the agreement within the year."),
    (X, P, "KOR", "Chile said that it would examine the proposal."),
    (
        X,
        P,
        "KOR",
        "Chile, the first country with which Korea concluded a free trade agreement, supplies a third of its copper.",
    ),
    (V, P, "KOR", "Minister Cho requested Chile's support for Korea's candidacy."),
    (
        R,
        P,
        "KOR",
        "This was the first meeting of the Committee in six years, and it brought together 40 officials.",
    ),
    (V, P, "KOR", "The Chilean minister praised Korea's contribution to Antarctic research."),
)

COMMUNIQUES: tuple[Row, ...] = (
    (
        R,
        J,
        None,
        "We, the Heads of State and Government of Tunisia, Malta and Italy, met in Valletta on 4 May 2025.",
    ),
    (R, J, None, "The Summit was preceded by a meeting of our Foreign Ministers."),
    (V, J, None, "We underline the centrality of international law."),
    (V, J, None, "We express our deep concern at the humanitarian situation and call for unhindered access."),
    (V, J, None, "We are confident that our cooperation will grow further."),
    (V, J, None, "We consider the partnership to be a pillar of regional stability."),
    (C, J, None, "To this end, our ministers will draw up a list of joint projects by October."),
    (C, J, None, "We intend to launch a joint call for research proposals and to double student exchanges."),
    (
        V,
        J,
        None,
        "We recall that the island has been divided since 1974 and support the resumption of talks.",
    ),
    (C, J, None, "We decided to institutionalise our meetings and entrusted the Secretariat with follow-up."),
    (R, J, None, "Since our last meeting, four of the six projects have been completed."),
    (V, J, None, "We note with satisfaction the entry into force of the agreement on maritime borders."),
    (V, J, None, "We welcome Italy's decision to contribute EUR 40 million to the fund."),
    (C, J, None, "Malta will chair the working group in the first year, followed by Tunisia."),
    (C, J, None, "The next Summit will be held in Rome in the first half of 2026."),
    (V, J, None, "We exchanged views on Libya, Syria and the Red Sea."),
    (V, J, None, "We share the view that irregular migration can only be addressed jointly."),
    (E, J, None, "The interconnector will enhance the energy security of Europe and lower prices."),
    (X, J, None, "The cable, 200 kilometres long, is financed in part by the European Union."),
    (C, J, None, "We commit ourselves to protecting the marine environment of the Mediterranean."),
    (V, J, None, "The use of force is unacceptable."),
    (V, J, None, "There can be no military solution to this conflict."),
    (V, J, None, "We remain seized of the situation in Sudan."),
    (C, J, None, "We remain committed to convening our parliaments once a year."),
    (C, J, None, "Both sides will refrain from any action that could escalate tensions."),
    (C, J, None, "We mandated our experts to finalise the text."),
    (V, J, None, "We reject any unilateral action that violates the sovereignty of states."),
    (R, J, None, "On the margins of the Summit, our ministers of culture signed a programme for 2025-2027."),
    (
        V,
        J,
        None,
        "We paid tribute to the victims of the floods and conveyed our condolences to their families.",
    ),
    (V, J, None, "We thank the Government of Malta for its excellent organisation of the Summit."),
    (
        C,
        J,
        None,
        "In the field of tourism, we agreed to promote joint cruise routes and to ease visas for groups.",
    ),
    (V, J, None, "We agreed that a stable Libya is in the interest of all."),
    (V, J, None, "Italy and Malta reaffirmed their support for Tunisia's reforms."),
    (
        R,
        J,
        None,
        "We inaugurated the joint rescue coordination centre, which has been operating since March.",
    ),
    (V, J, None, "Dialogue remains the only way forward."),
    (X, J, None, "Every year some 60,000 people cross the central Mediterranean."),
    (R, J, None, "Trade ministers reached agreement on rules of origin in March."),
    (C, J, None, "We are working to extend the programme to Libya."),
    (V, J, None, "We encourage the private sector to invest in solar power."),
    (C, J, None, "We have agreed to establish a hotline between our coast guards."),
    (C, J, None, "We have decided that the centre will be located in Sfax."),
    (V, J, None, "It is in our common interest to preserve peace."),
    (V, J, None, "We see great potential in green hydrogen."),
    (C, J, None, "Particular attention will be paid to young people."),
    (V, J, None, "Particular attention was paid to the situation of women."),
    (V, J, None, "Importance was attached to the early release of hostages."),
    (C, J, None, "It was agreed that the three sides would meet again in spring."),
    (C, J, None, "It was decided to open a joint office."),
    (C, J, None, "The Committee is entrusted with monitoring the implementation of this Declaration."),
    (X, J, None, "This Joint Statement is not legally binding."),
    (V, J, None, "The leaders highlighted that the projects have brought tangible benefits."),
    (C, J, None, "Work on the agreement is to be completed by March 2026."),
    (V, J, None, "They were of the view that sanctions should be eased."),
    (C, J, None, "They were determined to conclude the talks this year."),
    (V, J, None, "The parties are of the opinion that trade must be free and fair."),
    (C, J, None, "Cooperation between universities will be expanded."),
    (C, J, None, "Efforts to combat trafficking will be stepped up."),
)


@pytest.mark.parametrize(("act", "genre", "home", "text"), FURTHER + COMMUNIQUES)
def test_act(act: Act, genre: Genre, home: str | None, text: str) -> None:
    context = StatementContext(
        document_date=date(2025, 6, 2), date_precision="day", genre=genre, trail=("Section",), home=home
    )
    assert act_of(text, section_act="none", context=context, has_children=False) == act
