"""Files that have their names only when they are whole."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from yaksok.errors import ExportTargetTaken, OutputNotWritable


@contextmanager
def drafts(targets: Sequence[Path], *, force: bool) -> Iterator[list[Path]]:
    """Files to write into, one beside each target under another name that ends in .part.

    When all went well they get their names; else nothing is left of them. Raises ExportTargetTaken where
    something has a name already, unless `force` replaces it, and OutputNotWritable.
    """
    _refuse_taken(targets, force=force)
    made: list[Path] = []
    folders: list[Path] = []
    try:
        for target in targets:
            folders += _make_folder(target.parent)
            made.append(_draft(target))
        yield made
        _refuse_taken(targets, force=force)
        for draft, target in zip(made, targets, strict=True):
            _give_name(draft, target, force=force)
    except BaseException:
        for draft in made:
            draft.unlink(missing_ok=True)
        for folder in folders:
            if not any(folder.iterdir()):
                folder.rmdir()
        raise


def _refuse_taken(targets: Sequence[Path], *, force: bool) -> None:
    for target in targets:
        if target.is_dir() or (target.exists() and not force):
            raise ExportTargetTaken(path=target)


def _give_name(draft: Path, target: Path, *, force: bool) -> None:
    with writing(target):
        _sync(draft)
        if force:
            draft.replace(target)
            return
        try:
            # A link refuses to replace a file, which a change of name does not.
            target.hardlink_to(draft)
        except OSError:
            if target.exists():
                raise ExportTargetTaken(path=target) from None
            draft.rename(target)  # on a disk that knows no links
        else:
            draft.unlink()


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turns errors of the disk into a numbered one about the file."""
    try:
        yield
    except OSError as error:
        raise OutputNotWritable(path=path, reason=error.strerror or str(error)) from error


def _make_folder(folder: Path) -> list[Path]:
    """Makes the folder if it is not there; what was made."""
    with writing(folder):
        if folder.is_dir():
            return []
        folder.mkdir()
        return [folder]


def _draft(target: Path) -> Path:
    with writing(target):
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
        os.close(handle)
        draft = Path(name)
        draft.chmod(0o666 & ~_mask())
        return draft


def _mask() -> int:
    # The system tells the mask only to who sets it.
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _sync(path: Path) -> None:
    """Wait until a file is safely on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
