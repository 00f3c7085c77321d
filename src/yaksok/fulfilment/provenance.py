"""Who says that a promise was kept: its issuer itself, a partner, a register, or somebody else.

A ministry's report on its own promise is weaker than a gazette or the partner's own word. All bodies of
one government count as one, except those that its constitution or law makes independent of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from yaksok.links.aliases import squash
from yaksok.records.commitment import Provenance
from yaksok.records.statement import Genre
from yaksok.reference.parties import HOME, all_parties
from yaksok.reference.tables import rows

_INDEPENDENT = "independent"
_FORMS = re.compile(r"[A-Za-z][A-Za-z.'’-]*|[가-힣]+")
_LONGEST = 6  # words of a party's name
_ENOUGH_LETTERS = 4  # of a form that may stand within a longer name


def provenance(
    promise_issuer: str | None,
    promise_parties: Collection[str],
    later_issuer: str | None,
    later_genre: Genre,
    *,
    later_title: str = "",
    later_parties: Collection[str] = (),
) -> Provenance:
    """Whose word a later document is on a promise.

    Issuers are names as documents give them, in any known form. `promise_parties` are the ids of those
    to whom or with whom it was promised. A joint statement of the issuer with such a party is the
    partner's word too. "unknown" where the later document names no issuer, or the promise's is not known.
    """
    if is_register(later_issuer or "") or is_register(later_title):
        return "register"
    if not later_issuer:
        return "unknown"
    later, standing = state_of(later_issuer)
    if later_genre == "joint_statement" and set(later_parties or promise_parties) & set(promise_parties):
        return "partner"
    if standing == _INDEPENDENT:
        return "third"
    own = state_of(promise_issuer or "")[0]
    if promise_issuer and (is_same_issuer(promise_issuer, later_issuer) or (own and own == later)):
        return "own"
    if later and later in promise_parties:
        return "partner"
    return "third" if own else "unknown"


def is_same_issuer(one: str, other: str) -> bool:
    """Whether two names mean the same body: "외교부" and "Ministry of Foreign Affairs"."""
    mine, theirs = squash(one), squash(other)
    known = _bodies()
    return mine == theirs or (mine in known and known[mine] == known.get(theirs))


def state_of(issuer: str) -> tuple[str | None, str]:
    """The party that an issuer speaks for and its standing in it; (None, "") where it is not known."""
    squashed = squash(issuer)
    if not squashed:
        return None, ""
    if squashed in _bodies():
        return HOME, "government"
    named = _party_named(issuer)
    for form, party, standing in _speakers():
        if form == squashed:
            return party, standing
        if len(form) >= _ENOUGH_LETTERS and form in squashed:
            # An embassy of Peru in the Republic of Korea speaks for Peru.
            return (party, standing) if standing == _INDEPENDENT or named is None else (named, standing)
    if named is not None:
        return named, "government"
    within = any(len(name) >= _ENOUGH_LETTERS and name in squashed for name in _bodies())
    return (HOME, "government") if within else (None, "")


def is_register(name: str) -> bool:
    """Whether a name is that of a gazette, of a register of treaties or laws, or of recorded votes or payments."""
    squashed = squash(name)
    return any(
        squashed == form or (len(form) >= _ENOUGH_LETTERS and form in squashed) for form in _registers()
    )


def _party_named(issuer: str) -> str | None:
    """The party by whose name an issuer is called: "Ministry of Foreign Affairs of Peru", "페루 외교부"."""
    words = [word.lower().rstrip(".") for word in _FORMS.findall(issuer)]
    names = _party_forms()
    for start in range(len(words)):
        for length in range(min(_LONGEST, len(words) - start), 0, -1):
            found = names.get(squash("".join(words[start : start + length])))
            if found is not None:
                return found
    return None


@cache
def _bodies() -> dict[str, str]:
    """The names of the state's own bodies in both languages, each with the English one."""
    return {squash(name): row["english"] for row in rows("issuers") for name in (row["name"], row["english"])}


@cache
def _speakers() -> tuple[tuple[str, str, str], ...]:
    """Forms of issuers with party and standing, the longest first."""
    found = ((squash(row["form"]), row["party"], row["standing"]) for row in rows("issuer_parties"))
    return tuple(sorted(found, key=lambda row: -len(row[0])))


@cache
def _registers() -> tuple[str, ...]:
    return tuple(squash(row["form"]) for row in rows("registers"))


@cache
def _party_forms() -> dict[str, str]:
    """Names of states and unions of states, squashed, with their ids."""
    found: dict[str, str] = {}
    for party in all_parties():
        if party.kind in {"country", "territory", "organisation", "group"}:
            for form in (*party.korean_forms, *party.english_forms):
                if len(squash(form)) > 1:
                    found.setdefault(squash(form), party.id)
    return found
