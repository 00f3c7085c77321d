from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaksok.read.hancom.links import LONGEST_TARGET, address_in


@pytest.mark.parametrize(
    ("command", "address"),
    [
        (r"https\://example.kr/news;1;0;0;", "https://example.kr/news"),
        (r"https\://example.kr/list\?page=2\;a|새 창에서 보기;1;0;0;", "https://example.kr/list?page=2;a"),
        (r"mailto\:desk@example.kr\?subject=문의|전자우편;2;0;0;", "mailto:desk@example.kr?subject=문의"),
        (r"D\:\공문\2026\계획.hwp|계획;3;0;0;", r"D:\공문\2026\계획.hwp"),
        (r"\\서버\공유\계획.hwp;3;0;0;", r"\\서버\공유\계획.hwp"),
        ("|표지;0;0;0;", ""),
        (r"\?표지;0;0;0;", ""),
        ("?#책갈피;0;0;0;", ""),
        ("#표지;0;0;0;", ""),
        ("\\", "\\"),
        ("", ""),
        ("example.kr", "example.kr"),
    ],
)
def test_addresses(command: str, address: str) -> None:
    assert address_in(command) == address


@given(st.text(max_size=80))
def test_any_command_has_an_address_or_none(command: str) -> None:
    address = address_in(command)
    assert len(address) <= len(command)
    assert not address.startswith(("?", "#"))


def test_an_address_without_end_is_cut() -> None:
    assert len(address_in("a" * 100_000)) == LONGEST_TARGET
