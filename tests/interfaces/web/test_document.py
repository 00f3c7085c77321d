"""Pages of a document: what stands on them, whatever the document holds and whatever it is called."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from selectolax.lexbor import LexborNode
from starlette.testclient import TestClient
from tests.support.linked import add_files, link

from yaksok.interfaces.web.app import create_app
from yaksok.interfaces.web.settings import Settings
from yaksok.interfaces.web.source_file import attachment, safe_name
from yaksok.ledger.location import Location, location_of
from yaksok.views.document_parts import PART

DAY = date(2025, 6, 30)
PLAN = """# 2025년 시험부 업무계획

2025. 2. 시험부

1. 해양 협력

 □ '25.12월까지 칠레와 「해양안전협정」 체결 추진
  ㅇ 갯벌 연구소 3개소를 짓는 데 250억원을 지원할 계획
 □ 페루와 제3차 경제대화를 개최하였음(25.1.15)

2. 제도 정비

 □ 항공 노선을 넓혀 나가겠음
"""
LATER = PLAN.replace("제3차 경제대화", "제4차 경제대화").replace(
    " □ 항공 노선을 넓혀 나가겠음\n", " □ 재외공관 2곳 신설 추진\n"
)
HOSTILE = """# 2025년 <script>alert(1)</script> 업무계획

2025. 3. 시험부

 □ "><img src=x onerror=alert(2)> '25.12월까지 칠레와 협정 체결 추진
 □ ' onmouseover='alert(3) {{ 7 * 7 }} {% raw %} 페루와 협력을 넓히겠음
 □ <a href="javascript:alert(4)">칠레</a> 및 </div></article><style>*{display:none}</style> 지원 추진
"""
PAGE = """<!doctype html><html lang="ko"><head><title>시험부 국정과제</title></head><body><h1>시험부 국정과제</h1>
<p>2025년 3월 1일 시험부</p><h2>과제 하나</h2><ul><li>칠레와 <a href="javascript:alert(5)">협정</a> 체결 추진
<li>페루에 &lt;script&gt;alert(6)&lt;/script&gt; 지원을 확대하겠음</ul></body></html>"""
KOREAN = """# 한-칠레 공동성명

2024. 5. 20.

1. 양국은 2026년까지 교역액 300억불을 달성하기로 하였다.

2. 양국은 2024년 11월 4일 서울에서 제2차 고위급 해양대화(HLMD)를 개최하기로 하였다.

3. 한국은 APEC 회원국으로서 3,500만불을 지원하기로 하였다.

4. 양국은 2025년 6월까지 KASI 공동 연구소를 설치하기로 하였다.
"""
ENGLISH = """# Korea-Chile Joint Statement

May 20, 2024

1. The two sides agreed to reach USD 30 billion in trade by 2026.

2. The two sides agreed to hold the 2nd High-Level Maritime Dialogue (HLMD) in Seoul on November 4, 2024.

3. Korea agreed to provide USD 35 million as a member of APEC.

