"""Numbered lines on standard error, in the user's language."""

from __future__ import annotations

import os
import sys

from yaksok.errors import YaksokError
from yaksok.records.statement import Language


def show_error(error: YaksokError) -> int:
    """Writes the error's line and returns the exit status that belongs to it."""
    sys.stderr.write(error.describe(user_language()) + "\n")
    return 1


def user_language() -> Language:
    """Korean where the locale is Korean, English otherwise (the order of variables is POSIX's)."""
    locale = next(
        (os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), ""
    )
    return "ko" if locale.startswith("ko") else "en"
