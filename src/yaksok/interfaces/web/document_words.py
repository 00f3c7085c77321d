"""What pages about documents say in the language of their reader: of mentions their value and the rule behind it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePath

from babel.numbers import format_decimal

from yaksok.interfaces.telling.catalogues import N_
from yaksok.interfaces.telling.words import ACT_WORDS, Words
from yaksok.interfaces.web.catalogues import catalogue
from yaksok.interfaces.web.rendering import shown_day
from yaksok.records.statement import Language
from yaksok.views.document_page import name_of
from yaksok.views.editions import Edition
from yaksok.views.mention_values import Told
from yaksok.views.safety import visible

KIND_WORDS = {
    "party": N_("Party"),
    "time": N_("Time"),
    "quantity": N_("Quantity"),
    "name": N_("Name"),
    "link": N_("Link of the file"),
}
TIME_WORDS = {
    "occurred": N_("when it happened"),
    "due": N_("deadline"),
    "planned": N_("when it is planned"),
    "period": N_("period it is about"),
    "reference": N_("mentioned in passing"),
}
NAME_WORDS = {
    "agreement": N_("agreement"),
    "initiative": N_("initiative or programme"),
    "body": N_("body"),
    "event": N_("event"),
    "system": N_("system"),
    "law": N_("law"),
    "document": N_("document"),
}
RULE_WORDS = {
    "usual_name": N_("its usual name in the table of parties"),
    "listed_form": N_("a form listed in the table of parties"),
    "form_in_words": N_("a form of the table of parties inside of these words"),
    "day": N_("one day"),
    "month": N_("a month, from its first day to its last"),
    "quarter": N_("a quarter, from its first day to its last"),
    "half_year": N_("half a year, from its first day to its last"),
    "year": N_("a year, from its first day to its last"),
    "interval": N_("from the first day that the words mean to the last"),
    "until": N_("until a day; the beginning is open"),
    "from": N_("from a day on; the end is open"),
    "open": N_("a time without days"),
    "as_written": N_("the number as it is written"),
    "multiplied": N_("the number written times %(factor)s"),
    "in_words": N_("the number that the words mean"),
    "proper_name": N_("a proper name, told by its last word or its marks"),
    "address": N_("an address that the file gives these words"),
}


MEMBER_WORDS = {
    "original": N_("original"),
    "annex": N_("annex"),
    "translation": N_("translation"),
    "republication": N_("published again"),
    "excerpt": N_("excerpt"),
}
REMARK_WORDS = {
    "memo": N_("memo"),
    "comment": N_("comment"),
    "inserted": N_("inserted"),
    "deleted": N_("deleted"),
    "moved_from": N_("moved from here"),
    "moved_to": N_("moved to here"),
}


@dataclass(frozen=True, slots=True)
class Tip:
    """What is shown of a mention: its kind, its words, its value, and by which rule it has that."""

    kind: str
    text: str
    value: str
    rule: str


@dataclass(frozen=True, slots=True)
class DocumentWords:
    """What pages about documents say in one language."""

    language: Language

    @staticmethod
    def fit(text: str | None) -> str:
        """What a file or a reader says of a document, without signs that hide or turn others."""
        return visible(text or "")

    def title(self, edition: Edition) -> str:
        """What a document is called."""
        return visible(edition.title) or visible(edition.stem)

    @staticmethod
    def name(edition: Edition) -> str:
        """What leads to a document in an address."""
        return name_of(edition)

    @staticmethod
    def file(edition: Edition) -> str:
        """The name of a document's file, without the folder in which it lay."""
        return visible(PurePath(edition.address.replace("\\", "/")).name)

    def letter(self, act: str) -> str:
        """The sign that stands for an act beside its colour."""
        words = catalogue(self.language).gettext(ACT_WORDS[act])
        return words[:1] if self.language == "ko" else words[:2]

    def kind(self, kind: str) -> str:
        """What a document is in its family."""
        return catalogue(self.language).gettext(MEMBER_WORDS[kind])

    def remark(self, kind: str) -> str:
        """What kind of remark somebody made."""
        return catalogue(self.language).gettext(REMARK_WORDS[kind])

    def tip(self, told: Told) -> Tip:
        """What is shown of a mention."""
        return _tip(told, self.language)


@lru_cache(maxsize=4096)
def _tip(told: Told, language: Language) -> Tip:
    words = catalogue(language).gettext
    rule = words(RULE_WORDS[told.rule])
    if told.factor is not None:
        rule %= {"factor": format_decimal(told.factor, locale=language)}
    return Tip(words(KIND_WORDS[told.kind]), told.text, _value(told, language), rule)


def _value(told: Told, language: Language) -> str:
    words = catalogue(language).gettext
    match told.kind:
        case "party":
            return f"{Words(language).party(told.value)} ({told.value})"
        case "time":
            days = " – ".join(_days(told, language))
            role = words(TIME_WORDS.get(told.value, told.value))
            return f"{days} · {role}" if days else role
        case "quantity":
            return f"{format_decimal(told.number or 0, locale=language)} {told.value}"
        case "name":
            return words(NAME_WORDS.get(told.value, told.value))
        case "link":
            return told.value


def _days(told: Told, language: Language) -> list[str]:
    if told.start == told.end:
        return [shown_day(told.start, language)] if told.start else []
    return [shown_day(day, language) or "…" for day in (told.start, told.end)]
