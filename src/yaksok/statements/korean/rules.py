"""The rules of Korean, gathered for the shared stages."""

from __future__ import annotations

from yaksok.statements.korean.acts import act_of, section_act_of
from yaksok.statements.korean.formulas import dateline_end, home_of, is_formula
from yaksok.statements.korean.names import find_names
from yaksok.statements.korean.parties import find_parties
from yaksok.statements.korean.quantities import find_quantities
from yaksok.statements.korean.sentences import split_inline, split_sentences, split_slash
from yaksok.statements.korean.times import find_times
from yaksok.statements.language import LanguageRules
from yaksok.statements.line_notes import split_notes

RULES = LanguageRules(
    split_sentences=split_sentences,
    split_inline=split_inline,
    split_notes=split_notes,
    split_slash=split_slash,
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
