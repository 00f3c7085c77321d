"""A PDF to text: pages to lines and tables, running heads told apart, notes anchored."""

from __future__ import annotations

from pypdfium2 import PdfDocument, PdfiumError

from yaksok.errors import DamagedFile, NoTextLayer, UnpacksTooLarge
from yaksok.errors.notices import PART_MISSING, PRIVATE_USE, READ_WITH_DOUBT
from yaksok.read.office.composing import compose
from yaksok.read.office.flow import Flow
from yaksok.read.pdf import library
from yaksok.read.pdf.content import Page
from yaksok.read.pdf.flowing import FlowWriter
from yaksok.read.pdf.furniture import mark_furniture
from yaksok.read.pdf.layout import place_lines
from yaksok.read.pdf.notes import anchor_notes
from yaksok.read.pdf.ocr import SUFFIX, recognised_lines, recognised_pages
from yaksok.read.pdf.pages import page_of
from yaksok.read.pdf.wrapped import join_wrapped
from yaksok.read.sources import RawSource
from yaksok.records.problem import Problem
from yaksok.records.source import SourceText

# A share of characters that fonts do not explain above which a reading is in doubt.
_DOUBTFUL = 0.05
_MEANINGLESS = 0.5
_LISTED_PAGES = 12


def read(raw: RawSource) -> SourceText:
    """The text of a PDF with its layout. Raises as `flow_of` does, and SourceEmpty."""
    return compose(flow_of(raw), raw)


def flow_of(raw: RawSource) -> Flow:
    """The printed lines and tables of a PDF in reading order.

    A recognised text that lies beside the file (`ocr`) stands for the pages that are pictures, so that a reading is a
    function of the two files. Raises PasswordNeeded, ProtectedByRights, DamagedFile, UnpacksTooLarge, or
    NoTextLayer if all pages are pictures and no recognised text is there.
    """
    document = library.open_document(raw)
    try:
        pages, unreadable = _pages(document, raw)
        title = document.get_metadata_value("Title").strip()
    finally:
        document.close()
    problems = []
    if unreadable:
        problems.append(PART_MISSING.problem(part=f"pages {_listed(unreadable)}"))
    problems.extend(_recognised(pages, raw))
    mark_furniture(pages)
    for page in pages:
        anchor_notes(page)
    printed = [page for page in pages if not page.picture]
    place_lines(printed)
    whole_words = join_wrapped(printed)
    writer = FlowWriter()
    blocks = tuple(writer.blocks(pages))
    if writer.unknown:
        problems.append(PRIVATE_USE.problem(count=writer.unknown))
    return Flow(
        blocks,
        "application/pdf",
        unbroken=False,
        whole_words=whole_words,
        title=_title(title, pages),
        problems=(*problems, *_doubts(pages)),
    )


def _pages(document: PdfDocument, raw: RawSource) -> tuple[list[Page], list[int]]:
    """The pages, and the numbers of those that cannot be loaded."""
    pages: list[Page] = []
    unreadable: list[int] = []
    room = library.MOST_CHARACTERS
    for index in range(len(document)):
        try:
            page = document[index]
        except PdfiumError:
            unreadable.append(index + 1)
            continue
        try:
            content = page_of(page, index + 1, room)
        except PdfiumError:
            unreadable.append(index + 1)
            continue
        finally:
            page.close()
        room -= content.characters
        if room <= 0:
            raise UnpacksTooLarge(path=raw.origin, limit=f"{library.MOST_CHARACTERS:,} characters")
        pages.append(content)
    if not pages:
        raise DamagedFile(path=raw.origin, format="PDF", reason="none of its pages can be loaded")
    return pages, unreadable


def _recognised(pages: list[Page], raw: RawSource) -> list[Problem]:
    """Puts recognised text on the pages that are pictures, and says what was done. Raises NoTextLayer."""
    pictures = [page for page in pages if page.picture]
    if not pictures:
        return []
    name = raw.origin + SUFFIX
    texts = recognised_pages(raw.origin)
    alone = all(page.picture or not page.items for page in pages)
    if texts is None:
        if alone:
            raise NoTextLayer(path=raw.origin, pages=len(pages), beside=name)
        return [
            PART_MISSING.problem(part=f"text of the pages {_listed(_numbers(pictures))}, which are pictures")
        ]
    if not alone and len(texts) != pages[-1].number:
        part = f"text of the pages {_listed(_numbers(pictures))} ({name} has {len(texts)} pages)"
        return [PART_MISSING.problem(part=part)]
    by_number = dict(enumerate(texts, 1))
    for page in pictures:
        page.items = list(recognised_lines(by_number.pop(page.number, "")))
    if alone:
        # A text without page breaks: what is left belongs to the last page.
        rest = [text for _, text in sorted(by_number.items())]
        pictures[-1].items.extend(line for text in rest for line in recognised_lines(text))
    return [READ_WITH_DOUBT.problem(reason=f"the text of {len(pictures)} pages is recognised, from {name}")]


def _doubts(pages: list[Page]) -> list[Problem]:
    """What makes a reading doubtful: letters without a meaning, more objects than are looked at."""
    doubts = []
    read = sum(page.characters for page in pages)
    meaningless = sum(page.meaningless for page in pages)
    worst = [page.number for page in pages if page.meaningless > _MEANINGLESS * max(page.characters, 1)]
    if read and (meaningless > _DOUBTFUL * read or worst):
        where = f" (pages {_listed(worst)})" if worst else ""
        reason = f"fonts do not say what {meaningless:,} of {read:,} characters mean{where}"
        doubts.append(READ_WITH_DOUBT.problem(reason=reason))
    cut = [page.number for page in pages if page.cut]
    if cut:
        doubts.append(READ_WITH_DOUBT.problem(reason=f"too many drawings on the pages {_listed(cut)}"))
    return doubts


def _title(title: str, pages: list[Page]) -> str | None:
    """The title of the metadata if the first page shows it too; else it is mostly a file's old name."""
    bare = "".join(title.split())
    first = "".join("".join(line.text.split()) for line in pages[0].lines)
    return title if len(bare) > 3 and bare in first else None


def _numbers(pages: list[Page]) -> list[int]:
    return [page.number for page in pages]


def _listed(numbers: list[int]) -> str:
    more = f" and {len(numbers) - _LISTED_PAGES} more" if len(numbers) > _LISTED_PAGES else ""
    return ", ".join(map(str, numbers[:_LISTED_PAGES])) + more
