"""Distribution documents (배포용 문서): their text is encrypted in ViewText, with the key in front of it.

The method is that of Hancom's published "HWP Document File Formats - Document for Distribution", revision 1.2:
a record of 256 bytes begins with a seed; the numbers that Microsoft's rand() gives from it mask the rest, in
which the key stands at an offset that depends on the seed; the stream behind it is AES-128 in ECB mode.
"""

from __future__ import annotations

import struct

from yaksok.read.hwp.records import DISTRIBUTION_DATA

_SIZE = 256
_KEY = 16


def is_encrypted(stream: bytes) -> bool:
    """Whether a stream begins with the record that holds a distribution document's key."""
    if len(stream) < 4 + _SIZE:
        return False
    (word,) = struct.unpack_from("<I", stream)
    return bool(word & 0x3FF == DISTRIBUTION_DATA and word >> 20 == _SIZE)


def decrypt(stream: bytes) -> bytes:
    """What an encrypted stream holds, still compressed. An incomplete last block is left out."""
    # cryptography takes a tenth of a second to load, and few documents need it.
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes  # noqa: PLC0415

    secret = unmask(stream[4 : 4 + _SIZE])
    offset = 4 + (secret[0] & 0x0F)
    key = secret[offset : offset + _KEY]
    body = stream[4 + _SIZE :]
    # The specification gives the mode; a reader has no choice of a better one.
    decryptor = Cipher(algorithms.AES(key), modes.ECB()).decryptor()  # noqa: S305
    return decryptor.update(body[: len(body) // 16 * 16]) + decryptor.finalize()


def unmask(block: bytes) -> bytes:
    """The record's 256 bytes without their mask; the first four are the seed and stay as they are."""
    (seed,) = struct.unpack_from("<I", block)
    mask = random_bytes(seed)
    return block[:4] + bytes(sign ^ hidden for sign, hidden in zip(block[4:], mask[4:], strict=True))


def random_bytes(seed: int) -> bytes:
    """256 bytes in runs: the odd calls of rand() give a byte, the even ones how often it comes (1 to 16)."""
    found = bytearray()
    state = seed
    while len(found) < _SIZE:
        state, number = _rand(state)
        state, times = _rand(state)
        found += bytes([number & 0xFF]) * ((times & 0x0F) + 1)
    return bytes(found[:_SIZE])


def _rand(state: int) -> tuple[int, int]:
    """The next state and number of Microsoft's C library: a linear congruential generator of 32 bits."""
    state = (state * 214013 + 2531011) & 0xFFFFFFFF
    return state, state >> 16 & 0x7FFF
