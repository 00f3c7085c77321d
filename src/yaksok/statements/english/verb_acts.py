"""What a main verb that is no auxiliary makes of an English statement (rules 12 to 17)."""

from __future__ import annotations

from yaksok.records.statement import Act
from yaksok.statements.english.clause_words import Clause
from yaksok.statements.english.promise_objects import (
    PROMISE_NOUNS,
    holds_promise,
    leads_to_deed,
    promises_deed,
)
from yaksok.statements.english.subjects import Subject, head_noun, subject_words
from yaksok.statements.english.verbs import Verb

_OUTSIDE = frozenset(("partner", "other"))
_STANDS_ALONE = frozenset(
    "agree accept continue expect support look call reach remain stand need want".split()
)
# Verbs that are a view with some objects and a deed with others: these words after them make the view.
_VIEWED = {
    "share": frozenset(
        "view views assessment understanding concern concerns recognition opinion perception".split()
    ),
    "exchange": frozenset("views opinions assessments ideas greetings".split()),
    "pay": frozenset("tribute respects homage attention".split()),
    "take": frozenset("note stock pride seriously".split()),
    "extend": frozenset(
        "condolences gratitude thanks appreciation sympathy sympathies congratulations welcome".split()
    ),
    "offer": frozenset("condolences thanks sympathy congratulations apologies".split()),
    "send": frozenset("condolences thanks sympathy congratulations".split()),
    "make": frozenset("clear".split()),
    "attach": frozenset("importance value".split()),
    "draw": frozenset("attention".split()),
    "hold": frozenset("view views".split()),
}
_OTHERS_PROMISE = frozenset(
    "welcome appreciate thank recognize recognise acknowledge commend praise applaud hail support note".split()
)
# "Stressed that Korea will ...": the promise inside decides. "Hoped that", "welcomed that" stay views.
_ASSERTING = frozenset(
    "stress emphasize emphasise underscore underline reaffirm reiterate affirm highlight explain note assure share"
    " reassure".split()
)
_FEELINGS = frozenset(
    "concerned committed grateful convinced confident opposed alarmed worried vigilant hopeful ready seized convinced".split()
)
_RESOLVED = frozenset("committed determined resolved prepared willing".split())
_STANDS = frozenset("with by firm firmly united together behind beside alongside against".split())
# What a scheme does in the present is what it brings ("enables", "creates jobs").
_BRINGS = frozenset(
    "enable create help allow bring boost strengthen reduce improve save generate ease attract cut".split()
)
# What people who come to an event or a course do is the organiser's result.
_TAKEN_PART = frozenset(
    "attend participate take join complete receive return visit study arrive benefit train finish present gather".split()
)
_REFLEXIVES = frozenset("itself ourselves themselves himself herself myself".split())
# "The programme reached 41,000 people": whom a scheme has served.
_REACHED = frozenset(
    "people households farmers families children women pupils students patients villages schools communities refugees"
    " workers beneficiaries residents".split()
)
_PLEDGES = frozenset(
    "pledge pledges promise promises commitment commitments undertaking undertakings".split()
)
_ENVOYS = frozenset("ambassador ambassadors envoy envoys diplomats consul".split())
_PRIORITY = frozenset(
    "only vital essential crucial imperative paramount unacceptable indispensable key".split()
)
_TEXTS = frozenset(
    "declaration treaty convention charter report resolution ruling judgment study agreement act document".split()
)
_PAPERS = frozenset("report paper review study note document table annex".split())
_SPENT = frozenset("charge prepare arrange allocate earmark elect opt".split())


def act_of_verb(clause: Clause, i: int, verb: Verb, subject: Subject, *, joint: bool) -> Act:
    """The act of a clause whose main verb stands at word `i`."""
    if verb.lemma in _STANDS_ALONE:
        return _alone(clause, i, verb, subject, joint=joint)
    by_object = _by_object(clause, i, verb, subject)
    if by_object is not None:
        return by_object
    rest = clause.lower[i + 1 :]
    if verb.kind == "position":
        return _judged(clause, i, verb, subject)
    if verb.kind == "report":
        return _reported(clause, i, verb, subject)
    if verb.kind == "promise":
        return "context" if subject in _OUTSIDE else _promised(verb, rest)
    if verb.kind == "announce":
        return "context" if subject in _OUTSIDE else announced(rest)
    if subject == "scheme" and verb.form in {"third", "base"} and verb.lemma in _BRINGS:
        return "effect"
    return _done(clause, i, verb, subject) if verb.kind in {"deed", "unknown"} else "context"


