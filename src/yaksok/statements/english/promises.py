"""What a main verb and the words around it make of an English statement."""

from __future__ import annotations

from functools import cache
from typing import Literal

from yaksok.records.statement import Act
from yaksok.reference.tables import rows
from yaksok.statements.english.clauses import AUXILIARIES, Clause, Head, subject_nouns
from yaksok.statements.english.verbs import Verb, verb_of

Subject = Literal["own", "partner", "scheme", "people", "other", "unknown"]

_EFFECT_VERBS = frozenset(
    "help enable allow create bring contribute boost benefit strengthen increase reduce improve add raise lower give"
    " generate save lead make provide support facilitate promote deepen enhance accelerate serve expand stimulate"
    " ensure open attract cut result yield become ease encourage foster further spur pave play shorten protect"
    " be have mean prevent".split()
)
_ADVERBIAL = frozenset("not also further now still already soon then again therefore thus never always only all both".split())
_PROMISE_NOUNS = frozenset(
    "commitment commitments pledge pledges determination resolve intention intentions resolution will promise"
    " promises plan plans decision willingness readiness vow intent".split()
)
_PROMISE_STARTS = frozenset("will would shall plans plan intends intend aims aim intended planned pledged promised committed".split())
_BODIES = frozenset("dialogue forum committee group council mechanism platform team task consultation consultations".split())
_OUTSIDERS = frozenset("north dprk dprk's pyongyang russia russia's russian houthis hamas moscow thousands dozens".split())
_SAYING = frozenset(("position", "report"))
_NOMINAL_TO = frozenset(
    "peace security cooperation stability democracy multilateralism freedom dialogue friendship denuclearization"
    " principles human international regional global mutual free open rules-based sustainable climate gender"
    " achieving".split()
)


# First words of country names that are common words as well, and Korea's own.
_NOT_PARTNERS = frozenset(
    "the republic democratic north south new central equatorial east west state people's federated kingdom union"
    " islamic commonwealth federal plurinational antigua saint st bolivarian us america korea korean rok koreans"
    " white capitol department".split()
) | {""}


@cache
def _partner_words() -> frozenset[str]:
    """Single words that name a country other than Korea or its people, in lower case."""
    words: set[str] = set()
    for row in rows("countries"):
        for name in (row["english"], *row["english_forms"].split("|")):
            # Of a name of several words the first tells most ("Viet Nam", "Saudi Arabia").
            words.add(name.lower().removesuffix(".").split(" ")[0] if row["id"] != "KOR" else "")
    return frozenset(words - _NOT_PARTNERS | {"european", "eu", "nato", "washington", "beijing", "tokyo", "brussels"})


_OWN_WORDS = frozenset("rok korea korean korea's rok's koreans seoul we our i us both two republic".split())
_OTHER_STATES = frozenset(("prk", "rus"))


def subject_of(clause: Clause, head: Head, *, joint: bool) -> Subject:
    """Whose deed the clause tells: the speaker's own, a partner's, a scheme's, or somebody else's.

    `joint` holds for documents in which every signatory counts as the speaker.
    """
    words = _subject_words(clause, head)
    if not words:
        return "own" if head.index == 0 else "unknown"
    if any(word in _OUTSIDERS for word in words):
        return "other"
    noun = _head_noun(words)
    kind = subject_nouns().get(noun)
    if kind == "other" or kind == "scheme" or kind == "people":
        return kind  # type: ignore[return-value]  # one of the three words just compared
    partners = _partner_words()
    named = any(word.removesuffix("'s").removesuffix("’s") in partners for word in words)
    if not joint and (named or "counterpart" in words) and not _OWN_WORDS.intersection(words):
        return "partner"
    if kind == "actor" or _OWN_WORDS.intersection(words) or (named and noun in partners):
        return "own"
    return "unknown" if clause.words[head.subject[0] : head.subject[1]][-1:] and _capital(clause, head) else "other"


def _capital(clause: Clause, head: Head) -> bool:
    """Whether the last word of the subject is a name, so that it may be anybody."""
    last = clause.words[head.index - 1] if head.index else ""
    return last[:1].isupper()


