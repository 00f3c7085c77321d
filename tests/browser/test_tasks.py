"""The seven tasks that people come with, walked as a new user would, by what is written on the pages."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Site

Keep = Callable[..., None]

LANGUAGES = ("ko", "en")

PLAN = """2026년 외교부 주요업무 추진계획

2026. 2. 외교부

Ⅰ. 2025년 성과와 평가

□ 한-중앙아 정상회의 준비기획단 출범(25.12.1)

Ⅱ. 2026년 주요 추진과제

1. 신흥지역 외교

□ 제1차 한-중앙아 정상회의 9월 서울 개최
□ 한-아프리카 외교장관회의 2026년 상반기 개최
□ 한-아세안 싱크탱크 협의체 2027년까지 신설

2. 국민 안전

□ 해외안전 알림 서비스 7월 정식 개시
"""


def say(language: str, korean: str, english: str) -> str:
    return korean if language == "ko" else english


def open_page(page: Page, path: str, language: str) -> None:
    page.goto(f"{path}{'&' if '?' in path else '?'}lang={language}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_1_upload_a_document_and_find_what_is_new(
    page: Page, keep: Keep, tmp_path: Path, language: str
) -> None:
    plan = tmp_path / f"2026-work-plan-{language}.txt"
    plan.write_text(PLAN if language == "ko" else PLAN.replace("7월", "8월"), encoding="utf-8")
    broken = tmp_path / f"broken-{language}.hwp"
    broken.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"no real file" * 50)
    open_page(page, "/", language)
    keep(page, f"home-{language}")
    page.set_input_files("input[type=file]", [plan, broken])
    page.get_by_role("button", name=say(language, "장부에 넣기", "Add to the ledger")).click()
    page.wait_for_url("**/uploads/*")
    done = say(language, "올린 결과", "What the upload brought")
    expect(page.locator("h1")).to_contain_text(re.compile(f"{done}|결과|brought"), timeout=120_000)
    body = page.locator("main")
    expect(body).to_contain_text(plan.name)
    expect(body).to_contain_text(re.compile(r"Y1\d\d"))  # the broken file's numbered problem
    keep(page, f"uploaded-{language}")
    body.get_by_role("link", name=plan.name, exact=True).first.click()
    expect(page.locator("main")).to_contain_text("해외안전 알림 서비스")


@pytest.mark.parametrize("language", LANGUAGES)
def test_2_find_every_promise_to_asean_falling_due_within_a_year(
    page: Page, keep: Keep, site: Site, language: str
) -> None:
    open_page(page, "/", language)
    page.get_by_role("navigation").get_by_role(
        "link", name=say(language, "약속", "Promises"), exact=True
    ).click()
    page.get_by_label(say(language, "당사자", "Party"), exact=True).fill(say(language, "아세안", "ASEAN"))
    until = site.day + timedelta(days=365)
    page.get_by_label(say(language, "기한 시작일", "Due from")).fill(site.day.isoformat())
    page.get_by_label(say(language, "기한 종료일", "Due until")).fill(until.isoformat())
    page.get_by_role("button", name=say(language, "보기", "Show")).first.click()
    page.wait_for_url("**due_until=*")
    rows = page.locator("table.promises tbody tr")
    assert rows.count() >= 1
    for row in rows.all():
        assert re.search("아세안|ASEAN|동남아", row.inner_text())
    keep(page, f"due-{language}")
    assert "party=" in page.url, "the address can be sent to a colleague"


@pytest.mark.parametrize("language", LANGUAGES)
def test_3_learn_what_became_of_the_2030_exhibition_bid(page: Page, keep: Keep, language: str) -> None:
    open_page(page, "/", language)
    page.keyboard.press("/")
    page.keyboard.type("2030 세계박람회 유치" if language == "ko" else "world expo 2030 Busan")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?*")
    keep(page, f"search-{language}")
    page.locator(".hits a", has_text="부산세계박람회 유치").first.click()
    page.wait_for_url("**/promises/*")
    expect(page.locator(".verdict-line")).to_contain_text(say(language, "불이행", "Broken"))
    expect(page.locator("main")).to_contain_text("유치 실패")
    keep(page, f"promise-{language}")


def test_4_correct_a_wrong_link_and_see_the_verdict_change(page: Page, keep: Keep) -> None:
    page.goto("/promises?status=broken&lang=ko")
    page.locator("table.promises a.promise-link").first.click()
    page.wait_for_url("**/promises/*")
    expect(page.locator(".verdict-line")).to_contain_text("불이행")
    while "불이행" in page.locator(".verdict-line").inner_text():
        page.locator("article.link").first.focus()
        page.keyboard.press("r")
        page.wait_for_url("**decided=*")
        page.wait_for_load_state()
    expect(page.locator(".decided")).to_contain_text("→")
    keep(page, "decided-ko")
    page.goto("/decisions?lang=ko")
    expect(page.locator("main")).to_contain_text("홍보 담당")
    page.locator("button", has_text="취소").first.click()
    page.wait_for_load_state()


@pytest.mark.parametrize("language", LANGUAGES)
def test_5_prepare_for_a_meeting_with_a_partner(page: Page, keep: Keep, language: str) -> None:
    open_page(page, "/parties", language)
    keep(page, f"parties-{language}")
    page.get_by_role("searchbox").last.fill("베트남" if language == "ko" else "Vietnam")
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    page.locator("main a[href^='/parties/VNM']:not(figure *)").first.click()
    page.wait_for_url("**/parties/VNM*")
    expect(page.locator("h1")).to_contain_text(say(language, "베트남", "Viet"))
    expect(page.locator("main")).to_contain_text(say(language, "아세안", "Southeast Asian"))
    page.goto(f"/parties/ASEAN?lang={language}")
    keep(page, f"party-{language}")
    printed = page.pdf(format="A4")
    assert printed.startswith(b"%PDF")


@pytest.mark.parametrize("language", LANGUAGES)
def test_6_compare_two_work_plans(page: Page, keep: Keep, language: str) -> None:
    open_page(page, "/", language)
    page.get_by_role("navigation").get_by_role(
        "link", name=say(language, "계획 비교", "Compare"), exact=True
    ).click()
    page.locator("select[name=one]").select_option("2024-work-plan")
    page.locator("select[name=other]").select_option("2025-work-plan")
    page.locator("form.chooser button").click()
    page.wait_for_url("**other=2025-work-plan*")
    expect(page.locator("main")).to_contain_text("여권")
    expect(page.locator("figure.chart svg").first).to_be_visible()
    keep(page, f"compare-{language}")


def test_7_take_the_table_into_a_spreadsheet(page: Page, site: Site, tmp_path: Path) -> None:
    page.goto("/promises?status=kept&lang=ko")
    shown = int(re.search(r"(\d+)", page.locator(".list-head p").first.inner_text())[1])  # type: ignore[index]  # the count stands there
    with page.expect_download() as waiting:
        page.get_by_role("link", name="CSV").first.click()
    saved = tmp_path / "promises.csv"
    waiting.value.save_as(saved)
    data = saved.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf"), "spreadsheets know the encoding by it"
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert len(rows) == shown
    assert {row["status"] for row in rows} == {"kept"}
    assert all(date.fromisoformat(row["as_of"]) == site.day for row in rows)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Parquet").first.click()
    waiting.value.save_as(tmp_path / "promises.parquet")
    assert (tmp_path / "promises.parquet").read_bytes()[:4] == b"PAR1"


def test_a_chart_is_saved_as_picture(page: Page, tmp_path: Path) -> None:
    page.goto("/?lang=en")
    figure = page.locator("figure.chart").first
    expect(figure.locator("svg")).to_be_visible()
    for name, beginning in (("Save as SVG", b"<svg"), ("Save as PNG", b"\x89PNG")):
        with page.expect_download() as waiting:
            figure.get_by_role("button", name=name).click()
        saved = tmp_path / "chart"
        waiting.value.save_as(saved)
        assert saved.read_bytes().startswith(beginning)
    figure.get_by_role("button", name="Show the table").click()
    expect(figure.locator("table")).to_be_visible()


def test_a_dropped_file_is_read(page: Page) -> None:
    page.goto("/?lang=en")
    page.evaluate(
        """(text) => {
            const carried = new DataTransfer();
            carried.items.add(new File([text], "2026-dropped.txt", { type: "text/plain" }));
            for (const kind of ["dragenter", "dragover", "drop"]) {
                const event = new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: carried });
                document.querySelector(".drop").dispatchEvent(event);
            }
        }""",
        "2026년 주요업무 추진계획\n\n2026. 3. 외교부\n\n□ 한-몽골 사회보장협정 2026년 6월 체결\n",
    )
    page.wait_for_url("**/uploads/*")
    expect(page.locator("h1")).to_contain_text("What the upload brought", timeout=60_000)
    expect(page.locator("main")).to_contain_text("2026-dropped.txt")
