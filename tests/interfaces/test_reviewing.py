"""A review on both databases."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from yaksok.errors import UnknownDocument
from yaksok.interfaces.adding import add_paths
from yaksok.interfaces.asking import links_in, verdicts_in
from yaksok.interfaces.deciding import decisions_in
from yaksok.interfaces.reviewing import Review
from yaksok.ledger.intake import Intake
from yaksok.ledger.location import Location

PLAN = """2019년 누리부 주요업무 추진계획

2019. 3.

□ 협력 확대
 ㅇ 페루와 해양안전협정 체결
 ㅇ 칠레와 어업협정 체결
"""

REPORT = """2020년 누리부 자체평가 결과

2021. 1.

□ 협력 성과
 ㅇ 페루와 해양안전협정 체결(20.6월)
 ㅇ 칠레와 어업협정 체결(20.7월)
"""

DAY = date(2021, 6, 1)


@pytest.fixture
def ledger(ledger_location: Location, tmp_path: Path) -> Location:
    for name, text in (("plan", PLAN), ("report", REPORT)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    paths = [str(tmp_path / f"{name}.txt") for name in ("plan", "report")]
    with Intake(ledger_location, program="test", largest=1 << 20) as intake:
        assert [taken.outcome for taken in add_paths(intake, paths)] == ["added", "added"]
    return ledger_location


def test_what_is_asked_for_and_decided(ledger: Location) -> None:
    with Review(ledger, person="가온", as_of=DAY) as review:
        everything = review.queue()
        assert {(one.link.source, one.link.target) for one in everything} == {
            (link.source, link.target) for link in links_in(ledger)
        }
        points = [one.points for one in everything]
        assert points == sorted(points, reverse=True)
        assert {one.link.source.text for one in review.queue(party="PER", relation="fulfilled_by")} == {
            "페루와 해양안전협정 체결"
        }
        assert len(review.queue(document="report")) == len(everything)
        assert review.queue(party="NOR") == []
        with pytest.raises(UnknownDocument):
            review.queue(document="elsewhere")

        (doubt,) = review.queue(party="CHL", relation="fulfilled_by")
        told = review.outcomes(doubt.link)
        assert told is not None
        assert (told.now, told.accepted) == ("kept", "kept")
        broken = review.relabelled(doubt.link)["contradicted_by"]
        review.decide(doubt.link, "relabel", relation="contradicted_by")
        assert review.current(doubt.link).state == "relabelled"
        assert _status(ledger, "칠레와 어업협정 체결") == broken == "broken"
        assert review.undo() is not None
        assert review.undo() is None
        assert review.current(doubt.link) == doubt.link
        review.decide(doubt.link, "reject")
        assert _status(ledger, "칠레와 어업협정 체결") == told.rejected != "kept"
    assert [one.standing for one in decisions_in(ledger)] == ["taken back", "holds", "holds"]
    with Review(ledger, person="나래", as_of=DAY) as review:
        assert review.queue(party="CHL", relation="fulfilled_by") == []


def _status(ledger: Location, text: str) -> str:
    return next(one.status for one in verdicts_in(ledger, as_of=DAY) if one.promise.text == text)
