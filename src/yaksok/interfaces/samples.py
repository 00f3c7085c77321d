"""Where the sample documents lie: beside the package when installed, else in the checkout."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from types import MappingProxyType

from yaksok.errors import SamplesMissing

_DOCUMENTS = "[0-9]*.*"
"""The samples' names begin with their year; what else lies in the folder is about them."""

GIVEN_AS = MappingProxyType(
    {
        "2018-second-half-plan": "hwpx",
        "2019-work-plan": "hwp",
        "2019-self-evaluation": "hwp",
        "2021-work-plan": "hwpx",
        "2021-12-climate-press-release": "pdf",
        "2023-05-pacific-islands-declaration": "docx",
        "2023-self-evaluation": "hwp",
        "2024-work-plan": "hwpx",
        "2024-04-asean-press-release": "hwpx",
        "2024-10-asean-joint-statement": "docx",
        "2025-work-plan": "hwpx",
        "2025-self-evaluation": "pdf",
    }
)
"""The samples that the demo reads as an office would have them; the others are read as they are written.

Every sample lies in the folder "formats" in every format; each is read once.
"""


def sample_folder() -> Path:
    """The folder with the sample documents. Raises SamplesMissing."""
    package = Path(str(resources.files("yaksok")))
    in_checkout = package.parents[1] / "examples"
    for folder in (package / "examples", in_checkout):
        if any(folder.glob(_DOCUMENTS)):
            return folder
    raise SamplesMissing(path=str(in_checkout))


def sample_files(folder: Path) -> list[Path]:
    """The sample documents of a folder, by name, each in the format in which the demo reads it."""
    return [_given(path) for path in sorted(folder.glob(_DOCUMENTS))]


def _given(source: Path) -> Path:
    kind = GIVEN_AS.get(source.stem)
    return source.parent / "formats" / kind / f"{source.stem}.{kind}" if kind else source
