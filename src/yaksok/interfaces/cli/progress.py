"""A progress bar on standard error."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from yaksok.read.sources import expand_paths

Item = TypeVar("Item")


def with_bar(results: Iterator[Item], paths: Sequence[str]) -> Iterator[Item]:
    """The same results, moving a bar on by one for each; it is gone when they are done."""
    total = sum(1 for _ in expand_paths(paths))
    columns = (TextColumn("adding"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("adding", total=total)
        for result in results:
            yield result
            progress.advance(task)
