"""From a stretch of text to the paragraph, page and box that it stands in."""

from __future__ import annotations

import pytest

from yaksok.records.layout import Layout, Place
from yaksok.records.mentions import Span
from yaksok.views.addresses import Address, Addresses

LAYOUT = Layout(
    places=(
        Place((0, 5), "page1/line0", page=1, box=(10, 10, 50, 20)),
        Place((6, 6), "page1/line1", page=1),
        Place((7, 12), "page1/line2", page=1, box=(5, 30, 60, 40)),
        Place((13, 20), "page2/line0", page=2, box=(1, 1, 2, 2)),
    )
)


@pytest.mark.parametrize(
    ("span", "address"),
    [
        ((0, 5), Address("page1/line0", "page1/line0", 0, 5, 1, (10, 10, 50, 20))),
        ((1, 3), Address("page1/line0", "page1/line0", 1, 3, 1, (10, 10, 50, 20))),
        ((8, 10), Address("page1/line2", "page1/line2", 1, 3, 1, (5, 30, 60, 40))),
        ((2, 9), Address("page1/line0", "page1/line2", 2, 2, 1, (5, 10, 60, 40))),
        ((7, 15), Address("page1/line2", "page2/line0", 0, 2, 1, (5, 30, 60, 40))),
        ((12, 14), Address("page2/line0", "page2/line0", 0, 1, 2, (1, 1, 2, 2))),
        ((6, 6), Address("page1/line1", "page1/line1", 0, 0, 1, None)),
        ((20, 20), Address("page2/line0", "page2/line0", 7, 7, 2, (1, 1, 2, 2))),
        ((5, 6), None),
        ((30, 40), None),
    ],
)
def test_the_address_of_a_stretch(span: Span, address: Address | None) -> None:
    assert Addresses(LAYOUT).of(span) == address


def test_a_document_without_paragraphs_has_no_addresses() -> None:
    assert Addresses(Layout()).of((0, 3)) is None
