"""Writing what a ledger holds into files, for every interface."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import Connection

from yaksok.errors import UnknownExportFormat
from yaksok.interfaces.asking import reading
from yaksok.interfaces.exports.annotations import write_annotations
from yaksok.interfaces.exports.arrow import schema_of, write_parquet
from yaksok.interfaces.exports.columns import FORMATS, SHAPES, TABLE_FORMATS, ExportFormat, Shape, shape_of
from yaksok.interfaces.exports.provenance import write_provenance
from yaksok.interfaces.exports.rows import NEED_LINKS, rows_of
from yaksok.interfaces.exports.text_files import write_csv, write_jsonl
from yaksok.interfaces.exports.writing import drafts, writing
from yaksok.ledger.location import Place
from yaksok.ledger.opening import errors_in_words, open_for_reading


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written, and how many records it holds."""

    path: Path
    records: int


@dataclass(frozen=True, slots=True)
class ExportPlan:
    """What is to be written: each target with its table, None for the formats that write everything."""

    format: ExportFormat
    as_of: date
    targets: tuple[tuple[Path, Shape | None], ...]
    bom: bool = False


def export_ledger(ledger: Place, plan: ExportPlan, *, force: bool = False) -> list[Written]:
    """Write the files of a plan; they get their names when all are whole.

    Raises LedgerError, ExportTargetTaken, OutputNotWritable, TablePackageMissing.
    """
    if plan.format == "parquet":
        schema_of(SHAPES["documents"], purpose="Parquet")  # says what is missing before anything is read
    linked = any(shape is None or shape.name in NEED_LINKS for _, shape in plan.targets)
    linked = linked and plan.format != "annotations"
    targets = [path for path, _ in plan.targets]
    with drafts(targets, force=force) as files, connected(ledger, linked=linked) as connection:
        return [
            Written(path, _write(file, path, shape, plan, connection))
            for file, (path, shape) in zip(files, plan.targets, strict=True)
        ]


def plan_of(
    format_name: str, output: Path, tables: Sequence[str] = (), *, as_of: date, bom: bool = False
) -> ExportPlan:
    """Which files an export writes.

    One table alone is written into the file `output`, unless that is a folder; several (all if none is
    named) into a folder, each with the table's name. `bom` begins CSV with the mark by which spreadsheets know
    UTF-8. Raises UnknownExportFormat, UnknownTable.
    """
    chosen = next((one for one in FORMATS if one == format_name), None)
    if chosen is None:
        raise UnknownExportFormat(value=format_name, known=", ".join(FORMATS))
    if chosen not in TABLE_FORMATS:
        return ExportPlan(chosen, as_of, ((output, None),))
    named = {shape_of(name).name for name in tables}
    shapes = [shape for shape in SHAPES.values() if shape.name in named or not named]
    if len(shapes) == 1 and not output.is_dir():
        return ExportPlan(chosen, as_of, ((output, shapes[0]),), bom)
    return ExportPlan(
        chosen, as_of, tuple((output / f"{shape.name}.{chosen}", shape) for shape in shapes), bom
    )


@contextmanager
def connected(ledger: Place, *, linked: bool) -> Iterator[Connection]:
    """A connection that sees the ledger as it is now; `linked`: what is not linked yet is linked before."""
    if linked:
        with reading(ledger) as connection:
            yield connection
        return
    engine = open_for_reading(ledger)
    try:
        with errors_in_words(ledger), engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def _write(draft: Path, target: Path, shape: Shape | None, plan: ExportPlan, connection: Connection) -> int:
    with writing(target):
        if shape is not None and plan.format == "parquet":
            return write_parquet(draft, shape, rows_of(shape.name, connection, as_of=plan.as_of))
        encoding = "utf-8-sig" if plan.bom and plan.format == "csv" else "utf-8"
        with draft.open("w", encoding=encoding, newline="") as file:
            if shape is not None:
                write = write_csv if plan.format == "csv" else write_jsonl
                return write(file, shape, rows_of(shape.name, connection, as_of=plan.as_of))
            if plan.format == "prov":
                return write_provenance(file, connection, as_of=plan.as_of)
            return write_annotations(file, connection)
