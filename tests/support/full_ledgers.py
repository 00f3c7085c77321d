"""A small ledger with rows in every table of records, and ways to tamper with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, delete, insert, select, text

from yaksok.errors import YaksokError
from yaksok.interfaces.documents import read_opened
from yaksok.ledger import guards, linkings, tables
from yaksok.ledger.decisions import add_decisions
from yaksok.ledger.identity import series_id
from yaksok.ledger.intake import Intake
from yaksok.ledger.journal import FIRST, Unit, content_digest, entry_id, record
from yaksok.ledger.location import Location
from yaksok.ledger.opening import open_for_writing
from yaksok.ledger.reader import StoredDocument, current_documents
from yaksok.ledger.units import read_units
from yaksok.read import open_source
from yaksok.records.decision import Decision, StatementKey
from yaksok.records.link import Link, Reasons

PLAN = """2019년 누리부 주요업무 추진계획

2019. 3.

□ 페루와의 협력
 ㅇ 페루와 「해양안전협정」 체결
 ㅇ 2020년까지 갯벌 연구소 2개 설치
 ㅇ 2021년 참여율 0.5% 달성
"""

REVIEW = """2020년 누리부 자체평가 결과

2021. 1.

□ 페루와의 협력 성과
 ㅇ 페루와 「해양안전협정」 체결(20.6월)
 ㅇ 갯벌 연구소 1개 설치
"""

PAGE = """<html><head><title>누리부 보도자료</title></head><body>
<h1>페루와 해양안전협정 체결</h1><p>누리부는 <a href="https://example.org/a">협정</a>을 6월 3일 체결하였다.</p>
<table><tr><th>사업</th><th>예산</th></tr><tr><td>갯벌 연구소</td><td>20억원</td></tr></table>
</body></html>"""


def fill(place: Location, folder: Path) -> None:
    """Makes a ledger whose every table of records has two rows or more."""
    folder.mkdir()
    for name, content in (("plan.txt", PLAN), ("review.txt", REVIEW), ("page.html", PAGE)):
        (folder / name).write_text(content, encoding="utf-8")
    for round_ in range(2):
        with Intake(place, program="test", largest=10**6) as intake:
            for path in sorted(folder.iterdir()):
                take(intake, str(path))
        if round_ == 0:
            # New versions, a copy, a problem of a file, and notices of a reader.
            (folder / "plan.txt").write_bytes(
                PLAN.encode() + b" \x07\xe3\x85\x87 \xed\x98\x91\xeb\xa0\xa5 \x08\n"
            )
            (folder / "page.html").write_text(PAGE.replace("20억원", "1,030억원"), encoding="utf-8")
            (folder / "z-copy.txt").write_text(REVIEW, encoding="utf-8")
            (folder / "z-empty.txt").touch()
            (folder / "z-other.bin").write_bytes(bytes(range(256)) * 20)
    engine = open_for_writing(place)
    try:
        _judge(engine)
    finally:
        engine.dispose()


def take(intake: Intake, path: str) -> None:
    """Adds one file as `yaksok add` does, in this process."""
    if intake.known(path) is not None:
        return
    try:
        raw = open_source(path)
        read = read_opened(raw)
        intake.store(read.source, read.document, raw.data)
    except YaksokError as error:
        intake.fail(path, error)


def _judge(engine: Engine) -> None:
    with engine.begin() as connection:
        documents = {document.doc: document for document in current_documents(connection)}
        plan, review, page = documents["plan"], documents["review"], documents["page"]
        links = [_link(plan, 3 + n, review, 3 + n, 0.5 + n / 8) for n in range(2)]
        versions = [(each.key, each.version) for each in (plan, review)]
        linkings.add_linking(connection, 1, versions, links, rules="test", run=1)
        linkings.add_linking(connection, 1, [(page.key, page.version)], [], rules="test", run=2)
        linkings.complete_generation(connection, 1, rules="test", run=2)
        for version in ((plan.key, plan.version), (page.key, page.version)):
            _add_series(connection, *version)
    link = links[0].link
    key = StatementKey(link.source.id, link.source.doc, link.source.text)
    later = StatementKey(link.target.id, link.target.doc, link.target.text)
    times = ("2026-01-01T00:00:00+00:00", "2026-01-02T00:00:00+00:00")
    accept = Decision("", "accept", key, later, "fulfilled_by", "가나다", "", times[0])
    note = Decision("", "note", key, None, None, "가나다", "다시 볼 것", times[1])
    add_decisions(engine, [accept, note], run=2)


def _link(
    earlier: StoredDocument, n: int, later: StoredDocument, later_n: int, score: float
) -> linkings.StoredLink:
    source, target = earlier.document.statements[n], later.document.statements[later_n]
    link = Link(
        earlier.ref(source), later.ref(target), "fulfilled_by", score, Reasons("체결", words=("협정",))
    )
    return linkings.StoredLink(
        link, earlier.key, later.key, counts=True, background=False, occurred="2020-06-01"
    )


def _add_series(connection: Connection, version: int, identity: str) -> None:
    row = {
        "id": series_id(identity, "교역량", "USD", None),
        "version": version,
        "indicator": "교역량",
        "unit": "USD",
        "promise_id": None,
        "run": 2,
        "added_at": "2026-01-01T00:00:00.000+00:00",
    }
    connection.execute(insert(tables.series).values(row))
    record(connection, [Unit("series", str(row["id"]), content_digest([(tables.series, [row])]))])


@contextmanager
def tampering(engine: Engine) -> Iterator[Connection]:
    """A transaction in which the database lets everything pass; it is never committed.

    What is done in it stands as if a tamperer with all rights had done it, once `put_guards_back` was called.
    """
    with engine.connect() as connection:
        transaction = connection.begin()
        let_pass(connection)
        yield connection
        transaction.rollback()


def let_pass(connection: Connection) -> None:
    """Takes the guards away, within a transaction."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        return
    connection.execute(text("PRAGMA defer_foreign_keys = ON"))
    found = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
    for name in found.scalars().all():
        connection.execute(text(f"DROP TRIGGER {name}"))


def put_guards_back(connection: Connection) -> None:
    """Makes the ledger look untouched again."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET LOCAL session_replication_role = origin"))
    else:
        guards.guard(connection, tables.RECORDS)


def rewrite_journal(connection: Connection) -> None:
    """Makes the journal anew for what the tables say now, as a tamperer who knows the program could."""
    order = select(tables.journal).order_by(tables.journal.c.key)
    entries = [dict(row) for row in connection.execute(order).mappings()]
    digests = {
        (kind, read.unit.subject): read.unit.digest
        for kind in {entry["kind"] for entry in entries}
        for read in read_units(connection, kind)
    }
    connection.execute(delete(tables.journal))
    previous = FIRST
    for entry in entries:
        unit = Unit(entry["kind"], entry["subject"], digests[entry["kind"], entry["subject"]])
        row = {"key": entry["key"], "previous": previous, **unit._asdict()}
        previous = entry_id(previous, unit)
        connection.execute(insert(tables.journal).values({**row, "id": previous}))
