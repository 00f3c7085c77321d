"""The act of a Korean sentence by its final predicate, plain or honorific.

The last predicate decides (GUIDE: "the act of its main (final) clause"): what is said, judged or
intended first (spoken_acts), then what is done or is (deed_acts).
"""

from __future__ import annotations

import re

from yaksok.records.statement import Act
from yaksok.statements.context import StatementContext
from yaksok.statements.korean.deed_acts import deed_act
from yaksok.statements.korean.parties import party_spans
from yaksok.statements.korean.plain_style import is_predicate, plain_style
from yaksok.statements.korean.spoken_acts import only_introduces, spoken_act

__all__ = ["is_partners_alone", "is_predicate", "predicate_act"]

# Texts in which the ministry alone speaks; in joint documents every signatory does.
_OWN_TEXTS = ("press_release", "speech", "evaluation", "work_plan", "other")
_SUBJECT = re.compile(
    r"^(?:[가-힣]{1,5},\s|(?:또한|한편|아울러|특히|이어)\s)?([^.“\"]{1,60}?)(은|는|이|가|께서|도)\s"
)
_SIDE = re.compile(
    r"(?:측|기구|사무국|위원회|재판소|법원|총회|이사회|의원|대변인|정부|대통령|총리|장관|국왕|주석|외상|대사|부장|왕세자|의장|총장|위원장|대표|대표단|참석자들|회원국들|국가들|차관|당국|의회|외교부|외무부|외무성|국무부|백악관|재무부|국방부|그)$"
)
# "…고 있으며, 필요시 확대도 가능하다": the leeway a plan leaves does not change the plan.
_LEEWAY = re.compile(r"(고\s)있(?:으며|고),\s[^,]{1,30}\s가능하다$")
_OWN_SIDE = re.compile(r"우리|한국|대한민국|양국|양측|양\s|한[-·‧ㆍ․]|외교부\s|정부와")


# A pronoun stands for the guest in such texts; one's own minister is called by name and office.
_PRONOUNS = frozenset({"그", "그녀"})


def predicate_act(text: str, *, section_act: Act, context: StatementContext, has_children: bool) -> Act:
    """The act of a sentence by its last predicate."""
    plain = _LEEWAY.sub(r"\1있다", plain_style(text))
    tail = plain[-60:]
    if has_children and only_introduces(plain, tail):
        return "none"
    act = spoken_act(plain, tail)
    if act == "effect" and context.role == "note" and section_act != "effect":
        return "context"
    if act is None:
        act = deed_act(plain, tail, section_act, context)
    if act in ("commitment", "result") and is_partners_alone(plain, tail, context):
        return "context"
    return act


def is_partners_alone(plain: str, tail: str, context: StatementContext, *, topic: bool = False) -> bool:
    """A plan or deed of a partner's side alone in the ministry's own text (GUIDE Decision 16).

    With `topic` only 은 and 는 mark the subject: in a line that ends in a noun, 이 and 가 may belong to
    a clause within it.
    """
    if context.genre not in _OWN_TEXTS or re.search(r"기로\s|겠다$", tail):
        # Agreed together, or the speaker's own word.
        return False
    match = _SUBJECT.match(plain)
    if match is None or (topic and match.group(2) not in ("은", "는")):
        return False
    subject = re.sub(r"\([^()]*\)$", "", match.group(1))
    if _OWN_SIDE.search(subject):
        return False
    if "측 " in subject or subject.endswith("측") or subject in _PRONOUNS:
        return True
    parties = party_spans(subject)
    if not parties:
        return False
    return _SIDE.search(subject) is not None or parties[-1].span[1] == len(subject)
