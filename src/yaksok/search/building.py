"""A query, as it was understood, in the terms of the index."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tantivy import Occur, Query

from yaksok.records.search import SearchLevel
from yaksok.search.analysis import is_latin, stem, surface, written_words
from yaksok.search.field_queries import FieldQueries, asks_for_standing, is_of_statements, unknown
from yaksok.search.marking import Marks
from yaksok.search.names import Concept, names_in, units_of
from yaksok.search.query import AllOf, AnyOf, Field, Node, Not, Phrase, Words
from yaksok.search.vocabulary import Cut, Terms, cut

_MOST_TERMS = 16
"""So many terms of a query rank, the rarest; a sentence of a document is found by fewer."""
_SHORT_QUERY = 3
"""Up to so many written words, each is also looked for letter by letter."""
_MOST_NAMED = 6
_MOST_LATIN_NAMED = 12
"""In up to so many written words names are looked for; more are a sentence, which is found by its own words."""
_MOST_FORMS = 12
"""So many names of one thing are looked for."""

_FEW_TERMS = 8
"""Up to so many terms all rank, however common, and so do pairs of letters that none of them covers."""

_LETTERS_SHARE = 0.01
"""A word whose pairs of letters stand together in more entries than this share is told well enough by its terms."""

_MOST_FREQUENCIES = 200_000
"""So many frequencies are kept."""

_PAIR = "\0"
"""Begins the key of a pair of letters among terms."""

_LETTERS_WORTH = 0.6
_NAME_WORTH = 0.8
_ABOVE_WORTH = 0.3
_COMMON = 0.1
"""Terms in a greater share of all entries only rank where there are few rarer ones."""


@dataclass(slots=True)
class Builder:
    """Makes queries for the entries of one level; gathers what is to be marked and told."""

    searcher: Any
    schema: Any
    level: SearchLevel
    by_pairs: bool  # whether the index has no morphemes
    fields: FieldQueries
    marks: Marks = field(default_factory=Marks)
    also: dict[tuple[str, str], None] = field(default_factory=dict)
    frequencies: dict[str, int] = field(default_factory=dict)  # of terms, kept from search to search
    cuts: dict[str, Terms] = field(default_factory=dict)  # of words, kept in the same way

    def query(self, root: AllOf) -> Any:
        """The query for a whole search; all entries where it asks for nothing in particular."""
        built = self._all_of(root.nodes)
        if built is None:
            return Query.const_score_query(Query.all_query(), 0.0)
        return built

    # -- nodes ----------------------------------------------------------------------------------

    def _node(self, node: Node) -> Any | None:
        if isinstance(node, Words):
            return self._words(node.text)
        if isinstance(node, Phrase):
            return self._phrase(node.text)
        if isinstance(node, Field):
            return self.fields.query(node)
        if isinstance(node, Not):
            return self._all_of((node,))
        if isinstance(node, AnyOf):
            return self._any_of(node.nodes)
        return self._all_of(node.nodes)

    def _all_of(self, nodes: Sequence[Node]) -> Any | None:
        clauses: list[tuple[Occur, Any]] = []
        together = self.fields.together([node for node in nodes if isinstance(node, Field)])
        if together is not None:
            clauses.append((Occur.Must, together))
        ranking: list[Any] = []
        for node in nodes:
            if isinstance(node, Not):
                excluded = self._excluded(node.node)
                if excluded is not None:
                    clauses.append((Occur.MustNot, excluded))
            elif isinstance(node, Words):
                ranking += self._terms(node.text)
            elif not isinstance(node, Field) or together is None or not is_of_statements(node):
                built = self._node(node)
                if built is not None:
                    clauses.append((Occur.Must, built))
        if ranking:
            clauses.append((Occur.Must, Query.boolean_query([(Occur.Should, each) for each in ranking])))
        elif any(isinstance(node, Words) for node in nodes):
            clauses.append((Occur.Must, Query.empty_query()))
        if not clauses:
            return None
        if all(occur is Occur.MustNot for occur, _ in clauses):
            clauses.append((Occur.Must, Query.const_score_query(Query.all_query(), 0.0)))
        return clauses[0][1] if len(clauses) == 1 else Query.boolean_query(clauses)

    def _any_of(self, nodes: Sequence[Node]) -> Any | None:
        several = [built for node in nodes if (built := self._node(node)) is not None]
        return Query.boolean_query([(Occur.Should, each) for each in several]) if several else None

    def _excluded(self, node: Node) -> Any | None:
        """What must not be there: words to the letter, each of them. None for what cannot be told yet."""
        if self.fields.promises is unknown and asks_for_standing(node):
            return None
        if isinstance(node, Words):
            words = [self._exact(word.form) for word in written_words(node.text)]
            return Query.boolean_query([(Occur.Should, each) for each in words]) if words else None
        marks, also = self.marks, dict(self.also)
        self.marks = Marks()  # nothing that is excluded is marked
        built = self._node(node)
        self.marks, self.also = marks, also
        return built

    # -- words ----------------------------------------------------------------------------------

    def _words(self, text: str) -> Any:
        terms = self._terms(text)
        return Query.boolean_query([(Occur.Should, each) for each in terms]) if terms else Query.empty_query()

    def _terms(self, text: str) -> list[Any]:
        """What entries are ranked by for some words: a query for each word, with the names it is known by."""
        words = cut(
            text,
            frequency=self._frequency,
            letters=self._pair_frequency,
            entries=self.searcher.num_docs,
            kept=self.cuts,
        )
        kept = self._rarest(words)
        names = list(self._names(text, words)) if _may_name(words) else []
        if any(0 < self._frequency(term) <= self._many for term in kept if term[0] != _PAIR):
            names = [name for name in names if not 0 < name.at_most < self._rarity(self._many)]
        queries: list[Any] = []
        for word in words:
            terms = self._ranked_terms(word, kept)
            kept.difference_update(word.known, map(_key, word.pairs))  # a word said twice ranks once
            others = [name.query() for name in names if name.start <= word.start < name.end]
            names = [name for name in names if not name.start <= word.start < name.end]
            letters = self._letters(word, short=len(words) <= _SHORT_QUERY)
            if letters is not None:
                others.append(letters)
            if others:
                queries.append(_best_of([_sum_of(terms), *others] if terms else others))
            else:
                queries += terms
        return queries

    def _ranked_terms(self, word: Cut, kept: set[str]) -> list[Any]:
        terms = [term for term in word.known if term in kept]
        self.marks.words.update(terms)
        pairs = [pair for pair in word.pairs if _key(pair) in kept]
        return [
            *(self._ranked("words", term) for term in terms),
            *(self._ranked("pairs", pair) for pair in pairs),
        ]

    def _letters(self, word: Cut, *, short: bool) -> Any | None:
        """A word to the letter, which also finds it where Kiwi cut it in another way; None where that tells little."""
        if is_latin(word.written) or not (short or word.pairs):
            return None
        run = tuple(token.form for token in surface(word.written))
        self.marks.runs[run] = None
        rarest = min(map(self._pair_frequency, run))
        if not short or len(word.written) == 1 or not 0 < rarest <= self._most_by_letters:
            return None
        return Query.boost_query(self._run(run), _LETTERS_WORTH)

    def _ranked(self, name: str, term: str) -> Any:
        query = Query.term_query(self.schema, name, term, index_option="freq")
        if self.level == "statement" and (name == "words" or self.by_pairs):
            above = Query.boost_query(
                Query.term_query(self.schema, "above", term, index_option="freq"), _ABOVE_WORTH
            )
            return Query.boolean_query([(Occur.Should, query), (Occur.Should, above)])
        return query

    def _rarest(self, words: Sequence[Cut]) -> set[str]:
        """The terms that rank: the rarest, and common ones only where there are few others."""
        found = {term: self._frequency(term) for word in words for term in word.known}
        if len(found) < _FEW_TERMS:
            found |= {_key(pair): self._pair_frequency(pair) for word in words for pair in word.pairs}
        ordered = sorted((count, term) for term, count in found.items() if count)
        rare = sum(count <= self._many for count, _ in ordered)
        return {term for _, term in ordered[: min(max(rare, _FEW_TERMS), _MOST_TERMS)]}

    def _frequency(self, term: str) -> int:
        if self.by_pairs and not is_latin(term):
            return 0
        return self._kept_frequency(term, "words", term)

    @property
    def _many(self) -> float:
        """In more entries than this a term is common."""
        return max(float(self.searcher.num_docs) * _COMMON, 100.0)

    @property
    def _most_by_letters(self) -> float:
        return max(float(self.searcher.num_docs) * _LETTERS_SHARE, 500.0)

    def _pair_frequency(self, pair: str) -> int:
        return self._kept_frequency(_key(pair), "pairs", pair)

    def _kept_frequency(self, key: str, name: str, term: str) -> int:
        known = self.frequencies.get(key)
        if known is None:
            if len(self.frequencies) > _MOST_FREQUENCIES:
                self.frequencies.clear()
                self.cuts.clear()
            known = self.frequencies[key] = int(self.searcher.doc_freq(name, term))
        return known

    # -- names ----------------------------------------------------------------------------------

    def _names(self, text: str, words: Sequence[Cut]) -> Iterator[_Named]:
        """The other names of what the words name."""
        for found in names_in(text):
            among = [word for word in words if found.start <= word.start < found.end]
            forms = tuple(self._forms(found.concept, text[found.start : found.end]))
            if forms:
                yield _Named(found.start, found.end, sum(map(self._rarity_of, among)), forms)

    def _forms(self, concept: Concept, written: str) -> Iterator[tuple[Any, float]]:
        """Queries for the names of a thing but the written one, each with how rare its words are."""
        if concept.party:
            count = self.searcher.doc_freq("party", concept.party)
            if count:
                self.marks.parties[concept.party] = None
                self.also[written, concept.party] = None
                yield Query.term_query(self.schema, "party", concept.party), self._rarity(count)
            return
        said = units_of(written)
        left = _MOST_FORMS
        for form in concept.forms:
            found = self._form(form) if left and units_of(form) != said else None
            if found is not None:
                left -= 1
                self.also[written, form] = None
                yield found

    def _form(self, form: str) -> tuple[Any, float] | None:
        """Entries that hold a name, and how rare its words are; None where none can."""
        words = written_words(form)
        latin = all(is_latin(word.form) for word in words)  # found in any ending: supply chains
        terms = [stem(word.form) for word in words] if latin else [token.form for token in surface(form)]
        counts = [self._frequency(term) if latin else self._pair_frequency(term) for term in terms]
        if not all(counts) or min(counts) > self._many:
            return None  # it stands nowhere, or nearly everywhere
        (self.marks.stems if latin else self.marks.runs)[tuple(terms)] = None
        return self._adjacent("words" if latin else "pairs", terms), sum(map(self._rarity, counts))

    def _rarity(self, count: float) -> float:
        """What the ranking (BM25) gives to a term that stands in so many entries."""
        return math.log(1 + (self.searcher.num_docs - count + 0.5) / (count + 0.5))

    def _rarity_of(self, word: Cut) -> float:
        """What it gives to the rarest term of a word; 0 for a word that the index does not have."""
        return max(
            (self._rarity(count) for term in word.known if (count := self._frequency(term))), default=0.0
        )

    # -- to the letter --------------------------------------------------------------------------

    def _phrase(self, text: str) -> Any:
        run = tuple(token.form for token in surface(text))
        self.marks.runs[run] = None
        return self._run(run)

    def _exact(self, word: str) -> Any:
        """Entries in which a word stands: Latin ones in any ending, others also inside of longer words."""
        if is_latin(word):
            return Query.term_query(self.schema, "words", stem(word))
        run = tuple(token.form for token in surface(word))
        if len(word) == 1 and not self.by_pairs:
            return Query.term_query(self.schema, "words", word)
        return self._run(run)

    def _run(self, run: Sequence[str]) -> Any:
        return self._adjacent("pairs", run)

    def _adjacent(self, name: str, terms: Sequence[str]) -> Any:
        """Entries where terms stand beside each other in a field."""
        if len(terms) == 1:
            return Query.term_query(self.schema, name, terms[0])
        return Query.phrase_query(self.schema, name, list(terms))


class _Named(NamedTuple):
    """A stretch of the query that names something, and its other names, each with how rare its words are.

    A name is worth `at_most` what was written, 0 for any worth.
    """

    start: int
    end: int
    at_most: float
    forms: tuple[tuple[Any, float], ...]

    def query(self) -> Any:
        """Entries with another name."""
        most = self.at_most
        worth = [min(1.0, most / rarity) if most and rarity else 1.0 for _, rarity in self.forms]
        several = [
            Query.boost_query(query, _NAME_WORTH * share)
            for (query, _), share in zip(self.forms, worth, strict=True)
        ]
        return several[0] if len(several) == 1 else Query.disjunction_max_query(several)


def _may_name(words: Sequence[Cut]) -> bool:
    """Whether names are looked for in a query; English writes its names in more words."""
    others = sum(not is_latin(word.written) for word in words)
    return others <= _MOST_NAMED and len(words) <= _MOST_LATIN_NAMED


def _key(pair: str) -> str:
    """A pair of letters among the terms of both fields."""
    return f"{_PAIR}{pair}"


def _sum_of(queries: Sequence[Any]) -> Any:
    return (
        queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Should, each) for each in queries])
    )


def _best_of(queries: Sequence[Any]) -> Any:
    """The best of several ways to find one word; the others add a little."""
    return Query.disjunction_max_query(list(queries), 0.2)
