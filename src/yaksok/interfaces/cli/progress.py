"""A progress bar on standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from yaksok.interfaces.cli.messages import say
from yaksok.read.sources import expand_paths

if TYPE_CHECKING:
    from rich.progress import ProgressColumn

Item = TypeVar("Item")


def with_bar(results: Iterator[Item], paths: Sequence[str]) -> Iterator[Item]:
    """The same results of adding files, moving a bar on by one for each; it is gone when they are done."""
    yield from _shown(results, total=sum(1 for _ in expand_paths(paths)), doing=say("adding"))


def with_bar_of(results: Iterator[Item], *, total: int, doing: str) -> Iterator[Item]:
    """The same results, with a bar of that many steps if somebody is looking at standard error."""
    return _shown(results, total=total, doing=doing) if sys.stderr.isatty() else results


def with_steps(
    results: Iterator[Item], *, doing: str, place: Callable[[Item], tuple[int, int]]
) -> Iterator[Item]:
    """The same results, with a bar that stands where each result says: so many steps done of so many."""
    from rich.console import Console  # noqa: PLC0415 - only on a terminal
    from rich.progress import Progress  # noqa: PLC0415 - the same

    with Progress(*_columns(doing), console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(doing, total=None)
        for result in results:
            done, total = place(result)
            progress.update(task, completed=done, total=total)
            yield result


def _shown(results: Iterator[Item], *, total: int, doing: str) -> Iterator[Item]:
    from rich.console import Console  # noqa: PLC0415 - only on a terminal
    from rich.progress import Progress  # noqa: PLC0415 - the same

    with Progress(*_columns(doing), console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(doing, total=total)
        for result in results:
            yield result
            progress.advance(task)


def _columns(doing: str) -> tuple[ProgressColumn, ...]:
    from rich.progress import (  # noqa: PLC0415 - only on a terminal
        BarColumn,
        MofNCompleteColumn,
        TextColumn,
        TimeRemainingColumn,
    )

    return TextColumn(doing), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
