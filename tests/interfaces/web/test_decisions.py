"""Decisions by the forms of the pages, and the list of decisions."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.support.made_documents import DAY, DOCUMENTS
from tests.support.served import copied, made_ledger

from yaksok.interfaces.accounts.store import Accounts
from yaksok.interfaces.asking import links_in, verdicts_in
from yaksok.interfaces.deciding import decisions_in
from yaksok.interfaces.web.app import create_app
from yaksok.interfaces.web.settings import Settings
from yaksok.ledger.location import Location
from yaksok.records.link import Link

PASSWORD = "a long enough passphrase"


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Location:
    return made_ledger(tmp_path_factory.mktemp("decided"), DOCUMENTS)


@pytest.fixture
def ledger(original: Location, tmp_path: Path) -> Location:
    return copied(original, tmp_path)


@pytest.fixture
def client(ledger: Location) -> Iterator[TestClient]:
    app = create_app(Settings(ledger=ledger, person="Kim Mina", today=lambda: DAY))
    with TestClient(app, base_url="http://127.0.0.1") as made:
        yield made


@pytest.fixture
def link(ledger: Location) -> Link:
    """The link on which the verdict of the agreement hangs."""
    return next(one for one in links_in(ledger) if one.relation == "fulfilled_by")


def status(ledger: Location, link: Link) -> str:
    verdicts = verdicts_in(ledger, as_of=DAY)
    return next(one.status for one in verdicts if one.promise.id == link.source.id)


def decide(client: TestClient, link: Link, kind: str, **fields: str) -> str:
    """Send the form of a page; gives the address to which it leads."""
    form = {"promise": link.source.id, "later": link.target.id, "kind": kind, **fields}
    answer = client.post("/decisions", data=form, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def test_rejecting_a_link_changes_the_verdict_at_once(
    client: TestClient, ledger: Location, link: Link
) -> None:
    assert status(ledger, link) == "kept"
    page = client.get(f"/promises/{link.source.id}?lang=en").text
    foretold = re.search(r'value="reject".*?status-(\w+)', page, re.DOTALL)
    target = decide(client, link, "reject")
    after = status(ledger, link)
    assert after != "kept"
    assert foretold is not None
    assert foretold[1] == after
    assert f"decided=reject&before=kept&after={after}" in target
    page = client.get(target).text
    assert f'<span class="status status-{after}">' in page
    rows = client.get("/promises?document=plan&format=json").json()
    assert next(row["status"] for row in rows if row["id"] == link.source.id) == after


def test_a_decision_stands_in_the_history_and_can_be_taken_back(
    client: TestClient, ledger: Location, link: Link
) -> None:
    decide(client, link, "reject", note="a note of my own")
    page = client.get(f"/promises/{link.source.id}?lang=en").text
    assert "a note of my own" in page
    assert "Kim Mina" in page
    made = decisions_in(ledger)[0].decision
    decide(client, link, "undo", undoes=made.id)
    assert status(ledger, link) == "kept"
    assert [one.standing for one in decisions_in(ledger)] == ["taken back", "holds"]


def test_another_relation_takes_the_place_of_the_proposed_one(
    client: TestClient, ledger: Location, link: Link
) -> None:
    decide(client, link, "relabel", relation="contradicted_by")
    assert status(ledger, link) == "broken"
    decide(client, link, "accept")
    assert status(ledger, link) == "broken"  # what is accepted is the relation as it is now


def test_a_note_decides_nothing(client: TestClient, ledger: Location, link: Link) -> None:
    decide(client, link, "note", note="to be asked")
    target = decide(client, link, "note", note="of the promise alone", later="")
    assert target.endswith("#history")
    assert status(ledger, link) == "kept"
    assert {one.decision.later is None for one in decisions_in(ledger)} == {True, False}


def test_a_link_is_drawn_by_hand(client: TestClient, ledger: Location) -> None:
    promise = next(one.promise for one in verdicts_in(ledger, as_of=DAY) if "해운" in one.promise.text)
    form = {"promise": promise.id, "kind": "draw", "later": "review:4", "relation": "progressed_by"}
    answer = client.post("/decisions", data=form, follow_redirects=False)
    assert answer.status_code == 303
    drawn = next(one for one in links_in(ledger) if one.proposer == "Kim Mina")
    assert (drawn.source.id, drawn.target.n, drawn.state) == (promise.id, 4, "accepted")
    again = client.post("/decisions", data=form)
    assert again.status_code in {400, 409, 422, 500}
    assert "Y231" in again.text


@pytest.mark.parametrize(
    ("form", "number"),
    [
        ({"kind": "accept", "later": "0" * 32}, "Y230"),
        ({"kind": "accept", "later": ""}, "Y325"),
        ({"kind": "relabel"}, "Y325"),
        ({"kind": "relabel", "relation": "liked_by"}, "Y346"),
        ({"kind": "applaud"}, "Y346"),
        ({"kind": "note", "note": "  "}, "Y325"),
        ({"kind": "note", "note": "x" * 10_001}, "Y324"),
        ({"kind": "draw", "later": "nothing:1", "relation": "restated_as"}, "Y321"),
        ({"kind": "draw", "later": "review:4"}, "Y325"),
        ({"kind": "undo", "undoes": "ffff"}, "Y234"),
    ],
)
def test_what_cannot_be_decided_is_told_and_leaves_nothing(
    client: TestClient, ledger: Location, link: Link, form: dict[str, str], number: str
) -> None:
    given = {"promise": link.source.id, "later": link.target.id, **form}
    answer = client.post("/decisions", data=given)
    assert answer.status_code >= 400
    assert number in answer.text
    assert decisions_in(ledger) == []


def test_an_unknown_promise_is_not_found(client: TestClient) -> None:
    assert client.post("/decisions", data={"promise": "0" * 32, "kind": "accept"}).status_code == 404


def test_a_form_of_another_site_is_refused(client: TestClient, ledger: Location, link: Link) -> None:
    form = {"promise": link.source.id, "later": link.target.id, "kind": "reject"}
    answer = client.post("/decisions", data=form, headers={"origin": "https://elsewhere.example"})
    assert answer.status_code == 403
    assert decisions_in(ledger) == []


def test_it_leads_back_to_no_other_site(client: TestClient, link: Link) -> None:
    for back in ("https://elsewhere.example/", "//elsewhere.example/x", "/\\elsewhere.example"):
        assert decide(client, link, "note", note="x", back=back).startswith("/?decided=note")
    assert decide(client, link, "note", note="x", back="/review?party=MNG").startswith("/review?party=MNG&")


def test_a_reader_sees_no_button_and_is_refused(ledger: Location, link: Link, tmp_path: Path) -> None:
    accounts = Accounts(tmp_path / "accounts")
    accounts.add("admin", PASSWORD, "administrator")
    accounts.add("reader", PASSWORD, "reader")
    settings = Settings(ledger=ledger, person="x", accounts=tmp_path / "accounts", today=lambda: DAY)
    with TestClient(create_app(settings), base_url="http://127.0.0.1") as client:
        client.cookies.set("yaksok_session", accounts.begin_session("reader"))
        for path in (f"/promises/{link.source.id}", "/review", "/decisions"):
            page = client.get(path)
            assert page.status_code == 200
            assert 'name="kind"' not in page.text.replace('<select name="kind"', "")
        mark = accounts.mark_of(client.cookies["yaksok_session"])
        form = {"promise": link.source.id, "later": link.target.id, "kind": "reject", "mark": mark}
        refused = client.post("/decisions", data=form)
        assert refused.status_code in {400, 403}
        assert "Y344" in refused.text
        given = {"file": ("decisions.jsonl", b"", "application/jsonl")}
        assert "Y344" in client.post("/decisions/import", data={"mark": mark}, files=given).text
    assert decisions_in(ledger) == []


def test_the_list_is_filtered_and_taken_along(client: TestClient, link: Link) -> None:
    decide(client, link, "reject", note="=1+1")
    decide(client, link, "accept")
    rows = client.get("/decisions?format=json").json()
    assert [row["kind"] for row in rows] == ["accept", "reject"]
    assert [row["standing"] for row in rows] == ["holds", "replaced"]
    only = client.get("/decisions?format=json&standing=replaced").json()
    assert [row["note"] for row in only] == ["=1+1"]
    assert client.get("/decisions?format=json&document=nothing").json() == []
    table = list(csv.DictReader(io.StringIO(client.get("/decisions?format=csv").text.removeprefix("\ufeff"))))
    assert table[1]["note"] == "'=1+1"
    assert client.get("/decisions?format=parquet").content[:4] == b"PAR1"
    page = client.get("/decisions?lang=en").text
    assert page.count("<td><strong>") == 2
    assert client.get("/decisions?kind=applaud").status_code == 400


def test_decisions_are_taken_over_by_another_ledger(
    client: TestClient, original: Location, link: Link, tmp_path: Path
) -> None:
    decide(client, link, "reject")
    exported = client.get("/decisions?format=jsonl").content
    assert json.loads(exported)["kind"] == "reject"
    folder = tmp_path / "other"
    folder.mkdir()
    other = copied(original, folder)
    app = create_app(Settings(ledger=other, person="Lee", today=lambda: DAY))
    with TestClient(app, base_url="http://127.0.0.1") as there:
        for known in (0, 1):
            given = {"file": ("decisions.jsonl", exported, "application/jsonl")}
            answer = there.post("/decisions/import", files=given, follow_redirects=False)
            assert f"new={1 - known}&known={known}" in answer.headers["location"]
        assert "1 decision" in there.get(answer.headers["location"], params={"lang": "en"}).text
        bad = there.post("/decisions/import", files={"file": ("x", b"{}", "text/plain")})
        assert "Y326" in bad.text
    assert status(other, link) != "kept"


def test_hostile_words_stand_in_the_list_as_text(client: TestClient, link: Link) -> None:
    decide(client, link, "note", note="<script>alert(7)</script>")
    for path in ("/decisions", f"/promises/{link.source.id}", "/review"):
        page = client.get(path).text
        assert "<script>alert" not in page
        assert "<svg onload" not in page
    assert "&lt;script&gt;alert(7)" in client.get("/decisions").text
