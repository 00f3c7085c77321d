"""Seeded damage to documents: each gives a numbered error or a document whose extents tile its text.

The fast run reads 300; YAKSOK_FUZZ=10000 (make fuzz) reads that many.
"""

from __future__ import annotations

import importlib.util
import os
import random
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from yaksok.records.statement import Document

Reading = Callable[[bytes], Document | str]
Damage = Callable[[random.Random, bytearray], None]


def load(name: str) -> ModuleType:
    """A module beside this one; in importlib mode the folder is not on the path."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


specimens = load("specimens")
TOTAL = int(os.environ.get("YAKSOK_FUZZ", "300"))
BATCHES = 10
PIECES = [
    piece.encode()
    for piece in ("□", "ㅇ ", "▲", "\n", "\n\n", "* ", "1. ", "\t", "(", "「", "\u202e", "\u200b", "\x00")
]
PIECES += [
    b"<table>",
    b"</div>",
    b"<li>",
    b"<!--",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"&#0;",
    b"\r",
    b"\f",
    b"\x1a",
    b"%PDF-",
    b" " * 300,
]


def flip(dice: random.Random, data: bytearray) -> None:
    for _turn in range(dice.randint(1, 8)):
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)


def truncate(dice: random.Random, data: bytearray) -> None:
    del data[dice.randrange(1, len(data)) :]


def behead(dice: random.Random, data: bytearray) -> None:
    del data[: dice.randrange(len(data) - 1)]


def insert(dice: random.Random, data: bytearray) -> None:
    for _turn in range(dice.randint(1, 5)):
        place = dice.randrange(len(data))
        data[place:place] = dice.choice(PIECES) * dice.choice((1, 1, 1, 2, 50))


def duplicate(dice: random.Random, data: bytearray) -> None:
    start = dice.randrange(len(data))
    piece = data[start : start + dice.randint(1, 200)]
    place = dice.randrange(len(data))
    data[place:place] = piece * dice.choice((1, 2, 30))


def drop(dice: random.Random, data: bytearray) -> None:
    start = dice.randrange(len(data) - 1)
    del data[start : start + dice.randint(1, min(200, len(data) - 1 - start))]


def noise(dice: random.Random, data: bytearray) -> None:
    place = dice.randrange(len(data))
    data[place:place] = dice.randbytes(dice.choice((1, 10, 500)))


def swap_lines(dice: random.Random, data: bytearray) -> None:
    lines = bytes(data).split(b"\n")
    dice.shuffle(lines)
    data[:] = b"\n".join(lines) or b"\n"


def unbreak(_dice: random.Random, data: bytearray) -> None:
    data[:] = bytes(data).replace(b"\n", b" ")


DAMAGES: tuple[Damage, ...] = (flip, truncate, behead, insert, duplicate, drop, noise, swap_lines, unbreak)


def damaged(seed: int) -> bytes:
    """A document with one to three kinds of damage; the same for the same seed."""
    dice = random.Random(seed)
    text = dice.choice(list(specimens.ALL.values()))
    data = bytearray(text.encode(dice.choice(specimens.ENCODINGS), errors="replace"))
    for damage in dice.choices(DAMAGES, k=dice.randint(1, 3)):
        if len(data) > 2:
            damage(dice, data)
    return bytes(data)


@pytest.mark.parametrize("batch", range(BATCHES))
def test_damaged_documents(batch: int, reading: Reading) -> None:
    for seed in range(batch, TOTAL, BATCHES):
        data = damaged(seed)
        try:
            reading(data)
        except Exception as error:
            error.add_note(f"seed {seed}: damaged({seed})")
            raise


@pytest.mark.parametrize("encoding", specimens.ENCODINGS)
@pytest.mark.parametrize("name", specimens.ALL)
def test_whole_documents_in_every_encoding(name: str, encoding: str, reading: Reading) -> None:
    data = specimens.ALL[name].encode(encoding, errors="replace")
    document = reading(data)
    assert isinstance(document, Document)
    assert len(document.statements) > 3


@pytest.mark.parametrize(
    "encoding", ["cp1252", "johab", "euc_jp", "gb18030", "utf-32-le", "latin-1", "utf-7"]
)
@pytest.mark.parametrize("name", specimens.ALL)
def test_wrong_encodings(name: str, encoding: str, reading: Reading) -> None:
    reading(specimens.ALL[name].encode(encoding, errors="replace"))
