"""Small office files with something of everything, made by the writers of the tests, to be damaged."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from tests.robustness.pdf_builder import content_page, text_pdf
from tests.support.office.description import (
    Box,
    Change,
    Description,
    Level,
    Link,
    ListStyle,
    Memo,
    Paragraph,
    Table,
    cell,
    footnote,
    paragraph,
)
from tests.support.office.docx_writer import write_docx
from tests.support.office.hwp_distribution import write_distribution_hwp
from tests.support.office.hwp_writer import write_hwp
from tests.support.office.hwpx_writer import write_hwpx

FORMATS = ("hwpx", "hwp", "docx", "pdf")
SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"
_LARGEST_SAMPLE = 60_000

PLAN = Description(
    title="2025년 누리부 나무 심기 계획",
    lists=(
        ListStyle("list", (Level("digit", "^1."), Level("hangul", "^2."), Level("circled", "^3"))),
        ListStyle("outline", (Level("roman", "^1."), Level("digit", "^1.^2.")), outline=True),
        ListStyle("bullets", (Level("bullet", "□"), Level("bullet", "-"))),
    ),
    header="누리부",
    footer="산림과",
    page_numbers=True,
    blocks=(
        Paragraph(("2025년 누리부 나무 심기 계획",), title=True),
        paragraph("지난 성과", of="outline", level=0),
        paragraph("나무 3만 그루를 심었다", footnote("2024년 말 기준"), ".", of="bullets", level=0),
        paragraph(
            "갈대국과 협정을 ", Link("체결", "https://example.org/a"), "하였다.", of="bullets", level=1
        ),
        paragraph("올해 과제", of="outline", level=0),
        paragraph("상반기 중 연구소를 세운다.", level=0),
        paragraph("터를 ", Change("새로 ", "inserted"), Change("다시 ", "deleted"), "고른다.", level=1),
        paragraph("예산을 ", Memo("확정", "언제인지 확인"), "한다.", level=2),
        Table(
            (
                (cell("구분", rows=2), cell("예산", columns=2)),
                (cell("2024년"), cell("2025년")),
                (cell("심기"), cell("3억원"), cell("4억원", "잠정")),
            ),
            header_rows=2,
            caption="연도별 예산",
        ),
        Paragraph(("상자가 달린 문단이다.",), boxes=(Box((paragraph("문의: 산림과 02-000-0000"),)),)),
        Paragraph(("끝맺음은 연말에 한다", footnote("12월 31일", "endnote"), "."), new_page=True, indent=2),
    ),
)
NOTICE = Description(
    blocks=(
        paragraph("나무 심기 알림"),
        paragraph("□ 정부는 2025. 4. 5.(토) 숲에서 나무를 심는다."),
        Table(((cell("때"), cell("4. 5.")), (cell("곳"), cell("숲\t길")))),
        paragraph("The office will plant 300 trees by June 2025."),
    ),
)
LINES = (
    "2025년 누리부 나무 심기 계획",
    "□ 상반기 중 나무 3만 그루를 심기로 하였다.",
    " ㅇ 갈대국과 협정을 맺고 연구소를 세운다.",
    "The office will plant 300 trees by June 2025.",
)


@cache
def specimens(name: str) -> tuple[bytes, ...]:
    """The files of a format, those of the samples folder behind them where it is present."""
    made = {"hwpx": _hwpx, "hwp": _hwp, "docx": _docx, "pdf": _pdf}[name]()
    return (*made, *_samples(name))


def _hwpx() -> tuple[bytes, ...]:
    return (write_hwpx(PLAN), write_hwpx(NOTICE))


def _docx() -> tuple[bytes, ...]:
    return (write_docx(PLAN), write_docx(NOTICE))


def _hwp() -> tuple[bytes, ...]:
    write: Callable[[Description], bytes] = write_hwp
    return (
        write(PLAN),
        write_hwp(NOTICE, compressed=False),
        write_distribution_hwp(NOTICE),
        write_hwp(NOTICE),
    )


def _pdf() -> tuple[bytes, ...]:
    return (text_pdf([LINES, LINES[1:]]), text_pdf([LINES], compressed=True), content_page())


def _samples(name: str) -> tuple[bytes, ...]:
    if not SAMPLES.is_dir():
        return ()
    files = sorted(SAMPLES.glob(f"*.{name}"))
    return tuple(path.read_bytes() for path in files if path.stat().st_size <= _LARGEST_SAMPLE)
