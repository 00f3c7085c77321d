"""The page of one promise."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from starlette.testclient import TestClient
from tests.support.made_documents import DAY, DOCUMENTS
from tests.support.served import made_ledger

import yaksok.fulfilment.testability
import yaksok.links.relations
import yaksok.views.doubt
from yaksok.fulfilment.imagining import RELATIONS
from yaksok.interfaces.asking import verdicts_in
from yaksok.interfaces.telling.patterns import recognised
from yaksok.interfaces.web.app import create_app
from yaksok.interfaces.web.settings import Settings
from yaksok.interfaces.web.telling import PageTelling
from yaksok.ledger.location import Location
from yaksok.records.commitment import Verdict

LATIN_SENTENCE = re.compile(r"[a-z]+ [a-z]+ [a-z]+")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Location:
    return made_ledger(tmp_path_factory.mktemp("made"), DOCUMENTS)


@pytest.fixture(scope="module")
def hostile(made: Location) -> Iterator[TestClient]:
    with TestClient(
        create_app(Settings(ledger=made, person="Tester", today=lambda: DAY)), base_url="http://127.0.0.1"
    ) as client:
        yield client


@pytest.fixture(scope="module")
def verdicts(sample_ledger: tuple[Location, date]) -> list[Verdict]:
    place, day = sample_ledger
    return verdicts_in(place, as_of=day)


def shown(client: TestClient, path: str, **parameters: str) -> str:
    answer = client.get(path, params=parameters)
    assert answer.status_code == 200, answer.text
    return answer.text


@pytest.mark.parametrize(
    "status", ["kept", "partly_kept", "in_progress", "not_yet_due", "overdue_no_evidence"]
)
def test_a_promise_of_every_status_has_its_page(
    client: TestClient, verdicts: list[Verdict], status: str
) -> None:
    verdict = next(one for one in verdicts if one.status == status)
    page = shown(client, f"/promises/{verdict.promise.id}", lang="en")
    assert f"status-{status}" in page
    assert f"/documents/{verdict.promise.doc}#s{verdict.promise.n}" in page.replace("?lang=en", "")
    assert page.count("<h1") == 1


def test_doc_and_number_and_the_beginning_of_an_id_lead_to_the_permanent_address(
    client: TestClient, verdicts: list[Verdict]
) -> None:
    ref = next(one.promise for one in verdicts if one.evidence)
    for short in (f"{ref.doc}:{ref.n}", ref.id[:14]):
        answer = client.get(f"/promises/{short}?lang=en", follow_redirects=False)
        assert answer.status_code == 303
        assert answer.headers["location"] == f"/promises/{ref.id}?lang=en"


def test_a_statement_that_is_no_promise_leads_into_its_document(client: TestClient) -> None:
    answer = client.get("/promises/2019-work-plan:1", follow_redirects=False)
    assert answer.headers["location"] == "/documents/2019-work-plan#s1"


@pytest.mark.parametrize(
    "wanted", ["0" * 32, "nothing:4", "2019-work-plan:99999", "한국어", "'; drop table--"]
)
def test_what_names_no_promise_is_not_found(client: TestClient, wanted: str) -> None:
    assert client.get(f"/promises/{wanted}").status_code == 404


def test_only_what_was_published_by_the_day_is_told(client: TestClient, verdicts: list[Verdict]) -> None:
    kept = next(one for one in verdicts if one.status == "kept" and one.published == "2019-03")
    page = shown(client, f"/promises/{kept.promise.id}", as_of="2019-06-01", lang="en")
    assert "status-kept" not in page.split("Why this verdict")[0]
    assert client.get(f"/promises/{kept.promise.id}?as_of=2010-01-01").status_code == 404


def test_the_citation_names_source_verdict_day_and_address(
    client: TestClient, verdicts: list[Verdict], sample_ledger: tuple[Location, date]
) -> None:
    verdict = next(one for one in verdicts if one.status == "kept")
    page = shown(client, f"/promises/{verdict.promise.id}", lang="en")
    for language in ("ko", "en"):
        citation = page.split(f'id="citation-{language}"')[1].split("</p>")[0]
        assert f"http://127.0.0.1/promises/{verdict.promise.id}" in citation
        assert str(sample_ledger[1].year) in citation
    assert "Verdict: Kept" in citation


def test_korean_pages_tell_everything_in_korean(client: TestClient, verdicts: list[Verdict]) -> None:
    """Titles and quotes of English documents aside, no English sentence is left."""
    korean = [one for one in verdicts if not LATIN_SENTENCE.search(one.promise.text)]
    for verdict in korean[:: max(1, len(korean) // 12)]:
        page = shown(client, f"/promises/{verdict.promise.id}", lang="ko")
        main = page.split("<main")[1].split("</main>")[0]
        main = re.sub(r'<p class="citation" id="citation-en".*?</p>', "", main, flags=re.DOTALL)
        main = re.sub(r'<(\w+)[^>]*lang="en".*?</\1>', "", main, flags=re.DOTALL)
        words = re.sub(r"<[^>]+>", " ", re.sub("「.*?」", "", main))
        assert LATIN_SENTENCE.findall(words.replace("yaksok", "")) == []


def test_nothing_of_a_document_can_run(hostile: TestClient, made: Location) -> None:
    for verdict in verdicts_in(made, as_of=DAY):
        for language in ("ko", "en"):
            page = shown(hostile, f"/promises/{verdict.promise.id}", lang=language)
            assert "<script>alert" not in page
            assert "<img" not in page
            assert "<svg onload" not in page
            assert not re.search(r'(?:href|src|action)="\s*javascript:', page)
    assert "&lt;script&gt;alert(1)" in page or "&lt;script&gt;alert(0)" in page


def test_every_sentence_that_is_kept_in_english_is_known() -> None:
    """The rules of links, the reasons of testability and of doubt: those of the code, with any words in them."""
    modules = (yaksok.links.relations, yaksok.fulfilment.testability, yaksok.views.doubt)
    sentences = [one for module in modules for one in _sentences(module)]
    assert len(sentences) > 30
    # Two of the sentences are put together from parts.
    limits = ("a link that decides", "evidence by its words alone")
    parts = {*limits, "score X is close to the least for X (X)"}
    whole = {f"score X is close to the least for {what} (X)" for what in ("a link", *limits)}
    whole.add("X of X words, names and parties of its own found again")
    listed = {*sentences, *whole} - parts - {"X of X X, names and parties of its own found again"}
    assert [one for one in listed if recognised(one) is None] == []


def test_what_stands_in_a_kept_sentence_is_told_in_the_language() -> None:
    telling = PageTelling("ko", {})
    assert telling.reason("the later result reports the same deed done (개최)") == (
        "이후 실적이 같은 행위의 완료를 보고함(개최)"
    )
    doubt = telling.reason("another link of the promise says fulfilled_by, superseded_by")
    assert not re.search(r"[a-z]{4}", doubt)
    assert telling.reason("something that nobody wrote") == "something that nobody wrote"


@pytest.mark.parametrize(
    ("written", "korean", "english"),
    [
        ("2025", "2025년", "2025"),
        ("2025-03", "2025년 3월", "March 2025"),
        ("2025-03-05", "2025. 3. 5.", "Mar 5, 2025"),
        ("spring", "spring", "spring"),
        (None, "", ""),
    ],
)
def test_days_are_told_as_exactly_as_they_are_known(written: str | None, korean: str, english: str) -> None:
    assert (PageTelling("ko", {}).day(written), PageTelling("en", {}).day(written)) == (korean, english)


def test_relations_are_those_of_links() -> None:
    assert len(set(RELATIONS)) == 7


def _sentences(module: ModuleType) -> Iterator[str]:
    """The texts of several words in a module, documentation aside, with X for what is filled in."""
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    inner = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        said = ""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            said = node.value
        elif isinstance(node, ast.JoinedStr):
            said = "".join(str(part.value) if isinstance(part, ast.Constant) else "X" for part in node.values)
        is_sentence = len(said.split()) > 2 and said[0].isalpha() and "\\" not in said
        if is_sentence and id(node) not in inner and id(node) not in documentation:
            yield said
