"""The pages of the documentation, and what stands in their fences and headings."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
READMES = (ROOT / "README.md", ROOT / "README.ko.md")
PAGES = (*READMES, ROOT / "CHANGELOG.md", *sorted(DOCS.glob("*.md")))
_BLOCK = re.compile(r"^```(?P<kind>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A fenced block: the word behind its fence, and what it holds."""

    kind: str
    body: str


def text_of(path: Path) -> str:
    """A page as it stands."""
    return path.read_text(encoding="utf-8")


def prose_of(path: Path) -> str:
    """A page without its fenced blocks."""
    return _BLOCK.sub("", text_of(path))


def blocks(path: Path) -> list[Block]:
    """The fenced blocks of a page, in order."""
    return [Block(match["kind"], match["body"]) for match in _BLOCK.finditer(text_of(path))]


def anchors(path: Path) -> set[str]:
    """The names under which a page's headings can be linked to."""
    headings = re.findall(r"^#+ (.+)$", prose_of(path), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def explains(path: Path, word: str) -> bool:
    """Whether a page's tables explain a word: it opens a row or its last cell, as code."""
    table = [line.strip("| ").split(" | ") for line in text_of(path).split("\n") if "|" in line]
    return any(f"`{word}`" in cells[0] or cells[-1].startswith(f"`{word}`") for cells in table)


def shell_lines(path: Path) -> str:
    """Lines of a page that are commands: in shell blocks, and behind a dollar sign."""
    lines = [line for block in blocks(path) if block.kind == "sh" for line in block.body.split("\n")]
    return "\n".join([*lines, *re.findall(r"^\$ (.+)$", text_of(path), re.MULTILINE)])


def script(path: Path) -> ModuleType:
    """A script, or a module that is in no package, by its file."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
