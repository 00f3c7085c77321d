"""Which rules a result was made by: the program's version and a hash of the code and data behind it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable

from yaksok import __version__

READING = ("records", "reference", "read", "outline", "statements")
"""The packages that turn bytes into statements."""

LINKING = (*READING, "links", "fulfilment")
"""The packages that compare statements and weigh the evidence."""

_PARTS = (".py", ".csv", ".txt")
_BYTES = 6


@cache
def rules_version(packages: tuple[str, ...]) -> str:
    """The version of the rules in some packages, such as "0.1.0+3f09ab12cd34"; it changes with every rule."""
    said = blake2b(digest_size=_BYTES)
    for package in packages:
        for name, content in _contents(files("yaksok") / package, package):
            said.update(f"{name}:{len(content)}:".encode())
            said.update(content)
    return f"{__version__}+{said.hexdigest()}"


def _contents(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        path = f"{name}/{entry.name}"
        if entry.is_dir():
            yield from _contents(entry, path)
        elif entry.name.endswith(_PARTS):
            yield path, entry.read_bytes()
