"""What the last main verb of an English sentence and its subject make of the statement (rules 11 to 19)."""

from __future__ import annotations

from yaksok.records.statement import Act
from yaksok.statements.english.clause_words import Clause, Head
from yaksok.statements.english.promise_objects import (
    EFFECT_VERBS,
    PROMISE_NOUNS,
    holds_promise,
    leads_to_deed,
    main_word,
)
from yaksok.statements.english.subjects import Subject, head_noun, subject_of, subject_words
from yaksok.statements.english.verb_acts import act_of_verb, announced, is_view
from yaksok.statements.english.verbs import Verb, verb_of

_BODIES = frozenset(
    "dialogue forum committee group council mechanism platform team task consultation consultations centre center"
    " office secretariat desk unit institute commission hub academy facility".split()
)
_DUTIES = frozenset("support promote facilitate serve provide give offer raise".split())
_OUTSIDE = frozenset(("partner", "other"))
_SAYING = frozenset(("position", "report"))
_GOING_TO = frozenset(
    "scheduled set due slated going resolved planned ready poised about determined committed prepared willing designed intended meant".split()
)
_EXPECTED = frozenset("expected projected forecast anticipated estimated likely".split())
_FEELINGS = frozenset(
    "concerned grateful pleased proud confident convinced deeply happy delighted honored honoured sorry aware glad"
    " thankful opposed supportive hopeful appalled alarmed encouraged heartened saddened worried optimistic".split()
)
_WEIGHTY = frozenset(
    "essential vital important crucial critical imperative necessary unacceptable indispensable time our".split()
)
_HONOURS = frozenset("honor honour pleasure privilege".split())
_ANNOUNCING = frozenset(("announce", "report", "inform"))
_STANCES = frozenset(
    "commitment support position policy resolve solidarity view belief conviction hope message choice wish".split()
)
_JUDGEMENTS = frozenset(
    "unacceptable intolerable inadmissible indispensable vital essential crucial imperative paramount unjustified"
    " unjustifiable inexcusable deplorable reprehensible unthinkable unconscionable".split()
)
_VIEWS = frozenset("view opinion belief conviction importance essence significance concern".split())
_NO_WAY = frozenset(
    "alternative excuse place justification room substitute solution doubt reason time future peace development".split()
)
# "Attention was paid", "concern was voiced": views in the passive.
_VIEW_NOUNS = frozenset(
    "attention importance views concern concerns note tribute appreciation gratitude emphasis satisfaction hope".split()
)
_ORDERED = frozenset("task entrust mandate instruct direct charge".split())
_OPENS_NOUN = frozenset("a an no the my our your every little".split())
_TALKS = frozenset(
    "talk talks meeting meetings conversation call discussion discussions breakfast lunch luncheon dinner audience"
    " consultation consultations exchange session opportunity".split()
)
_DUTY_NOUNS = frozenset("choice duty responsibility obligation interest right option".split())
_PLEDGES = frozenset("word promise pledge commitment assurance".split())
_PROMISING = frozenset("will shall".split())
_UNDER_WAY = frozenset("preparation way underway negotiation discussion".split())
_JUDGING_PASSIVES = frozenset(
    "encourage urge welcome invite call request advise remind warn ask caution recommend".split()
)
_CONTINUING = frozenset("exchange discuss raise draw support consider".split())


def act_of_clause(clause: Clause, *, joint: bool, home: str | None = None) -> Act:
    """The act of a sentence with at least one main verb: that of the last one.

    `joint` holds for documents in which every signatory counts as the speaker; `home` is the id of
    the country that speaks in the others.
    """
    head = clause.heads[-1]
    subject = subject_of(clause, head, joint=joint, home=home)
    if subject == "unknown" and len(clause.heads) > 1 and not subject_words(clause, head):
        subject = "own"
    if head.verb is None:
        return _auxiliary(clause, head, subject)
    return act_of_verb(clause, head.at, head.verb, subject, joint=joint)


def _auxiliary(clause: Clause, head: Head, subject: Subject) -> Act:
    word = clause.lower[head.at]
    i = main_word(clause, head.at)
    following = clause.lower[i] if i < len(clause.lower) else ""
    if word in {"will", "shall", "would", "we'll", "i'll", "they'll", "won't"}:
        return _future(clause, word, i, subject)
    if word in {"should", "must", "ought", "could", "can", "may", "might", "cannot"}:
        return _modal(clause, word, following, subject)
    if word in {"has", "have", "had", "we've", "i've", "they've", "hasn't", "haven't", "hadn't"}:
        return _perfect(clause, i, subject)
    if word in {"do", "does", "did", "don't", "doesn't", "didn't"}:
        verb = verb_of(following)
        return "position" if verb is not None and verb.kind in _SAYING else "context"
    return _being(clause, word, i, subject)


