"""Seeded damage to office files that understands them, so that it reaches what lies behind the container.

`mutant` gives the same bytes for the same format and seed.
"""

from __future__ import annotations

import random
import re
import struct
import zlib
from collections.abc import Callable
from copy import deepcopy

from lxml import etree
from tests.robustness.office_specimens import specimens
from tests.robustness.unpacking import Parts, packed, pdf_streams, unpacked

EXTREMES = (0, 1, 2, 255, 256, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF)
VALUES = (
    b"", b"0", b"-1", b"1", b"9", b"65536", b"2147483647", b"2147483648", b"4294967295", b"-2147483648",
    b"99999999999999999999", b"1e999", b"NaN", b"0x10", b"1.5", b" 1 ", b"true", b"NONE", b"\xef\xbc\x91",
    b"&#9;", b"&#x1F600;", b"&lt;", b"^1^2^3^4^5^6^7^8^9^10", b"%1%2%3%4%5%6%7%8%9", b"A" * 5_000,
    b"../../../etc/passwd", b"rId1", b"BULLET", b"OUTLINE", b"\xf3\xb0\x82\xb1",
)  # fmt: skip
TEXTS = (
    "", "\t", "\n\n", "□ ", "가" * 3_000, "1. 2. 3. ", "\u200b\u202e", "\ue000\U000f02b1", "((((「「「", "2025. 1. 1.~",
    "&#0;", "㉠㉡", "\u1100\u1161\u11a8", "표 1 ", "^1.", "\ufffd", "끝.", "\x85\u2028",
)  # fmt: skip
_ATTRIBUTE = re.compile(rb'="([^"]{0,80})"')
_NUMBER = re.compile(rb"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])")
_NAME = re.compile(rb"/[A-Za-z][A-Za-z0-9]{1,20}")
_OPERATOR = re.compile(rb"(?<=\s)[A-Za-z'\"*]{1,3}(?=\s)")
_REFERENCE = re.compile(rb"\d+ 0 R")

Damage = Callable[[random.Random, bytes], bytes]


def mutant(name: str, seed: int) -> bytes:
    """A damaged file of a format."""
    dice = random.Random(f"{name} {seed}")
    data = _specimen(dice, name)
    if dice.random() < 0.15:
        return raw(dice, data)
    if name == "pdf":
        for _turn in range(dice.choice((1, 1, 2, 4))):
            data = dice.choice(PDF_DAMAGES)(dice, data)
        return data
    parts = unpacked(data, name)
    for _turn in range(dice.choice((1, 1, 2, 4))):
        damage_parts(dice, parts, name)
    data = packed(parts, name)
    return raw(dice, data) if dice.random() < 0.05 else data


def _specimen(dice: random.Random, name: str) -> bytes:
    files = specimens(name)
    made = min(len(files), 4)
    # Small files are read many times faster, so they get most of the turns.
    return dice.choice(files[:made]) if dice.random() < 0.8 else dice.choice(files)


# -- bytes ------------------------------------------------------------------------------------


def raw(dice: random.Random, data: bytes) -> bytes:
    """Damage that knows nothing of the format."""
    return dice.choice((flip, flip, cut, cut_out, double, noise))(dice, data)


