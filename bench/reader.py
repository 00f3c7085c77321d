"""Reads documents from a file of JSON strings, one a line, and says what that cost.

    python bench/reader.py DOCUMENTS.jsonl

Run by bench/run.py as a process of its own, so that the peak of memory is that of reading alone. The first
documents are read once before the clock starts: what the tables cost to load counts as start-up time.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from yaksok.pipeline import read_source
from yaksok.read import read_raw
from yaksok.read.sources import from_bytes

_WARM_UP = 20


def main() -> None:
    """Prints a JSON object: documents, characters, statements, CPU seconds and peak memory in MB."""
    counts = {"documents": 0, "characters": 0, "statements": 0}
    path = Path(sys.argv[1])
    seconds = 0.0
    with path.open(encoding="utf-8") as file:
        for _number, line in zip(range(_WARM_UP), file, strict=False):
            _statements(json.loads(line))
    with path.open(encoding="utf-8") as file:
        for line in file:
            text = json.loads(line)
            start = time.process_time()
            statements = _statements(text)
            seconds += time.process_time() - start
            counts["documents"] += 1
            counts["characters"] += len(text)
            counts["statements"] += statements
    print(json.dumps({**counts, "seconds": seconds, "peak_mb": peak_mb()}))


def peak_mb() -> float:
    """The greatest resident size of this process.

    Linux carries ru_maxrss over from the process that started this one; VmHWM counts this one alone.
    """
    status = Path("/proc/self/status")
    if status.exists():
        peak = next(
            line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM")
        )
        return int(peak.split()[1]) / 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def _statements(text: str) -> int:
    return len(read_source(read_raw(from_bytes(text.encode(), origin="document.txt"))).statements)


if __name__ == "__main__":
    main()
