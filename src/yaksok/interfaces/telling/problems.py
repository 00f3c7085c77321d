"""Problems of the ledger, which are kept in English, in the language of their reader."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from functools import cache

from yaksok.errors import Wording, YaksokError, notices
from yaksok.interfaces.telling.faults import reason as told
from yaksok.records.statement import Language


def worded(number: str, reason: str, next_step: str, language: Language) -> tuple[str, str]:
    """What happened and the next step. What an earlier program worded otherwise stays as it is kept."""
    wording = _wordings().get(number)
    if language == "en" or wording is None:
        return reason, next_step
    fields = _fields(wording.english, reason)
    if fields is None:
        return reason, next_step
    fields |= _fields(wording.english_next, next_step) or {}
    if "reason" in fields:
        fields["reason"] = told(fields["reason"], language)
    try:
        return wording.message(dict(fields), language), wording.next_step(dict(fields), language)
    except KeyError:
        return reason, next_step


@cache
def _wordings() -> dict[str, Wording]:
    kinds = {kind.wording.number: kind.wording for kind in _kinds(YaksokError) if "wording" in vars(kind)}
    told = (value for value in vars(notices).values() if isinstance(value, Wording))
    return kinds | {wording.number: wording for wording in told}


def _kinds(root: type[YaksokError]) -> Iterator[type[YaksokError]]:
    for kind in root.__subclasses__():
        yield kind
        yield from _kinds(kind)


def _fields(template: str, text: str) -> dict[str, str] | None:
    """What stands in the places of a template; None if the text was not made from it."""
    found = _pattern(template).fullmatch(text)
    return found.groupdict() if found else None


@cache
def _pattern(template: str) -> re.Pattern[str]:
    parts, seen = [], set()
    for fixed, name, _spec, _conversion in string.Formatter().parse(template):
        parts.append(re.escape(fixed))
        if name in seen:
            parts.append(f"(?P={name})")
        elif name:
            seen.add(name)
            parts.append(f"(?P<{name}>.*?)")
    return re.compile("".join(parts), re.DOTALL)
