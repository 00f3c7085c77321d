"""Names of parties, statuses, genres and the like in one language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from yaksok.interfaces.telling.catalogues import N_, catalogue
from yaksok.records.statement import Language
from yaksok.reference.parties import is_party
from yaksok.reference.parties import party as party_by_id
from yaksok.reference.topics import is_topic
from yaksok.reference.topics import topic as topic_by_id

STATUS_WORDS = {
    "kept": N_("Kept"),
    "partly_kept": N_("Partly kept"),
    "in_progress": N_("Under way"),
    "not_yet_due": N_("Not yet due"),
    "overdue_no_evidence": N_("Overdue, no evidence"),
    "silent": N_("Gone silent"),
    "superseded": N_("Superseded"),
    "broken": N_("Broken"),
    "not_testable": N_("Not testable"),
}
ACT_WORDS = {
    "commitment": N_("Promise"),
    "result": N_("Result"),
    "effect": N_("Effect"),
    "context": N_("Context"),
    "position": N_("Position"),
    "none": N_("No act"),
}
GENRE_WORDS = {
    "work_plan": N_("Work plan"),
    "agenda_page": N_("National agenda"),
    "evaluation": N_("Evaluation"),
    "joint_statement": N_("Joint statement"),
    "fact_sheet": N_("Fact sheet"),
    "press_release": N_("Press release"),
    "speech": N_("Speech"),
    "other": N_("Other"),
}
RELATION_WORDS = {
    "fulfilled_by": N_("fulfilled by"),
    "partly_fulfilled_by": N_("partly fulfilled by"),
    "progressed_by": N_("progressed by"),
    "restated_as": N_("restated as"),
    "continued_as": N_("continued as"),
    "superseded_by": N_("superseded by"),
    "contradicted_by": N_("contradicted by"),
}
STRENGTH_WORDS = {
    "deed": N_("Will do"),
    "plan": N_("Plans to"),
    "effort": N_("Will strive to"),
    "consider": N_("Will consider"),
}
SEARCH_WORDS = {
    "not_looked": N_("no later document to look through"),
    "nothing_found": N_("looked, nothing found"),
    "found": N_("found"),
}
STATEMENT_ROLE_WORDS = {
    "title": N_("title"),
    "heading": N_("heading"),
    "item": N_("item"),
    "note": N_("note of the document"),
    "meta": N_("page furniture"),
}
LANGUAGE_WORDS = {"ko": N_("Korean"), "en": N_("English")}
ROLE_WORDS = {
    "reader": N_("Reader"),
    "reviewer": N_("Reviewer"),
    "administrator": N_("Administrator"),
}


@dataclass(frozen=True, slots=True)
class Words:
    """The names of things in one language; an unknown one is shown as it is."""

    language: Language

    def filters(self) -> dict[str, Callable[[str], str]]:
        """The template filters by name."""
        tables = {
            "status_word": STATUS_WORDS,
            "act_word": ACT_WORDS,
            "genre_word": GENRE_WORDS,
            "relation_word": RELATION_WORDS,
            "strength_word": STRENGTH_WORDS,
            "search_word": SEARCH_WORDS,
            "role_word": ROLE_WORDS,
        }
        made: dict[str, Callable[[str], str]] = {name: self._filter(table) for name, table in tables.items()}
        return {**made, "party": self.party, "topic_word": self.topic}

    def party(self, party_id: str) -> str:
        """The usual name of a party."""
        if not is_party(party_id):
            return party_id
        found = party_by_id(party_id)
        return found.korean if self.language == "ko" else found.english

    def topic(self, topic_id: str) -> str:
        """The name of a topic."""
        if is_topic(topic_id):
            found = topic_by_id(topic_id)
            return found.korean if self.language == "ko" else found.english
        return topic_id

    def _filter(self, table: Mapping[str, str]) -> Callable[[str], str]:
        return lambda key: word(table, key, self.language)


def word(table: Mapping[str, str], key: str, language: Language) -> str:
    """What a value of the records is called; one that the table does not know is shown as it is."""
    return catalogue(language).gettext(table[key]) if key in table else key
