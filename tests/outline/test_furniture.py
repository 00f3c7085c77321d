"""Page furniture is told from text, and text goes on behind it (GUIDE Decision 36)."""

from __future__ import annotations

import pytest
from tests.support.reading import content, furniture, read, source, texts

from yaksok.outline.furniture import furniture_lines, is_date_line
from yaksok.outline.lines import split_lines
from yaksok.pipeline import read_source

HEAD = "2025년 누리부 업무계획\n\n□ 교역 확대\n ㅇ 항공 노선 2개 신설\n"


@pytest.mark.parametrize(
    "line",
    [
        "- 3 -",
        "– 12 –",
        "3 / 20",
        "[12]",
        "Page 4",
        "배포일시 2024. 5. 2.(목) 10:00",
        "담당 부서 산림협력과",
        "문의: 02-123-4567",
        "forest@example.go.kr",
        "https://www.example.go.kr/board/12",
        "붙임 산림 협력 현황 1부. 끝.",
        "/끝/",
        "전화 02) 123-4567",
    ],
)
def test_furniture_alone_on_a_line(line: str) -> None:
    assert line in " ".join(furniture(f"{HEAD}\n\n{line}\n\n□ 청년 교류 확대\n"))


@pytest.mark.parametrize(
    "line",
    [
        "□ 담당 인력을 확대하기로 결정",
        "교역을 3배로 확대한다.",
        "□ 전화 상담 확대",
        "ㅇ 2025년 회의 개최",
        "□ 문의처 안내 체계 정비",
    ],
)
def test_text_is_no_furniture(line: str) -> None:
    assert line.lstrip("□ㅇ ") in texts(f"{HEAD}{line}\n")


@pytest.mark.parametrize("interruption", ["- 3 -", "\n- 3 -\n", "누리부 업무계획\n- 3 -"])
def test_a_sentence_goes_on_across_a_page(interruption: str) -> None:
    long = "정부는 이웃 나라들과 교역을 확대하고 항공 노선을 새로 열어 국민의 왕래를"
    page = "우리나라는 바다를 사이에 둔 나라들과 오랫동안 물자와 사람이 오가는 길을 가꾸어\n왔고 앞으로도 그 길을 넓혀 나갈 것이다. 이를 위해 항구와 공항을 새로 짓고 세관의\n절차를 줄이며 배와 비행기가 더 자주 오가게 하고 있고 앞으로도 그렇게 할 계획이다.\n"
    text = f"2025년 누리부 업무계획\n\n누리부 업무계획\n- 1 -\n{page}누리부 업무계획\n- 2 -\n{page}{long}\n{interruption}\n돕기로 하였다.\n"
    assert f"{long} 돕기로 하였다." in texts(text)


def test_running_heads_are_told_by_page_numbers() -> None:
    text = HEAD + "".join(
        f"누리부 주요 업무\n- {page} -\n□ 과제를 {page}단계로 추진\n" for page in range(1, 5)
    )
    assert sum(each.count("누리부 주요 업무") for each in furniture(text)) == 4
    assert "누리부 주요 업무" not in texts(text)


def test_repeated_lines_without_page_numbers_are_text() -> None:
    text = "2025년 누리부 업무계획\n\n1. 교역\n\n주요 내용\n\nㅇ 항공\n\n2. 청년\n\n주요 내용\n\nㅇ 교류\n"
    assert texts(text).count("주요 내용") == 2


def test_contents_end_where_the_first_entry_comes_again() -> None:
    text = "2025년 누리부 업무계획\n\n목 차\nⅠ. 지난 성과 ........ 1\nⅡ. 추진 과제 ........ 5\n\nⅠ. 지난 성과\n□ 교역 확대\nⅡ. 추진 과제\n□ 항공 노선 신설\n"
    assert texts(text) == ["지난 성과", "교역 확대", "추진 과제", "항공 노선 신설"]
    assert any("........ 5" in each for each in furniture(text))


def test_neighbouring_furniture_is_one_statement() -> None:
    text = f"{HEAD}\n담당 부서 산림협력과\n담당자 과장 홍길동(02-123-4567)\n- 3 -\n"
    assert [each.role for each in read(text).statements][-1] == "meta"
    assert sum(each.role == "meta" for each in read(text).statements) == 1


def test_chrome_from_the_reader_is_furniture() -> None:
    text = "홈 메뉴 소식\n산림 협정 서명\n\n□ 교역 확대\n처음으로\n"
    spans = ((0, 8), (text.index("처음"), len(text)))
    assert furniture_lines(split_lines(text), spans) >= {0, 3}
    document = read_source(source(text, chrome=spans))
    assert [each.role for each in document.statements] == ["meta", "title", "item", "meta"]


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("2025. 1. 17.", True),
        ("2025년 1월 17일 금요일", True),
        ("(2025. 1. 17.)", True),
        ("January 17, 2025", True),
        ("Seoul, January 17, 2025", True),
        ("2025. 1. 17. 회의를 개최하였다.", False),
        ("2025년 업무계획", False),
    ],
)
def test_lines_of_nothing_but_a_date(text: str, alone: bool) -> None:  # noqa: FBT001
    assert is_date_line(text) is alone


@pytest.mark.parametrize(
    "lines",
    [
        "붙임 산림 협력 현황",
        "붙임 1. 산림 협력 현황",
        "[붙임] 산림 협력 현황",
        "붙임\n\n산림 협력 현황",
    ],
)
def test_an_attachment_printed_below_is_a_heading(lines: str) -> None:
    text = f"{HEAD}\n붙임 산림 협력 현황 1부. 끝.\n\n{lines}\n\nㅇ 교역액 3억 달러\n"
    heads = [each for each in content(text) if each.marker.startswith("붙임")]
    assert [(each.role, each.text, each.trail) for each in heads] == [("heading", "산림 협력 현황", ())]


def test_date_and_sender_within_a_notice_are_furniture() -> None:
    document = read(
        "재외국민 등록 안내 공고\n\n재외국민 등록 기간을 다음과 같이 공고합니다.\n\n2025년 3월 4일\n재 외 동 포 청 장\n\n"
        "1. 등록 기간\n가. 상반기에 접수한다.\n2. 등록 방법\n나. 공관에 방문한다.\n"
    )
    meta = " ".join(s.text for s in document.statements if s.role == "meta")
    assert "2025년 3월 4일" in meta
    assert "재 외 동 포 청 장" in meta
