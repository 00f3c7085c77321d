"""One generation of the index on disk: two indexes of the search engine, written together."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from yaksok.search.schema import (
    About,
    Entry,
    Said,
    document_entry,
    document_schema,
    statement_entry,
    statement_schema,
)

_STATEMENTS, _DOCUMENTS = "statements", "documents"
_MEMORY = 64_000_000
"""Bytes that each of the two writers may collect before it writes."""

_ENTRIES = 200_000
_SECONDS = 60.0
"""After so many statements or so long a time what was added is committed, and shown to who searches."""

_AT_ONCE = 5_000


class GenerationDamaged(Exception):
    """The files of a generation cannot be read."""


class Readers:
    """The two indexes of a generation, opened for reading."""

    def __init__(self, folder: Path) -> None:
        with engine_errors():
            self._statements = _opened(statement_schema(), folder / _STATEMENTS)
            self._documents = _opened(document_schema(), folder / _DOCUMENTS)
            for each in (self._statements, self._documents):
                each.config_reader(reload_policy="manual")

    @classmethod
    def can_read(cls, folder: Path) -> bool:
        """Whether the generation in a folder can be opened."""
        try:
            cls(folder)
        except GenerationDamaged:
            return False
        return True

    def searchers(self) -> tuple[Any, Any]:
        """Searchers of statements and of documents as they are now; they go on to see that state."""
        with engine_errors():
            for each in (self._statements, self._documents):
                each.reload()
            return self._statements.searcher(), self._documents.searcher()

    @staticmethod
    def last_day(documents: Any) -> int:
        """The latest day of a document, as a number; 0 without any."""
        from tantivy import Query  # noqa: PLC0415 - comes with the extra "search"

        with engine_errors():
            found = documents.search(Query.all_query(), 1, count=False, order_by_field="day").hits
            return int(found[0][0]) if found else 0


class Generation:
    """A generation opened for writing; use it with `with`. What was not committed is forgotten."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pending = 0
        self._since = time.monotonic()

    @classmethod
    def make(cls, folder: Path) -> None:
        """An empty generation in a folder that is made."""
        for name in (_STATEMENTS, _DOCUMENTS):
            (folder / name).mkdir(parents=True)
        with engine_errors():
            _opened(statement_schema(), folder / _STATEMENTS)
            _opened(document_schema(), folder / _DOCUMENTS)

    def __enter__(self) -> Self:
        with engine_errors():
            self._statement_index = _opened(statement_schema(), self._folder / _STATEMENTS)
            self._document_index = _opened(document_schema(), self._folder / _DOCUMENTS)
            self._statements = self._statement_index.writer(_MEMORY, 1)
            self._documents = self._document_index.writer(_MEMORY, 1)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for writer in (self._statements, self._documents):
            if kind is not None:
                writer.rollback()
            writer.wait_merging_threads()

    def versions(self) -> set[int]:
        """The keys of the versions that are in."""
        from tantivy import Query  # noqa: PLC0415 - comes with the extra "search"

        with engine_errors():
            self._document_index.reload()
            searcher = self._document_index.searcher()
            if not searcher.num_docs:
                return set()
            found = searcher.search(Query.all_query(), searcher.num_docs, count=False).hits
            return set(searcher.fast_field_values("version", [address for _, address in found]))

    def remove(self, versions: Sequence[int]) -> None:
        """Take some versions out; of what a stop between two commits left behind, too."""
        if not self._statement_index.searcher().num_docs:
            return
        for start in range(0, len(versions), _AT_ONCE):
            some = list(versions[start : start + _AT_ONCE])
            self._statements.delete_documents_by_query(_among(statement_schema(), "version", some))
            self._documents.delete_documents_by_query(_among(document_schema(), "version", some))

    def add(self, about: About, title: Said, statements: Sequence[Said]) -> bool:
        """Put a document in; whether it was committed with those before it."""
        for said in statements:
            self._put(self._statements, statement_schema(), statement_entry(about, said))
        self._put(self._documents, document_schema(), document_entry(about, title, statements))
        self._pending += len(statements) + 1
        if self._pending < _ENTRIES and time.monotonic() - self._since < _SECONDS:
            return False
        self.commit()
        return True

    def commit(self) -> None:
        """Make what was added safe and visible. Documents come last: one that is in has its statements."""
        with engine_errors():
            self._statements.commit()
            self._documents.commit()
        self._pending, self._since = 0, time.monotonic()

    @staticmethod
    def _put(writer: Any, schema: Any, entry: Entry) -> None:
        from tantivy import Document  # noqa: PLC0415 - comes with the extra "search"

        writer.add_document(Document.from_dict(entry, schema))


def _opened(schema: Any, folder: Path) -> Any:
    from tantivy import Index  # noqa: PLC0415 - the same

    if not folder.is_dir():
        raise GenerationDamaged(str(folder))
    return Index(schema, path=str(folder))


def _among(schema: Any, field: str, values: list[int]) -> Any:
    from tantivy import Query  # noqa: PLC0415 - the same

    return Query.term_set_query(schema, field, values)


@contextmanager
def engine_errors() -> Iterator[None]:
    """Turn what the search engine says of unreadable files into GenerationDamaged."""
    try:
        yield
    except (ValueError, OSError, RuntimeError) as error:
        raise GenerationDamaged(str(error)) from error
    except BaseException as error:
        # A panic of the engine is no Exception, so that it is not swallowed by accident.
        if type(error).__name__ != "PanicException":
            raise
        raise GenerationDamaged(str(error)) from None
