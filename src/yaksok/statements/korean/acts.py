"""The act of a Korean statement: by its verb ending, else by its last noun and its section.

GUIDE.md, "act", Decisions 11 to 17, 33, 34 and 37. Sentences are judged by the last predicate;
lines that end in a noun follow their section unless plainer wording wins.
"""

from __future__ import annotations

import re
from functools import cache

from yaksok.records.statement import Act
from yaksok.reference.tables import rows
from yaksok.statements.context import StatementContext
from yaksok.statements.korean.act_nouns import act_nouns
from yaksok.statements.korean.formulas import is_procedure, is_topic
from yaksok.statements.korean.predicates import is_partners_alone, is_predicate, predicate_act
from yaksok.statements.korean.tails import without_tail

_TAIL_NOISE = ".,;:·…!?\"”’'」』"
_PLANNED = re.compile(
    r"(?:예정|계획|방침|추진\s?중|진행\s?중|준비\s?중|협의\s?중|검토\s?중|추진중|진행중|목표)$"
)
_NOUN_FORMS = frozenset("함됨임음짐킴김림봄줌옴")
_NEEDS = re.compile(r"필요(?:성)?(?:가|이)?\s?(?:있음|제기|대두|증대)?$|시급$|중요$|바람직$")
_NEGATIVE = re.compile(
    r"갈등|경쟁|대립|위협|위기|불확실|긴장|도발|분쟁|악화|둔화|침체|우려|어려움|부담|리스크|위험|격화|불안|보호무역|압박|감소|하락|역성장"
)
_OWN = re.compile(r"우리|정부|정상|외교부|양국|대통령|장관|최초|국내|당국|성공")
_WITH_FIGURE = re.compile(r"\d")
_DEFINES = re.compile(r"^[^,]{1,50}\s?[:：]\s?\S|→|로\s?구성")
_HANGUL_TAIL = re.compile(r"[가-힣A-Za-z]+$")
_LABEL_LENGTH = 24
_AGREED = re.compile(
    r"(?:계획|방안|방침|추진계획)\s?(?:을\s)?(?:발표|공개|제시)$|기로\s?(?:합의|약속|결정|확정|다짐|의견\s?일치|의견을\s?모음)?$"
)
_GOAL = re.compile(r"(?:과제|성과|정책|추진|전략)?\s?목표\s?[:：]\s?\S")
_GRADE = re.compile(r"(?:종합\s?)?(?:등급|평가등급|총평|종합\s?의견|평가의견)\s?[:：]")
# A lead-in that breaks off ("… 촉진하고 … 에서의") but holds a clause of its own (Decision 7).
_CLAUSE = re.compile(r"(?:하고|하며|하여|하도록|해|되어|되고|시키고|기 위해|기 위하여)\s")
_OPEN_LEAD = re.compile(r"(?:의|은|는|을|를|에|에서|으로|로|위해|위한|통해|관련|대한)$")
_EVENT = re.compile(r"(?:회담|방문|방한|방일|방중|방미|방러|순방|회의|총회|연설|면담)[^()]{0,8}\([^()]*\d")
_OWN_FIGURE = re.compile(r"\([^()\d]*\d[^()]*\)\s?등?$")
_CLAUSE_PARTICLE = re.compile(r"[을를]\s|[가-힣]에\s|으로\s|하는\s|[가-힣]여\s|등[이을]\s")
# In fact sheets, which mix both, these deeds are done once they are named without a time to come.
_CONCLUDED = ("서명", "체결", "채택", "타결", "참석", "개최", "개관", "개소", "수여", "수교", "발효", "비준")
_OWN_FAILING = ("못함", "못하였음", "미달", "소홀", "누락", "실패", "미흡")
_AHEAD = re.compile(r"까지|예정|조속|조기|차기|내년|추진|향후|앞으로|기로")
_YEAR_OF_DEED = re.compile(r"(20\d\d)년(?:까지|부터|\s중|\s?상반기|\s?하반기|\s?내|에)")
_QUESTION = re.compile(r"(?:[까요니나가지]|는지)\s?\?[\"”’']?$")
_SHORTFALL = re.compile(r"미흡|보완|부진|한계|아쉬운|개선\s?필요|문제점|미비")


