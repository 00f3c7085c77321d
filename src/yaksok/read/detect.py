"""What kind of file some bytes are, by their content: the name of a file proves nothing.

Signatures are those of the formats' own specifications: OLE compound files [MS-CFB], ZIP (PKWARE
APPNOTE), PDF (ISO 32000), and the list of "magic" numbers that libmagic keeps.
"""

from __future__ import annotations

from dataclasses import dataclass

OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DIRECTORY_ENTRY = 128
_ZIP_END_SIZE = 22
_LONGEST_ZIP_COMMENT = 65_535


@dataclass(frozen=True, slots=True)
class _Entry:
    """A record of the ZIP format that names a member: bytes before the name, and where its length stands."""

    signature: bytes
    size: int
    name_length: int


_ZIP_ENTRY = _Entry(b"PK\x01\x02", size=46, name_length=28)
_ZIP_MEMBER = _Entry(b"PK\x03\x04", size=30, name_length=26)


@dataclass(frozen=True, slots=True)
class FileKind:
    """A recognised format. `office` tells documents from pictures, archives and programs."""

    media_type: str
    name: str
    office: bool = False


HWPX = FileKind("application/hwp+zip", "HWPX", office=True)
HWP5 = FileKind("application/x-hwp", "HWP", office=True)
HWP3 = FileKind("application/x-hwp-v3", "HWP 3", office=True)
HWPML = FileKind("application/x-hwpml", "HWPML", office=True)
PDF = FileKind("application/pdf", "PDF", office=True)
DOCX = FileKind(
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "DOCX", office=True
)
XLSX = FileKind("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX")
PPTX = FileKind("application/vnd.openxmlformats-officedocument.presentationml.presentation", "PPTX")
ODT = FileKind("application/vnd.oasis.opendocument.text", "ODT", office=True)
EPUB = FileKind("application/epub+zip", "EPUB", office=True)
OLE = FileKind("application/x-ole-storage", "Office 97-2003", office=True)
RTF = FileKind("application/rtf", "RTF", office=True)
ZIP = FileKind("application/zip", "ZIP")

_SIGNATURES: tuple[tuple[bytes, FileKind], ...] = (
    (b"%PDF-", PDF),
    (b"{\\rtf", RTF),
    (b"HWP Document File V", HWP3),
    (b"\x89PNG\r\n\x1a\n", FileKind("image/png", "PNG")),
    (b"\xff\xd8\xff", FileKind("image/jpeg", "JPEG")),
    (b"GIF87a", FileKind("image/gif", "GIF")),
    (b"GIF89a", FileKind("image/gif", "GIF")),
    (b"II*\x00", FileKind("image/tiff", "TIFF")),
    (b"MM\x00*", FileKind("image/tiff", "TIFF")),
    (b"\x1f\x8b\x08", FileKind("application/gzip", "gzip")),
    (b"BZh9", FileKind("application/x-bzip2", "bzip2")),
    (b"\xfd7zXZ\x00", FileKind("application/x-xz", "xz")),
    (b"7z\xbc\xaf\x27\x1c", FileKind("application/x-7z-compressed", "7-Zip")),
    (b"Rar!\x1a\x07", FileKind("application/vnd.rar", "RAR")),
    (b"ALZ\x01", FileKind("application/x-alz", "ALZ")),
    (b"EGGA", FileKind("application/x-egg", "EGG")),
    (b"(\xb5/\xfd", FileKind("application/zstd", "Zstandard")),
    (b"SQLite format 3\x00", FileKind("application/vnd.sqlite3", "SQLite")),
    (b"\x7fELF", FileKind("application/x-executable", "ELF")),
    (b"MZ\x90\x00", FileKind("application/x-msdownload", "EXE")),
    (b"OggS", FileKind("audio/ogg", "audio")),
    (b"ID3", FileKind("audio/mpeg", "audio")),
    (b"\x1aE\xdf\xa3", FileKind("video/x-matroska", "video")),
)
_ZIP_MEMBERS: tuple[tuple[str, FileKind], ...] = (
    ("word/document.xml", DOCX),
    ("xl/workbook.xml", XLSX),
    ("ppt/presentation.xml", PPTX),
    ("Contents/content.hpf", HWPX),
    ("META-INF/container.xml", EPUB),
)
_ZIP_MIMETYPES: tuple[tuple[bytes, FileKind], ...] = (
    (b"application/hwp+zip", HWPX),
    (b"application/epub+zip", EPUB),
    (b"application/vnd.oasis.opendocument.text", ODT),
)


def detect(data: bytes) -> FileKind | None:
    """The format whose signature the bytes carry, None for what may be text."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _detect_zip(data)
    if data.startswith(OLE_SIGNATURE):
        return HWP5 if has_stream(data, "FileHeader") else OLE
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    # A PDF may have up to a kilobyte of anything before its header (ISO 32000, annex H).
    if b"\n%PDF-" in data[:1024] and b"%%EOF" in data[-2048:]:
        return PDF
    if data[4:8] == b"ftyp":
        return FileKind("video/mp4", "MP4")
    if data.startswith(b"RIFF") and data[8:12] in {b"WEBP", b"WAVE", b"AVI "}:
        return FileKind("application/x-riff", "RIFF")
    if b"<HWPML" in data[:1024]:
        return HWPML
    return None


def _detect_zip(data: bytes) -> FileKind:
    head = data[30:120]
    if head.startswith(b"mimetype"):
        for mimetype, kind in _ZIP_MIMETYPES:
            if head[8:].startswith(mimetype):
                return kind
    directory = _central_directory(data)
    # Without its end the archive is cut off; its members still stand one after the other.
    entries, kind_of_entry = (directory, _ZIP_ENTRY) if directory else (data, _ZIP_MEMBER)
    return next(
        (kind for member, kind in _ZIP_MEMBERS if _has_member(entries, kind_of_entry, member.encode())), ZIP
    )


def _central_directory(data: bytes) -> bytes:
    """The list of members at the end of an archive, as bytes: a hostile one may name a million of them."""
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - _ZIP_END_SIZE - _LONGEST_ZIP_COMMENT))
    if end < 0 or end + _ZIP_END_SIZE > len(data):
        return b""
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    # In ZIP64 the size stands elsewhere.
    return data[:end] if size == 0xFFFFFFFF else data[max(0, end - size) : end]


def _has_member(entries: bytes, entry: _Entry, name: bytes) -> bool:
    place = entries.find(name)
    while place >= 0:
        start = place - entry.size
        if start >= 0 and entries.startswith(entry.signature, start):
            at = start + entry.name_length
            if int.from_bytes(entries[at : at + 2], "little") == len(name):
                return True
        place = entries.find(name, place + 1)
    return False


def has_stream(data: bytes, name: str) -> bool:
    """Whether the directory of a compound file names a stream or storage.

    It holds the names in UTF-16, at offsets that are multiples of the size of its entries [MS-CFB].
    """
    encoded = (name + "\0").encode("utf-16-le")
    place = data.find(encoded)
    while place >= 0:
        if place % _DIRECTORY_ENTRY == 0:
            return True
        place = data.find(encoded, place + 1)
    return False
