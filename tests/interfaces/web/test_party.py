"""The list of parties and the page of one: what a desk officer finds there."""

from __future__ import annotations

import csv
import io
import re

import pytest
from starlette.testclient import TestClient

from yaksok.interfaces.web.charts import Chart
from yaksok.interfaces.web.pages.parties import _place_key
from yaksok.reference.country_places import country_places

SILENT = {"ko": "언급 없음", "en": "Gone silent"}


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize(
    "path", ["/parties", "/parties/ASEAN", "/parties/usa", "/parties/VNM", "/parties/TUV"]
)
def test_pages_have_one_heading_and_their_language(client: TestClient, path: str, lang: str) -> None:
    answer = client.get(path, params={"lang": lang})
    assert answer.status_code == 200
    assert len(re.findall(r"<h1[ >]", answer.text)) == 1
    assert f'<html lang="{lang}">' in answer.text
    assert [word for word in SILENT.values() if word in answer.text] in ([], [SILENT[lang]])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("아세안", "ASEAN"),
        ("동남아시아국가연합", "ASEAN"),
        ("asean", "ASEAN"),
        ("UNITED states", "USA"),
        ("VNM", "VNM"),
    ],
)
def test_parties_are_found_by_any_of_their_names(client: TestClient, words: str, found: str) -> None:
    answer = client.get("/parties", params={"q": words, "all": "true", "format": "json"})
    assert found in {row["id"] for row in answer.json()}


def test_only_what_is_named_is_listed_unless_all_are_asked_for(client: TestClient) -> None:
    named = client.get("/parties", params={"format": "json"}).json()
    every = client.get("/parties", params={"format": "json", "all": "true"}).json()
    assert all(row["statements"] > 0 for row in named)
    assert len(named) < len(every)
    assert not {"KOR"} & {row["id"] for row in every}


@pytest.mark.parametrize(
    ("sort", "column"),
    [("promises", "promises"), ("statements", "statements"), ("overdue", "overdue_no_evidence")],
)
def test_the_greatest_come_first(client: TestClient, sort: str, column: str) -> None:
    rows = client.get("/parties", params={"format": "json", "sort": sort}).json()
    numbers = [row[column] for row in rows]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] > 0


def test_kinds_restrict_and_unknown_ones_are_refused(client: TestClient) -> None:
    rows = client.get("/parties", params={"format": "json", "kind": "region"}).json()
    assert {row["kind"] for row in rows} == {"region"}
    assert client.get("/parties", params={"kind": "planet"}).status_code == 400
    assert client.get("/parties", params={"sort": "size"}).status_code == 400


def test_the_map_has_its_table_and_its_file_in_the_package(client: TestClient) -> None:
    text = client.get("/parties", params={"lang": "en"}).text
    figure = text[text.index('data-chart="map"') :]
    address = re.search(r'data-map="([^"]+)"', figure)
    assert address is not None
    assert client.get(address[1]).json()["type"] == "Topology"
    assert 'data-key="840"' in figure  # the United States by their number in ISO 3166-1


def test_countries_without_a_shape_have_a_point() -> None:
    assert _place_key("SGP") == "@1.3,103.8"
    assert _place_key("USA") == "840"
    assert all(place.number or place.point for place in country_places().values())


def test_numbers_of_the_list_and_of_the_page_agree(client: TestClient) -> None:
    line = next(row for row in client.get("/parties?format=json").json() if row["id"] == "ASEAN")
    rows = rows_of(client.get("/parties/ASEAN?format=csv").text)
    assert len([row for row in rows if not row["through"]]) == line["promises"]


def test_promises_through_a_group_are_marked_with_it(client: TestClient) -> None:
    rows = rows_of(client.get("/parties/VNM?format=csv").text)
    through = [row for row in rows if row["through"]]
    assert all(set(row["through"].split()) <= set(row["parties"].split()) - {"VNM"} for row in through)
    assert any(row["through"] == "ASEAN" for row in through)
    assert "through Association of Southeast Asian Nations" in client.get("/parties/VNM?lang=en").text


def test_the_page_shows_what_is_open_and_leads_to_the_list_and_the_search(client: TestClient) -> None:
    text = client.get("/parties/ASEAN?lang=en").text
    assert 'href="/search?party=ASEAN' in text or 'href="/search?lang=en&amp;party=ASEAN' in text
    assert "status=overdue_no_evidence" in text or 'id="overdue"' in text
    for part in ("due", "kept", "events", "documents"):
        assert f'id="{part}"' in text


def test_events_are_told_with_their_sources(client: TestClient) -> None:
    text = client.get("/parties/ASEAN?lang=en").text
    timeline = text[
        text.index('class="timeline"') : text.index("</ol>\n</li>") if "</ol>\n</li>" in text else None
    ]
    assert "/documents/" in timeline
    assert re.search(r'class="event-kind"', timeline)


def test_nothing_of_later_documents_shows_before_they_were_published(client: TestClient) -> None:
    then = client.get("/parties/ASEAN?lang=en&as_of=2019-12-31").text
    assert "2024-10-asean-joint-statement" not in then
    assert client.get("/parties?as_of=2015-01-01&format=json").json() == []


def test_unknown_parties_and_the_home_one_have_no_page(client: TestClient) -> None:
    assert client.get("/parties/ATLANTIS").status_code == 404
    assert client.get("/parties/KOR").status_code == 400


def test_every_chart_has_a_table(client: TestClient) -> None:
    text = client.get("/parties/ASEAN?lang=en").text
    figures = text.split("<figure")[1:]
    assert len(figures) == 2
    assert all("<table>" in figure and 'data-value="' in figure for figure in figures)


def test_charts_are_records() -> None:
    chart = Chart("a", "map", "Title", "Country", (), ())
    assert chart.rows == ()
