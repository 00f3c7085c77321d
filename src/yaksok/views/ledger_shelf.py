"""The statements of a ledger, to find the promise that somebody means without loading the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from yaksok.fulfilment.judging import gets_verdict
from yaksok.ledger import derived_tables as derived
from yaksok.ledger import tables
from yaksok.records.link import StatementRef
from yaksok.views.finding import Found

_MOST_BY_ID = 100
_MOST_WORDS = 20
"""So many words, the longest, are looked for; whoever asks looks at the others."""
_BLANKS = (" ", "\n", "\t", "\u00a0", "\u3000")


class LedgerShelf:
    """A `yaksok.views.finding.Shelf` over the current documents of a linked ledger."""

    def __init__(self, connection: Connection, *, as_of: date) -> None:
        self._connection = connection
        self._as_of = as_of

    def at(self, doc: str, n: int) -> Sequence[Found]:
        """See `Shelf`."""
        if not _can_stand(doc):
            return []
        table = derived.dated
        exact = list(self._found(tables.statements.c.n == n, table.c.stem == doc))
        begins = table.c.stem.startswith(doc, autoescape=True)
        return exact or list(self._found(tables.statements.c.n == n, begins))

    def by_id(self, beginning: str) -> Sequence[Found]:
        """See `Shelf`; not more than a hundred."""
        table = tables.statements
        query = self._query().where(table.c.id >= beginning, table.c.id < beginning + "g")
        return list(self._rows(query.order_by(table.c.id).limit(_MOST_BY_ID)))

    def promises(self, words: Sequence[str]) -> Iterable[Found]:
        """See `Shelf`."""
        text: ColumnElement[str] = tables.statements.c.text
        for blank in _BLANKS:
            text = func.replace(text, blank, "")
        # The databases fold the case of different letters; what has no case is looked for in them alone.
        plain = sorted({word for word in words if word == word.upper()}, key=len)[-_MOST_WORDS:]
        if not all(map(_can_stand, plain)):
            return ()
        return self._found(
            tables.statements.c.act == "commitment", *(text.contains(word, autoescape=True) for word in plain)
        )

    def _found(self, *conditions: ColumnElement[bool]) -> Iterator[Found]:
        ordered = (derived.dated.c.day, derived.dated.c.version, tables.statements.c.n)
        return self._rows(self._query().where(*conditions).order_by(*ordered))

    def _query(self) -> Select[tuple[object, ...]]:
        """The statements of current documents that were published by the day; undated ones are, too."""
        statements, dated = tables.statements, derived.dated
        return (
            select(statements, dated.c.stem, tables.versions.c.id.label("version_id"))
            .join(dated, dated.c.version == statements.c.version)
            .join(tables.versions, tables.versions.c.key == statements.c.version)
            .where(or_(dated.c.day.is_(None), dated.c.day <= self._as_of.isoformat()))
        )

    def _rows(self, query: Select[tuple[object, ...]]) -> Iterator[Found]:
        for row in self._connection.execute(query).mappings():
            ref = StatementRef(
                version=row["version_id"],
                doc=row["stem"],
                n=row["n"],
                text=row["text"],
                span=(row["span_start"], row["span_end"]),
                id=row["id"],
            )
            yield Found(ref, row["act"], gets_verdict(row["act"], row["role"]))


def _can_stand(words: str) -> bool:
    """Whether a ledger can hold this at all: the databases refuse NUL and halves of characters."""
    return not any(letter == "\0" or "\ud800" <= letter <= "\udfff" for letter in words)
