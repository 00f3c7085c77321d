"""The act of English lines without a main verb: headings, labels, headlines, bullets of a list."""

from __future__ import annotations

import re

from yaksok.records.statement import Act
from yaksok.statements.context import StatementContext
from yaksok.statements.english.clause_words import PREPOSITIONS, Clause, Head
from yaksok.statements.english.verb_acts import act_of_verb
from yaksok.statements.english.verbs import verb_of

_TITLES: tuple[tuple[Act, re.Pattern[str]], ...] = (
    (
        "effect",
        re.compile(
            r"\b(?:expected (?:effects?|results?|impacts?|benefits?|outcomes?)|(?:benefits|impacts?)$)",
            re.IGNORECASE,
        ),
    ),
    (
        "commitment",
        re.compile(
            r"\b(?:next steps?|way (?:forward|ahead)|tasks? ahead|follow-?up|future (?:plans?|cooperation|work|directions?|steps)"
            r"|action (?:items?|plans?)|commitments?|pledges?|goals?|objectives?|targets?|priorit(?:y|ies)|plans? for|work plan"
            r"|roadmap|looking (?:ahead|forward)|going forward|timeline|schedule|upcoming|planned)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "result",
        re.compile(
            r"\b(?:results?|achievements?|accomplishments?|outcomes?|deliverables?|progress|highlights of (?:the )?year"
            r"|what (?:we|the .{1,60}) ha(?:s|ve) (?:done|achieved|brought)|done so far|to date|milestones?|track record)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "context",
        re.compile(
            r"\b(?:background|overview|context|situation|environment|trends?|outlook for|about the|facts? and figures|key facts)\b",
            re.IGNORECASE,
        ),
    ),
)
_PARTS = re.compile(r"[:–—]|\s-\s")
_DEEDS = re.compile(
    r"(?:ing|tion|sion|ment|ance|ence)s?$|^(?:support|launch|expansion|exchange|exchanges|reform|upgrade|increase|release"
    r"|response|assistance|help|review|renewal|removal|delivery|visit|visits|adoption|approval|start|entry|cut)$"
)
_FIELDS = frozenset(
    "information education environment government development science relations communication communications"
    " nation nations region station population organization organisations transportation aviation immigration"
    " document documents parliament department investment investments defense defence finance science alliance"
    " intelligence conference audience governance question questions section mission missions commission session"
    " innovation tradition condition conditions proliferation non-proliferation denuclearization pension agreement"
    " agreements statement statements introduction conclusion annex digitalization decarbonization engagement"
    " resilience influence peace-building migration nutrition pollution corruption competition exhibition vision"
    " insurance performance science excellence presence decision competence training housing shipping"
    " manufacturing fishing farming mining banking shipbuilding meeting meetings things building engineering"
    " marketing computing dimension situation television constitution institution institutions violence defence"
    " action actions disarmament security climate instrument instruments element elements equipment moment employment".split()
)
# Texts whose lines without a verb are undertakings unless a section says otherwise.
_PLANNING = frozenset(("joint_statement", "work_plan", "agenda_page"))
# A label with a number of things or a deadline is a deed ("Scholarships: 500 places by September").
_COUNTED = re.compile(r":\s(?:[a-z ]{0,20})?\d[\d,.]*\s[a-z]|\bby (?:the end of )?(?:[A-Z][a-z]+|20\d\d)\b")
_GOAL = re.compile(r"(?:Targets?|Goals?|Aims?|Objectives?|Planned|Deadline)\b.{0,40}:\s")
_TOPIC = re.compile(
    r"(?:First|Second|Third|Fourth|Fifth|Sixth|Next|Finally|Lastly|Now|Turning|On|As for)\b.{0,80}$"
)
_ORDER = frozenset(
    "of in on at by for from with under to through during between among against about across and".split()
)


def act_of_section_title(text: str) -> Act | None:
    """The act that a short section title hands down by its wording, None where it says none."""
    if len(text) > 80 or text.rstrip().endswith("."):
        return None
    for act, pattern in _TITLES:
        if pattern.search(text):
            return act
    return None


def is_label(text: str) -> bool:
    """Whether a line is a bare label: short, without a full stop, in capitals or title case."""
    if len(text) > 90 or text.rstrip().endswith((".", ";", "!", ":", ",")):
        return False
    if text.isupper():
        return True
    words = [
        word
        for word in re.findall(r"[^\W\d_][\w'’-]*", text)
        if word.lower() not in _ORDER and word not in {"the", "a", "an"}
    ]
    return bool(words) and len(words) <= 9 and all(word[0].isupper() for word in words)


def act_of_label(
    text: str, *, section_act: Act, context: StatementContext, has_children: bool, clause: Clause
) -> Act:
    """The act of a line whose main clause has no finite verb, or which is only a label."""
    if context.role == "note":
        return "effect" if section_act == "effect" else "context"
    words = clause.words
    if not words:
        return "none"
    if _is_sentence(text) and section_act == "none":
        return "none" if context.genre == "speech" and _TOPIC.match(text) else "context"
    headline = act_of_headline(clause, context) if not text.endswith(":") else None
    if headline is not None:
        return headline
    if has_children and text.endswith(":") and clause.lower[0] in PREPOSITIONS:
        return "none"
    if has_children and text.endswith(":") and text[:1].isupper():
        return _titled(section_act, context, has_children=True) if _names_deed(text.rstrip(":")) else "none"
    if _GOAL.match(text):
        return "commitment"
    first = verb_of(clause.lower[0])
    if section_act != "none" and _COUNTED.search(text):
        return section_act
    if _is_title(text, words, has_children=has_children):
        return _titled(section_act, context, has_children=has_children) if _names_deed(text) else "none"
    if first is not None and first.form == "past" and text[:1].islower() and _finishes_lead_in(context):
        headed = clause._replace(heads=[Head(0, (0, 0), first)])
        return act_of_verb(headed, 0, first, "own", joint=True)
    if first is not None and first.form == "base" and section_act == "none":
        return "commitment"
    return _inherited(section_act, context, text, has_children=has_children)


def act_of_headline(clause: Clause, context: StatementContext) -> Act | None:
    """Headlines under a press-release title: "X to do" will be done, the present stands for the past."""
    if context.genre != "press_release" or context.trail:
        return None
    for i, word in enumerate(clause.lower[:-1]):
        verb = verb_of(clause.lower[i + 1])
        base = clause.lower[i + 1] == "be" or (verb is not None and verb.form == "base")
        if word == "to" and i and base:
            return "commitment"
        if word in {"pledge", "pledges", "agree", "agrees", "vow", "vows"}:
            return "commitment" if "to" in clause.lower else "position"
    for i, word in enumerate(clause.lower):
        verb = verb_of(word)
        if i and verb is not None and verb.form in {"base", "third"}:
            return (
                "position"
                if verb.kind in {"position", "report"}
                else "commitment"
                if verb.kind == "promise"
                else "result"
            )
    return None


def _is_title(text: str, words: list[str], *, has_children: bool) -> bool:
    if text.isupper() or is_label(text):
        return True
    return has_children and len(words) <= 8 and not text.rstrip().endswith((":", ";", "."))


def _names_deed(text: str) -> bool:
    """Whether the head noun of a title is something that is done ("Strengthening X", "Cooperation on Y")."""
    part = _PARTS.split(text)[-1].strip() or text
    words = [word.lower() for word in re.findall(r"[^\W\d_][\w'’-]*", part)]
    if not words:
        return False
    if words[0].endswith("ing") and len(words) > 1 and words[0] not in _FIELDS:
        return True
    head = words[0]
    for word in words:
        if word in _ORDER and word != "and":
            break
        head = word
    return head in {"cooperation", "collaboration"} or (head not in _FIELDS and bool(_DEEDS.search(head)))


def _finishes_lead_in(context: StatementContext) -> bool:
    """Whether the line goes on with the words above it ("The two ministers:")."""
    return bool(context.trail) and context.trail[-1].endswith(":")


def _is_sentence(text: str) -> bool:
    return text.endswith(".") and text[:1].isupper() and not text.endswith(" etc.")


def _titled(section_act: Act, context: StatementContext, *, has_children: bool) -> Act:
    if section_act != "none":
        return section_act
    return "none" if has_children and context.genre not in _PLANNING else _default(context)


def _default(context: StatementContext) -> Act:
    """What a deed without a verb is in a section that says nothing: planned, except in reports."""
    return "result" if context.genre in {"press_release", "evaluation"} else "commitment"


def _inherited(section_act: Act, context: StatementContext, text: str, *, has_children: bool) -> Act:
    if section_act != "none":
        return section_act
    if has_children:
        return _titled(section_act, context, has_children=True) if _names_deed(text) else "none"
    if context.genre in _PLANNING or _names_deed(text):
        return _default(context)
    return "context"
