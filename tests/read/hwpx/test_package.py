"""Which parts are read, in what order, and which files cannot be."""

from __future__ import annotations

import pytest
from tests.read.hwpx.building import SECTION, head, p, paragraphs_of, raw, section

from yaksok.errors import DamagedFile, PasswordNeeded, ProtectedByRights, UnsafeMarkup, YaksokError
from yaksok.read import read_raw
from yaksok.read.hwpx.package import open_package, parts_of
from yaksok.read.hwpx.reader import flow_of
from yaksok.read.sources import from_bytes


def content(order: list[int], *, metadata: str = "") -> str:
    items = "".join(f'<opf:item id="s{n}" href="Contents/section{n}.xml"/>' for n in sorted(set(order)))
    spine = "".join(f'<opf:itemref idref="s{n}"/>' for n in order)
    return (
        f'<opf:package xmlns:opf="http://www.idpf.org/2007/opf/"><opf:metadata>{metadata}</opf:metadata>'
        f"<opf:manifest>{items}</opf:manifest><opf:spine>{spine}</opf:spine></opf:package>"
    )


def sections(count: int, **more: str) -> dict[str, str | bytes]:
    parts: dict[str, str | bytes] = {"Contents/header.xml": head()}
    # Written out of order on purpose.
    for n in reversed(range(count)):
        parts[f"Contents/section{n}.xml"] = section(p(f"구역 {n}"))
    return {**parts, **more}


def texts(parts: dict[str, str | bytes]) -> list[str]:
    return [each.text for each in paragraphs_of(flow_of(raw(parts)).blocks)]


def test_section_10_comes_after_section_9() -> None:
    assert texts(sections(12)) == [f"구역 {n}" for n in range(12)]


def test_the_spine_gives_the_order() -> None:
    parts = sections(3) | {"Contents/content.hpf": content([2, 0, 1])}
    assert texts(parts) == ["구역 2", "구역 0", "구역 1"]
    assert [each.path for each in paragraphs_of(flow_of(raw(parts)).blocks)] == [
        "section0/p0",
        "section1/p0",
        "section2/p0",
    ]


@pytest.mark.parametrize(
    "order",
    [[0, 1], [0, 1, 2, 2], [0, 1, 2, 7], []],
    ids=["one left out", "one twice", "one not there", "none"],
)
def test_a_spine_that_does_not_fit_is_not_trusted(order: list[int]) -> None:
    parts = sections(3) | {"Contents/content.hpf": content(order)}
    assert texts(parts) == ["구역 0", "구역 1", "구역 2"]


def test_a_broken_content_file_loses_only_the_order() -> None:
    assert texts(sections(2) | {"Contents/content.hpf": "<opf:package"}) == ["구역 0", "구역 1"]


def test_metadata() -> None:
    metadata = "<opf:title> 연례  보고 </opf:title><opf:language>ko</opf:language>"
    parts = parts_of(
        open_package(raw(sections(1) | {"Contents/content.hpf": content([0], metadata=metadata)}))
    )
    assert (parts.title, parts.language) == ("연례 보고", "ko")


ENCRYPTED = (
    '<odf:manifest xmlns:odf="urn:x"><odf:file-entry><odf:encryption-data/></odf:file-entry></odf:manifest>'
)


@pytest.mark.parametrize(
    ("parts", "error"),
    [
        pytest.param(
            {"META-INF/manifest.xml": ENCRYPTED, SECTION: b"\x00\x01"}, PasswordNeeded, id="password"
        ),
        pytest.param(
            {"META-INF/manifest.xml": ENCRYPTED, "META-INF/rights.xml": "<r/>", SECTION: b"\x00"},
            ProtectedByRights,
            id="rights",
        ),
        pytest.param({"Contents/header.xml": head()}, DamagedFile, id="no section"),
        pytest.param({"Contents/header.xml": head(), SECTION: "<hs:sec"}, DamagedFile, id="broken section"),
        pytest.param({SECTION: "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}, UnsafeMarkup, id="entities"),
    ],
)
def test_files_that_cannot_be_read(parts: dict[str, str | bytes], error: type[YaksokError]) -> None:
    with pytest.raises(error):
        flow_of(raw(parts))


@pytest.mark.parametrize("broken", ["Contents/section1.xml", "Contents/header.xml"])
def test_a_broken_part_is_passed_over_with_a_problem(broken: str) -> None:
    parts = sections(3)
    parts[broken] = "<cut"
    flow = flow_of(raw(parts))
    left = {f"구역 {n}" for n in range(3)} - ({"구역 1"} if "section" in broken else set())
    assert {each.text for each in paragraphs_of(flow.blocks)} == left
    assert [(problem.number, broken in problem.message) for problem in flow.problems] == [("Y157", True)]


def test_a_missing_header_is_told() -> None:
    flow = flow_of(raw({SECTION: section(p("글"))}))
    assert [problem.number for problem in flow.problems] == ["Y157"]
    assert [each.text for each in paragraphs_of(flow.blocks)] == ["글"]


def test_sections_outside_of_contents_are_read_if_there_are_no_others() -> None:
    assert texts({"Contents/header.xml": head(), "section0.xml": section(p("글"))}) == ["글"]


def test_the_content_decides_not_the_name() -> None:
    source = from_bytes(raw(sections(1)).data, origin="잘못된 이름.hwp")
    assert read_raw(source).text.strip() == "구역 0"
