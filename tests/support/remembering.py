"""Statements that are worked out once for all ledgers of a process, not once for each engine that is opened.

Tests open thousands of engines and send each the same few hundred statements. SQLAlchemy compiles a statement for
each engine, and the driver of PostgreSQL looks for the places of parameters letter by letter each time one is sent:
together a third of the time of tests with ledgers.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from functools import cache
from typing import Any

import pg8000.dbapi
import pytest
from sqlalchemy import Engine, create_engine, event

from yaksok.ledger import postgresql, sqlite_file


@contextlib.contextmanager
def statements_are_remembered() -> Iterator[None]:
    """As long as the block lasts."""
    convert = pg8000.dbapi.convert_paramstyle

    @cache
    def written(statement: str) -> str:
        return str(convert("format", statement, ())[0])

    def converted(style: str, statement: str, values: Any) -> tuple[str, Any]:
        return (written(statement), values) if style == "format" else convert(style, statement, values)

    with pytest.MonkeyPatch.context() as patching:
        patching.setattr(pg8000.dbapi, "convert_paramstyle", converted)
        for module in (sqlite_file, postgresql):
            patching.setattr(module, "create_engine", _Engines())
        yield


class _Engines:
    """Makes the engines of one kind of database: all compile as the first one does, and know what it compiled."""

    def __init__(self) -> None:
        self._first: Engine | None = None

    def __call__(self, url: str, **options: Any) -> Engine:
        made = create_engine(url, **options)
        if self._first is not None:
            made.dialect = self._first.dialect
            made._compiled_cache = self._first._compiled_cache
        else:
            # What its dialect must know of the database it learns when it first connects.
            event.listen(made, "connect", lambda *_given: self._keep(made), once=True)
        return made

    def _keep(self, engine: Engine) -> None:
        self._first = self._first or engine
