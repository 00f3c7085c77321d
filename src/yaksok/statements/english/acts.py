"""What an English statement does: promise, report, judge, describe.

Rules 11-20 of the reading contract for English documents, on top of its decisions for acts.
"""

from __future__ import annotations

import re
from datetime import date

from yaksok.records.statement import Act
from yaksok.statements.context import StatementContext
from yaksok.statements.english.clause_words import Clause
from yaksok.statements.english.clauses import analyse
from yaksok.statements.english.formulas import is_procedure
from yaksok.statements.english.labels import act_of_headline, act_of_label, act_of_section_title, is_label
from yaksok.statements.english.promises import act_of_clause
from yaksok.statements.english.subjects import subject_of

_LABEL = re.compile(r"^(?:\([A-Z][^()]{1,60}\)|[A-Z][^:.,;“”\"]{0,70}[:.])\s+(?=[A-Z\d$“\"(])")
# The words of a speaker go on in the next statement where no closing mark stands.
_QUOTE = re.compile(r"[“\"]([^“”\"]{1,2000})(?:[”\"]|$)")
_EXHORTATION = re.compile(r"(?:But |And |So |Therefore, |Together, )?[Ll]et(?: us|[’']s)\b")
_PRESENT = re.compile(
    r"(?:(?:Also )?(?:[Pp]resent|[Aa]ttending|[Ii]n attendance)\b|Among (?:those|the) \w+).{0,80}\b(?:was|were)\b"
)
# "(target) 20,000 hectares, achieved 12,500 hectares" tells a result (GUIDE decision 33).
_TARGET_MET = re.compile(
    r"\b[Tt]arget\b[^.]{1,60}\d[^.]{0,40}\b(?:achieved|actual|result|reached|delivered)\b"
)
_LONG_AGO = re.compile(
    r"(?:As a (?:young|child|boy|girl|student|school)|When I was\b|.{0,40}\b(?:years|decades|generations|centuries) ago\b|For (?:centuries|generations|decades)\b)"
)
_RECENT = re.compile(r"\b(?:today|yesterday|(?:this|last) (?:year|month|week))\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?<!since )(?<!than in )(?<!as in )(?:1[5-9]|20)\d\d\b")
# A deed told in the simple past with a year at least so far back is background, no report.
_HISTORY_YEARS = 4
# No sentence is longer; what a damaged file strings together is judged by its beginning.
_LONGEST = 8000
_JOINT = frozenset(("joint_statement", "fact_sheet", "work_plan", "agenda_page", "evaluation"))
_SAID_OUTSIDE = re.compile(
    r"\b(?:said|added|stated|noted|stressed|remarked|told|explained|emphasi[sz]ed|says|declared)\b"
)


def section_act_of(heading_text: str, inherited: Act) -> Act:
    """The act that lines without a verb below a heading inherit ("Next steps": commitment).

    `inherited` is the act from the headings above it, kept where this heading says nothing of its own.
    """
    leads_in = heading_text.rstrip().endswith(":")
    clause = analyse(_without_label(heading_text)) if leads_in else None
    spoken = (
        clause is not None
        and bool(clause.heads)
        and not _ends_with_participle(heading_text.rstrip(": "), clause)
    )
    titled = act_of_section_title(heading_text)
    if titled is not None and not spoken:
        return titled
    if is_label(heading_text):
        return inherited
    clause = clause or analyse(_without_label(heading_text))
    if not clause.heads:
        return inherited
    act = act_of_clause(clause, joint=True)
    return inherited if act in {"context", "position"} and not leads_in else act


