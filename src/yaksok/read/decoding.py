"""Bytes to characters: the encodings that Korean official text comes in.

The order of trial, each step only if the one before did not settle it:

1. a byte order mark;
2. UTF-8 without a fault: no text in another encoding with letters beyond ASCII passes by chance;
3. zero bytes, or a byte pattern, of UTF-16 without a mark;
4. the encoding that the file itself declares (a web page's charset);
5. CP949 without a fault, if most of its letters are of the everyday set (KS X 1001);
6. UTF-8 or CP949 with a few faults, as damaged or cut files have them;
7. a guess by charset-normalizer on a sample.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from yaksok.errors import EncodingUnknown, NotText

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE_BYTES = 64 * 1024
# The share of faults that a damaged text may have; noise has more than ten times as many.
_TOLERATED_FAULTS = 0.02
_CONTROL_BYTES = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1a\x1b"))
_TOLERATED_CONTROLS = 0.05
# Pages that say EUC-KR hold syllables beyond it; CP949 is what their authors' programs wrote.
_DECLARED = {
    "euc-kr": "cp949",
    "euckr": "cp949",
    "ks_c_5601-1987": "cp949",
    "ksc5601": "cp949",
    "ks_c_5601": "cp949",
    "windows-949": "cp949",
    "ms949": "cp949",
    "x-windows-949": "cp949",
    "uhc": "cp949",
}
# Letters as Korean and English official text has them: ASCII, Latin, punctuation, symbols, CJK, Hangul.
_PLAUSIBLE = re.compile(
    r"[\t\n\r\x20-\x7e\u00a0-\u017f\u2010-\u203f\u20a9-\u20ac\u2100-\u27bf"
    r"\u3000-\u30ff\u3131-\u318e\u3200-\u33ff\u4e00-\u9fff\uac00-\ud7a3\uf000-\uf0ff\uff01-\uff5e]+"
)
_KS_X_1001_PAIR = re.compile(rb"[\xa1-\xc8\xca-\xfd][\xa1-\xfe]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with its encoding. `guessed` says that nothing proves the encoding."""

    text: str
    encoding: str
    faults: int = 0
    guessed: bool = False


def decode(data: bytes, *, origin: str, declared: str | None = None) -> Decoded:
    """The text that the bytes hold. Raises NotText or EncodingUnknown, with `origin` as the path."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_lenient(data[len(mark) :], encoding), origin)
    noise = _is_noise(data)
    if not noise:
        # Nearly all files; zero bytes would have made it noise, so this cannot be UTF-16.
        utf8 = _strict(data, "utf-8")
        if utf8 is not None:
            return utf8
    wide = _decode_wide(data)
    if wide is not None:
        return wide
    if noise:
        raise NotText(path=origin)
    return _decode_narrow(data, origin, declared)


def _decode_narrow(data: bytes, origin: str, declared: str | None) -> Decoded:
    if declared is not None:
        named = _declared(data, declared)
        if named is not None:
            return named
    cp949 = _strict(data, "cp949")
    if cp949 is not None and _everyday_share(data) >= 0.5:
        return cp949
    for encoding in ("utf-8", "cp949"):
        damaged = _lenient(data, encoding)
        if _is_tolerable(damaged) and (encoding == "utf-8" or _everyday_share(data) >= 0.5):
            return damaged
    return _guess(data, origin)


def _strict(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _lenient(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    return Decoded(text, encoding, faults=text.count("\ufffd"))


def _checked(decoded: Decoded, origin: str) -> Decoded:
    # A byte order mark before noise proves nothing.
    if decoded.faults > 1 and not _is_tolerable(decoded):
        raise NotText(path=origin)
    return decoded


def _is_tolerable(decoded: Decoded) -> bool:
    """Whether the faults are few beside the letters beyond ASCII that did decode."""
    letters = len(decoded.text) - len(decoded.text.encode("ascii", "ignore")) - decoded.faults
    return decoded.faults <= 1 + letters * _TOLERATED_FAULTS and letters >= decoded.faults


def _declared(data: bytes, declared: str) -> Decoded | None:
    name = declared.strip().strip("\"'").lower()
    try:
        encoding = codecs.lookup(_DECLARED.get(name, name)).name
        decoded = _lenient(data, encoding)
    except (LookupError, UnicodeError, ValueError):
        return None
    # A wrong declaration is common: a page saved again in another encoding keeps its old one.
    return decoded if _is_tolerable(decoded) else None


def _decode_wide(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: one byte order must make letters of nearly every pair."""
    sample = data[: _SAMPLE_BYTES & ~1]
    if len(sample) < 2:
        return None
    shares = {encoding: _plausible_share(sample, encoding) for encoding in ("utf-16-le", "utf-16-be")}
    best = max(shares, key=lambda encoding: shares[encoding])
    # Without a zero byte there is no blank and no line end; CP949 text read as UTF-16 rarely looks so good.
    needed = 0.9 if 0 in sample else 0.99
    if shares[best] < needed or (0 not in sample and _everyday_share(sample) >= 0.5):
        return None
    return _lenient(data, best)


def _plausible_share(data: bytes, encoding: str) -> float:
    text = data[: len(data) & ~1].decode(encoding, errors="replace")
    return sum(len(run) for run in _PLAUSIBLE.findall(text)) / max(1, len(text))


def _everyday_share(data: bytes) -> float:
    """Of the two-byte letters of CP949, the share that are in KS X 1001 (both bytes above A0)."""
    sample = data[:_SAMPLE_BYTES]
    high = sum(len(run) for run in re.findall(rb"[\x80-\xff]+[\x41-\x5a\x61-\x7a]?", sample))
    return 2 * len(_KS_X_1001_PAIR.findall(sample)) / max(1, high)


def _is_noise(data: bytes) -> bool:
    sample = data[:_SAMPLE_BYTES]
    controls = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
    return controls > 2 + len(sample) * _TOLERATED_CONTROLS


def _guess(data: bytes, origin: str) -> Decoded:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - heavy, and hardly ever needed

    best = from_bytes(data[:_SAMPLE_BYTES]).best()
    if best is None:
        raise EncodingUnknown(path=origin)
    decoded = _lenient(data, best.encoding)
    if decoded.faults > 1 + len(decoded.text) * _TOLERATED_FAULTS:
        raise EncodingUnknown(path=origin)
    return Decoded(decoded.text, decoded.encoding, faults=decoded.faults, guessed=True)
