"""Fields of a query, such as party:VNM, in the terms of the index."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tantivy import FieldType, Occur, Query

from yaksok.records.search import SearchLevel, SearchNotice
from yaksok.search.fields import days, values_of, years
from yaksok.search.query import AllOf, AnyOf, Field, Node, Not
from yaksok.search.standing import Asked

STANDING = ("status", "due")
"""Fields of how a promise stands, which the index does not hold."""

_LAST_DAY = 10**7

OF_STATEMENTS = frozenset({"party", "act", "role", "topic", *STANDING})
"""Fields that a statement has, and a document only through its statements."""


def unknown(_asked: Asked) -> None:
    """In the place of the promises that stand somehow, where this is not known yet: all promises may."""


def asks_for_standing(node: Node) -> bool:
    """Whether a query hangs on how promises stand."""
    if isinstance(node, (AllOf, AnyOf)):
        return any(map(asks_for_standing, node.nodes))
    if isinstance(node, Not):
        return asks_for_standing(node.node)
    return isinstance(node, Field) and node.name in STANDING


def is_of_statements(node: Node) -> bool:
    """Whether a node is a field that statements have, and documents only through them."""
    return isinstance(node, Field) and node.name in OF_STATEMENTS


@dataclass(slots=True)
class FieldQueries:
    """Makes queries for the fields of the entries of one level; `notices` says what had no meaning."""

    schema: Any
    level: SearchLevel
    statement_schema: Any
    versions_with: Callable[[Any], Sequence[int]]  # the versions of the statements that a query finds
    stems: Callable[[str], Sequence[str]]  # the documents' stems that begin so
    promises: Callable[[Asked], Sequence[int] | None]  # the places of promises that stand so; None: not known
    notices: list[SearchNotice] = field(default_factory=list)

    def together(self, fields: Sequence[Field]) -> Any | None:
        """For documents: fields of statements that must hold for one and the same statement of theirs."""
        mine = [node for node in fields if is_of_statements(node)]
        if self.level == "statement" or (len(mine) < 2 and not any(node.name in STANDING for node in mine)):
            return None
        asked = [self._field(node, self.statement_schema) for node in mine]
        return self._with_statement(Query.boolean_query([(Occur.Must, each) for each in asked]))

    def query(self, node: Field) -> Any:
        """Entries with one of the values of a field."""
        if self.level == "document" and node.name in STANDING:
            return self._with_statement(self._field(node, self.statement_schema))
        return self._field(node, self.schema)

    def _with_statement(self, query: Any) -> Any:
        versions = self.versions_with(query)
        if not versions:
            return Query.empty_query()
        return unranked(Query.term_set_query(self.schema, "version", list(versions)))

    def _field(self, node: Field, schema: Any) -> Any:
        if node.name in STANDING:
            return self._standing(node)
        if node.name == "year":
            several = [query for value in node.values if (query := self._years(value, schema))]
        else:
            terms = [term for value in node.values for term in self._values(node.name, value)]
            several = [Query.term_query(schema, node.name, term) for term in dict.fromkeys(terms)]
        if not several:
            return Query.empty_query()
        joined = (
            several[0] if len(several) == 1 else Query.boolean_query([(Occur.Should, e) for e in several])
        )
        return unranked(joined)

    def _values(self, name: str, value: str) -> Sequence[str]:
        found = self.stems(value) if name == "document" else values_of(name, value)
        if not found:
            self.notices.append(SearchNotice("unknown value", name, value))
        return found

    def _years(self, value: str, schema: Any) -> Any | None:
        period = years(value)
        if period is None:
            self.notices.append(SearchNotice("bad period", "year", value))
            return None
        first, last = period
        return Query.range_query(
            schema, "year", FieldType.Unsigned, lower_bound=first or 0, upper_bound=last or 9999
        )

    def _standing(self, node: Field) -> Any:
        """Promises that stand so, by their places; always of the statements' index."""
        several = []
        for asked in self.standings_of(node):
            found = self.promises(asked)
            if found is None:
                return unranked(Query.term_query(self.statement_schema, "act", "commitment"))
            several.append(found)
        places = several[0] if len(several) == 1 else sorted({place for each in several for place in each})
        if not places:
            return Query.empty_query()
        return unranked(Query.term_set_query(self.statement_schema, "place", places))

    def standings_of(self, node: Field) -> list[Asked]:
        """What a field of statuses or due dates asks for; any of these will do."""
        if node.name == "status":
            statuses = [status for value in node.values for status in self._values("status", value)]
            return [Asked(statuses=frozenset(statuses))] if statuses else []  # type: ignore[arg-type]
        several = []
        for value in node.values:
            period = days(value)
            if period is None:
                self.notices.append(SearchNotice("bad period", "due", value))
            else:
                several.append(Asked(due_from=period[0], due_until=period[1]))
        return several


def published_after(schema: Any, day: int) -> Any:
    """Entries of documents of a later day than this one; what has no day is not among them."""
    return Query.range_query(
        schema,
        "day",
        FieldType.Integer,
        lower_bound=day,
        upper_bound=_LAST_DAY,
        include_lower=False,
        use_inverted_index=True,  # later days are few, and their entries stand together
    )


def unranked(query: Any) -> Any:
    """The same entries without a rank."""
    return Query.const_score_query(query, 0.0)
