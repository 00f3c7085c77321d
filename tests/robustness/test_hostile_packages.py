"""HWPX and DOCX packages made to break a reader: each gives a document or a numbered error, in good time."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Callable

import pytest
from tests.robustness.checks import check, read_or_number
from tests.robustness.office_specimens import NOTICE, PLAN
from tests.robustness.unpacking import Parts, packed_zip, unpacked
from tests.robustness.zip_builder import STORED, Member, archive, bomb
from tests.support.growth import takes_at_most
from tests.support.office.docx_writer import write_docx
from tests.support.office.hwpx_writer import write_hwpx

from yaksok.interfaces.documents import ReadDocument, read_opened
from yaksok.read.sources import from_bytes

MAIN = {"hwpx": "Contents/section0.xml", "docx": "word/document.xml"}
DAMAGED, BOMB, PASSWORD = "Y116", "Y117", "Y114"
both = pytest.mark.parametrize("name", MAIN)


def in_order(value: object) -> str:
    """A name for a case that is the same in every process; sets have no order of their own."""
    return " or ".join(sorted(map(str, value))) if isinstance(value, set) else str(value)


def parts_of(name: str) -> Parts:
    return unpacked({"hwpx": write_hwpx, "docx": write_docx}[name](PLAN), name)


def members_of(name: str, main: Member | None = None) -> list[Member]:
    members = [
        Member(part, content, method=STORED if part == "mimetype" else 8)
        for part, content in parts_of(name).items()
    ]
    return [main if main and member.name == MAIN[name] else member for member in members]


def with_main(name: str, content: bytes) -> bytes:
    return packed_zip(parts_of(name) | {MAIN[name]: content})


def opened(data: bytes) -> ReadDocument:
    read = read_opened(from_bytes(data, origin="specimen"))
    check(read)
    return read


# -- archives ---------------------------------------------------------------------------------


@both
def test_an_intact_archive_is_read(name: str) -> None:
    assert read_or_number(archive(members_of(name))) == "read"


@both
def test_a_part_of_one_and_a_half_gigabytes_is_refused(name: str) -> None:
    main = Member(MAIN[name], packed=bomb(1_536), size=1_536 << 20)
    data = archive(members_of(name, main))
    assert len(data) < 1_700_000
    start = time.process_time()
    assert read_or_number(data) == BOMB
    assert time.process_time() - start < 5


@both
def test_a_bomb_that_lies_about_its_size_is_refused(name: str) -> None:
    main = Member(MAIN[name], packed=bomb(1_536), size=1_000)
    assert read_or_number(archive(members_of(name, main))) == DAMAGED


@both
def test_many_parts_that_are_large_together_are_refused(name: str) -> None:
    large = bomb(100, b"<a>", b" ", b"</a>")
    members = members_of(name)
    names = (
        [f"Contents/section{number}.xml" for number in range(1, 12)]
        if name == "hwpx"
        else list(parts_of(name))
    )
    bombs = [
        Member(part, packed=large, size=(100 << 20) + 7)
        for part in names
        if part not in {MAIN[name], "mimetype"}
    ]
    kept = [member for member in members if member.name not in {each.name for each in bombs}]
    assert read_or_number(archive([*kept, *bombs]), seconds=30) in {"read", BOMB, DAMAGED}


@both
@pytest.mark.parametrize(
    ("unit", "numbers"),
    [
        (b"<a/>", {BOMB}),
        (b"<a></a>", {BOMB}),
        (b"a ", {DAMAGED, BOMB}),
        (b"&#9;", {DAMAGED, BOMB}),
        (b"<!---->", {DAMAGED, BOMB}),
        (b"<?a b?>", {DAMAGED, BOMB}),
    ],
    ids=["elements", "pairs", "text", "references", "comments", "instructions"],
)
def test_a_part_just_below_the_limit_is_read_or_refused_in_time(
    name: str, unit: bytes, numbers: set[str]
) -> None:
    root = re.search(rb"<\w+:\w+[^>]*>", parts_of(name)[MAIN[name]])
    assert root is not None
    end = b"</" + root.group()[1:].split()[0].rstrip(b">") + b">"
    packed = bomb(120, root.group(), unit, end)
    size = len(root.group()) + 120 * ((1 << 20) // len(unit)) * len(unit) + len(end)
    data = archive(members_of(name, Member(MAIN[name], packed=packed, size=size)))
    assert read_or_number(data, seconds=20) in numbers | {DAMAGED}


@both
def test_a_million_members_are_refused(name: str) -> None:
    inside = io.BytesIO()
    with zipfile.ZipFile(inside, "w") as target:
        for number in range(25_000):
            target.writestr(f"{number}", b"")
    members = [*members_of(name), *(Member(f"{number}", method=STORED) for number in range(25_000))]
    assert read_or_number(archive(members)) == BOMB


@both
def test_members_that_share_their_bytes_are_read_or_refused(name: str) -> None:
    members = members_of(name)
    shared = [Member(f"Contents/section{number}.xml", at=0) for number in range(1, 500)]
    assert read_or_number(archive([*members, *shared])) in {"read", DAMAGED, BOMB}


@both
@pytest.mark.parametrize(
    ("changes", "numbers"),
    [
        ({"flags": 1}, {PASSWORD}),
        ({"flags": 1, "method": 99}, {PASSWORD}),
        ({"checksum": 1}, {DAMAGED}),
        ({"size": 5}, {DAMAGED}),
        ({"size": 0xFFFFFFFE}, {"read", DAMAGED}),
        ({"packed_size": 5}, {DAMAGED}),
        ({"packed_size": 0xFFFFFFFE}, {"read", DAMAGED}),
        ({"size": 0xFFFFFFFF, "packed_size": 0xFFFFFFFF}, {"read", DAMAGED, "Y105"}),
        ({"size": 0xFFFFFFFF, "extra": b"\x01\x00\x08\x00" + b"\xff" * 8}, {"read", DAMAGED}),
        ({"extra": b"\x01\x00\xff\xff"}, {"read", DAMAGED}),
        ({"method": 14}, {DAMAGED}),
        ({"method": 12}, {DAMAGED}),
        ({"method": 77}, {DAMAGED}),
        ({"local_name": "other"}, {DAMAGED}),
        ({"at": 0}, {DAMAGED}),
        ({"at": 0xFFFFFFF0}, {DAMAGED, "Y105"}),
        ({"flags": 0x20}, {DAMAGED}),
        ({"flags": 0x40}, {DAMAGED}),
        ({"packed": b""}, {DAMAGED}),
        ({"packed": b"\x00\x01\x02garbage"}, {DAMAGED}),
    ],
    ids=in_order,
)
def test_members_that_lie(name: str, changes: dict[str, object], numbers: set[str]) -> None:
    main = Member(MAIN[name], parts_of(name)[MAIN[name]], **changes)  # type: ignore[arg-type]
    assert read_or_number(archive(members_of(name, main))) in numbers


@both
def test_two_parts_of_one_name(name: str) -> None:
    main = Member(MAIN[name], b"<broken")
    for members in ([main, *members_of(name)], [*members_of(name), main]):
        assert read_or_number(archive(members)) in {"read", DAMAGED, "Y105"}


@both
@pytest.mark.parametrize(
    "path", ["../../outside.xml", "/etc/passwd", "C:\\outside", "a\0b", "", ".", "가" * 20_000]
)
def test_names_that_lead_outside(name: str, path: str) -> None:
    assert read_or_number(archive([*members_of(name), Member(path, b"x")])) in {"read", DAMAGED}


@both
@pytest.mark.parametrize(
    ("before", "after", "numbers"),
    [
        (b"", b"garbage" * 100, {"read", DAMAGED}),
        (b"", b"PK\x05\x06" + bytes(18), {"read", DAMAGED, "Y105"}),
        (b"garbage" * 100, b"", {"read", "Y107", "Y108"}),
        (b"PK\x03\x04", b"", {"read", DAMAGED, "Y105"}),
        (b"%PDF-1.7\n", b"", {DAMAGED}),
        (b"", b"\n%%EOF", {"read", DAMAGED}),
    ],
)
def test_garbage_around_an_archive(name: str, before: bytes, after: bytes, numbers: set[str]) -> None:
    assert read_or_number(archive(members_of(name), before=before, after=after)) in numbers


@both
@pytest.mark.parametrize("count", [0, 1, 0xFFFF])
def test_a_wrong_count_of_members(name: str, count: int) -> None:
    assert read_or_number(archive(members_of(name), count=count)) in {"read", DAMAGED}


@both
def test_cut_off_at_every_sixteenth(name: str) -> None:
    data = packed_zip(parts_of(name))
    found = {read_or_number(data[: len(data) * part // 16]) for part in range(1, 16)}
    assert found <= {DAMAGED, "Y105"}


@both
def test_an_archive_in_an_archive_is_not_unpacked(name: str) -> None:
    inner = archive([Member("a", packed=bomb(100), size=100 << 20)])
    assert read_or_number(archive([*members_of(name), Member("inner.zip", inner)])) == "read"


# -- parts ------------------------------------------------------------------------------------


@both
@pytest.mark.parametrize(
    "content",
    [
        None,
        b"",
        b"\0",
        b"\xef\xbb\xbf",
        b"<a/>",
        b"<a xmlns='urn:x'><b/></a>",
        b"\xff\xfe<\0a\0/\0>\0",
        b"no XML",
    ],
)
def test_each_part_missing_empty_or_another(name: str, content: bytes | None) -> None:
    for part in parts_of(name):
        parts = parts_of(name)
        del parts[part]
        found = read_or_number(packed_zip(parts if content is None else {**parts, part: content}))
        allowed = {DAMAGED, "Y104", "Y105"} if part == MAIN[name] else {"read", DAMAGED, "Y105"}
        assert found in allowed, part


@both
def test_parts_that_are_folders(name: str) -> None:
    for part in parts_of(name):
        members = [
            Member(part + "/", method=STORED) if member.name == part else member
            for member in members_of(name)
        ]
        assert read_or_number(archive(members)) in {"read", DAMAGED, "Y105"}


@both
def test_parts_in_each_others_place(name: str) -> None:
    main = parts_of(name)[MAIN[name]]
    for part, content in parts_of(name).items():
        parts = parts_of(name) | {part: main}
        assert read_or_number(packed_zip(parts)) in {"read", DAMAGED, "Y104", "Y105"}
        assert read_or_number(packed_zip(parts | {MAIN[name]: content})) in {"read", DAMAGED, "Y104"}


def test_section_ten_comes_after_section_nine() -> None:
    parts = unpacked(write_hwpx(NOTICE), "hwpx")
    section = parts[MAIN["hwpx"]].decode()
    for number in range(13):
        parts[f"Contents/section{number}.xml"] = section.replace(
            "나무 심기 알림", f"부분 {number}번"
        ).encode()
    shuffled = dict(sorted(parts.items(), key=lambda part: part[0][::-1]))
    text = opened(packed_zip(shuffled)).source.text
    assert [int(found) for found in re.findall(r"부분 (\d+)번", text)] == list(range(13))


def test_a_broken_section_among_sound_ones_is_named() -> None:
    parts = unpacked(write_hwpx(NOTICE), "hwpx")
    parts["Contents/section1.xml"] = b"<broken"
    parts["Contents/section2.xml"] = parts["Contents/section0.xml"].replace("알림".encode(), "기별".encode())
    read = opened(packed_zip(parts))
    assert "나무 심기 기별" in read.source.text
    assert any("section1" in problem.message for problem in read.source.problems if problem.number == "Y157")


def test_an_encrypted_package_asks_for_its_password() -> None:
    parts = parts_of("hwpx")
    parts["META-INF/manifest.xml"] = (
        b'<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><file-entry full-path="Contents/'
        b'section0.xml"><encryption-data checksum-type="SHA1/1K"/></file-entry></manifest>'
    )
    assert read_or_number(packed_zip(parts)) == PASSWORD


# -- XML --------------------------------------------------------------------------------------

LAUGHS = "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10))
DECLARATIONS = {
    "billion laughs": f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]>',
    "a file": '<!DOCTYPE a [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>',
    "an address": '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">',
    "a parameter": '<!DOCTYPE a [<!ENTITY % p SYSTEM "file:///etc/passwd">%p;<!ENTITY l9 "x">]>',
    "an attribute": '<!DOCTYPE a [<!ENTITY l9 "x"><!ATTLIST a b CDATA "&l9;">]>',
}


@both
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "utf-7", "cp949"]
)
@pytest.mark.parametrize("kind", DECLARATIONS)
def test_declarations_are_refused(name: str, kind: str, encoding: str) -> None:
    main = parts_of(name)[MAIN[name]].decode()
    body = re.sub(r"<\?xml.*?\?>\s*", "", main)
    body = re.sub(r">심기<", ">&l9;<", body)
    declared = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{declared}"?>{DECLARATIONS[kind]}{body}'
    if encoding == "utf-7":
        data = text.encode("ascii", "xmlcharrefreplace").replace(b"<!DOCTYPE", b"+ADwAIQ-DOCTYPE")
    else:
        data = text.encode(encoding, "xmlcharrefreplace")
    assert read_or_number(with_main(name, data)) in {"Y118", DAMAGED}


@both
def test_declarations_in_other_parts_are_never_expanded(name: str) -> None:
    for part, content in parts_of(name).items():
        text = re.sub(r"<\?xml.*?\?>\s*", "", content.decode(errors="replace"))
        hostile = ('<?xml version="1.0"?>' + DECLARATIONS["a file"] + text.replace(">", ">&l9;", 1)).encode()
        data = packed_zip(parts_of(name) | {part: hostile})
        if read_or_number(data) == "read":
            assert "root:" not in opened(data).source.text


@both
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-8-sig", "utf-32", "cp949", "euc-kr"])
def test_other_encodings_without_declarations_are_read_or_refused(name: str, encoding: str) -> None:
    text = re.sub(r"<\?xml.*?\?>", "", parts_of(name)[MAIN[name]].decode())
    data = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?>{text}'.encode(
        encoding, "xmlcharrefreplace"
    )
    assert read_or_number(with_main(name, data)) in {"read", DAMAGED}


def nested(name: str, before: str, after: str, depth: int) -> bytes:
    text = parts_of(name)[MAIN[name]].decode()
    place = text.rindex("<hp:p " if name == "hwpx" else "<w:p>")
    return with_main(name, (text[:place] + before * depth + after * depth + text[place:]).encode())


NESTS: dict[str, list[tuple[str, str]]] = {
    "hwpx": [
        ('<hp:p id="0"><hp:run charPrIDRef="0"><hp:tbl><hp:tr><hp:tc><hp:subList>', "</hp:subList></hp:tc></hp:tr></hp:tbl></hp:run></hp:p>"),
        ('<hp:p id="0"><hp:run><hp:rect><hp:drawText><hp:subList>', "</hp:subList></hp:drawText></hp:rect></hp:run></hp:p>"),
        ('<hp:p id="0"><hp:run><hp:ctrl><hp:footNote><hp:subList>', "</hp:subList></hp:footNote></hp:ctrl></hp:run></hp:p>"),
        ('<hp:p id="0"><hp:run><hp:container>', "</hp:container></hp:run></hp:p>"),
        ("<hp:p><hp:run><hp:t>", "가</hp:t></hp:run></hp:p>"),
        ("<x>", "</x>"),
    ],
    "docx": [
        ("<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>"),
        ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:p><w:ins>", "</w:ins></w:p>"),
        ("<w:r>", "<w:t>가</w:t></w:r>"),
        ("<w:smartTag>", "</w:smartTag>"),
        ("<w:hyperlink>", "</w:hyperlink>"),
        ("<x>", "</x>"),
    ],
}  # fmt: skip
CASES = [(name, before, after) for name, nests in NESTS.items() for before, after in nests]


@pytest.mark.parametrize(("name", "before", "after"), CASES)
def test_nesting(name: str, before: str, after: str) -> None:
    assert read_or_number(nested(name, before, after, 30_000)) == "Y113"
    levels = before.count("<")
    for depth in (240 // levels, 120 // levels, 250 // levels):
        assert read_or_number(nested(name, before, after, depth)) in {"read", "Y113"}


@pytest.mark.parametrize("depth", [5, 20, 40])
def test_tables_in_tables_as_deep_as_markup_allows_are_read_in_time(depth: int) -> None:
    for name, nests in NESTS.items():
        start = time.process_time()
        read_or_number(nested(name, *nests[0], depth))
        assert time.process_time() - start < 5


def repeated(name: str, count: int) -> bytes:
    """The blocks of the body, again and again."""
    text = parts_of(name)[MAIN[name]].decode()
    first, last = ("<hp:p ", "</hp:p>") if name == "hwpx" else ("<w:p>", "</w:p>")
    start, end = text.index(first), text.rindex(last) + len(last)
    return with_main(name, (text[:start] + text[start:end] * count + text[end:]).encode())


@both
def test_time_grows_with_length_and_not_faster(name: str) -> None:
    def read(count: int) -> Callable[[], object]:
        data = repeated(name, count)
        return lambda: read_or_number(data, seconds=60)

    # Eight times the length: linear is 8, quadratic 64.
    assert takes_at_most(24, read(64), read(8), floor=0.01)


Change = Callable[[str], str]


@pytest.mark.parametrize("value", ["-1", "0", "65536", "2147483648", "99999999999999999999", "1e9", "", "가"])
@both
def test_every_number_at_once(name: str, value: str) -> None:
    """All whole numbers of attributes are the same extreme one."""
    for part in parts_of(name):
        if part.endswith((".xml", ".hpf")):
            text = parts_of(name)[part].decode()
            changed = re.sub(r'="-?\d+"', f'="{value}"', text)
            data = packed_zip(parts_of(name) | {part: changed.encode()})
            assert read_or_number(data) in {"read", DAMAGED, BOMB, "Y104", "Y105"}, part
