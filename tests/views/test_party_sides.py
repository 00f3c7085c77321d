"""Which side of a joint document is to act, by the subject of a sentence."""

from __future__ import annotations

import pytest

from yaksok.records.mentions import PartyMention
from yaksok.records.statement import Statement
from yaksok.views.party_sides import side_of


def promise(text: str, **parties: str) -> Statement:
    """A promise that names parties (id=words)."""
    mentions = tuple(
        PartyMention(words, (text.index(words), text.index(words) + len(words)), party)
        for party, words in parties.items()
    )
    end = len(text)
    return Statement(1, (0, end), (0, end), "item", "commitment", "-", text, (), None, parties=mentions)


@pytest.mark.parametrize(
    ("text", "parties", "side"),
    [
        ("베트남은 2027년까지 통관 절차를 간소화한다.", {"VNM": "베트남"}, "partner"),
        ("Viet Nam will open a consulate in Gwangju.", {"VNM": "Viet Nam"}, "partner"),
        ("양측은 공동연구를 시작하기로 하였다.", {}, "both"),
        ("우리는 항공 협력을 넓혀 나갈 것이다.", {}, "both"),
        ("한미는 조선 협력을 확대할 것이다.", {"USA": "한미"}, "both"),
        ("한국과 베트남은 정기 협의를 갖기로 하였다.", {"VNM": "베트남"}, "both"),
        ("The two ministers will meet again in spring.", {}, "both"),
        ("Korea and Viet Nam will hold a yearly dialogue.", {"VNM": "Viet Nam"}, "both"),
        ("우리 정부는 장학금을 늘릴 계획이다.", {}, "home"),
        ("The Republic of Korea will fund two schools.", {}, "home"),
        ("North Korea will return to the talks.", {"PRK": "North Korea"}, "others"),
        ("항공 노선을 늘린다.", {}, "unknown"),
    ],
)
def test_the_subject_tells_the_side(text: str, parties: dict[str, str], side: str) -> None:
    partner = "USA" if "USA" in parties else "VNM"
    assert side_of(promise(text, **parties), partner)[0] == side


def test_a_bullet_takes_the_subject_of_its_lead_in() -> None:
    lead_in = promise("The two sides will:")
    assert side_of(promise("open a joint centre"), "VNM", above=[lead_in]) == ("both", "The two sides")
    assert side_of(promise("open a joint centre"), "VNM")[0] == "unknown"