_CUTS = frozenset(
    "of in on at by for from with under to through during between among against that which who whose including"
    " based held signed adopted launched funded established led agreed announced made as since after within".split()
)


def _subject_words(clause: Clause, head: Head) -> list[str]:
    """The words of the subject, in lower case: the last part before the verb that is no modifier."""
    start, end = head.subject
    while end > start and clause.lower[end - 1] in _ADVERBIAL or end > start and clause.lower[end - 1].endswith("ly"):
        end -= 1
    parts: list[list[str]] = [[]]
    for word in clause.lower[start:end]:
        if word in {",", ";", "—", "–"}:
            parts.append([])
        else:
            parts[-1].append(word)
    for part in reversed(parts):
        if part and part[0] not in _CUTS and not part[0].endswith("ing") and not _participle(part[0]):
            return part
    flat = [word for part in parts for word in part]
    return flat


def _participle(word: str) -> bool:
    verb = verb_of(word)
    return verb is not None and verb.form in {"past", "participle"}


def _head_noun(words: list[str]) -> str:
    last = ""
    for word in words:
        if word in _CUTS and last:
            break
        last = word
    return last


def _main_word(clause: Clause, index: int) -> int:
    """The index of the first word after auxiliary and adverbs."""
    index += 1
    while index < len(clause.lower) and (
        clause.lower[index] in _ADVERBIAL or (clause.lower[index].endswith("ly") and clause.lower[index] != "rely")
    ):
        index += 1
    return index


def act_of_clause(clause: Clause, *, joint: bool, section_act: Act) -> Act:
    """The act of a sentence with at least one main verb: that of the last one."""
    head = clause.heads[-1]
    subject = subject_of(clause, head, joint=joint)
    if subject == "unknown" and len(clause.heads) > 1 and not _subject_words(clause, head):
        subject = "own"
    if head.verb is None:
        return _auxiliary(clause, head, subject, section_act)
    return _lexical(clause, head.index, head.verb, subject, joint=joint)


def _auxiliary(clause: Clause, head: Head, subject: Subject, section_act: Act) -> Act:
    word = clause.lower[head.index]
    i = _main_word(clause, head.index)
    following = clause.lower[i] if i < len(clause.lower) else ""
    if word in {"will", "shall", "would", "we'll", "i'll", "they'll", "won't"}:
        return _future(clause, word, i, subject)
    if word in {"should", "must", "ought"}:
        return "effect" if subject == "scheme" and following in _EFFECT_VERBS and following != "be" else "position"
    if word in {"could", "can", "may", "might", "cannot"}:
        if subject == "scheme" and following in _EFFECT_VERBS and word in {"could", "can", "may"}:
            return "effect"
        return "position" if word in {"cannot", "can"} and subject == "own" else "context"
    if word in {"has", "have", "had", "we've", "i've", "they've"}:
        return _perfect(clause, i, subject)
    if word in {"do", "does", "did"}:
        verb = verb_of(following)
        return "position" if verb is not None and verb.kind in _SAYING else "context"
    return _being(clause, word, i, subject)


def _future(clause: Clause, word: str, i: int, subject: Subject) -> Act:
    following = clause.lower[i] if i < len(clause.lower) else ""
    if word == "would" and following in {"like", "welcome", "appreciate", "prefer"}:
        return "position"
    if subject == "partner":
        return "context"
    if following == "be" and clause.lower[i + 1 : i + 2] == ["able"]:
        return "effect"
    if subject == "scheme" and following in _EFFECT_VERBS and not _is_duty(clause, i):
        return "effect"
    if subject == "other":
        return "effect" if following in _EFFECT_VERBS - {"be"} else "context"
    return "commitment"


def _is_duty(clause: Clause, i: int) -> bool:
    """ "will be held", "will serve as a platform": what is done with it, or what it is there to do."""
    following = clause.lower[i]
    if following == "be":
        verb = verb_of(clause.lower[_main_word(clause, i)]) if _main_word(clause, i) < len(clause.lower) else None
        return verb is not None and verb.form in {"past", "participle"}
    subject = set(clause.lower[max(0, i - 8) : i])
    return bool(subject & _BODIES) and following in {"support", "promote", "facilitate", "serve", "provide"}


