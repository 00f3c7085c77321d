"""The scorecard in the browser: the same grades as the command line, with what is not graded beside."""

from __future__ import annotations

from datetime import date
from html import unescape
from typing import Any, Literal

import pytest
from starlette.testclient import TestClient

from yaksok.fulfilment.grading import scheme as scheme_of
from yaksok.fulfilment.grading import schemes
from yaksok.interfaces.explaining import scorecard_in
from yaksok.ledger.location import Location
from yaksok.views.scorecards import CARD_BY


def lines(client: TestClient, **parameters: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get("/scorecard", params={**parameters, "format": "json"}).json()
    return found


@pytest.mark.parametrize("scheme", schemes())
def test_the_whole_is_what_the_command_line_tells(
    client: TestClient, sample_ledger: tuple[Location, date], scheme: str
) -> None:
    place, day = sample_ledger
    told = scorecard_in(place, scheme, as_of=day)
    whole = lines(client, scheme=scheme)[-1]
    assert whole["promises"] == told.number
    assert whole["graded"] == told.graded
    assert {share.grade.id: share.count for share in told.shares} == {
        name.removeprefix("grade_"): number for name, number in whole.items() if name.startswith("grade_")
    }
    assert (whole["on_reports"], whole["self_reported"]) == (told.on_reports, told.self_reported)


@pytest.mark.parametrize("scheme", [name for name in schemes() if scheme_of(name).note])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_note_of_a_scheme_is_in_the_language_of_the_page(
    client: TestClient, scheme: str, language: Literal["ko", "en"]
) -> None:
    page = unescape(client.get("/scorecard", params={"scheme": scheme, "lang": language}).text)
    told = scheme_of(scheme)
    other: Literal["ko", "en"] = "en" if language == "ko" else "ko"
    assert told.note_in(language) in page
    assert told.note_in(other) not in page


def test_another_day_is_told_the_same_way(client: TestClient, sample_ledger: tuple[Location, date]) -> None:
    place, _ = sample_ledger
    told = scorecard_in(place, "korea", as_of=date(2022, 1, 1))
    whole = lines(client, scheme="korea", as_of="2022-01-01")[-1]
    assert (whole["promises"], whole["graded"]) == (told.number, told.graded)


@pytest.mark.parametrize("by", ["year", "administration", "issuer", "document"])
def test_lines_of_single_values_add_up_to_the_whole(client: TestClient, by: str) -> None:
    *parts, whole = lines(client, by=by)
    for name in ("promises", "graded", "status_kept", "self_reported"):
        assert sum(line[name] for line in parts) == whole[name]


def test_a_party_also_has_what_was_promised_to_its_groups(
    client: TestClient, sample_ledger: tuple[Location, date]
) -> None:
    place, day = sample_ledger
    told = scorecard_in(place, "cpp", as_of=day, party="VNM")
    assert lines(client, party="VNM")[-1]["promises"] == told.number > 0


def test_administrations_follow_each_other(client: TestClient) -> None:
    names = [line["administration"] for line in lines(client, by="administration")[:-1]]
    assert names[:2] == ["moon_jae_in", "yoon_suk_yeol"]


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("by", CARD_BY)
def test_shares_stand_with_their_numbers(client: TestClient, by: str, lang: str) -> None:
    text = client.get("/scorecard", params={"by": by, "lang": lang}).text
    assert '<span class="faint">(' in text
    assert "data-chart=" in text


@pytest.mark.parametrize(
    "parameters", [{"by": "weather"}, {"scheme": "mine"}, {"genre": "novel"}, {"party": "XX"}]
)
def test_unknown_values_are_refused(client: TestClient, parameters: dict[str, str]) -> None:
    assert client.get("/scorecard", params=parameters).status_code == 400
