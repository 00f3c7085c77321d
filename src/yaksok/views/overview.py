"""What a ledger holds, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from yaksok.ledger.reader import StoredDocument
from yaksok.records.commitment import STATUSES, Status, Verdict
from yaksok.records.statement import Act, Genre

ACTS: tuple[Act, ...] = ("commitment", "result", "effect", "context", "position", "none")


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One document in a list of documents."""

    doc: str
    title: str
    date: str | None
    issuer: str | None
    genre: Genre
    statements: int
    commitments: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The documents of a ledger in time order, its statements by act and its promises by status."""

    documents: tuple[DocumentLine, ...]
    statements: int
    acts: tuple[tuple[Act, int], ...]
    promises: int
    statuses: tuple[tuple[Status, int], ...]


def overview(documents: Sequence[StoredDocument], verdicts: Sequence[Verdict]) -> Overview:
    """The overview of documents and of the verdicts on their promises. Kinds that do not occur are left out."""
    acts = Counter(statement.act for stored in documents for statement in stored.document.statements)
    statuses = Counter(verdict.status for verdict in verdicts)
    return Overview(
        documents=tuple(_line(stored) for stored in documents),
        statements=acts.total(),
        acts=tuple((act, acts[act]) for act in ACTS if acts[act]),
        promises=len(verdicts),
        statuses=tuple((status, statuses[status]) for status in STATUSES if statuses[status]),
    )


def _line(stored: StoredDocument) -> DocumentLine:
    document = stored.document
    return DocumentLine(
        doc=stored.doc,
        title=document.title,
        date=document.date,
        issuer=document.issuer,
        genre=document.genre,
        statements=len(document.statements),
        commitments=sum(statement.act == "commitment" for statement in document.statements),
    )
