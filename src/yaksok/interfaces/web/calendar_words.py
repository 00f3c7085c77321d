"""Entries of the calendar in words of one language, for the page and for calendar programs."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from yaksok.interfaces.telling.catalogues import N_
from yaksok.interfaces.telling.words import STATUS_WORDS
from yaksok.interfaces.web.catalogues import catalogue
from yaksok.records.statement import Language
from yaksok.reference.parties import is_party
from yaksok.reference.parties import party as party_by_id
from yaksok.reference.tables import rows
from yaksok.views.calendar_entries import Entry, EntryKind
from yaksok.views.icalendar import CalendarEvent

KIND_WORDS: dict[EntryKind, str] = {
    "due": N_("Falls due"),
    "meeting": N_("Meeting or visit"),
    "instrument": N_("Instrument"),
    "event": N_("Other event"),
    "anniversary": N_("Anniversary"),
}


def kind_word(kind: EntryKind, language: Language) -> str:
    """What a kind of entry is called."""
    return catalogue(language).gettext(KIND_WORDS[kind])


def summary_of(entry: Entry, language: Language) -> str:
    """An entry in one line."""
    words = catalogue(language)
    if entry.kind != "anniversary":
        return entry.text
    if entry.text:
        told = words.ngettext("%(num)s year ago: %(text)s", "%(num)s years ago: %(text)s", entry.years)
        return told % {"num": entry.years, "text": entry.text}
    told = words.ngettext("%(num)s year in %(group)s", "%(num)s years in %(group)s", entry.years)
    return told % {"num": entry.years, "group": group_name(entry.title, language)}


def group_name(group: str, language: Language) -> str:
    """The name of a group or an agreement; agreements need not be parties."""
    if is_party(group):
        found = party_by_id(group)
        return found.korean if language == "ko" else found.english
    named = {row["group"]: row["korean" if language == "ko" else "english"] for row in rows("group_lists")}
    return named.get(group) or group


def event_of(entry: Entry, language: Language, base: str) -> CalendarEvent:
    """An entry for a calendar program; `base` is the address of the server, without a slash at its end."""
    gettext = catalogue(language).gettext
    kind = kind_word(entry.kind, language)
    lines = [entry.title if entry.doc else "", gettext(STATUS_WORDS[entry.status]) if entry.status else ""]
    if not entry.exact:
        lines.append(gettext("The source names no day."))
    address = f"{base}/promises/{entry.id}" if entry.kind == "due" else ""
    if entry.doc and not address:
        lines.append(f"{entry.doc}:{entry.n}")
    return CalendarEvent(
        uid=f"{_identity(entry)}@yaksok",
        first=date.fromisoformat(entry.day),
        last=date.fromisoformat(entry.end),
        summary=f"[{kind}] {summary_of(entry, language)}",
        description="\n".join(line for line in lines if line),
        url=address,
        categories=(kind,),
    )


def _identity(entry: Entry) -> str:
    """The same for the same entry, however often it is written."""
    said = "\0".join((entry.kind, entry.day, entry.id, entry.doc, str(entry.n), entry.title, entry.text))
    return sha256(said.encode()).hexdigest()[:32]