def _modal(clause: Clause, word: str, following: str, subject: Subject) -> Act:
    """should, must, can, may: what a scheme brings, a view of the speaker's, or how things stand."""
    if (
        subject == "scheme"
        and following in EFFECT_VERBS
        and following != "be"
        and word not in {"might", "cannot"}
    ):
        return "effect"
    if word in {"should", "must", "ought"}:
        return "position"
    if clause.lower[max(0, clause.heads[-1].at - 1)] == "there" and following == "be":
        # "There can be no lasting peace without"
        return "position"
    verb = verb_of(following)
    if subject == "own" and verb is not None and verb.kind in _SAYING:
        # "I could not agree more"
        return "position"
    return "position" if word in {"cannot", "can"} and subject == "own" else "context"


def _future(clause: Clause, word: str, i: int, subject: Subject) -> Act:
    following = clause.lower[i] if i < len(clause.lower) else ""
    if word == "would" and following == "like" and _ANNOUNCING.intersection(clause.lower[i + 1 : i + 4]):
        return announced(clause.lower[i + 3 :])
    if word == "would" and following in {"like", "welcome", "appreciate", "prefer"}:
        return "position"
    if subject == "partner":
        return "context"
    if subject == "thing" and following in EFFECT_VERBS - {"be"} and _denied(clause):
        return "position"
    if following == "be" and clause.lower[i + 1 : i + 2] == ["able"]:
        return "effect"
    if subject == "scheme" and following in EFFECT_VERBS and not _is_duty(clause, i):
        return "effect"
    if subject in {"other", "thing"}:
        verb = verb_of(following)
        if following in EFFECT_VERBS - {"be"}:
            return "effect"
        return "context" if subject == "other" or (verb is not None and verb.kind == "fact") else "commitment"
    return "commitment"


def _denied(clause: Clause) -> bool:
    """Whether the subject is a "no threat", "nothing"."""
    words = subject_words(clause, clause.heads[-1])
    return words[:1] in (["no"], ["nothing"], ["nobody"])


def _is_duty(clause: Clause, i: int) -> bool:
    """Whether it is "will be held", "will serve as a platform": what is done with it, or what it is there to do."""
    following = clause.lower[i]
    if following == "be":
        j = main_word(clause, i)
        verb = verb_of(clause.lower[j]) if j < len(clause.lower) else None
        return verb is not None and verb.form in {"past", "participle"}
    subject = set(clause.lower[max(0, i - 8) : i])
    return bool(subject & _BODIES) and following in _DUTIES


def _perfect(clause: Clause, i: int, subject: Subject) -> Act:
    if i >= len(clause.lower):
        return "context"
    if clause.lower[i] == "to":
        return "position"
    if clause.lower[i] in _OPENS_NOUN:
        return _having(clause, i, subject)
    if clause.lower[i] == "been" and clause.lower[i + 1 : i + 2] and clause.lower[i + 1].endswith("ing"):
        return "commitment" if subject == "own" else "context"
    if clause.lower[i] == "been":
        return _passive(clause, main_word(clause, i))
    verb = verb_of(clause.lower[i])
    if verb is None:
        return "context"
    if verb.lemma == "support" and subject == "own" and "since" in clause.lower[i:]:
        return "result"
    if verb.kind in {"position", "report", "promise", "announce"} or is_view(clause, i, verb):
        return act_of_verb(clause, i, verb, subject, joint=True)
    if subject in _OUTSIDE or subject == "thing" or verb.kind == "fact":
        return "context"
    return "result"


def _having(clause: Clause, i: int, subject: Subject) -> Act:
    """have, has, had with a noun: "had a telephone talk", "have no choice but", "you have my word"."""
    near = clause.lower[i : i + 7]
    if clause.lower[clause.heads[-1].at] == "had":
        return "result" if subject in {"own", "unknown"} and _TALKS.intersection(near) else "context"
    if _DUTY_NOUNS.intersection(near[:4]):
        return "position"
    if near[0] in {"my", "our"} and subject_words(clause, clause.heads[-1])[-1:] == ["you"]:
        return "commitment" if _PLEDGES.intersection(near[:3]) else "position"
    return "context"


def _passive(clause: Clause, i: int) -> Act:
    """What "has been signed" and "was held" say: a deed, a view or a state."""
    verb = verb_of(clause.lower[i]) if i < len(clause.lower) else None
    if verb is None or verb.form not in {"past", "participle"} or verb.kind == "fact":
        return "context"
    if head_noun(subject_words(clause, clause.heads[-1])) in _VIEW_NOUNS:
        return "position"
    if verb.lemma in {"conclude", "agree"}:
        return _settled(clause, i, verb)
    if verb.lemma in {"extend", "raise", "value"}:
        # Of a term or a rate, not of thanks and questions.
        return "result"
    if verb.kind in _SAYING:
        return "position"
    return "commitment" if verb.kind == "promise" and clause.lower[i + 1 : i + 2] == ["to"] else "result"


