"""Messages of the pages in Korean and English: those in which everything is told, and those of pages alone."""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path

from yaksok.interfaces.telling.catalogues import LANGUAGES, messages_in
from yaksok.interfaces.telling.catalogues import LOCALES as TOLD
from yaksok.records.statement import Language

__all__ = ["LANGUAGES", "LOCALES", "catalogue"]

LOCALES = Path(__file__).parent / "locales"


@cache
def catalogue(language: Language) -> gettext.NullTranslations:
    """The messages of one language; English are the ids themselves."""
    return messages_in(TOLD, LOCALES, language=language)
