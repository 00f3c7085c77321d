"""What a verification found, which is kept in English, told in one language."""

from __future__ import annotations

from yaksok.interfaces.telling.catalogues import N_, tell
from yaksok.interfaces.telling.patterns import recognised
from yaksok.records.statement import Language

HOLDING: tuple[str, ...] = (
    N_("statement %(number)s, %(what)s: expected %(expected)s, found %(found)s"),
    N_("mention %(number)s: %(what)s: expected %(expected)s, found %(found)s"),
    N_("%(what)s: expected %(expected)s, found %(found)s"),
)

OF_READINGS: tuple[str, ...] = (
    N_("characters of the text"),
    N_("beginning of its extent"),
    N_("end of the last extent"),
    N_("span"),
    N_("number"),
    N_("text"),
    N_("mention"),
    N_("address"),
    N_("span of a mention"),
    N_("span of a cell"),
    N_("span of a paragraph"),
    N_("span of a table"),
    N_("span of a note"),
    N_("span of an anchor of a note"),
    N_("span of a link"),
    N_("span of an annotation"),
    N_("span of cell %(cell)s of %(name)s"),
    N_("cell behind %(cell)s of %(name)s"),
    N_("beginning of %(name)s"),
    N_("paragraph %(name)s"),
    N_("second reading"),
    N_("earlier reading"),
    N_("SHA-256 of the source"),
    N_("text from character %(number)s on"),
    N_("stored rows"),
)

EXPECTED: tuple[str, ...] = (
    N_("the %(number)s of the file"),
    N_("%(number)s others"),
    N_("within its extent %(name)s"),
    N_("within %(name)s"),
    N_("behind %(name)s at %(number)s"),
    N_("%(name)s once"),
    N_("it twice"),
    N_("a later one"),
    N_("%(name)s as in the file"),
    N_("nothing, as in the file"),
    N_("the same as the first"),
    N_("another"),
    N_("one of %(name)s"),
    N_("%(number)s of other files"),
    N_("those of a document"),
    N_("some that are none (%(name)s)"),
    N_("a layout"),
)

OF_LEDGERS: tuple[str, ...] = (
    N_("is missing, so records could be changed unseen by the database"),
    N_("names a row as its %(name)s that is not there"),
    N_("has no version: it was added, or its versions removed"),
    N_("follows %(name)s, but behind %(other)s it stands: entries were changed or removed"),
    N_("is not the id of what it says of the %(name)s: it was changed or added"),
    N_("names a %(name)s, which no ledger has"),
    N_("has more than one entry in the journal"),
    N_("is not in the journal any more: its end was cut off, or it was written anew"),
    N_("is in the journal, but not in its table: it was removed"),
    N_("has no entry in the journal: it was added, or the entry removed"),
    N_("is not what the journal has of it: its rows were changed, added or removed"),
    N_("stands behind one that was written later: rows were exchanged or numbered anew"),
    N_("holds a value of another type than its column"),
    N_("its id is not that of what it says"),
    N_("its stored copy cannot be unpacked: %(name)s"),
    N_("its stored copy has another SHA-256 than its id"),
    N_("the id of its document is not that of its address"),
    N_("statement %(number)s: its id is not that of its span and text"),
    N_("mention %(other)s of statement %(number)s: there is no such statement"),
    N_("link %(name)s: a statement that it names is not there"),
    N_("link %(name)s: its id is not that of what it says"),
    N_("its source cannot be read again: %(name)s"),
)

_TABLES = {"what": OF_READINGS, "expected": EXPECTED, "found": EXPECTED}


def finding(sentence: str, language: Language) -> str:
    """What does not hold, in one language; as it is where no template fits."""
    if language == "en":
        return sentence
    found = recognised(sentence, OF_LEDGERS, HOLDING)
    if found is None:
        return sentence
    fields = {name: _part(name, said, language) for name, said in found.fields.items()}
    return tell(found.template, language, fields)


def _part(name: str, said: str, language: Language) -> str:
    """What stands in a place of a difference."""
    templates = _TABLES.get(name)
    found = recognised(said, templates, ()) if templates else None
    return tell(found.template, language, dict(found.fields)) if found else said
