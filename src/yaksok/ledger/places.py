"""Asking for statements by their places, so that both databases look them up and scan nothing."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, and_, bindparam, tuple_


def at(
    version: ColumnElement[Any], n: ColumnElement[Any], places: Collection[tuple[int, int]]
) -> ColumnElement[bool]:
    """That a row stands at one of some places (version key, number).

    SQLite finds no index for pairs alone; by the versions it does.
    """
    versions = sorted({place[0] for place in places})
    return and_(version.in_(versions), tuple_(version, n).in_(places))


def at_given(version: ColumnElement[Any], n: ColumnElement[Any], name: str = "places") -> ColumnElement[bool]:
    """The same for places that are given when a query is asked (see `given`), so that it is built only once."""
    pairs: BindParameter[Any] = bindparam(name, expanding=True)
    return and_(version.in_(bindparam(f"{name}_versions", expanding=True)), tuple_(version, n).in_(pairs))


def given(places: Collection[tuple[int, int]], name: str = "places") -> dict[str, Any]:
    """The parameters of a query with `at_given`."""
    return {f"{name}_versions": sorted({place[0] for place in places}), name: list(places)}
