"""What was worked out from the records of a ledger, kept for as long as nothing is added to them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

from sqlalchemy import Connection, select

from yaksok.ledger import tables

Value = TypeVar("Value")


_HEAD = select(tables.journal.c.id).order_by(tables.journal.c.key.desc()).limit(1)


class PerHead(Generic[Value]):
    """Values by the newest row of a ledger's journal: it names all that was written before, and in which order.

    So a value serves every ledger with the same history. It must hang on records alone, and not be changed.
    """

    def __init__(self, most: int = 4) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, Value] = OrderedDict()
        self._lock = Lock()

    def get(self, connection: Connection, make: Callable[[], Value], *, name: Hashable = None) -> Value:
        """The value for the ledger as a connection sees it, one of each name; made where it is not kept."""
        head = connection.execute(_HEAD).scalar()
        if head is None:
            return make()
        key = (head, name)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return made
