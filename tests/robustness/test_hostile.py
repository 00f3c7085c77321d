"""Inputs made to break a reader: each ends in good time, with a document or a numbered error."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support.growth import takes_at_most

from yaksok.records.statement import Document

Reading = Callable[[bytes], Document | str]

LETTERS = st.text(
    alphabet=st.sampled_from(
        "가나다힣ㅇㄴ한미일 \t\n\r\f\v.,:;/()[]{}<>「」‘’“”\"'0123456789년월일~-–*※•▲▴□○①②Ⅰ억만불%→&#=_|\\\ufeff\u202e\u200b\x00\x1baZ"
    ),
    max_size=400,
)
BULLETS = "□ㅇ-*"

HOSTILE: dict[str, str] = {
    "nothing but bullets": "□ " * 20_000,
    "nothing but bullet lines": "□\n" * 20_000,
    "nested bullets": "".join(
        f"{' ' * min(depth, 300)}{BULLETS[depth % 4]} 과제 {depth}\n" for depth in range(3_000)
    ),
    "inline marks": "▲" * 20_000,
    "inline items": "목표 " + "▲가 " * 10_000,
    "brackets opened": "(" * 20_000,
    "quotes opened": "「" * 20_000,
    "brackets nested": "(" * 10_000 + ")" * 10_000,
    "one long word": "가" * 100_000,
    "one long line of sentences": "정부는 협력을 추진한다. " * 5_000,
    "one long line without sentences": "협력 확대 및 " * 10_000,
    "digits": "1" * 50_000,
    "dates": "2025.1.1.~" * 5_000,
    "years": "2025년 " * 10_000,
    "money": "1억 " * 10_000,
    "countries": "한미일중러" * 10_000,
    "blank lines": "가\n" + "\n" * 100_000 + "나\n",
    "blanks": "가" + " " * 200_000 + "나\n",
    "tabs": "가\t" * 20_000,
    "numbered lines": "".join(f"{number}. 과제\n" for number in range(10_000)),
    "asterisks": "*" * 50_000,
    "footnote marks": "가1) " * 10_000,
    "slashes": "가 / " * 10_000,
    "dashes": "-" * 50_000,
    "dots": "." * 50_000,
    "English without end": "and the " * 20_000,
    "English initials": "U.S. " * 10_000,
    "every kind of white space": "가\u00a0\u2003\u3000\u2028나\u0085다\n" * 5_000,
    "directions": "\u202e가\u2066나\u2069" * 5_000,
    "controls": "가\x01나다라마바사아자차카타파하" * 2_000,
    "combining letters": "\u1100\u1161\u11a8" * 10_000,
    "private use": "\uf000 가 " * 5_000,
    "replacement characters": "가\ufffd" * 10_000,
    "beyond the basic plane": "\U0001f600\U0002070e" * 10_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_ends_in_good_time(name: str, reading: Reading) -> None:
    start = time.process_time()
    document = reading(HOSTILE[name].encode())
    assert isinstance(document, Document)
    # Linear reading takes well under a second for each of these; the margin is for slow machines.
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    "unit", ["□ 과제를 추진한다.\n", "협력 확대 및 ", "정부는 협력을 추진한다. ", "▲가 ", "가", "(", "1"]
)
def test_time_grows_with_length_and_not_faster(unit: str, reading: Reading) -> None:
    def read(characters: int) -> Callable[[], object]:
        data = (unit * (characters // len(unit))).encode()
        return lambda: reading(data)

    # Eight times the length: linear is 8, quadratic 64.
    assert takes_at_most(24, read(160_000), read(20_000), floor=0.002)


@given(LETTERS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_tiles(reading: Reading, text: str) -> None:
    reading(text.encode())


@given(st.binary(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_bytes(reading: Reading, data: bytes) -> None:
    reading(data)


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<ul>",
                "<li>",
                "</ul>",
                "<table>",
                "<tr>",
                "<td>",
                "</table>",
                "<br>",
                "가나 ",
                "□ ",
                "<a href=x>",
                "</a>",
                "<pre>",
                "\n",
                "&nbsp;",
                "<div class=nav>",
                "</div>",
            ]
        ),
        max_size=60,
    )
)
@settings(max_examples=150, deadline=None)
def test_any_tags(reading: Reading, tags: list[str]) -> None:
    reading(f"<html><body>{''.join(tags)}".encode())
