"""A verdict as of a day depends on nothing that was published later."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import Line, make_stored
from tests.support.near import candidates_in

from yaksok.fulfilment.explaining import explained
from yaksok.fulfilment.judging import cases, judge
from yaksok.ledger.reader import StoredDocument
from yaksok.links.proposing import propose_links
from yaksok.links.timeline import published
from yaksok.records.statement import Act, Genre

SUBJECTS = ("누리 해양 안전 협정", "가온 갯벌 보전 센터", "다솜 기록 보존 사업")
ENDS: tuple[tuple[Act, str], ...] = (
    ("commitment", "체결"),
    ("commitment", "설치"),
    ("result", "체결 완료"),
    ("result", "협상 착수"),
    ("result", "무산"),
    ("context", "필요"),
)
GENRES: tuple[Genre, ...] = ("work_plan", "evaluation", "press_release")


@st.composite
def documents(draw: st.DrawFn) -> list[StoredDocument]:
    """A few documents about the same matters, on days of five years."""
    made = []
    for number in range(draw(st.integers(1, 4))):
        day = date(2019, 1, 1) + timedelta(days=draw(st.integers(0, 1800)))
        lines = []
        for subject, (act, end) in draw(
            st.lists(st.tuples(st.sampled_from(SUBJECTS), st.sampled_from(ENDS)), min_size=1, max_size=4)
        ):
            lines.append(Line(act, f"{subject} {end}", parties=["PER"]))
        issuer = draw(st.sampled_from(["외교부", "다른 기관"]))
        written = day.isoformat()[: draw(st.sampled_from([7, 10]))]
        made.append(
            make_stored(
                f"document {number}", written, *lines, issuer=issuer, genre=draw(st.sampled_from(GENRES))
            )
        )
    return made


days = st.integers(0, 2000).map(lambda count: date(2019, 1, 1) + timedelta(days=count))


@settings(max_examples=40, deadline=None)
@given(documents(), days)
def test_later_documents_change_nothing(drawn: list[StoredDocument], as_of: date) -> None:
    links = propose_links(drawn)
    known = [stored for stored in drawn if published(stored.document).by(as_of)]
    versions = {stored.version for stored in known}
    among = [link for link in links if {link.source.version, link.target.version} <= versions]
    assert judge(drawn, links, as_of=as_of) == judge(known, among, as_of=as_of)


@settings(max_examples=40, deadline=None)
@given(documents(), days)
def test_all_that_a_verdict_names_was_published_by_the_day(drawn: list[StoredDocument], as_of: date) -> None:
    known = [stored for stored in drawn if published(stored.document).by(as_of)]
    names = {stored.doc for stored in known}
    candidates = candidates_in(known)
    for case in cases(drawn, propose_links(drawn), as_of=as_of):
        told = explained(case, candidates)
        assert told.promise.doc in names
        assert {one.statement.doc for one in told.evidence} <= names
        assert told.search is not None
        assert set(told.search.scope.documents) <= names
        assert {miss.statement.doc for miss in told.misses} <= names
        assert told.effective is None or told.effective <= as_of
