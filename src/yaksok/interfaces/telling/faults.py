"""What went wrong, in one language: errors with the reasons that stand in them.

Errors are worded in both languages; the reasons that readers, databases and click fill in are English sentences. Those
that come of what a user typed or gave are known again here; what no template fits, such as a message of the system,
is shown as it is.
"""

from __future__ import annotations

from yaksok.errors import YaksokError
from yaksok.interfaces.telling.catalogues import N_, tell
from yaksok.interfaces.telling.patterns import recognised
from yaksok.interfaces.telling.words import ACT_WORDS, word
from yaksok.records.statement import Language

HOLDING: tuple[str, ...] = (
    N_("Invalid value for %(name)s: %(problem)s"),
    N_("Invalid value: %(problem)s"),
    N_("line %(line)s: %(problem)s"),
)
"""Reasons that hold another one."""

USAGE: tuple[str, ...] = (
    N_("Missing command."),
    N_("Missing argument %(name)s."),
    N_("Missing option %(name)s."),
    N_("Missing option %(name)s. Choose from:\n\t%(known)s"),
    N_("Missing argument %(name)s. Choose from:\n\t%(known)s"),
    N_("No such option %(name)s."),
    N_("No such option %(name)s. Did you mean %(known)s?"),
    N_("No such option %(name)s. (Did you mean one of: %(known)s?)"),
    N_("No such command %(name)s."),
    N_("No such command %(name)s. Did you mean %(known)s?"),
    N_("No such command %(name)s. (Did you mean one of: %(known)s?)"),
    N_("Got unexpected extra argument (%(name)s)"),
    N_("Got unexpected extra arguments (%(name)s)"),
    N_("Option %(name)s requires an argument."),
    N_("Option %(name)s does not take a value."),
    N_("%(value)s is not one of %(known)s."),
    N_("%(value)s is not a valid integer."),
    N_("%(value)s is not a valid integer range."),
    N_("%(value)s is not in the range %(known)s."),
    N_("File %(name)s is a directory."),
    N_("Directory %(name)s is a file."),
    N_("File %(name)s does not exist."),
    N_("The mark for spreadsheets belongs to the format csv."),
    N_("Tables can be chosen for the formats %(known)s."),
    N_("A day is for judging promises, and none are written."),
    N_("“%(value)s” is no unit, such as 억불, 만명, %%, USD or person"),
)

ACCOUNTS: tuple[str, ...] = (
    N_("a password has %(least)s to %(most)s characters"),
    N_("a password must not be the name or a few signs over and over"),
    N_("a name has 1 to %(most)s printable characters"),
    N_("a role is one of %(known)s"),
    N_("a token has scopes among %(known)s"),
    N_("a token has a label and ends within %(most)s days"),
    N_("there is an account %(name)s already"),
    N_("the last administrator must stay one"),
    N_("the old password is another one"),
    N_("its mark is missing or old"),
)

DECIDING: tuple[str, ...] = (
    N_("the environment names nobody"),
    N_("the name is empty"),
    N_("the name has more than %(most)s letters"),
    N_("the name has control characters"),
    N_("the note has more than %(most)s letters"),
    N_("the note has control characters"),
    N_("they are one statement"),
    N_("%(document)s (%(day)s) was published before %(other)s (%(before)s)"),
    N_("a later statement and a relation"),
    N_("a later statement"),
    N_("a relation"),
    N_("a note"),
    N_("the line has more than %(most)s bytes"),
    N_("it is not UTF-8"),
    N_("it is not JSON"),
    N_("it is no record of a decision"),
    N_("its id is not that of what it says"),
)

FILES: tuple[str, ...] = (
    N_("it is a folder"),
    N_('it is a named pipe; give its content on standard input with "-"'),
    N_("it has a first line only"),
    N_("its first line names no column for the %(name)s"),
    N_("a cell is missing"),
    N_("its date cannot be read"),
    N_("its value is no number"),
    N_("it has more than %(most)s rows"),
    N_("line %(line)s has more than %(most)s characters"),
    N_("it has another SHA-256 than its id"),
    N_("it is cut off"),
    N_("it is no compound file"),
    N_("it has no section"),
    N_("it has no pages"),
    N_("none of its pages can be loaded"),
    N_("its part %(name)s is missing"),
    N_("its part %(name)s has no body"),
    N_("its part %(name)s cannot be unpacked (%(detail)s)"),
    N_("its part %(name)s is no sound XML (%(detail)s)"),
    N_("its records do not fit together"),
    N_("its directory does not fit its length"),
    N_("its tables are longer than the file"),
    N_("its header is not that of a compound file"),
)

PLACES: tuple[str, ...] = (
    N_("it names no database"),
    N_("the name of the database has a sign that cannot stand in it"),
    N_("a # must be written %%23"),
    N_("PGPORT is no number"),
    N_("%(name)s:// is not supported"),
    N_("the database is encoded in %(name)s, and a ledger needs UTF8"),
)

FAULTS = (*USAGE, *ACCOUNTS, *DECIDING, *FILES, *PLACES)
_TOLD = ("reason", "missing")


def in_language(error: YaksokError, language: Language) -> YaksokError:
    """The same error with what stands in its message told in one language."""
    if language == "en":
        return error
    fields = dict(error.fields)
    for name in _TOLD:
        if isinstance(fields.get(name), str):
            fields[name] = reason(str(fields[name]), language)
    if "act" in fields:
        fields["act"] = word(ACT_WORDS, str(fields["act"]), language)
    return type(error)(**fields) if fields != error.fields else error


def described(error: YaksokError, language: Language) -> str:
    """Number, message and next step of an error on one line."""
    return in_language(error, language).describe(language)


def reason(sentence: str, language: Language) -> str:
    """A reason in one language; as it is where no template fits."""
    if language == "en":
        return sentence
    found = recognised(sentence, FAULTS, HOLDING)
    if found is None:
        return sentence
    fields = {
        name: reason(said, language) if name == "problem" else said for name, said in found.fields.items()
    }
    return tell(found.template, language, fields)
