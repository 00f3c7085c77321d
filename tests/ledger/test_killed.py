"""A kill at any moment of adding leaves a ledger that opens, lacks nothing acknowledged and resumes."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from yaksok.ledger import opening, reader

ADDING = """
import sys
from pathlib import Path
from yaksok.ledger import opening, writer
from yaksok.records.mentions import PartyMention
from yaksok.records.statement import Document, Statement
engine = opening.open_for_writing(Path(sys.argv[1]))
run = writer.start_run(engine, command="add", program="test", rules="test")
print("ready", flush=True)
for number in range(100_000):
    statements = tuple(
        Statement(
            n=n, span=(n, n + 1), extent=(n, n + 1), role="item", act="commitment", marker="", text=f"약속 {n}",
            trail=(), parent=None, parties=(PartyMention("한", (n, n + 1), "USA"),),
        )
        for n in range(1, 31)
    )
    document = Document("x", "2019", None, "other", "ko", "가" * 3000, statements)
    writer.add_document(engine, writer.Source(f"/{number}", str(number), f"{number:064}", b"", "test"), document, run=run)
    print(number, flush=True)
"""

KILLS = 30


def test_kills_at_random_points(tmp_path: Path) -> None:
    chance = random.Random(20190301)
    for trial in range(KILLS):
        path = tmp_path / f"{trial}.db"
        process = subprocess.Popen(
            [sys.executable, "-c", ADDING, str(path)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        # A few kills fall into the making of the ledger itself.
        if trial % 5:
            process.stdout.readline()
        time.sleep(chance.uniform(0.0, 0.12))
        process.send_signal(signal.SIGKILL)
        said = process.stdout.read().split()
        process.stdout.close()
        process.wait()
        acknowledged = [word for word in said if word != "ready"]
        check(path, len(acknowledged))


def check(path: Path, acknowledged: int) -> None:
    if not path.exists():
        assert acknowledged == 0
        return
    if acknowledged:
        with opening.open_for_reading(path).connect() as asked:
            assert reader.totals(asked).documents >= acknowledged
    connection = sqlite3.connect(path)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        tables = connection.execute("SELECT count(*) FROM sqlite_master WHERE type = 'table'").fetchone()[0]
        if tables == 0:
            assert acknowledged == 0
            return
        versions = connection.execute("SELECT count(*) FROM versions").fetchone()[0]
        # One more may have been stored whose acknowledgement was not yet written.
        assert acknowledged <= versions <= acknowledged + 1
        halves = connection.execute(
            "SELECT count(*) FROM versions v WHERE"
            " (SELECT count(*) FROM statements s WHERE s.version = v.key) != 30 OR"
            " (SELECT count(*) FROM mentions m WHERE m.version = v.key) != 30"
        ).fetchone()[0]
        assert halves == 0
    finally:
        connection.close()
