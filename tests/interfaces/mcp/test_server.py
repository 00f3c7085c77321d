"""The MCP server asked by a real client: answers have the described shape, carry sources, and errors are errors."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from mcp import Client, StdioServerParameters, stdio_client
from tests.support.samples import sample_ledger_in

from yaksok.interfaces.mcp.answering import Answering
from yaksok.interfaces.mcp.server import create_server

TOOLS = {"search_statements", "show_promise", "brief_party", "what_is_due", "compare_documents"}


@pytest.fixture(scope="module")
def answering(tmp_path_factory: pytest.TempPathFactory) -> Answering:
    ledger, day = sample_ledger_in(tmp_path_factory.mktemp("mcp"), tmp_path_factory)
    return Answering(ledger, today=day)


def ask(answering: Answering, tool: str, **arguments: Any) -> Any:
    async def asked() -> Any:
        async with Client(create_server(answering)) as client:
            return await client.call_tool(tool, arguments)

    return asyncio.run(asked())


def test_the_tools_are_described_and_only_read(answering: Answering) -> None:
    async def listed() -> Any:
        async with Client(create_server(answering)) as client:
            return (await client.list_tools()).tools

    tools = asyncio.run(listed())
    assert {tool.name for tool in tools} == TOOLS
    assert all(tool.description and tool.output_schema for tool in tools)
    assert all(tool.annotations and tool.annotations.read_only_hint for tool in tools)


def test_a_search_crosses_the_languages_and_carries_places(answering: Answering) -> None:
    found = ask(
        answering, "search_statements", query="Korea-ASEAN Solidarity Initiative", limit=5
    ).structured_content
    assert found["total"] >= 2
    assert any("연대구상" in hit["text"] for hit in found["hits"])
    for hit in found["hits"]:
        assert Path(hit["address"]).name.startswith(hit["doc"])
        assert hit["span"][0] < hit["span"][1]
        assert len(hit["id"]) == 32


def test_a_promise_comes_with_its_proof(answering: Answering) -> None:
    due = ask(answering, "what_is_due", days=400, limit=5).structured_content
    assert due["promises"]
    assert [one["due"]["date"] for one in due["promises"]] == sorted(
        one["due"]["date"] for one in due["promises"]
    )
    card = ask(answering, "show_promise", statement=due["promises"][0]["id"]).structured_content
    assert card["commitment"]["id"] == due["promises"][0]["id"]
    assert card["proof"]
    assert card["source"]["address"]


def test_a_party_is_briefed(answering: Answering) -> None:
    brief = ask(answering, "brief_party", party="asean", limit=3).structured_content
    assert brief["korean"] == "아세안"
    assert brief["by_status"]
    assert all(len(part["promises"]) <= 3 for part in brief["parts"])
    assert any(part["promises"] for part in brief["parts"])


def test_two_documents_are_compared(answering: Answering) -> None:
    told = ask(
        answering, "compare_documents", earlier="2024-work-plan", later="2025-work-plan", limit=50
    ).structured_content
    assert set(told["numbers"]) == {"continued", "renamed", "changed", "dropped", "new"}
    assert told["numbers"]["new"] > 0
    assert 0 <= told["share_continued"] <= 1


@pytest.mark.parametrize(
    ("tool", "arguments", "number"),
    [
        ("show_promise", {"statement": "no such promise anywhere"}, "Y307"),
        ("brief_party", {"party": "XXX"}, "Y303"),
        ("brief_party", {"party": "KOR"}, "Y311"),
        ("what_is_due", {"as_of": "tomorrow"}, "Y302"),
        ("compare_documents", {"earlier": "2024-work-plan", "later": "2099-work-plan"}, "Y347"),
        ("compare_documents", {"earlier": "2024-work-plan", "later": "2024-work-plan"}, "Y346"),
    ],
)
def test_an_error_is_an_error_with_its_number(
    answering: Answering, tool: str, arguments: dict[str, str], number: str
) -> None:
    answer = ask(answering, tool, **arguments)
    assert answer.is_error
    assert number in answer.content[0].text


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("search_statements", {"query": ""}),
        ("search_statements", {"query": "x" * 2001}),
        ("search_statements", {"query": "x", "limit": 1000}),
        ("what_is_due", {"days": -1}),
        ("what_is_due", {"days": 10**9}),
        ("show_promise", {}),
        ("no_such_tool", {}),
    ],
)
def test_arguments_are_bounded(answering: Answering, tool: str, arguments: dict[str, Any]) -> None:
    assert ask(answering, tool, **arguments).is_error


def test_it_speaks_on_standard_input_and_output(tmp_path: Path) -> None:
    ledger = tmp_path / "yaksok.db"
    plan = tmp_path / "2024-plan.txt"
    plan.write_text(
        "2024년 주요업무 추진계획\n\n2024. 1. 외교부\n\n□ 한-몽골 협정 6월 체결\n", encoding="utf-8"
    )
    program = str(Path(sys.executable).with_name("yaksok"))
    subprocess.run([program, "add", str(plan), "--ledger", str(ledger)], check=True, capture_output=True)
    spoken = StdioServerParameters(
        command=program, args=["mcp", "--ledger", str(ledger), "--today", "2024-02-01"]
    )

    async def asked() -> Any:
        async with Client(stdio_client(spoken)) as client:
            return await client.call_tool("what_is_due", {"party": "MNG"})

    found = asyncio.run(asked()).structured_content
    assert [one["text"] for one in found["promises"]] == ["한-몽골 협정 6월 체결"]


def test_the_tools_tell_in_korean_when_asked(answering: Answering) -> None:
    due = ask(answering, "what_is_due", days=400, limit=1, language="ko").structured_content
    promise = due["promises"][0]["id"]
    korean = ask(answering, "show_promise", statement=promise, language="ko").structured_content
    english = ask(answering, "show_promise", statement=promise).structured_content
    assert "니다" in korean["why"]
    assert "니다" not in re.sub("“.*?”", "", english["why"])
    assert korean["commitment"] == english["commitment"]
    found = ask(answering, "search_statements", query='"열린', language="ko").structured_content
    assert any("따옴표" in notice for notice in found["notices"])


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("show_promise", {"statement": "nothing:1"}),
        ("brief_party", {"party": "NOBODY"}),
        ("what_is_due", {"as_of": "2024-13-40"}),
        ("compare_documents", {"earlier": "none", "later": "none"}),
        ("search_statements", {"query": "x", "as_of": "never"}),
    ],
)
def test_errors_are_told_in_the_language(answering: Answering, tool: str, arguments: dict[str, str]) -> None:
    told = ask(answering, tool, **arguments, language="ko")
    assert told.is_error
    assert "다음 단계: " in told.content[0].text
    assert "다음 단계: " not in ask(answering, tool, **arguments).content[0].text
