"""Writes examples/formats/: every sample document in every format, from the sources in examples/.

python tools/make_examples.py           writes the files that are not there or not as they should be
python tools/make_examples.py --check   writes nothing; fails if a file is not what would be written

PDF needs WeasyPrint and the font NanumGothic (Debian: fonts-nanum); without them PDF files are left as they are.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.support.office.pdf_writer import has_weasyprint  # found through the line above
from tests.support.office.sameness import same
from tests.support.office.samples import EXAMPLES, SAMPLES, described
from tests.support.office.twins import WRITERS

FORMATS = EXAMPLES / "formats"


def wanted(kinds: set[str]) -> Iterator[tuple[Path, bytes]]:
    """Each file of the kinds with what it must hold."""
    for name in SAMPLES:
        description = described(name)
        for kind, write in WRITERS.items():
            if kind in kinds:
                yield FORMATS / kind / f"{Path(name).stem}.{kind}", write(description)


def strangers(folder: Path = FORMATS) -> list[Path]:
    """Files that belong to no source or format."""
    stems = {Path(name).stem for name in SAMPLES}
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file()
        and (path.stem not in stems or path.parent.name != path.suffix[1:] or path.suffix[1:] not in WRITERS)
    )


def main() -> int:
    """Writes or checks the files; 1 if the check found one that differs."""
    parser = argparse.ArgumentParser(description="Write the sample documents in every format.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a file would change")
    arguments = parser.parse_args()
    kinds = set(WRITERS)
    if not has_weasyprint():
        kinds.remove("pdf")
        print("PDF files are left as they are: WeasyPrint or the font NanumGothic is missing")
    changed = [path for path, data in wanted(kinds) if not _is_same(path, data, write=not arguments.check)]
    for path in (*changed, *strangers()):
        print(path.relative_to(EXAMPLES))
    return int(arguments.check and bool(changed or strangers()))


def _is_same(path: Path, data: bytes, *, write: bool) -> bool:
    if path.exists() and same(path.read_bytes(), data, path.suffix[1:]):
        return True
    if write:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return False


if __name__ == "__main__":
    sys.exit(main())
