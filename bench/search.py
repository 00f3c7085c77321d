"""How fast and how well search finds documents, against the bare engine over Kiwi's tokens.

    python bench/search.py FOLDER --bills korean_assembly_bills-0.1.0/data
    python bench/search.py FOLDER --bills ... --write       puts the figures into docs/performance.md

FOLDER keeps the ledger of the bills, their words as Kiwi finds them (which takes ten minutes) and the index; a second
call only asks. The 200 queries are 80 titles, 80 sentences of 30 to 160 letters and 40 times three nouns of a bill,
drawn with the seed 7; each has one bill that it was taken from. Both engines answer each query in turn, in
one process and thread, then come the whole answers; times are CPU time, for each query the median of five rounds.
"""

from __future__ import annotations

import argparse
import pickle
import random
import statistics
import time
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, get_args

import pyarrow.parquet
import tantivy
from page import machine
from sqlalchemy import Connection, Table, insert, select

from yaksok import __version__
from yaksok.ledger import tables
from yaksok.ledger.opening import open_for_reading, open_for_writing
from yaksok.ledger.reading_rows import reading_rows
from yaksok.ledger.writer import start_run
from yaksok.pipeline import read_source
from yaksok.read import read_raw
from yaksok.read.sources import from_bytes
from yaksok.records.search import SearchLevel
from yaksok.records.statement import Document
from yaksok.search.analysis import Analyser, KiwiAnalyser, Token
from yaksok.search.asking import search
from yaksok.search.finding import Finder
from yaksok.search.index import SearchIndex, Snapshot
from yaksok.search.query import parse

PAGE = Path(__file__).resolve().parents[1] / "docs" / "performance.md"
_BEGIN, _END = "<!-- search figures -->", "<!-- end of search figures -->"
AS_OF = date(2026, 1, 1)
SEED = 7
SHARES = {"title": 80, "sentence": 80, "nouns": 40}
ROUNDS = 5
TOP = 10
_AT_ONCE = 500


class Asked(NamedTuple):
    """A query, the stem of the bill that it was taken from, and its words as Kiwi finds them."""

    kind: str
    stem: str
    query: str
    words: list[str]


class Figures(NamedTuple):
    """A way to answer: the seconds of each query, and how many of each kind were found."""

    way: str
    seconds: list[float]
    hits: Counter[str]


Ways = dict[str, Callable[[Asked], list[str]]]
"""Ways to answer a query by the stems of documents, by their names."""


class KeptWords:
    """An analyser that asks another one for what is not yet in a folder, and keeps it there."""

    def __init__(self, folder: Path, analyser: Analyser) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder, self._analyser = folder, analyser
        self.name = analyser.name

    def words(self, texts: Iterable[str]) -> Iterator[list[Token]]:
        """See `Analyser`; texts that come together are kept together."""
        batch = list(texts)
        path = self._folder / f"{blake2b(chr(0).join(batch).encode(), digest_size=12).hexdigest()}.pickle"
        if not path.exists():
            cut = [[tuple(token) for token in tokens] for tokens in self._analyser.words(batch)]
            path.write_bytes(zlib.compress(pickle.dumps(cut), 1))
        # Written by this program into a folder of its own.
        for tokens in pickle.loads(zlib.decompress(path.read_bytes())):  # noqa: S301
            yield [Token(*token) for token in tokens]


def main() -> None:
    """Make what is missing, ask both engines, print the figures."""
    arguments = _arguments()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    ledger = arguments.folder / "bills.db"
    if not ledger.exists():
        _make_ledger(ledger, arguments.bills)
    analyser = KeptWords(arguments.folder / "words", KiwiAnalyser())
    index = SearchIndex.open(ledger)
    with open_for_reading(ledger).connect() as connection:
        built = _timed(lambda: list(index.update(connection, analyser=analyser)))
        stems: dict[int, str] = {row.key: row.stem for row in connection.execute(_stems())}
        bare = _bare_index(arguments.folder / "bare", index, stems)
        lines = _compared(index, connection, bare, _queries(connection, stems), stems)
    if built > 1:
        lines.append(f"\nBuilding the index from kept words took {built:.0f} s of CPU time.")
    print("\n".join(lines))
    if arguments.write:
        text = PAGE.read_text(encoding="utf-8")
        before, rest = text.split(_BEGIN)
        figures = "\n".join([_BEGIN, f"Measured on {machine()}.", "", *lines, ""])
        PAGE.write_text(before + figures + _END + rest.split(_END)[1], encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, help="where ledger, words and indexes are kept")
    parser.add_argument("--bills", type=Path, required=True, help="the folder with bills.parquet")
    parser.add_argument("--write", action="store_true", help="put the figures into docs/performance.md")
    return parser.parse_args()


# -- the bills ----------------------------------------------------------------------------------


