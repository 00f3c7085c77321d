"""Plan against plan in the browser: chooser, pairs, downloads, heat maps."""

from __future__ import annotations

import re
from collections import Counter

from starlette.testclient import TestClient

ONE, OTHER = "2024-work-plan", "2025-work-plan"
PAIR = {"one": ONE, "other": OTHER}


def test_plans_that_follow_each_other_are_proposed(client: TestClient) -> None:
    text = client.get("/compare?lang=en").text
    pairs = re.findall(r"one=([\w-]+)&amp;other=([\w-]+)", text)
    assert pairs[0] == (ONE, OTHER)
    assert ("2021-work-plan", "2024-work-plan") in pairs


def test_every_promise_of_both_stands_in_the_file(client: TestClient) -> None:
    rows = client.get("/compare", params={**PAIR, "format": "json"}).json()
    of_one = {row["id"] for row in client.get(f"/promises?document={ONE}&format=json").json()}
    of_other = {row["id"] for row in client.get(f"/promises?document={OTHER}&format=json").json()}
    assert {row["earlier_id"] for row in rows} - {None} == of_one
    assert {row["later_id"] for row in rows} - {None} == of_other
    kinds = Counter(row["kind"] for row in rows)
    assert kinds["dropped"] == sum(row["later_id"] is None for row in rows)
    assert kinds["new"] == sum(row["earlier_id"] is None for row in rows)
    assert kinds["continued"] + kinds["changed"] + kinds["renamed"] > 0


def test_changes_are_told_where_there_are_any(client: TestClient) -> None:
    rows = client.get("/compare", params={**PAIR, "format": "json"}).json()
    assert all(bool(row["changes"]) == (row["kind"] in {"renamed", "changed"}) for row in rows)


def test_the_order_of_the_documents_is_that_of_time(client: TestClient) -> None:
    there = client.get("/compare", params={**PAIR, "format": "csv"})
    back = client.get("/compare", params={"one": OTHER, "other": ONE, "format": "csv"})
    assert there.content == back.content


def test_one_kind_can_be_asked_for(client: TestClient) -> None:
    rows = client.get("/compare", params={**PAIR, "kind": "new", "format": "json"}).json()
    assert {row["kind"] for row in rows} == {"new"}
    page = client.get("/compare", params={**PAIR, "kind": "new", "lang": "en"}).text
    assert 'id="kind-new"' in page
    assert 'id="kind-dropped"' not in page


def test_unknown_documents_and_kinds_are_refused(client: TestClient) -> None:
    assert client.get("/compare", params={"one": "nothing-such", "other": OTHER}).status_code in {400, 404}
    assert client.get("/compare", params={**PAIR, "kind": "lost"}).status_code == 400


def test_columns_of_the_heat_maps_say_of_how_many_promises_they_are(client: TestClient) -> None:
    text = client.get("/compare", params={**PAIR, "lang": "en"}).text
    heat = text[text.index('id="chart-attention-by-topic"') :]
    assert re.search(r'data-key="2024">2024 \(\d+\)<', heat)
    shares = [float(value) for value in re.findall(r'data-value="([\d.]+)"', heat)]
    assert shares
    assert all(0 <= share <= 1 for share in shares)


def test_both_languages(client: TestClient) -> None:
    for lang in ("ko", "en"):
        assert client.get("/compare", params={**PAIR, "lang": lang}).status_code == 200
