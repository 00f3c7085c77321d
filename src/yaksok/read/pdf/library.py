"""PDFium: opening a document within limits, and the calls that are made for every character.

The calls of `pypdfium2.raw` check and convert their arguments each time; those needed for each character or
path are bound anew here to plain addresses and numbers, which takes about half the time. PDFium
is not safe with threads: one document at a time in a process.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

from pypdfium2 import PdfDocument, PdfiumError
from pypdfium2 import raw as api

from yaksok.errors import DamagedFile, PasswordNeeded, ProtectedByRights, UnpacksTooLarge
from yaksok.read.sources import RawSource

MOST_PAGES = 5_000
"""The longest papers of ministries, with annexes, have some two thousand pages."""
MOST_CHARACTERS = 5_000_000
"""Characters of a whole document; a full page has some two thousand."""


def _plain(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    address = ctypes.cast(function, ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(result, *arguments)(address or 0)


_POINTER = ctypes.c_void_p
_INT = ctypes.c_int

unicode_of = _plain(api.FPDFText_GetUnicode, ctypes.c_uint, _POINTER, _INT)
loose_box_of = _plain(api.FPDFText_GetLooseCharBox, _INT, _POINTER, _INT, _POINTER)
ink_box_of = _plain(api.FPDFText_GetCharBox, _INT, _POINTER, _INT, _POINTER, _POINTER, _POINTER, _POINTER)
origin_of = _plain(api.FPDFText_GetCharOrigin, _INT, _POINTER, _INT, _POINTER, _POINTER)
is_generated = _plain(api.FPDFText_IsGenerated, _INT, _POINTER, _INT)
has_no_meaning = _plain(api.FPDFText_HasUnicodeMapError, _INT, _POINTER, _INT)
text_object_of = _plain(api.FPDFText_GetTextObject, _POINTER, _POINTER, _INT)
font_size_of = _plain(api.FPDFText_GetFontSize, ctypes.c_double, _POINTER, _INT)
matrix_of = _plain(api.FPDFText_GetMatrix, _INT, _POINTER, _INT, _POINTER)
render_mode_of = _plain(api.FPDFTextObj_GetTextRenderMode, _INT, _POINTER)

count_objects = _plain(api.FPDFPage_CountObjects, _INT, _POINTER)
object_at = _plain(api.FPDFPage_GetObject, _POINTER, _POINTER, _INT)
count_form_objects = _plain(api.FPDFFormObj_CountObjects, _INT, _POINTER)
form_object_at = _plain(api.FPDFFormObj_GetObject, _POINTER, _POINTER, ctypes.c_ulong)
object_type = _plain(api.FPDFPageObj_GetType, _INT, _POINTER)
object_bounds = _plain(api.FPDFPageObj_GetBounds, _INT, _POINTER, _POINTER, _POINTER, _POINTER, _POINTER)
object_matrix = _plain(api.FPDFPageObj_GetMatrix, _INT, _POINTER, _POINTER)
draw_mode = _plain(api.FPDFPath_GetDrawMode, _INT, _POINTER, _POINTER, _POINTER)
count_segments = _plain(api.FPDFPath_CountSegments, _INT, _POINTER)
segment_at = _plain(api.FPDFPath_GetPathSegment, _POINTER, _POINTER, _INT)
segment_type = _plain(api.FPDFPathSegment_GetType, _INT, _POINTER)
segment_point = _plain(api.FPDFPathSegment_GetPoint, _INT, _POINTER, _POINTER, _POINTER)

IMAGE = int(api.FPDF_PAGEOBJ_IMAGE)
PATH = int(api.FPDF_PAGEOBJ_PATH)
FORM = int(api.FPDF_PAGEOBJ_FORM)
MOVE_TO = int(api.FPDF_SEGMENT_MOVETO)
CURVE_TO = int(api.FPDF_SEGMENT_BEZIERTO)
INVISIBLE = int(api.FPDF_TEXTRENDERMODE_INVISIBLE)


def open_document(raw: RawSource) -> PdfDocument:
    """The document in some bytes; to be closed by the caller.

    Raises PasswordNeeded, ProtectedByRights, DamagedFile, or UnpacksTooLarge for too many pages.
    """
    try:
        document = PdfDocument(raw.data)
        pages = len(document)
    except PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code == api.FPDF_ERR_PASSWORD:
            raise PasswordNeeded(path=raw.origin) from error
        if code == api.FPDF_ERR_SECURITY:
            raise ProtectedByRights(path=raw.origin) from error
        raise DamagedFile(path=raw.origin, format="PDF", reason=_words(error)) from error
    if pages > MOST_PAGES:
        document.close()
        raise UnpacksTooLarge(path=raw.origin, limit=f"{MOST_PAGES:,} pages")
    if pages == 0:
        document.close()
        raise DamagedFile(path=raw.origin, format="PDF", reason="it has no pages")
    return document


def address_of(pointer: Any) -> int:
    """The plain address of a page, text page or object."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def _words(error: Exception) -> str:
    return " ".join(str(error).split())[:200].rstrip(".") or type(error).__name__
