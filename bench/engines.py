"""What reads an office file to text: yaksok, and the libraries it is compared with.

    python bench/engines.py ENGINE ROUNDS FILE...

Run by bench/formats.py as a process of its own, so that the peak of memory is that of one engine alone. Every
file is read once before the clock starts.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from reader import peak_mb

from yaksok.pipeline import read_source
from yaksok.read import read_raw
from yaksok.read.sources import from_bytes

Engine = Callable[[Path], int]
"""Reads a file and gives the number of characters it found."""


def yaksok_text(path: Path) -> int:
    """Text and layout, as the readers hand them on."""
    return len(read_raw(from_bytes(path.read_bytes(), origin=str(path))).text)


def yaksok_statements(path: Path) -> int:
    """Everything that `yaksok read` does but printing."""
    document = read_source(read_raw(from_bytes(path.read_bytes(), origin=str(path))))
    return len(document.text)


def unhwp(path: Path) -> int:
    """The text of HWP and HWPX by unhwp (Rust)."""
    return len(importlib.import_module("unhwp").extract_text(str(path)))


def hwp2markdown(path: Path) -> int:
    """HWP and HWPX as Markdown by hwp2markdown (Python)."""
    return len(importlib.import_module("hwp2md").convert_bytes(path.read_bytes()).markdown)


def python_hwpx(path: Path) -> int:
    """The text of HWPX by python-hwpx (Python, lxml)."""
    with importlib.import_module("hwpx").TextExtractor(str(path)) as extractor:
        return len(extractor.extract_text())


def pypdfium2(path: Path) -> int:
    """The characters of a PDF as PDFium gives them, in the order of the file: no lines, tables or notes."""
    document = importlib.import_module("pypdfium2").PdfDocument(path.read_bytes())
    length = sum(len(page.get_textpage().get_text_range()) for page in document)
    document.close()
    return length


def pdfplumber(path: Path) -> int:
    """The text of a PDF by pdfplumber (Python)."""
    with importlib.import_module("pdfplumber").open(path) as document:
        return sum(len(page.extract_text()) for page in document.pages)


def python_docx(path: Path) -> int:
    """The paragraphs and cells of a DOCX by python-docx (Python, lxml)."""
    document = importlib.import_module("docx").Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return sum(map(len, [*(paragraph.text for paragraph in document.paragraphs), *cells]))


ENGINES: dict[str, Engine] = {
    engine.__name__: engine
    for engine in (
        yaksok_text,
        yaksok_statements,
        unhwp,
        hwp2markdown,
        python_hwpx,
        pypdfium2,
        pdfplumber,
        python_docx,
    )
}


def main(arguments: Sequence[str]) -> None:
    """Prints a JSON object: the best round's CPU seconds, characters, peak memory in MB."""
    name, rounds, *files = arguments
    engine = ENGINES[name]
    paths = [Path(file) for file in files]
    characters = sum(engine(path) for path in paths)
    times = []
    for _round in range(int(rounds)):
        start = time.process_time()
        for path in paths:
            engine(path)
        times.append(time.process_time() - start)
    print(json.dumps({"seconds": min(times), "characters": characters, "peak_mb": peak_mb()}))


if __name__ == "__main__":
    main(sys.argv[1:])