def _perfect(clause: Clause, i: int, subject: Subject) -> Act:
    if i >= len(clause.lower):
        return "context"
    if clause.lower[i] == "to":
        return "position"
    if clause.lower[i] == "been":
        return _passive(clause, _main_word(clause, i), subject)
    verb = verb_of(clause.lower[i])
    if verb is None:
        return "context"
    if verb.kind in {"position", "report", "promise", "announce"}:
        return _lexical(clause, i, verb, subject, joint=True)
    if subject in {"other", "partner"} or verb.kind == "fact":
        return "context"
    return "result"


def _passive(clause: Clause, i: int, subject: Subject) -> Act:
    """ "has been signed", "was held": a deed of the speaker's unless the subject is an outsider."""
    verb = verb_of(clause.lower[i]) if i < len(clause.lower) else None
    if verb is None or verb.form == "ing" or verb.kind == "fact":
        return "context"
    if verb.kind in _SAYING:
        return "commitment" if verb.lemma == "agree" and "will" in clause.lower[i:] else "position"
    return "commitment" if verb.kind == "promise" and clause.lower[i + 1 : i + 2] == ["to"] else "result"


_GOING_TO = frozenset("scheduled set due slated going planned ready poised about determined committed prepared willing".split())
_EXPECTED = frozenset("expected projected forecast anticipated estimated likely".split())
_FEELINGS = frozenset(
    "concerned grateful pleased proud confident convinced deeply happy delighted honored honoured sorry aware glad"
    " thankful opposed supportive hopeful appalled alarmed encouraged heartened saddened worried optimistic".split()
)
_WEIGHTY = frozenset(
    "essential vital important crucial critical imperative necessary unacceptable indispensable time our".split()
)


def _being(clause: Clause, word: str, i: int, subject: Subject) -> Act:
    if i >= len(clause.lower):
        return "context"
    following = clause.lower[i]
    past = word in {"was", "were", "wasn't", "weren't"}
    if following == "to" and not past:
        return "context" if subject in {"partner", "other"} else "commitment"
    if following in _EXPECTED:
        return "commitment" if subject == "own" and "ministry" not in clause.lower else "effect"
    if following in _GOING_TO:
        return _going_to(clause, i, subject)
    if following in _FEELINGS:
        return "position" if subject == "own" or following in {"deeply", "concerned"} else "context"
    if following in _WEIGHTY and clause.lower[max(0, clause.heads[-1].index - 1)] == "it":
        return "position"
    if following == "being":
        return "commitment" if subject not in {"partner", "other"} else "context"
    if following in {"under", "in"} and set(clause.lower[i + 1 : i + 3]) & {"preparation", "way", "underway", "negotiation"}:
        return "context" if subject == "partner" else "commitment"
    verb = verb_of(following)
    if verb is None:
        if following == "underway":
            return "commitment"
        return "context"
    if verb.form == "ing":
        return _progressive(clause, i, verb, subject)
    if past and verb.form in {"past", "participle"}:
        return _passive(clause, i, subject)
    if verb.kind in _SAYING and verb.form in {"past", "participle"} and verb.lemma in {"encourage", "urge", "welcome", "invite"}:
        return "position"
    return "context"


def _going_to(clause: Clause, i: int, subject: Subject) -> Act:
    following = clause.lower[i + 1] if i + 1 < len(clause.lower) else ""
    if subject in {"partner", "other"}:
        return "context"
    if clause.lower[i] == "about" and subject != "own":
        return "context"
    if clause.lower[i] in {"committed", "determined"}:
        return "commitment" if following == "to" and _to_deed(clause, i + 1) else "position"
    return "commitment" if following in {"to", "for"} else "context"