def _make_ledger(ledger: Path, bills: Path) -> None:
    """Read every bill, its name as the title above its text, and store what a search asks for.

    Neither the journal nor copies of the sources: they would take most of the time, and no search looks at them.
    """
    engine = open_for_writing(ledger)
    run = start_run(engine, command="bench", program=__version__, rules="bench")
    with ProcessPoolExecutor(max_workers=2) as readers:
        numbered = enumerate(readers.map(_read, _bills(bills), chunksize=100), 1)
        while batch := list(islice(numbered, _AT_ONCE)):
            with engine.begin() as connection:
                _store(connection, batch, run)
    engine.dispose()


def _read(bill: tuple[str, str]) -> tuple[str, Document]:
    name, text = bill
    return name, read_source(read_raw(from_bytes(text.encode(), origin=f"{name}.txt")))


def _store(connection: Connection, batch: list[tuple[int, tuple[str, Document]]], run: int) -> None:
    rows: defaultdict[Table, list[Mapping[str, Any]]] = defaultdict(list)
    for key, (name, document) in batch:
        rows[tables.documents].append({"key": key, "id": name, "address": name, "stem": name})
        read = reading_rows(document, version=key, sha256=name, media_type="text/plain", encoding="utf-8")
        identity = {
            "key": key,
            "id": name,
            "document": key,
            "run": run,
            "added_at": AS_OF.isoformat(),
            "rules": "bench",
        }
        rows[tables.versions].append({**read.about, **identity})
        rows[tables.statements] += read.statements
        rows[tables.mentions] += read.mentions
    for table, several in rows.items():
        connection.execute(insert(table), several)


def _bills(folder: Path) -> Iterator[tuple[str, str]]:
    named = pyarrow.parquet.read_table(folder / "bills.parquet", columns=["BILL_ID", "BILL_NAME"])
    names = dict(zip(named.column(0).to_pylist(), named.column(1).to_pylist(), strict=True))
    texts = pyarrow.parquet.read_table(folder / "bill_texts.parquet", columns=["BILL_ID", "propose_reason"])
    for bill, text in zip(texts.column(0).to_pylist(), texts.column(1).to_pylist(), strict=True):
        if text:
            yield bill, f"{names.get(bill, '')}\n\n{text}"


def _queries(connection: Connection, stems: dict[int, str]) -> list[Asked]:
    """The 200 queries, always the same."""
    choice = random.Random(SEED)  # noqa: S311 - nothing here is secret
    titles: dict[int, str] = {
        row.version: row.text
        for row in connection.execute(
            select(tables.statements.c.version, tables.statements.c.text).where(tables.statements.c.n == 1)
        )
    }
    often = Counter(titles.values())
    found = [
        Asked("title", stems[key], titles[key], [])
        for key in choice.sample(sorted(key for key in titles if often[titles[key]] == 1), SHARES["title"])
    ]
    keys = sorted(titles)
    found += islice(_sentences(connection, stems, keys, choice), SHARES["sentence"])
    found += islice(_nouns(connection, stems, keys, choice), SHARES["nouns"])
    cut = KiwiAnalyser().words(asked.query for asked in found)
    return [
        asked._replace(words=[token.form for token in tokens])
        for asked, tokens in zip(found, cut, strict=True)
    ]


def _sentences(
    connection: Connection, stems: dict[int, str], keys: list[int], choice: random.Random
) -> Iterator[Asked]:
    while True:
        key = choice.choice(keys)
        fitting = [text for text in _body(connection, key) if 30 <= len(text) <= 160]
        if fitting:
            yield Asked("sentence", stems[key], choice.choice(fitting), [])


def _nouns(
    connection: Connection, stems: dict[int, str], keys: list[int], choice: random.Random
) -> Iterator[Asked]:
    from kiwipiepy import Kiwi  # noqa: PLC0415 - takes seconds to load

    kiwi = Kiwi(num_workers=1)
    while True:
        key = choice.choice(keys)
        tokens = kiwi.tokenize(" ".join(_body(connection, key)))
        nouns = sorted(
            {token.form for token in tokens if token.tag in {"NNG", "NNP"} and len(token.form) > 1}
        )
        if len(nouns) >= 3:
            yield Asked("nouns", stems[key], " ".join(choice.sample(nouns, 3)), [])


def _body(connection: Connection, key: int) -> list[str]:
    table = tables.statements
    query = select(table.c.text).where(table.c.version == key, table.c.n > 1).order_by(table.c.n)
    return list(connection.execute(query).scalars())


# -- the bare engine ----------------------------------------------------------------------------


