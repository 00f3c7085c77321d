"""Ledgers that go on changing, and what is kept of their promises held against what is judged anew."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection
from tests.support.linked import add, document

from yaksok.fulfilment.judging import verdict_of
from yaksok.fulfilment.shelf import Shelf, is_kept, refresh
from yaksok.fulfilment.standing import Standing, promise_places
from yaksok.fulfilment.weighing import weigh
from yaksok.interfaces.deciding import deciding_on
from yaksok.interfaces.observing import observe
from yaksok.ledger.decisions import add_decisions, decisions
from yaksok.ledger.location import Location
from yaksok.ledger.opening import open_for_reading, open_for_writing
from yaksok.ledger.reader import current_documents
from yaksok.ledger.writer import start_run
from yaksok.links.deciding import key_of
from yaksok.links.linking import Linker
from yaksok.records.commitment import Verdict
from yaksok.records.decision import Decision, DecisionKind
from yaksok.records.link import Relation
from yaksok.records.standing import PromiseRow
from yaksok.reference.rules import LINKING, rules_version

RULING: tuple[tuple[DecisionKind, Relation], ...] = (
    ("draw", "fulfilled_by"),
    ("draw", "restated_as"),
    ("relabel", "contradicted_by"),
    ("accept", "progressed_by"),
    ("reject", "fulfilled_by"),
)


def paper(issuer: str, year: int, month: int, *lines: str, kind: str = "주요업무 추진계획") -> str:
    """A plan of a ministry, or what else its kind says."""
    return document(year, month, lines, review=False).replace("누리부 주요업무 추진계획", f"{issuer} {kind}")


STATEMENT = (
    "페루 연안 등대 열두 곳의 무인화 장비를 2022년까지 교체하기로 하였다.",
    "페루와 쇄빙 순찰선 두 척을 나누어 건조하기 위하여 「해양조선협정」을 체결할 예정이다.",
    "갯벌 복원 현황을 위성 사진으로 해마다 함께 조사할 계획이다.",
    "페루 선원 자격증을 서로 인정하는 절차를 2025년까지 마련할 계획이다.",
)


def _joint(day: int, *pledges: str) -> str:
    body = "".join(f" ㅇ {pledge}\n" for pledge in pledges)
    return f"누리부 보도자료\n\n2021. 5. {day}.\n\n한-페루 해양 협력 공동성명\n\n□ 양국이 합의한 사항\n{body}"


AWAITING = (
    "한·칠레 정상회의 후 6개월 내 남극 연구선 공동 항해와 위성 관측 자료 공유, 어업 통계 전산화, 항만 검역 "
    "절차 간소화, 산불 감시 무인기 시험, 청소년 과학 캠프 운영 계획 수립"
)
SUMMIT = "한·페루 정상회의 개최(2021.11.25)"
POOL: tuple[tuple[str, str], ...] = (
    (
        "plan-2019",
        paper(
            "누리부",
            2019,
            3,
            "페루와 「해양안전협정」 체결",
            "차기 한·페루 정상회의 계기 해양 안전 협정 서명",
            "2022년까지 한·아세안 교역량 2,000억불 달성",
            "갯벌 연구소 2개소 설치",
            "주변국과의 관계 강화",
            AWAITING,
        ),
    ),
    (
        "plan-2020",
        paper("누리부", 2020, 2, "페루와 「해양안전협정」 체결", "2023년까지 몽골과 항공 노선 개설"),
    ),
    ("plan-2020", paper("누리부", 2020, 2, "몽골과 항공 노선 개설", "케냐와 산림 협력 사업 확대")),
    ("other-2020", paper("외교부", 2020, 6, "갯벌 연구소 3개소 설치", "케냐와 수소 공급망 구축 추진")),
    ("plan-2021", paper("누리부", 2021, 1, "한-아세안 청년 교류 확대", "갯벌 연구소 2개소 설치 추진")),
    (
        "review-2021",
        paper(
            "누리부",
            2021,
            12,
            "페루와 「해양안전협정」 체결(20.6월)",
            SUMMIT,
            "갯벌 연구소 1개소 설치",
            kind="자체평가 결과",
        ),
    ),
    ("review-2023", paper("누리부", 2023, 12, "몽골과 항공 노선 개설(23.5월)", kind="자체평가 결과")),
    ("review-other", paper("외교부", 2022, 12, "케냐와 수소 공급망 구축", kind="자체평가 결과")),
    ("original", _joint(7, *STATEMENT)),
    ("again", _joint(8, *STATEMENT, "누리부는 이 성명을 널리 알릴 계획이다.")),
    ("again", _joint(9, "케냐 항공 노선 세 개를 새로 열기로 하였다.", "몽골 초원에 나무를 심을 계획이다.")),
    ("built", paper("누리부", 2022, 1, "페루와 쇄빙 순찰선 건조를 위한 「해양조선협정」 체결(21.9월)")),
    ("undated", "누리부 보도자료\n\n□ 케냐와의 협력\n ㅇ 케냐와 수소 공급망 구축 추진\n"),
    ("summit", paper("누리부", 2019, 1, "한·칠레 정상회의 개최(2018.12.4)", kind="자체평가 결과")),
    ("ahead", paper("누리부", 2027, 3, "갯벌 연구소 5개소 설치", "한-아세안 청년 교류 확대(27.2월)")),
)
"""Documents and further versions of them that have to do with each other in many ways."""

VALUES = (
    "date,value,source\n2019,1500,협회\n2020,1700,협회\n",
    "date,value,source\n2021,1800,협회\n2022,2100,협회\n",
)


@dataclass
class Changing:
    """A ledger to which things are done one after the other."""

    place: Location
    folder: Path
    moment: datetime = field(default_factory=lambda: datetime(2026, 1, 1, tzinfo=UTC))

    def add(self, *which: int | str) -> None:
        """Adds documents of the pool, by their numbers or names."""
        for one in which:
            name, text = POOL[(one if isinstance(one, int) else number_of(one)) % len(POOL)]
            add(self.place, {name: text}, self.folder)

    def link(self, *, again: bool = False) -> None:
        """Links what is to be linked; what is kept stays as it is."""
        writing = open_for_writing(self.place)
        linker = Linker(
            writing=writing,
            reading=open_for_reading(self.place),
            rules=rules_version(LINKING),
            run=start_run(writing, command="link", program="test", rules=""),
            weigh=weigh,
        )
        deque(linker.link_all(again=again), maxlen=0)
        writing.dispose()

    def observe(self, number: int) -> None:
        path = self.folder / "trade.csv"
        path.write_text(VALUES[number % len(VALUES)], encoding="utf-8")
        observe(
            self.place,
            str(path),
            indicator="한·아세안 교역량",
            unit="억불",
            promise=None,
            program="test",
            as_of=date(2026, 1, 1),
        )

    def decide(self, number: int) -> None:
        """Rules on some pair of statements, or takes the newest ruling back."""
        with open_for_reading(self.place).connect() as connection:
            refs = [
                one.ref(each) for one in current_documents(connection) for each in one.document.statements
            ]
            made = decisions(connection)
        if len(refs) < len(RULING):
            return
        self.moment += timedelta(seconds=1)
        when = self.moment.isoformat()
        earlier, later = refs[number % len(refs)], refs[number * 7 % len(refs)]
        kind, relation = RULING[number % len(RULING)]
        decision = Decision("", kind, key_of(earlier), key_of(later), relation, "가나다", "", when)
        if made and number % 6 == 0:
            last = made[-1]
            decision = Decision(
                "", "undo", last.promise, last.later, last.relation, "가나다", "", when, undoes=last.id
            )
        engine = open_for_writing(self.place)
        add_decisions(engine, [decision], run=1)
        engine.dispose()

    def draw(self, earlier: str, later: str) -> None:
        """Says that the last statement of one document was fulfilled by that of another."""
        with open_for_reading(self.place).connect() as connection:
            found = {one.doc: one.ref(one.document.statements[-1]) for one in current_documents(connection)}
        when = "2025-01-01T00:00:00+00:00"
        promise, told = (key_of(found[doc]) for doc in (earlier, later))
        engine = open_for_writing(self.place)
        add_decisions(
            engine, [Decision("", "draw", promise, told, "fulfilled_by", "가나다", "", when)], run=1
        )
        engine.dispose()

    def refresh(self, day: date) -> int:
        """Brings what is kept to a day; how many promises were judged."""
        reading, writing = open_for_reading(self.place), open_for_writing(self.place)
        batches = list(refresh(reading, writing, today=day))
        writing.dispose()
        with reading.connect() as connection:
            assert is_kept(connection, day)
            assert_right(connection, day)
        return batches[-1].promises if batches else 0


def number_of(name: str) -> int:
    """The number of a document in the pool by its name; "NAME, read anew" is its second version."""
    stem, _, anew = name.partition(", ")
    found = [number for number, (other, _) in enumerate(POOL) if other == stem]
    return found[1 if anew else 0]


def assert_right(connection: Connection, day: date) -> None:
    """Asserts that what a shelf gives on a day is what is judged anew."""
    places = list(promise_places(connection))
    standing = Standing(connection, as_of=day, deciding=deciding_on(connection))
    expected = {held.place: verdict_of(held.case) for held in standing.held(places)}
    shelf = Shelf(connection, as_of=day)
    assert list(shelf.verdicts(places)) == [expected[place] for place in places if place in expected]
    assert list(shelf.every_verdict()) == list(expected.values())
    rows = shelf.rows(places)
    assert [row.key for row in rows] == list(expected)
    assert [_shown(row) for row in rows] == [_shown_of(one) for one in expected.values()]
    assert {one.value: one.number for one in shelf.counts(by="status")} == Counter(
        one.status for one in expected.values()
    )


def _shown(row: PromiseRow) -> list[object]:
    names = ("version", "doc", "n", "text", "issuer", "published", "parties", "status", "due", "late", "done")
    others = ("effective", "self_reported", "search", "evidence", "as_of")
    return [getattr(row, name) for name in (*names, *others)]


def _shown_of(verdict: Verdict) -> list[object]:
    ref, search = verdict.promise, verdict.search
    return [
        *(ref.version, ref.doc, ref.n, ref.text, verdict.issuer, verdict.published, verdict.parties),
        *(verdict.status, verdict.due, verdict.late, verdict.done),
        verdict.effective.isoformat() if verdict.effective else None,
        verdict.self_reported,
        search.outcome if search else None,
        len(verdict.evidence),
        verdict.as_of,
    ]


def steps(changing: Changing, numbers: Sequence[tuple[str, int]], days: Sequence[date]) -> None:
    """Does some things one after the other; after each what a shelf gives must be right, kept or not."""
    for what, number in numbers:
        if what == "refresh":
            changing.refresh(days[number % len(days)])
        elif what == "again":
            changing.link(again=True)
        elif what == "link":
            changing.link()
        else:
            getattr(changing, what)(number)