def act_of(text: str, *, section_act: Act, context: StatementContext, has_children: bool) -> Act:
    """The act of one statement, read from its main clause, its section and its place.

    `section_act` is what the headings above hand down; `has_children` tells a heading from an item.
    """
    if context.role in {"title", "meta"} or not text:
        return "none"
    text = text[:_LONGEST]
    stripped = text.rstrip("\"”’')]* ")
    if stripped.endswith("?"):
        return "none"
    if _EXHORTATION.match(text):
        return "position"
    if context.genre == "speech" and is_procedure(text):
        return "none"
    if text[0] in "APIap" and _PRESENT.match(text):
        return "result"
    joint = context.genre in _JOINT
    quoted = _quoted_act(text, joint=joint, home=context.home)
    if quoted is not None:
        return quoted
    body = _without_label(text)
    clause = analyse(body)
    if not clause.heads or is_label(body) or _ends_with_participle(text, clause):
        dated = _dated(text, context.document_date)
        return act_of_label(
            text,
            section_act=dated or section_act,
            context=context,
            has_children=has_children,
            clause=clause,
        )
    if "arget" in text and not text.endswith(".") and _TARGET_MET.search(text):
        return "result"
    headline = act_of_headline(clause, context) if not text.endswith((".", ":")) else None
    if headline is not None:
        return headline
    act = act_of_clause(clause, joint=joint, home=context.home)
    if _is_target_line(text, clause, act, section_act):
        return section_act
    if act == "result" and section_act != "result" and _is_history(text, clause, context):
        return "context"
    if context.role == "note" and act in {"position", "none"}:
        return "context"
    return act


def _ends_with_participle(text: str, clause: Clause) -> bool:
    """Whether a short line is a noun with a participle ("Lessons learned", "Measures taken")."""
    head = clause.heads[-1]
    past = head.verb is not None and head.verb.form in {"past", "participle"}
    return past and head.at == len(clause.words) - 1 <= 3 and text[-1].isalpha()


def _is_history(text: str, clause: Clause, context: StatementContext) -> bool:
    """Whether a deed in the simple past lies so far back that it is told as background."""
    head = clause.heads[-1]
    past = clause.lower[head.at] in {"was", "were"} or (
        head.verb is not None and head.verb.form in {"past", "participle"}
    )
    if not past:
        return False
    if context.genre == "speech" and _LONG_AGO.match(text):
        return True
    years = [int(year) for year in _YEAR.findall(text)]
    today = context.document_date
    return (
        bool(years)
        and not _RECENT.search(text)
        and today is not None
        and max(years) <= today.year - _HISTORY_YEARS
    )


def _is_target_line(text: str, clause: Clause, act: Act, section_act: Act) -> bool:
    """Whether a past form is a goal, no report: "Container traffic doubled by 2029" among aims or effects."""
    if (
        section_act not in {"commitment", "effect"}
        or act not in {"result", "context"}
        or text.endswith((".", "”", ":"))
    ):
        return False
    head = clause.heads[-1]
    past = head.verb is not None and head.verb.form in {"past", "participle", "base"}
    return past and subject_of(clause, head, joint=True) in {"thing", "unknown", "scheme"}


def _without_label(text: str) -> str:
    label = _LABEL.match(text)
    if label is None:
        return text
    if label.group().rstrip().endswith(".") and len(label.group().split()) > 5:
        return text
    return text[label.end() :]


def _quoted_act(text: str, *, joint: bool, home: str | None) -> Act | None:
    """The act of a quotation with its words of attribution: that of the quoted words."""
    if "“" not in text and '"' not in text:
        return None
    quotes = _QUOTE.findall(text)
    outside = _QUOTE.sub(" ", text)
    if not quotes or len("".join(quotes)) < 20:
        return None
    if _SAID_OUTSIDE.search(outside):
        clause = analyse(quotes[-1])
        act = act_of_clause(clause, joint=True) if clause.heads else "position"
        return act if act == "commitment" else "position"
    if not outside.strip(" .,"):
        clause = analyse(quotes[-1])
        return act_of_clause(clause, joint=joint, home=home) if clause.heads else None
    return None


_YEAR_FIRST = re.compile(
    r"^(?:(?:by|in|from|until)\s+)?(?:[A-Z][a-z]+ )?(20\d\d)(?:\s*[-–]\s*(20\d\d))?\s*:", re.IGNORECASE
)


def _dated(text: str, today: date | None) -> Act | None:
    """Commitment for "2027: launch of X" where the year is still to come."""
    if today is None:
        return None
    first = _YEAR_FIRST.match(text)
    if first is None:
        return None
    year = int(first.group(2) or first.group(1))
    return "commitment" if year > today.year else None
