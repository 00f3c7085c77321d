"""Asking for statements by their places, so that both databases look them up and scan nothing."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, and_, tuple_


def at(
    version: ColumnElement[Any], n: ColumnElement[Any], places: Collection[tuple[int, int]]
) -> ColumnElement[bool]:
    """That a row stands at one of some places (version key, number).

    SQLite finds no index for pairs alone; by the versions it does.
    """
    versions = sorted({place[0] for place in places})
    return and_(version.in_(versions), tuple_(version, n).in_(places))
