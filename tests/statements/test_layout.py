"""Every statement stands in one piece, and no character is lost."""

from __future__ import annotations

from collections import Counter

from tests.support.reading import read

FIRST = "정부는 이웃 나라들과 교역을 확대하고 항공 노선을 새로 열어 국민의 왕래를"
BODY = (
    "우리나라는 바다를 사이에 둔 나라들과 오랫동안 물자와 사람이 오가는 길을 가꾸어\n"
    "왔고 앞으로도 그 길을 넓혀 나갈 것이다. 이를 위해 항구와 공항을 새로 짓고 세관의\n"
    "절차를 줄이며 배와 비행기가 더 자주 오가게 하고 있고 앞으로도 그렇게 할 계획이다.\n"
)
PAGES = [("나라", "비행기"), ("이웃", "화물선"), ("마을", "자동차")]
INTERRUPTED = f"2025년 누리부 업무계획\n\n{BODY}\n{BODY}{FIRST}\n- 2 -\n돕기로 하였다.\n{BODY}"


def test_a_page_number_inside_of_a_sentence_goes_behind_it() -> None:
    document = read(INTERRUPTED)
    sentence = next(each for each in document.statements if each.text == f"{FIRST} 돕기로 하였다.")
    start, end = sentence.span
    assert document.text[start:end].split() == sentence.text.split()
    behind = [each for each in document.statements[sentence.n :] if each.role == "meta"]
    assert [each.text for each in behind] == ["- 2 -"]
    assert Counter(document.text) == Counter(INTERRUPTED)
    assert document.text != INTERRUPTED


def test_a_page_number_between_two_sentences_stays_between_them() -> None:
    # Pages differ, or their first and last lines would be running heads.
    pages = [BODY.replace("나라", land).replace("비행기", plane) for land, plane in PAGES]
    text = "2025년 누리부 업무계획\n\n" + "".join(f"{page}- {n} -\n" for n, page in enumerate(pages, 1))
    document = read(text)
    assert document.text == text
    assert [each.text for each in document.statements if each.role == "meta"] == ["- 1 -", "- 2 -", "- 3 -"]
    assert all(
        each.extent[0] <= each.span[0] <= each.span[1] <= each.extent[1] for each in document.statements
    )


def test_the_number_of_a_footnote_goes_behind_its_statement() -> None:
    text = "2025년 누리부 업무계획\n\n□ 산림 기금1)을 조성한다.\n\n1) 나무를 심는 데 쓰는 돈\n"
    document = read(text)
    statement = next(each for each in document.statements if each.text == "산림 기금을 조성한다.")
    assert document.text[statement.span[0] : statement.span[1]] == statement.text
    assert Counter(document.text) == Counter(text)


def test_a_text_without_interruptions_is_returned_as_it_is() -> None:
    text = "2025년 누리부 업무계획\n\n□ **교역** 확대* <b>추진</b>\n  * 수출과 수입\n\n- 3 -\n"
    assert read(text).text == text


def test_extents_hold_marker_and_blank_space() -> None:
    text = "2025년 누리부 업무계획\n\n  □ 교역 확대\n\n   ㅇ 항공\n\n"
    document = read(text)
    assert "".join(text[a:b] for a, b in (each.extent for each in document.statements)) == text
    bullet = document.statements[1]
    assert text[slice(*bullet.span)] == "교역 확대"
    assert text[slice(*bullet.extent)].strip() == "□ 교역 확대"
    assert document.statements[-1].extent[1] == len(text)
