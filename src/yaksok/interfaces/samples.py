"""Where the sample documents lie: beside the package when installed, else in the checkout."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from yaksok.errors import SamplesMissing

_DOCUMENTS = "[0-9]*.*"
"""The samples' names begin with their year; what else lies in the folder is about them."""


def sample_folder() -> Path:
    """The folder with the sample documents. Raises SamplesMissing."""
    package = Path(str(resources.files("yaksok")))
    in_checkout = package.parents[1] / "examples"
    for folder in (package / "examples", in_checkout):
        if any(folder.glob(_DOCUMENTS)):
            return folder
    raise SamplesMissing(path=str(in_checkout))


def sample_files(folder: Path) -> list[Path]:
    """The sample documents of a folder, by name."""
    return sorted(folder.glob(_DOCUMENTS))
