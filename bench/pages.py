"""What each page and each read of the API costs the server, on a ledger of a million statements.

    python bench/pages.py FOLDER/ledger-60000.db            the ledger that bench/ledger.py made
    python bench/pages.py FOLDER/ledger-60000.db --write    puts the figures into docs/performance.md
    python bench/pages.py ... --index FOLDER                asks for searches too, with the index in a folder,
                                                            which `yaksok search --index FOLDER` makes

A long document in two versions and 500 decisions are added to the ledger first, if they are not there, and how promises
stand is kept, which may take a quarter of an hour after the program changed. The application answers in this process,
without a network; what the client itself costs is counted in. First the server prepares what it prepares after every
change of its ledger. Then every address is asked four times: the first answers are told apart, since they may work out
what the later ones find kept. CPU time of the process. How well and how fast a search finds is measured by bench/search.py.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections import deque
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import islice, pairwise
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urlencode

from ledger_documents import LedgerDocuments
from page import machine, write_page
from sqlalchemy import Connection, func, select
from starlette.testclient import TestClient

from yaksok import __version__
from yaksok.fulfilment.grading import schemes
from yaksok.interfaces.adding import add_paths
from yaksok.interfaces.linking import link_ledger
from yaksok.interfaces.shelving import keep
from yaksok.interfaces.web.app import create_app
from yaksok.interfaces.web.settings import Settings
from yaksok.ledger import derived_tables as derived
from yaksok.ledger import tables
from yaksok.ledger.decisions import add_decisions
from yaksok.ledger.intake import Intake
from yaksok.ledger.linkings import stored_links
from yaksok.ledger.location import location_of
from yaksok.ledger.opening import open_for_reading, open_for_writing
from yaksok.ledger.writer import start_run
from yaksok.links.deciding import key_of
from yaksok.read.sources import DEFAULT_MAX_BYTES
from yaksok.records.decision import Decision
from yaksok.records.standing import SORTS
from yaksok.views.scorecards import CARD_BY

PAGE = Path(__file__).resolve().parents[1] / "docs" / "performance.md"
_BEGIN, _END = "<!-- page figures -->", "<!-- end of page figures -->"
AS_OF = date(2026, 1, 1)
SEED = 7
ROUNDS = 3
SINGLE = 12  # addresses of single promises and documents
MEDIAN, SLOWEST = 50.0, 200.0  # milliseconds to be reached
LONG = "long"
DECISIONS = 500


class Kind(NamedTuple):
    """A page, or a read of the API, with the addresses that are asked."""

    name: str
    addresses: list[str]


def main() -> None:
    """Ask every address, and print the figures as a table."""
    arguments = _arguments()
    ledger: Path = arguments.ledger
    _prepare(ledger)
    with open_for_reading(ledger).connect() as connection:
        every = list(_kinds(connection))
        statements, promises = (
            connection.execute(select(func.count()).select_from(table)).scalar()
            for table in (tables.statements, derived.promises)
        )
    lines = [
        "| page | addresses | median | 95 of 100 within | first asked, median | first asked, slowest |",
        "|---|---|---|---|---|---|",
    ]
    settings = Settings(
        ledger=location_of(ledger), person="bench", today=lambda: AS_OF, index=arguments.index
    )
    if arguments.index:
        every += _searches()
    app = create_app(settings)
    begun = time.process_time()
    app.state.background.prepare()
    prepared = time.process_time() - begun
    client = TestClient(app, base_url="http://127.0.0.1", headers={"accept-language": "ko"})
    for kind in every:
        if arguments.only in kind.name:
            lines.append(_line(kind.name, [_ask(client, address) for address in kind.addresses]))
            print(lines[-1], flush=True)
    lines += ["", f"Preparing all that took {prepared:.1f} s of CPU time."]
    print(lines[-1])
    if arguments.write:
        head = f"{statements:,} statements, {promises:,} promises. Measured on {machine()}.\n\n"
        write_page(PAGE, head + "\n".join(lines), begin=_BEGIN, end=_END)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("ledger", type=Path, help="a ledger that bench/ledger.py made")
    parser.add_argument(
        "--index", type=Path, help="the folder of the index; searches are asked only with one"
    )
    parser.add_argument("--only", default="", metavar="NAME", help="only pages with this in their name")
    parser.add_argument("--write", action="store_true", help="put the figures into docs/performance.md")
    return parser.parse_args()


def _ask(client: TestClient, address: str) -> list[float]:
    """What the answers of an address cost one after the other, in milliseconds of the processor."""
    costs = []
    for _number in range(ROUNDS + 1):
        begun = time.process_time()
        answer = client.get(address, follow_redirects=False)
        costs.append((time.process_time() - begun) * 1000)
        if answer.status_code != 200:
            raise RuntimeError(f"{address} was answered with {answer.status_code}: {answer.text[:200]}")
    return costs


def _line(name: str, costs: list[list[float]]) -> str:
    later = [cost for each in costs for cost in each[1:]]
    half, most = statistics.median(later), statistics.quantiles(later, n=20, method="inclusive")[-1]
    first = [each[0] for each in costs]
    missed = " (missed)" if half > MEDIAN or most > SLOWEST else ""
    return (
        f"| {name}{missed} | {len(costs)} | {half:,.0f} ms | {most:,.0f} ms "
        f"| {statistics.median(first):,.0f} ms | {max(first):,.0f} ms |"
    )


# -- what is asked ------------------------------------------------------------------------------


def _kinds(connection: Connection) -> Iterator[Kind]:
    choice = random.Random(SEED)  # noqa: S311 - nothing here is secret
    linked = _promises(connection, choice, linked=True)
    promises = [*linked, *_promises(connection, choice, linked=False)]
    stems = _stems(connection, choice)
    old, new = _long_versions(connection)
    issuers = ["외교부", "환경부"]
    yield Kind("home", ["/"])
    yield Kind("promises", list(_lists("/promises")))
    yield Kind("promise", [f"/promises/{one}" for one in promises])
    yield Kind("documents", list(_document_lists()))
    yield Kind("document, short", [f"/documents/{_quoted(stem)}" for stem in stems])
    yield Kind("document, long", [f"/documents/{LONG}?part={part}" for part in (1, 2, 4)])
    yield Kind(
        "document, its pages", [f"/documents/{LONG}/original", f"/documents/{_quoted(stems[0])}/original"]
    )
    yield Kind(
        "two versions beside each other",
        [f"/documents/{LONG}/beside/{old}", f"/documents/{LONG}/beside/{new}"],
    )
    yield Kind(
        "parties", ["/parties", "/parties?sort=overdue", "/parties?kind=country&q=리", "/parties?all=true"]
    )
    yield Kind("party", [f"/parties/{one}" for one in ("LKA", "USA", "ASEAN", "TUV", "JPN", "UN")])
    yield Kind("compare", ["/compare", f"/compare?one={LONG}&other={_quoted(stems[0])}", *_pairs(stems)])
    months = ("2008-01", "2015-06", "2019-12", "2025-12", "2026-01", "2028-12")
    yield Kind("calendar", [f"/calendar?month={month}" for month in months])
    yield Kind(
        "calendar, a year, a party",
        ["/calendar?month=2019-01&span=12&party=LKA", "/calendar?month=2024-01&span=12"],
    )
    yield Kind(
        "review",
        [
            "/review",
            "/review?block=3",
            "/review?party=LKA",
            f"/review?document={LONG}",
            "/review?state=rejected",
        ],
    )
    yield Kind("decisions", ["/decisions", "/decisions?page=5", "/decisions?kind=accept"])
    yield Kind("scorecard", [f"/scorecard?by={by}&scheme={name}" for by in CARD_BY for name in schemes()])
    chosen = [f"issuer={quote(issuers[0])}", f"issuer={quote(issuers[1])}&genre=work_plan", "party=LKA"]
    yield Kind("scorecard, filtered", [f"/scorecard?by={by}&{one}" for by in CARD_BY for one in chosen])
    yield Kind("about", ["/about"])
    api = "/api/v1"
    yield Kind("API: commitments", list(_lists(f"{api}/commitments")))
    facets = ("status", "issuer", "year", "topic", "party", "document")
    yield Kind("API: commitment-counts", [f"{api}/commitment-counts?by={by}&party=LKA" for by in facets])
    yield Kind("API: commitment", [f"{api}/commitments/{one}" for one in promises])
    yield Kind("API: document", [f"{api}/documents/{_quoted(stem)}" for stem in (*stems, LONG)])
    statements = ["", "act=result", "party=LKA", f"document={LONG}&limit=200"]
    yield Kind("API: statements", [f"{api}/statements?{query}" for query in statements])
    yield Kind(
        "API: parties",
        [f"{api}/parties", f"{api}/parties?limit=200", f"{api}/parties/LKA", f"{api}/parties/TUV"],
    )
    yield Kind(
        "API: links",
        [f"{api}/links", f"{api}/links?limit=200", *(f"{api}/links?statement={one}" for one in linked)],
    )
    yield Kind("API: decisions", [f"{api}/decisions", f"{api}/decisions?limit=200"])


def _searches() -> Iterator[Kind]:
    """Searches by words, phrases and fields: of a few hits and of half a million."""
    words = (
        "독일 협정",
        "협정",
        "Germany agreement",
        '"협정을 체결할" party:JPN',
        "설립 -협정 year:2010..2015",
        "한일 정상회의에서 합의한 사항을 이행하기 위한 협정을 추진할 예정이다",
        "issuer:외교부 genre:work_plan",
    )
    standing = ("독일 status:silent", "협정 status:overdue_no_evidence", "status:kept", "협정 due:2024..2025")
    yield Kind("search", [f"/search?{urlencode({'q': each})}" for each in words])
    yield Kind(
        "search, newest first", [f"/search?{urlencode({'q': each, 'sort': '-day'})}" for each in words]
    )
    yield Kind(
        "search, documents", [f"/search?{urlencode({'q': each, 'level': 'document'})}" for each in words]
    )
    yield Kind("search by status", [f"/search?{urlencode({'q': each})}" for each in standing])
    yield Kind("API: search", [f"/api/v1/search?{urlencode({'q': each})}" for each in (*words, *standing)])


def _lists(path: str) -> Iterator[str]:
    """A list of promises by several filters in several orders, and its later pages."""
    filters: tuple[dict[str, str | int], ...] = (
        {},
        {"party": "LKA"},
        {"status": "silent"},
        {"issuer": "외교부", "year_from": 2015, "year_until": 2018},
        {"due_from": "2024-01-01", "due_until": "2024-12-31"},
        {"party": "USA", "status": "overdue_no_evidence", "testable": "true"},
        {"topic": "trade", "genre": "work_plan"},
    )
    for number, wanted in enumerate(filters * 2):
        yield f"{path}?{urlencode({**wanted, 'sort': SORTS[number % len(SORTS)]})}"


def _document_lists() -> Iterator[str]:
    queries = (
        "",
        "sort=title",
        "q=계획",
        "issuer=" + quote("외교부"),
        "cursor=30000",
        "year_from=2010&year_until=2012",
        "sort=-promises",
    )
    yield from (f"/documents?{query}" for query in queries)


def _pairs(stems: list[str]) -> Iterator[str]:
    yield from (f"/compare?one={_quoted(one)}&other={_quoted(other)}" for one, other in pairwise(stems[:4]))


def _promises(connection: Connection, choice: random.Random, *, linked: bool) -> list[str]:
    """The ids of some promises, or of some with links."""
    table = tables.links if linked else derived.promises
    names = ("promise_version", "promise_n") if linked else ("version", "n")
    query = select(*(table.c[name] for name in names)).where(table.c[names[0]] >= 1).limit(100_000)
    rows = sorted(set(connection.execute(query).tuples()))
    at = tables.statements
    found = []
    for version, n in choice.sample(rows, SINGLE):
        found.append(
            connection.execute(select(at.c.id).where(at.c.version == version, at.c.n == n)).scalar_one()
        )
    return found


def _stems(connection: Connection, choice: random.Random) -> list[str]:
    stems = sorted(connection.execute(select(derived.dated.c.stem)).scalars())
    return choice.sample([stem for stem in stems if stem != LONG], SINGLE)


def _long_versions(connection: Connection) -> list[str]:
    versions, documents = tables.versions, tables.documents
    query = (
        select(versions.c.id)
        .join(documents, documents.c.key == versions.c.document)
        .where(documents.c.stem == LONG)
        .order_by(versions.c.key)
    )
    return list(connection.execute(query).scalars())


def _quoted(stem: str) -> str:
    return quote(stem, safe="")


# -- what is added ------------------------------------------------------------------------------


def _prepare(ledger: Path) -> None:
    """Add what the generated ledger lacks, once."""
    with open_for_reading(ledger).connect() as connection:
        found = _long_versions(connection)
        decided = connection.execute(select(func.count()).select_from(tables.decisions)).scalar()
    if len(found) < 2:
        _add_long(ledger)
    if not decided:
        _decide(ledger)
    deque(keep(location_of(ledger), today=AS_OF), maxlen=0)


def _add_long(ledger: Path) -> None:
    """A document of some thousand statements, and a second version of it with some of them gone."""
    texts = islice(LedgerDocuments(count=10_000_000, seed=SEED), 120)
    lines = [line for text in texts for line in text.split("\n")[5:]]
    head = ["2025년 업무 추진계획", "", "외교부", "2025. 6.", ""]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{LONG}.txt"
        for kept in (lines, [line for number, line in enumerate(lines) if number % 20]):
            path.write_text("\n".join([*head, *kept]), encoding="utf-8")
            with Intake(ledger, program=__version__, largest=DEFAULT_MAX_BYTES) as intake:
                deque(add_paths(intake, [str(path)]), maxlen=0)
    deque(link_ledger(ledger), maxlen=0)


def _decide(ledger: Path) -> None:
    """Decisions on the links that score best, of each kind."""
    with open_for_reading(ledger).connect() as connection:
        found = [each.link for each in islice(stored_links(connection), DECISIONS)]
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    made = [
        Decision(
            "",
            "accept" if number % 3 else "reject",
            key_of(link.source),
            key_of(link.target),
            link.relation,
            "bench",
            "",
            now,
        )
        for number, link in enumerate(found)
    ]
    engine = open_for_writing(ledger)
    run = start_run(engine, command="bench", program=__version__, rules="bench")
    deque(add_decisions(engine, made, run=run), maxlen=0)
    engine.dispose()


if __name__ == "__main__":
    main()