@cache
def _section_words() -> tuple[tuple[str, Act], ...]:
    pairs = [(row["word"], row["act"]) for row in rows("korean_section_words")]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))  # type: ignore[arg-type]  # acts by lint


def section_act_of(heading: str, inherited: Act) -> Act:
    """The act that lines below a heading follow; a heading that is no section title changes nothing."""
    label = without_tail(heading, _TAIL_NOISE, square=True, etc=True)
    if "겠" in heading[-8:] and is_predicate(heading):
        return "commitment"
    if len(label) > _LABEL_LENGTH + 10:
        return inherited
    squashed = label.replace(" ", "")
    if _SHORTFALL.search(squashed):
        return "result"
    if not squashed.endswith(_section_endings()):
        return inherited
    for word, act in _section_words():
        if squashed.endswith(word):
            return act
    return inherited


def act_of(text: str, *, section_act: Act, context: StatementContext, has_children: bool) -> Act:
    """The act of a statement.

    `section_act` is the act of the section it stands in; `context` gives role, genre and trail.
    """
    if _QUESTION.search(text[-6:]):
        return "none" if has_children or context.role == "heading" else "position"
    if is_predicate(text):
        if is_procedure(text) or (has_children and is_topic(text)):
            return "none"
        return predicate_act(text, section_act=section_act, context=context, has_children=has_children)
    act = _noun_line_act(text, section_act, context, has_children=has_children)
    if act in ("commitment", "result") and is_partners_alone(text, text[-60:], context, topic=True):
        return "context"
    return act


def _noun_line_act(text: str, section: Act, context: StatementContext, *, has_children: bool) -> Act:
    """The act of a line that ends in a noun."""
    bare = without_tail(text, _TAIL_NOISE, square=True, etc=True)
    if context.role == "note":
        return _note_act(text, bare, section)
    last = _last_noun(bare)
    if not bare or (context.role == "heading" and _is_section_title(bare)):
        return "none"
    if _PLANNED.search(bare) and not bare.endswith(("목표", "계획")):
        return "commitment" if section != "context" or not _NEGATIVE.search(bare) else "context"
    if _AGREED.search(bare) or _GOAL.match(text):
        return "commitment"
    if _NEEDS.search(bare) or _GRADE.match(text):
        return "position"
    if bare.endswith(_forecasts()):
        return "effect"
    worded = _worded_act(bare, last, section, context)
    if worded is not None:
        return worded
    if has_children and _CLAUSE.search(bare) and _OPEN_LEAD.search(bare):
        return section
    completes = bool(context.trail) and context.trail[-1].endswith((".", "다")) and context.role == "item"
    if not completes and _is_bare_label(
        text, bare, last, has_children=has_children, heading=context.role == "heading"
    ):
        return "none"
    return _section_default(bare, section, context)


def _worded_act(bare: str, last: str, section: Act, context: StatementContext) -> Act | None:
    """Wording plainer than the section: views and situations (GUIDE Decision 11)."""
    classes = act_nouns()
    if _ends_view(bare, last) and section != "effect":
        return "position"
    negative = _NEGATIVE.search(bare[-14:]) is not None
    if last in classes["state"] or (negative and bare.endswith(("지속", "심화", "확산", "증대", "고조"))):
        return "effect" if section == "effect" else "context"
    if section == "context" and context.genre == "evaluation" and bare.endswith(_OWN_FAILING):
        return "result"
    if section == "context" and not negative and (_is_own_success(bare, last) or bare.endswith(_CONCLUDED)):
        return "result"
    if section == "result" and _is_ahead(bare, context):
        return "commitment"
    return None


def _is_ahead(bare: str, context: StatementContext) -> bool:
    """Whether a line among results names a year to come as the time of its deed."""
    if context.document_date is None or context.genre not in ("fact_sheet", "press_release", "other"):
        return False
    year = context.document_date.year
    return any(int(match.group(1)) > year for match in _YEAR_OF_DEED.finditer(bare))


def _ends_view(bare: str, last: str) -> bool:
    if last in ("협의", "평가", "의견", "공유", "확인", "고려", "의지"):
        return bare.endswith(("의견 공유", "재확인", "의지 표명", "의견 교환"))
    return last in act_nouns()["view"] or bare.endswith(
        (
            "공감대 형성",
            "의견 교환",
            "의견교환",
            "인식 공유",
            "입장 교환",
            "공감대 확인",
            "의지 재확인",
            "의지 확인",
            "지지 확인",
            "입장 확인",
            "인식 확인",
            "지지 재확인",
        )
    )


