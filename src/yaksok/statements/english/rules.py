"""The rules of English, gathered for the shared stages."""

from __future__ import annotations

from yaksok.records.mentions import Span
from yaksok.statements.english.acts import act_of, section_act_of
from yaksok.statements.english.formulas import dateline_end, is_formula
from yaksok.statements.english.names import find_names
from yaksok.statements.english.parties import find_parties
from yaksok.statements.english.quantities import find_quantities
from yaksok.statements.english.sentences import split_inline, split_sentences
from yaksok.statements.english.speakers import home_of
from yaksok.statements.english.times import find_times
from yaksok.statements.language import LanguageRules
from yaksok.statements.line_notes import split_notes


def whole(text: str) -> list[Span]:
    """One span: an English slash never parts two statements."""
    return [(0, len(text))]


RULES = LanguageRules(
    split_sentences=split_sentences,
    split_inline=split_inline,
    split_notes=split_notes,
    split_slash=whole,
    is_formula=is_formula,
    dateline_end=dateline_end,
    home_of=home_of,
    act_of=act_of,
    section_act_of=section_act_of,
    find_parties=find_parties,
    find_times=find_times,
    find_quantities=find_quantities,
    find_names=find_names,
)
