"""Where countries lie, and who governed when."""

from __future__ import annotations

import json
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from yaksok.interfaces.web.assets import STATIC
from yaksok.reference.administrations import administrations
from yaksok.reference.country_places import country_places
from yaksok.reference.parties import all_parties

WORLD: Path = STATIC / "vendor" / "countries-110m.json"


def test_every_country_and_territory_has_a_place() -> None:
    states = {party.id for party in all_parties() if party.kind in {"country", "territory"}}
    assert country_places().keys() == states


def test_what_the_map_draws_has_no_point_and_the_rest_has_one() -> None:
    shapes = json.loads(WORLD.read_text(encoding="utf-8"))["objects"]["countries"]["geometries"]
    drawn = {shape.get("id") for shape in shapes}
    for place in country_places().values():
        assert (place.point is None) == (place.number in drawn), place


def test_points_lie_on_the_globe_and_numbers_are_no_one_elses() -> None:
    places = country_places().values()
    for place in places:
        if place.point:
            assert -90 <= place.point[0] <= 90
            assert -180 <= place.point[1] <= 180
    numbers = [place.number for place in places if place.number]
    assert len(numbers) == len(set(numbers))
    assert all(len(number) == 3 and number.isdigit() for number in numbers)


def test_terms_follow_each_other_without_a_gap() -> None:
    for one, other in pairwise(administrations()):
        assert date.fromisoformat(one.until) + timedelta(days=1) == date.fromisoformat(other.since)
    assert administrations()[-1].until == ""
