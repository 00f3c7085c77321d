"""What an element says of itself."""

from __future__ import annotations

import pytest

from yaksok.read.html.furniture import Furniture, judge


@pytest.mark.parametrize(
    ("tag", "attributes", "expected"),
    [
        ("nav", {}, Furniture.CERTAIN),
        ("div", {"role": "navigation"}, Furniture.CERTAIN),
        ("header", {}, Furniture.LIKELY),
        ("div", {"id": "gnb"}, Furniture.LIKELY),
        ("div", {"class": "snsShare"}, Furniture.LIKELY),
        ("div", {"class": "page-location"}, Furniture.LIKELY),
        ("ul", {"class": "file_list attach"}, Furniture.LIKELY),
        ("div", {"class": "view_cont"}, Furniture.NO),
        ("div", {"class": "content printable"}, Furniture.NO),
        ("div", {"class": "navigate-freely"}, Furniture.NO),
        ("div", {"class": None, "id": None}, Furniture.NO),
        ("section", {}, Furniture.NO),
    ],
)
def test_judge(tag: str, attributes: dict[str, str | None], expected: Furniture) -> None:
    assert judge(tag, attributes) is expected