def _by_object(clause: Clause, i: int, verb: Verb, subject: Subject) -> Act | None:
    """The act of a verb that its object makes a view, a pledge or a deed; None where the verb alone decides."""
    rest = clause.lower[i + 1 :]
    if verb.lemma in {"align", "associate"} and _REFLEXIVES.intersection(rest[:1]):
        return "context" if subject == "other" else "position"
    if verb.lemma in {"make", "give", "renew"} and subject == "own" and _PLEDGES.intersection(rest[:6]):
        return "commitment"
    if verb.lemma == "recall" and _ENVOYS.intersection(rest[:5]):
        return _done(clause, i, verb, subject)
    if verb.lemma == "offer" and rest[:1] == ["to"]:
        return "context" if subject in _OUTSIDE else "commitment"
    if verb.lemma == "exchange" and rest[:1] == ["goods"]:
        return "context"
    if is_view(clause, i, verb):
        return "commitment" if verb.lemma == "share" and holds_promise(rest) else "position"
    if verb.lemma in _VIEWED and verb.kind == "position":
        return _done(clause, i, verb, subject)
    return None


def is_view(clause: Clause, i: int, verb: Verb) -> bool:
    """Whether a verb that may be a deed is a view by its object ("take note", "extend condolences")."""
    viewed = _VIEWED.get(verb.lemma)
    return viewed is not None and bool(viewed.intersection(clause.lower[i + 1 : i + 8]))


def _alone(clause: Clause, i: int, verb: Verb, subject: Subject, *, joint: bool) -> Act:
    rest = clause.lower[i + 1 :]
    outside = subject in {"partner", "other", "thing"}
    if verb.lemma == "call" and (subject == "other" or _quotes_text(clause, i, subject)):
        return "context"
    if verb.lemma == "agree":
        return _agreed(rest, subject, joint=joint)
    if verb.lemma == "accept":
        return "commitment" if "invitation" in rest else _done(clause, i, verb, subject)
    if verb.lemma == "continue":
        return "context" if outside or verb.form in {"past", "participle"} else "commitment"
    if verb.lemma == "support" and subject in {"scheme", "other", "thing"}:
        return "result" if subject == "scheme" and verb.form == "past" else "context"
    if verb.lemma == "expect" and rest[:1] == ["to"] and subject == "own":
        return "position" if rest[1:2] in (["see"], ["be"]) else "commitment"
    if verb.lemma == "reach" and subject == "scheme" and _REACHED.intersection(rest[:5]):
        return "result"
    if verb.lemma == "reach":
        return "context" if outside or subject == "scheme" else _done(clause, i, verb, subject)
    if verb.lemma == "stand":
        return (
            "commitment"
            if rest[:1] == ["ready"]
            else "position"
            if _STANDS.intersection(rest[:2])
            else "context"
        )
    if verb.lemma == "want":
        return "position" if subject == "own" else "context"
    if verb.lemma == "need":
        return "context" if subject in {"people", "other"} and rest[:1] != ["to"] else "position"
    if verb.lemma == "remain":
        return "position" if _PRIORITY.intersection(rest[:2]) else _remaining(clause, i, subject)
    return "position"


def _quotes_text(clause: Clause, i: int, subject: Subject) -> bool:
    """Whether a treaty, declaration or report says it, and not the document that speaks itself."""
    words = subject_words(clause, clause.heads[-1])
    return (
        subject == "scheme"
        and "this" not in words
        and head_noun(words) in _TEXTS
        and (clause.lower[i] == "called" and clause.lower[i + 1 : i + 2] not in (["on"], ["for"], ["upon"]))
    )


def _remaining(clause: Clause, i: int, subject: Subject) -> Act:
    """What "remains concerned", "remains committed to do": only one's own feelings and promises count."""
    rest = clause.lower[i + 1 :]
    if subject != "own" or not (_FEELINGS | _RESOLVED).intersection(rest[:2]):
        return "context"
    resolved = rest[0] in _RESOLVED and rest[1:2] == ["to"] and leads_to_deed(clause, i + 2)
    return "commitment" if resolved else "position"


