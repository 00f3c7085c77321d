"""The measurements: each gives plain figures and knows nothing of targets or pages."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from yaksok.pipeline import read_source
from yaksok.records.source import SourceText

_READER = Path(__file__).resolve().parent / "reader.py"
_ROUNDS = 7
_STARTS = 9


@dataclass(frozen=True, slots=True)
class Ratio:
    """CPU seconds of Kiwi and of reading over the same texts, the best of several rounds each."""

    name: str
    characters: int
    statements: int
    kiwi: float
    reading: float

    @property
    def times(self) -> float:
        """How many times as fast reading is."""
        return self.kiwi / self.reading


@dataclass(frozen=True, slots=True)
class Load:
    """What reading some number of documents cost a process of its own."""

    documents: int
    characters: int
    statements: int
    seconds: float
    peak_mb: float

    @property
    def milliseconds(self) -> float:
        """CPU milliseconds a document."""
        return 1000 * self.seconds / self.documents


def ratio(name: str, texts: Sequence[str]) -> Ratio:
    """Kiwi and reading in turn over the same texts, a document at a time, in this process, on one core."""
    from kiwipiepy import Kiwi  # noqa: PLC0415 - only this measurement needs it

    kiwi = Kiwi(num_workers=1)
    sources = [SourceText(text, "text/plain", "", "utf-8", "document.txt") for text in texts]
    statements = sum(len(read_source(source).statements) for source in sources)
    tokenizing, reading = [], []
    for _round in range(_ROUNDS):
        tokenizing.append(_seconds(lambda: [kiwi.tokenize(text) for text in texts]))
        reading.append(_seconds(lambda: [read_source(source) for source in sources]))
    return Ratio(name, sum(map(len, texts)), statements, min(tokenizing), min(reading))


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def load(texts: Iterable[str]) -> Load:
    """Reads the texts in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "documents.jsonl"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(text) + "\n" for text in texts)
        done = subprocess.run([sys.executable, _READER, path], check=True, capture_output=True, text=True)
    return Load(**json.loads(done.stdout))


def start_up(arguments: Sequence[str]) -> float:
    """Wall-clock seconds of one `yaksok` command, the best of several."""
    times = []
    for _run in range(_STARTS):
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "yaksok.interfaces.cli.main", *arguments], check=True, capture_output=True
        )
        times.append(time.perf_counter() - start)
    return min(times)
