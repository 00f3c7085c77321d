"""Asking a ledger, for every interface: links, verdicts, the overview."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from yaksok.fulfilment.judging import judge
from yaksok.ledger.opening import errors_in_words, open_for_reading
from yaksok.ledger.reader import StoredDocument, current_documents
from yaksok.links.proposing import propose_links
from yaksok.records.commitment import Verdict
from yaksok.records.link import Link


def documents_in(ledger: Path) -> list[StoredDocument]:
    """The documents of a ledger in their newest versions. Raises LedgerError."""
    engine = open_for_reading(ledger)
    with errors_in_words(ledger), engine.connect() as connection:
        return list(current_documents(connection))


def links_in(ledger: Path) -> list[Link]:
    """The links between the documents of a ledger, best score first. Raises LedgerError."""
    return propose_links(documents_in(ledger))


def verdicts_in(ledger: Path, *, as_of: date) -> list[Verdict]:
    """Every promise published by a day, with its status on that day. Raises LedgerError."""
    documents = documents_in(ledger)
    return judge(documents, propose_links(documents), as_of=as_of)


def with_party(verdicts: Sequence[Verdict], party: str) -> list[Verdict]:
    """The verdicts on promises that name a party, themselves or in their headings."""
    return [verdict for verdict in verdicts if party in verdict.parties]
