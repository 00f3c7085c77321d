"""Messages of the pages in Korean and English, from gettext catalogues.

Message ids are the English texts. The catalogues of a language are the `.po` files in `locales/LANGUAGE/`, one
a group of pages; they are compiled in memory, so that nothing has to be built.
"""

from __future__ import annotations

import gettext
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from yaksok.records.statement import Language

LOCALES = Path(__file__).parent / "locales"
LANGUAGES: tuple[Language, ...] = ("ko", "en")


@cache
def catalogue(language: Language) -> gettext.NullTranslations:
    """The messages of one language; English are the ids themselves."""
    if language == "en":
        return gettext.NullTranslations()
    whole = Catalog(locale=language)
    for path in sorted((LOCALES / language).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=language):
                if message.id:
                    whole[message.id] = message
    compiled = BytesIO()
    write_mo(compiled, whole)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
