"""A description as PDF: by WeasyPrint from a page for printing, or by LibreOffice from a DOCX file.

Both are wanted by tests only, and may be missing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from tests.support.office.description import Description
from tests.support.office.html_writer import write_print

if TYPE_CHECKING:
    from collections.abc import Sequence

FONT = "NanumGothic"
"""A font of the Debian package fonts-nanum, under the SIL Open Font License, which allows embedding."""
_STYLE = """
@page {{ size: A4; margin: 25mm 25mm 25mm 25mm;
  @top-center {{ content: "{header}"; font-size: 8pt; }}
  @bottom-left {{ content: "{footer}"; font-size: 8pt; }}
  @bottom-center {{ content: {number}; font-size: 9pt; }} }}
html {{ font-family: {font}; }}
body {{ margin: 0; font-size: 10.5pt; line-height: 1.7; }}
p, h1, h2, h3, h4, h5 {{ margin: 0; font-size: 10.5pt; font-weight: normal; white-space: pre-wrap; }}
h1 {{ font-size: 16pt; text-align: center; }}
table {{ border-collapse: collapse; margin: 4pt 0; }}
td, th {{ border: 0.6pt solid black; padding: 2pt 6pt; font-weight: normal; }}
caption {{ caption-side: top; }}
.box {{ border: 0.6pt solid black; padding: 4pt; }}
.page {{ break-before: page; }}
.note {{ float: footnote; font-size: 8.5pt; }}
.note::footnote-call {{ content: attr(data-mark); font-size: 7pt; vertical-align: super; line-height: 0; }}
.note::footnote-marker {{ content: attr(data-mark) " "; }}
sup {{ font-size: 7pt; line-height: 0; }}
"""


def has_weasyprint() -> bool:
    """Whether pages can be printed with the font that the samples want."""
    try:
        import weasyprint  # noqa: F401 - heavy, and may be missing
    except (ImportError, OSError):
        return False
    listed = subprocess.run(["fc-list", FONT], capture_output=True, text=True, check=False)
    return bool(listed.stdout.strip())


def write_pdf(description: Description) -> bytes:
    """The bytes of a PDF file. Lines of Korean end anywhere, within words too."""
    import weasyprint

    style = _STYLE.format(
        header=_quoted(description.header),
        footer=_quoted(description.footer),
        number='"- " counter(page) " -"' if description.page_numbers else "none",
        font=FONT,
    )
    page = weasyprint.HTML(string=write_print(description, style))
    written: bytes = page.write_pdf(pdf_identifier=b"yaksok", full_fonts=False)
    return written


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def office_program() -> str | None:
    """LibreOffice, where it is installed."""
    return shutil.which("soffice")


def converted(files: Sequence[Path], folder: Path, *, program: str, to: str = "pdf") -> list[Path]:
    """The files converted by LibreOffice into a folder, in one run."""
    # A profile of its own keeps it apart from one that runs.
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    subprocess.run(
        [program, profile, "--headless", "--convert-to", to, "--outdir", str(folder), *map(str, files)],
        check=True,
        capture_output=True,
        timeout=120,
        env={**os.environ, "SAL_USE_VCLPLUGIN": "svp"},
    )
    return [folder / f"{path.stem}.{to}" for path in files]
