"""Measures speed and memory, prints a table and keeps docs/performance.md up to date.

    python bench/run.py                      measure and print
    python bench/run.py --write              also write the figures into docs/performance.md
    python bench/run.py --check              also end with status 1 where a target is missed
    python bench/run.py --bills FILE         use the texts of a bill_texts.parquet (PyPI: korean-assembly-bills,
                                             CC-BY-4.0) in place of generated documents; needs pyarrow
    python bench/run.py --texts FOLDER       compare with Kiwi over the .txt files of a folder as well

Targets: 5 times as fast as one pass of the tokeniser Kiwi over the same text on one core; the cost of a document
the same for 100 as for 60,000; memory below 300 MB; `yaksok --help` within 0.2 s, a short file within 0.5 s.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from generated import documents
from measures import Load, Ratio, load, ratio, start_up
from page import Figures, machine, missed, table, write_page

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "examples"
SIZES = (100, 1_000, 10_000, 60_000)
# Texts compared with Kiwi from a large collection: enough for a steady figure, few enough for a short run.
_COMPARED = 100


def main() -> int:
    """Measures everything that the arguments ask for; 1 where `--check` finds a target missed."""
    arguments = _arguments()
    bills = list(_bills(arguments.bills)) if arguments.bills else None
    figures = Figures(
        machine(),
        "bills" if bills else "generated documents",
        _ratios(arguments.texts, bills),
        _loads(bills, arguments.sizes),
        start_up(["--help"]),
        start_up(["read", str(SAMPLES / "2024-work-plan.txt")]),
    )
    print(table(figures))
    if arguments.write:
        write_page(ROOT / "docs" / "performance.md", table(figures))
    misses = missed(figures)
    for miss in misses:
        print(f"missed: {miss}", file=sys.stderr)
    return 1 if arguments.check and misses else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the speed and memory of yaksok.")
    parser.add_argument("--bills", type=Path, metavar="FILE", help="bill_texts.parquet to read")
    parser.add_argument("--texts", type=Path, metavar="FOLDER", help="more texts to compare with Kiwi over")
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=SIZES, metavar="N", help="numbers of documents"
    )
    parser.add_argument("--write", action="store_true", help="write the figures into docs/performance.md")
    parser.add_argument("--check", action="store_true", help="status 1 where a target is missed")
    return parser.parse_args()


def _ratios(folder: Path | None, bills: list[str] | None) -> list[Ratio]:
    collection = bills if bills is not None else list(documents(_COMPARED))
    found = [ratio("bills" if bills else "generated documents", collection[:_COMPARED])]
    samples = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*plan*.txt"))]
    found.append(ratio("sample work plans", samples))
    if folder is not None:
        texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
        found.append(ratio("ministry documents", texts))
    return found


def _loads(bills: list[str] | None, sizes: list[int]) -> list[Load]:
    return [load(islice(bills, size) if bills is not None else documents(size)) for size in sizes]


def _bills(path: Path) -> Iterator[str]:
    """The texts of the bills, those without a text left out."""
    from pyarrow import parquet  # noqa: PLC0415 - only this collection needs it

    column = parquet.read_table(path, columns=["propose_reason"]).column("propose_reason")
    return (text for text in column.to_pylist() if text)


if __name__ == "__main__":
    sys.exit(main())