def _progressive(clause: Clause, i: int, verb: Verb, subject: Subject) -> Act:
    if verb.kind in _SAYING and verb.lemma not in {"exchange", "discuss", "raise", "draw", "support", "consider"}:
        return "position" if subject in {"own", "unknown"} else "context"
    if verb.lemma in {"plan", "aim", "seek", "strive"} and subject == "own":
        return "commitment"
    if subject in {"own", "scheme", "unknown"} and verb.kind not in {"fact"}:
        return "commitment"
    return "context"


def _lexical(clause: Clause, i: int, verb: Verb, subject: Subject, *, joint: bool) -> Act:
    rest = clause.lower[i + 1 :]
    act: Act
    if verb.lemma in _SPECIAL:
        act = _special(clause, i, verb, subject, joint=joint)
    elif verb.kind == "position":
        act = "commitment" if _promise_object(clause, i) and verb.lemma not in _OTHERS_PROMISE else "position"
    elif verb.kind == "report":
        act = _reported(clause, i, verb, subject)
    elif verb.kind == "promise":
        act = "context" if subject in {"partner", "other"} else _promised(verb, rest)
    elif verb.kind == "announce":
        act = _announced(clause, i)
    elif verb.kind in {"deed", "unknown"}:
        act = _done(verb, subject)
    else:
        act = "context"
    return act


_SPECIAL = frozenset("agree accept continue expect support share pay reach exchange take look call".split())
_OTHERS_PROMISE = frozenset("welcome appreciate thank note recognize recognise acknowledge commend praise applaud hail support".split())


def _special(clause: Clause, i: int, verb: Verb, subject: Subject, *, joint: bool) -> Act:
    rest = clause.lower[i + 1 :]
    if verb.lemma == "agree":
        return _agreed(clause, i, subject, joint=joint)
    if verb.lemma == "accept":
        return "commitment" if "invitation" in rest else "result"
    if verb.lemma == "continue":
        if subject in {"partner", "other"} or verb.form in {"past", "participle"}:
            return "context"
        return "commitment"
    if verb.lemma == "share":
        viewed = {"view", "views", "assessment", "understanding", "concern", "concerns", "recognition", "opinion", "perception"}
        return "position" if viewed.intersection(rest[:6]) or verb.form in {"base", "third"} else _done(verb, subject)
    if verb.lemma == "exchange":
        viewed = {"views", "opinions", "assessments", "ideas", "greetings", "information"}
        return "position" if viewed.intersection(rest[:7]) else "result"
    if verb.lemma == "pay":
        return "position" if {"tribute", "respects"}.intersection(rest[:4]) else _done(verb, subject)
    if verb.lemma == "support" and subject in {"scheme", "other"}:
        return "context" if subject == "other" or verb.form != "past" else "result"
    if verb.lemma == "take":
        viewed = {"note", "stock", "pride", "seriously"}
        return "position" if viewed.intersection(rest[:2]) else _done(verb, subject)
    if verb.lemma in {"look", "call"}:
        return "position"
    if verb.lemma == "reach":
        return "context" if subject in {"other", "scheme", "partner"} else "result"
    return "position"


def _agreed(clause: Clause, i: int, subject: Subject, *, joint: bool) -> Act:
    rest = clause.lower[i + 1 :]
    if subject == "partner" and not joint and rest[:1] == ["to"]:
        return "context"
    if "that" in rest[:3]:
        return "commitment" if _own_promise(rest) else "position"
    if rest[:1] == ["to"] or rest[1:2] == ["to"]:
        return "commitment"
    if rest[:1] in (["on"], ["upon"]):
        views = {"need", "importance", "necessity", "view", "significance", "value", "that", "how"}
        return "position" if views.intersection(rest[1:5]) else "commitment"
    return "position" if rest[:1] == ["with"] else "commitment" if "to" in rest[:4] else "position"


def _own_promise(rest: list[str]) -> bool:
    """Whether a reported clause holds a promise: the last auxiliary or verb of promising in it."""
    for j, word in enumerate(rest):
        if word in _PROMISE_STARTS:
            return True
        if word in {"is", "are"} and rest[j + 1 : j + 2] == ["to"]:
            return True
    return False