def _judged(clause: Clause, i: int, verb: Verb, subject: Subject) -> Act:
    """A verb of view, unless its object is the speaker's own promise."""
    if subject == "other" or _quotes_text(clause, i, subject):
        return "context"
    promise = verb.lemma not in _OTHERS_PROMISE and promises_deed(clause, i)
    rest = clause.lower[i + 1 :]
    if not promise and verb.lemma in _ASSERTING:
        promise = "that" in rest[:3] and holds_promise(rest)
    if promise:
        return "context" if subject == "partner" else "commitment"
    return "position"


def _agreed(rest: list[str], subject: Subject, *, joint: bool) -> Act:
    if subject == "partner" and not joint and rest[:1] == ["to"]:
        return "context"
    if rest[:2] == ["as", "follows"]:
        return "commitment"
    if "that" in rest[:3]:
        return "commitment" if holds_promise(rest) else "position"
    if rest[:1] in (["on"], ["upon"]):
        views = {"need", "importance", "necessity", "view", "significance", "value", "that", "how", "urgency"}
        return "position" if views.intersection(rest[1:5]) else "commitment"
    if rest[:1] == ["with"]:
        return "position"
    return "commitment" if "to" in rest[:8] else "position"


def _reported(clause: Clause, i: int, verb: Verb, subject: Subject) -> Act:
    rest = clause.lower[i + 1 :]
    said = "that" in rest[:4] or verb.lemma in {"say", "add", "state", "tell"}
    if said and holds_promise(rest):
        return "context" if subject == "partner" else "commitment"
    if (rest[:1] == ["to"] and verb.lemma in {"vow", "declare"}) or promises_deed(clause, i):
        return "commitment"
    if verb.lemma in {"conclude", "find"} and "that" not in rest[:2]:
        return _done(clause, i, verb, subject)
    if (
        subject == "scheme"
        and verb.form in {"third", "base"}
        and head_noun(subject_words(clause, clause.heads[-1])) in _PAPERS
    ):
        # "This report describes"
        return "context"
    if rest[:1] in (["us"], ["me"]) and subject_words(clause, clause.heads[-1]) in (["he"], ["she"]):
        # "He told me"
        return "context"
    # "Mandela once said": told about somebody, not by the speaker.
    return "position" if subject != "other" and clause.lower[i - 1] != "once" else "context"


def _promised(verb: Verb, rest: list[str]) -> Act:
    if verb.lemma in _SPENT and verb.form in {"past", "participle"}:
        return "result"
    if (
        verb.lemma in {"decide", "resolve"}
        and rest[:1] not in (["to"], ["that"], ["on"], ["upon"])
        and "to" not in rest[:6]
    ):
        return "result"
    return "commitment"


def announced(rest: list[str]) -> Act:
    """The act of what is announced in the words after the verb. Announced + a plan, a pledge or a clause with "will" promises; announced + a deed reports."""
    if "that" in rest[:2] or rest[:1] in (["it"], ["they"], ["he"], ["she"]):
        return "commitment" if holds_promise(rest) else "result"
    for j, word in enumerate(rest[:6]):
        if word in {"of", "for", "in", "on", "with", "at", "by"}:
            break
        if word in PROMISE_NOUNS or (word == "to" and j <= 1):
            return "commitment"
    return "result"


def _done(clause: Clause, i: int, verb: Verb, subject: Subject) -> Act:
    """A deed: in the past the speaker's result, in the present a description."""
    if verb.form in {"base", "third", "ing"}:
        return "context"
    if verb.kind == "unknown":
        return "result" if subject == "own" else "context"
    if clause.lower[i + 1 : i + 2] in (["us"], ["me"]) and subject_words(clause, clause.heads[-1]) in (
        ["he"],
        ["she"],
    ):
        # "He taught us": told about somebody else.
        return "context"
    if subject == "people":
        return "result" if verb.lemma in _TAKEN_PART else "context"
    if subject == "other" and verb.lemma in {"attend", "participate"}:
        return "result"
    return "context" if subject in {"partner", "other", "thing"} else "result"