def _is_own_success(bare: str, last: str) -> bool:
    return (
        last in act_nouns()["success"] and _OWN.search(bare) is not None and not _NEGATIVE.search(bare[-14:])
    )


def _section_default(bare: str, section: Act, context: StatementContext) -> Act:
    if section != "none":
        return section
    if context.genre == "press_release":
        if bare.endswith(("추진", "예정", "계획", "박차", "기로")) or _AHEAD.search(bare):
            return "commitment"
        return "result"
    if (
        context.genre not in ("work_plan", "agenda_page", "joint_statement")
        and bare.endswith(_CONCLUDED)
        and not _AHEAD.search(bare)
    ):
        return "result"
    if context.genre in ("work_plan", "agenda_page", "fact_sheet", "joint_statement"):
        return "commitment"
    return "result" if context.genre == "evaluation" else "context"


def _note_act(text: str, bare: str, section: Act) -> Act:
    """Notes that list or define are context; notes that say what is done follow the section."""
    last = _last_noun(bare)
    if section == "effect":
        return "effect"
    if _PLANNED.search(bare):
        return "commitment"
    if _NEEDS.search(bare):
        return "position"
    if _EVENT.search(text) and section in ("result", "commitment"):
        return section
    if _DEFINES.search(text) or last not in act_nouns()["deed"]:
        return "context"
    return section if section != "none" else "context"


def _last_noun(bare: str) -> str:
    # No noun is longer; a search from the left would try every letter of an endless word.
    match = _HANGUL_TAIL.search(bare[-40:].rpartition(" ")[2])
    word = match.group() if match else ""
    if word[-1:] in _NOUN_FORMS and len(word) > 1:
        stem = re.sub(r"(?:하였음|하였슴|했음|되었음|됐음|하기로\s?함|함|됨|시킴)$", "", word)
        return stem or word
    return word


@cache
def _section_endings() -> tuple[str, ...]:
    return tuple(word for word, _ in _section_words())


@cache
def _forecasts() -> tuple[str, ...]:
    return tuple(act_nouns()["forecast"])


def _is_section_title(bare: str) -> bool:
    """A title of a section by its last word ("추진 과제", "성과 및 평가", "기대효과")."""
    squashed = bare.replace(" ", "")
    return len(bare) <= _LABEL_LENGTH and squashed.endswith(_section_endings())


def _is_bare_label(text: str, bare: str, last: str, *, has_children: bool, heading: bool) -> bool:
    """A label without a deed of its own (GUIDE Decision 12); a date or number makes a deed (13)."""
    if _is_deed(last) or _OWN_FIGURE.search(text):
        return False
    is_field = last in act_nouns()["field"] or last.endswith(_long_fields())
    if heading or has_children:
        return is_field or not _CLAUSE_PARTICLE.search(bare)
    if is_field and not _CLAUSE_PARTICLE.search(bare):
        return True
    return len(bare) <= 12 and not _WITH_FIGURE.search(text) and not _CLAUSE_PARTICLE.search(bare)


def _is_deed(word: str) -> bool:
    deeds = act_nouns()["deed"]
    if word in deeds:
        return True
    if word in act_nouns()["field"]:
        return False
    return len(word) >= 3 and (
        (
            word.endswith("화")
            and word not in ("문화", "대화", "평화", "영화", "변화", "다문화")
            and not word.endswith(("문화", "대화", "평화"))
        )
        or word.endswith(_long_deeds())
    )


@cache
def _long_fields() -> tuple[str, ...]:
    """Nouns for fields and bodies that also close compounds ("기념사업", "정상외교")."""
    return tuple(noun for noun in act_nouns()["field"] if len(noun) >= 2)


@cache
def _long_deeds() -> tuple[str, ...]:
    """Action nouns that also close compounds ("기반강화"); short or noun-like ones left out."""
    return tuple(
        noun
        for noun in act_nouns()["deed"]
        if len(noun) >= 2 and noun not in ("교육", "전시", "사업", "화", "적극")
    )
