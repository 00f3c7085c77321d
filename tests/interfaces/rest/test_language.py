"""The API tells in Korean or English: by parameter, else by the header; what is typed stays the same."""

from __future__ import annotations

import re
from typing import Any

import pytest
from starlette.testclient import TestClient

from yaksok.interfaces.rest.language import preferred

_WORDS = re.compile(r"[a-z]+ [a-z]+ [a-z]+")
_QUOTES = re.compile(r"“.*?”|「.*?」")
TOLD = {"why", "sentence", "searched", "reasons", "where"}


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "en"),
        ("ko", "ko"),
        ("ko-KR,ko;q=0.9,en;q=0.8", "ko"),
        ("en-GB,en;q=0.9,ko;q=0.5", "en"),
        ("en;q=0.3, ko;q=0.7", "ko"),
        ("ko;q=0", "en"),
        ("fr, ko;q=0.2", "ko"),
        ("fr", "en"),
        ("*", "en"),
        ("ko;q=many", "en"),
        ("ko;q=2", "en"),
        ("ko, en", "ko"),
        ("en, ko", "en"),
        ("korean", "en"),
        (",;=,;q", "en"),
    ],
)
def test_the_header_is_weighed(accepted: str, language: str) -> None:
    assert preferred(accepted) == language


def card(api: TestClient, status: str, **asked: Any) -> Any:
    (row,) = api.get("commitments", params={"status": status, "limit": 1}).json()["rows"]
    answer = api.get(f"commitments/{row['id']}", **asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


def leaves(told: Any, name: str = "") -> Any:
    """Every text of an answer that is told, as words that are no quote."""
    if isinstance(told, dict):
        return [one for key, value in told.items() for one in leaves(value, key)]
    if isinstance(told, list):
        return [one for value in told for one in leaves(value, name)]
    return [_QUOTES.sub("", told)] if name in TOLD and isinstance(told, str) and told else []


def typed(told: Any, name: str = "") -> Any:
    """An answer without what is told."""
    if isinstance(told, dict):
        return {key: typed(value, key) for key, value in told.items() if key not in TOLD}
    return [typed(value, name) for value in told] if isinstance(told, list) else told


@pytest.mark.parametrize("status", ["kept", "silent", "overdue_no_evidence", "broken", "not_testable"])
def test_a_promise_is_told_in_korean(api: TestClient, status: str) -> None:
    korean = card(api, status, params={"language": "ko"})
    english = card(api, status)
    texts = leaves(korean)
    assert len(texts) > 3
    # Names of documents, words that both statements share and ids of programmes stay as they are.
    assert [text for text in texts if not re.search("[가-힣]", text) or _WORDS.search(text)] == []
    assert not any(re.search("[가-힣]{2}(?:니다|음|함)", text) for text in leaves(english))
    assert typed(korean) == typed(english)


def test_the_header_chooses_and_the_parameter_has_the_last_word(api: TestClient) -> None:
    by_header = card(api, "kept", headers={"Accept-Language": "ko-KR,ko"})
    assert "보고하였습니다" in by_header["why"]
    both = card(api, "kept", headers={"Accept-Language": "ko"}, params={"language": "en"})
    assert "보고하였습니다" not in both["why"]


def test_caches_keep_the_languages_apart(api: TestClient) -> None:
    tags = {}
    for language in ("ko", "en"):
        answer = api.get("commitments", headers={"Accept-Language": language})
        tags[language] = answer.headers["etag"]
        assert answer.headers["vary"] == "Accept-Language"
    assert tags["ko"] != tags["en"]
    asked = {"Accept-Language": "ko", "If-None-Match": tags["en"]}
    assert api.get("commitments", headers=asked).status_code == 200
    same = api.get("commitments", headers={**asked, "If-None-Match": tags["ko"]})
    assert (same.status_code, same.headers["vary"]) == (304, "Accept-Language")


def test_reasons_of_links_are_told(api: TestClient) -> None:
    rows = api.get("links", params={"language": "ko", "limit": 20}).json()["rows"]
    assert rows
    rules = [row["why"].rsplit("; ", 1)[-1] for row in rows]
    assert [rule for rule in rules if not re.search("[가-힣]", rule) or _WORDS.search(rule)] == []
    plain = api.get("links", params={"limit": 20}).json()["rows"]
    assert [row["relation"] for row in rows] == [row["relation"] for row in plain]


@pytest.mark.parametrize(
    ("path", "parameters"),
    [("commitments/nothing:1", {}), ("nowhere", {}), ("commitments", {"limit": "many"})],
)
def test_errors_are_told(api: TestClient, path: str, parameters: dict[str, str]) -> None:
    told = {
        language: api.get(path, params=parameters, headers={"Accept-Language": language})
        for language in ("ko", "en")
    }
    assert told["ko"].status_code == told["en"].status_code >= 400
    korean, english = (told[language].json()["error"] for language in ("ko", "en"))
    assert korean["number"] == english["number"]
    assert re.search("[가-힣]", korean["message"])
    assert re.search("[가-힣]", korean["next_step"])
    assert not re.search("[가-힣]", english["next_step"])


def test_another_language_is_refused(api: TestClient) -> None:
    answer = api.get("commitments", params={"language": "fr"})
    assert answer.status_code == 422
    assert answer.json()["error"]["number"] == "Y346"


def test_every_path_describes_the_parameter(api: TestClient) -> None:
    paths = api.get("openapi.json").json()["paths"]
    without = [
        (path, verb)
        for path, verbs in paths.items()
        for verb, one in verbs.items()
        if "language" not in {each["name"] for each in one.get("parameters", [])}
    ]
    assert without == []