def _reported(clause: Clause, i: int, verb: Verb, subject: Subject) -> Act:
    rest = clause.lower[i + 1 :]
    if _own_promise(rest) and ("that" in rest[:4] or verb.lemma in {"say", "add", "state", "tell"}):
        return "context" if subject == "partner" else "commitment"
    if rest[:1] == ["to"] and verb.lemma in {"vow", "declare"}:
        return "commitment"
    if verb.lemma == "conclude" and "that" not in rest[:2]:
        return "result"
    if _promise_object(clause, i):
        return "commitment"
    return "position" if subject != "other" else "context"


def _promised(verb: Verb, rest: list[str]) -> Act:
    if verb.lemma in {"charge", "prepare", "arrange", "allocate", "earmark", "elect", "opt"} and verb.form == "past":
        return "result"
    if verb.lemma in {"decide", "resolve"} and rest[:1] not in (["to"], ["that"], ["on"], ["upon"]):
        return "result"
    return "commitment"


def _announced(clause: Clause, i: int) -> Act:
    rest = clause.lower[i + 1 :]
    if "that" in rest[:2]:
        return "commitment" if _own_promise(rest) else "result"
    promises = _PROMISE_NOUNS - {"decision"}
    object_words = rest[:6]
    for j, word in enumerate(object_words):
        if word in {"of", "for", "in", "on", "with", "at", "by"}:
            break
        if word in promises or word == "to" and j <= 1:
            return "commitment"
    return "commitment" if rest[:1] and rest[0] in {"it", "they", "he", "she", "its"} and _own_promise(rest[:5]) else "result"


def _done(verb: Verb, subject: Subject) -> Act:
    if verb.form in {"base", "third", "ing"}:
        return "context"
    if verb.kind == "unknown":
        return "result" if subject == "own" else "context"
    return "context" if subject in {"partner", "other"} else "result"


def _promise_object(clause: Clause, i: int) -> bool:
    """ "their commitment to establish X", "expressed its intention to ...", not "commitment to peace"."""
    lower = clause.lower
    for j in range(i + 1, min(i + 9, len(lower))):
        if lower[j] in {"that", "which", ",", ";", "for", "on", "with"}:
            return False
        if lower[j] in _PROMISE_NOUNS and lower[j + 1 : j + 2] == ["to"]:
            return _own_possessor(clause, i, j) and _to_deed(clause, j + 1)
    return False


def _own_possessor(clause: Clause, i: int, j: int) -> bool:
    return any(
        word in {"their", "its", "our", "his", "her", "my", "the", "strong", "firm", "shared", "a", "respective"}
        for word in clause.lower[i + 1 : j]
    ) or j == i + 1 or any(word.endswith(("'s", "’s")) for word in clause.lower[i + 1 : j])


_EITHER = frozenset("support work trade increase address help change cut aid export import visit research progress exchange".split())


def _to_deed(clause: Clause, i: int) -> bool:
    """Whether "to" at i is followed by a verb ("to establish", "to working") rather than a noun."""
    j = _main_word(clause, i)
    if j >= len(clause.lower):
        return False
    word = clause.lower[j]
    if word in AUXILIARIES or word == "be":
        return True
    verb = verb_of(word)
    if verb is None:
        return _looks_like_base(clause, j)
    if verb.form == "ing":
        return True
    if verb.form != "base":
        return False
    following = clause.lower[j + 1] if j + 1 < len(clause.lower) else ""
    return word not in _EITHER or following not in {"and", "of", "", ",", "for"}


def _looks_like_base(clause: Clause, j: int) -> bool:
    """An unknown word after "to" is a verb where an article, possessive or -ing word follows it."""
    word = clause.lower[j]
    following = clause.lower[j + 1] if j + 1 < len(clause.lower) else ""
    if word in _NOMINAL_TO or word in {"the", "a", "an", "this", "that", "their", "its", "our", "all", "each", "every"}:
        return False
    return following in {"the", "a", "an", "its", "their", "our", "all", "any", "this", "these", "those", "each"} and not clause.words[
        j
    ][0].isupper()