4. The two sides agreed to set up a joint KASI institute by June 2025.
"""
NAMES = ["공백 있는 이름", "name #1 50% ?a=b", "a&b;c", "...", "'\"<b>"]


def _long() -> str:
    lines = ["# 2025년 긴 업무계획", "", "2025. 1. 시험부", ""]
    for chapter in range(1, 21):
        lines += [f"{chapter}. 과제 {chapter}", ""]
        lines += [f" □ {chapter}-{n}차 칠레 협의를 '25.{n % 12 + 1}월 개최" for n in range(30)]
        lines.append("")
    return "\n".join(lines)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Location:
    folder = tmp_path_factory.mktemp("documents")
    place = location_of(folder / "yaksok.db")
    texts = {
        "plan": PLAN,
        "hostile": HOSTILE,
        "long": _long(),
        "statement-ko": KOREAN,
        "statement-en": ENGLISH,
    }
    paths = []
    for name, text in {
        **texts,
        **{name: PLAN.replace("시험부", f"시험{n}부") for n, name in enumerate(NAMES)},
    }.items():
        paths.append(folder / f"{name}.txt")
        paths[-1].write_text(text, encoding="utf-8")
    paths.append(folder / "web.html")
    paths[-1].write_text(PAGE, encoding="utf-8")
    formats = Path(__file__).resolve().parents[3] / "examples" / "formats"
    paths.append(formats / "pdf" / "2025-self-evaluation.pdf")
    paths.append(formats / "hwpx" / "2025-work-plan.hwpx")
    add_files(place, paths)
    (folder / "plan.txt").write_text(LATER, encoding="utf-8")
    add_files(place, [folder / "plan.txt"])
    link(place)
    return place


@pytest.fixture(scope="module")
def site(ledger: Location) -> Iterator[TestClient]:
    settings = Settings(ledger=ledger, person="Tester", today=lambda: DAY)
    with TestClient(create_app(settings), base_url="http://127.0.0.1") as made:
        yield made


def tree(site: TestClient, path: str) -> HTMLParser:
    answer = site.get(path, headers={"accept-language": "en"})
    assert answer.status_code == 200, answer.text[-500:]
    return HTMLParser(answer.text)


def one(page: HTMLParser | LexborNode, selector: str) -> LexborNode:
    found = page.css_first(selector)
    assert found is not None, selector
    return found


def value(node: LexborNode, name: str) -> str:
    return node.attributes[name] or ""


def texts_of(page: HTMLParser, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in page.css(selector)]


def older(site: TestClient) -> str:
    page = tree(site, "/documents/plan")
    links = [
        node.attributes["href"] or ""
        for node in page.css("a")
        if "version=" in (node.attributes["href"] or "")
    ]
    current = one(page, "#version-id").text()
    found = {match[1] for each in links if (match := re.search(r"version=(\w{32})", each))} - {current}
    assert len(found) == 1
    return found.pop()


# -- the reading ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["plan", "2025-work-plan", "2025-self-evaluation", "web", "hostile"])
def test_every_statement_has_its_anchor_and_permanent_link(site: TestClient, name: str) -> None:
    page = tree(site, f"/documents/{name}")
    count = int(one(page, ".reading").attributes["data-statements"] or 0)
    anchors = [node.attributes["id"] for node in page.css(".s[id]")]
    assert sorted(anchors, key=lambda each: int((each or "s0")[1:])) == [f"s{n}" for n in range(1, count + 1)]
    version = one(page, "#version-id").text()
    assert all(
        f"version={version}" in (node.attributes["href"] or "")
        and f"#s{node.text()}" in (node.attributes["href"] or "")
        for node in page.css("a.n")
    )
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))


def test_acts_are_told_by_letters_and_in_words(site: TestClient) -> None:
    page = tree(site, "/documents/plan")
    promises = page.css("div.s.act-commitment")
    assert promises
    assert {one(each, ".letter").text() for each in promises} == {"Pr"}
    assert all("Promise:" in one(each, ".gut").text() for each in promises)
    assert {node.attributes["value"] for node in page.css(".act-filter input[value]")} >= {
        "commitment",
        "result",
    }


def test_promises_lead_to_their_verdicts(site: TestClient) -> None:
    page = tree(site, "/documents/plan")
    badges = page.css("a.verdict")
    assert len(badges) == len(page.css("div.s.act-commitment"))
    assert all(re.fullmatch(r"/promises/[0-9a-f]{32}", each.attributes["href"] or "") for each in badges)
    assert all(one(each, ".status").text() for each in badges)


@pytest.mark.parametrize(
    ("words", "tip"),
    [
        ("칠레", "Party Chile (CHL)"),
        ("'25.12월까지", "Dec 31, 2025"),
        ("3개소", "Quantity 3 "),
        ("250억원", "25,000,000,000 KRW"),
        ("250억원", "times 100,000,000"),
        ("해양안전협정", "Name agreement"),
    ],
)
def test_mentions_show_their_value_and_rule(site: TestClient, words: str, tip: str) -> None:
    page = tree(site, "/documents/plan")
    found = [node for node in page.css(".m") if node.text().startswith(words)]
    assert found
    shown = " ".join(one(found[0], ".tip").text().split())
    assert tip in shown
    assert one(found[0], ".tip").attributes["id"] == found[0].attributes["aria-describedby"]
    assert found[0].tag == "a" or found[0].attributes["tabindex"] == "0"


def test_a_party_leads_to_its_page(site: TestClient) -> None:
    page = tree(site, "/documents/plan")
    assert "/parties/CHL" in {node.attributes["href"] for node in page.css("a.m-party")}


def test_chips_stand_in_the_address(site: TestClient) -> None:
    page = tree(site, "/documents/plan?act=commitment")
    checked = [
        node.attributes["value"]
        for node in page.css(".act-filter input[value]")
        if "checked" in node.attributes
    ]
    assert "commitment" in checked
    assert "result" not in checked
    assert site.get("/documents/plan?act=nonsense").status_code == 400


def test_tables_and_pages_are_shown_as_such(site: TestClient) -> None:
    page = tree(site, "/documents/2025-self-evaluation")
    assert texts_of(page, ".page-mark") == ["Page 1", "Page 2"]


@pytest.mark.parametrize(
    "path", ["hostile", "hostile/original", "web", "web/original", "hostile/beside/plan"]
)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_nothing_of_a_document_becomes_markup(site: TestClient, path: str, language: str) -> None:
    answer = site.get(f"/documents/{path}?lang={language}")
    assert answer.status_code == 200
    page = HTMLParser(answer.text)
    assert all((node.attributes.get("src") or "").startswith("/static/") for node in page.css("script"))
    assert page.css("style") == []
    assert page.css("[style]") == []
    assert page.css("img") == []
    handlers = [name for node in page.css("*") for name in node.attributes if name.startswith("on")]
    assert handlers == []
    hrefs = [node.attributes["href"] or "" for node in page.css("a[href]")]
    assert all(href.startswith(("/", "#")) for href in hrefs)
    assert "<script>alert" not in answer.text


def test_hostile_words_are_there_to_be_read(site: TestClient) -> None:
    words = " ".join(texts_of(tree(site, "/documents/hostile"), ".reading"))
    assert "<img src=x onerror=alert(2)>" in words
    assert "{% raw %}" in words


# -- names ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_any_name_leads_to_its_document(site: TestClient, name: str) -> None:
    found = tree(site, f"/documents/{quote(name, safe='')}")
    for selector in (".views a", ".take a", ".contents a"):
        for node in found.css(selector):
            href = node.attributes["href"] or ""
            if href.startswith("/documents/"):
                assert site.get(href).status_code == 200, href


@pytest.mark.parametrize(
    "path",
    [
        "/documents/none",
        "/documents/%2F..%2Fetc%2Fpasswd",
        "/documents/%2e%2e",
        "/documents/plan%00",
        "/documents/plan?version=none",
        "/documents/plan?version=" + "0" * 32,
        "/documents/" + "0" * 32,
        "/documents/none/original",
        "/documents/plan/beside/none",
        "/documents/none/beside/plan",
        "/documents/none/source",
        "/documents/plan/pages/1.png",
        "/documents/2025-self-evaluation/pages/99.png",
        "/documents/2025-self-evaluation/pages/x.png",
        "/documents/2025-self-evaluation/pages/1234567.png",
        "/documents/" + quote("가" * 500),
    ],
)
def test_what_is_not_there_is_not_found(site: TestClient, path: str) -> None:
    assert site.get(path).status_code == 404


@pytest.mark.parametrize("query", ["part=0", "part=x", "at=-1", "at=٣", "part=1234567890", "format=exe"])
def test_parameters_are_checked(site: TestClient, query: str) -> None:
    assert site.get(f"/documents/plan?{query}").status_code == 400


# -- long documents ---------------------------------------------------------------------------


def test_a_long_document_comes_in_parts_that_hold_all_of_it(site: TestClient) -> None:
    first = tree(site, "/documents/long")
    count = int(one(first, ".reading").attributes["data-statements"] or 0)
    found: list[str | None] = []
    part = 1
    while len(found) < count:
        page = tree(site, f"/documents/long?part={part}")
        shown = [node.attributes["id"] for node in page.css(".s[id]")]
        found += shown
        longest = (
            PART if len(found) < count else PART * 4 // 3
        )  # the last one takes in what would be a short rest
        assert 0 < len(shown) <= longest
        part += 1
    assert found == [f"s{n}" for n in range(1, count + 1)]
    assert part > 3


def test_the_part_with_a_statement_is_found(site: TestClient) -> None:
    page = tree(site, "/documents/long?at=600")
    assert page.css_first("#s600") is not None
    headings = [node.attributes["href"] or "" for node in page.css(".contents a")]
    elsewhere = [href for href in headings if not href.startswith("#")]
    assert elsewhere
    assert all(re.search(r"at=(\d+)#s\1$", href) for href in elsewhere)
    assert tree(site, elsewhere[0]).css_first(elsewhere[0][elsewhere[0].index("#") :]) is not None


# -- files ------------------------------------------------------------------------------------


def test_the_source_is_stored_and_never_shown(site: TestClient) -> None:
    answer = site.get("/documents/web/source")
    assert answer.content == PAGE.encode()
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.headers["content-disposition"].startswith('attachment; filename="web.html"')


def test_the_text_is_what_was_read(site: TestClient) -> None:
    answer = site.get("/documents/plan?format=text")
    assert answer.text == LATER
    assert answer.headers["content-disposition"].startswith("attachment")


def test_statements_can_be_taken_along(site: TestClient) -> None:
    told = json.loads(site.get("/documents/plan?format=json").text)
    rows = list(
        csv.DictReader(io.StringIO(site.get("/documents/plan?format=csv").text.removeprefix("\ufeff")))
    )
    assert [one["n"] for one in told["statements"]] == [int(row["n"]) for row in rows]
    assert [one["text"] for one in told["statements"]] == [row["text"] for row in rows]
    assert all(row["status"] for row in rows if row["act"] == "commitment")
    assert site.get("/documents/plan?format=parquet").content.startswith(b"PAR1")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("/a/b/업무 계획.hwp", "업무 계획.hwp"),
        ("..\\..\\plan.txt", "plan.txt"),
        ('x"\r\ny: z.txt', "x___y_ z.txt"),
        ("..", "document"),
        ("", "document"),
        ("a" * 400 + ".txt", "a" * 120 + ".txt"),
    ],
)
def test_names_of_files_lead_nowhere_else(given: str, kept: str) -> None:
    assert safe_name(given) == kept
    header = attachment(given)
    assert header.isascii()
    assert "\r" not in header
    assert "\n" not in header


# -- versions ---------------------------------------------------------------------------------


def test_an_older_version_is_shown_as_it_was(site: TestClient) -> None:
    page = tree(site, f"/documents/plan?version={older(site)}")
    words = " ".join(texts_of(page, ".reading"))
    assert "제3차 경제대화" in words
    assert "제4차 경제대화" not in words
    assert page.css_first(".older") is not None
    assert page.css("a.verdict") == []


def test_versions_side_by_side_show_what_changed(site: TestClient) -> None:
    path = f"/documents/plan/beside/{older(site)}"
    page = tree(site, path)
    assert texts_of(page, "tr.pair-changed del") == ["제3차"]
    assert texts_of(page, "tr.pair-changed ins") == ["제4차"]
    assert "항공 노선을 넓혀 나가겠음" in " ".join(texts_of(page, "tr.pair-removed td:first-child"))
    assert "재외공관 2곳 신설 추진" in " ".join(texts_of(page, "tr.pair-added td:nth-child(2)"))
    only = tree(site, f"{path}?change=changed&change=removed&change=added")
    assert only.css("tr.pair-same") == []
    assert len(only.css("tbody tr")) < len(page.css("tbody tr"))
    assert site.get(f"{path}?change=nonsense").status_code == 400


def test_a_translation_stands_beside_its_original(site: TestClient) -> None:
    page = tree(site, "/documents/statement-ko/beside/statement-en")
    pairs = [
        (one(row, "td:first-child").text(), one(row, "td:nth-child(2)").text())
        for row in page.css("tr.pair-aligned")
    ]
    together = [(ko, en) for ko, en in pairs if "해양대화" in ko]
    assert len(together) == 1
    assert "Maritime Dialogue" in together[0][1]
    languages = {node.attributes["lang"] for node in page.css("tr.pair-aligned .read-words")}
    assert languages == {"ko", "en"}


def test_the_family_is_named_on_the_page(site: TestClient) -> None:
    page = tree(site, "/documents/statement-en")
    links = {node.attributes["href"] for node in page.css("section a")}
    assert "/documents/statement-en/beside/statement-ko" in links


# -- beside the original ----------------------------------------------------------------------


def test_lines_stand_beside_their_statements(site: TestClient) -> None:
    page = tree(site, "/documents/plan/original")
    rows = {
        " ".join(one(row, ".place-text").text().split()): texts_of(HTMLParser(row.html or ""), ".read-words")
        for row in page.css("tbody tr")
        if row.css_first(".place-text") is not None
    }
    assert rows["□ 재외공관 2곳 신설 추진"] == ["□ 재외공관 2곳 신설 추진"]
    assert "line7" in texts_of(page, ".place code")


def test_paragraphs_have_their_addresses(site: TestClient) -> None:
    page = tree(site, "/documents/2025-work-plan/original")
    assert all(code.startswith("section0/") for code in texts_of(page, ".place code"))
    assert len(page.css(".read")) > 40


def test_a_printed_page_is_a_picture_with_the_places_of_its_statements(site: TestClient) -> None:
    page = tree(site, "/documents/2025-self-evaluation/original")
    fragment = one(page, "[data-fragment]").attributes["data-fragment"] or ""
    svg = tree(site, fragment)
    numbers = {node.attributes["data-n"] for node in svg.css("g.boxes")}
    assert numbers == {node.attributes["data-n"] for node in page.css(".read")}
    box = [float(side) for side in (one(svg, "svg").attributes["viewBox"] or "").split()]
    assert box[2:] == pytest.approx([595.3, 841.9], abs=1)
    for rect in svg.css("rect"):
        x, y, width, height = (float(rect.attributes[side] or -1) for side in ("x", "y", "width", "height"))
        assert 0 <= x < x + width <= box[2]
        assert 0 <= y < y + height <= box[3]
    picture = site.get(one(svg, "image").attributes["href"] or "")
    assert picture.headers["content-type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG\r\n\x1a\n")


def test_the_page_with_a_statement_is_found(site: TestClient) -> None:
    page = tree(site, "/documents/2025-self-evaluation/original?at=45")
    assert page.css_first("#s45") is not None
    assert one(page, "[data-fragment]").attributes["data-fragment"].partition("?")[0].endswith("/pages/2")  # type: ignore[union-attr]
