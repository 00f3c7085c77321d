"""Where countries lie on a world map: their numbers in ISO 3166-1, and a point for those too small for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from yaksok.reference.tables import rows


@dataclass(frozen=True, slots=True)
class CountryPlace:
    """A country's three digits in ISO 3166-1 ("" where it has none) and, where no small map draws it, a point.

    `point` is latitude and longitude in degrees to one decimal place, None where the map has a shape.
    Reference: country_places.csv.
    """

    id: str
    number: str
    point: tuple[float, float] | None


@cache
def country_places() -> Mapping[str, CountryPlace]:
    """All countries and territories by id."""
    return {
        row["id"]: CountryPlace(
            row["id"],
            row["number"],
            (float(row["latitude"]), float(row["longitude"])) if row["latitude"] else None,
        )
        for row in rows("country_places")
    }
