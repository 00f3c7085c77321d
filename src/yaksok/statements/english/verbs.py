"""English verb forms: which verb a word is a form of, and what that verb does in a statement."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from yaksok.reference.tables import rows

Kind = Literal["position", "report", "promise", "announce", "deed", "fact", "effect", "unknown"]
Form = Literal["base", "third", "past", "participle", "ing"]


class Verb(NamedTuple):
    """A form of a verb; `past` stands for both past forms where they look alike."""

    lemma: str
    kind: Kind
    form: Form


def _regular_past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ied"
    return lemma + "ed"


def _third(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"


def _ing(lemma: str, past: str) -> str:
    if past == lemma + lemma[-1] + "ed":
        return past[:-2] + "ing"
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1] + "ing"
    return lemma + "ing"


# Final consonants that double in "-ing" but leave no trace in an irregular past form.
_DOUBLING = frozenset({"set", "run", "win", "put", "begin", "cut", "get", "bid"})


@cache
def verb_forms() -> dict[str, Verb]:
    """Every known verb form, in lower case; where two verbs share a form, the first reading stays."""
    forms: dict[str, Verb] = {}
    for row in rows("english_act_verbs"):
        lemma = row["lemma"]
        kind: Kind = row["kind"]  # type: ignore[assignment]  # the table test holds the kinds to the list
        past = row["past"] or _regular_past(lemma)
        ing = lemma + lemma[-1] + "ing" if lemma in _DOUBLING else _ing(lemma, past)
        for word, form in (
            (lemma, "base"),
            (past, "past"),
            (row["participle"] or past, "participle"),
            (_third(lemma), "third"),
            (ing, "ing"),
        ):
            forms.setdefault(word, Verb(lemma, kind, form))  # type: ignore[arg-type]  # literals above
    return forms


# Words in -ed that are no past forms, or stand before nouns as adjectives.
_NOT_PAST = frozenset(
    "need indeed hundred speed exceed proceed succeed feed seed breed bed red shed united armed advanced related"
    " based interested aged so-called red led-up media-led limited detailed skilled"
    " sacred wicked naked hatred kindred creed greed weed steed bleed heed".split()
)


def _regular_unknown(word: str) -> bool:
    return (
        len(word) > 4 and word.endswith("ed") and word not in _NOT_PAST and "-" not in word and word.isalpha()
    )


def verb_of(word: str) -> Verb | None:
    """The verb that a lower-case word is a form of; an unknown word in "-ed" is taken for a past form."""
    verb = verb_forms().get(word)
    if verb is None and word.endswith("ed") and _regular_unknown(word):
        return Verb(word, "unknown", "past")
    return verb