def _bare_index(folder: Path, index: SearchIndex, stems: dict[int, str]) -> Any:
    """The engine with one field of the same words, title and text together, and nothing else."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("stem", tokenizer_name="raw", stored=True)
    builder.add_text_field("words", tokenizer_name="whitespace")
    schema = builder.build()
    if folder.exists():
        return tantivy.Index(schema, path=str(folder))
    folder.mkdir()
    bare = tantivy.Index(schema, path=str(folder))
    writer = bare.writer(256_000_000, 2)
    for version, words in _words_of_documents(index).items():
        writer.add_document(tantivy.Document(stem=[stems[version]], words=[" ".join(words)]))
    writer.commit()
    writer.wait_merging_threads()
    bare.reload()
    return bare


def _words_of_documents(index: SearchIndex) -> dict[int, list[str]]:
    """The words that our index holds of the statements of each document."""
    snapshot = index.snapshot()
    if snapshot is None:
        raise RuntimeError("the index that was just made is not there")
    searcher = snapshot.statements
    addresses = [address for _, address in searcher.search(tantivy.Query.all_query(), searcher.num_docs).hits]
    found: defaultdict[int, list[str]] = defaultdict(list)
    for version, address in zip(searcher.fast_field_values("version", addresses), addresses, strict=True):
        found[version] += searcher.doc(address)["words"]
    return found


# -- asking -------------------------------------------------------------------------------------


def _compared(
    index: SearchIndex, connection: Connection, bare: Any, queries: list[Asked], stems: dict[int, str]
) -> list[str]:
    """The lines of the table."""
    snapshot = index.snapshot()
    if snapshot is None:
        raise RuntimeError("the index that was just made is not there")
    searcher, schema = bare.searcher(), bare.schema
    finder = Finder(snapshot, connection, AS_OF)

    def bare_engine(asked: Asked) -> list[str]:
        terms = [tantivy.Query.term_query(schema, "words", word) for word in asked.words]
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])
        return [searcher.doc(address)["stem"][0] for _, address in searcher.search(query, TOP).hits]

    def ranking(asked: Asked) -> list[str]:
        found = finder.ranked(parse(asked.query).root, "document", offset=0, limit=TOP)
        addresses = [entry.address for entry in found.entries]
        return [stems[key] for key in snapshot.documents.fast_field_values("version", addresses)]

    def page(asked: Asked, *, facets: bool = False) -> list[str]:
        result = search(
            index, connection, asked.query, as_of=AS_OF, level="document", limit=TOP, facets=facets
        )
        return [document.doc for document in result.documents]

    rankings: Ways = {"the bare engine, words given": bare_engine, "yaksok: ranking": ranking}
    answers: Ways = {
        "the bare engine, and Kiwi cuts the query": lambda asked: _kiwi_first(asked, bare_engine),
        "yaksok: a page with texts, best statements and marks": page,
        "yaksok: such a page with facets": lambda asked: page(asked, facets=True),
        "yaksok: a page of statements": lambda asked: _statements(index, connection, asked),
    }
    return _table(queries, [*_asked(queries, rankings, snapshot), *_asked(queries, answers, snapshot)])


def _asked(queries: list[Asked], ways: Ways, snapshot: Snapshot) -> list[Figures]:
    """All queries, each answered by all of some ways in turn."""
    seconds: dict[str, list[list[float]]] = {way: [[] for _ in queries] for way in ways}
    hits: dict[str, Counter[str]] = {way: Counter() for way in ways}
    for number in range(ROUNDS):
        for level in get_args(SearchLevel):  # words are met for the first time in each round
            snapshot.frequencies[level].clear()
            snapshot.cuts[level].clear()
        for place, asked in enumerate(queries):
            for way, ask in ways.items():
                begun = time.thread_time()
                found = ask(asked)
                seconds[way][place].append(time.thread_time() - begun)
                hits[way][asked.kind] += number == 0 and asked.stem in found
    return [Figures(way, [statistics.median(each) for each in seconds[way]], hits[way]) for way in ways]


def _kiwi_first(asked: Asked, ask: Callable[[Asked], list[str]]) -> list[str]:
    words = [token.form for tokens in KiwiAnalyser().words([asked.query]) for token in tokens]
    return ask(asked._replace(words=words))


def _statements(index: SearchIndex, connection: Connection, asked: Asked) -> list[str]:
    result = search(index, connection, asked.query, as_of=AS_OF, limit=TOP, facets=False)
    return [hit.doc for hit in result.hits]


def _stems() -> Any:
    table = tables.documents
    return select(tables.versions.c.key, table.c.stem).join(table, table.c.key == tables.versions.c.document)


def _table(queries: list[Asked], figures: list[Figures]) -> list[str]:
    lines = [
        f"| {len(queries)} queries | p50 | p95 | p95 against the bare engine | titles | sentences | nouns |",
        "|---|---|---|---|---|---|---|",
    ]
    least = 0.0
    for way, seconds, hits in figures:
        ordered = sorted(each * 1000 for each in seconds)
        half, most = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
        least = least or most
        shares = " | ".join(f"{hits[kind] / number:.3f}" for kind, number in SHARES.items())
        lines.append(f"| {way} | {half:.1f} ms | {most:.1f} ms | {most / least:.2f} | {shares} |")
    return lines


def _timed(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    main()
