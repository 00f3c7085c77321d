"""A description as a distribution (배포용) file: what is to be read is encrypted in ViewText.

The key stands in the file, hidden by numbers that its seed gives; the file only asks programs not to print or copy.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterator

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from tests.support.office.compound import compound
from tests.support.office.description import Description, Paragraph
from tests.support.office.formats import formats_of
from tests.support.office.hwp_info import info_stream
from tests.support.office.hwp_records import DISTRIBUTE_DOC_DATA, record
from tests.support.office.hwp_summary import SUMMARY, summary
from tests.support.office.hwp_writer import (
    COMPRESSED,
    DISTRIBUTION,
    deflated,
    file_header,
    preview,
    section_stream,
)

_SEED = 0x5EED1234
_BLOCK = 16
PLACEHOLDER = "이 문서는 상위 버전의 배포용 문서입니다. 문서를 읽으려면 최신 버전의 프로그램이 필요합니다."


def write_distribution_hwp(description: Description, *, password: str = "시험") -> bytes:
    """The bytes of an HWP 5 file whose BodyText only says that it cannot be read there."""
    info = info_stream(description, formats_of(description))
    stand_in = Description((Paragraph((PLACEHOLDER,)),), lists=description.lists)
    return compound(
        {
            "FileHeader": file_header(COMPRESSED | DISTRIBUTION),
            "DocInfo": deflated(info),
            SUMMARY: summary(description.title),
            "PrvText": preview(stand_in),
            "BodyText/Section0": deflated(section_stream(stand_in)),
            "ViewText/Section0": _encrypted(deflated(section_stream(description)), password),
        }
    )


def _encrypted(data: bytes, password: str) -> bytes:
    # Hancom's scheme is fixed: SHA-1 names the key, and AES works in its plainest mode.
    digest = hashlib.sha1(password.encode("utf-16-le")).hexdigest().upper().encode("utf-16-le")
    encryptor = Cipher(algorithms.AES(digest[:_BLOCK]), modes.ECB()).encryptor()
    padded = data + b"\0" * (-len(data) % _BLOCK)
    return record(DISTRIBUTE_DOC_DATA, 0, _hidden(digest)) + encryptor.update(padded) + encryptor.finalize()


def _hidden(digest: bytes) -> bytes:
    """The 256 bytes that hold the key: seed, filling, key behind an offset that the seed gives."""
    offset = 4 + (_SEED & 0xF)
    plain = bytearray(256)
    plain[offset : offset + len(digest)] = digest
    mask = _mask(_SEED)
    hidden = bytes(byte ^ next(mask) for byte in plain)
    return struct.pack("<I", _SEED) + hidden[4:]


def _mask(seed: int) -> Iterator[int]:
    """The bytes that hide the key: each of a row of random bytes, repeated a random number of times."""
    random = _random(seed)
    while True:
        byte = next(random) & 0xFF
        for _ in range((next(random) & 0xF) + 1):
            yield byte


def _random(seed: int) -> Iterator[int]:
    """The numbers of the Microsoft C library's rand()."""
    while True:
        seed = (seed * 214013 + 2531011) & 0xFFFFFFFF
        yield seed >> 16 & 0x7FFF
