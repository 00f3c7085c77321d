"""How firmly a promise is worded: a deed, a plan, an effort, or only that something is considered.

The predicate that governs the statement decides: in Korean the last one with what it takes ("체결 추진" is
a plan, "확대 방안 검토" a consideration), in English the verb behind will, to or the verb of intention. The
levels of single words are data (promise_strength.csv).
"""

from __future__ import annotations

from functools import lru_cache

from yaksok.fulfilment.english_strength import english_strength
from yaksok.fulfilment.korean_strength import korean_strength
from yaksok.records.promise import Strength
from yaksok.records.statement import Language


@lru_cache(maxsize=1 << 12)
def strength(text: str, language: Language) -> Strength | None:
    """The strength of one promise's wording; None where no predicate is found, as in a bare label.

    `language` is the document's; a statement without a Korean letter is read as English. The span counts
    characters of `text`.
    """
    if language == "en" or not _has_hangul(text):
        return english_strength(text)
    return korean_strength(text)


def _has_hangul(text: str) -> bool:
    return any("가" <= letter <= "힣" for letter in text)