def _settled(clause: Clause, i: int, verb: Verb) -> Act:
    """What "was agreed", "was concluded" say: settled, unless a clause or an infinitive tells what was agreed."""
    rest = clause.lower[i + 1 :]
    if rest[:1] == ["to"] or ("that" in rest[:1] and holds_promise(rest)):
        return "commitment" if verb.lemma == "agree" else "position"
    return "position" if "that" in rest[:1] else "result"


def _being(clause: Clause, word: str, i: int, subject: Subject) -> Act:
    """is, are, was, were and what follows them."""
    if i >= len(clause.lower):
        return "context"
    following = clause.lower[i]
    past = word in {"was", "were", "wasn't", "weren't"}
    if following == "to" and not past:
        return "context" if subject in _OUTSIDE else "commitment"
    if following in _EXPECTED:
        return "commitment" if subject == "own" and "ministry" not in clause.lower else "effect"
    if following in _GOING_TO:
        return _going_to(clause, i, subject)
    if following in {"planned", "foreseen", "envisaged", "envisioned"}:
        return "context" if subject in _OUTSIDE else "commitment"
    stance = _stance(clause, i, subject)
    if stance is not None:
        return stance
    if following in {"being", "underway"} or (
        following in {"under", "in"} and _UNDER_WAY.intersection(clause.lower[i + 1 : i + 3])
    ):
        return "commitment" if subject in {"own", "scheme"} else "context"
    verb = verb_of(following)
    return "context" if verb is None else _participle_after(clause, i, verb, subject, past=past)


def _stance(clause: Clause, i: int, subject: Subject) -> Act | None:
    """What "is concerned", "is unacceptable", "is our aim to" say: a view or a promise; None for a plain description."""
    following = clause.lower[i]
    rest = clause.lower[i + 1 : i + 5]
    if following in _FEELINGS:
        if subject == "own" and _ANNOUNCING.intersection(rest[:3]):
            return announced(clause.lower[i + 3 :])
        return "position" if subject == "own" or following in {"deeply", "concerned"} else "context"
    if following in {"our", "my", "its", "their"} and PROMISE_NOUNS.intersection(rest[:3]):
        return "commitment" if "to" in rest[1:] else "position"
    if following in {"what", "how"} and _PROMISING.intersection(rest[:3]):
        return "commitment"
    before = clause.lower[max(0, clause.heads[-1].at - 1)]
    pointed = before in {"it", "this", "that"} and (
        following in _WEIGHTY or bool(_HONOURS.intersection([following, *rest]))
    )
    interest = before == "it" and following == "in" and "interest" in rest
    judged = following in _JUDGEMENTS or (following == "of" and bool(_VIEWS.intersection(rest)))
    denied = before == "there" and following == "no" and bool(_NO_WAY.intersection(rest))
    held = head_noun(subject_words(clause, clause.heads[-1])) in _STANCES
    return "position" if pointed or interest or judged or denied or held or following == "ours" else None


def _participle_after(clause: Clause, i: int, verb: Verb, subject: Subject, *, past: bool) -> Act:
    if verb.form == "ing":
        if "today" in clause.lower and verb.kind == "deed" and subject in {"own", "unknown"}:
            # "Today the Department is imposing sanctions": done with the release.
            return "result"
        return _progressive(verb, subject)
    if past:
        return _passive(clause, i)
    if verb.lemma in _ORDERED and subject in {"own", "scheme", "unknown"}:
        return "commitment"
    return (
        "position" if verb.lemma in _JUDGING_PASSIVES and verb.form in {"past", "participle"} else "context"
    )


def _going_to(clause: Clause, i: int, subject: Subject) -> Act:
    following = clause.lower[i + 1] if i + 1 < len(clause.lower) else ""
    if subject in _OUTSIDE:
        return "context"
    if clause.lower[i] == "about" and subject != "own":
        return "context"
    if clause.lower[i] in {"committed", "determined", "resolved"}:
        return "commitment" if following == "to" and leads_to_deed(clause, i + 1) else "position"
    return "commitment" if following in {"to", "for"} else "context"


def _progressive(verb: Verb, subject: Subject) -> Act:
    """Own work under way is a promise; what others are doing is context."""
    if subject not in {"own", "scheme", "unknown"} or verb.kind == "fact":
        return "context"
    return "position" if verb.kind in _SAYING and verb.lemma not in _CONTINUING else "commitment"