def flip(dice: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _turn in range(dice.choice((1, 2, 8, 40))):
        if changed:
            changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    return bytes(changed)


def cut(dice: random.Random, data: bytes) -> bytes:
    return data[: dice.randrange(len(data))] if data else data


def cut_out(dice: random.Random, data: bytes) -> bytes:
    if not data:
        return data
    start = dice.randrange(len(data))
    return data[:start] + data[start + dice.randint(1, 300) :]


def double(dice: random.Random, data: bytes) -> bytes:
    if not data:
        return data
    start = dice.randrange(len(data))
    piece = data[start : start + dice.randint(1, 600)]
    place = dice.randrange(len(data))
    return data[:place] + piece * dice.choice((1, 2, 30)) + data[place:]


def noise(dice: random.Random, data: bytes) -> bytes:
    place = dice.randrange(len(data) + 1)
    return data[:place] + dice.randbytes(dice.choice((1, 10, 500))) + data[place:]


def integers(dice: random.Random, data: bytes) -> bytes:
    """Extreme numbers of two or four bytes, where such may stand."""
    changed = bytearray(data)
    for _turn in range(dice.choice((1, 2, 5))):
        width = dice.choice((2, 4))
        if len(changed) >= width:
            place = dice.randrange(0, len(changed) - width + 1, 2) if len(changed) > width else 0
            value = dice.choice(EXTREMES) & ((1 << 8 * width) - 1)
            struct.pack_into("<H" if width == 2 else "<I", changed, place, value)
    return bytes(changed)


# -- parts ------------------------------------------------------------------------------------


def damage_parts(dice: random.Random, parts: Parts, name: str) -> None:
    """Damages one of the parts that hold text or formats, seldom another one or their list."""
    chance = dice.random()
    if chance < 0.06 and parts:
        del parts[dice.choice(list(parts))]
        return
    if chance < 0.10 and len(parts) > 1:
        one, other = dice.sample(list(parts), 2)
        parts[one], parts[other] = parts[other], parts[one]
        return
    texts = [part for part in parts if _holds_text(part)]
    if not parts:
        return
    part = dice.choice(texts if texts and dice.random() < 0.9 else list(parts))
    damages = RECORD_DAMAGES if name == "hwp" else XML_DAMAGES
    parts[part] = dice.choice(damages)(dice, parts[part])


def _holds_text(part: str) -> bool:
    return part.endswith(".xml") or part == "DocInfo" or part.startswith(("BodyText/", "ViewText/"))


# -- XML --------------------------------------------------------------------------------------


def attributes(dice: random.Random, data: bytes) -> bytes:
    """Values of attributes, by others of the part or by such as no program writes."""
    places = [match.span(1) for match in _ATTRIBUTE.finditer(data)]
    for _turn in range(dice.choice((1, 3, 20))):
        if not places:
            break
        start, end = places.pop(dice.randrange(len(places)))
        if dice.random() < 0.3 and places:
            other = dice.choice(places)
            value = data[other[0] : other[1]]
        else:
            value = dice.choice(VALUES)
        if len(value) != end - start:
            # Later places have moved; earlier ones still hold.
            places = [place for place in places if place[1] < start]
        data = data[:start] + value + data[end:]
    return data


def elements(dice: random.Random, data: bytes) -> bytes:
    """Elements doubled, dropped, moved, nested, emptied, renamed, or given other words."""
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return flip(dice, data)
    every = list(root.iter("*"))
    for _turn in range(dice.choice((1, 2, 6))):
        _damage_element(dice, every)
    try:
        return etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    except (ValueError, RecursionError):
        return data


def _damage_element(dice: random.Random, every: list[etree._Element]) -> None:
    element = dice.choice(every)
    parent = element.getparent()
    kind = dice.randrange(8)
    if parent is None or kind == 0:
        element.text = dice.choice(TEXTS).replace("\x85", "") or None
    elif kind == 1:
        for _turn in range(dice.choice((1, 2, 40))):
            parent.insert(parent.index(element), _copy(element))
    elif kind == 2:
        parent.remove(element)
    elif kind == 3:
        dice.choice(every).append(_copy(element))
    elif kind == 4:
        _nest(dice, element)
    elif kind == 5:
        element.clear()
    elif kind == 6:
        element.tag = dice.choice(every).tag
    else:
        other = dice.choice(every)
        for key, value in other.attrib.items():
            element.set(key, value)


def _copy(element: etree._Element) -> etree._Element:
    twin = deepcopy(element)
    twin.tail = None
    return twin


def _nest(dice: random.Random, element: etree._Element) -> None:
    """An element inside copies of itself, up to some hundred deep, so long as it stays small."""
    pattern = _copy(element)
    if sum(1 for _each in pattern.iter()) > 200:
        return
    inner = list(element.iter())[-1]
    for _turn in range(dice.choice((1, 3, 10, 60))):
        copy = deepcopy(pattern)
        inner.append(copy)
        inner = list(copy.iter())[-1]


def tags(dice: random.Random, data: bytes) -> bytes:
    """A piece from one tag to another, taken out, doubled or moved: seldom sound XML."""
    places = [match.start() for match in re.finditer(rb"<", data)]
    if len(places) < 3:
        return flip(dice, data)
    start, end = sorted(dice.sample(places, 2))
    target = dice.choice(places)
    return data[:target] + data[start : min(end, start + 2_000)] + data[target:]


# -- records of HWP ---------------------------------------------------------------------------

Record = tuple[int, int, bytes]


def records_of(data: bytes) -> list[Record]:
    """Tag, level and data of each record, as far as they can be told."""
    found: list[Record] = []
    place = 0
    while place + 4 <= len(data):
        (word,) = struct.unpack_from("<I", data, place)
        place += 4
        size = word >> 20
        if size == 0xFFF and place + 4 <= len(data):
            (size,) = struct.unpack_from("<I", data, place)
            place += 4
        found.append((word & 0x3FF, word >> 10 & 0x3FF, data[place : place + size]))
        place += size
    return found


def stream_of(records: list[Record]) -> bytes:
    """The stream of some records."""
    pieces = []
    for tag, level, data in records:
        size = min(len(data), 0xFFF)
        pieces.append(struct.pack("<I", tag | level << 10 | size << 20))
        if size == 0xFFF:
            pieces.append(struct.pack("<I", len(data)))
        pieces.append(data)
    return b"".join(pieces)


def records(dice: random.Random, data: bytes) -> bytes:
    """Records doubled, dropped, swapped, cut, lengthened, set on other levels, given other tags."""
    found = records_of(data)
    for _turn in range(dice.choice((1, 2, 6))):
        if found:
            _damage_record(dice, found)
    return stream_of(found)


def _damage_record(dice: random.Random, found: list[Record]) -> None:
    at = dice.randrange(len(found))
    tag, level, data = found[at]
    kind = dice.randrange(10)
    if kind == 0:
        found[at:at] = [found[at]] * dice.choice((1, 2, 40))
    elif kind == 1:
        del found[at]
    elif kind == 2:
        other = dice.randrange(len(found))
        found[at], found[other] = found[other], found[at]
    elif kind == 3:
        found[at] = (tag, level, cut(dice, data))
    elif kind == 4:
        found[at] = (tag, level, data + dice.randbytes(dice.choice((1, 8, 5_000))))
    elif kind == 5:
        found[at] = (tag, dice.choice((0, max(0, level - 1), level + 1, level + 2, 1_023)), data)
    elif kind == 6:
        found[at] = (dice.choice(found)[0], level, data)
    elif kind == 7:
        start = dice.randrange(len(found))
        piece = found[start : start + dice.randint(1, 30)]
        rise = dice.choice((0, 1, 4))
        found[at:at] = [(one, min(deep + rise, 1_023), held) for one, deep, held in piece]
    elif kind == 8:
        found[at] = (tag, level, flip(dice, data))
    else:
        found[at] = (tag, level, integers(dice, data))


def nested_records(dice: random.Random, data: bytes) -> bytes:
    """A run of records again and again, each time some levels deeper."""
    found = records_of(data)
    if not found:
        return data
    start = dice.randrange(len(found))
    piece = found[start : start + dice.randint(1, 12)]
    for turn in range(dice.choice((3, 20, 120))):
        rise = (turn + 1) * dice.choice((1, 2, 5))
        found += [(tag, min(level + rise, 1_023), held) for tag, level, held in piece]
    return stream_of(found)


# -- PDF --------------------------------------------------------------------------------------


def numbers(dice: random.Random, data: bytes) -> bytes:
    """Numbers anywhere: lengths, counts, references, coordinates."""
    places = [match.span() for match in _NUMBER.finditer(data)]
    extremes = (
        b"0",
        b"-1",
        b"1",
        b"2",
        b"11",
        b"65536",
        b"2147483647",
        b"-2147483648",
        b"1e38",
        b"1" * 40,
        b"0.00001",
    )
    for _turn in range(dice.choice((1, 3, 10))):
        if not places:
            break
        start, end = places.pop(dice.randrange(len(places)))
        value = dice.choice(extremes)
        data = data[:start] + value + data[end:]
        places = [place for place in places if place[1] < start]
    return data


def swapped(dice: random.Random, data: bytes) -> bytes:
    """Names, references or operators by others of the file."""
    pattern = dice.choice((_NAME, _REFERENCE, _OPERATOR))
    places = [match.span() for match in pattern.finditer(data)]
    if len(places) < 2:
        return flip(dice, data)
    one, other = sorted(dice.sample(places, 2))
    return data[: one[0]] + data[other[0] : other[1]] + data[one[1] :]


def stream_damage(dice: random.Random, data: bytes) -> bytes:
    """What a stream holds once it is inflated: operators, maps, fonts."""
    places = pdf_streams(data)
    if not places:
        return flip(dice, data)
    start, end, deflated = dice.choice(places)
    content = data[start:end]
    if deflated:
        try:
            content = zlib.decompressobj().decompress(content, 1 << 20)
        except zlib.error:
            return flip(dice, data)
    damage = dice.choice((numbers, swapped, flip, double, cut_out, cut, _repeat_line))
    content = damage(dice, content)
    return data[:start] + (zlib.compress(content, 1) if deflated else content) + b"\n" + data[end:]


def _repeat_line(dice: random.Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    at = dice.randrange(len(lines))
    lines[at:at] = [lines[at]] * dice.choice((2, 50, 2_000))
    return b"\n".join(lines)


XML_DAMAGES: tuple[Damage, ...] = (
    attributes,
    attributes,
    attributes,
    elements,
    elements,
    elements,
    tags,
    raw,
)
RECORD_DAMAGES: tuple[Damage, ...] = (records, records, records, integers, flip, nested_records, raw)
PDF_DAMAGES: tuple[Damage, ...] = (numbers, swapped, stream_damage, stream_damage, flip, raw)
